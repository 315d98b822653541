// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/templatecheck.h"

#include "core/language/textcost.h"

#include <QRegularExpression>
#include <QStringList>
#include <algorithm>

namespace deskbell::language {
namespace {

using Kind = TemplateFault::Kind;

constexpr int mostParts = 10; // longer ones are refused by the networks
constexpr auto anyCase = QRegularExpression::CaseInsensitiveOption;

struct Filling {
    const char *placeholder;
    const char *longest;
};
constexpr Filling fillings[] = {
    {"{num}", "(512) 555-0142"},
    {"{open}", "Wed Dec 30 at 10:30 AM"},
    {"{when}", "Wed Dec 30 at 10:30 AM"},
    {"{svc}", "full interior detail (SUV or truck)"},
};

bool isKnown(const QString &placeholder, TemplateUse use)
{
    if (placeholder == QLatin1String("{biz}") || placeholder == QLatin1String("{num}"))
        return true;
    if (placeholder == QLatin1String("{open}"))
        return use == TemplateUse::FirstText;
    return use == TemplateUse::Booked
        && (placeholder == QLatin1String("{svc}") || placeholder == QLatin1String("{when}"));
}

QString filled(QString text, const QString &shopName)
{
    text.replace(QLatin1String("{biz}"), shopName);
    for (const Filling &one : fillings)
        text.replace(QLatin1String(one.placeholder), QLatin1String(one.longest));
    return text;
}

class Check
{
public:
    Check(const QString &text, TemplateUse use, const QString &shopName)
        : m_text(text)
        , m_filled(filled(text, shopName))
        , m_use(use)
        , m_shopName(shopName)
    {
    }

    std::vector<TemplateFault> all()
    {
        placeholders();
        reservedWords();
        length();
        letters();
        identity();
        promotion();
        std::stable_sort(m_faults.begin(), m_faults.end(),
            [](const TemplateFault &a, const TemplateFault &b) { return a.isGrave() && !b.isGrave(); });
        return std::move(m_faults);
    }

private:
    void add(Kind kind, const QString &detail = {})
    {
        const TemplateFault fault{kind, detail};
        if (std::find(m_faults.begin(), m_faults.end(), fault) == m_faults.end())
            m_faults.push_back(fault);
    }

    void placeholders()
    {
        static const QRegularExpression braces(QStringLiteral("\\{[^{}]*\\}?"));
        auto found = braces.globalMatch(m_text);
        while (found.hasNext()) {
            const QString one = found.next().captured();
            if (!isKnown(one, m_use))
                add(Kind::UnknownPlaceholder, one.left(40));
        }
    }

    void reservedWords()
    {
        QString words = m_text;
        if (!m_shopName.isEmpty())
            words.replace(m_shopName, QString(), Qt::CaseInsensitive); // "West End Salon" invites nobody
        // A word in capitals is meant to be sent; in small letters only right after "reply" and the like.
        static const QString list = QStringLiteral(
            "CANCEL|END|QUIT|UNSUBSCRIBE|STOP ?ALL|REVOKE|OPT-?OUT|REMOVE|ARRET|ALTO|BAJA|PARAR|TD|YES|START|UNSTOP");
        static const QRegularExpression capitals(QStringLiteral("\\b(%1)\\b").arg(list));
        static const QRegularExpression invited(
            QStringLiteral("\\b(?:reply|text|send|answer|respond|type|say|write)(?:\\s+(?:with|back|us|me|just|only|the|"
                           "word))*\\s+[\"'\u2018\u201c]?(%1)\\b")
                .arg(list),
            anyCase);
        for (const QRegularExpression *pattern : {&capitals, &invited}) {
            auto found = pattern->globalMatch(words);
            while (found.hasNext())
                addReserved(found.next().captured(1).toUpper());
        }
        misusedStop(words);
    }

    void addReserved(const QString &word)
    {
        if (word != QLatin1String("START") || m_use != TemplateUse::OptOutConfirmation)
            add(Kind::ReservedWord, word);
    }

    /// STOP ends the texts, whatever a template promises it does.
    void misusedStop(const QString &words)
    {
        static const QRegularExpression stop(QStringLiteral("\\bSTOP\\b(?! ?ALL)(.{0,48})"));
        static const QRegularExpression meaning(
            QStringLiteral("\\b(?:opt|end|stop|unsubscribe|quit|no more|not? get|texts?|messages?)\\b"), anyCase);
        auto found = stop.globalMatch(words);
        while (found.hasNext()) {
            const QString after = found.next().captured(1);
            if (!after.contains(meaning))
                add(Kind::ReservedWord, QStringLiteral("STOP"));
        }
    }

    void length()
    {
        const int parts = costOf(m_filled).parts;
        const int wanted = m_use == TemplateUse::FirstText || m_use == TemplateUse::FollowUp ? 1 : 2;
        if (parts > mostParts)
            add(Kind::FarTooLong, QString::number(parts));
        else if (parts > wanted)
            add(Kind::TooLong, QString::number(parts));
    }

    void letters()
    {
        QStringList dear;
        // Plain marks are put in by themselves when the text leaves.
        for (const DearLetter &one : dearLetters(withPlainMarks(m_filled))) {
            if (!dear.contains(one.letter) && dear.size() < 8)
                dear << one.letter;
        }
        if (!dear.isEmpty())
            add(Kind::DearLetter, dear.join(u' '));
    }

    void identity()
    {
        const bool named = m_text.contains(QLatin1String("{biz}"))
            || (!m_shopName.isEmpty() && m_text.contains(m_shopName, Qt::CaseInsensitive));
        if (!named && m_use != TemplateUse::HandOver && m_use != TemplateUse::Booked)
            add(Kind::NameMissing);
        if (m_use != TemplateUse::Help)
            return;
        static const QRegularExpression person(QStringLiteral("\\{num\\}|\\bcall\\b|\\bphone\\b|\\bperson\\b|\\d{3}.?\\d{4}"), anyCase);
        if (!m_text.contains(QLatin1String("STOP")))
            add(Kind::NoWayOut);
        if (!m_text.contains(person))
            add(Kind::NoPerson);
    }

    void promotion()
    {
        if (m_use != TemplateUse::FirstText && m_use != TemplateUse::FollowUp && m_use != TemplateUse::Booked)
            return;
        static const QRegularExpression offers(
            QStringLiteral("\\d+ ?%( off)?|\\b\\$?\\d+ off\\b|\\bdiscount\\w*|\\bcoupon\\w*|\\bpromo\\w*|\\bspecial offer\\w*|"
                           "\\bspecials\\b|\\bon sale\\b|\\bsale\\b|\\bsave (?:up to )?\\$?\\d+|\\blimited time\\b|"
                           "\\bgift cards?\\b|\\bfree (?:gift|estimate|quote|upgrade|trial|consultation|inspection)\\w*|"
                           "\\bdeals?\\b|\\bvoucher\\w*"),
            anyCase);
        static const QRegularExpression links(QStringLiteral("https?://|\\bwww\\.|\\bbit\\.ly"), anyCase);
        if (const auto found = offers.match(m_text); found.hasMatch())
            add(Kind::Promotion, found.captured());
        if (const auto found = links.match(m_text); found.hasMatch())
            add(Kind::Link, found.captured());
    }

    const QString m_text;
    const QString m_filled;
    const TemplateUse m_use;
    const QString m_shopName;
    std::vector<TemplateFault> m_faults;
};

} // namespace

bool TemplateFault::isGrave() const
{
    return kind == Kind::UnknownPlaceholder || kind == Kind::ReservedWord || kind == Kind::FarTooLong;
}

std::vector<TemplateFault> checkTemplate(const QString &text, TemplateUse use, const QString &shopName)
{
    return Check(text, use, shopName).all();
}

} // namespace deskbell::language
