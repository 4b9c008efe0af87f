import type { Envelope, PersonalKind, Range } from "../../model.ts";
import { LETTER, LOWER, UPPER } from "./pattern.ts";
import {
  ANIMALS,
  ASKED_US,
  AT_FIRM,
  BARE_LABEL,
  CONTACT,
  CULTURE,
  DELIVERED,
  DIRECT_LINE,
  DISOWNED,
  DUMP,
  FORM_OF_NAME,
  GREETED,
  GREETING,
  HEALTH_HEADING,
  HEALTH_LABEL,
  HELD,
  HELPLINE,
  HOLDER,
  HOME_HEADING,
  INCLUDED,
  IN_GENERAL,
  IN_PLACE,
  IS_THING,
  LABEL,
  LABELLED,
  LISTED,
  LIVES,
  LIVES_WITH,
  MEANT_FOR,
  MINE,
  MISTAKEN,
  NEXT_DOOR,
  OF_THAT_ONE,
  ORGANISATION,
  OURS,
  OUR_LINE,
  PLACE,
  POSTED,
  PRIVATE,
  PUBLIC_PLACE,
  RANK,
  SERVES,
  SHE,
  STAFFED,
  THEIR_MAIL,
  THEIR_PHONE,
  TITLE,
  TOLD,
  TO_ANOTHER,
  WHOSE,
  YOURS_AFTER,
  YOUR_HOME,
  YOUR_MAIL,
  YOUR_PHONE,
} from "./people-signs.ts";
import { createCapitaliser } from "./small-letters.ts";
import { EXAMPLE, paragraphBefore, textAfter, textBefore } from "./context.ts";

/** The word lists that people are known by; `dictionaries/personal-data/` has them. */
export interface PeopleWords {
  /** "asthma", "chemotherapy". */
  readonly health: readonly string[];
  /** "neighbour", "ex-partner": people who are not the addressee. */
  readonly relations: readonly string[];
  /** "subscriber", "resident": what an organisation calls those it deals with. */
  readonly customers: readonly string[];
  /** "adviser", "nurse": people who act for the organisation. */
  readonly staff: readonly string[];
  /** "info", "claims": the part before the @ of a team's mailbox. */
  readonly mailboxes: readonly string[];
  /** "Road", "Close". */
  readonly streets: readonly string[];
  /** "Homes", "Water": the last word of the name of a firm. */
  readonly organisations: readonly string[];
  /** "the", "Monday", "Irish": no word of a person's name, in small letters. */
  readonly notNames: readonly string[];
}

/** Whom a message is from and to: what is known of them is theirs, and no leak. */
export interface Parties {
  /** Names in the address, salutation, signature and headers, in small letters, word by word. */
  readonly names: ReadonlySet<string>;
  /** The addressee's own e-mail addresses, from To and from the message that is answered. */
  readonly mailboxes: ReadonlySet<string>;
  /** Domains of the sender. */
  readonly domains: ReadonlySet<string>;
  /** Whether everybody can read it. */
  readonly isPublic: boolean;
  /** Whether a health service writes, to whom health is the matter in hand. */
  readonly isHealthService: boolean;
}

/** Whether a value that is known by itself stands in a stretch of the text. */
export type HasValue = (start: number, end: number) => boolean;

export interface Found extends Range {
  readonly kind: PersonalKind;
}

const NAME = String.raw`(?![${UPPER}]['’]s\b)[${UPPER}](?:[${LOWER}]|['’](?!s\b)){1,20}(?:[- ]?[${UPPER}](?:[${LOWER}]|['’](?!s\b)){1,20})?`;
const TITLED = String.raw`(?:(?:Mr|Mrs|Ms|Dr)\.? (?:and|&) )?(?:Mr|Mrs|Miss|Ms|Mx|Master)\.? (?:[${UPPER}]\.? ?){0,2}${NAME}(?: [${UPPER}][${LETTER}'’-]{1,25})?`;
const FULL = String.raw`[${UPPER}][${LOWER}]{1,15}(?: [${UPPER}]\.?| [${UPPER}][${LOWER}]{1,15})? (?:(?:de|van|von|der|el|al|la|du)[ -]|[${UPPER}]['’]|Mc|Mac)?[${UPPER}][${LOWER}]{1,20}(?:-[${UPPER}][${LOWER}]{1,20})?`;
const POSTCODE = String.raw`[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}`;
const EMAIL = /(?<![\w.+@-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}(?<![.-])/g;
const PHONE =
  /(?<![\w£.,/-])(?:\+\d{1,3}[ .-]?(?:\(0\)[ .-]?)?|00\d{2}[ .-]?|\(?0)(?:[ ().\n-]{0,2}\d){8,11}(?![\d£])/g;
/** Lines of firms and of the state: 03, 08, 09, and those of three figures. */
const PUBLIC_LINE = /^\D{0,3}0?[\s(]{0,2}0?[389]/;

const NAMED_HERE = new RegExp(
  String.raw`(?:(?:Mr|Mrs|Miss|Ms|Mx|Dr)\.? |[${UPPER}][${LOWER}]{1,15} )(?:[${UPPER}][${LOWER}'’]{0,15}\.? ){0,2}([${UPPER}][${LETTER}'’-]{1,25})(?:['’]s)?(?:,| at| from|,? of|, (?:who )?lives at)? ?$`,
);
/** A first name and a surname before the number of a house. */
const BEFORE_NUMBER = new RegExp(
  String.raw`^(?:(?:Mr|Mrs|Miss|Ms|Mx|Dr)\.? )?[${UPPER}][${LOWER}]{0,15}\.? ([${UPPER}][${LETTER}'’-]{1,25}), (?=\d)`,
);
const HAS_POSTCODE = new RegExp(POSTCODE);
const TITLED_NAME = new RegExp(String.raw`(?<![${LETTER}'’])${TITLED}(?![${LETTER}])`, "g");

/** Whatever may be a name, an e-mail address or a phone number, whoever's it is. */
export function possiblePeople(text: string): Found[] {
  return [
    ...matches(text, EMAIL, "email"),
    ...matches(text, PHONE, "phone"),
    ...matches(text, TITLED_NAME, "third-party-name"),
  ].sort((a, b) => a.start - b.start);
}

/**
 * Makes the finder of people: names, ways to reach them, where they live, how they are.
 * @param isWord whether the dictionary has a word as it is written: "cross", as in "Market Cross", or "Carol"
 */
export function createPeopleFinder(
  words: PeopleWords,
  isWord: (word: string) => boolean,
): (text: string, parties: Parties, hasValue: HasValue) => Found[] {
  const any = (list: readonly string[]) => list.join("|");
  const theirs = new RegExp(
    String.raw`(?<![${LETTER}])(?:his|her|hers|their|theirs|him|she|he|another|other (?:customer|patient|tenant|resident|passenger|party|driver)|someone else|somebody else|the (?:other |old |young )?(?:lady|man|gentleman|woman|person|people|caller|buyer|seller|owner|boy|girl|couple|family|chap|guy|bloke|lad|lass)|${any(words.relations)})(?:['’]s?)?(?![${LETTER}])`,
    "gi",
  );
  const leak = new RegExp(
    String.raw`(?<![${LETTER}])(?:${any(words.relations)}|another (?:customer|patient|tenant|resident|member|passenger|client)|other (?:customer|patient|tenant|resident|party|driver)|wages for|(?:went|let|offered|allocated|awarded|sold|issued|belongs|belonged) to|(?:dispensed|prescribed|made out|meant) (?:to|for)|(?:account|letter|file|record|records|statement|parcel|results?|claim|complaint|case|details|papers|bill|invoice|medication|prescription|test|form|data|email|report|names?) (?:of|for|from|about|belonging to|meant for|addressed to|sent to|to|by|on)(?: you and)?|(?:is|was|are|were) (?:about|for|from|meant for)|like (?:the )?(?:one|that) (?:of|from)|(?:(?:that|those|the one) of|(?:mixed|muddled|confused|swapped|merged|switched)(?: up)? with)(?= ?$)|next door|next to|(?:complaint|allegation|objection)s?\b[^.!?]{0,30}\b(?:by|from)|(?:half|share|rest|house|estate|everything|money) to|(?:had|have|has) to tell|inform(?:ed)?|(?:asked|refused|turned down|evicted|fined|banned|prosecuted|sued|rehoused|refunded|overcharged|told|given|sent|rung|shared (?:it )?with|spoke to|heard from|complained about|reported)|apprentice:?|customer:|patient:|tenant:|bailiff to|sent the bailiff to)(?![${LETTER}])`,
    "i",
  );
  const atWork = String.raw`(?<![${LETTER}])(?<!(?:other|another|named|second|extra|additional|third[- ]party) )(?:${any(words.staff)})`;
  const staff = new RegExp(String.raw`${atWork}(?![${LETTER}])`, "i");
  const ourStaff = new RegExp(String.raw`\b(?:your|our|my) (?:[\w-]+ ){0,3}${atWork}(?![${LETTER}])`, "gi");
  const aCustomer = String.raw`(?:the|our|an?|another|this|that|one|other) (?:[\w-]+ )?(?:${any(words.customers)})`;
  const other = String.raw`(?<![${LETTER}])(?:${any(words.relations)}|${any(words.customers)})`;
  const another = new RegExp(
    String.raw`(?<![${LETTER}])(?:${any(words.relations)}|${aCustomer})(?:['’]s?)?(?![${LETTER}])`,
    "gi",
  );
  /** "our client's new e-mail": whose it is right before. */
  const possessed = new RegExp(String.raw`${other}['’]s?(?: [\w-]+){0,3}(?: is| was|,|:)?(?: ?\||\n)? ?\(?$`, "i");
  /** The heading over a cell with a name. */
  const headed = new RegExp(
    String.raw`^\s*(?:(?:permit|policy|account|card|pass|licence|ticket|badge|key|blue badge)[ -]?holders?|(?!(?:owner|user|partner|visitor)s?\b|members? of)(?:${any(words.relations)}|${any(words.customers)})(?:['’]s)?(?: name)?)\s[^\n]*\|\s*$|^\s*(?:permit|policy|account|card|licence)[ -]?holders?\s+\|?\s*$`,
    "i",
  );
  const called = new RegExp(
    String.raw`${other}(?: (?:before|after|above|below|opposite|behind|beside|next to) you)?(?:,| is| was| named| called|:| \()? ?$`,
    "i",
  );
  /** "… is your neighbour's number", "… for your tenant". */
  const ofOther = new RegExp(
    String.raw`^["”’)]?,? (?:\(|(?:which )?(?:is|was|for|belongs to) )(?:your|the|his|her|their) (?:[\w-]+ )?(?:${any(words.relations)})(?:['’]s?)?(?![${LETTER}])`,
    "i",
  );
  const whoIs = new RegExp(
    String.raw`^(?:,? (?:is |was |as )?(?:an?|another|one of (?:our|the|your)|the|your|his|her|their) (?:[\w-]+ )?| \((?:[\w-]+ )?)${other}(?![${LETTER}])`,
    "i",
  );
  const person = new RegExp(
    String.raw`(?<![${LETTER}])(?:I[’']ve got|I have|I[’']m on|you|[Yy]our|[Mm]y|[Hh]is|[Hh]er|[Tt]heir|he|she|him|Dr|[${UPPER}][${LOWER}]+ (?:has|had|is|was|takes|needs|coped)|${any(words.relations)}|(?:[Tt]he|[Aa]) (?:man|woman|lady|gentleman|boy|girl|tenant|patient|customer|child|driver|passenger|pupil|resident|employee|caller|claimant|cyclist|student|guest)|Mr|Mrs|Ms|Miss|Master|[${UPPER}][${LOWER}]+['’]s)(?![${LETTER}])`,
  );
  const health = new RegExp(String.raw`(?<![${LETTER}-])(?:${any(longestFirst(words.health))})(?![${LETTER}-])`, "gi");
  // In small letters and without a flag the words become one tree: most texts name none, and are looked through no further.
  const anyHealth = new RegExp(String.raw`(?<![${LETTER}-])(?:${any(words.health).toLowerCase()})(?![${LETTER}-])`);
  const anyStreet = new RegExp(` (?:${any(words.streets)})`);
  const mailbox = new RegExp(String.raw`(?:^|[._-])(?:${any(words.mailboxes)})(?:[._+-]|\d|$)`, "i");
  const named = String.raw`[${UPPER}][${LETTER}'’-]{1,20}(?: (?:(?:y|of|on|the|in) )?[${UPPER}][${LETTER}'’-]{1,20}){0,2}`;
  const flat = String.raw`(?:(?:Flat|Apartment|Apt|Unit) ?\w{1,4},? )?`;
  const numbered = String.raw`(?:[Nn]umber |[Nn]o\.? )?\d{1,4}[A-Za-z]?(?:-\d{1,4})?,? `;
  const toPostcode = String.raw`(?:(?:, ?|,?\n[ >]{0,4})(?:near )?${named}){0,3}(?:,? |,?\n[ >]{0,4})${POSTCODE}`;
  const street = String.raw`(?:${numbered}|[${UPPER}][${LOWER}]+ (?:House|Cottage|Farm|Lodge|View|Villa),? )(?:[${UPPER}][${LETTER}'’-]{1,20} ){1,3}(?:${any(words.streets)})(?![${LETTER}])`;
  const inStreet = new RegExp(
    String.raw`(?<![${LETTER}\d])${flat}${street}(?:,? ${named}){0,2}(?:,? ${POSTCODE})?`,
    "g",
  );
  const withPostcode = new RegExp(
    String.raw`(?<![${LETTER}\d])(?:${flat}(?:${named}, )?${numbered}${named}${toPostcode}|${flat}(?:The )?${named}(?:, ?|,?\n)(?:near )?${named}${toPostcode})`,
    "g",
  );
  const titled = new RegExp(String.raw`(?<![${LETTER}])(?:Mr|Mrs|Miss|Ms|Mx|Dr)\.? ${NAME}`, "g");
  const job = new RegExp(String.raw`${atWork}(?: is| was|:|,)? ?$`, "i");
  const jobAfter = new RegExp(
    String.raw`^(?:,| \() ?(?:our |the |your )?(?:[a-z]+ ){0,2}(?:${any(words.staff)})(?![${LETTER}])`,
    "i",
  );
  /** "your son's teacher, Mrs Blair". */
  const theirStaff = new RegExp(
    String.raw`(?<![${LETTER}])(?:${any(words.relations)})['’]s? (?:[\w-]+ ){0,2}(?:${any(words.staff)})(?: is|,|:)? ?$`,
    "i",
  );
  const relation = new RegExp(String.raw`(?<![${LETTER}])(?:${any(words.relations)})(?![${LETTER}])`, "i");
  const notNames = new Set(words.notNames);
  const firms = new Set(words.organisations.map((word) => word.toLowerCase()));
  const name = new RegExp(String.raw`(?<![${LETTER}'’])(?:${TITLED}|${FULL})(?![${LETTER}])`, "g");

  const inCapitals = createCapitaliser(words.streets, isWord);

  return (written, parties, hasValue) => {
    const text = inCapitals(written);
    const addresses = places(text);
    const homes = addresses.filter((place) => isHome(text, place, parties));
    const theirHealth = conditions(text, parties, hasValue);
    const ways = [
      ...(text.includes("@") ? emails(text, parties) : []),
      ...(/\d/.test(text) ? phones(text, parties) : []),
    ];
    const facts = [...ways, ...homes, ...theirHealth];
    const isTold: HasValue = (start, end) =>
      hasValue(start, end) || facts.some((fact) => fact.start >= start && fact.end <= end);
    return [...facts, ...names(text, parties, isTold, addresses)];
  };

  function emails(text: string, parties: Parties): Found[] {
    const { isPublic, domains, mailboxes } = parties;
    const all = matches(text, EMAIL, "email").filter(({ start, end }) => !isOfParty(start, end));
    let lastEnd = -1;
    return all.filter(({ start, end }) => {
      const isFound = isOfSomebody(start, end) || (lastEnd >= 0 && LISTED.test(text.slice(lastEnd, start)));
      if (isFound) lastEnd = end;
      return isFound;
    });

    function isOfParty(start: number, end: number): boolean {
      const written = text.slice(start, end).toLowerCase();
      const [local = "", domain = ""] = written.split("@");
      return (
        mailboxes.has(written) ||
        mailbox.test(local) ||
        [...domains].some((own) => domain === own || domain.endsWith(`.${own}`))
      );
    }

    function isOfSomebody(start: number, end: number): boolean {
      const [local = ""] = text.slice(start, end).toLowerCase().split("@");
      const before = textBefore(text, start);
      if (INCLUDED.test(before) || MISTAKEN.test(text.slice(end, end + 30)) || POSTED.test(before)) return true;
      if (isDumped(text, start)) return true;
      if (FORM_OF_NAME.test(local) || EXAMPLE.test(before) || YOURS_AFTER.test(text.slice(end, end + 60))) return false;
      if (MEANT_FOR.test(before) || possessed.test(before) || DISOWNED.test(text.slice(end, end + 110))) return true;
      if (THEIR_MAIL.test(before) && !isOfStaff(text, start)) return true;
      if (MINE.test(before) || isContact(before) || isOfStaff(text, start) || isGreeted(text, local)) return false;
      return (
        isPublic ||
        ofOther.test(text.slice(end, end + 60)) ||
        (!YOUR_MAIL.test(before) && (isPersonal(local) || (local.length > 5 && isOfAnother(before, parties))))
      );
    }
  }

  /** "your adviser is Tom Reddish, and her number is", but not "the agent said that the address she used was". */
  function isOfStaff(text: string, start: number): boolean {
    const before = paragraphBefore(text, start);
    const last = [...before.matchAll(ourStaff)].at(-1);
    if (last) {
      const [told] = before
        .slice(0, last.index)
        .split(/[.!?]\s/)
        .slice(-1);
      return !SHE.test(told!) && before.slice(last.index + last[0].length).search(another) < 0;
    }
    const [sentence = ""] = textBefore(text, start).split("|").slice(-1);
    return staff.test(sentence.slice(-80)) && !SHE.test(sentence.slice(-40)) && sentence.slice(-80).search(another) < 0;
  }

  function phones(text: string, parties: Parties): Found[] {
    const { isPublic } = parties;
    return matches(text, PHONE, "phone").filter(({ start, end }) => {
      const written = text.slice(start, end);
      const figures = written.replace(/\D/g, "").length;
      if (/^\d{4}(?: \d{4}){2,}/.test(written) || figures < 10 || figures > 13 || PUBLIC_LINE.test(written))
        return false;
      const before = textBefore(text, start);
      if (isDumped(text, start)) return true;
      const isMobile = /^(?:0|\D{0,2}44\D{0,5})7/.test(written);
      if (OUR_LINE.test(before) && !TO_ANOTHER.test(before)) return false;
      if (isPublic && isMobile) return !OURS.test(before);
      if (isOfStaff(text, start)) return false;
      if (HELPLINE.test(before)) return false;
      if (THEIR_PHONE.test(before) || possessed.test(before) || DISOWNED.test(text.slice(end, end + 110))) return true;
      if (OF_THAT_ONE.test(text.slice(end, end + 60))) return true;
      if (isContact(before) || DIRECT_LINE.test(before)) return false;
      if (ofOther.test(text.slice(end, end + 60))) return true;
      if (isMobile && isOfNamedNear(before, parties)) return true;
      if (OURS.test(before)) return false;
      return (
        isPublic ||
        (!YOUR_PHONE.test(before) &&
          (isOfAnother(before, parties) ||
            before.search(another) >= 0 ||
            (isMobile && relation.test(textAfter(text, end)))))
      );
    });
  }

  /** Where somebody may live, without the name before it: "Gwilym Ashdown, 2 Heol y Frân". */
  function places(text: string): Found[] {
    const whole = HAS_POSTCODE.test(text) ? matches(text, withPostcode, "postal-address") : [];
    const parts = anyStreet.test(text) ? matches(text, inStreet, "postal-address") : [];
    const apart = parts.filter((part) => !whole.some(({ start, end }) => start < part.end && end > part.start));
    return [...whole, ...apart].map(({ kind, start, end }) => {
      const [name, surname] = BEFORE_NUMBER.exec(text.slice(start, end)) ?? [];
      return { kind, start: surname && !isWord(surname.toLowerCase()) ? start + name!.length : start, end };
    });
  }

  function isHome(text: string, { start, end }: Range, parties: Parties): boolean {
    const before = textBefore(text, start);
    if (isDumped(text, start)) return true;
    const [head = ""] = text.slice(start, end).split(/[,\n]/, 1);
    if (EXAMPLE.test(before) || PUBLIC_PLACE.test(text.slice(start, end))) return false;
    if (!/^\d/.test(head) && head.split(" ").some((word) => firms.has(word.toLowerCase()))) return false;
    if (HOME_HEADING.test(before) && before.includes("|")) return true;
    if (isOfNamed(before, parties)) return !staff.test(before.slice(-60));
    if (PLACE.test(before) && !LIVES.test(before)) return false;
    if (parties.isPublic) return true;
    if (YOUR_HOME.test(before) || OURS.test(before)) return false;
    return (
      LIVES.test(before) ||
      (DELIVERED.test(before) && /^,? (?:instead|by mistake|in error)\b/.test(text.slice(end, end + 15))) ||
      before.search(another) >= 0 ||
      isOfAnother(before, parties) ||
      ofOther.test(text.slice(end, end + 60)) ||
      (WHOSE.test(text.slice(end, end + 30)) && isOfAnother(textAfter(text, end), parties))
    );
  }

  function conditions(text: string, parties: Parties, hasValue: HasValue): Found[] {
    if (!anyHealth.test(text.toLowerCase()) || ANIMALS.test(text)) return [];
    const { isPublic, isHealthService } = parties;
    return matches(text, health, "health").filter(({ start, end }) => {
      const before = textBefore(text, start);
      const after = textAfter(text, end);
      if (
        /^(?:['’]s)? (?:entrance|suite|centre|ward|machine|walk|clinic|nurse|service|team|ward|unit|charity|society|research|trust|uk|awareness|support group|leaflet|department)\b/i.test(
          after,
        )
      )
        return false;
      if (
        HEALTH_LABEL.test(before) ||
        (before.includes("|") && HEALTH_HEADING.test(before)) ||
        /\b(?:because of|due to|on account of) (?:the|my|your|his|her|their) $/i.test(`${before} `)
      )
        return true;
      if (
        IN_GENERAL.test(before) ||
        (/\b(?:what|how) $/i.test(`${before} `) && /^ (?:is|are|affects|works)\b/.test(after))
      )
        return false;
      if (
        /\b(?:cover(?:s|ed)?|walk(?:ed)? for|raised?|research|awareness|leaflets? (?:on|about)|information (?:on|about))\b[^.]{0,50}$/i.test(
          before,
        )
      )
        return false;
      if (/\b(?:if|any|anyone|people|patients|those|someone|such as|including|whether|or)\b[^.]{0,40}$/i.test(before))
        return false;
      if (hasValue(Math.max(0, start - NEAR), end + NEAR)) return true;
      if (LIVES_WITH.test(`${before} `)) return true;
      const isTheirs = isOfAnother(before, parties) || isOfAnother(after, parties);
      if (!isTheirs && !isPublic && (isHealthService || TOLD.test(before))) return false;
      return isTheirs || person.test(before) || isOfNamedNear(before, parties) || (isPublic && person.test(after));
    });
  }

  /** "ring us on", but not "ring your neighbour on". */
  function isContact(before: string): boolean {
    // The heading of a column asks nobody to ring.
    const words = CONTACT.exec(before.slice(before.lastIndexOf("|") + 1))?.[0];
    if (
      words === undefined ||
      ASKED_US.test(before) ||
      words.search(theirs) >= 0 ||
      relation.test(words) ||
      TO_ANOTHER.test(words)
    )
      return false;
    return !BARE_LABEL.test(words) || !relation.test(before);
  }

  /** "Gwilym Ashdown, 3 Tan-y-Bryn", "Mr Beddoes\n3 Coopers Hollow": who lives there stands right before. */
  function isOfNamed(before: string, { names: known }: Parties): boolean {
    const [, surname] = NAMED_HERE.exec(before) ?? [];
    return (
      surname !== undefined &&
      !known.has(surname.toLowerCase()) &&
      !notNames.has(surname.toLowerCase()) &&
      !firms.has(surname.toLowerCase())
    );
  }

  /** Whether a full name that is nobody's of writer and addressee stands among words. */
  function isOfNamedNear(words: string, { names: known }: Parties): boolean {
    return [...words.matchAll(name)].some(({ 0: written, index }) => {
      if (GREETED.test(words.slice(0, index))) return false;
      const own = written.toLowerCase().split(/[ -]/);
      return (
        !known.has(own.at(-1)!) && !own.some((word) => notNames.has(word) || firms.has(word)) && !staff.test(words)
      );
    });
  }

  /** Whether words tell of somebody who is neither writer nor addressee. */
  function isOfAnother(words: string, { names: known }: Parties): boolean {
    if (words.search(theirs) >= 0) return true;
    return [...words.matchAll(titled)].some(
      ({ 0: written, index }) =>
        !GREETED.test(words.slice(0, index)) && !known.has(written.toLowerCase().split(/[ -]/).at(-1)!),
    );
  }

  /** Names with a sign that they are somebody's who neither writes nor is written to, and who is not at work. */
  function names(text: string, parties: Parties, hasValue: HasValue, places: readonly Range[]): Found[] {
    let lastEnd = -1;
    return matches(text, name, "third-party-name").flatMap(({ start: first, end, kind }) => {
      // "Friday Gareth Penhale".
      const [lead = "", word = ""] = /^(\S+) (?=\S+ \S)/.exec(text.slice(first, end)) ?? [];
      const start = notNames.has(word.toLowerCase()) && !GREETING.test(word) ? first + lead.length : first;
      const written = text.slice(start, end);
      const own = written.toLowerCase().replace(TITLE, "").split(/[ -]+/);
      const isTitled = TITLE.test(written);
      if (parties.names.has(own.at(-1)!) || own.some((word) => notNames.has(word) || firms.has(word))) return [];
      const isGiven = isWord(written.split(/[ -]/, 1)[0]!);
      const isWords = !isTitled && own.every(isWord);
      if ((isWords && !isGiven) || places.some((place) => place.start < end && place.end > start)) return [];
      const before = textBefore(text, start);
      const after = textAfter(text, end);
      if (RANK.test(written) || CULTURE.test(before) || (isTitled && SERVES.test(after))) return [];
      if (!isTitled && (isInTitle(before, after) || IS_THING.test(before) || (!isGiven && IN_PLACE.test(before))))
        return [];
      if (theirStaff.test(before) || (jobAfter.test(after) && !called.test(before))) return [];
      const isTheirs = isPrivate(before, after, isTitled);
      const isTold =
        isTitled || (!isWords && (isGiven || !isWord(own.at(-1)!)))
          ? isBesideData(text, start, end, hasValue)
          : isGiven && hasValue(Math.max(0, start - 40), end + 40);
      const isNext = lastEnd >= 0 && start - lastEnd < 8 && /^(?:,|,? and| &) $/.test(text.slice(lastEnd, start));
      if (!isTheirs && !isNext && isCalled(before, after)) return [];
      if (!isTheirs && !isTold && !isNext && !isSaid(text, start, end, before, after, hasValue)) return [];
      if (!isTheirs && (isAtJob(before, after) || (!isTold && isOfTeam(before, after)))) return [];
      if (ORGANISATION.test(after)) return [];
      lastEnd = end;
      const bare = written.replace(/^(?:Mr|Mrs|Miss|Ms|Mx|Master)\.? (?!(?:and|&) )(?=\S+ \S)/, "");
      return [{ kind, start: end - bare.length, end }];
    });
  }

  /** "Name: …", "the occupier, Ms …", "… 's parcel": people in their own lives. */
  function isPrivate(before: string, after: string, isTitled: boolean): boolean {
    return (
      PRIVATE.test(after) ||
      LABELLED.test(before) ||
      called.test(before) ||
      (before.includes("|") && headed.test(before)) ||
      whoIs.test(after) ||
      relation.test(before.slice(-30)) ||
      (isTitled && /\b[Aa]n? ?$/.test(before))
    );
  }

  /** Whether words around a name say what concerns that person alone. */
  function isSaid(
    text: string,
    start: number,
    end: number,
    before: string,
    after: string,
    hasValue: HasValue,
  ): boolean {
    if (leak.test(before.slice(-60)) || NEXT_DOOR.test(after) || MISTAKEN.test(after) || HELD.test(after)) return true;
    return (
      HOLDER.test(before) &&
      (hasValue(end, end + 120) || text.slice(Math.max(0, start - 200), start).search(theirs) >= 0)
    );
  }

  /** "our surveyor Neil Hathersage", "Mrs Tapp, Parish Office". */
  function isAtJob(before: string, after: string): boolean {
    const [, at = ""] = AT_FIRM.exec(after) ?? [];
    if (at.split(" ").some((word) => firms.has(word.toLowerCase()))) return true;
    return STAFFED.test(after) || ((job.test(before) || jobAfter.test(after)) && !relation.test(before.slice(-30)));
  }

  /** Whether somebody who works for the organisation is spoken of close by, or a way to reach it. */
  function isOfTeam(before: string, after: string): boolean {
    return staff.test(before.slice(-70)) || staff.test(after.slice(0, 50)) || isContact(before);
  }
}

/** Whether a value stands behind its label in such a list. */
function isDumped(text: string, start: number): boolean {
  if (!LABEL.test(text.slice(Math.max(text.lastIndexOf("\n", start - 1) + 1, start - 60), start))) return false;
  if (searched.text !== text) searched = { text, dump: text.search(DUMP) };
  return searched.dump >= 0 && Math.abs(start - searched.dump) < 1500;
}
/** A long list has thousands of labels: it is searched once. */
let searched = { text: "", dump: -1 };

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

/** So close to a name a value is that person's. */
const NEAR = 110;
/** "If all three are right, Mr Tait, …": who is spoken to. */
const isCalled = (before: string, after: string) =>
  /(?:,|\b(?:so|and|but|yes|no|thanks|sorry|please|ok|well))$/i.test(before) && /^(?:,|:|$)/.test(after);

/** "Salt Marsh to Sluice", in quotes: more words than a name. */
const isInTitle = (before: string, after: string) =>
  /["“‘]$/.test(before) && /^[^"”\n]{2,60}["”]/.test(after) && !/^['’]s\b/.test(after);

/** Whether a value that is somebody's own stands close to a name, or in its row of a table. */
function isBesideData(text: string, start: number, end: number, hasValue: HasValue): boolean {
  const row = rowOf(text, start);
  return hasValue(Math.max(0, start - NEAR), end + NEAR) || (row !== undefined && hasValue(...row));
}

/** Longest first, for "sickle cell anaemia" begins with "sickle cell". */
const longestFirst = (phrases: readonly string[]) => phrases.toSorted((a, b) => b.length - a.length);

function matches(text: string, pattern: RegExp, kind: PersonalKind): Found[] {
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ kind, start: index, end: index + found.length }));
}

/** Private people among those who get a copy: each of them sees the addresses of the others. */
export function copiedPeople({ to, cc }: Envelope, source: string, { domains }: Parties): Found[] {
  const recipients = [to, cc].flatMap((header) =>
    header && source.slice(header.start, header.end).includes(header.text)
      ? matches(source.slice(header.start, header.end), EMAIL, "email").map(({ kind, start, end }) => ({
          kind,
          start: header.start + start,
          end: header.start + end,
        }))
      : [],
  );
  const outside = recipients.filter(({ start, end }) => {
    const domain = source.slice(start, end).toLowerCase().split("@")[1]!;
    return ![...domains].some((own) => domain === own || domain.endsWith(`.${own}`));
  });
  // The first in To is whom it is written to; the others see that one's address, and nobody else's need be there.
  return to?.text.includes("@") === true ? outside.slice(1) : outside;
}

/** Whether the message is to the person whose name the address has: "Thanks, Imogen." */
function isGreeted(text: string, local: string): boolean {
  const [, name] =
    /^(?:Thanks|Thank you|Hi|Hello|Hiya|Dear|Morning|Good morning|Good afternoon),? (\p{Lu}\p{L}{2,20})/u.exec(text) ??
    [];
  return name !== undefined && local.includes(name.toLowerCase());
}

/** A name or a nickname, not a role: with a dot, a line or figures in it. */
function isPersonal(local: string): boolean {
  return /[._+\d]/.test(local);
}
