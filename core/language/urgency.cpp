// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/urgency.h"

#include "core/language/pattern.h"

namespace deskbell::language {
namespace {

struct Kind {
    const char *name;
    bool life; ///< names the emergency number, and is never lowered by "not urgent"
    Patterns patterns;
};

/// Gravest first: the first kind that is found is the kind of the text.
const std::vector<Kind> &kinds()
{
    static const std::vector<Kind> table{
        {"self_harm", true,
            {"kill|hurt|harm|hang|shoot|cut myself", "killing|hurting|harming|cutting myself", "suicide|suicidal",
                "end|ending|take|taking my own? life", "end it all", "want|wanna|going|ready to? to? die",
                "wish i was|were dead", "dont|not want|wanna to? to? live|be here|alive|wake",
                "no point|reason in|to|of? going|living|live|go", "better off without me",
                "wont be here|around tomorrow|anymore|much", "cant go on|live", "nothing|nobody left? to? live for",
                "nobody would miss|care if i", "saying|say goodbye to everyone"}},
        {"threat", true,
            {"will|gonna|going|threat* to? kill|hurt|shoot|stab|murder me|us|her|him|you|them|my",
                "kill|killing|killed me|us if|when|tonight",
                "trying|tried|wants|threatened to kill|hurt|shoot|strangle|choke|stab",
                "i will|ill|im going|gonna|to? burn|shoot|blow|kill|destroy|smash ... you|your|shop|place|down|up",
                "has|got|with|have a gun|knife|weapon",
                "hitting|beating|choking|strangling|attacking|assaulted|stabbed|hurting me|her|him|us|my",
                "he|she|they|husband|wife|ex|boyfriend|girlfriend|dad|father|stalker ... outside ... "
                "door|house|window|car|work|apartment|banging",
                "banging|pounding|kicking on|at|in|down my|the? door",
                "broke|breaking|break into|in ... inside|still|now|right|here|house|place",
                "somebody|someone|guy|man|intruder|stranger ... in|inside|following", "following me", "stalking me",
                "afraid|scared|fear for my|our|her life", "held|holding hostage|against", "domestic violence",
                "someone|somebody|man|guy broke in"}},
        {"medical", true,
            {"cant|cannot|not|isnt|stopped|trouble|hard|difficulty to? breathe|breathing|breath|swallow|swallowing",
                "cant breathe", "chest pain*|pressure|hurts|tightness", "heart attack", "having a? stroke|seizure",
                "unconscious|unresponsive|overdose|overdosed|anaphyla*", "passed|blacked out", "collapsed",
                "isnt|not|hardly moving|responding|waking|breathing|conscious",
                "wont|cant|not|doesnt|hasnt|didnt stop|stopped|quit bleeding",
                "bleeding a|so? lot|heavily|badly|everywhere|bad|profusely|nonstop", "cut ... off|deep ... bleeding",
                "severe|heavy|bad bleeding",
                "face|jaw|lip|lips|throat|tongue|eye|eyes|neck|cheek ... swell*|swollen|swelled",
                "swell*|swollen face|jaw|throat|eye|lips|tongue|neck", "allergic reaction",
                "tooth|teeth ... knocked|broke|fell out|loose ... fell|hit|accident|out", "knocked out ... tooth|teeth",
                "knocked ... tooth|teeth out", "abscess ... fever|swell*|pain|pus",
                "fever ... swell*|abscess|infection|tooth", "chemical|bleach|dye|acid|glue ... eye|eyes",
                "eye|eyes burn*|cant|wont see|open", "cant see ... eye|anything|out", "burned|burnt ... scalp|skin|bad",
                "scalp|skin is|are? burning|blister*", "in labor", "water broke",
                "broke|broken my|his|her arm|leg|hip|wrist|bone|ankle",
                "fell ... ladder|stairs|roof ... hurt|moving|head|cant", "choking|electrocuted|poisoned|concussion"}},
        {"fire", true,
            {"on fire", "caught|catching fire", "fire in|at|started|is|alarm",
                "house|kitchen|car|garage|dryer|oven|outlet|panel|grease fire", "flames",
                "smoke coming|filling|pouring|everywhere|from|billowing|in",
                "smoking ... outlet|panel|breaker|wire*|switch|socket|vent*|furnace|dryer|attic",
                "outlet|panel|breaker|wire|wires|wiring|switch|socket|furnace|dryer|light|fan|plug|cord|motor|unit ... "
                "smoking|smoke|smokes|smoked|melting|melted|burning|burnt|sparking|sparks|sparked|scorched|sizzling",
                "spark* ... outlet|panel|breaker|wire*|switch|socket|meter|plug",
                "burning|burnt|electrical|smoke|smoky|plastic smell|odor ... "
                "panel|outlet|wall|vent*|furnace|breaker|attic|switch|house|unit|ac|dryer",
                "smell|smells|smelling like? smoke|burning|burnt|burn|something|electrical|plastic ... "
                "burning|panel|outlet|wall|house|vents|furnace|from|coming",
                "wires|wire|outlet hot to|and", "explosion|exploding"}},
        {"gas", true,
            {"smell|smells|smelling|smelled like? a|of|strong|natural|some|the? gas",
                "gas line ... leak*|hiss*|broke|hit|cut|smell*", "gas hissing", "gas leak|leaking|smell|odor|fumes",
                "leaking gas", "rotten egg|eggs", "smell|smells ... rotten egg|eggs", "carbon monoxide",
                "co|monoxide alarm|detector|alarms", "hissing ... gas|meter"}},
        {"electric", true,
            {"got|getting|gets|get|was|am a? shocked|shock|zapped|electrocuted ... "
             "touch*|from|by|when|shower|faucet|sink|handle|outlet|panel|switch",
                "shock|shocks|shocked|zapped me|us",
                "down|downed|fallen|live|exposed|hanging power? line|lines|wire|wires|cable",
                "wire|wires|line|lines|cable is|are|fell|came|took|went|hanging? down|exposed|live|hanging|sparking|on",
                "took ... wires|line|lines down", "water in|on|near|into|dripping ... panel|breaker|outlet|fuse|lights",
                "panel|breaker|outlet ... buzzing|wet|water|hot"}},
        {"vehicle", true,
            {"brake|brakes|brake pedal ... fail*|gone|out|floor|not|wont|dont|stopped", "no brakes",
                "brake|brakes ... failed|gone|floor|stopped",
                "car|truck|engine|van|suv|hood ... smoking|smoke|overheating|overheated|steam*",
                "stranded|stuck|broke|broken down? on|in|at|near the? "
                "side|road|highway|freeway|interstate|tracks|middle|shoulder|bridge|tunnel|traffic|intersection|"
                "nowhere",
                "stuck|stalled|broke|died ... tracks|intersection|highway|freeway|interstate|traffic|middle",
                "steering ... locked|gone|failed|out", "wheel fell|came off",
                "in|had|been an? accident|wreck|crash ... just|now|hurt|need|tow", "just crashed|wrecked",
                "accelerator|gas pedal|throttle stuck"}},
        {"lockout", true,
            {"lock|locked ... baby|kid|kids|child|son|daughter|toddler|infant|dog|puppy|cat|grand* ... "
             "car|van|truck|inside|in|bathroom|room|house",
                "baby|kid|kids|child|son|daughter|toddler|infant|dog|puppy|grand* ... locked|stuck|trapped ... "
                "in|inside|car|bathroom|room|elevator",
                "locked ... stove|oven|candle|baby|kid|child|alone|freezing|cold|night|pitch|raining|snowing|following",
                "stove|oven ... locked out", "locked myself|herself|himself ... in|bathroom|room|out", "locked out",
                "trapped|stuck in|inside ... elevator|room|bathroom|car|basement"}},
        {"animal", true,
            {"dog|cat|puppy|kitten|pet|rabbit|bird|horse|bunny|hamster|he|she ... hit|run|struck by|over a|the? "
             "car|truck|bus",
                "dog|cat|puppy|kitten|pet|rabbit|bunny|bird|hamster|ferret ... "
                "breath*|seizure*|seizing|collapsed|unconscious|bleeding|bloat*|paralyzed|limp|poison*|choking|dying|"
                "stand|walk|pee|urinate",
                "dog|cat|puppy|kitten|pet|rabbit|bunny ... ate|swallowed|eaten|drank|got|licked ... "
                "chocolate|poison|grapes|raisins|xylitol|antifreeze|needle|battery|sock|rat|pills|medication|lily|"
                "lilies|string|toy|bone|gum|into|bleach",
                "dog|cat|puppy|kitten ... attacked|bit|bitten|stung|snake|mauled",
                "dog|cat ... throwing|vomit* ... blood|foam|nonstop|hours|stand|stop"}},
        {"sewage", false,
            {"sewage|sewer|raw|poop|feces ... "
             "backing|backed|coming|overflow*|up|everywhere|floor|tub|smell|shower|basement|yard|wont",
                "toilet|toilets|tub|drain|drains|sewer|septic ... overflow*|overflowing|backing|backed|backs",
                "overflow* ... sewage|toilet|sewer"}},
        {"water", false,
            {"flood*|flooding|flooded",
                "pipe|pipes|line|main|hose|heater|tank|valve|shutoff|faucet ... "
                "burst|bursted|exploded|broke|broken|split|snapped|gushing|spraying|blew|busted|sheared",
                "burst|busted|broken|gushing|exploded pipe|pipes|water|main|line",
                "water|its|it ... spraying|gushing|pouring|shooting|rushing|streaming",
                "water ... everywhere|rising|coming|raining",
                "pouring|gushing|spraying|shooting|raining|streaming into|out|from|through|everywhere|down|water",
                "water everywhere|all over|coming|pouring|leaking ... "
                "ceiling|wall|floor|lights|in|through|down|everywhere|fast",
                "ceiling ... "
                "dripping|leaking|bulging|bulg*|falling|collapsed|collapsing|caving|pouring|sagging|down|water",
                "dripping|leaking|coming ... ceiling|through",
                "cant|wont|not|unable|how|couldnt ... turn|shut|stop|get ... water|off|it|leak",
                "leak* ... cant|wont|bad|badly|everywhere|fast|stop|pouring|worse|ceiling|heavily",
                "basement|kitchen|bathroom|garage|hallway|house|apartment|floor ... "
                "filling|under|full|inches|soaked|underwater",
                "no water at|in|anywhere|house"}},
        {"heat", false,
            {"no|without|lost heat|heating|furnace|ac|air|cooling|hot ... "
             "baby|kid|kids|elderly|oxygen|freezing|infant|newborn|grand*|old|sick|degrees|cold|night|mom|dad|pregnant|"
             "disabled",
                "heat|heater|furnace|boiler|ac|heating ... out|broke|broken|died|dead|off|quit|stopped|down|working "
                "... freezing|cold|baby|kid|kids|elderly|degrees|grand*|newborn|infant|oxygen|old|sick|pregnant|pipes",
                "baby|kid|kids|elderly|newborn|infant|grand*|mother|oxygen ... no|without heat|ac|heater|air",
                "freezing in|inside|house|here|cold", "no heat", "house is|its freezing",
                "pipes ... freeze|freezing|frozen", "# degrees in|inside"}},
        {"legal", false,
            {"arrested|detained|handcuffs", "under arrest", "in jail|custody", "in|at|to|from the? jail|custody",
                "police|cops|cop|fbi|detective|detectives|sheriff|officer|officers|ice|immigration|dea ... "
                "here|door|station|question*|has|have|took|want|wants|outside|warrant|search*|house|talk|custody|now",
                "warrant ... arrest|out|me|house|my",
                "court|hearing|arraignment|trial|deadline|judge ... "
                "today|tomorrow|morning|hour|hours|tonight|in|this|am",
                "evict*|evicting|eviction|lockout|foreclos* ... "
                "today|tomorrow|now|sheriff|tonight|morning|here|hours|out|served",
                "served ... papers|restraining|order|eviction|lawsuit|summons|notice ... "
                "today|tomorrow|tonight|morning|just|now|hours|court",
                "just got? served", "took|taking|take|taken my|the|our kids|kid|son|daughter|children|baby|child",
                "bail|deported|deportation|deporting", "dui ... tonight|last|now|just|night"}},
        {"distress", false,
            {"panicking|hysterical", "panic attack", "please help|call me|us now|immediately|hurry",
                "help me now|hurry", "^ help me? $", "please help $", "im|we|i am|are? desperate",
                "worst|unbearable|excruciating|severe|extreme|horrible|terrible pain|toothache",
                "pain ... unbearable|excruciating|cant|worst|screaming|killing|severe|sleep",
                "cant take it|this anymore|any",
                "in so? so|extreme|severe|terrible|a|lot|unbearable|agony|excruciating? much|of? pain|agony",
                "crying|screaming in|from|with pain", "this|its|it is? an? real|life|true|medical|huge? emergency",
                "emergency ... help|now|asap|please|call|need", "urgent ... call|help|now|please|asap",
                "need|send someone|help|you now|immediately|urgently", "have|having|got|with|an emergency"}},
    };
    return table;
}

bool isJoke(const Tokens &tokens)
{
    static const Patterns patterns{"lol|lmao|haha*|jk|lolol|rofl|hehe", "just kidding|joking"};
    return patterns.in(tokens);
}

bool isPast(const Tokens &tokens)
{
    static const Patterns patterns{"last week|month|year|summer|winter|spring|fall|time|november|december|march",
        "a while|long|few ago|back|weeks|months|years", "# weeks|months|years ago", "used to", "years|months|weeks ago",
        "yesterday but", "already fixed|stopped|handled|resolved|done"};
    return patterns.in(tokens);
}

bool isNegated(const Tokens &tokens)
{
    static const Patterns patterns{"no|not longer|anymore", "no longer",
        "not|isnt|nothing|arent|no|aint an|a|that|really|super|too|so? "
        "urgent|emergency|rush|hurry|serious|danger|emergencies",
        "not|isnt|stopped leaking|flooding|smoking|bleeding|burning", "isnt ... anymore", "under control",
        "handling it", "for now", "if i|we|you|it ever", "any day|time ... fine|ok|good|works",
        "no hurry|rush|pain|swelling|smell|leak|fever",
        "do you|yall|guys? handle|do|offer|have|take|charge|answer|install|fix|repair|replace|sell",
        "how much|long|often", "whats|what is|the|your ... cost|price|fee|rate",
        "quote|quoted|estimate|price|cost|pricing", "put|putting in", "want|need a? new", "included in",
        "can you fix|clean|get|replace|put|install|remove"};
    return patterns.in(tokens);
}

/// Words that sound like danger in a trade where they are praise or work.
bool isFigureOfSpeech(const Tokens &tokens)
{
    static const Patterns patterns{"killing|kills it|me lol|haha",
        "are|is|was|look|looks|lashes|nails|hair straight|so|absolute|pure? fire", "killer look|style|deal|job",
        "kill the|that|this|these|those? smell|odor|weeds|bugs|ants|roaches|grass|mold|stain",
        "fire station|place|pit|department|extinguisher|alarm|sale|hydrant", "fireplace", "dying my|her|his|the hair",
        "dye job", "stuck in traffic", "smoke smell|odor ... car|seat|seats|couch|carpet|interior|clean|remove|out",
        "cigarette|weed|cigar smell|smoke|odor", "flood light|lights|damage|car", "burn|scorch mark|marks|hole|stain",
        "emergency fee|rate|kit|contact|fund"};
    return patterns.in(tokens);
}

bool isGravest(const QString &kind) { return kind == QLatin1String("self_harm") || kind == QLatin1String("threat"); }

/// Where a kind is spoken of. A denied mention does not count, another one in the same text does.
std::optional<Pattern::Span> mentionOf(const Kind &kind, const Tokens &tokens)
{
    const auto first = kind.patterns.find(tokens);
    if (!first || isGravest(QString::fromLatin1(kind.name)) || !deniedBefore(tokens, first->from))
        return first;
    for (const Pattern::Span &span : kind.patterns.findAll(tokens)) {
        if (!deniedBefore(tokens, span.from))
            return span;
    }
    return std::nullopt;
}

} // namespace

bool deniedBefore(const Tokens &tokens, int from)
{
    static const Patterns denials{"no|not|without|never|nor|dont|doesnt|didnt|isnt|wasnt|arent|havent|hasnt|aint|wont|wouldnt"};
    static const Patterns fillers{"a|an|any|the|more|longer|real|sign|signs|trace|of|actual|actually|see|hear|even|visible"};
    constexpr int farthest = 4;
    for (int at = from; at > 0 && from - at < farthest; --at) {
        if (tokens[static_cast<size_t>(at)].starts)
            return false; // "no, smell of gas": another part of the sentence
        const Tokens before{tokens[static_cast<size_t>(at) - 1]};
        if (denials.in(before))
            return true;
        if (!fillers.in(before))
            return false;
    }
    return false;
}

std::optional<Urgency> mentionedDanger(const Tokens &tokens)
{
    for (const Kind &kind : kinds()) {
        const auto span = mentionOf(kind, tokens);
        if (!span)
            continue;
        QStringList words;
        for (int i = span->from; i < span->to; ++i)
            words.append(tokens[static_cast<size_t>(i)].word);
        return Urgency{QString::fromLatin1(kind.name), kind.life, words.join(u' ')};
    }
    return std::nullopt;
}

std::optional<Urgency> findUrgency(const Tokens &tokens)
{
    const auto danger = mentionedDanger(tokens);
    if (!danger)
        return std::nullopt;
    if (!isGravest(danger->kind) && (isJoke(tokens) || isPast(tokens) || isFigureOfSpeech(tokens)))
        return std::nullopt;
    if (!danger->life && isNegated(tokens))
        return std::nullopt;
    return danger;
}

} // namespace deskbell::language
