import { MONTHS } from "../../correspondence/dates.ts";
import { columnHeading, isExample, paragraphAfter, paragraphBefore, textAfter, textBefore } from "./context.ts";
import type { Candidate, Recogniser } from "./model.ts";
import { noPreview, startingWith, whole } from "./pattern.ts";
import { anyOf, oneOf, ways } from "../../ways.ts";

const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const DAY = "(?:[12]\\d|3[01]|0?[1-9])";
const YEAR = "(?:19|20)\\d\\d";
const ORDINAL =
  "(?:twenty-|thirty-)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\\w{4,6}teenth|twentieth|thirtieth)";
/** A day of a month of a year, in the ways that people write one. */
const DATE = `(?:${[
  // "7/11/51", "7. 11. 1951"
  `${DAY}[/. -](?:1[0-2]|0?[1-9])[/. -](?:${YEAR}|\\d\\d)`,
  // "1951-11-07"
  `${YEAR}[-/.](?:1[0-2]|0?[1-9])[-/.]${DAY}`,
  // "7th of November 1951", "7 Nov '51"
  `${DAY}(?:st|nd|rd|th)?(?: day)?(?: of)?[ -]{1,2}${MONTH}\\.?,?[ -]{1,2}(?:${YEAR}|['’]?\\d\\d)`,
  // "the seventh of November 1951"
  `(?:the )?${ORDINAL} of ${MONTH},? (?:${YEAR}|(?:nineteen|twenty)[ -][a-z]+(?:-[a-z]+)?)`,
  // "07111951" and "19511107", right behind a word for a birth
  `(?<=\\b(?:dob|d\\.o\\.b\\.?|born|birth|birthday)(?: (?:is|was|on))?[ :=]{1,3})(?:(?:[12]\\d|3[01]|0[1-9])(?:1[0-2]|0[1-9])(?:${YEAR}|\\d\\d)|${YEAR}(?:1[0-2]|0[1-9])(?:[12]\\d|3[01]|0[1-9]))(?!\\d)`,
  // "Nov 7th, 1951"
  `${MONTH} ${DAY}(?:st|nd|rd|th)?,? (?:${YEAR}|['’]\\d\\d)`,
].join("|")})`;

/** Words for a birth, before its date. */
const BIRTH = ways([
  /born(?! (?:out|in the|again|free|digital)\b)|(?:came|come|coming|brought) into (?:the|this) world/,
  // Slips of the keys.
  /dat[er] of b(?:rith|irht|ith)\b/,
  /d[./]?o[./]?b\b|d of b\b|b(?=\. ?\d)|b[’']?days?/,
  /(?:dates?|year) of birth(?! (?:checks?|fields?|forms?|box|boxes|questions?|proof|evidence)\b)/,
  /(?<!of )birth ?(?:dates?|days?)?(?! ?(?:checks?|fields?|forms?|certificates?|part(?:y|ies)|vouchers?|cards?|treats?|cakes?|lunch|tea|trips?|presents?|gifts?|offers?|wishes|rates?|plans?|partners?|centres?|registered|of (?:the|an?|our) (?!baby|child|twins))\b)/,
  // What shows it.
  /age (?:check|proof|verification)|proof of age|photocard|prove (?:your|his|her|their) age/,
  // "she turns 18 on", "he'll be 80 on"
  /(?:turn(?:s|ed|ing)?|(?<!you )will be|(?<!you['’])ll be|reach(?:es|ed)?) (?:\d{1,3}|eighteen|twenty-one|sixty|sixty-five|seventy|eighty|ninety)(?: years old)? (?:on|this|next)/,
  // "aged 41 (22/10/1983)", "Age: 41, "
  /age[d:]? ?\d{1,3},? \(?/,
  // "the baby arrived on"
  /(?:baby|twins?|son|daughter|boy|girl) (?:[a-z]+ )?(?:arrived|came) (?:on|at)|(?:delivered|had|gave birth to) (?:your|her|the|a|their) (?:baby|son|daughter|twins)(?: [a-z]+)? on|gave birth on/,
  /twins?[ :]\(?/,
]);
/** Words for what else happens on a day. */
const OTHER = ways([
  /(?<!(?:changed|corrected|amended|updated|birth|date|dob|birthday) )to|between|since|until|by|before|after/,
  // "date of issue", "form date"
  /dates? of (?!births?\b)[a-z]+|(?!(?:birth|the|that|this|your|his|her|a|what|which|on)\b)[a-z]+ dates?(?! of birth)/,
  /d(?=\. )|died|passed|deaths?|funeral|married|marriage/,
  /added|issued?|renew(?:al|ed|s)|expires?|expiry|valid|registered|updated|recorded/,
  /joined|starts?|started|starting|begins?|began|left|leav(?:es?|ing)|ends?|ended|finish(?:es|ed)?|employed/,
  /moved|moving|opened|opens|closed|closes|founded|installed|fitted|built|delivered|collected/,
  /appointments?|visit(?:ed|s)?|meeting|review(?:ed)?|scan|clinic|surgery on|admitted|discharged|seen|travel(?:s|ling)?|flight/,
  /dated|sent|received|signed|written|wrote|called|call|rang|told|on file since|letter|email|form/,
  /(?:cover(?:ed)?|valid|runs|effective|policy|tenancy|lease|employed|contract|open|paid|pension|place|school) from/,
  /due|next|last (?:seen|paid|visit|review)|paid|payment|depart(?:s|ing|ure)?|return(?:s|ing|ed)?|book(?:ed)? (?:by|for|on|from)|booking (?:for|on|from|of)|bring|please/,
]);
const CUES = new RegExp(`(?<![a-z0-9])(?:(?<yes>${BIRTH})|(?<no>${OTHER}))(?![a-z0-9])`, "gi");
/** "… is your date of birth", "4 May 1970 (DOB)", "5 June 1949-born". */
const BIRTH_AFTER = anyOf([
  /^["”’)*]{0,3},? ?(?:is|was|as|for|under|being|\()+ ?(?:(?:what )?(?:you|we|he|she) (?:gave|have|had|put)(?: us)? (?:as|for) )?(?:when we asked for )?(?:the |your |his |her |their |my )?(?:[a-z]+['’]s )?(?:d[./]?o[./]?b|dates? of birth|birth ?da(?:te|y)|b['’]?day)\b/,
  // ", her date of birth", "is that your birthday", "as when you were born"
  /^[^.!?\n\d]{0,15},? (?:is that|as)? ?(?:your|his|her|their|my|when (?:you|he|she|they) (?:were|was)) (?:d\.?o\.?b|dates? of birth|birth ?da(?:te|y)|born)\b/,
  /^ (?:is )?right for both birth/,
  /^ (?:when we asked|as the answer)[^.!?\n]{0,20}\b(?:date of birth|birthday|d\.?o\.?b)\b/,
  /^-born\b|^ (?:is|was) (?:when|the day) (?:you|he|she|they|your \w+) (?:were|was) born\b/,
]);
/** "… as the day you joined". */
const OTHER_AFTER =
  /^ (?:is|was|as|for|being) (?:the|your|his|her|their|our) (?!(?:date|year) of birth|birth|d\.?o\.?b|b[’']?day)(?:[a-z]+ )?(?:day|date|start|deadline|move|move-in|visit|appointment)\b/i;
/** "Mrs Ida Rowntree, 30/12/38, NHS 999": the label of a patient or an applicant. */
const isOfPatient = (before: string, after: string, written: string): boolean =>
  /(?:19\d\d|200\d|\D\d\d)$/.test(written) &&
  // "Ida Frost (17.3.49)"
  ((/[A-Z][a-zà-ÿ'’-]+ [A-Z][a-zà-ÿ'’-]+ \($/.test(before) && after.startsWith(")")) ||
    (/[A-Z][a-zà-ÿ'’-]+,? ?\(?$/.test(before) &&
      /^\)?,? ?(?:nhs|ni\b|nino|hosp|male\b|female\b|[MF]\b)/i.test(after)) ||
    /\b(?:nhs|ni|nino)(?: (?:no|number))?\.?[ :]{0,2}(?:\d{3}[ -]?\d{3}[ -]?\d{4}|[a-z]{2} ?(?:\d{2} ?){3}[a-d]),? ?\(?$/i.test(
      before,
    ));
const DATES = new RegExp(`(?<![0-9a-z])${DATE}`, "gi");
const GIVEN_BEFORE = new RegExp(
  `${DATE}["”’)]? (?:as|is|was|for|under|being) (?:the |your |his |her |their |my )?$`,
  "i",
);
/** Between the dates of birth of several people: "and", "/", names. */
const NEXT_ONE = /^(?:[\s,/&()+:–-]|\b(?:and|or|changed|corrected|amended|to)\b|[A-Z][a-zà-ÿ'’]{1,15}){1,12}$/;

/** Nobody's birthday. */
const BORN_THING = anyOf(
  [
    // "born by", of a child who must not be older
    /\b(?:by|before|until|no later than)$/i,
    /\b(?:talks?|lectures?|exhibitions?|concerts?|films?|novels?|plaques?|statues?|portraits?|biograph\w+) (?:on|about|of|to|for|by)\b[^.!?\n]{0,50}$/i,
    /\bour (?:(?!records?\b|your\b)[\w’']+ ){0,2}birthday\b|\b\w{1,9}(?:th|st|nd|rd) birthday\b/i,
    // "born between 1 May and"
    /\bborn (?:(?:between|before|after|from|on or)\b|.{6,20} to \d)/i,
    /^ ?\(born digital/,
    /\bfounder['’]?s['’]? birth/i,
  ],
  "i",
);
const BORN_THING_AFTER = /^ (?:to|–) \d/;
/** "The scheme was born on …". */
const SOMEBODY = ways([
  /s?he|who|you|they|child|baby|boy|girl|son|daughter|twins?|nephew|niece|cousin|uncle|aunt|grand[a-z]{2,8}|step[a-z]{3,8}/,
  oneOf("gran nan lady gentleman lad sister brother mother father mum dad partner husband wife person man woman"),
  oneOf("employee student lodger deceased insured buyer carer patient tenant customer pupil applicant claimant"),
  oneOf("holder member resident driver passenger"),
]);
const IDEA_BORN = new RegExp(String.raw`(?:^|[^\p{L}])(?!(?:${SOMEBODY})\b)[a-zß-ÿ]{3,20} (?:was|were) born\b`, "u");
/** What a form says of its own line: "Date of travel: ", "Start – ". */
const OWN_LABEL = /^[ \t>*-]{0,6}[A-Za-z][^:=\n.!?]{1,40}(?:[:=]| [–-]) ?[^:=\n]{0,20}$/;

/** Whether a date is that of somebody's birth, by what stands nearest to it. */
function isOfBirth(text: string, candidate: Candidate): boolean {
  const { start, end, written } = candidate;
  const sentence = textBefore(text, start);
  const after = textAfter(text, end);
  if (isExample(sentence) || BORN_THING.test(sentence) || IDEA_BORN.test(sentence)) return false;
  if (BORN_THING_AFTER.test(after)) return false;
  if (OTHER_AFTER.test(after)) return false;
  if (BIRTH_AFTER.test(after) || isOfPatient(sentence, text.slice(end, end + 30), written)) return true;
  if (sentence.includes("|")) {
    const heading = columnHeading(text, start);
    if (heading.trim() !== "") return speaksOfBirth(heading) ?? speaksOfBirth(sentence.slice(heading.length)) ?? false;
  }
  const line = afterLast(sentence, "\n");
  const cell = afterLast(afterLast(line, "|"), ";");
  const own = OWN_LABEL.test(cell) || cell !== line ? cell : sentence;
  const said = speaksOfBirth(own);
  if (said !== undefined) return said;
  return isByOther(written, `${paragraphBefore(text, start)} | ${paragraphAfter(text, end)}`);
}

const afterLast = (text: string, mark: string): string => text.slice(text.lastIndexOf(mark) + 1);

/** True where a birth is the last thing spoken of, and its date is not given yet; false where something else is. */
function speaksOfBirth(words: string): boolean | undefined {
  const cue = [...words.matchAll(CUES)].at(-1);
  if (!cue) return undefined;
  if (cue.groups!["yes"] === undefined) return false;
  const between = words.slice(cue.index + cue[0].length);
  // "13.02.64 as your date of birth and": it stands before its name.
  if (GIVEN_BEFORE.test(words.slice(0, cue.index))) return undefined;
  const given = [...between.matchAll(DATES)].at(-1);
  return given === undefined || NEXT_ONE.test(between.slice(given.index + given[0].length));
}

/** A date that a paragraph on somebody's birth has, long enough ago; or one that a driving licence beside it has in its number. */
function isByOther(written: string, paragraph: string): boolean {
  if (/\b(?:born(?! digital)|birth ?(?:day|date)|(?:dates?|year) of birth|d\.?o\.?b)\b/i.test(paragraph))
    return /(?:19\d\d|200\d)$/.test(written);
  const [, day, month, year] = /^(\d{1,2})\D{1,4}(\d{1,2}|[a-z]{3,9})\D{1,3}(?:19|20)?(\d\d)$/i.exec(written) ?? [];
  if (!day || !month || !year) return false;
  const number = Number(month) || MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  const [first, last] = [String(number), day].map((figures) => figures.padStart(2, "0"));
  return new RegExp(`[A-Z9]{5}[ -]?${year[0]!}(?:${first!}|${number + 50})${last!}${year[1]!}`).test(paragraph);
}

/** "she'll be 80 on". */
const AGES = [16, 18, 21, 60, 65, 66, 70, 75, 80, 85, 90, 100].map((age) => ` be ${age} `);

export const BIRTHS: Recogniser = {
  kind: "date-of-birth",
  digits: 0,
  hints: [
    "born",
    "dob",
    "d.o.b",
    "d/o/b",
    "d of b",
    "birth",
    "brith",
    "bday",
    "b.",
    "into the world",
    "nhs",
    // A driving licence, by its name or its shape.
    "licen",
    /\d{6}[ -]?[a-z][a-z9]/,
    "photocard",
    "proof of age",
    "age check",
    "your age",
    "their age",
    "turned ",
    "turns ",
    "turning ",
    "aged ",
    "age: ",
    "baby",
    "twin",
    ...AGES,
  ],
  pattern: startingWith(DATE),
  sizes: whole,
  isMeant: isOfBirth,
  preview: noPreview,
};
