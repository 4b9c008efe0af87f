import type { Channel, StructureName } from "../model.ts";

/** What a channel calls for. Who writes in it, and how fast, makes the difference; rules have the figures as options. */
export interface Profile {
  /** The parts that a message should have; a post to everybody greets nobody. */
  readonly callsFor: readonly StructureName[];
  /** The customer is there and waits: a promise is something to keep within the hour. */
  readonly isQuick: boolean;
}

const WHOLE: readonly StructureName[] = ["salutation", "positiveOpening", "earlyPurpose", "closingSummary", "signOff"];

export const PROFILES: Readonly<Record<Channel, Profile>> = {
  email: { callsFor: WHOLE, isQuick: false },
  letter: { callsFor: WHOLE, isQuick: false },
  // The customer begins, so that the purpose is theirs.
  chat: { callsFor: ["salutation", "positiveOpening", "closingSummary", "signOff"], isQuick: true },
  social: { callsFor: ["salutation", "positiveOpening", "closingSummary"], isQuick: true },
  sms: { callsFor: ["earlyPurpose", "closingSummary"], isQuick: false },
};
