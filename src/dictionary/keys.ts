import type { Element } from "./model.ts";

/** What a token can be to a pattern: its word, "<CLASS>" for a word class, "<entity>" for an entity that begins there. */
type Key = string;

/** The keys that a match can begin with; `undefined` where it can begin with anything. */
export function firstKeys(elements: readonly Element[]): ReadonlySet<Key> | undefined {
  const keys = new Set<Key>();
  return addFirst(elements, keys) ? keys : undefined;
}

/** The keys that can follow a first token of key `first`; `undefined` where anything can, or nothing need. */
export function secondKeys(elements: readonly Element[], first: Key): ReadonlySet<Key> | undefined {
  const keys = new Set<Key>();
  return addSecond(elements, first, keys) ? keys : undefined;
}

/** How likely a sentence is to have a key, from 0 to 1. */
export type Odds = (key: Key) => number;

/**
 * For each element that cannot be left out or be anything, the keys of which a match must have one, wherever it stands: of every
 * alternative the words that a sentence is least likely to have. The least likely keys first.
 */
export function needsOf(elements: readonly Element[], oddsOf: Odds): ReadonlySet<Key>[] {
  const needs = elements.flatMap((element) => needOf(element, oddsOf) ?? []);
  return needs.sort((a, b) => oddsOfAny(a, oddsOf) - oddsOfAny(b, oddsOf));
}

function needOf(element: Element, oddsOf: Odds): ReadonlySet<Key> | undefined {
  if (typeof element === "object" && "forms" in element) return needOfAny(element.forms, oddsOf);
  if (isOr(element)) return isOptional(element) ? undefined : needOfAny(element.or, oddsOf);
  const keys = keysOf(element);
  return keys && new Set(keys);
}

function needOfAny(alternatives: readonly (string | readonly Element[])[], oddsOf: Odds): ReadonlySet<Key> | undefined {
  const needs = alternatives.map((alternative) => needsOf(asElements(alternative), oddsOf)[0]);
  return needs.every((need) => need !== undefined) ? new Set(needs.flatMap((need) => [...need])) : undefined;
}

/** How likely a sentence is to have one of the keys: their sum, so more than 1 where several are common. */
export const oddsOfAny = (keys: ReadonlySet<Key>, oddsOf: Odds) => [...keys].reduce((sum, key) => sum + oddsOf(key), 0);

/** Adds what the elements can begin with; false where that is anything, or where they may be empty. */
function addFirst(elements: readonly Element[], keys: Set<Key>): boolean {
  for (const element of elements) {
    if (isOr(element)) {
      for (const alternative of element.or)
        if (alternative.length > 0 && !addFirst(asElements(alternative), keys)) return false;
      if (!isOptional(element)) return true;
      continue;
    }
    const own = keysOf(element);
    for (const key of own ?? []) keys.add(key);
    return own !== undefined;
  }
  return false;
}

/** Adds what can follow `first`; false where that is anything. */
function addSecond(elements: readonly Element[], first: Key, keys: Set<Key>): boolean {
  for (const [at, element] of elements.entries()) {
    const rest = elements.slice(at + 1);
    if (!isOr(element)) return secondOf(element, first, rest, keys);
    for (const alternative of element.or) {
      if (alternative.length > 0 && !addSecond([...asElements(alternative), ...rest], first, keys)) return false;
    }
    if (!isOptional(element)) return true;
  }
  return true;
}

function secondOf(
  element: Exclude<Element, { or: unknown }>,
  first: Key,
  rest: readonly Element[],
  keys: Set<Key>,
): boolean {
  if (typeof element === "object" && "forms" in element) {
    return element.forms.every((form) => {
      const [word, ...more] = form.split(" ");
      return word !== first || addFirst([...more, ...rest], keys);
    });
  }
  const own = keysOf(element);
  if (own === undefined) return false;
  if (!own.includes(first)) return true;
  return addFirst(rest, keys);
}

/** The keys of one element; `undefined` for a gap or an open slot. */
function keysOf(element: Exclude<Element, { or: unknown }>): readonly Key[] | undefined {
  if (typeof element === "string") return [element];
  if ("exact" in element) return [element.exact.toLowerCase()];
  if ("forms" in element) return element.forms.map((form) => form.split(" ", 1)[0]!);
  if ("class" in element) return [`<${element.class}>`];
  return "entity" in element ? element.entity.map((kind) => `<${kind}>`) : undefined;
}

type Or = Extract<Element, { or: unknown }>;
const isOr = (element: Element): element is Or => typeof element === "object" && "or" in element;
const isOptional = ({ or }: Or) => or.some(({ length }) => length === 0);
export const asElements = (alternative: string | readonly Element[]) =>
  typeof alternative === "string" ? alternative.split(" ") : alternative;
