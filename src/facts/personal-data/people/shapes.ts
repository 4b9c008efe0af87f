import { LETTER, LOWER, UPPER } from "../pattern.ts";
import { inTurn } from "../../../ways.ts";

/** How names, numbers and addresses are written, whoever's they are. */
export const NAME = String.raw`(?![${UPPER}]['’]s\b)[${UPPER}](?:[${LOWER}]|['’](?!s\b)){1,20}(?:[- ]?[${UPPER}](?:[${LOWER}]|['’](?!s\b)){1,20})?`;
/** "Mrs Patel", "Mr and Mrs J. O'Neill". */
const TITLED = String.raw`(?:(?:Mr|Mrs|Ms|Dr)\.? (?:and|&) )?(?:Mr|Mrs|Miss|Ms|Mx|Master|Mlle|Mme)\.? (?:[${UPPER}]\.? ?){0,2}${NAME}(?: [${UPPER}][${LETTER}'’-]{1,25})?`;
/** "Ann de Vries", "Tom R. McKay-Hill". */
const FULL = String.raw`[${UPPER}][${LOWER}]{1,15}(?: [${UPPER}]\.?| [${UPPER}][${LOWER}]{1,15})? (?:(?:de|van|von|der|el|al|la|du)[ -]|[${UPPER}]['’]|Mc|Mac)?[${UPPER}][${LOWER}]{1,20}(?:-[${UPPER}][${LOWER}]{1,20})?`;
/** "DEVEREUX, Simone", "Patel, Mrs R", as in a list. */
const SURNAME_FIRST = inTurn([
  String.raw`(?<=(?:^|\n)[ \t>*|-]{0,6}|[|;:] ?)[${UPPER}]{3,20}(?:-[${UPPER}]{2,20})?, (?:(?:Mr|Mrs|Miss|Ms|Dr) )?[${UPPER}](?:[${LOWER}]{1,15})?(?= ?(?:[;|:(–\n£\d-]|$))`,
  String.raw`(?<=\b(?:with|by|[Nn]ame): )[${UPPER}][${LOWER}]{2,20}, [${UPPER}][${LOWER}]{1,15}(?= ?(?:[|\n]|$))`,
  String.raw`(?<=(?:^|\n)[ \t>*|-]{0,6}|[|;:] ?)[${UPPER}][${LOWER}]{2,20}, (?:Mr|Mrs|Miss|Ms) [${UPPER}][${LOWER}]{0,15}`,
]);
export const LISTED_NAME = new RegExp(SURNAME_FIRST, "g");
export const TITLED_NAME = new RegExp(String.raw`(?<![${LETTER}'’])${TITLED}(?![${LETTER}])`, "g");
/** Either of the two. */
export const ANY_NAME = new RegExp(String.raw`(?<![${LETTER}'’])(?:${TITLED}|${FULL})(?![${LETTER}])`, "g");

export const POSTCODE = String.raw`[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}`;
export const EMAIL = /(?<![\w.+@-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}(?<![.-])/g;
/** "ann (dot) lee (at) mail (dot) example", "gus AT mail DOT example". */
export const SPELLED_EMAIL = new RegExp(
  inTurn(/(?<![\w.+@-])/, [
    /[\w.+-]{1,40} ?[([](?:at|@)[)\]] ?[\w-]{1,40}(?:\.[\w-]{2,20}){1,4}/,
    /[\w.+-]{1,40}(?: ?[([](?:dot|\.)[)\]] ?[\w+-]{1,40}){0,3} ?(?:[([](?:at|@)[)\]]|(?<= )AT(?= )|(?<= )at(?= [\w-]{1,40} dot )) ?[\w-]{1,40}(?: ?(?:[([](?:dot|\.)[)\]]|(?<= )(?:DOT|dot)(?= )) ?[\w-]{2,20}){1,4}/,
  ]),
  "g",
);
export const PHONE =
  /(?<![\w£.,/-])(?:\+\d{1,3}[ .-]?(?:\(0\)[ .-]?)?|00\d{2}[ .-]?|\(?0)(?:[ ().\n-]{0,2}\d){8,11}(?![\d£])/g;
