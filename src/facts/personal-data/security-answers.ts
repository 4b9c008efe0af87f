import { EXAMPLE, paragraphAfter, paragraphBefore } from "./context.ts";
import { LETTER, LOWER, UPPER } from "./pattern.ts";
import type { Range } from "../../model.ts";
import { anyOf, inTurn, oneOf, ways } from "../../ways.ts";

/** What services ask for to know a customer again: these are asked for nothing else. */
const SECRET = ways([
  /(?:mother|mum|mam|nan|gran)(?:['’]?s)? (?:maiden |birth )?name/,
  /maiden[ -]name/,
  /mother['’]?s surname/,
  /memor[ai]ble (?:word|place|name|phrase|answer|person|date|info(?:rmation)?)/,
  /(?:secret|security|safe|code)[ -]?(?:word|answer|phrase|reply|name)/,
  "password hint",
  /reminder (?:word|phrase|answer)/,
  "hint",
]);
/** These are so where a question, an account or an identity is spoken of. */
const PRIVATE = ways([
  /birth ?place/,
  /(?:town|city|place) of birth/,
  /(?:town|city|place) (?:of (?:your |his |her )?birth|(?:you|he|she|I) (?:was|were) born)/,
  /first (?:pet|animal|school|car|teacher|job|employer|boss|crush|concert|holiday|house)/,
  /(?:earliest|first) place of education/,
  /(?:junior|primary|infant|secondary) school/,
  inTurn(/(?:best[- ]liked|fave?|favourite|favorite) /, [
    oneOf("teacher team film book food colour band singer place uncle aunt cousin author animal sport song"),
    oneOf("subject holiday meal drink"),
  ]),
  /teacher (?:you|I|he|she) liked best/,
  /(?:pet|school|teacher|maiden name|birthplace|car) question/,
  /(?:childhood|best|oldest) (?:doctor|friend|nickname|hero|pet)/,
  /(?:pet|dog|cat|horse|rabbit)(?:['’]s)? name/,
  /name of (?:your|his|her|their|my|the) (?:first |childhood |favourite )?(?:pet|school|teacher|dog|cat|car|friend)/,
  /street (?:you |he |she |they |I )?(?:grew up (?:on|in)|was born (?:on|in))/,
  "POB",
  "MMN",
]);
/** These where a check of who somebody is is spoken of. */
const ANYTHING = ways([
  String.raw`(?:fave?|favou?rite) [${LETTER}]{3,12}`,
  String.raw`first (?:[${LETTER}]{3,10} )?(?:bike|gig|home|street|address|phone|record|album|film|love|kiss|flat|friend|boyfriend|girlfriend|club|computer|dog|cat)`,
  inTurn(
    String.raw`(?:town|city|place|village|country|pub|church|street|road|year) (?:where |in which |that )?(?:you|he|she|they|I|(?:your|my|his|her) [${LETTER}]{3,12}) (?:first |both )?`,
    ["met", "married", "grew up", "lived", "got engaged", "honeymooned", "was born", "were born", "went"],
  ),
  "honeymoon",
  "nickname",
  /(?:middle|house|street) name/,
  inTurn(
    [
      oneOf("mother father grandmother grandfather grandad nan gran partner spouse sister brother godmother"),
      "godfather",
    ],
    /(?:['’]s) (?:first|middle|birth|job|name|occupation|home ?town|village)/,
  ),
  /(?:teddy|toy)(?:['’]s name)?/,
  "imaginary friend",
  "school you went to",
  "who taught you",
  String.raw`where did (?:you|he|she|(?:your|his|her) [${LETTER}]{3,12}) (?:meet|marry|grow up|live|go to school|get married|get engaged)`,
]);
const QUESTION = new RegExp(
  String.raw`(?<![${LETTER}-])(?![a-z]+ ?[a-z]+ (?:in|of|for|at) (?:the|our|this) (?:[a-z]+ )?(?:crossword|puzzle|quiz|competition|contest|game|prize|draw|hunt|trail))(?:(?<secret>${SECRET})|(?<private>${PRIVATE})|${ANYTHING})(?!['’-]?[${LETTER}])`,
  "gi",
);
const HINT = anyOf(
  [
    oneOf("maiden mum mother memor reminder secret security"),
    /safe ?word/,
    /code ?word/,
    "hint",
    "birth",
    "born",
    inTurn("first ", [
      oneOf("pet animal school car teacher job employer boss crush concert holiday house bike gig home"),
      oneOf("street address phone record album film love kiss flat club computer dog cat"),
    ]),
    "school",
    /fave?(?:ourite)?/,
    "friend",
    /\b(?:pet|dog|cat|horse|rabbit)(?:['’]s)?\b/,
    "name of",
    "grew up",
    /\b(?:pob|mmn)\b/,
    "place of education",
    "nickname",
    "honeymoon",
    /\bm[eu]et\b/,
    "parents",
    "taught",
    "prompt",
    /(?:security|teacher|car) question/,
  ],
  "",
);
const IDENTITY = new RegExp(
  inTurn(
    /\b/,
    [
      /secur\w+/,
      /verif\w+/,
      /identi\w+/,
      "ID&V",
      "DPA",
      /questions?/,
      /prompts?/,
      /answer(?:s|ed)?/,
      /repl(?:y|ies|ied)/,
      /log(?:in|s|ged)?/,
      /accounts?/,
      "password",
      /match(?:es|ed)?/,
      /reset\w*/,
      /(?:un)?locked/,
      "registered",
      "recorded",
      "on record",
      "on file",
      "held",
      "we hold",
      "on the phone",
      "phone check",
      "phone team",
      oneOf("caller recovery screen system"),
      "let me in",
      "colleague needs",
      "get past",
      "asked for",
      "bank",
      /told (?:him|her|them)/,
      /you (?:gave|said|put|set|chose|picked|registered|entered|told us)/,
      /I (?:put|said|say|answered)/,
    ],
    /\b/,
  ),
  "i",
);
const CHECKED = new RegExp(
  inTurn(
    /\b/,
    [
      /secur\w+/,
      /(?:reset|recovery|challenge) question/,
      /verif\w+/,
      "identity",
      "ID&V",
      "DPA",
      "id check",
      /prompts?/,
      /passwords?/,
      /log(?:ged)?[ -]?in/,
      /reset\w*/,
      /(?:un)?lock(?:ed)?/,
      /(?:is|was) (?:right|correct)/,
      /phone (?:check|team)/,
      "recovery",
      "caller",
      /passed(?: the)?/,
      "the check",
      /let (?:me|you) in/,
      /(?:got|get) (?:in|past)/,
      /(?:you(?:['’]re)?|get|got) (?:[a-z]+ )?through/,
      /questions? (?:and|you)/,
      /answers?/,
      /(?:is|was) down as/,
      "recorded as",
      "registered as",
      "on file",
    ],
    /\b/,
  ),
  "i",
);

const NAME = String.raw`[${UPPER}][${LETTER}'’-]{1,30}(?: (?:(?:of|the|on|and|in) )?[${UPPER}][${LETTER}'’-]{1,30}){0,3}`;
/** From a question to its answer: a sign or a verb, or what the customer said to it. */
const LINK = inTurn([
  String.raw` (?:that )?(?:you|he|she|they|we) (?:gave|set|chose|hold|have|use|put)(?: us)?,(?= ["“‘]?[${LOWER}]{4,20}["”’]?,)`,
  inTurn(/(?: (?:one|question|prompt|answer))?(?: right| wrong| correctly)?/, [
    /\?["”’]?,? (?:we|I|they) asked[^.!?\n\d]{0,15}\b(?:said|gave|answered|put|told us)/,
    String.raw`,(?= ["“‘]?[${UPPER}][${LETTER}'’ -]{2,30}["”’]?,)`,
    inTurn(/[?.]['’"”]?/, [
      / I(?:t['’]s| put| said)/,
      String.raw` We(?:['’]ve got| have| hold)(?= (?:Mrs?|Ms|Miss|Dr|[${UPPER}]))`,
      / ?[Aa][:.]/,
      / You (?:told us|gave|said|put|chose|answered)[^.!?\n]{0,20}?(?: (?:was|is|as|called))?/,
    ]),
    String.raw`[ .]{3,12}(?= [${UPPER}])`,
    /['’"”]?[ \t]{0,3}(?:[:=|]|–|-(?= )|['’]? as\b)/,
    /[^.!?:=|\n\d]{0,60}?(?::| [–=-])(?= )/,
    String.raw`(?= (?:St )?[${UPPER}][${LETTER}'’-]{1,30}(?: [${UPPER}][${LETTER}'’-]{1,30}){0,3} (?:is|was) (?:right|correct|wrong|what we)\b)`,
    inTurn(
      String.raw`[^.!?:=|\n\d]{0,45}?(?:(?:in|on|since|from) (?:[${UPPER}][${LOWER}]+ )?(?:19|20)\d\d,?[^.!?:=|\n\d]{0,20}?)?\b`,
      [
        oneOf("is was as are to be called still now"),
        /answered(?: with)?/,
        /I (?:say|said|put|gave)/,
        "gave",
        "put",
        "said",
        /reads?/,
        /(?:we|I) (?:hold|have)/,
      ],
      /\b/,
    ),
    String.raw`[^.!?:=|\n\d]{0,40}?\?(?= ["“‘]?[${UPPER}][${LETTER}'’ -]{2,40}(?:[.!"”\n]|, (?:you|she|he) (?:said|told|gave)))`,
    ",",
  ]),
]);
const ANSWER = new RegExp(
  ways([
    inTurn(
      String.raw`${LINK}(?:[ \t*"'“‘\x60:]|\b(?:it['’]?s|still|called|named|answer|reply|to|us|it|was|the|an?|my)\b){1,6}`,
      [
        String.raw`(?<value>${NAME})`,
        String.raw`(?<=["“‘'])(?<quoted>[${LETTER}\d][${LETTER}\d ]{2,40})(?=["”’'])`,
        String.raw`(?<small>(?:(?:mr|mrs|miss|ms|sir|lady|lord|captain|king|queen|princess|prince|saint|st|dr|little|old|big) )?[${LOWER}][${LETTER}'’]{3,20})(?= ?(?:[.,;!(\n]|$))`,
      ],
    ),
    String.raw`[ ](?<next>${NAME})`,
    String.raw`[:=][ *"“‘]{1,4}(?<line>[${LETTER}][${LETTER}'’]{1,20}(?: [${LETTER}'’]{1,20}){1,3})(?=["”’*.]{0,3}(?:\n|$))`,
    String.raw`[^.!?:=|\n\d(]{0,25} \((?<inside>${NAME})(?=\))`,
    String.raw`(?: one| question)[,:] (?<phrase>[${LOWER}][${LETTER}'’]{2,20} [${LOWER}][${LETTER}'’]{2,20})(?= ?[.,;!(\n])`,
  ]),
  "y",
);
/** Whatever the question of a service was, the line below it has the answer. */
const ANSWER_LINE = new RegExp(
  inTurn(
    [
      /(?<=^|\n)[ \t>*-]{0,6}(?:Q|[Qq]uestion)[:.)*]{1,4} ?[^\n]{3,80}\?[ \t*]*\n[ \t>*-]{0,6}(?=[Hh]eld|[Oo]n |[Gg]iven|[Rr]egistered)/,
      /\b(?:[Ss]ecurity|[Ss]ecret|[Mm]emorable|[Rr]ecovery) (?:question|prompt)\b[^\n]{0,100}\n[ \t>*-]{0,6}/,
      /\b[Yy]our question\b[^\n]{0,100}\n[ \t>*-]{0,6}(?=[Yy]our)/,
    ],
    /(?:[Yy]our |[Tt]heir |[Tt]he )?/,
    [
      /(?:[Aa]nswer|[Rr]eply|[Rr]esponse)(?: given| on file| held| set| chosen)?/,
      /[Hh]eld/,
      /[Oo]n (?:file|record)/,
      /[Gg]iven/,
      /[Rr]egistered/,
    ],
    /[ \t*]*[:=–-][ \t*"'“‘]{0,4}(?<value>[A-Za-zÀ-ž][A-Za-zÀ-ž'’-]{1,30}(?: [A-Za-zÀ-ž\d][A-Za-zÀ-ž\d'’-]{0,30}){0,3})(?=["”’*.]{0,4}(?:\n|$))/,
  ),
  "g",
);
/** In a chat the one asks and the other tells. */
const CHAT_ANSWER =
  /[^\n]{0,40}\n[ \t>*-]{0,4}(?:\[[\d:]{4,8}\] )?[A-ZÀ-Þ][A-Za-zÀ-ž]{1,15}(?: \([^)\n]{1,20}\))?: (?:it['’]?s |that['’]d be |um,? |er,? )?(?<value>[A-ZÀ-Þ][A-Za-zÀ-ž'’-]{1,20}(?: [A-ZÀ-Þ][A-Za-zÀ-ž'’-]{1,20}){0,2})(?=[,.!\n]|$)/iy;
const SPEAKER =
  /(?:^|\n)[ \t>*-]{0,4}(?:\[[\d:]{4,8}\] )?[A-ZÀ-Þ][A-Za-zÀ-ž]{1,15}(?: \([^)\n]{1,20}\))?: [^\n]{0,60}$/;
const Q_AND_A = new RegExp(
  String.raw`(?:^|\n)[ \t>*-]{0,6}Q[:.)] ?[^\n]{3,80}[ \t]*\n[ \t>*-]{0,6}A[:.)] ?(?:That['’]d be |It['’]s )?(?<value>${NAME})`,
  "g",
);
/** "changed your security word from Marmaduke to tangerine84", "answered Dr Venn to the GP question". */
const CHANGED =
  /\b(?:word|answer|hint|phrase) from ["“‘]?(?<value>[A-Za-zÀ-ž\d]{4,20})["”’]? to ["“‘]?(?<next>[A-Za-zÀ-ž\d]{4,20})/g;
const ANSWERED = new RegExp(
  ways([
    String.raw`\banswer(?:ed|s)? ["“‘]?(?<value>${NAME})["”’]? to (?:the|our|his|her) [\w '’-]{2,40}question`,
    String.raw`\b(?:[Aa]nswer (?:one|two|three|\d)|[Ss]ecurity A)(?: is| was|:| =) ?(?<third>${NAME})`,
    /\bsecurity question\b[^\n]{0,80}\banswer (?:is |was |as )?["“‘](?<fifth>[^"”’\n]{2,40})/,
    String.raw`\b(?:prompt|security)\b[^\n]{0,80}\b(?:reply|answer|response) (?:is |to |as )(?<next>${NAME})`,
  ]),
  "g",
);
/** "The answer to your secret question is Bramble". */
const ANSWER_TO = new RegExp(
  String.raw`\b[Aa]nswer to (?:your|the|his|her|my) (?:secret|security|memorable|reset|recovery) (?:question|prompt)(?: is| was| as| should be| has been set to| set to|:) ["“‘]?(?:(?<value>${NAME})|(?<small>(?!(?:not|wrong|right|correct|case|too|in|on|held|kept|needed)\b)[${LOWER}]{3,20} [${LOWER}]{3,20})(?= (?:unless|but|and|or)\b|["”’.,;!\n]|$))`,
  "g",
);
/** "your secret answer was set to yellow mini", "memorable word (Hove 1961)": small words or a year are an answer behind such a name alone. */
const ANSWER_SET = new RegExp(
  inTurn(
    /\b(?:[Ss]ecret|[Ss]ecurity|[Mm]emorable) (?:answer|word|phrase|place|name)/,
    [/(?: (?:was|is|has been))? (?:re)?(?:set|changed) to/, " is", " was", / ?[=:]/, / ?(?=\()/],
    String.raw`[ "“‘(]{1,3}(?<value>[${LETTER}]{3,20}(?: [${LETTER}]{3,20})? (?:19|20)\d\d|(?<=to ["“‘]?)[${LOWER}]{3,20} [${LOWER}]{3,20})(?=["”’]?(?: ?[).,;(\n]|$))`,
  ),
  "g",
);
/** "the answer you gave to “Where did you meet?” was Hove pier". */
const ANSWER_QUOTED = new RegExp(
  String.raw`\banswer (?:(?:that )?(?:you|he|she|they) (?:gave|set|chose|put) )?to ["“‘][^"”’\n]{5,60}["”’] (?:is|was) ["“‘]?(?<value>${NAME}(?: [${LOWER}]{3,12})?)`,
  "g",
);
/** "the answer you gave, Rex, to". */
const ANSWER_GIVEN = new RegExp(
  String.raw`\banswers? (?:(?:that )?(?:you|he|she|they) )?(?:gave|set|chose|put)?(?: us)?, ["“‘]?(?<value>${NAME})["”’]?, (?:to|for)\b`,
  "g",
);
/** "chose “first pet” and Rex as the reply to". */
const GIVEN_AS = new RegExp(
  String.raw`\b["“‘]?(?<value>${NAME})["”’*]{0,3} as (?:the |your )(?:reply|answer|response)(?: (?:to|for)\b|[.,\n])`,
  "g",
);
/** "Security question: first car. Answer: Austin Metro". */
const ANSWER_AFTER = new RegExp(
  String.raw`\b[Ss]ecurity question\b[^\n?]{3,50}[.?] (?:Your )?(?:[Aa]nswer|[Rr]eply)(?: on file| held| given| set| is)?[ :=–-]{1,3}(?<value>${NAME})`,
  "g",
);
const BELOW = new RegExp(
  inTurn(
    /[^\n]{0,100}\n[ \t>*-]{0,6}/,
    [
      /[Aa]nswer/,
      /[Rr]eply/,
      /[Rr]esponse/,
      "A",
      /[Yy]ou/,
      /[Mm]e/,
      /(?:\[[\d:]{4,8}\] )?(?:Cust(?:omer)?|Caller|Client|Member|Tenant|Patient)/,
      /[Hh]eld/,
      /[Oo]n (?:file|record)/,
      /[^\n:]{2,20} \(\d\d:\d\d\)/,
    ],
    String.raw`(?: given| on file| held)?[ \t]*[:=–-][ \t*"'“‘]{0,4}(?:That['’]d be |It['’]s )?(?<value>${NAME}|[${LOWER}][${LETTER} ]{3,30}(?=\n|$))`,
  ),
  "y",
);
/** "Quillfeather", you said, was your mum's name. */
const SAID_BEFORE = new RegExp(
  inTurn(
    String.raw`(?<value>${NAME})["”’]?,? ?(?:you said,? )?(?:is|was|as|being|matches|matched)(?: (?:right|correct|wrong|accepted)(?= (?:for|as)))? `,
    [
      /(?:for |as )?the /,
      /(?:for|as) /,
      /(?:what|the (?:name|word|answer|one|town|place|school)(?: that)?) (?:you|we|he|she|they|I) (?:have|had|gave|put|said|chose|set|hold|typed|entered|were given)(?: down| us)? (?:as|for|under|against|to) /,
    ],
    String.raw`?(?:answer to |reply to )?(?:the |your |his |her |their |my )?$`,
  ),
);
/** "Windermere (memorable word)". */
const IN_BRACKETS = new RegExp(String.raw`(?<value>${NAME})["”’]? \((?:the |your |his |her |their |my )?$`);
/** "you said Bournemouth for your place of birth". */
const SAID_FOR = new RegExp(
  inTurn(
    /\b/,
    [
      oneOf("said gave put answered"),
      "told us",
      /we (?:hold|have)/,
      oneOf("chose picked recorded recall remember forgot"),
    ],
    String.raw` ["“‘]?(?<value>${NAME})["”’]?(?: |, (?=the ))`,
    [/(?=the )/, "for", "to", "as", /when (?:we |I |they )?asked(?: (?:you|him|her))? for/],
    / ?(?:the |your |his |her |their |my )?$/,
  ),
);
const WORD_ASKED = new RegExp(
  inTurn(
    /\bword /,
    [
      /(?:that )?(?:the |our )?(?:\w+ )?(?:operator|adviser|agent|team|staff|we|they|he|she)(?:['’]ll)? (?:will |may |might )?(?:ask|want)s?(?: you)?(?: for)?(?: next time)?/,
      "you chose",
      "to quote",
      "you agreed",
      /you(?:['’]ll)? (?:need|give|say|use|quote)(?: [a-z]+){0,4}/,
      /for (?:the )?(?:phone|calls|telephone)(?: [a-z]+){0,3}/,
    ],
    / (?:is|was) ["“‘]?(?<value>[A-Za-zÀ-ž]{4,20})(?= ?[.,;"”’!\n]|$)/,
  ),
  "g",
);
const DATE = String.raw`\d{1,2}(?:st|nd|rd|th)?(?: of)? [A-Z][a-z]{2,8},? (?:19|20)\d\d|\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d\d)|(?:19|20)\d\d-\d\d-\d\d`;
/** How a sentence begins, or goes on about the question itself. */
const NO_ANSWER = new RegExp(
  inTurn(
    /^/,
    [
      oneOf("reference the it we you a an not your please this that these those what if when who how for in"),
      oneOf("on and or but to is are no yes never must should may can needed required correct wrong right"),
      oneOf("blank case missing answer question something anything"),
      /reset\w*/,
      oneOf("asked known used kept held enough there here optional failed passed guess find remember spell"),
      oneOf("easy hard matched checked verified one before after security her his their my our set given"),
      oneOf("changed updated removed accepted rejected different i hint none street choose pick prompt name"),
      oneOf("first favourite use check try look see ask click press open turn read call ring write keep make"),
      oneOf("at by up"),
    ],
    /\b/,
  ),
  "i",
);
const ADVICE = /\b(?:such as|never|don['’]t|do not|avoid|choose|pick|like|e\.g\.?|any|must)\b[^.!?\n]{0,60}$/i;

/** "the memorable date you set, 4 July 1988": a date or a number is an answer to nothing else. */
const MEMORABLE = new RegExp(
  String.raw`\b[Mm]emor[ai]ble (?:date|year|number|no|digits)\b[^.!?\n\d]{0,70}(?:\n[ \t>*|-]{0,6}|\| ?)?(?<![${LETTER}\d£]|\b(?:on|by|since|until|before|after|from|in) )(?<value>${DATE}|\d{4,8})(?![\d%]|[.,:/-]\d)|(?<![\w£.,/-])(?<next>${DATE}|\d{4,8})["”’]? (?:is|was|as) (?:now |still )?(?:the |your |his |her |their |my )(?:[a-z]+ )?memor[ai]ble (?:date|year|number)\b`,
  "g",
);

/** Shapes that say whose answer it is, each with a word that it cannot do without: they take milliseconds to compile. */
const SHAPES: readonly (readonly [hint: RegExp, pattern: RegExp])[] = [
  [/\bword\b/, WORD_ASKED],
  [/memor[ai]ble (?:date|year|n|digits)/, MEMORABLE],
  [/question|prompt|(?:^|[\n>* \t-])q[:.)*]/, ANSWER_LINE],
  [/(?:word|answer|hint|phrase) from/, CHANGED],
  [/question\b|\b(?:prompt|security)\b|answer (?:one|two|three|\d)/, ANSWERED],
  [/answer to (?:your|the|his|her|my) (?:secret|security|memorable|reset|recovery)/, ANSWER_TO],
  [/(?:secret|security|memorable) (?:answer|word|phrase|place|name)/, ANSWER_SET],
  [/answer [a-z ]{0,20}to ["“‘]/, ANSWER_QUOTED],
  [/answers? (?:you|he|she|they|that|gave|given)[a-z ]{0,16}, /, ANSWER_GIVEN],
  [/as (?:the |your )(?:reply|answer|response)(?: (?:to|for)\b|[.,\n])/, GIVEN_AS],
  [/security question\b[^\n?]{3,50}[.?] (?:your )?(?:answer|reply)/, ANSWER_AFTER],
];

/** The answers that a customer gave to security questions, as far as a question of a known kind stands beside them. */
export function securityAnswers(text: string, lower: string): Range[] {
  const matches = SHAPES.flatMap(([hint, pattern]) => (hint.test(lower) ? [...text.matchAll(pattern)] : []));
  const told = matches.filter(({ index, 0: written }) => !isAdvised(text, index, written));
  const found = told.flatMap((match) =>
    Object.values(match.groups!).flatMap((value) => (value === undefined ? [] : [rangeOf(match, value)])),
  );
  if (!HINT.test(lower)) return found;
  const questions = [...text.matchAll(QUESTION)];
  if (questions.length > 0 || /\bsecurity (?:question|check)/i.test(text))
    found.push(...[...text.matchAll(Q_AND_A)].map((match) => rangeOf(match, match.groups!["value"]!)));
  for (const question of questions) {
    const end = question.index + question[0].length;
    const before = paragraphBefore(text, question.index);
    if (ADVICE.test(before) || EXAMPLE.test(before)) continue;
    const answer = [
      SPEAKER.test(before) ? answerOf(CHAT_ANSWER, text, end) : undefined,
      answerOf(BELOW, text, end),
      answerOf(ANSWER, text, end),
      answerBefore(before, question.index, text[end] === ")"),
    ].find((place) => place && !NO_ANSWER.test(text.slice(place.start, place.end)));
    if (!answer || EXAMPLE.test(paragraphBefore(text, answer.start))) continue;
    const { secret, private: known } = question.groups!;
    const around = `${before} ${paragraphAfter(text, end)}`;
    const isAsked = secret !== undefined || CHECKED.test(around) || (known !== undefined && IDENTITY.test(around));
    if (isAsked) found.push(answer);
  }
  return found;
}

/** "a memorable date, such as 01/01/1990". */
function isAdvised(text: string, start: number, written: string): boolean {
  return (
    /\bmemor[ai]ble (?:date|year|n|digits)/i.test(written) && ADVISED.test(`${paragraphBefore(text, start)}${written}`)
  );
}
const ADVISED =
  /\b(?:such as|for example|for instance|e\.g\.?|like|form(?:at)?|has (?:eight|six|[468]) |at least|must|needs? to|should|between)\b/i;

/** Whether words are a question that a service asks to know a customer again. */
export const asksWho = (words: string): boolean => words.search(QUESTION) >= 0;
/** Whether words in their place answer it. */
export const isAnswer = (words: string): boolean =>
  /^[A-Za-zÀ-ž][^|\d]{2,40}$/.test(words) && !NO_ANSWER.test(words.replace(/^(?:the|an?|my|our) /i, ""));

function answerOf(pattern: RegExp, text: string, at: number): Range | undefined {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  const value = match && Object.values(match.groups!).find((group) => group !== undefined);
  return value ? rangeOf(match, value) : undefined;
}

function answerBefore(before: string, at: number, isClosed: boolean): Range | undefined {
  const match = SAID_BEFORE.exec(before) ?? SAID_FOR.exec(before) ?? (isClosed ? IN_BRACKETS.exec(before) : null);
  if (!match) return undefined;
  const start = at - before.length + match.index + match[0].indexOf(match.groups!["value"]!);
  return { start, end: start + match.groups!["value"]!.length };
}

/** The range of a part of a match. */
function rangeOf(match: RegExpExecArray, value: string): Range {
  const start = match.index + match[0].lastIndexOf(value);
  return { start, end: start + value.length };
}
