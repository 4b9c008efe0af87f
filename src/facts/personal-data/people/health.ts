import { textAfter, textBefore } from "../context.ts";
import { LETTER, LOWER, UPPER } from "../pattern.ts";
import { type Found, type HasValue, matches, NEAR, type Parties } from "./model.ts";
import { Terms } from "./terms.ts";
import { any, type Owners } from "./whose.ts";
import type { PeopleWords } from "./words.ts";
import { anyOf, inTurn, oneOf, ways } from "../../../ways.ts";

/** Before a condition in a form, or in words that only a person's condition follows. */
const HEALTH_NAME = ways([
  // "Priority services reason:"
  /priority (?:services?|needs?|register)(?: \w+)?/,
  // "grounds for your exemption"
  /(?:reason|grounds) for (?:the |your |his |her )?(?:priority|absence|adjustment|extension|exemption|sick leave|time off|leave|deferral|claim)/,
  // "Medical history", "health flag declared"
  /(?:medical|health|long-term) (?:needs?|history|reason|problem|issue|flag|note)(?: given| declared| stated| noted| held)?/,
  /(?:absence|priority|exemption|adjustment|support|cancellation) reason|reason for (?:cancell\w+|absence)/,
  /disabilit(?:y|ies)|allerg(?:y|ies)|medical conditions?|conditions? declared|declared conditions?|meds|medication/,
  // "Dx", "absent with"
  /absent with|dx|diagnos(?:is|ed with)|treated for|suffers from|allergic to/,
]);
const HEALTH_LABEL = anyOf([
  // "sick note (stress)"
  /\b(?:fit|sick) note(?: \(|(?: for [\w ]{1,15})?: ?)$/,
  new RegExp(
    String.raw`\b(?:${HEALTH_NAME})\b[ \t:*]{0,4}(?:(?:\n|\|)[ \t>*-]{0,4})?(?:(?:an?|severe|acute|chronic|home|type \d|mild|early) ?)?$`,
  ),
]);
/** "Flag: ", "Exemption: " at the head of a line, and what heads lines that are nobody's. */
const LABEL = /(?:^|\n|[|;(])[ \t>*-]{0,6}([A-Za-z][A-Za-z '’/-]{2,40}):[ *]{0,3}[^.:;\n|]{0,25}$/;
const GENERAL_LABEL = new RegExp(
  inTurn(
    /\b/,
    [
      /topics?/,
      /leaflets?/,
      /courses?/,
      /talks?/,
      /clinics?/,
      /sessions?/,
      /cover\w*/,
      /exclu\w+/,
      "excluded",
      /charit\w+/,
      oneOf("walk research programme page title"),
      /tags?/,
      "see",
      /include\w*/,
      /risks?/,
      "side effects",
      "symptoms",
      "causes",
      /groups?/,
      oneOf("support service campaign training news today workshop meeting webinar helpline from to"),
      /causes?/,
      "question",
      /links?/,
      "example",
      "note to all",
      "conditions we",
      "we treat",
    ],
    /\b/,
  ),
  "i",
);
const BECAUSE = /\b(?:because of|due to|on account of) (?:the|my|your|his|her|their) $/i;
/** The heading of a column of conditions. */
const HEALTH_HEADING =
  /^\s*(?:(?:medical|health) (?:needs?|conditions?|history|reason|flag|notes?)|conditions?|diagnos[ie]s|disabilit(?:y|ies)|medication|meds|allerg(?:y|ies))\b[^|\n]{0,20} /i;
/** Who has, takes or lives with what follows. */
const LIVES_WITH = new RegExp(
  String.raw`\b(?:${ways([
    /has|(?:is|are|was|been|[’'](?:s|m|re)) on|takes|taking|declared|carries|depends on|lives? with|undergo\w*|underwent|recovering from/,
    // "off work with", "through her chemotherapy"
    /off (?:\w+ ){0,2}with|start of|through (?:her|his|my|their)/,
    // What stands in a file.
    /given as|flag:|note in:|agreed,/,
  ])}) (?:an? |her |his |my |their |severe |acute |chronic |early |early-onset )?$`,
  "i",
);
/** What tells of an illness in general. */
const IN_GENERAL = anyOf([
  // "The leaflet tells you about"
  inTurn(
    /\b/,
    [
      /leaflets?/,
      /booklets?/,
      /guides?/,
      /brochures?/,
      /posters?/,
      /articles?/,
      /videos?/,
      /talks?/,
      /courses?/,
      /pages?/,
      /campaigns?/,
      "poster",
      /factsheets?/,
      "newsletter",
    ],
    /\b[^.]{0,30}\b/,
    [
      /tells?/,
      /says?/,
      /shows?/,
      /explains?/,
      /lists?/,
      /mentions?/,
      /covers?/,
      /describes?/,
      "about",
      "on",
      "is for",
      /helps?/,
    ],
    /\b/,
  ),
  /\b(?:risk|signs|symptoms|causes|prevention) of $|\bof an? $/,
]);
/** "what asthma is", "how depression affects". */
const ASKS_WHAT = /\b(?:what|how) $/i;
const IN_QUESTION = /^ (?:is|are|affects|works)\b/;
/** "cover for", "we raised £200 for". */
const FOR_CAUSE =
  /\b(?:cover(?:s|ed)?|pays?(?: out)? for|walk(?:ed)? for|raised?|research|awareness|leaflets? (?:on|about)|information (?:on|about))\b[^.]{0,50}$/i;
/** "if you have", "people with". */
const OF_ANYONE = /\b(?:if|any|anyone|people|patients|those|someone|such as|including|whether|or)\b[^.]{0,40}$/i;
/** What the customer said of themselves, and the reply takes into account. */
const TOLD =
  /\b(?:you(?:'ve| have)? (?:also )?(?:told|said|mentioned|explained|wrote|let us know|asked)|(?:letting us know|telling us) (?:about|of|that))\b[^.!?\n]{0,60}(?<!\b(?:about|of) your ?)$/i;

/** "he's", "the lad next door is": before what somebody is. */
const IS =
  /\b(?<!\b(?:it|this|that|there|which|what|if|anyone|everyone|somebody|someone|people|patients|those|you are|who) )(?:is|was|are|am)(?: also| now| severely| very)? $|\b(?:he|she|i|they|[a-z]+)['’](?:s|m|re) (?:also |now |severely )?$/i;
/** "the chemo leaves you wiped out". */
const LEAVES =
  /^ (?:has |is |was )?(?:leaves?|left|makes?|made|means?|meant|keeps?|kept|stops?|stopped|affects?|affected|leaving|making) (?:you|your|him|her|them|his|their)\b/i;
/** "MS" as an illness, and not before a name. */
const SHORT = /(?<![A-Za-z.])MS(?= ?[,.;)!\n]|$| (?:and|is|means|makes|has|needs|so|or|but|flares?)\b)/g;

/** Whoever may have an illness. */
const PERSON = new RegExp(
  String.raw`(?<![${LETTER}])(?:${ways([
    /I[’']ve got|I have|I[’']m on|[Yy]ou|[Yy]our|[Uu]r?|[Mm]y|[Hh]is|[Hh]er|[Tt]heir|he|she|him|Mr|Mrs|Ms|Miss|Master|Dr/,
    /[Cc]ust|[Pp]t|pax|[Pp]assenger|[Pp]atient|[Cc]ustomer|[Tt]enant|[Ee]mployee|[Cc]laimant|[Gg]uest|[Aa]pplicant/,
    /next door|kid|lad|lass|toddler|baby/,
    /(?:[Tt]he|[Aa]) (?:man|woman|lady|gentleman|boy|girl|tenant|patient|customer|child|driver|passenger|pupil|resident|employee|caller|claimant|cyclist|student|guest)/,
    // "Ann takes", "Ann's"
    String.raw`[${UPPER}][${LOWER}]+ (?:has|had|is|was|takes|needs|coped)`,
    String.raw`[${UPPER}][${LOWER}]+['’]s`,
  ])})(?![${LETTER}])`,
);

/** "you’re on a home dialysis machine": the thing is used by somebody. */
const USES = /\b(?:s?he|you|they|[a-z]+)(?:['’](?:s|re)| is| are| was| were) on an? $/i;
/** "a hip replacement you had". */
const HAD = anyOf([
  /^ is (?:the|your) (?:reason|condition|grounds?)\b/,
  /^ (?:was|is|were) (?:not |never )?(?:declared|disclosed|diagnosed)\b/,
  /^(?: that| which)? (?:you|he|she|they) (?:had|have|has|underwent|are having|is having)\b/,
]);
/** "a stroke of luck". */
const IDIOM = /^ of (?:good |bad |sheer |pure )?(?:luck|genius|fortune|midnight|the pen|nerves)\b/i;

/** Finds what is said of a person's health. */
type HealthFinder = (text: string, parties: Parties, hasValue: HasValue) => Found[];

/** Makes the finder. What it needs besides the illnesses is made when a text first names one, as few do. */
export function createHealthFinder(words: PeopleWords, owners: Owners): HealthFinder {
  const illnesses = new Terms(words.health, true);
  let isMeant: ReturnType<typeof createJudge> | undefined;

  return (text, parties, hasValue) => {
    const named = Array.from(illnesses.in(text), ({ start, end }) => ({ kind: "health" as const, start, end }));
    const found = [...named, ...matches(text, SHORT, "health")];
    if (found.length === 0) return [];
    isMeant ??= createJudge(words, owners);
    return isMeant(text, parties, hasValue, apart(found, text));
  };
}

/** Makes the judge of which illnesses that a text names are somebody's. */
function createJudge(
  words: PeopleWords,
  owners: Owners,
): (text: string, parties: Parties, hasValue: HasValue, found: readonly Found[]) => Found[] {
  const animals = new RegExp(
    String.raw`\b(?:${any(words.animals)}|(?:the|your|her|his) (?:dog|cat|horse|pony|rabbit|hamster)(?! walker)|paws?)\b`,
    "i",
  );
  /** "the stroke ward", "Parkinson's UK". */
  const isThing = new RegExp(String.raw`^(?:['’]s)? (?:${any(words.healthThings)})\b`, "i");
  const adjectives = new Set(words.healthAdjectives);

  return (text, parties, hasValue, found) =>
    animals.test(text)
      ? []
      : found.filter(({ start, end }) => {
          const before = textBefore(text, start);
          const after = textAfter(text, end);
          if ((isThing.test(after) && !USES.test(`${before} `)) || IDIOM.test(after)) return false;
          if (isOnForm(before)) return true;
          if (isGeneral(before, after)) return false;
          if (adjectives.has(text.slice(start, end).toLowerCase()) && IS.test(`${before} `)) return true;
          if (LEAVES.test(after) && /\b(?:the|this|that)$/i.test(before)) return true;
          if (hasValue(Math.max(0, start - NEAR), end + NEAR) || LIVES_WITH.test(`${before} `)) return true;
          return isOfPerson(before, after, parties);
        });

  function isOfPerson(before: string, after: string, parties: Parties): boolean {
    const { isPublic, isHealthService } = parties;
    if (owners.isOfAnother(before, parties) || owners.isOfAnother(after, parties)) return true;
    if (!isPublic && (isHealthService || TOLD.test(before))) return false;
    if (HAD.test(after)) return true;
    const tells = (said: string) => PERSON.test(said) || owners.relations.isIn(said);
    return tells(before) || owners.isOfNamedNear(before, parties) || (isPublic && tells(after));
  }
}

/** Being off sick is told already by the illness that is named beside it. */
function apart(found: readonly Found[], text: string): Found[] {
  return found.filter(
    ({ start, end }) =>
      !/sick/i.test(text.slice(start, end)) ||
      !found.some(
        (other) => other.start > end && other.start - end < 40 && !/[.!?\n]/.test(text.slice(end, other.start)),
      ),
  );
}

const isOnForm = (before: string): boolean =>
  HEALTH_LABEL.test(before) ||
  isLabelled(before) ||
  (before.includes("|") && HEALTH_HEADING.test(before)) ||
  BECAUSE.test(`${before} `);

function isLabelled(before: string): boolean {
  const label = LABEL.exec(before)?.[1];
  return label !== undefined && !/^(?:subject|re)$/i.test(label) && !GENERAL_LABEL.test(before);
}

/** "malaria can pass to a patient", "malaria is found". */
const SPREADS =
  /^ (?:(?:can|may|could) (?:be )?(?:pass|spread|caught)\w*|is (?:found|spread|caught|common|passed)|(?:spreads|passes))\b/;
/** "two drivers are off sick": of several whom nobody names. */
const SEVERAL = new RegExp(
  inTurn(
    /(?<!\b(?:one|another) of (?:our |the )?)\b(?:two|three|four|five|six|several|some|many|few|half|most) (?:of (?:our|the) )?/,
    ["drivers", "staff", /crews?/, oneOf("teachers nurses colleagues people officers guards engineers doctors carers")],
    /\b[^.!?]{0,12}$/,
  ),
  "i",
);

/** "Please bring your inhaler": what anybody may be told to have with them. */
const BRINGS = /\b(?:bring|carry|pack|keep)(?: (?:any of|all of))? your$/i;

/** Whether an illness is spoken of, and nobody who has it. */
const isGeneral = (before: string, after: string): boolean =>
  IN_GENERAL.test(`${before} `) ||
  (ASKS_WHAT.test(`${before} `) && IN_QUESTION.test(after)) ||
  FOR_CAUSE.test(before) ||
  BRINGS.test(before) ||
  OF_ANYONE.test(before) ||
  SEVERAL.test(before) ||
  (SPREADS.test(after) && !/(?:['’]s|\b(?:his|her|their|your|my)) ?$/i.test(before));
