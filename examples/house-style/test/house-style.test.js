import assert from "node:assert/strict";
import { test } from "node:test";
import { lint, loadConfig, proveDictionaries } from "corrcheck";
import { rules } from "corrcheck/rules";

const config = await loadConfig({ rules, file: "corrcheck.yml" });

/** What is said of the body of a letter, as “rule: words”. */
async function told(body) {
  const content = `Dear Mrs Patel\n\nThank you for your call on 3 June about your water.\n\n${body}\n\nYours sincerely\n\nHelen Frost\n`;
  const { findings } = await lint({ path: "letter.md", content }, config.settingsFor("letter.md"));
  return findings.map(({ rule, text }) => `${rule}: ${text}`);
}

test("each entry of our dictionary is found where it says, and not where not", async () => {
  assert.deepEqual(await proveDictionaries(config), []);
});

test("a letter about a leak gives the emergency line", async () => {
  const leak = "We found the leak under your drive. We will mend it by Friday 12 June.";
  assert.deepEqual(await told(leak), ["emergency-line: We found the leak under your drive."]);
  assert.deepEqual(await told(`${leak} Ring 01632 960123 if it grows.`), []);
});

test("our words stand in the letter", async () => {
  const words = "Turn the stopcock on AquaWatch. Your customer reference number is new. You need not do anything else.";
  assert.deepEqual(await told(words), ["tarnside-words: stopcock", "house-style: customer reference number"]);
});
