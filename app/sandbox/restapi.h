// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/httpanswer.h"
#include "app/sandbox/httprequest.h"
#include "app/sandbox/texts.h"

namespace deskbell::sandbox {

class FormFields;

/// The provider's side of HTTP: `/2010-04-01/Accounts/{Sid}/…` and `/v2/PhoneNumbers/{number}`.
class RestApi {
public:
    using Reply = std::function<void(HttpAnswer)>;

    RestApi(Works& works, Texts& texts)
        : m_works(works)
        , m_texts(texts)
    {
    }

    [[nodiscard]] static bool isFor(std::string_view path);
    /// Answers once, at once or later, or never when a fault says so. `inFlight` counts this request.
    void handle(const HttpRequest& request, int inFlight, const Reply& reply);
    [[nodiscard]] bool isAllowed(std::string_view authorization) const;

private:
    struct Target {
        enum class Kind {
            CallList,
            MessageList,
            Create,
            OneCall,
            OneMessage,
            ChangeMessage,
            Lookup,
            WrongMethod,
            None
        };
        Kind kind = Kind::None;
        QByteArray account;
        QByteArray id;
    };

    [[nodiscard]] static Target targetOf(const HttpRequest& request);
    [[nodiscard]] static Place placeOf(Target::Kind kind);
    HttpAnswer serve(const HttpRequest& request, const Target& target);
    HttpAnswer create(const HttpRequest& request, const Target& target);
    HttpAnswer list(const HttpRequest& request, const Target& target);
    HttpAnswer one(const Target& target) const;
    HttpAnswer change(const HttpRequest& request, const Target& target);
    HttpAnswer lookUp(const HttpRequest& request, const Target& target);
    void appendRows(QByteArray& out, const Target& target, const std::vector<RecordIndex>& rows);
    void appendRow(QByteArray& out, const Target& target, RecordIndex row) const;

    Works& m_works;
    Texts& m_texts;
};

} // namespace deskbell::sandbox
