import { type Correspondence, defineRule, measureTextMessage, type Part, quote, type Range } from "../src/index.ts";

/** The most characters of a post where it answers nobody by "@": of the places that customers write to, Threads takes the fewest. */
const ELSEWHERE = 500;

export default defineRule({
  id: "message-length",
  title: "Keep to the length of the medium.",
  why: "A text in four parts may arrive in three; a post that is too long is cut; a long subject is never read to its end.",
  criteria: ["2.4"],
  severity: "warning",
  kinds: {
    sms: { about: "A text message of more parts than it may have.", severity: "info" },
    coding: { about: "One character makes a text message take more parts than it need.", severity: "info" },
    social: { about: "A post longer than the platform takes.", severity: "info" },
    subject: { about: "A subject that the list of messages cuts off.", severity: "info" },
    pages: { about: "A letter of more pages than it may have." },
  },
  options: {
    segments: { default: 3, about: "The most parts of a text message." },
    post: {
      default: 280,
      about: "The most characters of a post: 280 on X, 500 on Threads.",
    },
    subject: { default: 78, about: "The most characters of an e-mail subject." },
    pages: { default: 3, about: "The most pages of a letter." },
    wordsOfPage: { default: 400, about: "The words that go on a page." },
  },
  check({ correspondence, facts, options, report }) {
    const { channel, mode, envelope, placeholders } = correspondence;
    const body = bodyOf(correspondence);
    if (!body) return;
    if (channel === "sms" && mode === "draft") {
      const { coding, segments, plainSegments, forcedBy, length } = measureTextMessage(body.text);
      if (segments > options.segments) {
        report({
          at: body,
          kind: "sms",
          message: `Cut this text message: it goes out in ${segments} parts (${length} characters in ${coding}), and ${options.segments} is the most.`,
        });
      }
      if (forcedBy?.instead && segments > plainSegments) {
        const at = body.start + forcedBy.at;
        report({
          at: { start: at, end: at + forcedBy.character.length },
          kind: "coding",
          message: `Write “${forcedBy.instead}” instead of “${forcedBy.character}”: it makes the text message take ${segments} parts.`,
          suggestions: [forcedBy.instead],
        });
      }
    }
    // A post that begins with "@" answers one on X; elsewhere there is more room.
    const most = body.text.startsWith("@") ? options.post : Math.max(options.post, ELSEWHERE);
    const posted = channel === "social" && mode === "draft" ? [...body.text].length : 0;
    if (posted > most) {
      report({
        at: body,
        kind: "social",
        message: `Cut this post: it has ${posted} characters, and ${most} is the most.`,
      });
    }
    const { subject } = envelope;
    // How long a subject with a field in it gets, nobody knows yet.
    const isWhole = subject && !placeholders.some(({ start, end }) => start < subject.end && end > subject.start);
    if (channel === "email" && isWhole && subject.text.length > options.subject) {
      report({
        at: subject,
        kind: "subject",
        message: `Shorten the subject “${quote(subject.text)}”: it has ${subject.text.length} characters, and ${options.subject} is the most.`,
      });
    }
    const pages = channel === "letter" ? Math.ceil(facts.metrics.words / options.wordsOfPage) : 0;
    if (pages > options.pages) {
      report({
        at: body,
        kind: "pages",
        message: `Cut this letter: it comes to about ${pages} pages, and ${options.pages} is the most.`,
      });
    }
  },
});

/** What is sent: from the first part of the message's own text to the last. */
function bodyOf({ parts, source }: Correspondence): (Range & { readonly text: string }) | undefined {
  const own = parts.filter(
    ({ name }: Part) => !["front-matter", "headers", "quoted", "customer", "aside"].includes(name),
  );
  const [first] = own;
  if (!first) return undefined;
  const { start } = first;
  const { end } = own.at(-1)!;
  return { start, end, text: source.slice(start, end) };
}
