import { Terms } from "./terms.ts";
import { any, type Owners } from "./whose.ts";
import type { PeopleWords } from "./words.ts";
import { anyOf, inTurn, oneOf } from "../../../ways.ts";

/** "a talk on", "the statue of": people whom everybody may know. */
const CULTURE =
  /\b(?:talks?|lectures?|exhibitions?|concerts?|films?|novels?|poems?|plaques?|statues?|portraits?|biograph\w+|signed letter|memoirs?)\b[^.!?\n]{0,40}\b(?:on|about|of|by|for|to)(?: \w+)? ?$/i;
/** "Miss Gupta … she'll see you": who does something for the reader is at work. */
const SERVES = new RegExp(
  inTurn(
    /^[^.!?\n]{0,40}\b(?:s?he|they)(?:['’](?:ll|d)| will| would| can)(?: \w+)? /,
    [oneOf("see ask meet examine help treat guide show teach check visit call ring phone email"), "write to", "talk"],
    / (?:you|your|to you|with you)\b/,
  ),
  "i",
);
/** "Amara Nwosu, Ledgerleaf Accountants". */
const AT_FIRM = /^, ((?:\p{Lu}\p{L}+ ?){1,4})/u;
/** "Mr Holt, one of our engineers", "Mr Olusanya's crew will line", "Mrs Kemble and her staff", "Joan Peel will write to you". */
const LEADS =
  /^(?:, one of (?:our|the) |(?:['’]s| and (?:her|his|their)) (?:crew|team|staff|colleagues|clinic|secretary)\b| will (?:write to|ring|e?-?mail|contact|reply to|phone|text) you\b)/;
/** "your appointment with Miss Rahman", "the form will come to you from Mr Ek", "a volunteer, Mr Ainsley", "on behalf of your landlord, Mrs Yelland". */
const SEES =
  /\b(?:(?:appointment|consultation|operation|clinic) (?:is |was |will be |now )?(?:with|under)|(?:an?|our) volunteer,?|(?:on behalf of|for|from) your (?:landlord|landlady|letting agent),?|will come to you from) ?$/i;
const STAFFED = anyOf(
  [
    /^,? (?:in|at|from) our\b/,
    // "Dawn Petrie will bring samples to you", "Merlin Air chat"
    /^ will (?:bring|fit|visit|call|ring|phone|come|meet|show|collect|deliver|measure|install|repair|be with) (?:[a-z]+ ){0,4}(?:you|your)\b/,
    // "Mr Lewis will come back on Monday", "Miss Clarke can see you"
    /^ (?:will|can|could) (?:come back|see|teach|examine|train|help|look at|inspect|check) (?:on|at|between|you|your)\b/,
    // "Miss Grant returns from leave", "Miss Adeyemi has left the bank", "Mr Dean, who was not involved in the case"
    inTurn(/^/, [
      / (?:returns|is back|comes back) from leave\b/,
      / has left (?:the|our) (?:bank|company|council|team)\b/,
      /, who (?:(?:was|had) not (?:been )?(?:involved in|part of)|(?:had|has|took) no part in) (?:the|your|this|that) (?:case|complaint|decision)\b/,
    ]),
    // "Mr Dean found that we", "has asked us to refund"
    /^ (?:has |have )?(?:found that we|upheld|asked us to (?:refund|pay|apologise))\b/,
    /^ (?:live |web ?)?chat\b/,
    // "Mrs Ali of this office"
    /^ of (?:this|our) (?:office|team|department|branch|practice)\b/,
    // "Mrs Hussain on 01632 960490 will help you"
    /^,? on 0[\d ]{9,13},? (?:will|can|is)\b/,
    // "Mrs Tapp, Parish Office"
    /^,? (?:\p{Lu}\p{L}+ ){0,3}(?:Office|Team|Department|Relations|Unit|Desk|Services)\b/u,
    /^,? (?:ext\b|Head of|Director of|who (?:runs|leads|manages|heads) (?:the|our|my)\b)/,
  ],
  "u",
);
/** "Tom Bellwood in billing": a team is known by its mailbox. */
const IN_TEAM = /^ (?:from|in|at) (?:the )?(\p{L}+)/u;
/** "Hill Street", "Marks & Spencer": the name goes on, and is no person's. */
const ORGANISATION =
  /^ (?:& |and Sons|Ltd|Limited|Insurance|Bank|Council|School|Hospital|Trust|Society|Street|Road|Lane|Way|House|Hall|Park|Centre|Court|Services?|Team)\b/;

/** Between a job and the name behind it. */
const JOB_ENDS = /^(?: is| was|:|,)? ?$/i;
/** Between a name and the job behind it: ", our", " (", " is now your". */
const JOB_BEGINS = /^(?:,| \(| is now) ?(?:(?:one of )?our |the |your )?/i;
/** "son's", "Joshua's new" right before a job. */
const POSSESSOR = /([\w-]+)['’]s? (?:[\w-]+ ){0,2}$/;
/** Whoever drives, cares or acts for somebody may do so in their own life. */
const OFTEN_PRIVATE =
  /\b(?:driver|agent|carer|contact|representative|rep|assistant|organiser|secretary)(?: is| was|:|,)? ?$/i;

/** Tells who is spoken of because of their work, by the words before and after a name. */
export interface Workers {
  /** Whoever everybody may know, or who serves the reader, whatever else is said. */
  readonly isKnown: (written: string, before: string, after: string, isTitled: boolean) => boolean;
  /** "our surveyor Neil Hathersage", "Mrs Tapp, Parish Office". */
  readonly isAtJob: (before: string, after: string) => boolean;
  /** "your son's teacher, Mrs Blair". */
  readonly isOfTheirs: (before: string) => boolean;
  /** "the ward sister, Mrs Pike": the job right before. */
  readonly isJobBefore: (before: string) => boolean;
  /** "Mrs Blair, our teacher". */
  readonly isJobAfter: (after: string) => boolean;
  /** Whether somebody who works for the organisation is spoken of close by, or a way to reach it. */
  readonly isOfTeam: (before: string, after: string) => boolean;
  readonly isFirm: (after: string) => boolean;
}

export function createWorkers(words: PeopleWords, { staffIn, relations, firms, isContact }: Owners): Workers {
  const rank = new RegExp(String.raw`^(?:${any(words.ranks)}) `);
  const staff = new Terms(words.staff);
  const teams = new Set(words.mailboxes);
  const isInTeam = (after: string) => teams.has(IN_TEAM.exec(after)?.[1]?.toLowerCase() ?? "");
  /** Where the job begins that stands right before. */
  const jobBefore = (before: string) => staffIn(before).find(({ end }) => JOB_ENDS.test(before.slice(end)))?.start;

  function isJobAfter(after: string): boolean {
    const [lead] = JOB_BEGINS.exec(after) ?? [];
    if (lead === undefined) return false;
    const words = /^(?:[a-z]+ ){0,2}/i.exec(after.slice(lead.length))![0];
    const starts = [0, ...Array.from(words.matchAll(/ /g), ({ index }) => index + 1)];
    return starts.some((start) => staff.endAt(after, lead.length + start) !== undefined);
  }

  return {
    isKnown: (written, before, after, isTitled) =>
      rank.test(written) ||
      CULTURE.test(before) ||
      SEES.test(before) ||
      LEADS.test(after) ||
      (isTitled && SERVES.test(after)),
    isAtJob(before, after) {
      const [, at = ""] = AT_FIRM.exec(after) ?? [];
      if (at.split(" ").some((word) => firms.has(word.toLowerCase()))) return true;
      const isStaff = jobBefore(before) !== undefined || isJobAfter(after);
      return STAFFED.test(after) || isInTeam(after) || (isStaff && !relations.isIn(before.slice(-30)));
    },
    isOfTheirs(before) {
      const at = jobBefore(before);
      const [, whose] = at === undefined ? [] : (POSSESSOR.exec(before.slice(Math.max(0, at - 50), at)) ?? []);
      return whose !== undefined && (/^[A-Z]/.test(whose) || relations.isIn(whose));
    },
    isJobBefore(before) {
      const at = jobBefore(before);
      // "your brother's driver," but not "the ward sister,".
      return (
        at !== undefined &&
        before[at - 1] !== "-" &&
        !OFTEN_PRIVATE.test(before) &&
        !relations.isIn(before.slice(Math.max(0, at - 30), at))
      );
    },
    isJobAfter,
    isOfTeam: (before, after) =>
      staffIn(before.slice(-70)).length > 0 || staffIn(after.slice(0, 50)).length > 0 || isContact(before),
    isFirm: (after) => ORGANISATION.test(after),
  };
}
