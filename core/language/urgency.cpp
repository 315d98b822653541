// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/urgency.h"

#include "core/language/pattern.h"

#include <QHash>

namespace deskbell::language {
namespace {

struct Danger {
    const char *name;
    bool life; ///< names the emergency number, and is never lowered by "not urgent"
    Patterns patterns;
};

/// Gravest first: the first kind that is found is the kind of the text.
const std::vector<Danger> &dangers()
{
    static const std::vector<Danger> table{
        {"self_harm", true,
            {"ending|end it all|everything|things",
                "feel|feeling like|of dying|ending|death",
                "dont|cant see|find a|any? reason|point|way ... live|living|on|out|go",
                "not worth living",
                "take|taking my own life",
                "better off ... gone|dead|without|if",
                "took|taken|swallowed|taking|take all|a|the|whole|bunch|bottle|too ... pills|meds|medication|tablets|tylenol|bottle",
                "slit|cut|cutting my? wrist|wrists",
                "jump|jumping off a|the? ... bridge|roof|building|balcony",
                "dont|not|no want|wish|wanna|reason to? ... wake up|exist|live|alive",
                "nothing|no reason|point to|in live|living|go|staying",
                "hurt|hurting|harm|harming|kill|killing myself",
                "kill|hurt|harm|hang|shoot|cut myself", "killing|hurting|harming|cutting myself", "suicide|suicidal",
                "end|ending|take|taking my own? life", "end it all", "want|wanna|going|ready to? to? die",
                "wish i was|were dead", "dont|not want|wanna to? to? live|be here|alive|wake",
                "no point|reason in|to|of? going|living|live|go", "better off without me",
                "wont be here|around tomorrow|anymore|much", "cant go on|live", "nothing|nobody left? to? live for",
                "nobody would miss|care if i", "saying|say goodbye to everyone"}},
        {"threat", true,
            {"followed|following|chasing|stalking|cornered|attacking me|us|her|him|my ... home|outside|still|now|scared|here|car",
                "being|getting followed|stalked|attacked|robbed|mugged|threatened|chased",
                "outside|at my|our? ... knocking|pounding|banging|yelling|screaming|wont leave|gun|knife",
                "breaking|break|broke|climb|climbing|trying|forced|forcing ... into|in|through ... my|our|the ... house|apartment|home|window|door|place|unit|room|condo|building",
                "someone|somebody|guy|man|men|stranger|person ... in|inside|outside|at my|our|the ... house|apartment|home|door|window|yard|room|balcony",
                "youre|you|yall|u are? all|so|both? dead",
                "know|found where you live|work|park|sleep",
                "gonna|going|will|ill|coming .... hurt|kill|shoot|stab|burn|rape|choke|beat you|her|him|me|us|them|yall|everyone|someone|all|your|people", "kicked|kicking|smashed|smashing|busted|busting in|down|through my|the|our ... door|window",
                "pulled|pointed|waving|has|holding|showed a|his|the gun|knife|weapon",
                "raped|molested|assaulted|kidnapped|hostage",
                "scared|afraid hes|he|shes|she|theyre ... hurt|kill|come|outside|find",
                "hits|hitting|hit|beating|choking|choked me|her|him again|now|and|hiding",
                "will|gonna|going|threat* to? kill|hurt|shoot|stab|murder me|us|her|him|you|them|my",
                "kill|killing|killed me|us if|when|tonight",
                "trying|tried|wants|threatened to kill|hurt|shoot|strangle|choke|stab",
                "im|ill|i going|will|gonna ... hurt|beat|kill|shoot|stab|murder someone|you|people|everyone|yall|him|her|them",
                "hit|hits|beat|beats|choked|punched|attacked|threatened|abused|abusing|slapped me|us|her ... "
                "help|again|scared|afraid|police|kids|hiding|tonight|husband|boyfriend|ex",
                "husband|boyfriend|ex|wife|partner|dad|father|stepdad hit|hits|beat|beats|choked|punched|attacked|slapped|hurting|beating me|us|him|her|my",
                "threatening|threatened|threatens ... kill|hurt|me|us|shoot|gun|knife|life", "i will|ill|im going|gonna|to? burn|shoot|blow|kill|destroy|smash ... you|your|shop|place|down|up",
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
            {"skin|scalp|face|lip|lips|forehead|neck|arm|hand ... peeling|raw|blister*|bleeding|burned|burnt ... bad|raw|bleeding|wax|bleach|dye|burn|help|pain|chemical",
                "need|send|call|calling an|the? ambulance|911|paramedics|ems|medic",
                "unconscious|overdosed|overdosing|drowning|suffocating|concussed",
                "hit|hurt|cracked|split|bumped my|his|her|their? head ... bleeding|vomiting|throwing|dizzy|waking|passed|out|knocked",
                "stopped|not breathing",
                "poisoned|poisoning",
                "blood|bleeding ... wont|cant|doesnt|not|never|keeps|isnt ... stop|stopping|clot|slow|slowing|coming|gushing|pouring",
                "losing|lost a? lot|so|too|much of|much? blood",
                "chemical|acid|bleach|steam|bad|severe|third burn|burns|burned",
                "blistering|blisters|blistered",
                "burn|burned|burning|burnt ... forehead|face|scalp|neck|eyes|eye|skin|ears ... bad|blister*|bleeding|peeling|raw|help|chemical|bleach|dye",
                "cheek|jaw|face|neck|gum|lip|lips|eye|throat ... huge|hot|twice|fever|golf|baseball|balloon|shut|closing|ballooned",
                "fever ... 101|102|103|104|105|infection|swollen|swelling|cheek|jaw|tooth",
                "someone|somebody|hes|shes|he|she|im|people|driver|kid|kids|badly|passenger ... hurt|injured|bleeding|unconscious|trapped|dying",
                "fainted|fainting|unconscious|convulsing",
                "hives|rash ... breath*|throat|face|swell*|tongue|lips|spreading",
                "reaction ... hives|breath*|throat|swell*|swollen|face|lips|tongue|numb*",
                "not|isnt|arent|wont respond|responding|waking|wake|breathing|breathe",
                "numb ... arm|chest|face|side",
                "eye|eyes ... glued|stuck|shut|swollen|burning",
                "cant|cannot|couldnt open|close|move|feel|see my|his|her|our|from|out ... mouth|jaw|eye|eyes|arm|leg|legs|face|neck",
                "vision ... blurry|gone|lost",
                "tooth|teeth ... came|knocked|fell|popped|got out",
                "throat|airway|tongue|lips ... clos*|swell*|swollen|tight|tightening|swelled|puffed",
                "swelling|swollen|swelled ... throat|face|lips|tongue|neck|eye|jaw|worse|fever|spreading|bad|fast",
                "tooth|teeth got|was|is|are|were|came|fell|just? knocked|out|hanging|loose|broken|broke out|loose|off|playing|hanging|accident",
                "tooth|teeth ... came|fell|knocked|popped|got|hit out", "knocked|lost|broke|cracked|chipped out? ... tooth|teeth ... fall|fell|fight|hit|accident|hockey|game|playing|bleeding|crash",
                "chest|heart pains|pain|hurts|pressure|tight|attack", "having|had|has|having|is a? stroke|seizure|seizures|convulsing",
                "bleach|chemical|acid|dye|glue|lash|product ... eye|eyes ... burn*|blind|see|hurt|hurts|red|swollen",
                "no puedo|puede|puedes respirar", "sangrando|sangre|inconsciente|desmayo|desmayado|convulsion", "pregnant ... bleeding|fell|pain",
                "cant|cannot|not|isnt|stopped|trouble|hard|difficulty|barely|hardly to? breathe|breathing|breath|swallow|swallowing",
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
            {"on fire", "caught|catching|started a? fire", "smoke in|filling|inside|everywhere|throughout ... house|room|kitchen|apartment|basement|attic|vents|building",
                "sparks|sparking|arcing|flames coming|out|from|flying|in|shooting", "outlet|panel|breaker|plug|wire|wires|wiring|switch|cord|socket|fuse ... melt*|burnt|smoking|spark*|charred|scorched",
                "fuego|incendio|humo|llamas|quemando", "fire in|at|started|is|alarm",
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
            {"smell|smells|smelling|odor|stink|stinks ... rotten|egg|eggs|propane|gas|sulfur",
                "monoxide|co detector|alarm ... beeping|going|keeps|off|headache|headaches|sick",
                "smell|smells|smelling|smelled|odor|stink|stinks|reek|reeks|whiff ... gas|propane|methane|egg|eggs|fumes",
                "gas|propane leak|leaks|leaking|smell|smells|odor|fumes|hissing|hiss|escaping|everywhere",
                "hiss|hissing ... gas|propane|meter|line|tank", "co2|co|monoxide|dioxide ... alarm|detector|beeping|headache|headaches|dizzy|poisoning|going|leak",
                "huele|olor|fuga|escape ... gas", "smell|smells|smelling|smelled like? a|of|strong|natural|some|the? gas",
                "gas line ... leak*|hiss*|broke|hit|cut|smell*", "gas hissing", "gas leak|leaking|smell|odor|fumes",
                "leaking gas", "rotten egg|eggs", "smell|smells ... rotten egg|eggs", "carbon monoxide",
                "co|monoxide alarm|detector|alarms", "hissing ... gas|meter"}},
        {"electric", true,
            {"switch|outlet|panel|breaker|socket|plug|wire|wires|wiring|meter|box ... buzzing|hot|humming|crackling|popping|sizzling|zapping|warm|burning",
                "power|electric|live|downed line|lines|wire|wires|pole ... down|fell|fallen|ground|sparking|hanging", "got|getting|gets|was a|been? zapped|electrocuted|shocked|shock ... by|from|when|bad|hard|again|touch*|real|every", "got|getting|gets|get|was|am a? shocked|shock|zapped|electrocuted ... "
             "touch*|from|by|when|shower|faucet|sink|handle|outlet|panel|switch",
                "shock|shocks|shocked|zapped me|us",
                "down|downed|fallen|live|exposed|hanging power? line|lines|wire|wires|cable",
                "wire|wires|line|lines|cable is|are|fell|came|took|went|hanging? down|exposed|live|hanging|sparking|on",
                "took ... wires|line|lines down", "water in|on|near|into|dripping ... panel|breaker|outlet|fuse|lights",
                "panel|breaker|outlet ... buzzing|wet|water|hot"}},
        {"vehicle", true,
            {"brake|brakes|steering dont|doesnt|wont|arent|isnt|not|stopped ... work|working|stop|respond|responding",
                "accident|wreck|crash|collision|rolled|flipped|pileup ... hurt|injured|bleeding|trapped|bad|ambulance",
                "wont start|stuck|stalled|dead ... middle|intersection|highway|freeway|tracks|lane|road",
                "smoke|fire|flames|steam from|under|coming ... hood|engine|dash",
                "brake|brakes|steering ... went|gave|are|just|going|have|failed out|gone|dead|failed|floor|away", "brake|brakes|brake pedal ... fail*|gone|floor|wont|dont|stopped", "stranded|stuck|stalled|died|dead ... highway|freeway|interstate|shoulder|tracks|tunnel|intersection", "stranded .... kids|dark|alone|baby|nowhere", "no brakes",
                "car|truck|engine|van|suv|hood ... smoking|smoke|overheating|overheated|steam*",
                "stranded|stuck|broke|broken down? on|in|at|near the? "
                "side|road|highway|freeway|interstate|tracks|middle|shoulder|bridge|tunnel|traffic|intersection|"
                "nowhere",
                "stuck|stalled|broke|died ... tracks|intersection|highway|freeway|interstate|traffic|middle",
                "steering ... locked|gone|failed|out", "wheel fell|came off",
                "in|had|been an? accident|wreck|crash ... just|now|hurt|need|tow", "just crashed|wrecked",
                "accelerator|gas pedal|throttle stuck"}},
        {"lockout", true,
            {"kid|kids|baby|infant|toddler|son|daughter|child|dog|puppy|grandma|grandpa|mom ... locked|stuck|trapped|shut ... in|inside|himself|herself|car|bathroom|room",
                "locked out|in|inside ... with|and ... baby|infant|kid|kids|toddler|newborn|child",
                "locked in|inside the? ... car|truck|van ... dog|baby|kid|inside|hot|degrees",
                "locked|trapped ... keys|car|truck|bathroom|room|house|closet|elevator .... baby|kid|kids|child|toddler|infant|dog|puppy|grand*|daughter|son|newborn|stove|oven|candle|freezing|pajamas|barefoot|rain|snow|insulin|medicine|meds|alone|dark",
                "baby|kid|kids|child|toddler|infant|dog|puppy|cat|grand*|daughter|son|newborn is|got|was|are|accidentally? locked|trapped|stuck|shut in|inside|himself|herself",
                "locked out ... stove|oven|food|freezing|cold|dark|alone|kids|baby|night|pajamas|rain|snow|midnight|am|followed", "lock|locked ... baby|kid|kids|child|son|daughter|toddler|infant|dog|puppy|cat|grand* ... "
             "car|van|truck|inside|in|bathroom|room|house",
                "baby|kid|kids|child|son|daughter|toddler|infant|dog|puppy|grand* ... locked|stuck|trapped ... "
                "in|inside|car|bathroom|room|elevator",
                "locked ... stove|oven|candle|baby|kid|child|alone|freezing|cold|night|pitch|raining|snowing|following",
                "stove|oven ... locked out", "locked myself|herself|himself ... in|bathroom|room|out", "locked out",
                "trapped|stuck in|inside ... elevator|room|bathroom|car|basement"}},
        {"animal", true,
            {"dog|cat|puppy|kitten|pet|rabbit|bunny|bird|hamster|pup ... ate|swallowed|eaten|chewed|got ... poison|rat|chocolate|pills|battery|antifreeze|grapes|xylitol|bleach|edible",
                "dog|cat|puppy|kitten|pet|rabbit|bunny|pup ... isnt|not|barely|cant|stopped|wont ... breath*|moving|wake|responding|stand|walk",
                "dog|cat|puppy|kitten|pet|pup ... attacked|mauled|bleeding|hit|collapsed|seizing",
                "dog|cat|puppy|kitten|pet|rabbit|bird|horse|bunny|hamster|he|she ... hit|run|struck by|over a|the? "
             "car|truck|bus",
                "dog|cat|puppy|kitten|pet|rabbit|bunny|bird|hamster|ferret ... "
                "breath*|seizure*|seizing|collapsed|unconscious|bleeding|bloat*|paralyzed|limp|poison*|choking|dying|"
                "stand|walk|pee|urinate",
                "dog|cat|puppy|kitten|pet|rabbit|bunny ... ate|swallowed|eaten|drank|got|licked ... "
                "chocolate|poison|grapes|raisins|xylitol|antifreeze|needle|battery|sock|rat|pills|medication|lily|"
                "lilies|string|toy|bone|gum|into|bleach",
                "dog|cat|puppy|kitten ... attacked|bitten|stung|snake|snakebite|rattlesnake|mauled", "dog|cat|puppy|kitten ... bit by", "dog|cat|puppy|kitten|bunny ... cant|hasnt|unable|wont ... pee|urinate|breathe|stand|walk|wake|peed", "my|our|the dog|cat|puppy|kitten|bird|rabbit ... dying|bleeding|unconscious|seizure|seizures|drowning|drowned|choking|collapsed|lifeless|overheated|poisoned",
                "dog|cat ... throwing|vomit* ... blood|foam|nonstop|hours|stand|stop"}},
        {"sewage", false,
            {"sewage|poop|poo|shit|feces|sewer|septic ... coming|backing|backed|up|overflow*|floor|tub|shower|everywhere|house",
                "toilet|toilets ... overflow*|overflowing|flooding|backing",
                "cant|wont stop overflow*",
                "raw sewage", "sewage|feces ... in|into|on|all|through|out|up|flooding|from ... my|the|our|over|tub|bathtub|shower|floor|house|basement|yard|sink|toilet|drain|kitchen|everywhere",
                "sewer|septic ... backed|backing|coming|back|bubbling|overflow*|flooding ... up|house|floor|into|over|everywhere|tub|shower|basement",
                "sewage|sewer|raw|poop|feces ... "
             "backing|backed|coming|overflow*|up|everywhere|floor|tub|smell|shower|basement|yard|wont",
                "toilet|toilets|tub|drain|drains|sewer|septic ... overflow*|overflowing|backing|backed|backs",
                "overflow* ... sewage|toilet|sewer"}},
        {"water", false,
            {"ceiling|roof|wall ... about|going|gonna|starting|ready to? fall|falling|cave|collapse|give|come|burst",
                "so|too much water",
                "water|its|it|leak ... gushing|spraying|flooding|pouring|shooting|spewing|everywhere",
                "ceiling ... caved|caving|collapsed|fell|bulging|coming|falling",
                "flooding|floods|flooded ... my|our|the|into|us|apartment|house|kitchen|basement|garage|unit|from",
                "pipe|pipes|line|hose|valve|tank|heater|main ... burst|split|snapped|ruptured|blew|broke|cracked|exploded|froze|popped ... water|flood*|everywhere|spraying|off|running",
                "cant|cannot|couldnt ... shut|turn ... water|off|valve|it",
                "inches|foot|feet of water",
                "raining in|inside|through",
                "flood*|flooding|flooded", "se rompio|revento ... tuberia|tubo|pipa|cano", "agua ... por|en todos|todo|todas|piso|techo", "inunda*|inundacion",
                "washer|washing|dishwasher|toilet|hose|line|tank|fridge|sprinkler|hydrant|radiator|sink ... burst|bursted|busted|exploded|flooding|flooded|overflow*|spraying|gushing",
                "water|agua|leak|leaking ... coming|pouring|leaking|dripping|running|shooting|spraying|raining|gushing ... through|into|out|from|down|up|in ... ceiling|walls|wall|floor|light|lights|roof|panel|breaker|everywhere|house|yard|right",
                "cant|cannot|couldnt|dont ... shut|turn|find ... off|valve|shutoff",
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
            {"heat|heats|heater|heating|furnace|furnaces|boiler|ac|acs out|off|down|dead|gone|broken|broke|died ... below|freezing|degrees|baby|kids|elderly|zero|negative|minus|snowing",
                "no|without|lost|zero heat|heating|ac|hot ... baby|newborn|infant|kids|toddler*|elderly|pregnant|sick|degrees|below|freezing|oxygen|zero",
                "furnace|heat|heater|boiler|ac|heating ... dead|died|out|broke|broken|quit|down|off|stopped ... baby|newborn|infant|kids|toddler*|elderly|pregnant|sick|degrees|below|freezing|oxygen|zero|old|mom|grandma",
                "furnace|heat|heater|boiler|heating|radiator|ac|air|aircon|cooling .... out|died|dead|broke|broken|quit|stopped|off|down|gone|working|fails|failed|kaput .... "
             "newborn|baby|babies|infant|elderly|oxygen|heart|freezing|below|degrees|pregnant|disabled|sick|asthma|grand*|toddler|kids|hypothermia|mother|dad|father|mom|zero|shivering|blizzard|heatstroke|100|101|102|103|104|105|106|107|108|109|110",
                "newborn|baby|infant|elderly|oxygen|heart|grand*|pregnant|disabled|kids|toddler .... no|without|lost heat|ac|air|heater|furnace|heating",
                "no|without|sin heat|heating|calefaccion ... at|in|all|since|here|house|anywhere|and|bebe", "no|without|lost heat|heating|furnace|ac|air|cooling|hot ... "
             "baby|kid|kids|elderly|oxygen|freezing|infant|newborn|grand*|old|sick|degrees|cold|night|mom|dad|pregnant|"
             "disabled",
                "heat|heater|furnace|boiler|ac|heating ... out|broke|broken|died|dead|off|quit|stopped|down|working "
                "... freezing|cold|baby|kid|kids|elderly|degrees|grand*|newborn|infant|oxygen|old|sick|pregnant|pipes",
                "baby|kid|kids|elderly|newborn|infant|grand*|mother|oxygen ... no|without heat|ac|heater|air",
                "freezing in|inside|house|here|cold", "no heat", "house is|its freezing",
                "pipes ... freeze|freezing|frozen", "# degrees in|inside"}},
        {"legal", false,
            {"picked|hauled|taken|locked|took|grabbed|held|arrested|detained up|away|in|by|off|for ... police|cops|cop|sheriff|ice|immigration|cps|agents|jail|feds|dui",
                "been|was|were|got|just|getting|is|are arrested|detained|raided|deported|served|jailed",
                "calling|call from the? jail|prison|station|county",
                "ice|immigration|cps|police|cops|sheriff|feds|agents|officers just|is|are|came|come|took|taking|has|have ... my|our|us|here|house|him|her|door",
                "interviewing|questioning|interrogating|searching|raiding me|my|him|her|us|our",
                "stuff|things|belongings ... curb|street|lawn ... now|sheriff|right",
                "bail|bond hearing|set|out|money|tonight",
                "ice|immigration|cps|dcf|agents picked|took|grabbed|has|have|taking|raid*|came|is ... my|up|our|him|her|me|us|kids|for", "police|cops|cop|sheriff picked|grabbed|arrested|detained ... my|our|up|him|her|me|us",
                "throwing|kicking|kicked|threw|locking|locked|forcing me|us|my ... out ... apartment|house|tonight|today|now|home|street|landlord|place",
                "hearing|court|trial|arraignment|deportation|deadline .... tomorrow|today|tonight|morning .... no|without|need|lawyer|attorney|help",
                "arrestaron|detuvieron|policia|migra|deportar|deportaron|carcel", "arrested|detained|handcuffs", "under arrest", "in jail|custody", "in|at|to|from the? jail|custody",
                "police|cops|cop|fbi|detective|detectives|sheriff|officer|officers|ice|immigration|dea ... "
                "here|door|station|question*|has|have|took|want|wants|outside|warrant|search*|house|talk|custody|now",
                "warrant ... arrest|out|me|house|my",
                "court|hearing|arraignment|trial|deadline|judge ... "
                "today|tomorrow|morning|hour|hours|tonight",
                "evict*|evicting|eviction|lockout|foreclos* ... "
                "today|tomorrow|now|sheriff|tonight|morning|here|hours|out|served",
                "served ... papers|restraining|order|eviction|lawsuit|summons|notice ... "
                "today|tomorrow|tonight|morning|just|now|hours|court",
                "just got? served", "took|taking|take|taken my|the|our kids|kid|son|daughter|children|baby|child",
                "bail|deported|deportation|deporting", "dui ... tonight|last|now|just|night"}},
        {"distress", false,
            {"pain ... 10|ten|9 ... 10|ten|answer|help|please",
                "cant|couldnt ... take|handle|stand ... pain|anymore|this",
                "so|extreme|unbearable|excruciating|worst|agonizing much? pain",
                "emergency ... now|please|help|hurry",
                "having a panic|breakdown|meltdown attack|right|now|$",
                "hurry ... worse|please|help|now|asap",
                "please|someone|somebody help|answer|hurry ... now|worse|pain|emergency|scared|asap",
                "need|want help|someone|you ... now|immediately|hurry ... freaking|panicking|scared|crying|emergency", "freaking out", "need help|someone right now",
                "ayuda|ayudenme|auxilio|emergencia|urgente", "panicking|hysterical", "panic attack", "please help|call me|us now|immediately|hurry",
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

/// Whose work a danger of this kind usually is.
QString tradeOf(const QString &kind, const Tokens &tokens)
{
    static const QHash<QString, QString> trades = [] {
        QHash<QString, QString> table;
        const auto put = [&](const char *one, const char *trade) { table.insert(QString::fromLatin1(one), QString::fromLatin1(trade)); };
        put("gas", "plumbing");
        put("water", "plumbing");
        put("sewage", "plumbing");
        put("fire", "electrical");
        put("electric", "electrical");
        put("heat", "hvac");
        put("animal", "vet");
        put("lockout", "locksmith");
        put("legal", "law");
        put("vehicle", "auto");
        return table;
    }();
    static const Patterns teeth{"tooth|teeth|gum|gums|jaw|extraction|dental|filling|crown|abscess"};
    static const Patterns air{"furnace|vent*|ac|heater|hvac|co|monoxide"};
    if (kind == QLatin1String("medical") && teeth.in(tokens))
        return QStringLiteral("dental");
    if ((kind == QLatin1String("gas") || kind == QLatin1String("fire")) && air.in(tokens))
        return QStringLiteral("hvac");
    return trades.value(kind, QStringLiteral("any"));
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
        "no hurry|rush|pain|swelling|smell|leak|fever", "no|not a? big deal", "shut|turned off ... so|fine|ok|good|now|already", "were|im|its|all fine|ok|good now|$",
        "swelling|pain|fever|it|bleeding went|has|is|gone down|away|better|stopped|gone", "feeling|feels better|fine|ok", "whenever you|yall|is|works", "no|not urgency|urgent|emergency",
        "hearing|case|agreement|battle|trial ... january|february|march|april|may|june|july|august|september|october|november|december|month|weeks|#",
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
        "fire station|place|pit|department|extinguisher|alarm|sale|hydrant", "fireplace", "dying my|her|his|the hair", "dying to",
        "dye job", "stuck in traffic", "smoke smell|odor ... car|seat|seats|couch|carpet|interior|clean|remove|out",
        "cigarette|weed|cigar smell|smoke|odor", "flood light|lights|damage|car", "burn|scorch mark|marks|hole|stain",
        "emergency fee|rate|kit|contact|fund|service|services|hours|line|number|plumber|vet", "smoke|monoxide|co|fire detector|detectors|alarm|alarms need|needs|install*|replac*|battery|batteries|chirp*|inspection|quote|price|cost", "how much|price|quote|cost ... detector|detectors|alarm|alarms", "wedding|prom|party|date ... lol|emergency", "haircut|hair|nail|nails|lash|brow|fashion|style emergency", "speeding|parking ticket|fine", "served|serve lunch|dinner|breakfast|food"};
    return patterns.in(tokens);
}

/// To sue, to leave, to fire somebody: threatened, but nobody is in danger.
bool isThreatOnPaper(const Tokens &tokens)
{
    static const Patterns paper{"threat* ... sue|court|lawsuit|evict|eviction|lawyer|attorney|fire|leave|report|cancel|divorce|foreclose|collections"};
    static const Patterns blood{"kill|hurt|shoot|stab|gun|knife|beat|burn|murder|weapon|choke|hit|attack"};
    return paper.in(tokens) && !blood.in(tokens);
}

bool isGravest(const QString &kind) { return kind == QLatin1String("self_harm") || kind == QLatin1String("threat"); }

/// Where a kind is spoken of. A denied mention does not count, another one in the same text does.
std::optional<Pattern::Span> mentionOf(const Danger &kind, const Tokens &tokens)
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
    for (const Danger &kind : dangers()) {
        const auto span = mentionOf(kind, tokens);
        if (!span)
            continue;
        QStringList words;
        for (int i = span->from; i < span->to; ++i)
            words.append(tokens[static_cast<size_t>(i)].word);
        const QString name = QString::fromLatin1(kind.name);
        return Urgency{name, kind.life, tradeOf(name, tokens), words.join(u' ')};
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
    if (danger->kind == QLatin1String("threat") && isThreatOnPaper(tokens))
        return std::nullopt;
    if (!danger->life && isNegated(tokens))
        return std::nullopt;
    return danger;
}

} // namespace deskbell::language
