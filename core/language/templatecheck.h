// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

namespace deskbell::language {

/// Which of the shop's own texts a template is for.
enum class TemplateUse { FirstText, FollowUp, Booked, OptOutConfirmation, Help, HandOver };

struct TemplateFault {
    enum class Kind {
        UnknownPlaceholder, ///< detail: "{bix}"; it would reach callers as it stands
        ReservedWord, ///< detail: the word; carriers take the answer as opt-out or opt-in
        FarTooLong, ///< detail: parts; no carrier takes it
        TooLong, ///< detail: parts
        DearLetter, ///< detail: the letters; each text costs double
        NameMissing,
        NoWayOut, ///< does not say how to stop the texts
        NoPerson, ///< does not say how to reach a person
        Promotion, ///< detail: the words; not in automatic texts
        Link, ///< detail: how it begins
    };
    Kind kind = Kind::TooLong;
    QString detail;
    /// The text must not be used like this. Other faults are advice.
    [[nodiscard]] bool isGrave() const;
    bool operator==(const TemplateFault &) const = default;
};

/// Faults of one template, the grave ones first. Lengths are of the text as it leaves, with the longest dates.
[[nodiscard]] std::vector<TemplateFault> checkTemplate(const QString &text, TemplateUse use, const QString &shopName);

} // namespace deskbell::language
