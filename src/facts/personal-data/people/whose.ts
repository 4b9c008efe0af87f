import { paragraphBefore, textBefore } from "../context.ts";
import { LETTER, shortlyBefore, ways } from "../pattern.ts";
import type { Parties } from "./model.ts";
import { ANY_NAME, NAME } from "./shapes.ts";
import type { PeopleWords } from "./words.ts";

/** Tells whose something is by the words around it. */
export interface Owners {
  /** A word for somebody who acts for the organisation. */
  readonly staff: RegExp;
  /** The same, as the source of a pattern. */
  readonly atWork: string;
  /** A word for somebody else: "neighbour". */
  readonly relation: RegExp;
  /** Whether "your neighbour's", "another customer" stands among words. */
  readonly tellsOfAnother: (words: string) => boolean;
  /** Any of these, "her", "the other driver". Global: for `search` alone. */
  readonly theirs: RegExp;
  /** "our client's new e-mail": whose it is right before. */
  readonly possessed: RegExp;
  /** "Seller: ", "Tenant's mobile – " at the head of a line. */
  readonly isLabelled: (before: string) => boolean;
  /** "the other leaseholder uses": whose it is right before. */
  readonly isReached: (before: string) => boolean;
  /** "… is your neighbour's number", "… for your tenant": said behind it. */
  readonly isOfOther: (after: string) => boolean;
  readonly firms: ReadonlySet<string>;
  readonly notNames: ReadonlySet<string>;
  /** "your adviser is Tom Reddish, and her number is", but not "the agent said that the address she used was". */
  readonly isOfStaff: (text: string, start: number) => boolean;
  /** "ring us on", but not "ring your neighbour on". */
  readonly isContact: (before: string) => boolean;
  /** Whether words tell of somebody who is neither writer nor addressee. */
  readonly isOfAnother: (words: string, parties: Parties) => boolean;
  /** Whether a full name that is nobody's of writer and addressee stands among words. */
  readonly isOfNamedNear: (words: string, parties: Parties) => boolean;
}

const SHE = /\b(?:s?he|they|his|her|their)\b/i;
/** Whether a pronoun for somebody else stands among words. */
export const TO_ANOTHER = /\b(?:him|her|his|them|their|she|he)\b/i;
/** "Thanks, Mr Tait": who is spoken to. */
const GREETED = /\b(?:hello|hi|hiya|dear|thanks|thank you|morning|afternoon|evening|sorry|welcome),? $/i;
/** "our office is at", "my number is": the organisation's own. */
export const OURS = shortlyBefore(40, [
  // "our", but not "our list"
  /our(?! (?:list|records?|files?|system|books))/,
  // "call us", but not "you gave us"
  /(?<!(?:gave|given|left|told|sent|asked) )us/,
  /we are|we['’]re|i am|my/,
  /office|branch|desk|centre|team|department|shop|store/,
]);
/** "That is another customer's mobile", said of what stands before it. */
export const DISOWNED =
  /^[^.!?\n]{0,30}(?:[.;,–-] ?|\()(?:but |and )?(?:that|this|it|which|neither)(?:['’]s| (?:number |address |e-?mail |one |line |mobile )?(?:is|was|isn['’]t|wasn['’]t|belongs|turned out|seems|appears))\b[^.!?\n]{0,25}\b(?:(?:not|n['’]t) (?:yours|your\b|an? \w+ (?:of yours|you|we)|one (?:you|of yours))|another|someone else|somebody else|a different (?:customer|person|member)|his\b|hers\b|theirs\b)/i;

/** "ring us on", "write to": the organisation's own. */
const CONTACT = new RegExp(
  String.raw`\b(?:(?:please |just |simply |you can |can |or |to |by |and )?(?:${ways([
    // What the customer is asked to do.
    /call|ring|phone|contact(?! (?:address|number|phone|details|name)\b)|(?<!\b(?:an|the|this|that|your|his|her|their) )(?:email|e-mail)|text|write to|reply to(?! all)|message|reach|speak to|ask for|get in touch with/,
    // What a line is called.
    /fax|tel|telephone|helpline|hotline|enquiries|switchboard|reception/,
  ])})(?:ing)?)\b[^.!?\n]{0,50}$`,
  "i",
);
/** A label alone says nothing of whose number it is. */
const BARE_LABEL = /^(?:tel|telephone|phone|mobile|e-?mail|fax)\W*$/i;
/** "The buyer asked us to reply to". */
const ASKED_US = /\b(?<!you )(?:asked|wants|wanted|told|would like) us to\b[^.!?\n]{0,30}$/i;

/** ", which is your", "; it's his", "(the": said behind something of the one who is named next. */
const SAID_OF =
  /^(?:["”’)]?,? (?:\(|(?:which )?(?:is|was|for|belongs to) )|[^.!?\n]{0,20}[;,–.] ?(?:it|that|this)(?:['’]s| is| was| belongs to) )(?:your|the|his|her|their) /i;
/** "the", and the nouns that may follow it. */
const NOUN = /(?<![a-zß-öø-ÿĀ-ſ])(?:the|our|an?|another|this|that|one|other) (?=([\w-]+)(?: ([\w-]+))?(?: ([\w-]+))?)/g;
/** "uses", "is at": between somebody and an address. */
const REACHES = / (?:uses|used|is at|is on|at|writes from|wrote from|replied from|can be reached at)$/i;
/** "Seller: ", "Tenant's mobile – " at the head of a line. */
const LABEL_BEFORE =
  /(?:^|\n)[ \t>*-]{0,6}([A-Za-z][A-Za-z -]{1,30}?)(?:['’]s)?(?: (?:address|home|e-?mail|tel|telephone|phone|mobile|number|no|contact))?\.?(?: is)? ?[:–-] ?\*{0,2}$/i;

export const any = (list: readonly string[]): string => list.join("|");

export function createOwners(words: PeopleWords): Owners {
  const relations = any(words.relations);
  const theirs = new RegExp(
    String.raw`(?<![${LETTER}])(?:${ways([
      /his|her|hers|their|theirs|him|she|he|another/,
      /other (?:customer|patient|tenant|resident|passenger|party|driver)/,
      /someone else|somebody else/,
      /the (?:other |old |young )?(?:lady|man|gentleman|woman|person|people|caller|buyer|seller|owner|boy|girl|couple|family|chap|guy|bloke|lad|lass|kid|baby|toddler)/,
      /next door(?:['’]s)?/,
      relations,
    ])})(?:['’]s?)?(?![${LETTER}])`,
    "gi",
  );
  const atWork = String.raw`(?<![${LETTER}])(?<!(?:other|another|named|second|extra|additional|third[- ]party) )(?:${any(words.staff)})`;
  const staff = new RegExp(String.raw`${atWork}(?![${LETTER}])`, "i");
  const ourStaff = new RegExp(String.raw`\b(?:your|our|my) (?:[\w-]+ ){0,3}${atWork}(?![${LETTER}])`, "gi");
  const possessed = new RegExp(
    String.raw`(?<![${LETTER}])(?:${relations}|${any(words.customers)})['’]s?(?: [\w-]+){0,3}(?: is| was|,|:)?(?: ?\||\n)? ?\(?$`,
    "i",
  );
  const relation = new RegExp(String.raw`(?<![${LETTER}])(?:${relations})(?![${LETTER}])`, "i");
  const titled = new RegExp(String.raw`(?<![${LETTER}])(?:Mr|Mrs|Miss|Ms|Mx|Dr)\.? ${NAME}`, "g");
  const customers = new Set(words.customers);
  const kinsfolk = new Set([...words.relations, ...words.customers]);
  const notNames = new Set(words.notNames);
  const firms = new Set(words.organisations.map((word) => word.toLowerCase()));

  function tellsOfAnother(said: string): boolean {
    if (relation.test(said)) return true;
    return [...said.toLowerCase().matchAll(NOUN)].some(([, first = "", second = "", third = ""]) =>
      [first, second, `${first} ${second}`, `${second} ${third}`].some((noun) => customers.has(noun)),
    );
  }

  function isReached(before: string): boolean {
    const said = before.slice(-80).trimEnd().replace(REACHES, "").split(" ").slice(-5).join(" ");
    return !/[.,:;|()]/.test(said) && tellsOfAnother(said);
  }

  function isOfOther(after: string): boolean {
    const [said] = SAID_OF.exec(after) ?? [];
    if (said === undefined) return false;
    const words = after.slice(said.length, said.length + 50);
    return /^(?:[\w-]+ )?$/.test(words.slice(0, Math.max(0, words.search(relation)))) && relation.test(words);
  }

  function isLabelled(before: string): boolean {
    const [, words] = LABEL_BEFORE.exec(before) ?? [];
    return words !== undefined && kinsfolk.has(words.toLowerCase());
  }

  function isOfStaff(text: string, start: number): boolean {
    const before = paragraphBefore(text, start);
    const last = [...before.matchAll(ourStaff)].at(-1);
    if (last) {
      const [told] = before
        .slice(0, last.index)
        .split(/[.!?]\s/)
        .slice(-1);
      return !SHE.test(told!) && !tellsOfAnother(before.slice(last.index + last[0].length));
    }
    const [cell = ""] = textBefore(text, start).split("|").slice(-1);
    const sentence = cell.replace(/\S{1,64}@\S{1,100}/g, "");
    return staff.test(sentence.slice(-80)) && !SHE.test(sentence.slice(-40)) && !tellsOfAnother(sentence.slice(-80));
  }

  function isContact(before: string): boolean {
    // The heading of a column asks nobody to ring.
    const said = CONTACT.exec(before.slice(before.lastIndexOf("|") + 1))?.[0];
    if (
      said === undefined ||
      ASKED_US.test(before) ||
      said.search(theirs) >= 0 ||
      relation.test(said) ||
      TO_ANOTHER.test(said)
    )
      return false;
    return !BARE_LABEL.test(said) || !relation.test(before);
  }

  function isOfAnother(said: string, { names: known }: Parties): boolean {
    if (said.search(theirs) >= 0) return true;
    return [...said.matchAll(titled)].some(
      ({ 0: written, index }) =>
        !GREETED.test(said.slice(0, index)) && !known.has(written.toLowerCase().split(/[ -]/).at(-1)!),
    );
  }

  function isOfNamedNear(said: string, { names: known }: Parties): boolean {
    return [...said.matchAll(ANY_NAME)].some(({ 0: written, index }) => {
      if (GREETED.test(said.slice(0, index))) return false;
      const own = written.toLowerCase().split(/[ -]/);
      return !known.has(own.at(-1)!) && !own.some((word) => notNames.has(word) || firms.has(word)) && !staff.test(said);
    });
  }

  return {
    staff,
    atWork,
    relation,
    tellsOfAnother,
    theirs,
    possessed,
    isReached,
    isLabelled,
    isOfOther,
    firms,
    notNames,
    isOfStaff,
    isContact,
    isOfAnother,
    isOfNamedNear,
  };
}
