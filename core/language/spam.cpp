// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/spam.h"

#include "core/language/pattern.h"

#include <QRegularExpression>

namespace deskbell::language {
namespace {

/// Bait: nobody who wants work done writes so.
const Patterns &bait()
{
    static const Patterns patterns{
        "your|ur apple|google|microsoft|amazon|bank|paypal|facebook|icloud|email id|account|login ... used|accessed|sign|signed|hacked|another|country|device|confirm|verify", "sign|log|login in? to confirm|verify|restore|unlock|secure",
        "is this|that _ ... we|i met|matched|talked|spoke|chatted", "met|matched in|on|at|online ... im|its|this|remember|me", "refinance|refinancing|mortgage ... rates|rate|now|today|low|lower|dropping|qualify|save|save|free", "rates are|is|have dropping|dropped|low|lowest|down|falling",
        "do|are|is you|your|u ... need|looking|want|for cleaning|janitorial|landscaping|it|marketing|payroll|security|bookkeeping|staffing|printing|uniform|hvac services|service|help|staff|support|solutions ... your|we|our|offer",
        
        // prizes and money that fell from the sky
        "you|youve have|been|were|are ... selected|chosen|approved|awarded|picked|preapproved|qualified|won",
        "you|youve|your ... won|win|winner|winning|prize|jackpot|sweepstakes|lottery|giveaway",
        "congratulations|congrats ... won|selected|winner|prize|gift|reward|approved|chosen|qualified",
        "claim your|the|this ... prize|reward|gift|money|refund|check|bonus|package|card",
        "free message", "gift card|cards worth|waiting|claim|reward|#",
        "you|your business|company|shop|store qualify|qualifies|eligible|qualified|approved|preapproved",
        "line|lines of credit|funding", "business loan|loans|funding|capital|financing|cash|lender|credit",
        "merchant cash|services|account|advance|processing", "working capital", "funding|capital|loan ... approved|hours|deposit*|up|rates",
        "sba|ppp|ertc|erc|eidl|stimulus|grant loan|credit|relief|funds|money|refund|available|approved|for",
        "cash advance|offer for", "debt relief|consolidation|settlement|forgiveness", "student loan|loans ... forgiveness|relief|forgiven",
        "passive|extra|residual|weekly|monthly income", "earn|make|making|earning ... from home|online|a|per|daily|week|weekly|day $|now|working",
        "work from home|anywhere", "bitcoin|crypto|cryptocurrency|btc|ethereum|forex|nft|trading signals|usdt|airdrop",
        "invest|investing|investment|investor opportunity|opportunities|now|in|with|group|returns", "double your money|investment|income|sales|revenue",
        // accounts, parcels, offices
        "your|the ... ssn|account|card|paypal|amazon|apple|netflix|bank|wallet|subscription|license|package|social|number|security ... "
        "suspended|locked|limited|compromised|disabled|restricted|expire*|terminated|deactivated|blocked|frozen",
        "package|parcel|shipment|delivery|usps|fedex|ups|dhl ... held|hold|pending|undeliver*|fee|customs|address|failed|unable|waiting|unpaid|due|reschedule*",
        "unpaid|outstanding|overdue toll|tolls|fine|ticket|balance|invoice", "toll|tolls ... unpaid|pay|avoid|due|balance|owe",
        "irs|hmrc|medicare|fbi|dmv|customs|ezpass|sunpass ... refund|owe|debt|benefits|agent|warrant|notice|final|penalty|due|suspen*|payment|pay|card",
        "verify your|the|this account|identity|information|details|payment|card|number|login|wallet",
        "verification|security|otp|login|confirmation code", "unusual|suspicious activity|login|sign|charge|purchase",
        "click|tap|visit|follow|press the|this|here|below|link|on|to|now ... link|here|claim|below|verify|confirm|now|unlock|www*|http*",
        "extended|auto|vehicle|car|factory warranty ... expir*|coverage|final|last|about|notice|call|press", "final notice|warning",
        "reply|text|press|respond yes|y|now|interested|info|# ... to|for ... claim|qualify|learn|get|more|info|start|offer|apply|unlock|enroll|valuation|details",
        "reply yes|y|now|info|interested $", "act now|fast", "limited time|spots|offer ... offer|left|only|now|deal", "# spots left|remaining|available",
        "last chance|call ... offer|save|claim|deal|to", "risk free|free trial", "100 free|guaranteed|percent",
        "earn|make|making|earning|get # a|per|every|each|in|weekly|daily|monthly|from|guaranteed", "working|work from home", "handsome|gorgeous|babe|hottie|cutie|sexy|honey",
        "check|see|view|seen out? my|these pics|pic|photos|profile|page|videos|onlyfans", "new in town|here ... pics|lonely|meet|fun|friends",
        "got your contact|number|info from", "how are you today|doing ... friend|dear|contact|opportunity", "hello|hi|hey dear",
        "retention|stimulus|grant credit|check|money|program", "if not you|u", "order ... was|has placed|charged|confirmed ... if|call|not|cancel",
        "domain|hosting ... expire*|renew|renewal", "warranty ... expire*|expiring|expiration", "owe back taxes", "back taxes", "avoid arrest|late|penalty|suspension|legal",
        // strangers who want to be friends
        "add|message|text|find|hmu|contact|follow|chat me|my ... on|via|at ... whatsapp|telegram|signal|snap|snapchat|instagram|insta|onlyfans|wechat|kik|line",
        "whatsapp|telegram ... me|chat|group|add|join|link", "join our|my|the|this ... group|channel|whatsapp|telegram",
        "lonely|single|singles|sexy|horny|hot|naughty ... girl|girls|women|woman|lady|ladies|chat|date|area|near|pics|tonight|local",
        "looking for ... fun|sugar|love|date|companionship|nsa|hookup", "sugar daddy|baby|mommy", "remember me ... from|add|whatsapp|pics|wink",
        "my|private|hot|new pics|photos|nudes|cam|webcam ... here|link|me|add|see", "viagra|cialis|pills|cbd|vape|weed|kratom|ozempic ... cheap|discount|online|off|shipped|deals|order|free",
        "casino|slots|betting|sportsbook|roulette|poker ... bonus|free|spins|play|win|join|deposit", "free spins|chips|bonus",
        "kindly|dear sir|madam|friend|customer|beneficiary|winner|user|client|valued|account", "next of kin", "inheritance|beneficiary|barrister ... fund|funds|million|money|usd|transfer|late",
        "transfer|transferring ... million|funds|inheritance",
        "update|confirm|verify your|ur ... payment|billing|card|account|bank|details|information ... here|link|now|immediately|below", "update payment|billing here|now|info|details|method",
        "your|ur netflix|amazon|paypal|apple|prime|hulu|spotify|icloud|bank|chase|wells|account|subscription|payment|card|membership ... failed|declined|renewed|suspended|locked|hold|charged|verify|verification|expired|problem|issue",
        "timeshare|timeshares today|exit|cancel|get|rid|out|call", "rid of your|ur? timeshare|debt|student|loan|loans|credit",
        "paid for by", "seo|backlinks", "send you|u|over a|our|the|some ... proposal|brochure|catalog|deck|mockup|portfolio", "wrong person|number ... nice|pleasure|friends|meet|fate|what|where|im|name", "nice to meet|chat ... what|where|do|you|are|im|name", "can|lets|could|maybe|want|wanna we|you|to|us? be|become friends",
        "hi|hello dear|friend|sir|madam|beneficiary", "business|shop|store|home|property owner|owners ... ",
        "no|zero|any|bad|poor credit check|checks|ok|welcome|needed", "instant|same|fast|easy|quick|guaranteed approval|funding|approved|loan|loans|cash", "no prescription|experience needed|required|necessary", "at no cost to you",
        "save|saved|off|discount up? to? # percent|on|off|per ... reply|call|click|text|details|today|now", "trading|signals|crypto|forex|stocks|investment ... group|returns|profit|join|dm",
        "reply|text|dm|message|whatsapp|call us|me|now|today|yes|y|info|for|here|back ... details|proposal|quote|pricing|qualify|claim|demo|info|valuation ... $", "triple|double|5x|10x match|matched|matching",
        "pre|already approved|qualified|selected for|up|to", "hiring remote|drivers|workers|people|now|part|full ... hr|hour|week|home|experience|whatsapp|apply|pay|daily",
    };
    return patterns;
}

/// A pitch to the shop. Weaker: a customer may say it too, and then speaks of own wishes.
const Patterns &pitch()
{
    static const Patterns patterns{
        "we|our offer|offers|have|has|provide|give|charge ... great|best|low|lowest|competitive|cheap|affordable|amazing|special rates|prices|pricing|price|deals|quality|service",
        "our|my team|company|agency|firm|guys|experts|specialists|clients|platform|software|app|studio|crew builds|build|helps|help|designs|offers|provides|can|works|creates|makes|delivers|guarantees|will|has|have|get|gets|save|saves",
        "flat|only|just # ... website|sites|websites|logo|seo|ads|leads|month", "accepting|taking|want|need|ready new|more clients|customers|patients|jobs|leads ... we|send|month|weekly|our|daily",
        
        "seo|backlinks|marketing|website|design|leads|ads|advertising|bookkeeping|payroll|funding|insurance|merchant|cleaning|staffing|it services|service|quotes|packages|plans|solutions ... starting|from|at|$|per|#|month|save|free|reply",
        "can|could|may|should i|we send|share|email|show|forward you|u|over|a|some|the|more ... proposal|details|info|information|quote|deck|brochure|samples|pricing|catalog|demo|portfolio|examples|mockup|report",
        "i|we|our help|helps|work|specialize|deliver|provide|offer|supply|manufacture|build|grow|generate|design|represent|ship|install|manage ... "
        "businesses|companies|owners|dentists|dental|plumbers|lawyers|salons|salon|shops|contractors|firms|clinics|landlords|detailers|practices|patients|leads|clients|customers|you|your|like|instagram|followers|wholesale|bulk|equipment",
        "we|im|i|am|are are|am? a|an|the leading|top|manufacturer|supplier|distributor|agency|company|vendor|wholesaler|provider|factory|team|firm|full ... in|of|that|for|based|specializing|from|helping|offering",
        "is|are this|you|u|i speaking|it the|with? owner|manager|decision|business", "are you the owner", "reaching|following out|up ... from|about|regarding|because|to|on|with ... your|terminal|proposal|offer|partnership|business|website|funding|account",
        "business|commercial|liability|health|life|auto insurance quote|quotes|rates|plans|coverage|policy|savings", "book|schedule|get|see|watch a|your|the|free? demo", "ai|automated|virtual|smart receptionist|assistant|chatbot|answering|agent|phone ... for|your|book|demo|never|24",
        "limited|special|exclusive|one|final|last time|offer|rate|deal|price|week|day ... only|for|ends|today|website|web|off|now|small|expires", "interested|want to? sell|selling|list|listing your|the|a property|home|house|business|land|building",
        "website|site|page|listing|profile ... errors|error|ranking|rank|slow|outdated|broken|hurt|hurting|issues", "card|credit|payment processing|terminal|fees ... 0|zero|lower|free|switch|percent|save",
        
        "boost|grow|increase|improve|feature|advertise|promote|rank|cut|lower|reduce|save|sell|buy|help|offer|put|list|bring|get|fund|finance|"
        "outsource|upgrade|automate|manage|fill|protect|insure|fix|audit|optimize|transform|modernize|streamline|remove your|ur ... "
        "business|shop|company|salon|store|practice|office|clinic|website|site|google|listing|profile|reviews|payroll|ad|ads|logo|calendar|team|brand|restaurant|firm|agency|phones",
        "your|ur business|shop|company|salon|store|practice|office|clinic|website|profile|listing|payroll|domain|google ... "
        "qualif*|eligible|needs|deserve*|owed|pay*|expire*|could|may|is|isnt|ranked|missing|losing|lose|wasting|overpaying|grow*|attention|too|spend*|use|using|accept*|want",
        "paying|spending|overpaying|pay ... too? much|over|less|more ... for|on|in|per ... card|processing|electric*|energy|insurance|payroll|fees|marketing|ads|internet|phone|rent|shipping|software",
        "cut|lower|reduce|save|slash|drop fees|costs|bills|rates|up|thousands|hundreds|big|money|#|your ... by|percent|#|on|energy|electric|processing|today",
        "want|need|looking|like|ready|interested|open|ever|thinking|wanna|considered to|for|in|about|of more|to|selling|sell|grow|buy|a|some? ... "
        "customers|leads|clients|business|reviews|traffic|sales|funding|followers|staff|home|house|property|shop|practice|virtual|website|exposure|jobs|patients|receptionist|assistant",
        "sell your|ur home|house|business|property|practice|car|land|company", "pay|paying|offer|offering ... cash ... house|home|property|offer|close|sell",
        "i|we pay cash", "negative|bad|fake|unwanted|false reviews|review|ratings", "remove|delete|erase|bury ... reviews|review|ratings",
        "our|a|the|new|free booking|scheduling|crm|pos|payment|payments|software|app|platform|tool|system ... software|demo|trial|business|businesses|salon|salons|shops|contractors|week|today|free",
        "candidates|applicants|resumes|talent|workers|crew ... for|open|your|available|ready|looking", "recruiter|recruiting|recruitment|headhunter",
        "ad|ads|advertising|advertisement space|spot|spots|slots|package", "magazine|billboard|billboards|newspaper|directory|radio|yearbook|placemat*|menus ... ad|ads|your|feature|logo|space|spots",
        "specialist|expert|consultant|agent|representative|rep here|with|from|reaching|calling|at", "reaching|reach|touching out|base ... about|regarding|to|because|business|your|see",
        "solar ... incentive*|ending|rebate*|savings|panels|qualify|program|free|credits|electric", "incentives|rebates|tax credit|credits",
        "employee retention", "retention|tax|relief credit|credits|refund", "cold call", "open to a? quick? chat|call|demo|talk|conversation|discussing",
        "boost|grow|increase|improve|skyrocket|scale|maximize|double|triple|explode|raise ... your|ur|the ... "
        "review*|sales|business|traffic|ranking*|leads|revenue|visibility|google|customers|rating*|followers|online|presence|profits|seo|website|listing|bookings|calls",
        "get|need|want|generate|bring|buy|send|deliver|guarantee* you? ... # ... star|stars|reviews|followers|leads|customers|clients|backlinks|likes|appointments|bookings|calls",
        "# five|5? star reviews ... guaranteed|only|for|buy|get", "star reviews|ratings guaranteed|for|only|cheap|fast",
        "more|new|qualified|exclusive|fresh|hot|warm|targeted|quality|real customers|leads|clients|reviews|traffic|jobs|patients ... "
        "for|waiting|in|you|your|guaranteed|month|week|area|daily|coming|from|with|to|?",
        "customers|clients|leads|patients|homeowners|jobs ... waiting|looking|searching|ready ... area|you|your|zip|city|now|for",
        "first|top page|spot|rank|#? ... google|search|maps|results", "rank|ranks|ranking|listed|#|show|appear|page ... on|in ... google|yelp|bing|maps|first|search",
        "your|ur google|business|yelp|bing|facebook|gmb|maps ... listing|profile|page|ranking|listings|account ... "
        "verif*|claim*|unverified|flagged|suspend*|remov*|optimi*|needs|is|isnt|not|missing|expire*|update|problem|issue*",
        "google|yelp|bing|facebook|instagram|tiktok ads|listing|adwords|specialist|partner|advertising|marketing|maps|verification ... ",
        "seo|backlink|backlinks|ppc|smm", "digital|online|social|text|email|local|internet marketing|media|advertising ... agency|services|company|expert|specialist|package|packages|team|help|solutions|manager|plan|strategy",
        "marketing agency|company|services|firm|team|package|packages|solutions|specialist|consultant|budget",
        "web|website|app|logo|graphic design|developer|designer|development|builder|redesign|traffic|audit|designing ... ",
        "your|ur website|site|web|page|online|listing|homepage ... error|errors|outdated|slow|redesign|better|noticed|improve|issues|rank|traffic|problems|audit|mobile|found|hacked|score|broken|new",
        "lower|lowering|reduce|reducing|cut|cutting|slash|save|saving|cheaper ... your|ur|on|the|you|up ... "
        "electric*|energy|power|gas|utility|utilities|processing|insurance|card|bill|bills|premium*|rate|rates|fees|taxes|payroll|internet|phone|costs|shipping|fuel|overhead",
        "energy|electric|electricity|utility|solar|power|internet|payroll|insurance ... supplier|provider|broker|savings|program|quote ... your|for your|businesses|business|shop|store|company|you",
        "solar panels|program|incentive*|savings|rebate", "credit card|cards|merchant processing|processor|terminal|machine|reader|fees|rates|services",
        "processing fees|rates|company|statement", "pos system|systems|terminal|upgrade|demo", "payroll|bookkeeping|accounting|hr|staffing|outsourc* services|solutions|software|company|firm|provider|team ... ",
        "virtual assistant|assistants|receptionist|receptionists|staff|staffing", "answering|call|receptionist service|center|services ... for|your|we|our|demo|never|try|businesses",
        "we|i|they|our|team can|could|will|help|offer|provide|specialize|work|have|build|create|get|put ... "
        "your|you|businesses|companies|owners|shops|contractors|buyers|investors|shop ... "
        "ad|ads|business|website|leads|customers|sales|online|reviews|listing|billing|payroll|costs|bill|funding|more|grow|rank|buyers|fees|app|ranked|marketing|google|calls|clients",
        "put|place|run|feature|advertise|advertising|print your|ur|an|a ... ad|ads|logo|business|company|name ... on|in|with|at ... "
        "cart*|billboard*|magazine|calendar|bench*|bus|radio|menu*|screen*|app|paper|directory|bags|receipts|flyer*|postcards|mailer*|our|benches|program|yearbook|local|school|football",
        "ad|ads|advertising|sponsor* ... space|spot|spots|package|packages|billboard|available|rates|magazine|grocery|school|local|team|month",
        "sponsor|sponsorship ... our|team|event|league|opportunity|local|golf|school",
        "sell|selling|exit|value|valuation|buy|buying|acquire|acquiring|purchase|purchasing|interested ... your|ur|the|a business|company|practice|shop|property|building|house|home|land|store|agency|salon|clinic",
        "have|has|got buyers|investors|clients|lenders ... for|ready|interested|looking|your|waiting|want", "cash offer|buyer|buyers ... ", "offer for|on your|ur ... house|home|property|business|land|building",
        "speak|talk|chat|connect|meet|reach|get ... owner|manager|decision|whoever|person ... about|regarding|who|maker|handles|charge ... "
        "your|energy|website|marketing|advertising|internet|processing|insurance|electric*|google|listing|funding|business|payroll|solar|phones|phone|card|bill",
        "decision maker", "quick|15|10|20|brief|# minute|min|minutes call|chat|demo|zoom|meeting ... ", "schedule|book|set|hop|jump|have|offer* ... demo|zoom|discovery|strategy|walkthrough ... ",
        "free demo|audit|seo|website|mockup|consultation for your|trial|report ... ", "this is|its|im|my ... from|with|at|of ... "
        "leads*|lead|seo|marketing|media|capital|funding|energy|solutions|rocket|leadrocket|digital|ads|solar|merchant|payments|agency|group|systems|software|google|yelp|verizon|spectrum|insurance|financial|lending|payroll|"
        "capitalgroup|brokers|recruit*|staffing|promo|promotions|print|advertising|consulting|partners|wholesale|realty|ventures",
        "partner|partnership|collaborate|collaboration|affiliate|reseller|franchise with|opportunity|opportunities|program|us|you",
        "hope this|you|your|the finds|message|are|email|day ... well|great ... "
        "business|we|our|i|company|offer|services|opportunity", "interested in selling|funding|growing|more|leads|increasing|saving|marketing|boosting|seo|solar|advertising|reducing|lowering|our|outsourcing",
        "bulk|wholesale price|prices|order|discount|rates|supplier|pricing ... for your|businesses|shops|resellers|from|factory|china|we|minimum",
        "we supply|manufacture|wholesale|distribute", "factory|manufacturer in|from|direct|prices ... ",
        "political|vote|election|donate|donation|candidate|senator|congress|campaign|poll|survey|ballot ... "
        "for|now|today|chip|support|poll|rush|match*|deadline|take|on|in|your|this|reply|november|us|help|paid|minute|minutes",
        "take|complete|fill our|this|a|quick|short ... survey", "unsubscribe|opt reply|text|out ... stop|end|to", "reply stop to|for", "text stop to|2|for",
        "we buy|pay ... houses|homes|cars|cash|top|property|land|any|gold|junk",
        "vending|coffee|water|copier|printer|uniform|linen|pest machines|machine|service|services|cooler|lease|supplies|toner ... your|for|free|office|shop|store|business",
    };
    return patterns;
}

/// Words of a customer: own wishes and questions about one's own things or about what the shop does.
const Patterns &customer()
{
    static const Patterns patterns{
        "my|our|the google|apple|phone|waze|maps|gps ... took|sent|says|said|shows|wrong|place|lost", "took|sent me|us to", "your|the booking|online|website|site|link|page|form ... working|down|broken|book|isnt|doesnt|cant",
        
        "is|are|was|does|do the|your|it|that|there|this|my|ur ... rate|price|still|available|open|warranty|down|special|deal|real|one|parking|discount",
        "saw|seen|found|read|heard you|your|ur|about|on|that|the|it|a", "i|im|we|were am|are? a|an|own|run|manage ... need|looking|client|interested|hoping", "get|need|want|looking a|for|some|our? ... quote|price|estimate|plumber|detail|lawyer|appointment",
        
        "i|we need|needed|saw|lost|booked|called|bought|got|left|missed|forgot|scheduled|paid|owe|had",
        "i|we|id|wed want|would|wanna|like ... to? ... come|book|get|make|schedule|see|know|bring|pay|use|redeem|have",
        "can|could|may|should|do i|we "
        "get|book|come|pay|have|bring|see|schedule|use|drop|pick|cancel|move|change|reschedule|still|just|make|ask|know|park|leave|stop|send|stay|redeem|return|owe|need",
        "can|could|would|will u|you|yall|guys|someone|he|she|they|my "
        "fix|clean|come|do|send|call|verify|text|give|tell|bill|take|look|see|help|check|fit|squeeze|get|resend|let|staff|book|schedule|install|repair|mail|email|ship|charge",
        "do|does|did|are|is u|you|yall|guys|the|my|there|that|it|this still? "
        "do|take|offer|sell|finance|clean|fix|accept|carry|install|repair|handle|open|closed|insured|licensed|in|near|available|free|deposit|special|salon|vet|shop|vet|job|car|come|a|price|include|work|on|instagram|have",
        "how much|long|do|far|soon", "whats|what is|the|your|time|do|are ... website|price|cost|hours|address|deposit|time|rate|fee|for",
        "my|our car|truck|van|house|home|dog|cat|husband|wife|son|daughter|appointment|hair|sink|toilet|ac|furnace|tooth|mom|dad|kid|order|job|bill|"
        "insurance|receipt|invoice|account|package|warranty|repair|roof|yard|company|office|landlord|deposit|lights|staff|filling|haircut|color|kitchen",
        "looking for a|an|someone|to ... appointment|quote|clean*|plumber|detail|haircut|repair*|price|fix*|install*|get|book|schedule",
        "for my|our", "im the|one|interested|looking in|one|a|for|to ... your|a|booking|getting|called|appointment|service|the", "who is this|that", "found you",
    };
    return patterns;
}

bool hasStrangeLink(const QString &text)
{
    static const QRegularExpression link(
        QStringLiteral(R"((?:https?://|www\.|\b(?:bit\.ly|tinyurl\.com|t\.co|goo\.gl|cutt\.ly|rb\.gy|is\.gd)/|\b[a-z0-9-]{3,}\.(?:xyz|top|club|click|info|biz|ru|cn|example)\b))"),
        QRegularExpression::CaseInsensitiveOption);
    return link.match(text).hasMatch();
}

} // namespace

bool isSpam(const QString &normalised, const Tokens &tokens)
{
    if (bait().in(tokens))
        return true;
    const bool speaksAsCustomer = customer().in(tokens);
    if (pitch().in(tokens) && !speaksAsCustomer)
        return true;
    return hasStrangeLink(normalised) && !speaksAsCustomer;
}

} // namespace deskbell::language
