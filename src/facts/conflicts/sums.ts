import type { Correspondence, Sentence } from "../../model.ts";
import type { Conflict } from "./model.ts";
import { inTurn, oneOf } from "../../ways.ts";

/** "£410 + £136 + £100 = £646". */
const CHAIN = /£[\d,.]*\d(?: (?:\+|plus) £[\d,.]*\d){2,9} = £(\d{1,6}(?:,\d{3})*(?:\.\d\d)?)(?![\d.]*\d)/g;
/** "£45", "45.00", but not the 2 of "2 adults plus 3 children". */
const SUM = String.raw`(?:£|(?=\d{1,6}\.\d\d))(\d{1,6}(?:,\d{3})?(?:\.\d\d)?)`;
const POUNDS = /£(\d{1,6}(?:,\d{3})*(?:\.\d\d)?)(?![\d.]*\d)/g;
const ADDED = new RegExp(
  String.raw`${SUM}(?: [a-z]+){0,3} (?:\+|plus) (?:[a-z]+ ){0,2}${SUM}(?: [a-z]+){0,3},?(?: =| so| is| makes| comes to| which is|,? a total of)(?: [a-z]+){0,2} ${SUM}(?![\d.]*\d)`,
  "gi",
);
/** "£6 per user per month, so 7 users is £48". */
const TIMES =
  /£(\d{1,6}(?:\.\d\d)?) (?:per|an?|for each|each) ([a-z]{3,15})(?: (?:per|an?) [a-z]{3,10})?,? so (?:for )?(one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3}) ([a-z]{3,16}) (?:is|are|makes?|comes? to|costs?|will cost|would be|will be|=) £(\d{1,6}(?:,\d{3})*(?:\.\d\d)?)(?![\d.]*\d)/gi;
/** "£188.50 a month for 36 months, which comes to £6,876". */
const OVER_TIME =
  /£(\d{1,6}(?:\.\d\d)?) (?:an?|per|each|every) (week|month|year)(?: [a-z]+){0,2} for (one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3}) (week|month|year)s?,? (?:which |that |this )?(?:makes?|comes? to|is|=|a total of|in all)(?: [a-z]+){0,2} £(\d{1,6}(?:,\d{3})*(?:\.\d\d)?)(?![\d.]*\d)/gi;
/** "5 x £28.00 = £150.00". */
const PRODUCT =
  /(?<![\d.£])(\d{1,3}) ?(?:x|×|@) ?£(\d{1,6}(?:\.\d\d)?) ?(?:=|is|comes to|makes) ?£(\d{1,6}(?:,\d{3})*(?:\.\d\d)?)(?![\d.]*\d)/gi;
/** "£150 (warrant £95, locksmith £65)". */
const SPLIT =
  /£(\d{1,6}(?:,\d{3})*(?:\.\d\d)?) \(((?:(?!was|from|or|plus|then|up|of which|including|instead)[a-z][a-z ]{1,30} £\d[\d,]{0,8}(?:\.\d\d)?(?:, and |, | and |; |(?=\)))){2,5})\)/gi;
/** "We give back half the fare. You paid £38, so this comes to £17." */
const HALF =
  /£(\d{1,6}(?:\.\d\d)?), so (?:this|that|it|half|your share) (?:comes to|is|makes) £(\d{1,6}(?:\.\d\d)?)(?![\d.]*\d)/gi;
const HALVED = /\bhalf (?:of )?(?:the|your|what you) \w+/i;
/** What the sums before it come to. */
const COMES_TO = new RegExp(
  inTurn(
    /\b(?:which |that |this |it )?/,
    [
      /makes?/,
      /comes? to/,
      /adds? up to/,
      "totals",
      "a total of",
      /total (?:now )?(?:due|owed|owing|to pay|payable)(?: now)? is/,
    ],
    /(?: [a-z]+){0,2} £(\d{1,6}(?:,\d{3})*(?:\.\d\d)?)(?![\d.]*\d)/,
  ),
  "gi",
);
/** "Your total is £1,940: three adults at £560 each and one child at £240." */
const TOTAL_OF =
  /\btotal (?:is|was|comes to|of|due is)(?: [a-z]+){0,2} £(\d{1,6}(?:,\d{3})*(?:\.\d\d)?)(?::| \(| –|, made up of| is made up of)/gi;
const PART =
  /(?:\b(one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (?:[a-z]+ ){1,3}(?:at|@) )?£(\d{1,6}(?:,\d{3})*(?:\.\d\d)?)(?![\d.]*\d)/gi;
const COUNTS = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const CHANGED =
  /(?<!\b(?:yearly|annual|usual|monthly|weekly|regular) )\b(?:an? |your |the )?(?:increase|rise|decrease|reduction|fall|difference|drop) of £(\d{1,6}(?:,\d{3})*(?:\.\d\d)?)(?![\d.]*\d| (?:each|every|per|an?|over|for) )/gi;
/** "from £112.40 to £118.02 a week, an increase of £5.62 a week". */
const FROM_TO =
  /from £(\d{1,6}(?:,\d{3})*(?:\.\d\d)?) to £(\d{1,6}(?:,\d{3})*(?:\.\d\d)?)(?: (?:an?|per|each) ([a-z]+))?,? (?:which is |that is )?an? (?:increase|rise|decrease|reduction|fall|difference|drop) of £(\d{1,6}(?:,\d{3})*(?:\.\d\d)?)(?: (?:an?|per|each) ([a-z]+))?(?![\d.]*\d)/gi;
/** "£38 a month against the £29 you pay now, so only £11 more". */
const MORE = /£(\d{1,6}(?:,\d{3})*(?:\.\d\d)?) (?:more|less|extra|cheaper|dearer)\b/gi;
/** "Deep clean £85, extractor £60, total £155"; "so £895 in all"; "£180 plus £45 carriage, £215 in total". */
const IN_ALL = new RegExp(
  inTurn(
    [
      /\b(?:total(?:ling)?|making)/,
      /(?:\bso(?: that['’]s| that is| it['’]s| it is| this is)?|,)(?= £[\d,.]{1,12} (?:in all|in total|altogether|all told|all in)\b(?! (?:with|including|after|before|less|plus)\b))/,
    ],
    / £(\d{1,6}(?:,\d{3})*(?:\.\d\d)?)(?![\d.]*\d)/,
  ),
  "gi",
);
/** "£1,842.60, being 40 weeks at £46.05". */
const BEING = new RegExp(
  inTurn(
    /£(\d{1,6}(?:,\d{3})*(?:\.\d\d)?),? (?:being|which is|that is|made up of|\() ?(\d{1,3}) (?:[a-z]+ )?/,
    [oneOf("hour day night week month year visit lesson item unit mile seat ticket session")],
    /s (?:at|of|x|×) £(\d{1,6}(?:\.\d\d)?)(?![\d.]*\d|\)?,? (?:and|plus|less|minus|with|including|after|before|over)\b)/,
  ),
  "gi",
);
/** "The charge is £70 and the discount is 50%, so you now owe £45." */
const SHARE =
  /£(\d{1,6}(?:\.\d\d)?)[^£%.]{1,60}?(\d{1,2})%[^£%.]{0,60}?\bso\b[^£%.]{0,40}£(\d{1,6}(?:\.\d\d)?)(?![\d.]*\d)/gi;
/** A total is of so many sums at most: more of them come to nearly anything. */
const MOST_SUMS = 8;
const MOST_BEFORE = 3;

/** Sums that are not what the sums beside them come to. */
export function wrongSums(message: Correspondence, sentences: readonly Sentence[]): Conflict[] {
  if (!message.source.includes("£")) return [];
  return [
    ...sentences.flatMap((sentence, at) =>
      sentence.text.includes("£") ? wrongInSentence(sentence, before(sentences, at)) : [],
    ),
    ...wrongTotals(message),
  ];
}

/** A sum as it is told, where in its sentence, and what it should be in pence, where that is clear. */
interface Wrong {
  readonly told: string;
  readonly at: number;
  readonly sum: number | undefined;
}

/** The sum that a match tells: of those that are written alike, the last. */
function wrongSum(match: RegExpExecArray, told: string, sum: number | undefined): Wrong {
  return { told, at: match.index + match[0].lastIndexOf(told), sum };
}

/** The sentences before it in its paragraph. */
function before(sentences: readonly Sentence[], at: number): string {
  const { block } = sentences[at]!;
  const earlier = sentences.slice(Math.max(0, at - 3), at).filter((sentence) => sentence.block === block);
  return earlier.map(({ text }) => `${text} `).join("");
}

/** "have come to about £900". */
const ABOUT = /\b(?:about|around|nearly|roughly|almost|over|under|some|up to) £/i;

/** What is paid again and again, "£24 a month": with other sums it makes no total. */
const RATE = /£[\d,.]+ (?:an?|per|each|every) (?:\w+ )?(?:day|week|fortnight|month|quarter|year|term)\b/g;
const onceOf = (text: string) => sumsOf(text.replace(RATE, ""));
const sumsOf = (text: string) => [...text.matchAll(POUNDS)].map(([, sum]) => pence(sum!));

const FIGURE = /\d{1,6}(?:,\d{3})*(?:\.\d\d)?/g;

/** What parts come to, each with its count. */
const totalOf = (parts: readonly RegExpExecArray[]) =>
  parts.reduce((total, [, count, each]) => total + countOf(count) * pence(each!), 0);

function wrongInSentence(sentence: Sentence, earlier: string): Conflict[] {
  const { text } = sentence;
  const all = sumsOf(text);
  if (all.length === 0) return [];
  const wrong: Wrong[] = [];
  if (/\+|plus/i.test(text)) {
    for (const match of text.matchAll(CHAIN)) {
      const parts = sumsOf(match[0]).slice(0, -1);
      wrong.push(
        wrongSum(
          match,
          match[1]!,
          parts.reduce((sum, part) => sum + part, 0),
        ),
      );
    }
    for (const match of text.matchAll(ADDED))
      if (!/(?:\+|plus) $/i.test(text.slice(0, match.index)))
        wrong.push(wrongSum(match, match[3]!, pence(match[1]!) + pence(match[2]!)));
  }
  if (all.length > 1) {
    for (const match of text.matchAll(TIMES)) {
      const [, each, unit, count, counted, told] = match;
      if (counted!.startsWith(unit!)) wrong.push(wrongSum(match, told!, countOf(count) * pence(each!)));
    }
    for (const match of text.matchAll(OVER_TIME)) {
      const [, each, unit, count, counted, told] = match;
      if (counted === unit) wrong.push(wrongSum(match, told!, countOf(count) * pence(each!)));
    }
    for (const match of text.matchAll(PRODUCT))
      wrong.push(wrongSum(match, match[3]!, Number(match[1]) * pence(match[2]!)));
    for (const match of text.matchAll(SPLIT))
      wrong.push({ told: match[1]!, at: match.index + 1, sum: sumsOf(match[2]!).reduce((sum, part) => sum + part, 0) });
    for (const match of text.matchAll(BEING))
      wrong.push({ told: match[1]!, at: match.index + 1, sum: Number(match[2]) * pence(match[3]!) });
    for (const match of HALVED.test(earlier + text) ? text.matchAll(HALF) : [])
      wrong.push(wrongSum(match, match[2]!, Math.round(pence(match[1]!) / 2)));
  }
  for (const match of text.includes("%") ? text.matchAll(SHARE) : []) {
    const [whole, part] = [pence(match[1]!), (pence(match[1]!) * Number(match[2])) / 100];
    if (Math.abs(pence(match[3]!) - part) > 1) wrong.push(wrongSum(match, match[3]!, Math.round(whole - part)));
  }
  if (all.length + sumsOf(earlier).length > 2) wrong.push(...wrongOfThree(text, earlier));
  const places = new Set<number>();
  return wrong.flatMap(({ told, at, sum }): Conflict[] => {
    if (sum === pence(told) || places.has(at)) return [];
    places.add(at);
    const earlierAlike = [...text.slice(0, at).matchAll(FIGURE)].filter(([figure]) => figure === told).length;
    const token = sentence.tokens.filter((each) => each.text.replace("£", "") === told)[earlierAlike];
    const right = sum === undefined ? undefined : pounds(sum);
    return token ? [{ kind: "total", start: token.start, end: token.end, text: token.text, right }] : [];
  });
}

/** Of three sums or more, those that the words make the total of the others, or the difference. */
function wrongOfThree(text: string, earlier: string): Wrong[] {
  const wrong: Wrong[] = [];
  for (const match of [...text.matchAll(COMES_TO), ...text.matchAll(IN_ALL)]) {
    // "You've paid two instalments, £364.80 in all": of sums in the sentences before it nothing is said.
    const before = (match[0].startsWith(",") ? "" : earlier) + text.slice(0, match.index);
    const sums = onceOf(before);
    const total = pence(match[1]!);
    if (ABOUT.test(match[0]) || sums.length < 2 || sums.length > MOST_BEFORE || reaches(sums, total)) continue;
    // A rate may be one of the parts all the same: "£18 a week on top of your rent of £112.40, making £130.40".
    if (reaches(sumsOf(before).slice(-MOST_BEFORE), total) || productsOf(before).includes(total)) continue;
    // "the lamp, at £46.00, and two bulbs at £3.50 each, so £53.00 in all"
    if (/\b(?:each|apiece)\b/.test(before) && totalOf([...before.matchAll(PART)]) === total) continue;
    wrong.push(wrongSum(match, match[1]!, sums.length === 2 ? sums[0]! + sums[1]! : undefined));
  }
  for (const match of text.matchAll(TOTAL_OF)) {
    const parts = [...text.slice(match.index + match[0].length).matchAll(PART)];
    if (parts.length >= 2) wrong.push(wrongSum(match, match[1]!, totalOf(parts)));
  }
  for (const match of text.matchAll(MORE)) {
    const [first, second, ...others] = sumsOf(text.slice(0, match.index));
    if (second !== undefined && others.length === 0 && /\bso\b/.test(text.slice(0, match.index)))
      wrong.push(wrongSum(match, match[1]!, Math.abs(first! - second)));
  }
  for (const match of text.matchAll(FROM_TO)) {
    const [, old, now, unit, told, each] = match;
    if (each === unit)
      wrong.push({
        told: told!,
        at: match.index + match[0].lastIndexOf(told!),
        sum: Math.abs(pence(old!) - pence(now!)),
      });
  }
  for (const match of text.matchAll(CHANGED)) {
    const sums = sumsOf(earlier + text.slice(0, match.index)).slice(-MOST_BEFORE);
    // From a debt to a credit is the sum of both.
    const isAcross = /\bin credit\b/i.test(earlier + text) && /\bow(?:e|ed|ing)\b/i.test(earlier + text);
    const steps = sums.flatMap((sum, at) =>
      sums.slice(at + 1).map((other) => (isAcross ? other + sum : Math.abs(other - sum))),
    );
    if (steps.length > 0 && !steps.includes(pence(match[1]!)))
      wrong.push(wrongSum(match, match[1]!, steps.length === 1 ? steps[0] : undefined));
  }
  return wrong;
}

/** "17 meals at £2.75": what so many of a sum come to. */
const productsOf = (text: string) =>
  [...text.matchAll(PART)].flatMap(([, count, each]) => (count === undefined ? [] : countOf(count) * pence(each!)));

function countOf(word: string | undefined): number {
  if (word === undefined) return 1;
  return /\d/.test(word) ? Number(word) : COUNTS.indexOf(word.toLowerCase());
}

/** "Total due", "Amount to pay": the line under a list of sums. */
const TOTAL_LINE = new RegExp(
  inTurn(
    /^[ \t>*|-]*/,
    [
      /(?:grand |the )?(?:sub-?)?total/,
      /(?:amount|balance|sum) (?:payable|due|owed|owing|outstanding|to pay)/,
      /(?:we|you) (?:will |now )?(?:pay|owe|get|receive|refund)(?: you| us)?\b/,
      /(?:payment|refund) (?:due|to you)/,
      /balance(?! of\b)/,
      "left to pay",
      "net amount",
    ],
    /\b/,
  ),
  "i",
);

/** The line that begins with "Total" against the sums of the lines above it. */
function wrongTotals({ source, parts }: Correspondence): Conflict[] {
  const conflicts: Conflict[] = [];
  for (const part of parts.filter(({ name }) => name === "body")) {
    let sums: number[] = [];
    let isKnown = true;
    for (const { 0: line, index } of source.slice(part.start, part.end).matchAll(/[^\r\n]+/g)) {
      const found = [...line.matchAll(POUNDS)];
      if (line.trim() === "") continue;
      // "6 hours at £48 = £288.00", "| 19 nights at £84 | £1,596.00 |"; what else has two sums may be any of them.
      const only =
        found.length < 2 || /(?:=|[^|]\|)\s?[-–−]?£\d[\d,.]{0,12}\W{0,6}$/.test(line) ? found.at(-1) : undefined;
      if (!only) {
        sums = [];
        isKnown = !/^.{0,70}£\d[\d,.]{0,12}\W{0,6}$/.test(line);
      } else if (TOTAL_LINE.test(line)) {
        if (isKnown && sums.length >= 2 && sums.length <= MOST_SUMS && !reaches(sums, pence(only[1]!))) {
          const start = part.start + index + only.index;
          conflicts.push({ kind: "total", start, end: start + only[0].length, text: only[0], right: undefined });
        }
        sums = [];
        isKnown = true;
      } else sums.push(pence(only[1]!));
    }
  }
  return conflicts;
}

/** Whether some of the sums, added or taken off, come to a total: not every line of a list need count. */
function reaches([first, ...rest]: readonly number[], total: number): boolean {
  if (first === undefined) return total === 0;
  return reaches(rest, total) || reaches(rest, total - first) || reaches(rest, total + first);
}

const pence = (sum: string) => Math.round(Number(sum.replaceAll(",", "")) * 100);

/** As it is written in letters: no pence where there are none, a comma in thousands. */
function pounds(sum: number): string {
  const [whole = "", rest = ""] = (sum / 100).toFixed(2).split(".");
  return `£${whole.replace(/\B(?=(?:\d{3})+$)/g, ",")}${rest === "00" ? "" : `.${rest}`}`;
}
