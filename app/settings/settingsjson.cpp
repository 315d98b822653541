// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settingsjson.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <functional>

namespace deskbell::app {
namespace {

using Words = SettingsWords;

constexpr int format = 1;
constexpr qsizetype largestFile = 256 * 1024;

/// Reads field after field and remembers what was wrong.
class Reader
{
public:
    explicit Reader(const QJsonObject &top)
        : m_top(top)
    {
    }

    void group(const QString &name)
    {
        const QJsonValue value = m_top.value(name);
        m_name = name;
        m_group = value.toObject();
        if (!value.isUndefined() && !value.isObject())
            wrong(name, Words::tr("must be a group of settings"));
    }

    /// \p take returns why the text cannot be used, or nothing.
    void text(const QString &key, const std::function<QString(const QString &)> &take)
    {
        const QJsonValue value = m_group.value(key);
        if (value.isUndefined())
            return;
        const QString why = value.isString() ? take(value.toString()) : Words::tr("must be a text");
        if (!why.isEmpty())
            wrong(path(key), why);
    }
    void flag(const QString &key, bool &target)
    {
        const QJsonValue value = m_group.value(key);
        if (value.isBool())
            target = value.toBool();
        else if (!value.isUndefined())
            wrong(path(key), Words::tr("must be true or false"));
    }
    void percent(const QString &key, int &target)
    {
        const QJsonValue value = m_group.value(key);
        const int percent = value.toInt();
        if (percent == 100 || percent == 115 || percent == 130)
            target = percent;
        else if (!value.isUndefined())
            wrong(path(key), Words::tr("must be 100, 115 or 130"));
    }

    QStringList reset;

private:
    [[nodiscard]] QString path(const QString &key) const { return QStringLiteral("%1.%2").arg(m_name, key); }
    void wrong(const QString &where, const QString &why)
    {
        //: A setting's name, and why it could not be used
        reset << Words::tr("%1: %2").arg(where, why);
    }

    QJsonObject m_top;
    QString m_name;
    QJsonObject m_group;
};

template<class T> auto into(T &target, Result<T> (*read)(const QString &))
{
    return [&target, read](const QString &text) -> QString {
        auto value = read(text);
        if (!value)
            return value.error().detail;
        target = std::move(*value);
        return {};
    };
}

/// An empty text is a value, too.
template<class T> auto orNothing(T &target, Result<T> (*read)(const QString &))
{
    return [&target, take = into(target, read)](const QString &text) -> QString {
        if (!text.isEmpty())
            return take(text);
        target = T();
        return {};
    };
}

template<class Word> auto oneOf(Word &target, const QMap<QString, Word> &words)
{
    return [&target, words](const QString &text) -> QString {
        const auto known = words.constFind(text);
        if (known == words.cend())
            return Words::tr("must be one of %1").arg(words.keys().join(QLatin1String(", ")));
        target = *known;
        return {};
    };
}

const QMap<QString, SecretPlace> &places()
{
    static const QMap<QString, SecretPlace> words{{QStringLiteral("none"), SecretPlace::None},
        {QStringLiteral("key_store"), SecretPlace::KeyStore}, {QStringLiteral("vault"), SecretPlace::Vault}};
    return words;
}

const QMap<QString, Settings::Theme> &themes()
{
    static const QMap<QString, Settings::Theme> words{{QStringLiteral("system"), Settings::Theme::System},
        {QStringLiteral("light"), Settings::Theme::Light}, {QStringLiteral("dark"), Settings::Theme::Dark}};
    return words;
}

const QMap<QString, llm::Dialect> &dialects()
{
    static const QMap<QString, llm::Dialect> words{{QStringLiteral("openai"), llm::Dialect::OpenAi}, {QStringLiteral("anthropic"), llm::Dialect::Anthropic}};
    return words;
}

Result<QString> readModelName(const QString &typed) { return typed.simplified().left(200); }

Result<QJsonObject> objectIn(const QByteArray &json)
{
    if (json.size() > largestFile)
        return failure(ErrorKind::Malformed, Words::tr("it is too large for a settings file"));
    QJsonParseError trouble;
    const QJsonDocument document = QJsonDocument::fromJson(json, &trouble);
    if (trouble.error != QJsonParseError::NoError)
        return failure(ErrorKind::Malformed, Words::tr("it is cut or damaged (%1)").arg(trouble.errorString()));
    if (!document.isObject())
        return failure(ErrorKind::Malformed, Words::tr("it holds something else than settings"));
    const QJsonValue version = document.object().value(QStringLiteral("version"));
    if (version.isDouble() && version.toDouble() > format)
        return failure(ErrorKind::Malformed, Words::tr("a newer Deskbell has written it"));
    if (!version.isDouble() || version.toDouble() != format)
        return failure(ErrorKind::Malformed, Words::tr("it does not say which version it is"));
    return document.object();
}

} // namespace

Result<SettingsRead> readSettings(const QByteArray &json)
{
    const auto object = objectIn(json);
    if (!object)
        return tl::make_unexpected(object.error());
    SettingsRead read;
    Settings &s = read.settings;
    Reader reader(*object);
    reader.group(QStringLiteral("provider"));
    reader.text(QStringLiteral("address"), into(s.address, readAddress));
    reader.text(QStringLiteral("lookup_address"), orNothing(s.lookupAddress, readAddress));
    reader.text(QStringLiteral("account_sid"), orNothing(s.accountSid, readAccountSid));
    reader.text(QStringLiteral("api_key"), into(s.apiKey, readApiKey));
    reader.text(QStringLiteral("number"), orNothing(s.number, readShopNumber));
    reader.text(QStringLiteral("secrets_in"), oneOf(s.secretsIn, places()));
    reader.flag(QStringLiteral("push"), s.push);
    reader.group(QStringLiteral("model"));
    reader.text(QStringLiteral("address"), orNothing(s.modelAddress, readAddress));
    reader.text(QStringLiteral("name"), orNothing(s.modelName, readModelName));
    reader.text(QStringLiteral("dialect"), oneOf(s.modelDialect, dialects()));
    reader.flag(QStringLiteral("has_key"), s.modelHasKey);
    reader.group(QStringLiteral("seat"));
    reader.text(QStringLiteral("name"), orNothing(s.seat, readSeat));
    reader.group(QStringLiteral("display"));
    reader.text(QStringLiteral("theme"), oneOf(s.theme, themes()));
    reader.percent(QStringLiteral("text_percent"), s.textPercent);
    reader.flag(QStringLiteral("high_contrast"), s.highContrast);
    reader.flag(QStringLiteral("reduce_motion"), s.reduceMotion);
    read.reset = reader.reset;
    return read;
}

QByteArray writeSettings(const Settings &settings)
{
    const QJsonObject provider{{QStringLiteral("address"), settings.address.toString()},
        {QStringLiteral("lookup_address"), settings.lookupAddress.toString()},
        {QStringLiteral("account_sid"), settings.accountSid}, {QStringLiteral("api_key"), settings.apiKey},
        {QStringLiteral("number"), settings.number.e164}, {QStringLiteral("push"), settings.push},
        {QStringLiteral("secrets_in"), places().key(settings.secretsIn)}};
    const QJsonObject model{{QStringLiteral("address"), settings.modelAddress.toString()}, {QStringLiteral("name"), settings.modelName},
        {QStringLiteral("dialect"), dialects().key(settings.modelDialect)}, {QStringLiteral("has_key"), settings.modelHasKey}};
    const QJsonObject display{{QStringLiteral("theme"), themes().key(settings.theme)},
        {QStringLiteral("text_percent"), settings.textPercent},
        {QStringLiteral("high_contrast"), settings.highContrast},
        {QStringLiteral("reduce_motion"), settings.reduceMotion}};
    const QJsonObject seat{{QStringLiteral("name"), settings.seat}};
    return QJsonDocument(QJsonObject{{QStringLiteral("version"), format}, {QStringLiteral("provider"), provider}, {QStringLiteral("model"), model},
                             {QStringLiteral("seat"), seat}, {QStringLiteral("display"), display}})
        .toJson();
}

} // namespace deskbell::app
