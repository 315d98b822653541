// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>
#include <optional>

namespace deskbell::profile {

/// A JSON value that knows where it lies and where to complain. Reading goes on after a complaint, so that one pass
/// names everything that is wrong with a file.
class JsonNode
{
public:
    JsonNode(QJsonValue value, QString path, QStringList &problems);

    /// A missing field is an undefined node with the right path.
    [[nodiscard]] JsonNode operator[](const char *key) const;
    [[nodiscard]] bool isMissing() const { return m_value.isUndefined(); }
    [[nodiscard]] const QJsonValue &value() const { return m_value; }
    [[nodiscard]] const QString &path() const { return m_path; }

    // Each answers nothing (or an empty list) after a complaint.
    [[nodiscard]] bool isObject() const; ///< complains when it is none
    [[nodiscard]] QStringList keys() const { return m_value.toObject().keys(); }
    [[nodiscard]] QList<JsonNode> list() const; ///< missing is empty
    [[nodiscard]] QString text() const; ///< must be there and not blank; trimmed
    [[nodiscard]] QString textOr(const QString &otherwise) const;
    [[nodiscard]] QStringList textList() const; ///< missing is empty
    [[nodiscard]] std::optional<int> whole(int least, int most) const;
    [[nodiscard]] int wholeOr(int otherwise, int least, int most) const;
    [[nodiscard]] std::optional<bool> yesNo() const;
    [[nodiscard]] std::optional<qint64> cents() const; ///< of an amount in whole units
    [[nodiscard]] std::optional<QDate> date() const; ///< 2026-12-25
    [[nodiscard]] std::optional<QTime> time() const; ///< 09:00; 24:00 is read as 23:59

    /// "path: must be WHAT, found VALUE".
    void complain(const QString &what) const;
    /// "path: WORDS".
    void say(const QString &words) const;

private:
    QJsonValue m_value;
    QString m_path;
    QStringList *m_problems;
};

} // namespace deskbell::profile
