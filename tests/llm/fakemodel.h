// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/http/fakepeer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

/// A model's server on a real socket: says what the test says, in one of the two dialects.
class FakeModel
{
public:
    enum class Speaks { OpenAi, Anthropic };
    using Mind = std::function<QJsonObject(const QJsonObject &question)>;

    explicit FakeModel(Speaks dialect = Speaks::OpenAi)
        : peer([this](QTcpSocket &socket, const QByteArray &request) { answer(socket, request); })
        , m_dialect(dialect)
    {
    }

    /// The fields of a proposal; what is not given is empty.
    static QJsonObject proposal(QJsonObject fields)
    {
        QJsonObject whole{{QStringLiteral("intents"), QJsonArray()}, {QStringLiteral("facts"), QJsonArray()}, {QStringLiteral("action"), QStringLiteral("reply")},
            {QStringLiteral("service"), QString()}, {QStringLiteral("variant"), QString()}, {QStringLiteral("when"), QString()}, {QStringLiteral("offer"), -1},
            {QStringLiteral("urgent"), false}, {QStringLiteral("reason"), QString()}, {QStringLiteral("text"), QString()}};
        for (auto field = fields.constBegin(); field != fields.constEnd(); ++field)
            whole.insert(field.key(), field.value());
        return whole;
    }
    void says(QJsonObject fields)
    {
        mind = [whole = proposal(std::move(fields))](const QJsonObject &) { return whole; };
    }

    [[nodiscard]] QJsonObject lastQuestion() const { return bodyOf(peer.arrived.last()); }
    static QJsonObject bodyOf(const QByteArray &request)
    {
        return QJsonDocument::fromJson(request.mid(request.indexOf("\r\n\r\n") + 4)).object();
    }

    Mind mind;
    QByteArray status = "200 OK";
    QByteArray raw; ///< instead of an answer in the dialect
    bool silent = false;
    FakePeer peer;

private:
    void answer(QTcpSocket &socket, const QByteArray &request)
    {
        if (silent)
            return;
        if (!raw.isEmpty() || !mind) {
            FakePeer::answer(socket, status, raw, "Content-Type: application/json\r\n");
            return;
        }
        const QJsonObject said = mind(bodyOf(request));
        FakePeer::answer(socket, status, QJsonDocument(m_dialect == Speaks::OpenAi ? openAi(said) : anthropic(said)).toJson(),
            "Content-Type: application/json\r\n");
    }
    static QJsonObject openAi(const QJsonObject &said)
    {
        const QString content = QString::fromUtf8(QJsonDocument(said).toJson(QJsonDocument::Compact));
        return {{QStringLiteral("choices"), QJsonArray{QJsonObject{{QStringLiteral("finish_reason"), QStringLiteral("stop")},
                                                {QStringLiteral("message"), QJsonObject{{QStringLiteral("content"), content}}}}}},
            {QStringLiteral("usage"), QJsonObject{{QStringLiteral("prompt_tokens"), 900}, {QStringLiteral("completion_tokens"), 100}}}};
    }
    static QJsonObject anthropic(const QJsonObject &said)
    {
        return {{QStringLiteral("stop_reason"), QStringLiteral("tool_use")},
            {QStringLiteral("content"), QJsonArray{QJsonObject{{QStringLiteral("type"), QStringLiteral("tool_use")}, {QStringLiteral("id"), QStringLiteral("tu_1")},
                                            {QStringLiteral("name"), QStringLiteral("answer")}, {QStringLiteral("input"), said}}}},
            {QStringLiteral("usage"), QJsonObject{{QStringLiteral("input_tokens"), 900}, {QStringLiteral("output_tokens"), 100}}}};
    }

    Speaks m_dialect;
};
