// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/nemesis/worldlog.h"

namespace deskbell::nemesis {

WorldLog::WorldLog(const QString &path)
    : m_file(path)
{
    if (!m_file.open(QIODevice::ReadWrite | QIODevice::Append | QIODevice::Unbuffered))
        qFatal("world: %s", qPrintable(m_file.errorString()));
}

WorldLog::Past WorldLog::read()
{
    Past past;
    m_file.seek(0);
    for (const QByteArray &line : m_file.readAll().split('\n')) {
        const QStringList fields = QString::fromUtf8(line).split(u'\t');
        if (fields.size() < 2)
            continue;
        const Instant at{fields[1].toLongLong()};
        past.last = std::max(past.last, at);
        if (fields[0] == QLatin1String("step"))
            past.steps.push_back(at);
        if (fields[0] == QLatin1String("told"))
            past.told.push_back({{fields[2]}, fields[3]});
        if (fields[0] == QLatin1String("taken"))
            past.taken.push_back({{fields[2]}, {fields[3]}, {fields[4]}, QString::fromUtf8(QByteArray::fromBase64(fields[5].toLatin1())), {fields[6]}, at, {}, false});
    }
    return past;
}

void WorldLog::add(const QStringList &fields) { m_file.write((fields.join(u'\t') % u'\n').toUtf8()); }

void WorldLog::stepHappens(Instant at) { add({QStringLiteral("step"), QString::number(at.ms)}); }

void WorldLog::taken(const Accepted &text)
{
    add({QStringLiteral("taken"), QString::number(text.at.ms), text.order.value, text.from.e164, text.to.e164,
        QString::fromLatin1(text.body.toUtf8().toBase64()), text.text.value});
}

void WorldLog::told(Instant at, const runtime::Notice &notice)
{
    add({QStringLiteral("told"), QString::number(at.ms), notice.thread.value, notice.what.code});
}

void WorldLog::dies(Instant at, const char *where) { add({QStringLiteral("dies"), QString::number(at.ms), QString::fromLatin1(where)}); }

} // namespace deskbell::nemesis
