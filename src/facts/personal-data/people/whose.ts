import type { Range } from "../../../model.ts";
import { paragraphBefore, textBefore } from "../context.ts";
import { LETTER, LOWER, shortlyBefore, UPPER } from "../pattern.ts";
import type { Parties } from "./model.ts";
import { ANY_NAME, NAME } from "./shapes.ts";
import { Terms } from "./terms.ts";
import type { PeopleWords } from "./words.ts";
import { inTurn, ways } from "../../../ways.ts";

/** Tells whose something is by the words around it. */
export interface Owners {
  /** Words for those who act for the organisation; "the other agent" is somebody else's. */
  readonly staffIn: (text: string) => readonly Range[];
  /** Words for somebody else: "neighbour". */
  readonly relations: Terms;
  /** These, and what an organisation calls those it deals with. */
  readonly kin: Terms;
  /** Whether "your neighbour's", "another customer" stands among words. */
  readonly tellsOfAnother: (words: string) => boolean;
  /** Whether any of these, "her", "the other driver" stands among words. */
  readonly tellsOfThem: (words: string) => boolean;
  /** "our client's new e-mail": whose it is right before. */
  readonly isPossessed: (before: string) => boolean;
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

/** "the other", "a third party": those who act for somebody else. */
const NOT_OURS = /(?:other|another|named|second|extra|additional|third[- ]party) $/i;
/** "your local" before somebody who acts for the organisation. */
const OUR = /\b(?:your|our|my) (?:[\w-]+ ){0,3}$/i;
/** "'s new e-mail is (": between somebody and what is theirs. */
const OWNS = /^['’]s?(?: [\w-]+){0,3}(?: is| was|,|:)?(?: ?\||\n)? ?\(?$/i;
/** "her", "the other driver", "next door": somebody else. */
const THEM = new RegExp(
  String.raw`(?<![${LETTER}])(?:${ways([
    /his|her|hers|their|theirs|him|she|he|another/,
    /other (?:customer|patient|tenant|resident|passenger|party|driver|car|vehicle|van)/,
    /someone else|somebody else/,
    /the (?:other |old |young )?(?:lady|man|gentleman|woman|person|people|caller|buyer|seller|owner|boy|girl|couple|family|chap|guy|bloke|lad|lass|kid|baby|toddler)/,
    /next door/,
  ])})(?:['’]s?)?(?![${LETTER}])`,
  "i",
);

const SHE = /\b(?:s?he|they|his|her|their)\b/i;
/** Whether a pronoun for somebody else stands among words. */
export const TO_ANOTHER = /\b(?:him|her|his|them|their|she|he)\b/i;
/** "Thanks, Mr Tait": who is spoken to. */
const GREETED = /\b(?:hello|hi|hiya|dear|thanks|thank you|morning|afternoon|evening|sorry|welcome),? $/i;
/** "our office is at", "my number is": the organisation's own. */
export const OURS = shortlyBefore(40, [
  // "our", but not "our list"
  /our(?! (?:list|records?|files?|system|books|tenants?|customers?|clients?|residents?|members?|patients?|guests?|passengers?|leaseholders?|landlord|lodgers?)\b)/,
  // "call us", but not "you gave us"
  /(?<!(?:gave|given|left|told|sent|asked)(?: to)? )us/,
  /we are|we['’]re|i am|my|mine/,
  /office|branch|desk|centre|team|department|shop|store/,
]);
/** "That is another customer's mobile", said of what stands before it. */
export const DISOWNED = new RegExp(
  inTurn(
    /^[^.!?\n]{0,30}(?:[.;,–-] ?|\()(?:but |and )?(?:that|this|it|which|neither)(?:['’]s| (?:number |address |e-?mail |one |line |mobile )?(?:is|was|isn['’]t|wasn['’]t|belongs|turned out|seems|appears))\b[^.!?\n]{0,25}\b/,
    [
      /(?:not|n['’]t) (?:yours|your\b|an? \w+ (?:of yours|you|we)|one (?:you|of yours))/,
      "another",
      "someone else",
      "somebody else",
      /a different (?:customer|person|member)/,
      /his\b/,
      /hers\b/,
      /theirs\b/,
    ],
  ),
  "i",
);

/** "ring us on", "write to": the organisation's own. */
const CONTACT = new RegExp(
  String.raw`\b(?:(?:please |just |simply |you can |can |or |to |by |and )?(?:${ways([
    // What the customer is asked to do.
    "call",
    "ring",
    "phone",
    /contact(?! (?:address|number|phone|details|name)\b)/,
    /(?<!\b(?:an|the|this|that|your|his|her|their) )(?:email|e-mail)/,
    "text",
    "write to",
    /reply to(?! all)/,
    "message",
    "reach",
    "speak to",
    "ask for",
    "get in touch with",
    // "please tell Mr Kessler on", "book this with Ms Anning on"
    /(?<!\b(?:I|we|you|they|he|she) )(?:tell|book(?: (?:it|this|that|one|a \w+|an \w+|your \w+))? with)(?= (?:Mr|Mrs|Miss|Ms|Mx|Dr) )/,
    // What a line is called.
    /fax|tel|telephone|helpline|hotline|enquiries|switchboard|reception/,
  ])})(?:ing)?)\b[^.!?\n]{0,50}$`,
  "i",
);
/** A label alone says nothing of whose number it is. */
const BARE_LABEL = /^(?:tel|telephone|phone|mobile|e-?mail|fax)\W*$/i;
/** "The buyer asked us to reply to". */
const ASKED_US =
  /\b(?<!you )(?:(?:asked|wants|wanted|told|would like) us|wants? an? (?:reply|answer|response)) to\b[^.!?\n]{0,30}$/i;

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

/** The first names of those who are spoken to: "Sorry Gareth, …". */
export const greetedIn = (text: string): ReadonlySet<string> =>
  new Set(Array.from(text.matchAll(GREETS), ([, name]) => name!));
const GREETS = new RegExp(
  String.raw`\b(?:[Ss]orry|[Tt]hanks|Thank you|Hi|Hello|Hiya|Dear|(?:Good )?(?:[Mm]orning|[Aa]fternoon)),? ([${UPPER}][${LOWER}]{1,20})[,.!]`,
  "g",
);

/** Whoever can be rung at a number that the text gives: "Please ring Mr McPhail on 01632 960418". */
export const reachedIn = (text: string): ReadonlySet<string> =>
  new Set(Array.from(text.matchAll(REACHED), ([, name]) => name!));
const REACHED = new RegExp(
  String.raw`\b(?:[Rr]ing|[Cc]all|[Pp]hone|[Cc]ontact|[Ss]peak to|[Tt]ell) ((?:(?:Mr|Mrs|Miss|Ms|Dr) )?${NAME}(?: ${NAME})?) on 0`,
  "g",
);

export const any = (list: readonly string[]): string => list.join("|");

export function createOwners(words: PeopleWords): Owners {
  const relations = new Terms(words.relations);
  const kin = new Terms([...words.relations, ...words.customers]);
  const staff = new Terms(words.staff);
  const titled = new RegExp(String.raw`(?<![${LETTER}])(?:Mr|Mrs|Miss|Ms|Mx|Dr)\.? ${NAME}`, "g");
  const customers = new Set(words.customers);
  const notNames = new Set(words.notNames);
  const firms = new Set(words.organisations.map((word) => word.toLowerCase()));

  const staffIn = (text: string) => [...staff.in(text)].filter(({ start }) => !NOT_OURS.test(text.slice(0, start)));
  const tellsOfThem = (said: string) => THEM.test(said) || relations.isIn(said);
  const isPossessed = (before: string) => [...kin.in(before)].some(({ end }) => OWNS.test(before.slice(end)));

  function tellsOfAnother(said: string): boolean {
    if (relations.isIn(said)) return true;
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
    const somebody = relations.find(words);
    return somebody !== undefined && /^(?:[\w-]+ )?$/.test(words.slice(0, somebody.start));
  }

  function isLabelled(before: string): boolean {
    const [, words] = LABEL_BEFORE.exec(before) ?? [];
    return words !== undefined && kin.endAt(words, 0) === words.length;
  }

  function isOfStaff(text: string, start: number): boolean {
    const before = paragraphBefore(text, start);
    const last = staffIn(before).findLast((each) => OUR.test(before.slice(0, each.start)));
    if (last) {
      const [told] = before
        .slice(0, last.start)
        .replace(OUR, "")
        .split(/[.!?]\s/)
        .slice(-1);
      return !SHE.test(told!) && !tellsOfAnother(before.slice(last.end));
    }
    const [cell = ""] = textBefore(text, start).split("|").slice(-1);
    const sentence = cell.replace(/\S{1,64}@\S{1,100}/g, "");
    return (
      staffIn(sentence).some(({ start }) => start > sentence.length - 80) &&
      !SHE.test(sentence.slice(-40)) &&
      !tellsOfThem(sentence.slice(-80))
    );
  }

  function isContact(before: string): boolean {
    // The heading of a column asks nobody to ring.
    const said = CONTACT.exec(before.slice(before.lastIndexOf("|") + 1))?.[0];
    if (said === undefined || ASKED_US.test(before) || tellsOfThem(said) || TO_ANOTHER.test(said)) return false;
    return !BARE_LABEL.test(said) || !tellsOfThem(before);
  }

  function isOfAnother(said: string, { names: known }: Parties): boolean {
    if (tellsOfThem(said)) return true;
    return [...said.matchAll(titled)].some(
      ({ 0: written, index }) =>
        !GREETED.test(said.slice(0, index)) && !known.has(written.toLowerCase().split(/[ -]/).at(-1)!),
    );
  }

  function isOfNamedNear(said: string, { names: known }: Parties): boolean {
    return [...said.matchAll(ANY_NAME)].some(({ 0: written, index }) => {
      if (GREETED.test(said.slice(0, index))) return false;
      const own = written.toLowerCase().split(/[ -]/);
      return (
        !known.has(own.at(-1)!) &&
        !own.some((word) => notNames.has(word) || firms.has(word)) &&
        staffIn(said).length === 0
      );
    });
  }

  return {
    staffIn,
    relations,
    kin,
    tellsOfAnother,
    tellsOfThem,
    isPossessed,
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
