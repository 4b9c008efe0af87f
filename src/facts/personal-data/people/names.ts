import type { Range } from "../../../model.ts";
import { textAfter, textBefore } from "../context.ts";
import { LOWER, UPPER } from "../pattern.ts";
import { createWorkers } from "./at-work.ts";
import { isOwnDump } from "./dump.ts";
import { type Found, type HasValue, type IsWord, matches, NEAR, type Parties } from "./model.ts";
import { createPrivateLives, type Spot } from "./private-lives.ts";
import { ANY_NAME, LISTED_NAME } from "./shapes.ts";
import { greetedIn, type Owners, reachedIn } from "./whose.ts";
import type { PeopleWords } from "./words.ts";

/** "Tell Mr Boon". */
const BEFORE_TITLE = /^(?!(?:Mr|Mrs|Ms|Dr)\b)\S+ (?:Mr|Mrs|Miss|Ms|Mx)\b/;
/** Before the name of whoever is written to, or a title. */
const GREETING = /^(?:dear|hi|hello|thank|please|mr|mrs|miss|ms|mx|dr)$/i;
const TITLE = /^(?:(?:mr|mrs|ms|dr)\.? (?:and|&) )?(?:mr|mrs|miss|ms|mx|master)\b\.? ?/i;
/** The title before a whole name is no part of the value; that before a surname is. */
const TITLE_OF_WHOLE = /^(?:Mr|Mrs|Miss|Ms|Mx|Master)\.? (?!(?:and|&) )(?=\S+ \S)/;
/** "at Aldi Thornaby". */
const IN_PLACE = /\b(?:that|at|in|on|near|outside|opposite) ?$/i;
/** "the Guaranteed Standards", "I have you as Thomas Ferris": no name of somebody else. */
const IS_THING =
  /\b(?:the|an?|our|your|this|these|have you as|I am|I['’]m|my name is|you are|you['’]re|is that|speaking (?:to|with)) ?$/i;
/** "Thank you for letting us know that your father, Mr Hartley, has died": of their own people the reader told us. */
const TOLD_OF =
  /\b(?:letting us know|telling us|told us|(?:sorry|sad) (?:to (?:hear|learn|read)|about|for)|condolences)\b[^.!?\n]{0,60}$/i;
/** What every name in a list has: the pattern of such names looks back, and is slow. */
const MAY_LIST = new RegExp(
  `[${UPPER}]{2}, |, (?:Mr|Mrs|Miss|Ms) |: [${UPPER}][${LOWER}]{2,20}, [${UPPER}][${LOWER}]{1,15} ?(?:[|\n]|$)`,
);
/** Between two names of a list. */
const AND = /^(?:,|,? and| &) $/;

/** Of the words for streets those that hardly anybody is called. */
const NEVER_SURNAME = /^(?:way|road|avenue|crescent|terrace|gardens)$/;

/** Makes the finder of names of people who neither write nor are written to, and who are not at work. */
export function createNameFinder(
  words: PeopleWords,
  owners: Owners,
  isWord: IsWord,
): (text: string, parties: Parties, hasValue: HasValue, places: readonly Range[]) => Found[] {
  const workers = createWorkers(words, owners);
  const { isPrivate, isSaid, isCalled } = createPrivateLives(words, owners);
  const streets = new Set(words.streets.map((word) => word.toLowerCase()));
  const namedAfter = new Set(words.namedAfter);
  const isNoName = (word: string) => owners.notNames.has(word) || owners.firms.has(word);

  return (text, parties, hasValue, places) => {
    let lastEnd = -1;
    const greeted = greetedIn(text);
    const reached = reachedIn(text);
    const listed = MAY_LIST.test(text)
      ? matches(text, LISTED_NAME, "third-party-name").filter(({ start, end }) =>
          isListed(text.slice(start, end), parties),
        )
      : [];
    const found = matches(text, ANY_NAME, "third-party-name").flatMap(({ start: first, end, kind }) => {
      const start = first + leadOf(text.slice(first, end)).length;
      const written = text.slice(start, end);
      const own = written.toLowerCase().replace(TITLE, "").split(/[ -]+/);
      if (isOfParty(own, text.slice(0, start), parties) || own.some(isNoName)) return [];
      // A copy of what is held of the reader has the reader's name.
      if (
        isOwnDump(text, start) &&
        /\b(?:name|surname|customer|member)\W*$/i.test(text.slice(Math.max(0, start - 20), start))
      )
        return [];
      if (places.some((place) => place.start < end && place.end > start)) return [];
      const isTitled = TITLE.test(written);
      const spot = { text, start, end, before: textBefore(text, start), after: textAfter(text, end), isTitled };
      const isNext = lastEnd >= 0 && start - lastEnd < 8 && AND.test(text.slice(lastEnd, start));
      if (!isSomebodyElse(spot, written, own, isNext, hasValue)) return [];
      // Asked last, for few names come so far.
      if ((!isTitled && isWardOrStreet(spot, own)) || greeted.has(written.split(" ", 1)[0]!) || reached.has(written))
        return [];
      lastEnd = end;
      const bare = written.replace(TITLE_OF_WHOLE, "");
      return [{ kind, start: end - bare.length, end }];
    });
    return [...listed, ...found.filter(({ start, end }) => !listed.some((at) => at.start < end && at.end > start))];
  };

  /** A surname before the comma, and neither the writer's nor the addressee's. */
  function isListed(written: string, { names }: Parties): boolean {
    const [surname = "", given = ""] = written.replace(/, (?:Mr|Mrs|Miss|Ms|Dr) /, ", ").split(", ");
    const own = [surname, given].map((word) => word.toLowerCase());
    if (own.some((word) => names.has(word) || isNoName(word))) return false;
    return !isWord(own[0]!) || (isWord(given) && !isWord(own[1]!));
  }

  /** The writer, the addressee or, by the surname, one of their people; but not "your wife, Helen Stott". */
  function isOfParty(own: readonly string[], before: string, { names }: Parties): boolean {
    if (!names.has(own.at(-1)!)) return false;
    return own.length < 2 || names.has(own[0]!) || !isCalled(before.slice(-40)) || TOLD_OF.test(before.slice(-90));
  }

  /** "Friday Gareth Penhale": what the name does not begin with. */
  function leadOf(written: string): string {
    const [lead = "", word = ""] = /^(\S+) (?=\S+ \S)/.exec(written) ?? [];
    if (word === "Dr") return /^Dr\.? (?:and|&) /.test(written) ? "" : lead;
    const isLead = owners.notNames.has(word.toLowerCase()) || BEFORE_TITLE.test(written);
    return isLead && !GREETING.test(word) ? lead : "";
  }

  /** "Florence Nightingale Ward", "on Rowan Ward", "on Mill Row": what is called after somebody, here or near. */
  function isWardOrStreet({ text, start, end }: Spot, own: readonly string[]): boolean {
    const last = own.at(-1)!;
    if (streets.has(last) && isWord(own[0]!))
      return /\b(?:on|in|along|down|at) $/.test(text.slice(Math.max(0, start - 6), start));
    if (own.length > 2 && NEVER_SURNAME.test(last)) return true;
    if (last === "ward" && /\b(?:on|in|from|to|at) $/.test(text.slice(Math.max(0, start - 6), start))) return true;
    if (!namedAfter.has(last)) return false;
    const near = text.slice(Math.max(0, start - ROW_REACH), end + ROW_REACH);
    const written = text.slice(start, end);
    return own.length > 2 || near.includes(`on ${written}`) || near.includes(`in ${written}`);
  }

  /** "rented by Dr Imelda Voss". */
  function isDoctorAtHome(spot: Spot): boolean {
    return /\bDr\.?$/.test(spot.before) && isPrivate(spot);
  }

  function isSomebodyElse(
    spot: Spot,
    written: string,
    own: readonly string[],
    isNext: boolean,
    hasValue: HasValue,
  ): boolean {
    const { start, end, before, after, isTitled } = spot;
    const isGiven = isWord(written.split(/[ -]/, 1)[0]!);
    const isWords = !isTitled && own.every(isWord);
    if ((isWords && !isGiven) || workers.isKnown(written, before, after, isTitled)) return false;
    if (
      !isTitled &&
      (isInTitle(before, after) ||
        IS_THING.test(before) ||
        (!isGiven && IN_PLACE.test(before) && !/^['’]s /.test(after)))
    )
      return false;
    if (
      workers.isOfTheirs(before) ||
      (workers.isJobBefore(before) && !isDoctorAtHome(spot)) ||
      (workers.isJobAfter(after) && !isCalled(before))
    )
      return false;
    if (workers.isFirm(after)) return false;
    if (isPrivate(spot)) return true;
    const isName = isTitled || (!isWords && (isGiven || !isWord(own.at(-1)!)));
    const isTold = isName ? isBesideData(spot, hasValue) : isGiven && hasValue(Math.max(0, start - 40), end + 40);
    if (!isNext && isAddressed(before, after)) return false;
    if (!isTold && !isNext && !isSaid(spot, hasValue)) return false;
    return !workers.isAtJob(before, after) && (isTold || !workers.isOfTeam(before, after));
  }
}

/** "Morning Mrs Tait, Dee at the depot here." */
const GREETED_BY_TIME = /^[\s>*-]*(?:good )?(?:morning|afternoon|evening),?$/i;
/** "If all three are right, Mr Tait, …", "Mrs Tully, the autopay for your …": who is spoken to. */
const isAddressed = (before: string, after: string): boolean =>
  GREETED_BY_TIME.test(before) ||
  (/^[\s>*-]*$/.test(before) &&
    /^, (?:your?|we|i|the|our|this|that|it|there|as|if|to|in|please|thank|thanks|sorry|just|could|can|would|do|don['’]t|may|here|good)\b/i.test(
      after,
    )) ||
  (/(?:,|\b(?:so|and|but|yes|no|thanks|sorry|please|ok|well))$/i.test(before) && /^(?:[,:;]|$)/.test(after));

/** "Salt Marsh to Sluice", in quotes: more words than a name. */
const isInTitle = (before: string, after: string): boolean =>
  /["“‘]$/.test(before) && /^[^"”\n]{2,60}["”]/.test(after) && !/^['’]s\b/.test(after);

/** Whether a value that is somebody's own stands close to a name, or in its row of a table. */
function isBesideData({ text, start, end }: Spot, hasValue: HasValue): boolean {
  const row = rowOf(text, start);
  return hasValue(Math.max(0, start - NEAR), end + NEAR) || (row !== undefined && hasValue(...row));
}

/** How far a row of a table is looked at on either side of a name; a line of a megabyte has thousands. */
const ROW_REACH = 400;

/** Where the row of a table around a place begins and ends; nothing outside tables. */
function rowOf(text: string, at: number): [start: number, end: number] | undefined {
  const before = text.slice(Math.max(0, at - ROW_REACH), at);
  const after = text.slice(at, at + ROW_REACH);
  const start = at - before.length + before.lastIndexOf("\n") + 1;
  const end = after.includes("\n") ? at + after.indexOf("\n") : at + after.length;
  return text.slice(start, end).includes("|") ? [start, end] : undefined;
}
