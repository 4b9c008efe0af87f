import type { Range } from "../../../model.ts";
import { EXAMPLE, textAfter, textBefore } from "../context.ts";
import { LETTER, LOWER, shortlyBefore, UPPER } from "../pattern.ts";
import { isDumped } from "./dump.ts";
import { type Found, type IsWord, matches, type Parties } from "./model.ts";
import { POSTCODE } from "./shapes.ts";
import { any, OURS, type Owners, TO_ANOTHER } from "./whose.ts";
import type { PeopleWords } from "./words.ts";
import { anyOf, inTurn } from "../../../ways.ts";

const HAS_POSTCODE = new RegExp(POSTCODE);
/** Above a greeting stand the writer's address and the reader's own. */
const IS_GREETED_BELOW = /\n[ \t>]{0,4}(?:Dear|Hello|Hi)\b/;
/** "Gwilym Ashdown, ", "Mr Beddoes\n": who lives there stands right before. */
const NAMED_HERE = new RegExp(
  String.raw`(?:(?:Mr|Mrs|Miss|Ms|Mx|Dr)\.? |[${UPPER}][${LOWER}]{1,15} )(?:[${UPPER}](?:[${LOWER}]|['’](?!s )){0,15}\.? ){0,2}([${UPPER}][${LETTER}'’-]{1,25})(?:['’]s)?(?:,| at| from|,? of|, (?:who )?lives at)? ?$`,
);
/** A first name and a surname before the number of a house, or before "of Rose Cottage". */
const BEFORE_PLACE = new RegExp(
  String.raw`^(?:(?<title>(?:Mr|Mrs|Miss|Ms|Mx|Dr)\.? )?(?<first>[${UPPER}][${LOWER}]{0,15})\.? )?(?<surname>[${UPPER}][${LETTER}'’-]{1,25})(?:, (?=\d|The )| (?:of|at) (?=[${UPPER}\d]))`,
);
/** The heading of a column of homes. */
const HOME_HEADING = /^\s*(?:home|lives|moved to|moving to|new home|forwarding|private address)\b[^|\n]{0,30} /i;
/** "We delivered to 44 Church Lane instead". */
const DELIVERED = shortlyBefore(30, [/(?:re)?delivered|went|sent|posted|taken|dropped/]);
const ELSEWHERE = /^,? (?:instead|by mistake|in error|not (?:yours|you|to you))\b/;
const YOUR_HOME = anyOf([
  /\b(?:we|we['’]ve|we have|i) (?:have )?(?:now )?(?:moved|relocated) to\b[^.!?\n]{0,20}$/,
  // Whom the reader complains of the reader knows.
  /\byour (?:complaint|report|letter|e-?mail|message|call)s? (?:about|of|on|that)\b[^.!?\n]{0,40}$/,
  /\b(?:to|with) you at\b[^.!?]{0,12}$/,
  // "when you moved to"
  /\b(?:moved you|you (?:live|lived|moved|rent|own|bought|sold))\b[^.!?]{0,25}$/,
  // "the meter at your old property"
  /\byour (?:\w+ )?(?:address|home|house|flat|property|meter|supply|garden|tenancy)\b[^.!?\n]{0,25}$/,
  /\byou(?:['’]ve| have)? (?:moved|left)\b[^.!?\n]{0,25}$/,
]);
/** "your order to": in public the reader's home is a leak. */
const YOUR_THING = /\byour (?:order|parcel|delivery|post)\b[^.!?\n]{0,30}$/i;
/** "…, is our new clinic". */
const IS_OURS = /^,? (?:is|was|will be) (?:now )?our\b/i;
/** "close Mill Hill from 27 Sallow Road to 81 Hide Street": a length of road. */
const isStretch = (before: string, after: string): boolean =>
  STRETCH_ENDS.test(before) || (STRETCH_BEGINS.test(before) && /^ to \d/.test(after));
const ROADWORKS = String.raw`\b(?:clos|shut|dig|repair|resurfac|works?\b|pav)[^.!?\n]{0,60} from`;
const STRETCH_BEGINS = new RegExp(`${ROADWORKS} ?$`, "i");
const STRETCH_ENDS = new RegExp(String.raw`${ROADWORKS} (?:number |no\.? ?)?\d[^.!?\n]{3,40} to ?$`, "i");
/** What is planned for a site is public. */
const PLANNED =
  /\b(?:appl(?:y|ied|ies|ying) (?:for planning|to (?:build|convert|extend|demolish|change|put up|add))|planning (?:application|permission)|application (?:for|to) (?:build|convert|extend|demolish))/i;
/** "8 Cuckoo Rise have applied to build": said behind it. */
const ARE_PLANNING = /^ (?:have|has) applied (?:for planning|to (?:build|convert|extend|demolish|change|put up|add))\b/;
/** The heading of a column or a row of places of business. */
const WORKPLACES =
  /^[ \t]*\| ?(?:our )?(?:shops?|stores?|branch(?:es)?|offices?|depots?|sites?|centres?|clinics?|surger(?:y|ies)|venues?|schools?|librar(?:y|ies)|pharmac(?:y|ies)|hubs?)\b/im;
/** "…, which is your ex-husband's flat". */
const WHOSE = new RegExp(
  inTurn(
    /^[*"”’)]{0,3}[,:;]? /,
    [
      /(?:is|was) (?:owned|rented|occupied|let|bought|sold) (?:by|to)/,
      "which is",
      "where",
      /that['’]s/,
      /(?:is|was) where (?!you\b)/,
      /(?:is |was )?the (?:home|house|flat|address) (?:of|for|that)/,
    ],
    /\b/,
  ),
  "i",
);
const LIVES = shortlyBefore(40, [
  // Where a parcel went.
  /signed for(?: (?:it|your \w+))? at|(?:left|delivered)(?: it| your \w+)? (?:with|at)/,
  /next door(?: at|['’]s)?|wrong (?:house|address|flat|door|home)|writes from/,
  /(?:owners?|occupiers?|occupants?|people|family|couple) (?:of|at)|(?:owner|keeper|finder|tenant|occupier) at/,
  /(?:his|her|their) (?:old |new |last |other )?(?:place|home|house|flat|address)/,
  // Where it should have gone.
  /both of|meant for|forward(?:ed|ing)? (?:it |them |on )?to|should go (?:on )?to/,
  /visited|lives?|living|staying|moved|moves/,
  // Whose noise it is, or who heard it.
  /(?:noise|smell|smoke|music|barking|nuisance|complaints?|objections?|reports?|call|allegations?)(?: \w+){0,2} (?:from|at|by)/,
  "household at",
  "reported from",
  /complained (?:of|about)/,
  /subject of (?:the )?(?:report|complaint)/,
  /(?:source|premises|property complained of|last known address|address of (?:the )?\w+)(?=\W{1,4}$)/,
  /(?:owner|finder|keeper|buyer|seller|keyholder|witness|driver) (?:is |lives |was )?at|(?:in error|by mistake) (?:to|at)|in an envelope (?:for|to)/,
  /home address|forwarding address|address is|people at|resident (?:at|of)|occupier of|belongs? to|registered to/,
]);

/** Where somebody may live, and whether it is somebody else's home. */
export interface HomeFinder {
  readonly places: (text: string) => Found[];
  readonly isHome: (text: string, place: Range, parties: Parties) => boolean;
}

export function createHomeFinder(words: PeopleWords, owners: Owners, isWord: IsWord): HomeFinder {
  const { firms, notNames, staffIn } = owners;
  /** Firms and their departments. */
  const offices = new Set([...firms, ...words.mailboxes]);
  const streets = any(words.streets);
  const anyStreet = new RegExp(` (?:${streets})`);
  const named = String.raw`[${UPPER}][${LETTER}'’-]{1,20}(?: (?:(?:y|of|on|the|in) )?[${UPPER}][${LETTER}'’-]{1,20}){0,2}`;
  const flat = String.raw`(?:(?:Flat|Apartment|Apt|Unit) ?\w{1,4},? )?`;
  const numbered = String.raw`(?:[Nn]umber |[Nn]o\.? )?\d{1,4}[A-Za-z]?(?:-\d{1,4})?,? `;
  const toPostcode = String.raw`(?:(?:, ?|,?\n[ >]{0,4})(?:near )?${named}){0,3}(?:,? |,?\n[ >]{0,4})${POSTCODE}`;
  const street = String.raw`(?:${numbered}|[${UPPER}][${LOWER}]+ (?:House|Cottage|Farm|Lodge|View|Villa|Tower|Point|Heights),? )(?:[${UPPER}][${LETTER}'’-]{1,20} ){1,3}(?:${streets})(?![${LETTER}])`;
  const inStreet = new RegExp(
    String.raw`(?<![${LETTER}\d])${flat}${street}(?:,? ${named}){0,2}(?:,? ${POSTCODE})?`,
    "g",
  );
  const withPostcode = new RegExp(
    String.raw`(?<![${LETTER}\d])(?:${flat}(?:${named}, )?${numbered}${named}${toPostcode}|${flat}(?:The )?${named}(?:, ?|,?\n)(?:near )?${named}${toPostcode})`,
    "g",
  );
  /** "Station Road" is a street, the "Station" is none. */
  const isPublicPlace = new RegExp(
    String.raw`\b(?:${any(words.publicPlaces)})\b(?! (?:Road|Rd|Street|St|Lane|Avenue|Close|Hill|Terrace|Square|Way|Drive|View|Row|Walk|Court|Gardens|Crescent|Parade|Approach|Mews|Park|Yard|Place)\b)`,
  );
  /** "Hill Street Methodist Hall, ". */
  const endsInPublicPlace = new RegExp(
    String.raw`(?<=[A-Z][a-z]+ )(?:${any([...words.publicPlaces, ...words.places.map((word) => word[0]!.toUpperCase() + word.slice(1))])}), ?$`,
  );
  /** "send it to our depot at", "the agency in". */
  const isPlace = shortlyBefore(50, [any(words.places), /works? (?:at|on)/]);

  return { places, isHome };

  /** Without the name before it: "Gwilym Ashdown, 2 Heol y Frân". */
  function places(text: string): Found[] {
    const whole = HAS_POSTCODE.test(text) ? matches(text, withPostcode, "postal-address") : [];
    const parts = anyStreet.test(text) ? matches(text, inStreet, "postal-address") : [];
    const apart = parts.filter((part) => !whole.some(({ start, end }) => start < part.end && end > part.start));
    return [...whole, ...apart].map(({ kind, start, end }) => {
      const { 0: name = "", groups = {} } = BEFORE_PLACE.exec(text.slice(start, end)) ?? {};
      return { kind, start: isName(groups) ? start + name.length : start, end };
    });
  }

  /** A title or a first name tells "Mr Wren" and "Tobias Wren" from a house. */
  function isName({ title, first = "", surname = "" }: Record<string, string | undefined>): boolean {
    if (surname === "" || /^(?:House|Court|Hall|Tower|Lodge|Cottage)$/.test(surname)) return false;
    const isGiven = first.length > 1 && isWord(first) && !isWord(first.toLowerCase());
    return title !== undefined || isGiven || !isWord(surname.toLowerCase());
  }

  function isHome(text: string, { start, end }: Range, parties: Parties): boolean {
    const before = textBefore(text, start);
    if (isDumped(text, start)) return true;
    const after = text.slice(end, end + 60);
    if (isStretch(before, after)) return false;
    const [head = ""] = text.slice(start, end).split(/[,\n]/, 1);
    if (EXAMPLE.test(before) || /\bfreepost\b/i.test(before) || isPublicPlace.test(text.slice(start, end)))
      return false;
    if (!/^\d/.test(head) && head.split(" ").some((word) => offices.has(word.toLowerCase()))) return false;
    if ((HOME_HEADING.test(before) && before.includes("|")) || owners.isLabelled(before)) return true;
    if (/\bSt\.? [A-Z][a-z]+['’]?s?,$/.test(before) || IS_OURS.test(text.slice(end, end + 20))) return false;
    if (isOfNamed(before, parties)) return staffIn(before.slice(-60)).length === 0;
    if (!owners.isOfAnother(before, parties) && !/\|.*\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+ *\|/u.test(before.slice(-80))) {
      if (PLANNED.test(before) || ARE_PLANNING.test(after)) return false;
      if (before.includes("|") && WORKPLACES.test(text.slice(Math.max(0, start - 400), start))) return false;
    }
    const place = LIVES.test(before) || (parties.isPublic && YOUR_THING.test(before)) ? null : isPlace.exec(before);
    // "collect it from the buyer at", but not "the landlord's agent is at".
    if (place && !owners.tellsOfAnother(place[0]) && !TO_ANOTHER.test(place[0])) return false;
    if (parties.isPublic) return true;
    if (YOUR_HOME.test(before) || OURS.test(before) || endsInPublicPlace.test(before)) return false;
    return (
      // Where a postcode stands, somebody is to find the place; what is no office by now is a home.
      (HAS_POSTCODE.test(text.slice(start, end)) && !IS_GREETED_BELOW.test(text.slice(end, end + 1500))) ||
      LIVES.test(before) ||
      (DELIVERED.test(before) && ELSEWHERE.test(text.slice(end, end + 15))) ||
      owners.tellsOfAnother(before) ||
      owners.isOfAnother(before, parties) ||
      owners.isOfOther(after) ||
      (WHOSE.test(text.slice(end, end + 30)) && owners.isOfAnother(textAfter(text, end), parties))
    );
  }

  function isOfNamed(before: string, { names: known }: Parties): boolean {
    const surname = NAMED_HERE.exec(before)?.[1]?.toLowerCase();
    return surname !== undefined && !known.has(surname) && !notNames.has(surname) && !firms.has(surname);
  }
}
