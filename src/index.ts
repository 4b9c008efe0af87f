/** All that a rule, a plug-in or a host program may import. */
export * from "./model.ts";
export type { Accepted, DocumentSettings, Ignored } from "./settings/model.ts";
export { fingerprintsOf, type Fingerprints } from "./baseline.ts";
export { CRITERIA, type CriterionId } from "./criteria.ts";
export { createDictionaries, type Dictionaries } from "./dictionary/index.ts";
export { InputError, lint, RuleError, type Input, type Settings } from "./lint.ts";
export {
  defineRule,
  type Context,
  type Kind,
  type Option,
  type Report,
  type Rule,
  type RuleDefinition,
} from "./rule.ts";
export {
  adviceOf,
  isDefined,
  isReplacement,
  overlap,
  phraseRule,
  phrasesOf,
  type Phrase,
  type PhraseRuleDefinition,
} from "./phrases.ts";
export { fromUnified, type UnifiedRuleDefinition } from "./unified.ts";
export { quote, textOf } from "./correspondence/acts.ts";
export type { DirectiveFact, Waived } from "./suppress.ts";
export { saysWhen, wordsOf, type View } from "./facts/view.ts";
export { likelySpellings, type UnknownWord } from "./facts/unknown-words.ts";
export type { Facts } from "./facts/index.ts";
export { measureTextMessage, type TextMessage } from "./facts/length.ts";
