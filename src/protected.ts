import type { Finding } from "./model.ts";

/** Cards and secrets: no directive, baseline or front matter lets them pass. */
const KINDS: ReadonlySet<string> = new Set(["card", "cvv", "password", "pin", "security-answer", "api-key"]);

/** Whether a finding is one that nothing in or beside a letter may let pass. */
export const isProtected = ({ rule, kind }: Pick<Finding, "rule" | "kind">): boolean =>
  rule === "personal-data" && kind !== undefined && KINDS.has(kind);
