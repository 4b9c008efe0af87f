import type { Rule } from "../src/index.ts";
import abbreviation from "./abbreviation.ts";
import answersCustomer from "./answers-customer.ts";
import chatEtiquette from "./chat-etiquette.ts";
import cliche from "./cliche.ts";
import closingSummary from "./closing-summary.ts";
import complaintSteps from "./complaint-steps.ts";
import confusedWord from "./confused-word.ts";
import contraction from "./contraction.ts";
import earlyPurpose from "./early-purpose.ts";
import emoji from "./emoji.ts";
import emphasis from "./emphasis.ts";
import factConflict from "./fact-conflict.ts";
import grammar from "./grammar.ts";
import hostileTone from "./hostile-tone.ts";
import houseStyle from "./house-style.ts";
import inclusiveLanguage from "./inclusive-language.ts";
import indefiniteArticle from "./indefinite-article.ts";
import informal from "./informal.ts";
import internalContent from "./internal-content.ts";
import jargon from "./jargon.ts";
import messageLength from "./message-length.ts";
import outcomeSummary from "./outcome-summary.ts";
import personalData from "./personal-data.ts";
import placeholder from "./placeholder.ts";
import plainEnglish from "./plain-english.ts";
import positiveOpening from "./positive-opening.ts";
import previousContact from "./previous-contact.ts";
import privateChannel from "./private-channel.ts";
import profanity from "./profanity.ts";
import readability from "./readability.ts";
import refusal from "./refusal.ts";
import repeatedWord from "./repeated-word.ts";
import responseTime from "./response-time.ts";
import riskyCommitment from "./risky-commitment.ts";
import salutation from "./salutation.ts";
import sentenceLength from "./sentence-length.ts";
import signOff from "./sign-off.ts";
import spelling from "./spelling.ts";
import strayApostrophe from "./stray-apostrophe.ts";
import subjectLine from "./subject-line.ts";
import suppression from "./suppression.ts";
import vagueTimescale from "./vague-timescale.ts";

/** Every rule that ships with corrcheck, sorted by id. */
export const rules: readonly Rule[] = [
  abbreviation,
  answersCustomer,
  chatEtiquette,
  cliche,
  closingSummary,
  complaintSteps,
  confusedWord,
  contraction,
  earlyPurpose,
  emoji,
  emphasis,
  factConflict,
  grammar,
  hostileTone,
  houseStyle,
  inclusiveLanguage,
  indefiniteArticle,
  informal,
  internalContent,
  jargon,
  messageLength,
  outcomeSummary,
  personalData,
  placeholder,
  plainEnglish,
  positiveOpening,
  previousContact,
  privateChannel,
  profanity,
  readability,
  refusal,
  repeatedWord,
  responseTime,
  riskyCommitment,
  salutation,
  sentenceLength,
  signOff,
  spelling,
  strayApostrophe,
  subjectLine,
  suppression,
  vagueTimescale,
];
