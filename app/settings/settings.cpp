// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settings.h"

#include <algorithm>

namespace deskbell::app {
namespace {

using Words = SettingsWords;

constexpr qsizetype longestName = 200;

tl::unexpected<Error> wrong(const QString &sentence)
{
    return failure(ErrorKind::Unusable, sentence);
}

/// They become part of an address and of a header.
bool isPlainName(const QString &name)
{
    return name.size() <= longestName && std::all_of(name.begin(), name.end(), [](QChar c) {
        return c.unicode() > 0x20 && c.unicode() < 0x7f && !QStringLiteral("/\\?#%:\"<>&").contains(c);
    });
}

} // namespace

Result<QUrl> readAddress(const QString &typed)
{
    QString text = typed.trimmed();
    if (text.isEmpty())
        return wrong(Words::tr("The address is missing."));
    if (!text.contains(QLatin1String("://")))
        text.prepend(QLatin1String("https://"));
    QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return wrong(Words::tr("This is no web address. It should look like https://api.twilio.com."));
    if (!url.userInfo().isEmpty())
        return wrong(Words::tr("Leave the name and the secret out of the address. They have fields of their own."));
    if (url.hasQuery() || url.hasFragment())
        return wrong(Words::tr("The address must hold nothing after its path."));
    const bool plain = url.scheme() == QLatin1String("http");
    if (plain && !link::isLoopback(url))
        return wrong(Words::tr("The address must begin with https://. Plain http would show the secret on the way."));
    if (!plain && url.scheme() != QLatin1String("https"))
        return wrong(Words::tr("The address must begin with https://."));
    while (url.path().endsWith(u'/'))
        url.setPath(url.path().chopped(1));
    return url;
}

Result<QString> readAccountSid(const QString &typed)
{
    const QString sid = typed.trimmed();
    if (sid.isEmpty())
        return wrong(
            Words::tr("The account SID is missing. The provider's console shows it; at Twilio it begins with AC."));
    if (!isPlainName(sid))
        return wrong(Words::tr("The account SID has letters no SID has. Copy it from the provider's console."));
    if (sid.startsWith(QLatin1String("SK")) && sid.size() == 34)
        return wrong(Words::tr("This is the SID of an API key. The account's own begins with AC."));
    return sid;
}

Result<QString> readApiKey(const QString &typed)
{
    const QString key = typed.trimmed();
    if (!isPlainName(key))
        return wrong(Words::tr("The API key has letters no key has. Copy its SID from the provider's console."));
    return key;
}

Result<PhoneNumber> readShopNumber(const QString &typed)
{
    const PhoneNumber number = readPhoneNumber(typed);
    if (number.isWithheld())
        return wrong(Words::tr("This is no phone number. Write it with its country, like +1 512 555 0142."));
    return number;
}

Result<QString> readSeat(const QString &typed)
{
    const QString seat = typed.simplified();
    if (seat.isEmpty() || seat.size() > 40)
        return wrong(Words::tr("A seat needs a name of up to 40 letters, like Desk 2."));
    return seat;
}

QUrl lookupBeside(const QUrl &address)
{
    return address.host() == QLatin1String("api.twilio.com") ? Settings().lookupAddress : address;
}

QString secretName(const Settings &settings)
{
    return QStringLiteral("provider/%1/%2").arg(settings.accountSid, settings.apiKey);
}

QString modelSecretName(const Settings &settings)
{
    return QStringLiteral("model/%1").arg(settings.modelAddress.host());
}

llm::ModelSettings modelSettings(const Settings &settings, const Secret &key)
{
    llm::ModelSettings made;
    made.dialect = settings.modelDialect;
    made.base = settings.modelAddress;
    made.model = settings.modelName;
    made.key = QString::fromUtf8(key.reveal());
    return made;
}

link::LinkSettings linkSettings(const Settings &settings, const Secret &secret)
{
    link::LinkSettings made;
    made.base = settings.address;
    made.lookupBase = settings.lookupAddress;
    made.accountSid = settings.accountSid;
    made.key = settings.apiKey;
    made.secret = QString::fromUtf8(secret.reveal());
    if (!settings.number.isWithheld())
        made.lines = {settings.number};
    made.push = settings.push;
    return made;
}

QString placeName(SecretPlace place)
{
    switch (place) {
    case SecretPlace::None: return Words::tr("nowhere yet");
    case SecretPlace::KeyStore: return Words::tr("the desktop's key store");
    case SecretPlace::Vault: return Words::tr("a vault that a passphrase locks");
    }
    return {};
}

} // namespace deskbell::app
