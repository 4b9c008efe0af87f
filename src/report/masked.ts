import { createMask } from "../mask.ts";
import type { ComplaintSteps, Correspondence, Finding, Located, Result, Structure, StructurePart } from "../model.ts";

type Mask = (text: string) => string;

/**
 * The same result with every personal value in its words masked: findings, evidence, actions, subject and notes. Only the
 * path and the source stand as they were; the reports read the source for places alone, and print none of it.
 */
export function maskResult(result: Result): Result {
  const { source, incoming } = result.correspondence;
  const own = createMask(source, result.personalData);
  const theirs = incoming && createMask(incoming.source);
  const mask: Mask = theirs ? (text) => theirs(own(text)) : own;
  return {
    ...result,
    verdict: mask(result.verdict),
    findings: result.findings.map((finding) => maskFinding(finding, mask)),
    suppressed: result.suppressed.map(({ suppression: { kind, reason }, ...finding }) => ({
      ...maskFinding(finding, mask),
      suppression: { kind, reason: reason === undefined ? undefined : mask(reason) },
    })),
    answers: result.answers.map(({ asked, ...answer }) => ({ ...answer, asked: { ...asked, text: mask(asked.text) } })),
    complaint: result.complaint && (mapValues(result.complaint, (part) => maskPart(part, mask)) as ComplaintSteps),
    structure: mapValues(result.structure, (part) => maskPart(part, mask)) as Structure,
    correspondence: maskCorrespondence(result.correspondence, mask),
  };
}

function maskFinding(finding: Finding, mask: Mask): Finding {
  return {
    ...finding,
    message: mask(finding.message),
    text: mask(finding.text),
    suggestions: finding.suggestions.map(mask),
  };
}

function maskPart({ state, evidence }: StructurePart, mask: Mask): StructurePart {
  return { state, evidence: maskLocated(evidence, mask) };
}

function maskLocated(located: Located | undefined, mask: Mask): Located | undefined {
  return located && { ...located, text: mask(located.text) };
}

function maskCorrespondence(correspondence: Correspondence, mask: Mask): Correspondence {
  const { envelope } = correspondence;
  return {
    ...correspondence,
    inferred: mapValues(correspondence.inferred, mask),
    notes: correspondence.notes.map(mask),
    actions: correspondence.actions.map((action) => ({
      ...action,
      what: mask(action.what),
      when: action.when === undefined ? undefined : mask(action.when),
    })),
    envelope: {
      ...envelope,
      subject: maskLocated(envelope.subject, mask),
      from: maskLocated(envelope.from, mask),
      to: maskLocated(envelope.to, mask),
      cc: maskLocated(envelope.cc, mask),
    },
  };
}

function mapValues<V>(record: Readonly<Record<string, V>>, change: (value: V) => V): Record<string, V> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
