// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/wordscheck.h"

#include "core/language/templatecheck.h"
#include "core/profile/policyfields.h"

namespace deskbell::profile {
namespace {

using language::TemplateFault;
using language::TemplateUse;

TemplateUse useOf(QString Words::*member)
{
    if (member == &Words::nudge1 || member == &Words::nudge2)
        return TemplateUse::FollowUp;
    if (member == &Words::booked)
        return TemplateUse::Booked;
    if (member == &Words::optOutConfirmation)
        return TemplateUse::OptOutConfirmation;
    if (member == &Words::help)
        return TemplateUse::Help;
    return member == &Words::handOver ? TemplateUse::HandOver : TemplateUse::FirstText;
}

QString said(const TemplateFault &fault)
{
    using Kind = TemplateFault::Kind;
    switch (fault.kind) {
    case Kind::UnknownPlaceholder:
        return QStringLiteral("\"%1\" is no placeholder here and would reach callers as it stands").arg(fault.detail);
    case Kind::ReservedWord:
        return QStringLiteral("invites the word %1, which the networks take for opting out or in; use another word").arg(fault.detail);
    case Kind::FarTooLong: return QStringLiteral("would be %1 texts long; no network takes that").arg(fault.detail);
    case Kind::TooLong: return QStringLiteral("is %1 texts long and costs as many").arg(fault.detail);
    case Kind::DearLetter: return QStringLiteral("has letters that make a text cost double: %1").arg(fault.detail);
    case Kind::NameMissing: return QStringLiteral("does not name the shop; {biz} puts its name there");
    case Kind::NoWayOut: return QStringLiteral("does not say that STOP ends the texts");
    case Kind::NoPerson: return QStringLiteral("does not say how to reach a person; {num} puts your number there");
    case Kind::Promotion: return QStringLiteral("holds an offer (\"%1\"), which does not belong in automatic texts").arg(fault.detail);
    case Kind::Link: return QStringLiteral("holds a link, which carriers like to block in such texts");
    }
    return {};
}

} // namespace

void checkWords(const JsonNode &root, const Profile &profile)
{
    for (const WordField &field : wordFields()) {
        const QString &text = profile.words.*field.member;
        // The first text may also stand at the top of the file.
        const bool atTop = field.member == &Words::firstText && !root["first_text"].isMissing();
        for (const TemplateFault &fault : language::checkTemplate(text, useOf(field.member), profile.name)) {
            if (!text.isEmpty() && fault.isGrave())
                (atTop ? root["first_text"] : root["words"][field.key]).say(said(fault));
        }
    }
}

QStringList wordsAdvice(const Profile &profile)
{
    QStringList advice;
    for (const WordField &field : wordFields()) {
        const QString &text = profile.words.*field.member;
        if (text.isEmpty())
            continue;
        for (const TemplateFault &fault : language::checkTemplate(text, useOf(field.member), profile.name)) {
            if (!fault.isGrave())
                advice << QString(u"words." % QString::fromLatin1(field.key) % u": " % said(fault));
        }
    }
    return advice;
}

} // namespace deskbell::profile
