import { createCapitaliser } from "../small-letters.ts";
import { createEmailFinder } from "./emails.ts";
import { createHealthFinder } from "./health.ts";
import { createHomeFinder } from "./homes.ts";
import { type Found, type HasValue, type IsWord, matches, type Parties } from "./model.ts";
import { createNameFinder } from "./names.ts";
import { createPhoneFinder } from "./phones.ts";
import { LETTER, UPPER } from "../pattern.ts";
import { EMAIL, PHONE, POSTCODE, TITLED_NAME } from "./shapes.ts";
import { createOwners } from "./whose.ts";
import type { PeopleWords } from "./words.ts";

export { copiedPeople } from "./emails.ts";
export type { Found, HasValue, Parties } from "./model.ts";
export { peopleWords } from "./words.ts";

/**
 * Whatever may be a name, an address, an e-mail address or a phone number, whoever's it is.
 * @param greetedAs what people are greeted as who are not named, in small letters: "resident"
 */
export function possiblePeople(text: string, greetedAs: ReadonlySet<string>): Found[] {
  const titled = matches(text, TITLED_NAME, "third-party-name");
  return [
    ...matches(text, EMAIL, "email"),
    ...matches(text, PHONE, "phone"),
    ...matches(text, POSTCODES, "postal-address"),
    ...titled,
    ...greetedPeople(text, greetedAs).filter(({ start, end }) =>
      titled.every((name) => end <= name.start || start >= name.end),
    ),
  ].sort((a, b) => a.start - b.start);
}
const POSTCODES = new RegExp(String.raw`(?<![A-Z\d])${POSTCODE}(?![A-Z\d])`, "g");

/** Those who are greeted, "Dear Priya Patel", wherever one of their names stands. */
function greetedPeople(text: string, greetedAs: ReadonlySet<string>): Found[] {
  const greeted = Array.from(text.matchAll(GREETED), ([, who]) => who!.match(OWN_NAME) ?? []).flat();
  const names = [...new Set(greeted)].filter((name) => !greetedAs.has(name.toLowerCase())).slice(0, MOST_GREETED);
  return names.flatMap((name) =>
    matches(text, new RegExp(`(?<![${LETTER}])${name}(?![${LETTER}])`, "g"), "third-party-name"),
  );
}
const GREETED =
  /^[ \t>*]{0,6}(?:Dear|Hi|Hello|Hiya|Hey|Good (?:morning|afternoon|evening))[ ,]{1,2}([^\n,!.:]{2,60})/gm;
/** No message greets more; each name is a pass over the text. */
const MOST_GREETED = 100;
const OWN_NAME = new RegExp(`[${UPPER}][${LETTER}'’-]+`, "g");

/** Makes the finder of people: names, ways to reach them, where they live, how they are. */
export function createPeopleFinder(
  words: PeopleWords,
  isWord: IsWord,
): (text: string, parties: Parties, hasValue: HasValue) => Found[] {
  const inCapitals = createCapitaliser(words.streets, isWord);
  const owners = createOwners(words);
  const emails = createEmailFinder(words, owners);
  const phones = createPhoneFinder(owners);
  const { places, isHome } = createHomeFinder(words, owners, isWord);
  const conditions = createHealthFinder(words, owners);
  const names = createNameFinder(words, owners, isWord);

  return (written, parties, hasValue) => {
    const text = inCapitals(written);
    const addresses = places(text);
    const facts = [
      ...emails(text, parties),
      ...phones(text, parties),
      ...addresses.filter((place) => isHome(text, place, parties)),
      ...conditions(text, parties, hasValue),
    ];
    const isTold: HasValue = (start, end) =>
      hasValue(start, end) || facts.some((fact) => fact.start >= start && fact.end <= end);
    return [...facts, ...names(text, parties, isTold, addresses)];
  };
}
