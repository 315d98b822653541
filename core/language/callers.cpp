// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/callers.h"

#include "core/language/pattern.h"

namespace deskbell::language {

QString findCallerKind(const Tokens &tokens)
{
    static const Patterns seeker{"are|r you|yall|guys|they|u|still ... hiring", "^ hiring", "hiring right|now|anyone|$",
        "job|jobs opening|openings|application|applications|opportunities|position|available", "apply for|to ... job|work|position|you|at|there|a",
        "looking|searching for|to ... work|job|employment|apprenticeship|internship|position", "my|a|send|drop|email ... resume|cv",
        "any|open jobs|positions|vacancies", "work for|with you|yall|guys|u ... hiring|experience|years|looking|resume"};
    static const Patterns supplier{"delivery|deliver|delivering|shipment|pallet|freight|truck ... your|ur order|parts|dock|supplies|shop|store",
        "your|ur order|parts|shipment|supplies|po|pallet|delivery is|are|has|have|will|shipped|arrives|arriving|delayed|backordered|on",
        "purchase order", "your|ur account|rep|sales|delivery ... past due|rep|driver", "po number|#",
        "this is|its|im ... from|with|at ... supply|supplies|distributing|distributor|distributors|wholesale|wholesalers|depot|ups|fedex|vendor|parts|beverage|linen"};
    static const Patterns status{"is|are|will my|our|the|it|everything|that|they ... ready|done|finished|fixed|complete|completed|dry $",
        "is|are|will my|our ... ready|done|finished|fixed|complete|completed", "status of|on|update", "any|an|got update|updates|news on|about|yet|$|for|?",
        "when will|is|are|can|should my|our|it|i|the ... ready|done|finished|pick|picked|back", "hows|how is|are my|our|it|the|everything ... coming|going|doing|along|looking",
        "checking|check in|on|up ... my|our|the|status", "has|have|did my|our|the part|parts|order|results|estimate|lab ... come|came|arrive|arrived|in|back|ready"};
    static const Patterns wishes{"book|schedule|appointment|how much"};
    if (seeker.in(tokens))
        return QStringLiteral("job_seeker");
    if (supplier.in(tokens))
        return QStringLiteral("supplier");
    return status.in(tokens) && !wishes.in(tokens) ? QStringLiteral("job_status") : QString();
}

int findShift(const Tokens &tokens)
{
    static const Patterns earlier{"^ earlier|sooner $", "anything|something|any|do|got|have|it|come|make|bit|little|go|one|possible|in earlier|sooner",
        "earlier|sooner slot|time|one|possible|would|if|please|than"};
    static const Patterns later{"^ later $", "anything|something|it|bit|little|do|have|got|make|go|much|come later",
        "later slot|time|one|than|would|please|in"};
    static const Patterns notLater{"later this|today|on|tonight", "see|talk|text|call|catch ... later", "maybe later"};
    if (earlier.in(tokens))
        return -1;
    return later.in(tokens) && !notLater.in(tokens) ? 1 : 0;
}

} // namespace deskbell::language
