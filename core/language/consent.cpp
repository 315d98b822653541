// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/consent.h"

#include "core/language/clauses.h"
#include "core/language/normalise.h"
#include "core/language/pattern.h"
#include "core/language/wordset.h"

#include <algorithm>

namespace deskbell::language {
namespace {

constexpr int longestKeyword = 40; ///< typed characters; "S  T  O  P !!!" is short too

const Patterns &wordings()
{
    static const Patterns patterns{
        // stop doing it
        "stop|quit|cease|end|halt "
        "texting|messaging|contacting|calling|emailing|bugging|bothering|spamming|harassing|pestering|writing|hitting",
        "stop|quit|cease sending|blowing|with me|us|these|those|the|all|your|this|any? "
        "text|message|spam|stuff|alerts|me",
        "stop|quit|cease to? text|message|contact|spam me|us|this|please?",
        "stop|end|cancel|kill|halt all? these|those|the|your|this|my? "
        "text|message|texting|messaging|spam|subscription|notifications",
        "no more text|message|texting|messaging|spam",
        "no further text|message|contact|communication",
        "enough with? the|these|your? text|message|texting",
        "stop|quit|cease|end|halt|discontinue|kill|terminate|disable ... text|texting|message|messaging|sms|spam|spamming|"
        "contacting|contact|communication|communications|notifications|notification|alerts|mensajes",
        "^ quit|stop it|that|this $", "asked|told|said|begged you|u|yall to? stop|quit",
        "will|can|could|would you stop $", "stop it now|please|already",
        "how do|can|to i? stop|end|cancel|get these|this|those|the|your|off|out|rid ... text|message|list|texting|messaging",
        "revoke|withdraw|revoking|withdrawing my? consent|permission|authorization",
        "dont|not|never|didnt give|gave|given|consent|consented|agree|agreed|authorize|authorized|permission ... text|texting|message|messaging|sms|contacted|contact",
        "leave me|us the? hell? be $",
        "want|let out of? of|these|this ... text|texting|message|messaging|list", "report|reporting|block|blocking|sue|suing you|u|this|ya|yall ... text|texting|message|messaging|contact|again", "lose|erase this|my number|contact",
        "harassment|harassing|harass", "report|reporting|sue|suing you|this|ya|the ... fcc|ftc|spam|harassment|number",
        // a verb of ending near a word for texts
        "stop|quit|cease|end|halt|discontinue|kill|terminate|disable|deactivate|silence|mute|turn|cut|shut|enough|done|knock|cancel "
        "with|off|out|sending|getting|receiving|giving|it|all|these|those|the|this|that|your|ur|of|any|me|to|my|please|doing|w ... "
        "text|texting|texted|message|messaging|msging|sms|spam|spamming|notification|notifications|alerts|crap|junk|garbage|bs|nonsense|communications|blasts|promos|promotions|mensajes",
        "stop|quit|cease bothering|contacting|calling|texting|messaging|spamming|soliciting|reaching|msging|replying|responding",
        "cease and? desist", "^ desist", "stop doing this|that $", "told|asked|telling|asking|said you|u|yall|them|guys|to ... stop|quit|unsubscribe|remove",
        "keep|keeps texting|messaging|spamming|bothering|harassing ... stop|quit|enough", "please|pls cease",
        "no|zero more? texting|text|message|messaging|sms|spam|contact|communication|communications please|thanks|to|at|on|from|this|here|ever|again|$",
        "^ no more $", "^ no more of? these|this|those|it|please|pls $", "^ enough $", "enough of? this|these|it|already|with $",
        "unsubscribe $", "how|way|where ... unsubscribe|unsub", "unsubscribe|unsub me|us|my|please|from|now|this|immediately|thanks|thx|all",
        "block|blacklist|unlist me|us $", "block me|us|this number|please", "dnc list", "do not call|contact|text list",
        "this|my number|phone|cell ... not|off|removed|deleted|never ... list|texted|contacted|messaged|database|system",
        "no|dont|without|never|didnt|zero ... permission|consent|right|authorization ... text|texting|message|messaging|contact|contacting",
        "didnt|never|dont|not i? ask|asked|sign|signed|request|requested|want|agree|agreed|subscribe|subscribed ... text|texting|message|messaging|sms|this|these|alerts|list",
        "who ... gave|give|got|get ... my number ... stop|dont|not|remove|delete|lose", "do|dont|not|never ... contact|text|message ... again|anymore|ever $",
        "text|message|contact|bother me|us|this|my ... again|once|more|one ... report|block|sue|fcc|ftc|police|lawyer|attorney|complaint|harassment",
        "leave my|this|our|me ... phone|number|cell|alone $", "scram|beat it $", "f|eff off", "shut up",
        "remove|erase|delete|strike|purge|wipe|scrub|drop my|me|this|our|these ... number|contact|cell|phone|info|information|details|data|name ... "
        "list|database|system|records|from|please|contacts|files", "remove|erase|delete|strike|purge|wipe|scrub|drop my|this|our|these number|contact|cell|phone|info|information|details|data details|info|number|now|$", "remove|delete|take|erase|get|drop my|this|our ... name|number ... list|off|system|database|records|contacts",
        "remove|delete|erase me|us from|off|please|now|thanks|$", "want|like|need|ask|asking to? be? removed|deleted|taken|off|unsubscribed ... list|text|texting|message|system|database|from|off|this|$",
        "make|get these|this|those|them|it ... stop please|now|already|$", "text|texting|message|messaging|these|those|them to? stop|end|cease $", "not interested ... stop|remove|take|delete|unsubscribe|off|lose",
        "wont|dont be? needing|need|want your|these|any|more|ur text|message|services ... stop|text|texting|message|remove",
        "no need to|for text|message|texting|contact me|us|again|anymore", "revoke|revoked|withdraw|withdrawn|rescind my|all|any? consent|permission|authorization|opt",
        "this|please|ok|so|just|asked|said|again|ever|thanks|text|message|these|them|those|list|dude|bro|man stop $",
        "^ stop now|please|already|immediately|asap|thanks|this|it or|and? $", "^ stop now|please|already|immediately|asap? or|and i|ill|we|im|never|dont|please|thank|thanks|remove|delete|lose|take",
        "stop|quit|cease notifying|alerting|pinging|pestering|annoying|bugging|disturbing|reminding|marketing|advertising|soliciting|replying|responding|blowing|hitting|lighting|messing|writing|trying|autotexting",
        "stop|quit|cease|no the|with|your|all? auto|automated|automatic|automation|bot|robot|robo|ai texting|text|message|messaging|messages|stuff|replies",
        "please|just end|stop|quit|cease this|these|it|that|everything $", "no more of your|ur|the|these|those|this|any ... text|message|messaging|texting|spam|crap|stuff",
        "no further|future text|texting|message|messaging|contact|communication|communications", "no solicitation|soliciting|solicitors", "no bots|robots",
        "opt|take|sign this|my|the|our number|phone|cell|line out|off", "want|like|need|ask|wish|prefer|asking|demand to? be removed|deleted|unsubscribed|excluded|opted|erased|taken|left ... $|from|off|out|alone",
        "dont|not|never reply|respond|write|text|message|contact|bother|disturb|use me|us|my|to? this? number|me|us|again|anymore|phone", "not disturb me|us|again", "not to be contacted|texted|messaged|called",
        "do not call|contact|text registry|register|list|lists", "text|message|messaging|texting|sms ... not|arent|isnt|never|un welcome|wanted|appreciated|authorized", "unwelcome|unwanted|unsolicited text|message|texting|messaging|sms|contact",
        "done|tired|sick|fed|over with|of|up|these ... text|texting|message|messaging|spam|being", "too many text|message|messages ... stop|quit|remove|off|enough|done",
        "get rid of my|this number|info|contact|phone", "take me out", "turn|switch these|those|them|text|message|messages|notifications off", "buzz|bug|back off", "kick rocks", "go to hell", "drop dead", "gtfo|stfu|desubscribe|deregister|delist",
        "cancel|end|discontinue|terminate|stop my|the|this|your|all? subscription|service|enrollment|alerts|notifications|campaign|marketing ... text|texting|message|sms|now|please|$",
        "stop|quit|avoid getting|receiving|seeing these|those|this|them|all|your|any $", "cancel|end|stop|kill|disable sms|alerts|notifications|texting|messaging|messages $", "dont|never text|message|write|contact me|us back",
        "you|u|yall can|may|should|need|must|gotta to? stop|quit now|texting|already|please|$", "dont|not|never text|message|contact|msg it|them|there|here|now|please", "no|not|never want text|texting|message|messages",
        "please|kindly|just discontinue|desist|cease|unsubscribe $", "^ discontinue $", "im|i|will|ill|gonna block|blocking this|your|you|u|the number|$",
        // the caller's number, and where it shall be gone from
        "get|take|keep|leave|lose|forget|erase|delete|remove|wipe|strike|scrub|scrap|drop|toss my|this|our|the? number|digits|cell|phone|name|info ... out|off|from|please|$",
        "lose|forget|erase|burn my|this digits|number|info", "let|get|take|want|need me|us|my? ... off|out|removed ... list|text|texting|texts|message|messaging|database|system|thread|loop|marketing",
        "remove|delete number|contact|info $", "^ please? forget|delete|erase|remove me|us", "wrong person|number ... remove|delete|stop",
        "how|where ... opt|opting out", "opt|opting out $", "my|an opt out $", "im|we|am|are|were opting|opted out", "consider|this this? my|is ... opt out|notice|unsubscribe",
        "stop|quit|cease|halt sending|giving|forwarding these|this|those|them|me|us|any|stuff|things|anything|it", "refrain|abstain|desist|stop|cease from|the? texting|messaging|contacting|contact|sending|calling|soliciting",
        "dont|not|never ever? want|wanna|wish|like|need to? hear|receive|get|see ... from|anything|text|message|these|again", "hear from you|yall|u|this again|anymore|ever",
        "consent|permission ... revoked|withdrawn|rescinded|denied|removed|cancelled|ended", "dont|not|no|never|without|lack ... have|given|got|had? my|our|any consent|permission|authorization",
        "asked|told|telling|begged|said|warned ... not|no|never|dont|stop|quit to? text|texting|message|messaging|contact|contacting|call|bother", "told|asked|said|telling ... stop|no text|texting|message|contact",
        "one|another more|single? text|message ... block|blocking|report|reporting|sue|lawyer|attorney|police|fcc|ftc", "this|its|it|you|thats is|are|was? spam|spamming|unsolicited|unwanted|junk|harassment",
        "^ text stop $", "^ reply stop $", "no contact $", "cut|quit|knock|stop it|this|that out? with|on the|these|your|all ... text|message|messaging|texting",
        // do not do it
        "dont|not|never|nobody ever? text|message|contact|texting|messaging|bother|spam|msg "
        "me|us|this|my|again|anymore",
        "dont|not|never ever? text|message|contact $",
        "dont|not|never ever? text|message any more",
        "dont|not|never want|wish|need|like|care ... text|texted|texting|message|messaged|contacted",
        "dont|not|never send me|us? any? more? these|those|your|any? text|message|anything|stuff",
        "no longer wish|want|need|interested ... text|message|receive|contacted",
        "didnt|never|dont ... sign|signed|subscribe|subscribed|consent|consented|agree|agreed ... text|message ... "
        "stop|remove",
        // take me off
        "take|get|scratch|strike|drop|pull me|us|my|this ... off ... "
        "list|text|message|texting|database|system|contacts",
        "take me|us off $",
        "take me|us off please|now|of",
        "take|remove|delete|erase my|this|me number|phone|info|cell|contact|details|data",
        "remove|delete|drop|unlist me|us from? your|the|this|all? "
        "text|texting|list|message|system|contacts|database|thread|mailing|marketing",
        "^ please? remove|delete me|us please? $",
        "lose|forget|delete|block this|my|the number",
        "leave me|us the? hell? alone",
        "^ unsubscribe|unsub me|us|please|now|from|this|thanks",
        "unsubscribe|unsub me|us|my|please",
        "want|like|need to unsubscribe|unsub",
        "opt|opting|opted me|us? out|ou of? text|texting|message|messaging|these|this|all|everything|receiving|your",
        "opt me|us out",
        "opt|opting out now|please|thanks|immediately|asap",
        "want|like|wish|choose to? opt out $",
        "fuck|piss|screw|buzz off",
        "go away",
        "quiteme|quitenme|saquenme|saqueme|borreme|borrenme|eliminenme|elimineme|sacame|quitame|borrame|eliminame de? ... lista|numero|sistema|mensajes",
        "arretez|arrete|arreter de? ... menvoyer|mecrire|envoyer|ecrire|sms|messages|textos", "ne menvoyez|mecrivez plus|pas", "dejen|deje|deja|paren|pare de ... mensajes|textos|escribir|escribirme|mandar|molestar|molestarme|enviar|llamar",
        "no me? ... mande|manden|escriba|escriban|envie|envien|contacten|contacte|moleste|molesten",

        "get lost",
        // other languages that callers of these shops use
        "no quiero|deseo mas? ... mensajes|textos|mensaje",
        "no me escriba|escriban|manden|llamen|contacten|textee|moleste|molesten",
        "ya no me? ... escriban|escriba|manden|mande|quiero",
        "alto|basta|pare|paren|parar|detenga|detengan de? ... mensajes|textos|mandar|enviar|escribir",
        "ne m|me envoyez|envoyer|ecrivez|contactez plus|pas",
        "plus de messages|textos|sms|message", "kein|keine nachrichten|nachricht|sms|texte mehr",
        "nicht mehr schreiben|texten|kontaktieren", "sair da lista", "nao quero mais|receber",
        "no mas mensajes|textos",
        "no me mande|manden|escriba|escriban|envie|envien|contacten|llamen",
        "no mandar|enviar mas",
        "deje|dejen|deja|dejar de escribirme|escribir|mandar|mandarme|enviar|enviarme|molestar|molestarme|textear",
        "dar|darme|denme|dame de baja",
        "borre|borrame|borrenme|quitenme|quiteme|eliminen mi|de? numero|lista",
        "ne m envoyez|ecrivez plus",
        "arretez|arreter de m|me|envoyer|ecrire",
        "desinscrire|desabonner",
        "pare|parem|pode de? parar|mandar|enviar de? mensagens|mensagem",
        "nao me mande|envie|manda",
        "keine nachrichten|sms mehr",
        "hoer|hor auf mir|zu schreiben|texten",
    };
    return patterns;
}

/// Politeness around a lone "stop".
bool isFiller(const QString &word)
{
    static const QSet<QString> fillers =
        wordSet("please just now it this that all already ok thanks immediately right dude man guys for real "
                "seriously omg asap everything i said want to you need us me enough forever permanently no yes "
                "so hey hi bro sir maam lol would like must again");
    return fillers.contains(word);
}

bool isStopWord(const QString &word)
{
    return word == QLatin1String("stop") || word == QLatin1String("unsubscribe") || word == QLatin1String("stopall")
        || word == QLatin1String("optout") || word == QLatin1String("unsub");
}

/// A sentence (or a part between commas) that says nothing but "stop".
bool hasBareStop(const Tokens &tokens)
{
    bool stop = false;
    bool bare = true;
    for (size_t i = 0; i <= tokens.size(); ++i) {
        if (i == tokens.size() || tokens[i].starts) {
            if (stop && bare)
                return true;
            stop = false;
            bare = true;
        }
        if (i == tokens.size())
            break;
        if (isStopWord(tokens[i].word))
            stop = true;
        else
            bare = bare && isFiller(tokens[i].word);
    }
    return false;
}

/// Things that stop or are stopped and are not texts.
bool isLookAlike(const Tokens &tokens)
{
    static const Patterns lookAlikes{
        "unsubscribe|optout isnt|not needed|necessary",
        "dont|not|never|wont ... unsubscribe|unsub",
        "opt out of the|a|any ... wax|add|addon|extra|upgrade|warranty|coverage|package|insurance|plan",
        "dont|not stop texting|messaging|sending",
        "cant|wont|never|doesnt|didnt|couldnt stop|quit",
        "dont|not|never text|message ... until|while", "i|we|usually dont|never|cant text|message ... back",
        "sorry i never text|message|contact",
        "didnt|havent|never get|got|see|saw|receive|received your|the|any|a text|message",
        "stop|end payment|sign|light|gap|leak|watch|motion|by|in|leaks",
        "dont|not call|text|contact|message|bother my|the|our landlord|boss|insurance|tenant|office|doctor|references|employer|job",
        "harassment|harassing|harass|harassed ... case|cases|lawyer|attorney|order|charges|law|claim|suit|boss|coworker|neighbor|landlord|tenant", "sexual|workplace|landlord|neighbor|case ... harassment|harassing",
        "ex|boss|neighbor|landlord|tenant|collectors|collector|debt|stalker|coworker ... texting|calling|harassing|contacting|harass|messaging", "consent form|forms|order|decree", "wont|cant|will|does ... stop hurting|bleeding|leaking|itching|running|smelling",
        "never mind ... text|message i|you", "dont have text|texting",
        "he|she|they|ex|boss|neighbor|landlord|husband|boyfriend|who wont|doesnt|didnt|never|not leave me|us alone", "unsubscribe no|not|isnt|wasnt",
        "unsubscribe ... newsletter|emails|email ... but|keep", "unsubscribe|opt from|of|out my|the|of|from? ... plan|membership|autopay|package|newsletter", "cancel|end|stop my|the|this|your ... subscription|service|plan|membership appointment|visit|on|for|next", "keep|leave my|the|your|sending|getting ... reminders|text|message",
        "dont|not|never forget|mind|hesitate|need|have to? text|message", "dont|didnt|never|not text|message much|often|well|good|fast|and drive",
        "didnt|never|havent|couldnt get|got|see|saw|receive|received|text|read|message a|any|your|the|back|that",
        "stop by|at|in|over|sign|work|payment|light|order|foreclosure|garnishment|leak|leaking|watch", "end of|unit|table|the lease|date|time|result|up",
        "quit claim|claiming|smoking|my job", "cant text|message right|now|while|back|but|driving",
        "^ stop ... bleeding|leaking|dripping|leak|water|running|noise|barking", "my|the|our|it|water|bleeding|leak|ac|engine|car|toilet|tub|sink|drain|dog|rain|pain wont|doesnt|cant|didnt stop|quit", "bleeding|leak|leaking|rain|water|engine|car|ac|pain stopped|stops|quit|quits",

    };
    return lookAlikes.in(tokens);
}

} // namespace

ConsentKeyword consentKeyword(const QString &text)
{
    // Twilio's list, the FCC's, and the words other carriers add.
    static const QSet<QString> stop =
        wordSet("stop stopall stopp unsubscribe cancel end quit revoke optout remove arret alto baja parar td arrêt");
    static const QSet<QString> start = wordSet("start unstop");
    static const QSet<QString> help = wordSet("help info ayuda");
    if (text.size() > longestKeyword)
        return ConsentKeyword::None;
    const QString word = lettersOnly(text);
    if (stop.contains(word))
        return ConsentKeyword::Stop;
    if (start.contains(word))
        return ConsentKeyword::Start;
    return help.contains(word) ? ConsentKeyword::Help : ConsentKeyword::None;
}

bool isOptOutKeyword(const QString &text)
{
    return consentKeyword(text) == ConsentKeyword::Stop;
}

bool isLoneCancel(const QString &text)
{
    return text.size() <= longestKeyword && lettersOnly(text) == QLatin1String("cancel");
}

bool isLoneYes(const QString &text)
{
    return text.size() <= longestKeyword && lettersOnly(text) == QLatin1String("yes");
}

bool isOptOut(const Tokens &tokens)
{
    if (hasBareStop(tokens))
        return true;
    if (!wordings().in(tokens))
        return false;
    if (!isLookAlike(tokens))
        return true;
    // "The bleeding stopped. Stop texting me": what only looks like it takes nothing from the part that is meant.
    const std::vector<Clause> clauses = clausesOf(tokens);
    return std::any_of(clauses.begin(), clauses.end(),
        [](const Clause &clause) { return wordings().in(clause.tokens) && !isLookAlike(clause.tokens); });
}

bool isOptOut(const QString &text)
{
    return isOptOutKeyword(text) || isOptOut(tokenise(normalise(text)));
}

bool wantsCallInstead(const Tokens &tokens)
{
    static const Patterns patterns{"call|phone|ring me|us|instead", "have|get someone|a|the ... call|phone",
        "just call|phone", "rather|prefer ... call|phone"};
    return isOptOut(tokens) && patterns.in(tokens);
}

} // namespace deskbell::language
