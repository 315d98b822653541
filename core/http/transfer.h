// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/job.h"
#include "core/http/settings.h"

#include <array>
#include <curl/curl.h>
#include <memory>

namespace deskbell::http {

/// One request in libcurl's hands. May be used for the next one after conclude(). Lives on the network thread.
///
/// The promise about `once` rests on the hook that libcurl calls on a ready connection before the first byte of every
/// attempt, fresh or kept: the second call for one job breaks the attempt off. The same hook tells how far a failed
/// request got, and is the last moment to find that it has become stale.
class Transfer
{
public:
    /// \p leaving is called when the connection is ready, just before the first byte.
    explicit Transfer(std::function<void(const Job &)> leaving);
    Transfer(const Transfer &) = delete;
    Transfer &operator=(const Transfer &) = delete;

    void begin(Job job, const Settings &settings);
    [[nodiscard]] Reply conclude(CURLcode code);
    /// As conclude(), when we end it ourselves.
    [[nodiscard]] Reply breakOff(ErrorKind kind, const QString &why);

    [[nodiscard]] CURL *handle() const { return m_easy.get(); }
    [[nodiscard]] const Job &job() const { return m_job; }

private:
    enum class Stopped { No, Stale, Repeat, TooLong };
    struct FreeEasy {
        void operator()(CURL *easy) const { curl_easy_cleanup(easy); }
    };
    struct FreeList {
        void operator()(curl_slist *list) const { curl_slist_free_all(list); }
    };

    std::unique_ptr<CURL, FreeEasy> m_easy;
    std::unique_ptr<curl_slist, FreeList> m_headers;
    std::function<void(const Job &)> m_leaving;
    Job m_job;
    QByteArray m_url;
    QByteArray m_head;
    QByteArray m_body;
    bool m_headIsWhole = false;
    int m_attempts = 0; // how often the first byte was about to leave
    Stopped m_stopped = Stopped::No;
    std::array<char, CURL_ERROR_SIZE> m_words {};

    template<class Value> void set(CURLoption option, Value value) { curl_easy_setopt(m_easy.get(), option, value); }
    void forgetLast();
    void setLimits();
    void setVerb();
    void setHeaders(const Settings &settings);
    void setConnection(const Settings &settings);
    void setHooks();

    int mayLeave();
    bool takeHead(QByteArrayView line);
    bool takeBody(QByteArrayView bytes);

    [[nodiscard]] Error errorOf(CURLcode code) const;
    [[nodiscard]] Reply troubled(Error error);
    [[nodiscard]] int status() const;
};

} // namespace deskbell::http
