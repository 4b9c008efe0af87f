import { LETTER } from "../pattern.ts";
import { MISTAKEN } from "./emails.ts";
import type { HasValue } from "./model.ts";
import { Terms } from "./terms.ts";
import type { Owners } from "./whose.ts";
import type { PeopleWords } from "./words.ts";
import { anyOf, inTurn, oneOf, ways } from "../../../ways.ts";

/** Where a name stands: the text, its place in it, and the words of its sentence on both sides. */
export interface Spot {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
  readonly isTitled: boolean;
}

/** What people in their own lives have, do or are, said right behind their name. */
const DOES = ways([
  /shares?|has lived|lived|lives|owns|owes|owed|rents|parked|moved (?:out|in|away)/,
  /died|passed away|is recovering|is allergic/,
  /signed|complained|reported|nominated|objected|told (?:us|our|reception|the)|says (?:s?he|they)/,
  /has made (?:his|her)|made (?:his|her) own|holds licence|has been given|is in arrears|both of|off (?:the|your)/,
  // "is also named on", "was still listed"
  /(?:is|was) (?:still |also |now )?(?:joint|named|listed|shown|registered)\b/,
  // "at Dunlin Logistics had the same fault"
  /(?:at [A-Z][\w'’&]+ (?:[A-Z][\w'’&]+ )?)?(?:has|had|reported|saw) the (?:same|very same) (?:problem|issue|fault|error|trouble|thing|bug)/,
  // "was the only neighbour who"
  /(?:is|was) the (?:first |only |other )?(?:person|one|neighbour|tenant|customer|man|woman|lady) (?:who|to|that)/,
  /(?:is|was|are|were) (?:also |now |still )?(?:disputing|claiming|objecting|suing|moving|renting|buying|contesting|appealing|complaining)/,
  // Where they live.
  /at the (?:corner|house|flat|end)|of (?:flat|number|no\b)|from (?:the )?(?:top|ground|first|second|third|flat|number|no\b|next)/,
]);
/** "Tom Reddish (flat 4)", "Ann Lee's, and not yours", "the Fords have complained". */
const PRIVATE_AFTER = anyOf([
  /^ (?:his|her) (?:half|share|part|deposit|refund|money|wages|card|keys?|parcel|letter)\b/,
  /^ ?\((?:flat|no\.?|number|room|bed|unit|apt|house|upstairs|downstairs|next door) ?\d*\w?\)/,
  /^ goes home\b/,
  /^['’]s,? (?:and |but )?not yours/,
  /^ and you\b|^ that (?:his|her|their)\b/,
  // ", the lady opposite"
  /^, the (?:man|woman|person|people|lady|couple) (?:you|whose|next door|opposite|above|below)\b/,
  // "and Joan Lee have both objected"
  inTurn(/^(?: and [A-Z][a-z]{1,15} [A-Z][a-z]{1,20})? (?:has|have) /, [
    /(?:seen|signed) your\b/,
    /asked (?:to be|us to (?:remove|take|stop|cancel|add))/,
    "cancelled",
    "refused",
    /been (?:taken off|removed from|added to|named|listed|registered|rehoused|evicted|charged)/,
    /(?:\w+ )?(?:complained|objected|reported|moved|died|appealed|applied|bid|withdrawn|divorced|separated)\b/,
  ]),
  // "and Mr Lee have also bid", ", in the flat below, has"
  /^ and (?:Mr|Mrs|Miss|Ms|Mx) [A-Z][\w'’-]{1,20} (?:have|are|were) (?:also|both|each)\b/,
  /^, (?:in|at|of|from) the (?:flat|house|room|bed) (?:above|below|opposite|behind|next door|upstairs|downstairs),/,
  new RegExp(String.raw`^,? (?:now |still |also |since )?(?:${DOES})`),
]);
/** "'s new": between a name and what somebody has of their own. */
const OF_THEIRS = /^['’]s (?:new |old |last |late |test |blood |medical |bank |private |home )?/i;
/** What leads to the name of somebody in their own life. */
const LEADS = ways([
  /the late|you and|(?:covers?|was|were|is|are|between|names?|lists?) you,/,
  // Whose a thing is.
  /billed to|charged to|linked to|held by|owned by|let to|rented to|(?:rented|occupied|used|booked|paid|made|sent|posted|left|driven|ordered|claimed|parked) by|belongs? to|registered to|in the name of/,
  /(?:named|tenant|tenants|living|sharing|joint) with|shar(?:e|es|ed|ing) an? [a-z]+ with|same (?:name|surname|birthday) as|joint(?:ly| names?) with/,
  /handed (?:it )?to|shows as|traced (?:that )?to|(?:names?) (?:on|in) [^.:\n]{0,30}(?:is|are)|found (?:your|the) [a-z]+ is/,
  /(?:sister|brother|son|daughter|mother|father) of|(?:pass(?:es|ed)|transfer(?:s|red)?|moves?|moved|goes) from/,
  /(?:dispute|argument|row|quarrel|agreement|account|tenancy|policy|mortgage|loan) with|(?:bequest|legacy|gift|loan) to/,
  /(?:person|neighbour|customer|caller|driver|cyclist|motorist|buyer|seller|lady|one|man|woman|tenant|resident|boy|girl|child|pupil|student|parent|member|guest) who [a-z]+(?: [A-Za-z]+){0,3} (?:is|was)/,
  // "gave your slot to"
  /your (?:[a-z]+ )?(?:slot|place|seat|room|table|tickets?|parcel|order|refund|details|address|keys?|bag|post|mail|bed|booking) (?:to|with)/,
  /(?:patient|person|guest|passenger|resident|man|woman|lady|gentleman|child) (?:in|at|from|on) (?:the )?(?:next )?(?:bed|seat|room|flat|table|cubicle|unit|no|number|door|house)(?: \w{1,4})?,/,
  /customer|holder|vendor|occupier,|beneficiary|previous owner|new owner\?|wanted for/,
  /named driver(?: pls| please)?:|guarantor \(|attorneys[^:\n]{0,30}:|i\.c\.e\.? –/,
  // Who did it.
  /signed for by|caused by|(?:found|bought|damaged|hit|handed in|brought in|stolen|witnessed) by|picked up (?:from [a-z]+ )?by/,
]);
/** "Emergency contact (daughter):", "three neighbours:", "the new owner is" right before a name. */
const PRIVATE_BEFORE = anyOf([
  /\b(?:two|three|four|five|other) (?:people|others|neighbours|tenants|customers|residents|objectors|witnesses|members|bidders|names)\b[^.:\n]{0,50}: ?$/,
  // "the driver of the red van was"
  /\b(?:driver|owner|keeper|occupier|tenant|holder|buyer|seller) of (?!(?:the |our |your )?(?:bus|coach|train|tram|company|firm))[^.!?,\n]{1,30} (?:is|was) ?$/,
  /\b(?:does it say|it says|(?:came|comes|shows?|showed) up as) ?$/i,
  // "She’s called", "the other woman in the queue was"
  /\b(?:[Ss]?[Hh]e|[Tt]hey)(?:['’](?:s|re)| is| are) (?:called|named) ?$|\bother (?:woman|man|person|lady|gentleman|customer|guest|boy|girl|child|pupil|student|party)\b[^.,!?\n]{0,30} (?:is|was) ?$/,
  /\b(?:[Nn]umber|[Nn]o\.?|[Ff]lat|[Rr]oom) \d+\w?,? \($/,
  new RegExp(String.raw`\b(?:${LEADS})(?: (?:Dr|Prof|Rev|Sir|Dame)\.?)? ?$`),
]);

/** "Miss R. Quennell's spa visit", but not "Mr Quist's clinic". */
const WORK = ways([
  oneOf("clinic surgery team office department class list lecture talk book novel film play ward secretary lesson"),
  oneOf("course session report reply assistant colleague shop school advice room desk line direct address name"),
  oneOf("permission consent help speech diary"),
]);
const OWNS = new RegExp(String.raw`^['’]s (?!(?:[a-z-]+ )?(?:${WORK})\b)[a-z]`);
/** ", before you, is": between somebody and the name. */
const CALLED =
  /^(?: (?:(?:before|after|above|below|opposite|behind|beside|next to) you|(?:up|down)stairs|next door|opposite|involved|concerned))?(?:,| is| was| named| called|:| \()? ?$/i;
/** ", our", "is one of the", " (": before what somebody is. */
const WHO_IS = /^(?:,? (?:is |was |as )?(?:an?|another|one of (?:our|the|your)|the|your|his|her|their) | \()/i;
/** The headings over a cell with a name: "Permit holder |", "Tenant's name |". */
const HOLDERS = anyOf([
  /^\s*(?:(?:permit|policy|account|card|pass|licence|ticket|badge|key|blue badge)[ -]?)?(?:holder|occupant|occupier|keeper)s?\s[^\n]*\|\s*$/i,
  /^\s*(?:permit|policy|account|card|licence)[ -]?holders?\s+\|?\s*$/,
]);
const NO_HEADING = /^(?:(?:owner|user|partner|visitor)s?\b|members? of)/i;
const HEADING_ENDS = /^(?:['’]s)?(?: name)?\s[^\n]*\|\s*$/i;
/** What a form calls the value right behind. */
const LABEL =
  /(?:^|\n|[(;])[ \t>*-]{0,6}([A-Za-z][A-Za-z -]{1,40})(?<=[A-Za-z])(?![A-Za-z])[^.:\n]{0,25}(?:[:–-]|holder) ?\*{0,2}$/i;

/** Who is near, or what they did: right behind a name. */
const NEXT_DOOR = new RegExp(
  String.raw`^,? (?:${ways([
    /next door|(?:up|down)stairs|opposite(?= (?:you|has|is|who|whose)\b)/,
    /(?:across|over) the (?:road|street|hall|landing|fence|way)/,
    // "in flat 4", "of 12", "from the next"
    /in (?:the )?(?:flat|house|room|unit|number|no)\b|of \d|(?:from|at) (?:flat|number|no|the next|the other)/,
    /who (?:lives|rents?|rented|owns?|owned|parks?|parked|shares?|shared|bought|sold|objects?|objected|claims|won|complained|has|had|lost|owes|(?:told|reported|said|saw|made|asked|rang|called)\b)/,
    /signed for|whose|and (?:her|his|their) |(?:rang|called) (?:us|to|about)\b|(?:asked|told|wrote to) us\b/,
  ])})`,
  "i",
);
/** Data in brackets beside the name, or a label and a value. */
const HELD = anyOf([/^,? ?\(?(?:born|d\.?o\.?b)\b/, /^,? ?\((?:nhs|ni\b|nino|[\w.+-]{1,40}@|07|\+44)/]);
/** A label on the line above a name, in a list of somebody's details. */
const HOLDER =
  /(?:^|\n)[ \t>*-]{0,6}(?:account holder|name|full name|policy ?holder|payee|patient|tenant|keeper|driver)[ \t:*]{0,4}$/i;

/** What went to, is about or was done to somebody. */
const LEAK = new RegExp(
  String.raw`(?<![${LETTER}])(?:${ways([
    /another (?:customer|patient|tenant|resident|member|passenger|client)|other (?:customer|patient|tenant|resident|party|driver)/,
    // Where something went.
    "wages for",
    inTurn(
      [
        /(?:charged|billed|booked|reserved) for/,
        oneOf("booked moved registered enrolled admitted charged credited"),
        "booked with",
        /(?:rings?|rang|calls?|called|asks|asked|looking)(?: you| us)? for/,
        "emailed",
        "phoned",
        "written to",
        "wrote to",
        /copied(?: in)?/,
      ],
      /(?= ?$)/,
    ),
    /(?:went|gone|going|goes|let|offered|allocated|awarded|sold|issued|belongs|belonged) to/,
    /(?:dispensed|prescribed|made out|meant) (?:to|for)/,
    // "the letter for", "your account and the details of"
    inTurn(
      [
        /accounts?/,
        /letters?/,
        /files?/,
        "record",
        "records",
        /statements?/,
        /parcels?/,
        /results?/,
        /claims?/,
        /complaints?/,
        /cases?/,
        "details",
        "papers",
        /bills?/,
        /invoices?/,
        "medication",
        /prescriptions?/,
        /tests?/,
        /forms?/,
        /payments?/,
        /cheques?/,
        /deposits?/,
        "data",
        /emails?/,
        /reports?/,
        /names?/,
        /payslips?/,
        "notes",
        "arrears",
        /debts?/,
        /balances?/,
      ],
      " ",
      [oneOf("of for from about"), "belonging to", "meant for", "addressed to", "sent to", "to", "by", "on"],
      /(?: you and)?/,
    ),
    /(?:is|was|are|were) (?:about|for|from|meant for)|like (?:the )?(?:one|that) (?:of|from)/,
    // "mixed up with"
    /(?:(?:that|those|the one) of|(?:mixed|joined|linked|combined|paired|muddled|confused|swapped|merged|switched)(?: up)? with)(?= ?$)/,
    /next door|next to|(?:complaint|allegation|objection)s?\b[^.!?]{0,30}\b(?:by|from)/,
    /(?:half|share|rest|house|estate|everything|money) to|(?:had|have|has) to tell|inform(?:ed)?/,
    // "let the flat to"
    /(?:let|sold|rented|gave|awarded|offered|allocated) (?:the|your|his|her|a|this|that) (?:[a-z]+ ){1,2}to(?= ?$)/,
    // What the writer did.
    /(?:asked|refused|turned down|evicted|fined|banned|prosecuted|sued|rehoused|refunded|overcharged|told|given|sent|rung|shared (?:it )?with|spoke to|heard from|complained about|reported)/,
    /apprentice:?|customer:|patient:|tenant:|bailiff to|sent the bailiff to/,
  ])})(?![${LETTER}])`,
  "i",
);

/** Tells whether a name is that of somebody in their own life, who is no party to the message. */
export interface PrivateLives {
  /** "Name: …", "the occupier, Ms …", "… 's parcel". */
  readonly isPrivate: (spot: Spot) => boolean;
  /** Whether words around a name say what concerns that person alone. */
  readonly isSaid: (spot: Spot, hasValue: HasValue) => boolean;
  /** "our customer,", "your neighbour is". */
  readonly isCalled: (before: string) => boolean;
}

export function createPrivateLives(words: PeopleWords, { relations, kin, tellsOfThem }: Owners): PrivateLives {
  const belongings = new Terms(words.belongings);
  const labels = new Set(words.nameLabels);
  const isCalled = (before: string) => [...kin.in(before)].some(({ end }) => CALLED.test(before.slice(end)));

  function isHeaded(before: string): boolean {
    if (HOLDERS.test(before)) return true;
    const start = before.length - before.trimStart().length;
    const end = NO_HEADING.test(before.slice(start)) ? undefined : kin.endAt(before, start);
    return end !== undefined && HEADING_ENDS.test(before.slice(end));
  }

  /** "'s old tenancy". */
  function hasOwn(after: string): boolean {
    const [lead] = OF_THEIRS.exec(after) ?? [];
    return lead !== undefined && belongings.endAt(after, lead.length) !== undefined;
  }

  /** ", our next door neighbour": who somebody is, said behind the name. */
  function isSomebody(after: string): boolean {
    const [lead] = WHO_IS.exec(after) ?? [];
    if (lead === undefined) return false;
    const [word = ""] = /^[\w-]+ /.exec(after.slice(lead.length)) ?? [];
    return [lead.length, lead.length + word.length].some((start) => kin.endAt(after, start) !== undefined);
  }

  /** "New freeholder for your flat": who somebody is, at the head of a label. */
  const isSomebodyAt = (said: string) => {
    const [lead] = /^(?:(?:your|our|the) )?(?:(?:new|old|other|previous|former|current|last) )?/i.exec(said)!;
    return kin.endAt(said, lead.length) !== undefined;
  };

  /** "Emergency contact (daughter):": the first words of the label are known. */
  function isLabelled(before: string): boolean {
    const [, said = ""] = LABEL.exec(before) ?? [];
    const heads = said.toLowerCase().split(" ");
    return isSomebodyAt(said) || heads.some((_, at) => labels.has(heads.slice(0, at + 1).join(" ")));
  }

  return {
    isPrivate: (spot) =>
      PRIVATE_AFTER.test(spot.after) ||
      hasOwn(spot.after) ||
      PRIVATE_BEFORE.test(spot.before) ||
      isLabelled(spot.before) ||
      isCalled(spot.before) ||
      (spot.before.includes("|") && isHeaded(spot.before)) ||
      isSomebody(spot.after) ||
      relations.isIn(spot.before.slice(-30)) ||
      (spot.isTitled && (/\b[Aa]n? ?$/.test(spot.before) || OWNS.test(spot.after))),
    isSaid: (spot, hasValue) =>
      LEAK.test(spot.before.slice(-60)) ||
      relations.isIn(spot.before.slice(-60)) ||
      NEXT_DOOR.test(spot.after) ||
      MISTAKEN.test(spot.after) ||
      HELD.test(spot.after) ||
      (HOLDER.test(spot.before) &&
        (hasValue(spot.end, spot.end + 120) ||
          tellsOfThem(spot.text.slice(Math.max(0, spot.start - 200), spot.start)))),
    isCalled,
  };
}
