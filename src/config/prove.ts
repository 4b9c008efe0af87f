import type { Proof } from "../dictionary/compile.ts";
import { lint } from "../lint.ts";
import { defineRule } from "../rule.ts";
import type { Configuration } from "./types.ts";

/** The proofs of a configuration's dictionaries that fail, one line each. */
export async function failedProofs(configuration: Configuration): Promise<readonly string[]> {
  const failures: string[] = [];
  for (const proof of configuration.proofs) {
    if ((await isFound(proof, configuration)) === proof.found) continue;
    const { file, entry, source, sentence, found } = proof;
    failures.push(`${file}:${entry.line}: “${source}” is ${found ? "not found" : "found"} in “${sentence}”`);
  }
  return failures;
}

async function isFound({ entry, sentence }: Proof, configuration: Configuration): Promise<boolean> {
  let found = false;
  const probe = defineRule({
    id: "probe",
    title: "Look for one entry.",
    why: "Its author says where it is found.",
    criteria: ["1.3"],
    severity: "info",
    check({ facts }) {
      found = facts.hits.some((hit) => hit.entry.dictionary === entry.dictionary && hit.entry.line === entry.line);
    },
  });
  const content = `Dear reader\n\n${sentence}\n`;
  await lint(
    { path: "proof.txt", content },
    { ...configuration.settingsFor("proof.txt"), rules: [probe], channel: "letter" },
  );
  return found;
}
