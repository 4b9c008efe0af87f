import { createCapitaliser } from "../small-letters.ts";
import { createEmailFinder } from "./emails.ts";
import { createHealthFinder } from "./health.ts";
import { createHomeFinder } from "./homes.ts";
import { type Found, type HasValue, type IsWord, matches, type Parties } from "./model.ts";
import { createNameFinder } from "./names.ts";
import { createPhoneFinder } from "./phones.ts";
import { EMAIL, PHONE, TITLED_NAME } from "./shapes.ts";
import { createOwners } from "./whose.ts";
import type { PeopleWords } from "./words.ts";

export { copiedPeople } from "./emails.ts";
export type { Found, HasValue, Parties } from "./model.ts";
export { peopleWords } from "./words.ts";

/** Whatever may be a name, an e-mail address or a phone number, whoever's it is. */
export function possiblePeople(text: string): Found[] {
  return [
    ...matches(text, EMAIL, "email"),
    ...matches(text, PHONE, "phone"),
    ...matches(text, TITLED_NAME, "third-party-name"),
  ].sort((a, b) => a.start - b.start);
}

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
