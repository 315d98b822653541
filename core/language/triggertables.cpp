// SPDX-License-Identifier: GPL-3.0-or-later
// What fetches a person besides danger itself (urgency.cpp): for every trade, then trade by trade. A row that silences
// the assistant costs the caller an answer, so rows of AlertLevel::Now name what only a person may handle.
#include "core/language/triggers.h"

namespace deskbell::language {

const std::vector<TriggerRow> &triggerTable()
{
    using enum AlertLevel;
    static const std::vector<TriggerRow> table{
        // Every trade
        {"", Now, true, "complaint",
            {"sue|suing you|yall|your", "take|taking you|yall to? court", "my|our lawyer|attorney|solicitor will|is|has",
                "small claims", "hear|hearing from my|our lawyer|attorney|solicitor", "chargeback",
                "disput* the|this|that|your charge|payment|invoice|bill", "better business bureau", "trading standards",
                "report|reporting you|yall to", "want|demand|need my money back", "want|demand a? full? refund",
                "leave|leaving|post|posting|write|writing a|you|bad|one|1|terrible|negative? "
                "bad|one|1|terrible|negative|awful star? review",
                "you guys|all? ripped me off", "this is? unacceptable"}},
        {"", Now, true, "damage",
            {"you|yall|guys|tech|technician|team|crew|he|she|they scratched|damaged|dented|cracked|flooded|broke|ruined "
             "my|our|the|a|it",
                "my|our|the _ is|was? scratched|damaged|dented|cracked since|after you|your|yall",
                "swirl marks since|after|from you|your"}},
        {"", Now, true, "official",
            {"im|i am|this is? a? reporter|journalist", "from the news|newspaper|tv|channel|press",
                "health|building|fire|labor inspector|inspection officer|department|here|visit|coming",
                "this is|im officer|detective|sergeant|deputy"}},
        {"", Today, true, "supplier", {"delivering|deliver your order|parts|supplies|pallet", "your account|sales rep"}},
        {"", Today, true, "job",
            {"are you|yall hiring", "apply|applying for a|the|any? job|position|work|opening", "my resume|cv"}},

        // Plumbing and heating
        {"plumb|heat|hvac", Danger, false, "gas",
            {"headache|headaches|dizzy|dizziness|nausea ... boiler|furnace|heater", "boiler|furnace|heater ... headache|headaches|dizzy"}},
        {"plumb|heat|letting|property", Danger, false, "sewage",
            {"sewage ... ... baby|newborn|infant|elderly|sick|ill", "baby|newborn|infant|elderly ... ... sewage"}},
        {"plumb|heat|letting|property|rent", Danger, false, "water",
            {"ceiling ... coming down", "ceiling ... falling|collapsing|collapse|caving|give"}},
        {"plumb|heat|letting|property|rent", Now, false, "water",
            {"no water at all", "no running water", "only toilet ... blocked|clogged|backed",
                "toilet ... blocked|clogged ... only one|toilet|bathroom"}},
        {"plumb|heat", Now, true, "repeat",
            {"you|yall|guys|tech fixed|repaired ... again|still"}},
        {"plumb|heat", Today, true, "certificate", {"landlord|safety certificate|cert|record", "insurance claim|job|work|adjuster"}},

        // Letting
        {"letting|property|rent|estate", Now, false, "electric",
            {"no power|electricity|electric", "power|electricity is? out|off|gone", "lost power|electricity"}},
        {"letting|property|rent|estate", Now, false, "security",
            {"door|window|lock ... kicked|smashed|broken|wont lock|close", "was|were|been|got burgled|robbed"}},
        {"letting|property|rent|estate", Now, true, "complaint", {"ombudsman", "the council", "damp|mold|mould ... baby|asthma|infant"}},
        {"letting|property|rent|estate", Today, true, "tenancy",
            {"rent arrears", "behind on my|the|our? rent", "notice to leave|quit|vacate", "my|the deposit back|dispute|return*",
                "neighbor|neighbour|neighbors|neighbours ... noise|loud|noisy|music"}},

        // Law
        {"law|legal|attorney", Now, false, "legal",
            {"hearing|deadline|court|trial|arraignment|deposition ... today|tomorrow|tonight", "removal date|order",
                "ice detained|detention|custody|arrested", "interview with|by the? police|detective*"}},
        {"law|legal|attorney", Now, false, "threat",
            {"domestic|abusive abuse|violence|husband|wife|partner|boyfriend|girlfriend", "hits|beats|hit me", "restraining order"}},
        {"law|legal|attorney", Today, true, "counsel",
            {"opposing counsel", "i represent the|your? _", "clerk of the? court", "court clerk", "records request"}},

        // Dental and medical front desk
        {"dent|medic|clinic|doctor", Danger, false, "medical",
            {"swelling|swollen ... eye|neck|throat|breathe|breathing|swallow*", "double vision", "hit ... head ... vomit*|passed|blacked"}},
        {"dent|medic|clinic|doctor", Now, false, "medical",
            {"bleeding ... extraction|surgery|pulled|removed", "extraction|surgery ... bleeding", "cant|couldnt sleep ... pain|tooth|toothache",
                "pain|toothache ... cant|couldnt|no sleep", "severe|unbearable|terrible tooth? pain|toothache",
                "son|daughter|kid|child|toddler ... in pain|agony"}},
        {"dent", Today, true, "repair",
            {"crown|cap fell|came|popped off|out", "lost my|a? crown|cap|filling", "denture|dentures broke|broken|cracked|hurt*",
                "wire ... poking|stabbing|cutting|came", "prescription refill|ran|needs", "copy of my|the records|xrays|x-rays"}},

        // Salon
        {"salon|hair|beauty|barber|spa|lash|nail", Now, false, "medical",
            {"burned|burnt|burning|blister* ... dye|bleach|color|colour|wax|treatment|relaxer|peel",
                "dye|bleach|color|colour|wax|treatment|relaxer|peel ... burned|burnt|burning|blister*|rash|hives",
                "rash|hives ... dye|color|colour|lash*|brow*|tint|wax", "hair is|was? falling|breaking|coming out|off|chunks"}},
        {"salon|hair|beauty|barber|spa|lash|nail", Now, true, "event",
            {"wedding|married|bride ... today|tomorrow|hours", "waiting|standing outside|here|front ... nobody|no|stylist|where|closed"}},
        {"salon|hair|beauty|barber|spa|lash|nail", Today, true, "complaint",
            {"refund", "wrong color|colour|shade|length", "different|another|change|switch stylist"}},

        // Detailing
        {"detail", Now, true, "vehicle_held", {"cant|cannot|wont get|give|release|return me? my car|truck|keys|vehicle back?"}},
        {"detail", Today, true, "biohazard", {"blood|needle|needles|feces|biohazard|body ... car|seat|seats|carpet|trunk|truck|van|suv"}},
        {"detail", Today, true, "fleet",
            {"fleet", "dealer|dealership", "matte|matt paint|finish|wrap|car", "is|its|fully? wrapped", "classic car|truck|_"}},
    };
    return table;
}

} // namespace deskbell::language
