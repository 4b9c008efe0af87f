/** One criterion of unit A13 (deal with customers in writing or electronically), in our own words. */
export interface Criterion {
  readonly title: string;
  /** Why it matters; `explain` prints it. */
  readonly about: string;
  /** What one document can show of it. */
  readonly evidence?: string;
  /** Why no document can show it: a person evidences it, and it is never reported as met. */
  readonly byHand?: string;
  /** Why it is not assessed today, although a document could show it. Findings still count against it. */
  readonly notYet?: string;
}

/** Unit A13, each criterion once. Rules point here by id. */
export const CRITERIA = {
  "1.1": {
    title: "Use the equipment well",
    about: "A message is only as good as its sending: the right system, the right template, the right person in To.",
    byHand: "somebody has to watch the work",
  },
  "1.2": {
    title: "Keep the time between exchanges short",
    about: "A customer who hears nothing writes again. A reply on time, or a date for one, saves both sides a message.",
    evidence: "the time from the customer's message to the reply, and any promise or delay that has no date",
  },
  "1.3": {
    title: "Write clear, concise language",
    about:
      "The customer reads a message once, often on a phone. Short sentences and plain, correct words are understood.",
    evidence: "wordy or complex phrases, long sentences, spelling and grammar",
  },
  "1.4": {
    title: "Fit the language to this customer",
    about:
      "The words of the trade are quick for us and closed to the customer. The reading age has to suit the reader.",
    evidence: "the reading age against the audience, jargon, and abbreviations that nobody explains",
  },
  "1.5": {
    title: "Keep to the style and tone of the organisation",
    about: "Slang, shouting or blame is what a customer remembers. The tone speaks for the whole organisation.",
    evidence: "slang, emoji, capitals and exclamation marks, blame, and language that leaves people out",
  },
  "2.1": {
    title: "Take earlier exchanges into account",
    about:
      "A reply that names the earlier message shows that somebody read it, and the customer need not explain again.",
    evidence: "the date, the reference or the subject of the customer's message, named in the reply",
  },
  "2.2": {
    title: "Put all the information together",
    about: "A gap, a wrong total or a missing enclosure costs the customer another letter, and us their trust.",
    evidence: "placeholders left unfilled, enclosures that are not there, and facts that disagree with each other",
  },
  "2.3": {
    title: "Plan what the message is to achieve",
    about: "A writer who knows what should happen next can say it first, and ask for it clearly.",
    evidence: "whether the draft does what its own brief says",
    notYet: "the draft is not held against a brief yet",
  },
  "2.4": {
    title: "Use the organisation's format",
    about: "Greeting, layout and sign-off tell the customer at a glance who writes and in what capacity.",
    evidence: "the salutation, a sign-off that agrees with it, and a subject that names the matter",
  },
  "2.5": {
    title: "Open positively",
    about:
      "The first sentence sets the mood in which the rest is read: thanks, an apology or good news builds rapport.",
    evidence: "the first sentence of the body",
  },
  "2.6": {
    title: "State the purpose early",
    about: "A customer who knows why you write can read the rest. One who does not may stop reading.",
    evidence: "the subject line, or the first two sentences of the body",
  },
  "2.7": {
    title: "Sum up the key point and the actions",
    about: "The end is what the customer acts on: who does what by when, or that there is nothing to do.",
    evidence: "the sentences before the sign-off",
  },
  "3.1": {
    title: "Understand why the customer made contact",
    about:
      "An answer to a question that nobody asked is no answer. Each of the customer's questions wants its own reply.",
    evidence: "with the customer's message: a passage that answers each question and request in it",
  },
  "3.2": {
    title: "Identify the outcome that the customer wants",
    about: "To name what the customer asked for shows that it was understood, even where the answer is no.",
    evidence: "with the customer's message: what they want, named in the reply",
  },
  "3.3": {
    title: "Weigh up the options",
    about: "A good answer was chosen from several. What was set aside, and why, belongs in the case notes.",
    byHand: "the options that were not chosen are not in the message",
  },
  "3.4": {
    title: "Choose the best option",
    about: "A refusal is easier to take with a reason, another way forward, or a way to challenge it.",
    evidence: "a refusal with its reason and a way on; the steps of a complaint reply",
  },
  "3.5": {
    title: "Sum up the outcome",
    about: "The customer should not have to work out from the reasons what was decided.",
    evidence: "in a reply, a close that names the outcome and what each side does next",
  },
  "4.1": {
    title: "Know why clear language matters",
    about: "A message that is misread costs a second one. Each rule gives its reason: corrcheck explain <rule>.",
    byHand: "it is knowledge, which questions to the writer bring out",
  },
  "4.2": {
    title: "Know the risk of a permanent record",
    about: "What is written can be kept, shown to others and relied on: a promise, an admission, a careless remark.",
    evidence: "guarantees, admissions of liability, absolute promises, and internal remarks left in",
  },
  "4.3": {
    title: "Know the effect of style and tone",
    about: "The same fact can calm or offend. On paper no smile and no voice softens it.",
    byHand: "it is knowledge, which questions to the writer bring out",
  },
  "4.4": {
    title: "Know why to adapt the language",
    about: "A customer may be young, ill, upset, new to English or an expert. One style does not suit them all.",
    byHand: "it is knowledge, which questions to the writer bring out",
  },
  "4.5": {
    title: "Know the organisation's guidelines",
    about: "The house style, the service standards and the templates say what customers may expect.",
    byHand: "it is knowledge, which questions to the writer bring out",
  },
  "4.6": {
    title: "Know how the equipment works",
    about: "Someone who knows the system sends the right message from the right account at the first try.",
    byHand: "it is knowledge, which questions to the writer bring out",
  },
  "4.7": {
    title: "Keep the customer informed of delay",
    about: "A delay with a reason and a new date is bearable. Silence is not.",
    evidence: "in a message about a delay, the reason and the new date",
  },
  "4.8": {
    title: "Keep what is confidential confidential",
    about: "A message can be forwarded, printed or sent to the wrong person. What is not in it cannot leak.",
    evidence:
      "personal data, such as card, account, National Insurance and NHS numbers, and remarks meant for colleagues",
  },
} as const satisfies Readonly<Record<string, Criterion>>;

export type CriterionId = keyof typeof CRITERIA;

/** The ids in the order of the unit. */
export const CRITERION_IDS = Object.keys(CRITERIA) as readonly CriterionId[];

/** Looks up a criterion; undefined where the unit has none of that id. */
export function findCriterion(id: string): Criterion | undefined {
  return Object.hasOwn(CRITERIA, id) ? CRITERIA[id as CriterionId] : undefined;
}

/**
 * The most warnings that a criterion, or a message of one rule, bears before it fails. Without a limit, warnings are advice. Ill
 * will twice, or two promises with no date, are no slip: all 61 and 15 such messages that editors labelled were failed by them.
 */
export const LIMITS: Readonly<Record<string, number>> = {
  "1.3": 6,
  "1.4": 3,
  "1.5": 3,
  "hostile-tone": 1,
  "vague-timescale": 1,
};
