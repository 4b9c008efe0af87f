import { textAfter, textBefore } from "../context.ts";
import { shortlyBefore } from "../pattern.ts";
import { isDumped } from "./dump.ts";
import { type Found, matches, type Parties } from "./model.ts";
import { PHONE } from "./shapes.ts";
import { DISOWNED, OURS, type Owners, TO_ANOTHER } from "./whose.ts";
import { anyOf, inTurn, oneOf } from "../../../ways.ts";

/** Lines of firms and of the state: 03, 08, 09, and those of three figures. */
const PUBLIC_LINE = /^(?:(?:\+|00)44\D{0,2}|(?!\+|00))[\s(]{0,2}0?[389]/;
const MOBILE = /^(?:0|\D{0,2}44\D{0,5})7/;
/** "4929 4212 3460": no phone is written in fours. */
const IN_FOURS = /^\d{4}(?: \d{4}){2,}/;
/** Whoever the customer may ring. */
const THEIR_PHONE = anyOf([
  // "he answers on"
  /\b(?:s?he|they) (?:answers?|is|are|works?|can be reached) (?:on|at) ?\(?$/,
  // "Owner: ", "leave with no. 9 ("
  inTurn(
    /(?:^|\n)[ \t>*-]{0,6}/,
    [
      oneOf("owner buyer seller vendor finder neighbour tenant lodger landlord keyholder witness complainant"),
      "next of kin",
      "emergency contact",
      "other driver",
    ],
    /(?:['’]s)?(?: (?:tel|phone|mobile|number|no))?[.: –-]{1,3}$/,
  ),
  /\b(?:with|w\/|at|from) (?:no\.?|number|flat) ?\d{1,4}\w?,? ?\(?$/,
  // "Mr Okafor at home on", but not "I am at home on"
  /(?<!\b(?:I am|I[’']m|me|us) [^.!?\n]{0,60})\bat home on ?$/,
  // "she says to text"
  /\b(?:s?he|they) (?:says?|said|asks?|asked|wants|prefers) (?:us |you |me )?(?:to )?(?:text|ring|call|phone|use|try)\b[^.!?\n]{0,20}$/,
  // "his mobile is"
  /\b(?:his|her|their) (?:[a-z]+ )?(?:mobile|phone|number|telephone|landline)\b[^.!?\n]{0,25}$/,
]);
/** A line that many answer, whatever it is for. */
const HELPLINE =
  /\b(?:leave (?:word|a message)(?: with us)? on|helpline|hotline|switchboard|(?:fault|help|advice|booking|enquiry|emergency|office|support|service|claims|order) line)(?: is|:)? ?$/i;
/** "our members' line is open until eight on". */
const OUR_LINE = shortlyBefore(80, [
  /our (?:[\w'’-]+ ){0,3}(?:line|phone|number|helpline|hotline|desk|team|office|switchboard|mobile)s?/,
]);
/** "Delyth will phone you on Monday. Until then she is on", "ring her on": somebody at work. */
const CALLS_YOU =
  /\bwill (?:gladly |happily )?(?:phone|ring|call|contact|see|meet|visit|help) you\b[^\n]{0,150}\b(?:s?he is on|(?:ring|call|phone|text) (?:him|her) on|[Hh](?:is|er) number is) $/;
/** "The case officer is Fay Lund. You can reach her on". */
const REACHES = /\b(?:please|you (?:can|may|could)) (?:reach|ring|call|phone|contact) (?:him|her|them) on $/i;
/** Whoever's it is, it is answered at work. */
const DIRECT_LINE = shortlyBefore(25, [/direct (?:line|dial|number)|extension|switchboard/]);
/** "Dee Khan, Lettings, ". */
const SIGNED_BY = new RegExp(
  inTurn(
    /(?:^|\n)[ \t>*-]{0,4}[A-Z][\w'’ .-]{2,40}[,|] ?[\w ]{0,30}\b/,
    [
      oneOf("Lettings Repairs Sales Support"),
      /Services?/,
      oneOf("Team Office Housing Claims Planning Billing Accounts Care Relations Reception Bookings Admin HR"),
      oneOf("Payroll Finance Complaints Manager Adviser Officer Department Unit Desk"),
    ],
    /[,|:]? ?$/,
  ),
);
/** What follows a number says whose it is. */
const OF_THAT_ONE = anyOf([
  // ", that's the lady upstairs", ", which is his"
  /^,? (?:that['’]s|it['’]s|which is) (?:the (?:lady|man|chap|woman|neighbour|couple)|his|her|their)\b/,
  // ", she works nights"
  /^[^.!?\n]{0,30}(?:: |, )(?:s?he) (?:works|won['’]t|is|does)\b/,
]);
/** "07700 900274 for Leanne Coyle". */
const FOR_SOMEBODY = /^ (?:for|under|as) (?:(?:Mr|Mrs|Miss|Ms) )?\p{Lu}/u;
const YOUR_PHONE = shortlyBefore(15, [
  /your (?:\w+ )?(?:mobile|phone|telephone|number|landline|line)/,
  /you (?:on|at)/,
]);

/** Makes the finder of phone numbers of somebody else. */
export function createPhoneFinder(owners: Owners): (text: string, parties: Parties) => Found[] {
  return (text, parties) =>
    /\d/.test(text)
      ? matches(text, PHONE, "phone").filter(
          ({ start, end }) => isPrivateLine(text.slice(start, end)) && isOfSomebody(text, start, end, parties),
        )
      : [];

  function isOfSomebody(text: string, start: number, end: number, parties: Parties): boolean {
    const { isPublic } = parties;
    const before = textBefore(text, start);
    const next = text.slice(end, end + 60);
    if (isDumped(text, start)) return true;
    const isMobile = MOBILE.test(text.slice(start, end));
    if (OUR_LINE.test(before) && !TO_ANOTHER.test(before)) return false;
    if (isPublic && isMobile) return !OURS.test(before);
    if (owners.isOfStaff(text, start) || HELPLINE.test(before) || SIGNED_BY.test(before) || DIRECT_LINE.test(before))
      return false;
    const near = text.slice(Math.max(0, start - 200), start);
    if (!isMobile && (CALLS_YOU.test(near) || (REACHES.test(near) && owners.staffIn(near).length > 0))) return false;
    if (
      owners.isLabelled(before) ||
      THEIR_PHONE.test(before) ||
      owners.isPossessed(before) ||
      DISOWNED.test(text.slice(end, end + 110))
    )
      return true;
    if (OF_THAT_ONE.test(next) || owners.isOfOther(next)) return true;
    if (owners.isContact(before)) return false;
    if (isMobile && owners.isOfNamedNear(before, parties)) return true;
    if (FOR_SOMEBODY.test(next) && owners.isOfNamedNear(next.slice(0, 40), parties)) return true;
    if (OURS.test(before)) return false;
    if (isPublic) return true;
    if (YOUR_PHONE.test(before)) return false;
    return (
      owners.isOfAnother(before, parties) ||
      owners.tellsOfAnother(before) ||
      (isMobile && owners.relations.isIn(textAfter(text, end)))
    );
  }
}

/** As many figures as a number has, and none of a firm's or a card's. */
function isPrivateLine(written: string): boolean {
  const figures = written.replace(/\D/g, "").replace(/^00/, "").length;
  return !IN_FOURS.test(written) && figures >= 10 && figures <= 13 && !PUBLIC_LINE.test(written);
}
