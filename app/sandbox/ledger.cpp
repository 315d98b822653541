// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/ledger.h"

namespace deskbell::sandbox {
namespace {

/// Spreads neighbouring numbers over all 64 bits (a bijection, so no two inputs collide).
quint64 scatter(quint64 x)
{
    x += 0x9e3779b97f4a7c15ULL;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

void putHex(char *at, quint64 value)
{
    static constexpr char hex[] = "0123456789abcdef";
    for (int i = 15; i >= 0; --i, value >>= 4)
        at[i] = hex[value & 15];
}

} // namespace

Ledger::Ledger(quint64 seed)
    : m_seed(scatter(seed))
{
}

QByteArray Ledger::newSid(const char *prefix)
{
    QByteArray sid(34, Qt::Uninitialized);
    const quint64 number = ++m_lastSid;
    sid.data()[0] = prefix[0];
    sid.data()[1] = prefix[1];
    putHex(sid.data() + 2, m_seed);
    putHex(sid.data() + 18, scatter(number));
    return sid;
}

LineType Ledger::lineType(const QByteArray &number) const
{
    return m_lineTypes.value(number, LineType::Mobile);
}

void Ledger::optOut(const QByteArray &handset, const QByteArray &shop)
{
    m_optOuts.insert({handset, shop});
}

bool Ledger::optIn(const QByteArray &handset, const QByteArray &shop)
{
    return m_optOuts.remove({handset, shop});
}

bool Ledger::isOptedOut(const QByteArray &handset, const QByteArray &shop) const
{
    return !m_optOuts.isEmpty() && m_optOuts.contains({handset, shop});
}

} // namespace deskbell::sandbox
