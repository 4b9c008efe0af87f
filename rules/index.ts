import type { Rule } from "../src/index.ts";
import abbreviation from "./abbreviation.ts";
import closingSummary from "./closing-summary.ts";
import confusedWord from "./confused-word.ts";
import contraction from "./contraction.ts";
import earlyPurpose from "./early-purpose.ts";
import emoji from "./emoji.ts";
import emphasis from "./emphasis.ts";
import grammar from "./grammar.ts";
import houseStyle from "./house-style.ts";
import indefiniteArticle from "./indefinite-article.ts";
import informal from "./informal.ts";
import jargon from "./jargon.ts";
import personalData from "./personal-data.ts";
import placeholder from "./placeholder.ts";
import plainEnglish from "./plain-english.ts";
import positiveOpening from "./positive-opening.ts";
import readability from "./readability.ts";
import repeatedWord from "./repeated-word.ts";
import salutation from "./salutation.ts";
import sentenceLength from "./sentence-length.ts";
import signOff from "./sign-off.ts";
import spelling from "./spelling.ts";
import suppression from "./suppression.ts";
import vagueTimescale from "./vague-timescale.ts";

/** Every rule that ships with corrcheck, sorted by id. */
export const rules: readonly Rule[] = [
  abbreviation,
  closingSummary,
  confusedWord,
  contraction,
  earlyPurpose,
  emoji,
  emphasis,
  grammar,
  houseStyle,
  indefiniteArticle,
  informal,
  jargon,
  personalData,
  placeholder,
  plainEnglish,
  positiveOpening,
  readability,
  repeatedWord,
  salutation,
  sentenceLength,
  signOff,
  spelling,
  suppression,
  vagueTimescale,
];
