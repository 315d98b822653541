// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QUrl>

namespace deskbell::bench {

/// Time that passes while others work; measuring needs it, tests do not.
void pause(int milliseconds);

/// The phone company in a process of its own, driven over its control addresses. Blocking; for measuring only.
class Company
{
public:
    /// \p program is the deskbell binary. Fatal when it does not start: there is nothing to measure then.
    explicit Company(const QString &program);
    ~Company();

    [[nodiscard]] QUrl base() const { return m_base; }
    void fault(const QByteArray &json);
    void burst(int count, double perSecond);
    [[nodiscard]] QJsonObject state();
    /// Waits until so many texts were accepted, or \p seconds passed. Returns the last state.
    [[nodiscard]] QJsonObject waitForTexts(int count, int seconds);
    /// Waits until somebody listens to the push channel.
    void waitForListener();

private:
    QByteArray ask(const QByteArray &method, const QByteArray &path, const QByteArray &body = {});
    QProcess m_process;
    QUrl m_base;
};

} // namespace deskbell::bench
