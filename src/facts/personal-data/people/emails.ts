import type { Envelope } from "../../../model.ts";
import { EXAMPLE, textBefore } from "../context.ts";
import { shortlyBefore } from "../pattern.ts";
import { isDumped } from "./dump.ts";
import { type Found, matches, type Parties } from "./model.ts";
import { EMAIL, SPELLED_EMAIL } from "./shapes.ts";
import { any, DISOWNED, greetedIn, type Owners } from "./whose.ts";
import type { PeopleWords } from "./words.ts";
import { anyOf, inTurn } from "../../../ways.ts";

/** "including gran.wendy@…", "everyone can now see": somebody else reads along. */
const INCLUDED = shortlyBefore(20, [
  /including|copied (?:\w+ ){0,3}(?:in|to)|cc|along with|account of/,
  /you (?:all|both) (?:now )?(?:have|got|saw|see)/,
  /(?:every(?:one|body)|others|you all|the (?:whole )?(?:list|group)) (?:can|could|will|has|have|may) (?:now )?(?:see|seen?|got|had|have)/,
]);
/** "… by mistake", said of where something went. */
export const MISTAKEN = /^,? (?:by (?:mistake|accident)|in error|instead of you)\b/i;
/** "The rude review came from": whoever wrote it is not the reader. */
const POSTED =
  /\b(?<!your )(?:reviews?|comments?|threats?|abuse|tip-offs?|bids?|attempts?|sign-?ins?|log-?ins?)\b[^!?\n]{0,70}\b(?:from|by|as|under|belongs to) ?$/i;
/** "firstname.surname": what an address looks like. */
const FORM_OF_NAME = /^(?:first|last|fore|sur|your)[._]?name|^your[._]|^(?:someone|somebody|example|username)\b/;
/** "It was meant for". */
const MEANT_FOR = /\b(?:(?:meant|intended|addressed) (?:for|to)|belongs to) ?$/i;
/** "her new e-mail's". */
const THEIR_MAIL = shortlyBefore(25, [/(?:his|her|their|whose) (?:[a-z]+ )?(?:e-?mail|inbox|login)/]);
/** "I am at". */
const MINE =
  /\b(?:I['’]m|I am|we['’]re|we are|me|mine|my(?: work| own)?(?: e-?mail| address)?(?: is)?)(?: (?:at|on|by))?[ :]{0,2}$/i;
const YOURS_AFTER = anyOf([
  // "…, the address you gave us"
  /^[, (–-]{1,3}(?:which is |that['’]s )?(?:the|your) (?:e-?mail |main |other |old |new )?(?:address|one|e-?mail|inbox)(?: (?:you|we have for you|on your)\b|[.,)])/,
  // "still the best address for you"
  /^ (?:still |is |now )?(?:the |your )?(?:best|right|correct|current|main|preferred) (?:e-?mail |one |address )/,
  // "…, just as you asked"
  /^,? (?:just )?(?:as|like) you (?:\w+ )?(?:asked|requested|wanted|told|said)\b/,
]);
const YOUR_MAIL = anyOf([
  // "your order came from"
  /\byour (?:reviews?|comments?|orders?|messages?|bookings?|posts?|enquir(?:y|ies)) (?:came|comes|was \w+) (?:from|by|to) ?$/,
  // "we have you down as"
  /\b(?:have|got) you (?:\w+ ){0,4}(?:as|at|under|on)\b[^.!?\n]{0,15}$/,
  // "the address you gave"
  /\byou(?:['’]re|['’]ve)? (?:\w+ ){0,2}(?:uses?|used|gave|give|registered|signed|chose|set up|provided|supplied|entered|told|down|listed)\b[^.!?\n]{0,30}$/,
  // "you sign in with", "your account", "you at"
  inTurn(
    /\b/,
    [
      /you (?:\w+ )?(?:sign|log|signed|logged|registered|joined|booked|paid|wrote|used?)(?: (?:in|up|on|to us))? (?:with|as|from|under|is)/,
      /your (?:\w+ )?(?:e-?mail|address|account|inbox|user ?name|user id|log-?in)/,
      "you at",
    ],
    /\b[^.!?\n]{0,25}$/,
  ),
]);
/** Between two addresses of a list. */
const LISTED =
  /^(?: ?[,;/] ?|[,;] (?:and )?(?:the |her |his |their )?(?:old|new|other|second)(?: one)? |,? (?:and|or|&) |\n[ >*-]{0,4})$/;

/** "repairs2@", "north.team@": the mailbox of a team. */
const mailboxOf = (names: readonly string[]): RegExp =>
  new RegExp(String.raw`(?:^|[._-])(?:${any(names)})(?:[._+-]|\d|$)`, "i");

/** Makes the finder of e-mail addresses of somebody else. */
export function createEmailFinder(words: PeopleWords, owners: Owners): (text: string, parties: Parties) => Found[] {
  const mailbox = mailboxOf(words.mailboxes);

  return (text, parties) => {
    const written = [
      ...(text.includes("@") ? matches(text, EMAIL, "email") : []),
      ...(/[([](?:at|@)[)\]]/i.test(text) || (/ at /i.test(text) && /\bdot\b/i.test(text))
        ? matches(text, SPELLED_EMAIL, "email")
        : []),
    ];
    const all = written.filter(({ start, end }) => !isOfParty(text.slice(start, end), parties));
    const greeted = all.length > 0 ? greetedIn(text) : NOBODY;
    let lastEnd = -1;
    return all.filter(({ start, end }) => {
      const isFound =
        isOfSomebody(text, start, end, parties, greeted) || (lastEnd >= 0 && LISTED.test(text.slice(lastEnd, start)));
      if (isFound) lastEnd = end;
      return isFound;
    });
  };

  /** The addressee's, the sender's, or that of a team. */
  function isOfParty(written: string, { domains, mailboxes }: Parties): boolean {
    const address = unspelled(written);
    const [local = "", domain = ""] = address.split("@");
    return mailboxes.has(address) || mailbox.test(local) || isWithin(domain, domains);
  }

  function isOfSomebody(
    text: string,
    start: number,
    end: number,
    parties: Parties,
    greeted: ReadonlySet<string>,
  ): boolean {
    const [local = ""] = unspelled(text.slice(start, end)).split("@");
    const before = textBefore(text, start);
    const next = text.slice(end, end + 60);
    if (isOfWriter(text, start, end, local)) return false;
    if (INCLUDED.test(before) || MISTAKEN.test(text.slice(end, end + 30)) || POSTED.test(before)) return true;
    if (isDumped(text, start)) return true;
    if (FORM_OF_NAME.test(local) || EXAMPLE.test(before) || YOURS_AFTER.test(next)) return false;
    if (
      MEANT_FOR.test(before) ||
      owners.isPossessed(before) ||
      owners.isReached(before) ||
      owners.isLabelled(before) ||
      DISOWNED.test(text.slice(end, end + 110))
    )
      return true;
    if (THEIR_MAIL.test(before) && !owners.isOfStaff(text, start)) return true;
    if (MINE.test(before) || owners.isContact(before) || owners.isOfStaff(text, start) || isNameOf(greeted, local))
      return false;
    if (parties.isPublic || owners.isOfOther(next)) return true;
    if (YOUR_MAIL.test(before)) return false;
    return isPersonal(local) || (local.length > 5 && owners.isOfAnother(before, parties));
  }
}

/** An address in small letters, with its signs for their names: "(at)", "[dot]". */
const unspelled = (written: string): string =>
  written
    .toLowerCase()
    .replace(/ ?(?:[([](?:at|@)[)\]]| at ) ?/, "@")
    .replace(/ ?(?:[([](?:dot|\.)[)\]]| dot ) ?/g, ".");

/** A name or a nickname, not a role: with a dot, a line or figures in it. */
const isPersonal = (local: string): boolean => /[._+\d]/.test(local);

/** Whether the address has the name of somebody who is greeted: "Thanks, Imogen." */
const isNameOf = (greeted: ReadonlySet<string>, local: string): boolean =>
  [...greeted].some((name) => name.length > 2 && local.includes(name.toLowerCase()));
const NOBODY: ReadonlySet<string> = new Set();

/** "Jas Gill (jas.gill@fenwold.example) will reply": whoever does something for the reader. */
function isOfWriter(text: string, start: number, end: number, local: string): boolean {
  const [, name] = /(\p{Lu}\p{L}{1,20}) \($/u.exec(text.slice(Math.max(0, start - 24), start)) ?? [];
  return (
    name !== undefined &&
    local.includes(name.toLowerCase()) &&
    /^\) (?:from|in|at|of|who|will|can|is dealing|has your|deals|looks after|would)\b/.test(text.slice(end, end + 30))
  );
}

/** Whether a domain is one of the sender's, or below one. */
const isWithin = (domain: string, domains: ReadonlySet<string>): boolean =>
  [...domains].some((own) => domain === own || domain.endsWith(`.${own}`));

/** Private people among those who get a copy: each of them sees the addresses of the others. */
export function copiedPeople(
  { to, cc }: Envelope,
  source: string,
  { domains }: Parties,
  mailboxes: readonly string[],
): Found[] {
  const mailbox = mailboxOf(mailboxes);
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
    const [local = "", domain = ""] = source.slice(start, end).toLowerCase().split("@");
    return !isWithin(domain, domains) && !mailbox.test(local);
  });
  // The first of one or two in To is whom it is written to; the others see that one's address, and nobody else's need be there.
  const isToOne = to?.text.includes("@") === true && matches(to.text, EMAIL, "email").length < 3;
  return isToOne ? outside.slice(1) : outside;
}
