/** Prints "N passed, N failed" from vitest's JSON report. A test file that could not be loaded counts as one failure. */
import { readFileSync } from "node:fs";

const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8"));
const unloaded = testResults.filter(
  (/** @type {{ status: string, assertionResults: unknown[] }} */ { status, assertionResults }) =>
    status === "failed" && assertionResults.length === 0,
);
console.log(`${numPassedTests} passed, ${numFailedTests + unloaded.length} failed`);
