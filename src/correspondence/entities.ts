import type { Entity, EntityKind, Token } from "../model.ts";

const MONTH = "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const WEEKDAY = "(?:mon|tues?|wednes|thurs?|fri|satur|sun)day";
const COUNT = "(?:\\d{1,4}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty|twenty-one|twenty-eight|thirty|sixty|ninety)";
const UNIT = "(?:minutes?|hours?|(?:working |business |calendar )?days?|weeks?|(?:calendar )?months?|years?)";

/** Shapes over the normal forms of the tokens joined by spaces; all quantifiers are bounded. */
const SHAPES: readonly (readonly [EntityKind, RegExp])[] = [
  ["date", new RegExp(`\\b(?:${WEEKDAY}(?: the)?(?: ,)? )?(?:the )?\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}(?: (?:, )?\\d{4})?\\b`, "g")],
  ["date", new RegExp(`\\b${MONTH} \\d{1,2}(?:st|nd|rd|th)?(?: , \\d{4})?\\b(?! (?:of|${UNIT}))`, "g")],
  ["date", new RegExp(`\\b(?:${MONTH} \\d{4}|\\d{1,2}/\\d{1,2}/(?:\\d{4}|\\d{2})|\\d{4}-\\d{2}-\\d{2})\\b`, "g")],
  ["date", new RegExp(`\\b(?:(?:this|next|last|on|by|every|each|until|from|before|since|in|after) )?(?:${WEEKDAY}|weekend|tomorrow(?: (?:morning|afternoon|evening))?|today|tonight|yesterday|this (?:morning|afternoon|evening))\\b`, "g")],
  ["date", new RegExp(`\\b(?:by|in|until|from|before|since|after|during|end of|of) (?:january|february|march|april|june|july|august|september|october|november|december)\\b`, "g")],
  ["date", /\b(?:this|next|last) (?:week|month|year)\b|\bend of (?:the |this |next )?(?:week|month|year)\b/g],
  ["date", /\bthe \d{1,2}(?:st|nd|rd|th)\b/g],
  ["duration", new RegExp(`\\b${COUNT}(?: (?:to|or|-|–) ${COUNT})?(?: |-)${UNIT}\\b`, "g")],
  ["duration", /\b\d{1,3}(?:-\d{1,3})? (?:working|business) days\b|\b(?:same|next) (?:working )?day\b|\bfortnight\b|\bwithin the hour\b|\bhalf an hour\b/g],
  ["time", /\b\d{1,2}(?:[.:]\d{2})? ?[ap]\.?m\b|\b(?:[01]?\d|2[0-3]):[0-5]\d\b|\b(?:noon|midday|midnight)\b|\b\d{1,2} o'clock\b/g],
  ["money", /[£€] ?\d[\d,]*(?:\.\d{1,2})?(?:m|k|bn)?(?![\d])|\b\d+(?:\.\d{1,2})?p\b|£ ?ˣ+/g],
  ["channel", /\b(?:https?:\/\/|www\.)\S{1,400}|\S{1,64}@\S{1,120}|\b[a-z0-9][\w-]{0,62}(?:\.[a-z][\w-]{1,62}){1,4}(?:\/\S{0,300})?(?=\s|$)/g],
  ["channel", /(?:\+44|\b0\d{2,4}|\b0\d{10})(?: ?\(0\))?(?: \d{2,8}){0,4}\b|\b(?:101|111|112|116 123|119|105|999)\b(?! (?:st|street|road|pounds))/g],
  ["channel", /\b(?:this|the same|my direct) (?:email|e-mail|address|number|message|text|line)\b|\breply to this\b|\b(?:number|address|email|line|details) (?:above|below|at the top|overleaf|on the back)\b|\bmy (?:number|line) is\b|\b(?:our|the) (?:website|app|helpline|web page|online form|portal|branch|office|reception|shop|store|library)\b/g],
  ["reference", /\b(?=[a-z0-9/-]*\d)(?=[a-z0-9/-]*[a-z])[a-z0-9]{1,12}(?:[-/][a-z0-9]{1,12}){1,5}\b/g],
];
const FIELD = "ˣ";
/** What a field's name tells about what will stand there. */
const FIELD_KINDS: readonly (readonly [EntityKind, RegExp])[] = [
  ["date", /date|day|deadline|when|month/i],
  ["time", /time|slot/i],
  ["money", /amount|price|total|cost|balance|fee/i],
  ["channel", /phone|tel|e-?mail|url|link|website|number to call/i],
  ["person", /officer|agent|adviser|advisor|case.?owner|handler|manager|engineer/i],
];
const PEOPLE = /\b(?:(?:an?|the|our|my|one of our|your) (?:[a-z-]{2,20} ){0,2}(?:engineer|engineers|surveyor|adviser|advisers|advisor|colleague|colleagues|driver|manager|team|nurse|doctor|vet|officer|inspector|plumber|electrician|contractor|contractors|caseworker|case worker|crew|courier|technician|assessor|clerk|tutor|specialist|reader|fitter|couriers|consultant|receptionist|warden|depot|department|branch|office|bank|insurer|housing officer)|someone|somebody)\b/g;
const TITLE = /^(?:mr|mrs|miss|ms|mx|dr|sir|rev|professor|prof|nurse|sister|councillor|cllr)\.?$/;
const NOT_A_NAME = new Set(["i", "we", "you", "the", "a", "an", "this", "that", "these", "those", "it", "he", "she", "they", "our", "your", "my", "if", "when", "please", "there", "as", "in", "on", "at", "to", "for", "and", "but", "so", "from", "with", "after", "before", "once", "until", "thank", "thanks", "no", "yes", "all", "any", "nothing", "what", "how", "why", "here", "unfortunately", "however"]);

/** Finds dates, durations, times, sums, references, ways to reach somebody and people, as token ranges. */
export function findEntities(tokens: readonly Token[]): Entity[] {
  const entities: Entity[] = [];
  const { text, starts } = joined(tokens);
  if (/\d|day|month|week|year|hour|minute|fortnight|noon|o'clock|midnight|today|tomorrow|tonight|this|website|app|email|number|line|our|the|reply|\.|@|january|february|march|april|june|july|august|september|october|november|december/.test(text)) {
    for (const [kind, shape] of SHAPES) for (const match of text.matchAll(shape)) add(kind, match.index, match.index + match[0].length);
  }
  for (const match of text.matchAll(PEOPLE)) add("person", match.index, match.index + match[0].length);
  findNames(tokens, entities);
  tokens.forEach((token, at) => {
    if (token.kind !== "placeholder") return;
    for (const [kind, name] of FIELD_KINDS) if (name.test(token.text)) entities.push({ kind, from: at, to: at + 1 });
  });
  return entities.sort((a, b) => a.from - b.from || b.to - a.to);

  function add(kind: EntityKind, start: number, end: number): void {
    const from = tokenAt(starts, start);
    const to = tokenAt(starts, end - 1) + 1;
    if (!entities.some((known) => known.kind === kind && known.from <= from && known.to >= to)) entities.push({ kind, from, to });
  }
}

/** The normal forms joined by one space, and where each token begins in them. */
function joined(tokens: readonly Token[]): { text: string; starts: number[] } {
  const starts: number[] = [];
  let text = "";
  for (const token of tokens) {
    if (text) text += " ";
    starts.push(text.length);
    text += token.kind === "placeholder" ? FIELD : token.norm;
  }
  return { text, starts };
}

function tokenAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** "Mrs Anand-Whitlock", "Dr Vaszary", and a capitalised word that no sentence begins with: "Niamh will …". */
function findNames(tokens: readonly Token[], entities: Entity[]): void {
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (token.kind !== "word" || !/^\p{Lu}/u.test(token.text)) continue;
    const titled = TITLE.test(token.norm);
    if (!titled && NOT_A_NAME.has(token.norm)) continue;
    if (!titled && at === 0 && !/^(?:will|has|is|can|and)$/.test(tokens[1]?.norm ?? "")) continue;
    let to = at + 1;
    while (to < at + 5 && tokens[to]?.kind === "word" && /^\p{Lu}/u.test(tokens[to]!.text)) to++;
    entities.push({ kind: "person", from: at, to });
    at = to - 1;
  }
}
