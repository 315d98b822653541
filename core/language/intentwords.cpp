// SPDX-License-Identifier: GPL-3.0-or-later
// How people say what they want: one table for each wish. What a text means by them together is decided in intents.cpp.
#include "core/language/intentwords.h"

namespace deskbell::language::intentwords {

const Patterns &booking()
{
    static const Patterns patterns{
        "send|get someone|somebody|anyone|a|your|one ... out|over|to|by|here|when|asap|today|tomorrow|please|$",
        "send|get someone|somebody|anyone|a|your|one guy|tech|plumber|person|man|crew|team|technician|handyman",
        "want|need|like|get|have|arrange|request|a|an|the|my meeting|appointment|exam|checkup|inspection|walkthrough|walk-through|tour|viewing|showing|session|fitting|trial|consult|touchup|cleaning",
        "looking|hoping|trying|wanting|love|like|want|wanna|need|ready|due to|for|a get|have|see|view|tour|book|schedule|come|bring|drop|make|set|sit|meet|visit",
        "want|wanna|need|gotta get|have|come|bring|see|tour|view|meet|visit",
        "interested in getting|having|booking|seeing|viewing|touring|coming|scheduling|the|a|your",
        "due for",
        "sit down|meet|meeting with",
        "walk|go|look through|around|at|over the|a|your|it",
        "see|view|tour|visit|check the|that|a|your|it|out ... apartment|unit|house|place|loft|duplex|condo|studio|room|property|bedroom|rental|home|flat",
        "set|setting up a|an|some? time|showing|appointment|visit|tour|meeting|call",
        "be|get|getting seen|looked|in",
        "see|meet the|a|an|with|your? dr|dentist|doctor|attorney|lawyer|stylist|hygienist|barber|someone|tech",
        "come replace|fix|do|install|check|clean|see|take|give|unclog|repair",
        "take|see|have me|us|my|it|him|her today|tomorrow|this|next|in|on",
        "new patient|client|customer here",
        "walk ins|in ok|welcome",
        "get it|them|my|her|him|this|that|these in|done|cleaned|fixed|looked|seen",
        "add|put|slot|write|pop me in|down|on|to",
        "reserve|hold|save|grab me|us|it|that|a|the|my? ... slot|spot|time|appointment|one",
        "do you|yall have|got anything|something|space|room|time|openings|any",
        "free ... this|next|today|tomorrow|on|at $",
        "cita|agendar|reservar|reservacion|turno", "rendez vous", "book|schedule|reserve me|it|that|this|a|an|my|for|in|us|the|with|now|please",
        "book|schedule|reserve $", "book|booking|bookings",
        "can|could|may|would|possible|like|love|want|need|hoping|trying|looking ... "
        "get|come|bring|drop|fit|squeeze|set|sign in|by|it|me|my|us|something|up",
        "can|could|may i|we get|have|do|grab|make a|an|the|my|in",
        "can|could|would you|yall|someone|anyone|they|he|she|a|the ... "
        "come|do|fit|squeeze|see|take|look|get|make|swing|send|stop",
        "make|set|get|need|want|have|like|an|a|new ... "
        "appointment|reservation|booking|slot|time|visit|consult|consultation|viewing|showing|tour",
        "put|pencil|sign|fit|squeeze|get|lock me|us|my|it|that ... down|in|up",
        "put|get|have me|us|it on|in the? calendar|schedule|books", "get|be on|in the? calendar|schedule|books",
        "any|what|which|got|have|is|are|anything|whats ... "
        "open|opening|openings|availability|available|free|slot|slots|spot|spots|room",
        "how soon|quick|quickly|early|fast can|could", "how soon|quick",
        "when|whens|when|what ... soonest|earliest|next|first ... "
        "you|available|opening|appointment|slot|time|can|could|see|get|come",
        "soonest|earliest|first|next available|opening|appointment|slot|time|you|i|we",
        "when can|could|are|will|do you|i|we|someone|they ... "
        "come|do|see|get|bring|fit|available|free|make|drop|take|go|tour",
        "got|have|any time|times|room|openings|spots|slots", "free for|on|at",
        "let|lets go|take|make|say|book|set|try", "let|lets do _ _", "ill|i will|we will|well take|do|have",
        "need|want|like|love ... done|cleaned|fixed|washed|detailed|installed|cut|repaired|serviced|checked|replaced",
        "need|want someone|somebody|anyone|you|a ... to|tech|plumber|cleaner|guy|electrician",
        "come|stop|swing by|over|out|in|look", "drop off|by", "is|are ... still? available|free|open|possible",
        "do you have|got ... "
        "today|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|anything|week|weekend",
        "what|which days|times|day|time do|are|is|you|work|works|have|can", "^ ok? what|which day|days|time|times $",
        "days|times ... open|free|available", "bring|bringing my|the|it|in", "come in", "look at my|it|the"};
    return patterns;
}

const Patterns &price()
{
    static const Patterns patterns{
        "promos|promotions|promotion|offers|sale|sales|markdowns",
        
        "whats|what|hows is? the|your|ur? rent|price|cost|rate|fee|total",
        "you|u|yall|guys|it|that|they expensive|pricey|costly|cheap|affordable",
        "do|does|would _ _? go for",
        "what|how _? do|does|would _ _? _? _? go for|cost|run|start",
        
        "contingency|hourly|surcharge|copay|cheaper|cheapest|pricey|steep|upfront",
        "flat|call|callout|trip|late|service|application|admin|pet fee|rate|charge",
        "by|per the? hour|job|foot|room|session|unit|visit|month",
        "pay ... up front|upfront|before|after|monthly|total",
        "out of pocket",
        "how much",
        "what|whats ... going|gonna cost|run|be|total|owe",
        "what ... i|we owe",
        "the total",
        "include|including ... tip|tax|taxes|parts|labor",
        "cheaper|less than",
        "sliding scale",
        "payment|payments plan|plans|options",
        "lowest|best you|price|rate|can",
        "new patient|client|customer|student|senior|military|first specials|special|discount|deal|offer|promo",
        "is|are _ _? included or extra",
        "anything|something cheaper|less",
        "how much",
        "price|prices|priced|pricing|cost|costs|quote|quotes|estimate|rate|rates|fee|fees|charge|charges|charged|"
        "deposit|discount|discounts|deal|deals|coupon|special|specials|promo",
        "what|whats|wats ... run|cost|charge|price|damage", "how expensive|pricey|cheap",
        "is|are _? _? _? free|extra|expensive $", "is|are _? _? extra|expensive", "cuanto|cuantos|precio|precios|cuesta|cobran|cobra|costo|tarifa|combien|prix", "budget|payment plan|plans", "pay extra|more|for", "ballpark", "what do|would you charge",
        "afford", "run me|us", "how many dollars|bucks", "free consult|consultation|estimate|quote|of"};
    return patterns;
}

const Patterns &hours()
{
    static const Patterns patterns{
        "time ... shop|store|office|place|salon|clinic|it|doors|desk open|close|closing|opening|opens|closes",
        
        "close|closed|open|shut for lunch|the|a|dinner",
        "until|til|till when|what",
        "what|how time|late can|could|do|should i|we|you ... latest|by|until|close",
        "how late|early ... open|close|there|drop|pick|come|stay|until|are|you",
        "still open",
        "^ hours please|and|$", "and hours please|thanks",
        "24|247|24/7 hours|$",
        "what|whats are? your|ur|the|yalls _? hours|schedule",
        "hours ... saturday|sunday|weekend|weekends|tomorrow|today|holiday",
        "open|work|working|close|closed ... thanksgiving|christmas|easter|july|memorial|labor|holiday|holidays|sundays|saturdays|mondays|weekends|nights|evenings|new",
        "do|are you|yall|guys work|open|there ... weekends|sundays|saturdays|nights|late|evenings",
        "lunch hour",
        "opening|closing|business time|times|hours",
        "what|whats|your|ur|the|business|opening|store|shop|holiday|office hours",
        "hours ... open|today|saturday|sunday|weekend|operation", "^ hours $", "and|your|the|ur|whats hours $", "horario|horarios|abren|abierto|abiertos|cierran", "what|which days are|r|do you|yall|guys|they|ya open|work|close", "until|how what? late|time can|could|may|should|do i|we|you|are", "until what time",
        "you|yall|guys|shop|store|office|they|place|still|are|is ... open|closed "
        "today|tomorrow|on|late|now|monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend|weekends|early|"
        "right|yet|for|during|until|at|past|after|this|the|?",
        "are|is|r|you|yall ... open|closed|closing $", "are you|yall|guys|they ... open|closed",
        "open late|early|today|tomorrow|now|on|until|till|sunday|sundays|saturday|saturdays|weekends",
        "when|what time|how late|how early|whats ... open|close|closing|opening|closes|opens|there",
        "time ... you|yall|guys|they open|close|closing|opening|shut", "when do|does|are|is|you ... open|close|closed",
        "open|close at|by",
        "anyone|someone there|around|in "
        "on|today|tomorrow|this|monday|tuesday|wednesday|thursday|friday|saturday|sunday",
        "work|working|open weekends|nights|sundays|saturdays|holidays|evenings",
        "closed|open for|on|during labor|christmas|thanksgiving|easter|memorial|new|the|july|holiday|holidays",
        "last appointment|call of|time|?"};
    return patterns;
}

const Patterns &location()
{
    static const Patterns patterns{
        "is|are this|that|you the? _? shop|salon|office|place|clinic|store|one ... on|at|by|near|in",
        
        "are|r|is you|yall|guys|it|this|the _? downtown|uptown|midtown|local|nearby",
        
        "cross street|streets",
        "suite|unit|building|bldg number|is",
        "drop|send|share|give|text me|us a|your|the|ur? pin|location|address|map|directions|gps",
        "which|what building|floor|suite|door|side|neighborhood|town|city|part|corner|entrance|bldg",
        "how far out",
        "come out|up|down to _",
        "find|cant find you|it|the place|entrance|door|office|shop|building|your",
        "in|from|off|by downtown|town|uptown",
        "landmark|landmarks",
        "are you the? one by|near|on|at|in",
        "is it|this|that in|on|near|close|off|by",
        "zip code",
        "where|wheres ... at|is|are|located|yall|it|that|this",
        "google maps",
        "out|over my|our|this way|area|side",
        
        "where|wheres ... you|your|located|shop|office|place|park|parking|at|store|salon|find|go|is",
        "where abouts|about|exactly", "whereabouts", "donde|direccion|ubicacion|ubicados|ubicado", "wheres|where|what|which is|are|the|your|do|street|road|block|corner|exit ... entrance|door|building|office|street|road|on|lot|shop|suite|go|located", "is|are your|the|ur office|shop|store|salon|clinic|place|building|location|entrance ... downtown|in|on|near|by|north|south|east|west|close|uptown|midtown|far|across|next", "address|addy|location|located|directions|direction",
        "how do i get|find there|you|to", "how far", "what part of|side|street|area",
        "which part|side|street|area|town|exit",
        "are|is you|yall|guys|it|shop ... in|near|on|by|close|at ... "
        "side|downtown|town|street|mall|highway|road|north|south|east|west|area|far",
        "you in|near|by _ $", "are you in|near|close|by", "near|close|next to|by the? mall|airport|downtown",
        "do you service|serve|cover|travel|go", "service|serve|cover my|our|the|this area|neighborhood|town|city",
        "parking|garage", "where|can|to ... park", "what city|town", "come to me|my|us|our"};
    return patterns;
}

const Patterns &services()
{
    static const Patterns patterns{
        "do|will|should|must i|we need|have to", "is|are it|that ok|okay|alright|fine|allowed to|if|for", "does|do anyone|anybody|someone|u|any _? _? do|offer|speak|know", "how long does|do|will|is|are",
        
        "can|could i|we pay|use|wear|smoke|keep|eat|finance|apply|split|rent|sublet|paint|still|also|just",
        "is|are the|your|it|there|they|pets|dogs|cats|this|that|utilities _? _? furnished|included|allowed|available|refundable|certified|licensed|insured|covered|vegan|organic|safe|negotiable|ada|gated|heated|fenced",
        "does|do the|it|that|this|your|they ... include|come|have|cover|need|allow|require|work|last|hurt|take",
        "do|does your|the firm|shop|salon|office|place|team|clinic ... take|do|handle|accept|offer|have|see|work",
        "have|got a|an|any|in balcony|garage|pool|gym|laundry|washer|dryer|yard|elevator",
        "apple|google pay",
        "accept|take ... pay|amex|visa|insurance|cards|cash|checks",
        "what|whats all? comes|in|kind",
        "experience with",
        "are you licensed|insured|bonded|certified|accepting|taking",
        "do anything|something with|about|for",
        "pull|extract|whiten|straighten|fill teeth|tooth|hair|nails",
        
        "do|does|can|could you|yall|guys|u|ya|they|he|she ... "
        "do|handle|offer|take|accept|work|sell|fix|repair|install|clean|cut|carry|have|provide|board|detail|treat|make|"
        "service|replace|remove|use|groom|see|tint|wash|paint|color",
        "you|yall|guys do|offer|handle|accept|take|fix|install|repair|sell|carry",
        "what|which ... "
        "services|packages|options|kind|kinds|type|types|brands|areas|insurance|insurances|treatments|menu|packages",
        "services|packages|options|menu", "what do|does you|yall ... do|offer|have",
        "whats|what|is|are ... include|included|includes|comes|come", "do you take|accept",
        "is|are ... covered|included|offered",
        "take|accept my? "
        "insurance|cigna|aetna|delta|metlife|carecredit|medicaid|medicare|humana|card|cards|cash|venmo|check",
        "difference between", "is|are ... ok|okay|allowed|welcome|included|include|accepted|permitted|possible|insured|certified there|here|in|with|by|$", "whats|what|anything ... included|comes|extra", "is|are|does _ included|include|cover", "hacen|ofrecen|aceptan|tienen", "tell me about|more", "info|information on|about", "explain",
        "you|yall guys? licensed|insured|bonded|certified", "offer|offering|provide"};
    return patterns;
}

const Patterns &moving()
{
    static const Patterns patterns{
        "come|be|start|arrive|do a|it|little|bit bit|little? later|earlier|sooner", "ran|running|going|gone|went over|late|long|behind ... can|could|is|do", "if ... switched|moved|changed|swapped|pushed|did", "switched|moved|changed|swapped to",
        
        "something|plans|schedule changed|happened",
        
        "chance|way|possible|able|okay|ok ... of|to switching|moving|changing|pushing|rescheduling|switch|move|change|push|reschedule|bump",
        "switching|moving|pushing|bumping|changing to|my|the|it|from|our",
        "be|am|im|is|running going|gonna|a|bit|little|few? late ... can|could|do|is|ok|make|instead",
        "cant|wont|not|unable ... do|make|come|be ... anymore|now|after ... is|any|can|could|what|how|open|available|instead|next",
        "gonna|going be|to late|behind ... can|could|is|do",
        "cant|cannot|wont do|make # ... is|can|could|how|what|ok",
        
        "what|anything else|other do|you|u|have|got|is|works|available",
        "week|day|month after",
        "have|has|had|got to? work|called",
        "called in to? work",
        "got called|stuck|delayed|held",
        "put|hold it? off",
        "rain check",
        "schedule|scheduling|work|time conflict",
        "double booked",
        "running behind|late|over",
        "come|come in|get in|be|in earlier|later|sooner",
        "can|could i|we come|do ... instead",
        "come|in|it earlier|sooner than",
        "something|smth|smthn came up",
        "cant|wont|not able to? make ... try|do|have|next|week|instead|another|different",
        "another|different|other|new day|time|date|slot|week",
        "to|at|for|on _ _? _? instead",
        "reschedule|rescheduling|resched*|rebook",
        "move|moving|change|switch|push|bump|shift|swap|postpone|delay|slide "
        "me|my|it|the|our|us|this|that|from|to|appointment|back|up|time|day|until",
        "can|could|possible|like|want|need ... move|switch|change|push|bump|postpone ... "
        "to|from|appointment|time|day|back|later|earlier|up",
        "different|other|new|better day|time|date|slot", "do|have|get|is|need|want|find|try|for|pick|any|about another ... day|time|date|slot", "instead of", "cant|wont|not be|able|make|do|come ... make|do|at|come|it|my|the ... is|are|can|could|would|how|what|any|do", "cambiar|mover|reprogramar|reagendar ... cita|hora|dia|para", "something|anything sooner|earlier|later than", "_ instead $",
        "cant|wont|not make|makes|made|making ... any|other|next|later|can|could|is|how|what",
        "wont|doesnt|dont|cant|not work anymore|now|any|after", "something|thing came up",
        "come|be|arrive earlier|later ... instead|than|appointment", "running late", "got busy|something",
        "earlier|later instead|appointment|time|slot", "push ... back"};
    return patterns;
}

const Patterns &cancelling()
{
    static const Patterns patterns{
        "disregard|ignore|forget my|the|our appointment|booking|visit|reservation|slot",
        
        "dont|not send|need|want the|anyone|someone|anybody|him|a|your ... plumber|tech|guy|cleaner|anymore|out|crew|fixed",
        
        "cant|cannot|couldnt|not|unable come|make|be ... tomorrow|today|tonight|sorry|anymore|monday|tuesday|wednesday|thursday|friday|saturday|sunday $",
        "cant come|make in|it $",
        
        "calling|call|called ... off",
        "no need for|to|of the|a|my|any? ... viewing|visit|appointment|come|plumber|cleaning|showing|consult|tour|anymore",
        "found|got|rented|signed|hired|went|going|chose|picked ... another|different|else|other ... no|dont|cancel|nevermind|wont|scratch|so|forget",
        "fixed|figured|sorted|solved|handled it myself|ourselves|already|himself ... no|dont|cancel",
        "wont|not|cant be coming|making|able to? come|make|making it|in|tomorrow|today|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|my|the",
        "back|backing out",
        "dont|not come|bother|send|coming out|anymore|tomorrow|today",
        "skip my|the|this|our ... appointment|visit|cleaning|session|one|time",
        "void|delete|erase|remove my|the|our appointment|booking|visit|slot|reservation",
        "scrap|nix|scratch my|the|our|that",
        "uncle|husband|friend|dad|brother|neighbor|wife|son|landlord fixed|did|handled it",
        "call|calling off the|my|our",
        "cancelar|cancela|cancelen|anular", "take|took me|us off ... schedule|calendar|book|books|appointment|slot|list ... monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|tomorrow", "take|took me|us off ... schedule|calendar|book|books|appointment|slot $",
        "found|hired|got|using someone|another|somebody|other else|guy|company|plumber ... scratch|cancel|forget|dont|no",
        "cancel|canceling|cancelling|cancelled "
                                   "my|the|our|it|that|this|for|on|tomorrow|today|monday|tuesday|wednesday|thursday|"
                                   "friday|saturday|sunday|appointment|#|please|if|all|everything",
        "need|have|want|going|like|gotta|must to? cancel", "call|calling it off", "cancel $",
        "not|cant|wont|isnt|arent ... make|making|be it|there ... cancel|anymore|sorry",
        "dont|not need ... anymore|appointment|visit|booking", "no longer need",
        "wont be|need|make coming|there|it|needing",
        "drop|remove|take|scratch|delete me|my|us ... "
        "slot|appointment|schedule|calendar|monday|tuesday|wednesday|thursday|friday|saturday|sunday|booking|tomorrow|"
        "today",
        "not coming", "forget|scrap|scratch the|my|about|it appointment|visit|booking|it|$",
        "never mind|nevermind ... appointment|booking|visit|tomorrow|cancel"};
    return patterns;
}

const Patterns &person()
{
    static const Patterns patterns{
        "number i|we|to can? call|reach", "have|get|ask|tell|let the|your|my|a|an|someone|dr|mr|ms|mrs _? _? call|ring|phone|text|contact me|us",
        
        "can|could|may i|we call|phone|ring you|yall|someone|now|back|in|u|$", "number to call|reach|dial",
        
        "reach|get|contact a|an|the|some? person|human|someone|somebody|real|manager|owner|live",
        "^ please call|phone|ring",
        "call|phone|ring please $",
        
        "need|get|want|have|give|find|fetch me? the|a|an|your|some? manager|owner|person|human|supervisor|boss|somebody|receptionist $",
        "get|give me a|an|the? person|human|manager|owner|supervisor",
        "put|patch|connect|transfer|pass me|us through|to|with|over",
        "over|by|on the? phone",
        "hop|get on a|the call|phone",
        "speak|talk|chat|discuss with|to|2",
        "can|could|would|will|may|have|ask _ _? _? call|ring|phone me|us", "can|could|would|will|have|ask _ _? _? give me|us a? call|ring|callback",
        "real|actual|live person|human|people|someone|somebody",
        "easier|better to call|talk",
        "want|need|like|prefer a? call|callback|phone",
        "call|ring|phone|buzz me",
        "call|phone|ring me|us|back|this|my", "callback|callbacks", "hablar|llamen|llame|llamenme|llamame|persona|gerente|dueno", "get|want|need|have a? call|callback|ring ... back|from|$", "talk|speak|chat|discuss ... over|on|by the? phone", "call me|us|back",
        "have|get|ask|tell|let _ ... call|phone|ring|contact|reach|talk|text me|us|back",
        "someone|anyone|person|manager|owner|human|he|she|they|you|somebody|rep ... call|phone|ring|speak|talk "
        "me|us|to|with|back",
        "talk|speak|talking|speaking|chat to|with",
        "talk|speak ... "
        "person|human|someone|manager|owner|agent|rep|receptionist|attorney|lawyer|doctor|dentist|front|real",
        "real|actual|live|human person|human|being|someone|agent|one",
        "not|no|isnt ... robot|bot|machine|ai|computer|automated",
        "^ human|agent|representative|operator|person|manager|receptionist|call please? $",
        "is there a|any receptionist|person|human|someone|manager|anyone",
        "rather|prefer|want|need ... person|human|call|talk|speak", "rather|prefer ... someone|phone",
        "give me|us a? call|ring|buzz", "phone call", "call ... soon|possible|please|when|asap", "get ahold|hold of",
        "customer service|support", "complain|complaint|complaints",
        "my|a|the|about ... bill|invoice|refund|charged|claim", "refund|refunded",
        "manager|supervisor|owner please|there|in|around|available"};
    return patterns;
}

const Patterns &stranger()
{
    static const Patterns patterns{
        "did|do not call|contact|dial|phone|text anyone|anybody|you|this|yall|a|any|the|$", "who ... not call|called",
        
        "nobody|noone|none here|in|at ... called|call|texted|dialed",
        
        "^ wrong _? $",
        "^ wrong number|person|#|one|guy",
        "this|that is? not|isnt|aint _ $",
        "this isnt|aint|not my|him|her|them|that",
        "wrong # _ $",
        
        "^ this|that|its is? not|isnt|aint _ anymore", "isnt|aint|not _ number|phone|cell", "no longer _ _? number|phone|cell",
        
        "wrong house|phone|contact|person|salon|shop|place|business",
        "accident|accidental|accidentally|mistake|mistaken|unintentional call|dial|dialed|called",
        "call|called|dialed|rang by|was|in an? accident|mistake|error|accidental",
        "didnt|never|havent|not contact|contacted|call|called|rang|reached|ring|phone|phoned a|any|your|the|this|that|no|yall|u|you|nobody|anybody|anyone",
        "kid|kids|son|daughter|toddler|baby|child|grandson ... playing|called|dialed|hit|got|pressed ... phone|you|u|by|it|my",
        "think|thought you|u|this ... someone|somebody else",
        "got|have|had the|a? wrong",
        "hit|called|dialed|pressed|tapped the wrong",
        "just got|have this|a new? number|phone",
        "ignore my|that|the|this? call",
        "didnt mean to call|dial|ring|phone",
        "meant|trying|tried to? call|reach|text|phone|ring a|my|someone|another|the|different|somebody",
        "dont know|have anyone|anybody|any|a|who ... this|named|that|by",
        "wrong number|person|num|#|no|guy|house|company|one|woman|lady|man|gal", "numero equivocado", "numero|persona equivocado|equivocada", "dont know who this|you|u", "you got|have|texted|reached the? wrong", "didnt|never|havent call|called|dial|text|texted anybody|anyone|nobody|yall|u|you|there|here", "misdial*", "mis dialed",
        "dialed ... wrong|accident|mistake",
        "didnt|never|havent call|called|dial|dialed|phone|phoned|contact|contacted "
        "you|this|anyone|anybody|them|your|yall|any",
        "not who|what you ... looking|want|think", "pocket|butt dial*|dialed",
        "called|dialed|call ... by|on|in mistake|accident|error", "accidentally|mistakenly ... called|dialed|call|hit",
        "someone else had|has|got|owned this|my|the phone|number", "not me ... else|number|phone",
        "meant|meaning to? call|reach|dial|text", "who|whos ... never called|call"};
    return patterns;
}

} // namespace deskbell::language::intentwords
