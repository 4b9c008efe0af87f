import { phraseRule } from "corrcheck";
import emergencyLine from "./emergency-line.js";

const words = phraseRule({
  id: "tarnside-words",
  title: "Use the words that stand on our bills.",
  why: "A customer who reads one name for one thing knows that it is the same thing.",
  criteria: ["1.5"],
  severity: "warning",
  dictionary: "tarnside",
});

export const rules = [emergencyLine, words];
