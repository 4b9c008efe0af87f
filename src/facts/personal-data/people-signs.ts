/** "Everything we hold about you": what follows line by line is a copy of the records. */
export const DUMP =
  /\bsubject access\b|\b(?:extract|copy) of (?:the |your )?(?:data|information)\b|\b(?:details|data|information) held\b|\bwhat we hold\b|\b(?:member|customer|account|record|profile)s?\b[^.\n]{0,20}\bexport\b|\bwitness sheet\b|\basked for (?:all of it|everything)\b|\bdetails (?:given|I took|taken)\b|\beverything (?:on|in) (?:your|his|her|their) (?:file|records?|account)\b|\b(?:everything|all|details|data|information|what)\b[^.\n]{0,20} (?:we|our records|our system) (?:currently |now )?(?:hold|have|keep|store)s? [^.\n]{0,20}\b(?:about|on|for) (?:you|him|her|them)\b/i;
export const LABEL =
  /(?:^|[;:·] ?)[ \t>*|-]{0,6}(?:previous |old |other )?(?:\p{Lu}[\p{L} ().-]{0,30}(?::|\|)|(?:[Tt]el|[Pp]hone|[Mm]obile|[Ee]?-?[Mm]ail|[Hh]ome|[Aa]ddress)\b)/u;
/** "his mobile is": whoever the customer may ring. */
export const THEIR_PHONE =
  /\b(?:s?he|they) (?:answers?|is|are|works?|can be reached) (?:on|at) ?\(?$|\b(?:his|her|their) (?:[a-z]+ )?(?:mobile|phone|number|telephone|landline)\b[^.!?\n]{0,25}$/i;
/** "her new e-mail's". */
export const THEIR_MAIL = /\b(?:his|her|their) (?:[a-z]+ )?(?:e-?mail|inbox|login)\b[^.!?\n]{0,25}$/i;
/** "We delivered to 44 Church Lane instead". */
export const DELIVERED = /\b(?:delivered|went|sent|posted|taken|dropped)\b[^.!?\n]{0,30}$/i;
/** "… by mistake", said of where something went. */
export const MISTAKEN = /^,? (?:by (?:mistake|accident)|in error|instead of you)\b/i;
/** "The rude review came from": whoever wrote it is not the reader. */
export const POSTED =
  /\b(?<!your )(?:reviews?|comments?|threats?|abuse|tip-offs?|bids?|attempts?|sign-?ins?|log-?ins?)\b[^!?\n]{0,70}\b(?:from|by|as|under|belongs to) ?$/i;
/** The heading of a column of homes. */
export const HOME_HEADING = /^\s*(?:home|lives|moved to|moving to|new home|forwarding|private address)\b[^|\n]{0,30} /i;
/** "Thanks, Mr Tait": who is spoken to. */
export const GREETED = /\b(?:hello|hi|hiya|dear|thanks|thank you|morning|afternoon|evening|sorry|welcome),? $/i;
/** A line that many answer, whatever it is for. */
export const HELPLINE = /\b(?:helpline|hotline|switchboard)(?: is|:)? ?$/i;
/** "our members' line is open until eight on". */
export const OUR_LINE =
  /\bour (?:[\w'’-]+ ){0,3}(?:line|phone|number|helpline|hotline|desk|team|office|switchboard|mobile)s?\b[^.!?\n]{0,80}$/i;
/** "a talk on", "the statue of": people whom everybody may know. */
export const CULTURE =
  /\b(?:talks?|lectures?|exhibitions?|concerts?|films?|novels?|poems?|plaques?|statues?|portraits?|biograph\w+|signed letter|memoirs?)\b[^.!?\n]{0,40}\b(?:on|about|of|by|for|to)(?: \w+)? ?$/i;
/** What somebody is called at work. */
export const RANK =
  /^(?:Sister|Nurse|Matron|Constable|Sergeant|Inspector|Professor|Prof|Reverend|Canon|Councillor|Judge|Coach|Chef|Officer|Head|Deacon|Rabbi|Imam) /;
/** "Miss Gupta … she'll see you": who does something for the reader is at work. */
export const SERVES =
  /^[^.!?\n]{0,40}\b(?:s?he|they)(?:['’](?:ll|d)| will| would| can)(?: \w+)? (?:see|ask|meet|examine|help|treat|guide|show|teach|check|visit|call|ring|phone|email|write to|talk) (?:you|your|to you|with you)\b/i;
export const SHE = /\b(?:s?he|they|his|her|their)\b/i;
/** Between two addresses of a list. */
export const LISTED =
  /^(?: ?[,;/] ?|[,;] (?:and )?(?:the |her |his |their )?(?:old|new|other|second)(?: one)? |,? (?:and|or|&) |\n[ >*-]{0,4})$/;
/** "That is another customer's mobile", said of what stands before it. */
export const DISOWNED =
  /^[^.!?\n]{0,30}(?:[.;,–-] ?|\()(?:but |and )?(?:that|this|it|which|neither)(?:['’]s| (?:number |address |e-?mail |one |line |mobile )?(?:is|was|isn['’]t|wasn['’]t|belongs|turned out|seems|appears))\b[^.!?\n]{0,25}\b(?:(?:not|n['’]t) (?:yours|your\b|an? \w+ (?:of yours|you|we)|one (?:you|of yours))|another|someone else|somebody else|a different (?:customer|person|member)|his\b|hers\b|theirs\b)/i;
/** Whoever's it is, it is answered at work. */
export const DIRECT_LINE = /\b(?:direct (?:line|dial|number)|extension|switchboard)\b[^.!?\n]{0,25}$/i;
/** What follows a number says whose it is. */
export const OF_THAT_ONE =
  /^,? (?:that['’]s|it['’]s|which is) (?:the (?:lady|man|chap|woman|neighbour|couple)|his|her|their)\b|^[^.!?\n]{0,30}(?:: |, )(?:s?he) (?:works|won['’]t|is|does)\b/i;
export const TO_ANOTHER = /\b(?:him|her|his|them|their|she|he)\b/i;
/** "at Aldi Thornaby". */
export const IN_PLACE = /\b(?:that|at|in|near|outside|opposite) ?$/i;
/** "Amara Nwosu, Ledgerleaf Accountants". */
export const AT_FIRM = /^, ((?:\p{Lu}\p{L}+ ?){1,4})/u;
/** "the Guaranteed Standards", "I have you as Thomas Ferris": no name of somebody else. */
export const IS_THING =
  /\b(?:the|an?|our|your|this|these|have you as|I am|I['’]m|my name is|you are|you['’]re|is that|speaking (?:to|with)) ?$/i;
/** What is said of people in their own lives. */
export const PRIVATE =
  /^ (?:his|her) (?:half|share|part|deposit|refund|money|wages|card|keys?|parcel|letter)\b|^ ?\((?:sister|brother|mother|father|mum|dad|son|daughter|wife|husband|partner|neighbour|friend|tenant|aunt|uncle|gran|nan)\b|^ goes home\b|^['’]s,? (?:and |but )?not yours|^['’]s (?:new |old |last |late |test |blood |medical |bank |private |home )?(?:form|e-?mail|tenancy|policy|lease|loan|meter|appointment|medication|referral|scan|objection|complaint|application|refund|debt|arrears|death|estate|will|letter|parcel|statement|file|account|bill|card|prescription|results?|bag|umbrella|claim|broadband|car|van|flat|house|dog)\b|^ and you\b|^, the (?:man|woman|person|people|lady|couple) (?:you|whose|next door|opposite|above|below)\b|^(?: and [A-Z][a-z]{1,15} [A-Z][a-z]{1,20})? (?:has|have) (?:(?:seen|signed) your\b|(?:\w+ )?(?:complained|objected|reported|moved|died|appealed|applied|bid|withdrawn|divorced|separated)\b)|^,? (?:now |still |also |since )?(?:shares?|has lived|lived|lives|owns|owes|owed|died|signed|complained|reported|nominated|told (?:us|our|reception|the)|says (?:s?he|they)|has made (?:his|her)|holds licence|has been given|off (?:the|your)|objected|(?:is|was) (?:still |also |now )?(?:joint|named|listed|shown|registered)\b|owns|moved (?:out|in|away)|passed away|parked|rents|is in arrears|(?:is|was) the (?:first |only |other )?(?:person|one|neighbour|tenant|customer|man|woman|lady) (?:who|to|that)|(?:is|was|are|were) (?:also |now |still )?(?:disputing|claiming|objecting|suing|moving|renting|buying|contesting|appealing|complaining)|is recovering|is allergic|made (?:his|her) own|both of|at the (?:corner|house|flat|end)|of (?:flat|number|no\b)|from (?:the )?(?:top|ground|first|second|third|flat|number|no\b|next))/i;
/** "Name:", "Driver 2:", "Emergency contact (daughter):" right before a name. */
export const LABELLED =
  /(?:^|\n|[(;])[ \t>*-]{0,6}(?:name|full name|account holder|holder|applicant|(?:second |named |other )?driver|guest|tenant|patient|keeper|emergency contact|next of kin|beneficiary|claimant|customer|sender|witness|occupier|holder|payee)\b[^.:\n]{0,25}(?:[:–-]|holder) ?\*{0,2}$|\b(?:two|three|four|five|other) (?:people|others|neighbours|tenants|customers|residents|objectors|witnesses|members|bidders|names)\b[^.:\n]{0,50}: ?$|\b(?:driver|owner|keeper|occupier|tenant|holder|buyer|seller) of (?!(?:the |our |your )?(?:bus|coach|train|tram|company|firm))[^.!?,\n]{1,30} (?:is|was) ?$|\b(?:the late|you and|(?:covers?|was|were|is|are|between|names?|lists?) you,|billed to|charged to|linked to|held by|owned by|let to|rented to|driven by|belongs? to|handed (?:it )?to|shows as|traced (?:that )?to|(?:names?) (?:on|in) [^.:\n]{0,30}(?:is|are)|sister of|brother of|son of|daughter of|mother of|father of|customer|holder|occupier,|beneficiary|previous owner|new owner\?|in the name of|registered to|wanted for|named driver(?: pls| please)?:|guarantor \(|signed for by|caused by|(?:found|bought|damaged|hit|handed in|brought in|stolen|witnessed) by|picked up (?:from [a-z]+ )?by|attorneys[^:\n]{0,30}:|i\.c\.e\.? –|found (?:your|the) [a-z]+ is) ?$/i;
/** Before the name of whoever is written to, or a title. */
export const GREETING = /^(?:dear|hi|hello|thank|please|mr|mrs|miss|ms|mx|dr)$/i;
export const TITLE = /^(?:(?:mr|mrs|ms|dr)\.? (?:and|&) )?(?:mr|mrs|miss|ms|mx|master)\b\.? ?/i;
/** A label on the line above a name, in a list of somebody's details. */
export const HOLDER =
  /(?:^|\n)[ \t>*-]{0,6}(?:account holder|name|full name|policy ?holder|payee|patient|tenant|keeper|driver)[ \t:*]{0,4}$/i;
/** Who has, takes or lives with what follows. */
export const LIVES_WITH =
  /\b(?:has|takes|taking|declared|carries|depends on|lives? with|off (?:\w+ ){0,2}with|start of|through (?:her|his|my|their)|undergo\w*|underwent|recovering from|given as|flag:|note in:|agreed,) (?:an? |her |his |my |their |severe |acute |chronic |early |early-onset )?$/i;
/** "The leaflet tells you about". */
export const IN_GENERAL =
  /\b(?:leaflets?|booklets?|guides?|brochures?|posters?|articles?|videos?|talks?|courses?|pages?|campaigns?|poster|factsheets?|newsletter)\b[^.]{0,30}\b(?:tells?|says?|shows?|explains?|covers?|describes?|about|on|is for|helps?)\b|\b(?:risk|signs|symptoms|causes|prevention) of $/i;
export const ANIMALS =
  /\b(?:vet|vets|veterinary|biscuits|(?:the|your|her|his) (?:dog|cat|horse|pony|rabbit|hamster)(?! walker)|puppy|kitten|paws?)\b/i;
/** "Dx", "Meds:": what follows is somebody's. */
export const HEALTH_LABEL =
  /\b(?:fit|sick) note \($|\b(?:priority (?:services?|needs?|register)(?: \w+)?|(?:reason|grounds) for (?:the |your |his |her )?(?:priority|absence|adjustment|extension|exemption|sick leave|time off|leave|deferral|claim)|(?:medical|health|long-term) (?:needs?|history|reason|problem|issue|flag|note)(?: given| declared| stated| noted| held)?|(?:absence|priority|exemption|adjustment|support|cancellation) reason|disabilit(?:y|ies)|allerg(?:y|ies)|conditions? declared|declared conditions?|absent with|dx|diagnos(?:is|ed with)|medical conditions?|meds|medication|reason for (?:cancell\w+|absence)|treated for|suffers from|allergic to)\b[ \t:*]{0,4}(?:(?:\n|\|)[ \t>*-]{0,4})?(?:(?:an?|severe|acute|chronic|home|type \d|mild|early) ?)?$/i;
/** The heading of a column of conditions. */
export const HEALTH_HEADING =
  /^\s*(?:(?:medical|health) (?:needs?|conditions?|history|reason|flag|notes?)|conditions?|diagnos[ie]s|disabilit(?:y|ies)|medication|meds|allerg(?:y|ies))\b[^|\n]{0,20} /i;
/** A label alone says nothing of whose number it is. */
export const BARE_LABEL = /^(?:tel|telephone|phone|mobile|e-?mail|fax)\W*$/i;
/** "ring us on", "write to", "our office is at": the organisation's own. */
export const CONTACT =
  /\b(?:(?:please |just |simply |you can |can |or |to |by |and )?(?:call|ring|phone|contact(?! (?:address|number|phone|details|name)\b)|email|e-mail|text|write to|reply to(?! all)|message|reach|speak to|ask for|get in touch with|fax|tel|telephone|helpline|hotline|enquiries|switchboard|reception)(?:ing)?)\b[^.!?\n]{0,50}$/i;
/** "The buyer asked us to reply to". */
export const ASKED_US = /\b(?<!you )(?:asked|wants|wanted|told|would like) us to\b[^.!?\n]{0,30}$/i;
/** What the customer said of themselves, and the reply takes into account. */
export const TOLD =
  /\byou(?:'ve| have)? (?:also )?(?:told|said|mentioned|explained|wrote|let us know|asked)\b[^.!?\n]{0,60}(?<!\b(?:about|of) your ?)$/i;
export const OURS =
  /\b(?:our(?! (?:list|records?|files?|system|books))|(?<!(?:gave|given|left|told|sent|asked) )us|we are|we['’]re|i am|my|office|branch|desk|centre|team|department|shop|store)\b[^.!?\n]{0,40}$/i;
export const YOUR_PHONE =
  /\b(?:your (?:\w+ )?(?:mobile|phone|telephone|number|landline|line)|you (?:on|at))\b[^.!?\n]{0,15}$/i;
/** "I am at". */
export const MINE =
  /\b(?:I['’]m|I am|we['’]re|we are|me|mine|my(?: work| own)?(?: e-?mail| address)?(?: is)?)(?: (?:at|on|by))?[ :]{0,2}$/i;
/** "…, the address you gave us". */
export const YOURS_AFTER =
  /^[, (–-]{1,3}(?:which is |that['’]s )?(?:the|your) (?:e-?mail |main |other |old |new )?(?:address|one|e-?mail|inbox)(?: (?:you|we have for you|on your)\b|[.,)])|^,? (?:just )?(?:as|like) you (?:\w+ )?(?:asked|requested|wanted|told|said)\b/i;
export const YOUR_MAIL =
  /\byour (?:reviews?|comments?|orders?|messages?|bookings?|posts?|enquir(?:y|ies)) (?:came|comes|was \w+) (?:from|by|to) ?$|\b(?:have|got) you (?:\w+ ){0,4}(?:as|at|under|on)\b[^.!?\n]{0,15}$|\byou(?:['’]re|['’]ve)? (?:\w+ ){0,2}(?:uses?|used|gave|give|registered|signed|chose|set up|provided|supplied|entered|told|down|listed)\b[^.!?\n]{0,30}$|\b(?:you (?:\w+ )?(?:sign|log|signed|logged|registered|joined|booked|paid|wrote|used?)(?: (?:in|up|on|to us))? (?:with|as|from|under|is)|your (?:\w+ )?(?:e-?mail|address|account|inbox)|you at)\b[^.!?\n]{0,25}$/i;
export const YOUR_HOME =
  /\b(?:to|with) you at\b[^.!?]{0,12}$|\b(?:moved you|you (?:live|lived|moved|rent|own|bought|sold))\b[^.!?]{0,25}$|\byour (?:\w+ )?(?:address|home|house|flat|property|meter|supply|garden|tenancy)\b[^.!?\n]{0,25}$|\byou(?:['’]ve| have)? (?:moved|left)\b[^.!?\n]{0,25}$/i;
/** "…, which is your ex-husband's flat". */
export const WHOSE =
  /^[*"”’)]{0,3}[,:;]? (?:which is|where|that['’]s|(?:is|was) where (?!you\b)|(?:is |was )?the (?:home|house|flat|address) (?:of|for|that))\b/i;
export const PUBLIC_PLACE =
  /\b(?:Hospital|Infirmary|Clinic|Surgery|University|Wing|Council|Library|Museum|Theatre|Station|Level|Estate|Business Park|Retail Park|Dept|Department)\b(?! (?:Road|Rd|Street|St|Lane|Avenue|Close|Hill|Terrace|Square|Way|Drive|View|Row|Walk|Court|Gardens|Crescent)\b)/;
/** "including gran.wendy@…": somebody else reads along. */
export const INCLUDED =
  /\b(?:including|copied (?:\w+ ){0,3}(?:in|to)|cc|along with|account of|you (?:all|both) (?:now )?(?:have|got|saw|see)|(?:every(?:one|body)|others|you all|the (?:whole )?(?:list|group)) (?:can|could|will|has|have|may) (?:now )?(?:see|seen?|got|had|have))\b[^.!?\n]{0,20}$/i;
export const PLACE =
  /\b(?:dept|department|returns|warehouse|show (?:flat|home|house)|for sale|viewings?|auction|visit|our|shop|store|branch|office|surgery|clinic|hospital|library|centre|depot|venue|held|meeting|write to|send|return|post|bring|collect|works? (?:at|on)|agents?|agency|solicitors?|employer|firm|company|business|school|leak|outside|opposite|between)\b[^.!?\n]{0,50}$/i;
export const LIVES =
  /\b(?:signed for(?: (?:it|your \w+))? at|(?:left|delivered)(?: it| your \w+)? (?:with|at)|next door(?: at|['’]s)?|wrong (?:house|address|flat|door|home)|writes from|(?:owners?|occupiers?|occupants?|people|family|couple) (?:of|at)|(?:owner|keeper|finder|tenant|occupier) at|(?:his|her|their) (?:old |new |last |other )?(?:place|home|house|flat|address)|both of|meant for|forward(?:ed|ing)? (?:it |them |on )?to|should go (?:on )?to|visited|lives?|living|staying|moved|moves|home address|forwarding address|address is|people at|resident (?:at|of)|occupier of|belongs? to)\b[^.!?\n]{0,40}$/i;
export const ORGANISATION =
  /^ (?:& |and Sons|Ltd|Limited|Insurance|Bank|Council|School|Hospital|Trust|Society|Street|Road|Lane|Way|House|Hall|Park|Centre|Court|Services?|Team)\b/;
/** "Mrs Tapp, Parish Office", "Mrs Hussain on 01632 960490 will help you", "Mrs Ali of this office": at work. */
export const STAFFED =
  /^,? (?:in|at|from) our\b|^ of (?:this|our) (?:office|team|department|branch|practice)\b|^,? on 0[\d ]{9,13},? (?:will|can|is)\b|^,? (?:\p{Lu}\p{L}+ ){0,3}(?:Office|Team|Department|Relations|Unit|Desk|Services)\b|^,? (?:ext\b|Head of|Director of|who (?:runs|leads|manages|heads) (?:the|our|my)\b)/u;
export const NEXT_DOOR =
  /^,? (?:next door|(?:up|down)stairs|opposite(?= (?:you|has|is|who|whose)\b)|(?:across|over) the (?:road|street|hall|landing|fence|way)|in (?:the )?(?:flat|house|room|unit|number|no)\b|of \d|(?:from|at) (?:flat|number|no|the next|the other)|who (?:lives|rents?|rented|owns?|owned|parks?|parked|shares?|shared|bought|sold|objects?|objected|claims|won|complained|has|had|lost|owes|(?:told|reported|said|saw|made|asked|rang|called)\b)|signed for|whose|and (?:her|his|their) |(?:rang|called) (?:us|to|about)\b|(?:asked|told|wrote to) us\b)/i;
/** Data in brackets beside the name, or a label and a value. */
export const HELD = /^,? ?\(?(?:born|d\.?o\.?b)\b|^,? ?\((?:nhs|ni\b|nino|[\w.+-]{1,40}@|07|\+44)/i;
/** "firstname.surname": what an address looks like. */
export const FORM_OF_NAME = /^(?:first|last|fore|sur|your)[._]?name|^your[._]|^(?:someone|somebody|example|username)\b/;

/** "It was meant for". */
export const MEANT_FOR = /\b(?:(?:meant|intended|addressed) (?:for|to)|belongs to) ?$/i;
