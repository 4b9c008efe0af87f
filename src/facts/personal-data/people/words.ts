/** The word lists that people are known by; `dictionaries/personal-data/` has them. */
export interface PeopleWords {
  /** "asthma", "chemotherapy". */
  readonly health: readonly string[];
  /** "autistic", "bedbound": what somebody is. */
  readonly healthAdjectives: readonly string[];
  /** "ward", "awareness": what is called after an illness. */
  readonly healthThings: readonly string[];
  /** "vet", "puppy": beside these an illness is an animal's. */
  readonly animals: readonly string[];
  /** "neighbour", "ex-partner": people who are not the addressee. */
  readonly relations: readonly string[];
  /** "subscriber", "resident": what an organisation calls those it deals with. */
  readonly customers: readonly string[];
  /** "adviser", "nurse": people who act for the organisation. */
  readonly staff: readonly string[];
  /** "Sergeant", "Professor": what somebody is called at work. */
  readonly ranks: readonly string[];
  /** "info", "claims": the part before the @ of a team's mailbox. */
  readonly mailboxes: readonly string[];
  /** "Road", "Close". */
  readonly streets: readonly string[];
  /** "ward", "prize": what is called after people, in small letters. */
  readonly namedAfter: readonly string[];
  /** "warehouse", "school": an address after one of these is nobody's home. */
  readonly places: readonly string[];
  /** "Hospital", "Museum": an address with one of these in it is nobody's home. */
  readonly publicPlaces: readonly string[];
  /** "Homes", "Water": the last word of the name of a firm. */
  readonly organisations: readonly string[];
  /** "the", "Monday", "Irish": no word of a person's name, in small letters. */
  readonly notNames: readonly string[];
  /** "tenancy", "umbrella": what a name with "'s" has of its own. */
  readonly belongings: readonly string[];
  /** "account holder", "next of kin": a name follows on the form. */
  readonly nameLabels: readonly string[];
}

/** The lists by their names. */
export function peopleWords(list: (name: string) => readonly string[]): PeopleWords {
  return {
    health: list("personal-data/health"),
    healthAdjectives: list("personal-data/health-adjectives"),
    healthThings: list("personal-data/health-things"),
    animals: list("personal-data/animals"),
    relations: list("personal-data/relations"),
    customers: list("personal-data/customers"),
    staff: list("personal-data/staff"),
    ranks: list("personal-data/ranks"),
    mailboxes: list("personal-data/mailboxes"),
    streets: list("personal-data/streets"),
    namedAfter: list("personal-data/named-after"),
    places: list("personal-data/places"),
    publicPlaces: list("personal-data/public-places"),
    organisations: list("personal-data/organisations"),
    notNames: list("personal-data/not-names"),
    belongings: list("personal-data/belongings"),
    nameLabels: list("personal-data/name-labels"),
  };
}
