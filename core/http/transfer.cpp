// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/transfer.h"

#include "core/base/crashpoint.h"
#include "core/http/requestcheck.h"

#include <algorithm>

#ifdef Q_OS_LINUX
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#endif

namespace deskbell::http {

namespace {

constexpr int maxHead = 64 * 1024;
// An idle connection older than this may be one that the other side is closing right now; a request on it ends unclear.
constexpr long keptConnectionSeconds = 30;

long wholeMs(Duration limit) { return std::max(1L, long(limit.count())); }

// Without it the kernel goes on delivering what we have given up for almost two minutes.
int limitKernelRetries(void *, curl_socket_t socket, curlsocktype)
{
#ifdef TCP_USER_TIMEOUT
    const unsigned int ms = 20000;
    setsockopt(socket, IPPROTO_TCP, TCP_USER_TIMEOUT, &ms, sizeof ms);
#else
    Q_UNUSED(socket)
#endif
    return CURL_SOCKOPT_OK;
}

bool isTlsFailure(CURLcode code)
{
    switch (code) {
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
        return true;
    default:
        return false;
    }
}

/// Only requests that must not arrive twice pass these: whatever else is asked may be asked again.
void passCrashPoint(const Job &job, const char *name)
{
    if (job.request.once)
        crashPoint(name);
}

#ifdef DESKBELL_CRASH_POINTS
/// That a request has been handed to the kernel whole, libcurl tells by its progress alone.
int onProgress(void *job, curl_off_t, curl_off_t, curl_off_t toSend, curl_off_t sent)
{
    if (toSend > 0 && sent == toSend)
        passCrashPoint(*static_cast<const Job *>(job), "net.after_write");
    return 0;
}
#endif

} // namespace

Transfer::Transfer(std::function<void(const Job &)> leaving)
    : m_easy(curl_easy_init())
    , m_leaving(std::move(leaving))
{
}

void Transfer::begin(Job job, const Settings &settings)
{
    forgetLast();
    m_job = std::move(job);
    m_url = m_job.request.url.toEncoded(QUrl::RemoveFragment);
    set(CURLOPT_URL, m_url.constData());
    set(CURLOPT_PRIVATE, this);
    set(CURLOPT_ERRORBUFFER, m_words.data());
    setLimits();
    setVerb();
    setHeaders(settings);
    setConnection(settings);
    setHooks();
}

void Transfer::forgetLast()
{
    curl_easy_reset(m_easy.get());
    m_head.clear();
    m_headIsWhole = false;
    m_body.clear();
    m_attempts = 0;
    m_stopped = Stopped::No;
    m_words[0] = '\0';
}

void Transfer::setLimits()
{
    const Request &request = m_job.request;
    const auto left = std::chrono::duration_cast<Duration>(m_job.deadline() - Steady::now());
    set(CURLOPT_TIMEOUT_MS, wholeMs(left));
    set(CURLOPT_CONNECTTIMEOUT_MS, wholeMs(std::min(left, request.connectWithin)));
    if (request.idle > 0ms) {
        set(CURLOPT_LOW_SPEED_LIMIT, 1L);
        set(CURLOPT_LOW_SPEED_TIME, std::max(1L, long(request.idle.count() / 1000)));
    }
}

void Transfer::setVerb()
{
    const Request &request = m_job.request;
    const bool usuallyHasBody = request.method == "POST" || request.method == "PUT" || request.method == "PATCH";
    if (request.method == "HEAD") {
        set(CURLOPT_NOBODY, 1L);
    } else if (usuallyHasBody || !request.body.isEmpty()) {
        set(CURLOPT_POST, 1L);
        set(CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(request.body.size()));
        set(CURLOPT_POSTFIELDS, request.body.constData());
    }
    if (request.method != "GET" && request.method != "POST" && request.method != "HEAD")
        set(CURLOPT_CUSTOMREQUEST, request.method.constData());
    else if (request.method == "GET" && !request.body.isEmpty())
        set(CURLOPT_CUSTOMREQUEST, "GET");
}

void Transfer::setHeaders(const Settings &settings)
{
    curl_slist *list = nullptr;
    const auto add = [&list](const QByteArray &line) { list = curl_slist_append(list, line.constData()); };
    const Request &request = m_job.request;
    add("Expect:"); // never ask first: the body goes at once or not at all
    add(request.contentType.isEmpty() ? QByteArray("Content-Type:")
                                      : QByteArray("Content-Type: ").append(request.contentType));
    if (request.credential)
        add(QByteArray("Authorization: ").append(request.credential->authorization));
    for (const Header &header : request.headers) // a header without a value ends in ';' for libcurl
        add(header.value.isEmpty() ? QByteArray(header.name).append(';')
                                   : QByteArray(header.name).append(": ").append(header.value));
    m_headers.reset(list);
    set(CURLOPT_HTTPHEADER, list);
    if (!settings.userAgent.isEmpty())
        set(CURLOPT_USERAGENT, settings.userAgent.constData());
}

void Transfer::setConnection(const Settings &settings)
{
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_HTTP_VERSION, long(CURL_HTTP_VERSION_1_1));
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_PATH_AS_IS, 1L);
    set(CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
    set(CURLOPT_MAXAGE_CONN, keptConnectionSeconds);
    set(CURLOPT_SOCKOPTFUNCTION, &limitKernelRetries);
    if (isLoopback(m_job.request.url.host()))
        set(CURLOPT_PROXY, "");
    if (settings.extraCertificates.isEmpty()) {
        set(CURLOPT_CAPATH, nullptr); // only the system's bundle, which libcurl then reads once and not per connection
        return;
    }
    curl_blob blob {const_cast<char *>(settings.extraCertificates.constData()),
                    size_t(settings.extraCertificates.size()), CURL_BLOB_COPY};
    set(CURLOPT_CAINFO_BLOB, &blob);
}

void Transfer::setHooks()
{
    set(CURLOPT_PREREQFUNCTION, +[](void *self, char *, char *, int, int) {
        return static_cast<Transfer *>(self)->mayLeave();
    });
    set(CURLOPT_PREREQDATA, this);
    set(CURLOPT_HEADERFUNCTION, +[](char *bytes, size_t size, size_t count, void *self) -> size_t {
        const bool taken = static_cast<Transfer *>(self)->takeHead({bytes, qsizetype(size * count)});
        return taken ? size * count : 0;
    });
    set(CURLOPT_HEADERDATA, this);
    set(CURLOPT_WRITEFUNCTION, +[](char *bytes, size_t size, size_t count, void *self) -> size_t {
        const bool taken = static_cast<Transfer *>(self)->takeBody({bytes, qsizetype(size * count)});
        return taken ? size * count : 0;
    });
    set(CURLOPT_WRITEDATA, this);
#ifdef DESKBELL_CRASH_POINTS
    set(CURLOPT_XFERINFOFUNCTION, &onProgress);
    set(CURLOPT_XFERINFODATA, static_cast<void *>(&m_job));
    set(CURLOPT_NOPROGRESS, 0L);
#endif
}

int Transfer::mayLeave()
{
    if (m_job.isStale())
        m_stopped = Stopped::Stale;
    else if (m_attempts >= (m_job.request.once ? 1 : 2))
        m_stopped = Stopped::Repeat;
    if (m_stopped != Stopped::No)
        return CURL_PREREQFUNC_ABORT;
    ++m_attempts;
    passCrashPoint(m_job, "net.after_tls");
    m_leaving(m_job);
    return CURL_PREREQFUNC_OK;
}

bool Transfer::takeHead(QByteArrayView line)
{
    if (m_head.isEmpty())
        passCrashPoint(m_job, "net.reply_partial");
    if (line.startsWith("HTTP/")) { // a "100 Continue" may come before the answer itself
        m_head.clear();
        m_headIsWhole = false;
    }
    m_headIsWhole = m_headIsWhole || line.trimmed().isEmpty();
    if (m_head.size() + line.size() > maxHead) {
        m_stopped = Stopped::TooLong;
        return false;
    }
    m_head.append(line);
    return true;
}

bool Transfer::takeBody(QByteArrayView bytes)
{
    const qint64 room = m_job.request.maxBody - m_body.size();
    m_body.append(bytes.first(std::min<qint64>(room, bytes.size())));
    if (bytes.size() <= room)
        return true;
    m_stopped = Stopped::TooLong;
    return false;
}

int Transfer::status() const
{
    long code = 0;
    curl_easy_getinfo(m_easy.get(), CURLINFO_RESPONSE_CODE, &code);
    return int(code);
}

Reply Transfer::conclude(CURLcode code)
{
    if (code != CURLE_OK)
        return troubled(errorOf(code));
    if (!m_headIsWhole) // libcurl takes headers that end with the connection for an answer without a body
        return troubled({ErrorKind::Malformed, QStringLiteral("closed within the headers")});
    const auto took = std::chrono::duration_cast<Duration>(Steady::now() - m_job.sentAt);
    return Response {status(), std::exchange(m_body, {}), std::exchange(m_head, {}), took};
}

Reply Transfer::breakOff(ErrorKind kind, const QString &why) { return troubled({kind, why}); }

Reply Transfer::troubled(Error error)
{
    const Reach reach = m_attempts == 0 ? Reach::NothingLeft : Reach::MayHaveArrived;
    return tl::make_unexpected(Trouble {std::move(error), reach, status(), std::exchange(m_body, {})});
}

Error Transfer::errorOf(CURLcode code) const
{
    switch (m_stopped) {
    case Stopped::Stale:
        return {ErrorKind::Timeout, QStringLiteral("too late to leave")};
    case Stopped::Repeat:
        return {ErrorKind::Malformed, QStringLiteral("closed without an answer")};
    case Stopped::TooLong:
        return {ErrorKind::Malformed, QStringLiteral("answer longer than allowed")};
    case Stopped::No:
        break;
    }
    const QString words = QString::fromUtf8(m_words[0] ? m_words.data() : curl_easy_strerror(code));
    if (code == CURLE_OPERATION_TIMEDOUT)
        return {ErrorKind::Timeout, words};
    if (m_attempts > 0)
        return {ErrorKind::Malformed, words};
    return {isTlsFailure(code) ? ErrorKind::Refused : ErrorKind::Offline, words};
}

} // namespace deskbell::http
