// SPDX-License-Identifier: GPL-3.0-or-later
// How people say what they want: one table for each wish. What a text means by them together is decided in intents.cpp.
#include "core/language/intentwords.h"

namespace deskbell::language::intentwords {

const Patterns &booking()
{
    static const Patterns patterns{"cita|agendar|reservar|reservacion|turno", "rendez vous", "book|schedule|reserve me|it|that|this|a|an|my|for|in|us|the|with|now|please",
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
        "let|lets do|go|take|make|say|book|set|try", "ill|i will|we will|well take|do|have",
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
    static const Patterns patterns{"how much",
        "price|prices|priced|pricing|cost|costs|quote|quotes|estimate|rate|rates|fee|fees|charge|charges|charged|"
        "deposit|discount|discounts|deal|deals|coupon|special|specials|promo",
        "what|whats|wats ... run|cost|charge|price|damage", "how expensive|pricey|cheap",
        "is|are ... free|extra|expensive", "cuanto|cuantos|precio|precios|cuesta|cobran|cobra|costo|tarifa|combien|prix", "budget|payment plan|plans", "pay extra|more|for", "ballpark", "what do|would you charge",
        "afford", "run me|us", "how many dollars|bucks", "free consult|consultation|estimate|quote|of"};
    return patterns;
}

const Patterns &hours()
{
    static const Patterns patterns{"what|whats|your|ur|the|business|opening|store|shop|holiday|office hours",
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
    static const Patterns patterns{"reschedule|rescheduling|resched*|rebook",
        "move|moving|change|switch|push|bump|shift|swap|postpone|delay|slide "
        "me|my|it|the|our|us|this|that|from|to|appointment|back|up|time|day|until",
        "can|could|possible|like|want|need ... move|switch|change|push|bump|postpone ... "
        "to|from|appointment|time|day|back|later|earlier|up",
        "different|other|new|better day|time|date|slot", "do|have|get|is|need|want|find|try|for|pick|any|about another|some? ... day|time|date|slot", "instead of", "cant|wont|not be|able|make|do|come ... make|do|at|come|it|my|the ... is|are|can|could|would|how|what|any|do", "cambiar|mover|reprogramar|reagendar ... cita|hora|dia|para", "something|anything sooner|earlier|later than", "_ instead $",
        "cant|wont|not make|makes|made|making ... any|other|next|later|can|could|is|how|what",
        "wont|doesnt|dont|cant|not work anymore|now|any|after", "something|thing came up",
        "come|be|arrive earlier|later ... instead|than|appointment", "running late", "got busy|something",
        "earlier|later instead|appointment|time|slot", "push ... back"};
    return patterns;
}

const Patterns &cancelling()
{
    static const Patterns patterns{"cancelar|cancela|cancelen|anular", "take|took me|us off ... schedule|calendar|book|books|appointment|slot|list ... monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|tomorrow|$",
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
    static const Patterns patterns{"call|phone|ring me|us|back|this|my", "callback|callbacks", "hablar|llamen|llame|llamenme|llamame|persona|gerente|dueno", "get|want|need|have a? call|callback|ring ... back|from|$", "talk|speak|chat|discuss ... over|on|by the? phone", "call me|us|back",
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
    static const Patterns patterns{"wrong number|person|num|#|no|guy|house|company|one|woman|lady|man|gal", "numero equivocado", "numero|persona equivocado|equivocada", "dont know who this|you|u", "you got|have|texted|reached the? wrong", "didnt|never|havent call|called|dial|text|texted anybody|anyone|nobody|yall|u|you|there|here", "misdial*", "mis dialed",
        "dialed ... wrong|accident|mistake",
        "didnt|never|havent call|called|dial|dialed|phone|phoned|contact|contacted "
        "you|this|anyone|anybody|them|your|yall|any",
        "not who|what you ... looking|want|think", "pocket|butt dial*|dialed",
        "called|dialed|call ... by|on|in mistake|accident|error", "accidentally|mistakenly ... called|dialed|call|hit",
        "someone else had|has|got|owned this|my|the phone|number", "not me ... else|number|phone",
        "meant|meaning to? call|reach|dial|text", "who|whos ... never called|call"};
    return patterns;
}

const Patterns &agreeing()
{
    static const Patterns patterns{"^ yes", "^ sip|claro|vale|bueno|perfecto|dale|oui|ja $",
        "^ sure|absolutely|definitely|certainly|correct|affirmative|deal|yessir|confirm|confirmed|bet",
        "^ great|awesome|cool|perfect $", "^ ok|alright|right $",
        "^ ok sounds|lets|that|perfect|great|good|yes|see|works|ill|please|book|cool|do|then", "^ y|yy|ya|ye $",
        "sounds|sound|looks|all|thats|that|its|it good|great|perfect|fine|right|awesome|ok|cool",
        "works|work|perfect|great|good|fine for|with|by me|us", "that|it|this|# works|work|will|does|do $",
        "that|it|this one|time|works|day|slot please|works|is|$", "^ please do|book|yes", "lets|let do it|that|this",
        "go for|ahead|with it|and|that|$", "book it|that|me|us", "^ please $", "ill|will take it|that|the|this",
        "im|were in|down $",
        "see you|u|ya then|there|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday", "yes please",
        "confirm|confirmed", "is|are|sounds|works ... perfect|great"};
    return patterns;
}

const Patterns &refusing()
{
    static const Patterns patterns{"^ no", "^ n $", "^ nope|nah|neither|none",
        "no|not thanks|thank|today|now|interested|anymore|really|yet|for|good|at",
        "neither|none|nothing ... work|works|good|those|these|them", "ill|will pass",
        "doesnt|dont|wont|cant|not work|good|make|do", "too expensive|much|pricey|high|late|far",
        "never mind|nevermind|nvm", "forget it", "maybe|some later|another|next|not|other ... $", "maybe later|another|next|not", "im|we good|ok|fine|set thanks|thank|$", "all set", "none|neither of|work|works", "changed my mind",
        "dont think|want|need so|it|that|to|any"};
    return patterns;
}

const Patterns &thanking()
{
    static const Patterns patterns{"obrigado|obrigada|dank|thanks|thank|thankful|appreciate|appreciated|grateful|gracias|merci|cheers|danke",
        "much obliged|appreciated", "have a good|great|nice|wonderful"};
    return patterns;
}

const Patterns &greeting()
{
    static const Patterns patterns{
        "buenos|buenas dias|tardes|noches", "bonjour|guten tag", "^ hi|hello|hey|hiya|heya|howdy|yo|hola|greetings|hii|hiii|heyy|heyyy|helo|hellow|sup",
        "^ good morning|afternoon|evening|day", "^ morning|evening $", "^ whats up"};
    return patterns;
}

const Patterns &askingForRobot()
{
    static const Patterns patterns{
        "are|r|is|am you|this|i|it ... bot|robot|real|ai|human|machine|automated|computer|person|chatgpt",
        "is this|that ... bot|robot|automated|ai|human|real", "^ bot|robot $",
        "talking|texting|speaking to|with a|an bot|robot|ai|machine|computer|real|human",
        "you|u a|an|real bot|robot|human|ai|person|machine"};
    return patterns;
}

const Patterns &bookingAnew()
{
    static const Patterns patterns{"book|schedule|rebook|reserve me|us|it|a|an|another|the|for", "put|pencil|sign me|us in|down|on|up"};
    return patterns;
}

const Patterns &weakAgreeing()
{
    static const Patterns patterns{"^ ok|okay|alright|right|great|cool|awesome|perfect|sure|k|fine|good $"};
    return patterns;
}

const Patterns &wishesInQuestions()
{
    static const Patterns patterns{"squeeze|fit|get|pencil|book|slot me|us|him|her|in|it|a", "how soon|quick|quickly|fast",
        "soonest|earliest|next available|opening|appointment|you|u|slot|time", "come out|by|over|look|see|take|fix|and|do|replace|install|clean",
        "send someone|anyone|a|the|your|one|some|out", "book|schedule|reserve|set ... me|us|in|up|appointment",
        "available|availability|opening|openings|appointment", "see me|us|him|her|my", "take me|us|my|it|him|her", "come"};
    return patterns;
}

const Patterns &plainQuestions()
{
    static const Patterns patterns{"do|does you|yall|guys|they ... do|offer|take|accept|handle|have|sell|service|provide|carry|see|work|install|fix|repair|treat|clean|come",
        "what|which ... services|packages|kinds|kind|options|brands|types", "included|include|difference"};
    return patterns;
}

const Patterns &wishes()
{
    static const Patterns patterns{"need|needs|needing|want|wants|wanting|wanna|gotta", "id|wed|would like|love|prefer|appreciate",
        "looking|hoping|trying|wanting|ready|like|love|hope to|for|into|at", "interested in", "due for", "in need of",
        "^ please? send|get|find|bring|fit|squeeze|book someone|somebody|anyone|me|us|a|your|one", "send|get someone|somebody|a|your|one"};
    return patterns;
}

const Patterns &wishesForOther()
{
    static const Patterns patterns{"dont|doesnt|didnt|not|never|no ... need|want|like|looking|wanna",
        "need|want|wanted|wanna|like|love|looking|hoping|trying to ... "
        "know|ask|find|understand|say|tell|thank|pay|rent|see|hear|learn|check|confirm|make|be|think|reach|complain|update|add|let|wait|sleep|go|leave|keep|give",
        "need|want my|the|a money|refund|receipt|invoice|copy|bill|records|keys|password|link", "looking good|great|forward", "need to be", "need help|advice choosing|picking|deciding|with"};
    return patterns;
}

const Patterns &askingShapes()
{
    static const Patterns patterns{"^ hi|hello|hey|ok|and|also|but|so|or? do|does|is|are|can|could|will|would|should|has|have|may ... ",
        "^ any|what|whats|which|anything|anybody|how|got ... "};
    return patterns;
}

const Patterns &askingForOther()
{
    static const Patterns patterns{"are|is you|anyone|anybody|someone|it there|here|ok|still|sure|serious|kidding|coming|done", "did|have|has you|i|my|it|they ... get|got|leave|left|see|seen|sent|come|arrive",
        "what|how|whats about|up|happened|is", "can|could|would|will you ... hear|wait|hold|believe|see|send|tell|text|let|explain|remind|resend", "how are|is|was|did|come", "what a|the", "i|we will|would|can|could|should|have|am|are", "have a|an"};
    return patterns;
}

} // namespace deskbell::language::intentwords
