// SPDX-License-Identifier: GPL-3.0-or-later
// Answers and courtesies, and the shapes of texts of which no word is known.
#include "core/language/intentwords.h"

namespace deskbell::language::intentwords {

const Patterns &agreeing()
{
    static const Patterns patterns{
        "^ count me in",
        "^ go ahead",
        "^ do it|that|so",
        "^ of course",
        "^ for sure",
        "^ you bet",
        "^ roger|aye|mhm|yuppers|yessir|yas|yass|indeed|agreed|exactly|totally",
        "i can do|make that|it $",
        "thatll|itll work|do|be",
        "should work|be|do fine|good|ok|great",
        "i agree",
        "uh huh",
        "no problem $",
        "fine|good|ok|cool|great by|with me|us",
        "^ yes", "^ sip|claro|vale|bueno|perfecto|dale|oui|ja $",
        "^ sure|absolutely|definitely|certainly|correct|affirmative|deal|yessir|confirm|confirmed|bet",
        "^ great|awesome|cool|perfect $", "^ ok|alright|right $",
        "^ ok sounds|lets|that|perfect|great|good|yes|see|works|ill|please|book|cool|do|then", "^ y|yy|ya|ye $",
        "sounds|sound|looks|all|thats|that|its|it good|great|perfect|fine|right|awesome|ok|cool",
        "works|work|perfect|great|good|fine for|with|by me|us", "that|it|this|# works|work|will|does|do $",
        "that|it|this one|time|works|day|slot please|works|is|$", "^ please do|book|yes", "lets|let do it|that|this $",
        "go for|ahead|with it|and|that|$", "book it|that|me|us", "^ please $", "ill|will take it|that|the|this",
        "im|were in|down $",
        "see you|u|ya then|there|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday", "yes please",
        "confirm|confirmed", "is|are|sounds|works perfect|great"};
    return patterns;
}

const Patterns &refusing()
{
    static const Patterns patterns{
        "were|im|all good|set|fine $",
        
        "found|got|hired|have|booked someone|somebody|one|another already|else|$",
        "i|we already? found|got|hired|booked|went someone|somebody|one|another|with",
        
        "id rather not",
        "i? pass $",
        "not this|right time|now",
        "no good|need",
        "cant do that|it",
        "way? too much|far|late|early|long|high|soon|steep",
        "out of my? budget|range",
        "already have|got|found|booked|hired one|someone|it|somebody|another",
        "going|went|gone with someone|another|somebody|a",
        "decided against|not",
        "im|we good",
        "not for me|us",
        "no longer|not|never interested",
        "^ no", "^ n $", "^ nope|nah|neither|none",
        "no|not thanks|thank|today|now|interested|anymore|really|yet|for|good|at",
        "neither|none|nothing ... work|works|good|those|these|them", "ill|will pass",
        "doesnt|dont|wont|cant|not work|good|make|do", "too expensive|much|pricey|high|late|far",
        "never mind|nevermind|nvm", "forget it", "maybe|some later|another|next|not|other ... $", "maybe later|another|next|not", "im|we good|ok|fine|set thanks|thank|$", "all set", "none|neither of|work|works", "changed my mind",
        "dont think|want|need so|it|that|to|any"};
    return patterns;
}

const Patterns &thanking()
{
    static const Patterns patterns{
        "tyvm|thnks|blessings",
        "bless you",
        "youre|you|guys|yall are? the best|awesome|amazing|greatest|wonderful",
        "so|very|too kind",
        "obrigado|obrigada|dank|thanks|thank|thankful|appreciate|appreciated|grateful|gracias|merci|cheers|danke",
        "much obliged|appreciated", "have a good|great|nice|wonderful"};
    return patterns;
}

const Patterns &greeting()
{
    static const Patterns patterns{
        "^ gm|hullo|wassup|hiy|hai|ello|hellooo|heyyy|hihi|morning|evening",
        "how are|r you|ya|u $",
        "hows it going",
        
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
    static const Patterns patterns{
        "any|some|open slot|slots|spot|spots|opening|openings|room|time|appointments",
        "can|could we|i do|make|have|get|come",
        "squeeze|fit|get|pencil|book|slot me|us|him|her|in|it|a", "how soon|quick|quickly|fast",
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
    static const Patterns patterns{"do|does|did|will|should i|we ... need|have|want", "dont|doesnt|didnt|not|never|no ... need|want|like|looking|wanna",
        "need|want|wanted|wanna|like|love|looking|hoping|trying to ... "
        "know|ask|find|understand|say|tell|thank|pay|rent|see|hear|learn|check|confirm|make|be|think|reach|complain|update|add|let|wait|sleep|go|leave|keep|give",
        "need|want my|the|a money|refund|receipt|invoice|copy|bill|records|keys|password|link", "looking good|great|forward", "need to be", "need help|advice choosing|picking|deciding|understanding"};
    return patterns;
}

const Patterns &askingShapes()
{
    static const Patterns patterns{
        "^ do i|we need|have|get",
        "^ hi|hello|hey|ok|and|also|but|so|or? do|does|is|are|can|could|will|would|should|has|have|may ... ",
        "^ any|what|whats|which|anything|anybody|how|got ... "};
    return patterns;
}

const Patterns &askingForOther()
{
    static const Patterns patterns{
        "got it|you|u|ya|that", "have a|you|the number",
        "know|known who|what", "whats this|that", "are|is you|anyone|anybody|someone|it there|here|ok|still|sure|serious|kidding|coming|done", "did|have|has you|i|my|it|they ... get|got|leave|left|see|seen|sent|come|arrive",
        "what|how|whats about|up|happened|is", "can|could|would|will you ... hear|wait|hold|believe|see|send|tell|text|let|explain|remind|resend", "how are|is|was|did|come", "what a|the", "i|we will|would|can|could|should|have|am|are", "have a|an"};
    return patterns;
}

} // namespace deskbell::language::intentwords
