/** Letters for the benchmark, about 200 words each: always the same for the same number, and no two alike. */

const openings = [
  "Thank you for your letter of {day} {month}.",
  "Thank you for getting in touch about {matter}.",
  "I am sorry that you have had trouble with {matter}.",
  "I was glad to speak to you on {day} {month} about {matter}.",
  "We know how upsetting this must have been for you and your family.",
];
const faultyOpenings = [
  "Unfortunately we are unable to help you with {matter}.",
  "Further to your recent correspondence, the contents of which have been noted, we write with regard to {matter}.",
  "You have failed to send us the form that we asked for.",
  "It has come to our attention that your account ref. no. {reference} is in arrears.",
  "Hiya, just a quick one about {matter}!!",
];
const purposes = [
  "I am writing to let you know what we have decided about {matter}.",
  "This letter explains what we found and what happens next.",
  "I have looked into {matter}, and we will put it right by {day} {month}.",
  "You asked us to check the amount of £{sum}.00, and I can now give you an answer.",
];
const sectors = [
  {
    firm: "Northmere Borough Council",
    matter: "your missed recycling bin",
    good: [
      "The crew could not get past a parked van, and they did not come back the same day.",
      "We have asked them to empty the bin on {day} {month}, so please leave it out by 7am.",
      "Your council tax for the year is £{sum}.00, which you can pay in ten parts.",
      "You can take large items to the tip at Mill Lane on any day except Wednesday.",
      "Dr. Marsh and the other councillors will discuss the new lorries at 7.30 p.m. that evening.",
    ],
    faulty: [
      "The Authority endeavours to ensure that all receptacles are emptied in accordance with the published schedule.",
      "You are hereby advised that payment should be remitted forthwith.",
      "The PCN was issued by the CEO in line with the TRO.",
      "Residents are responsable for the seperation of there own waste at the earliest oportunity.",
    ],
  },
  {
    firm: "Calder Bank",
    matter: "the payment on your statement",
    good: [
      "The payment of £{sum}.00 left your account on {day} {month}.",
      "We will never ask you for your PIN or your password, by phone or by email.",
      "Your new card will come in a plain envelope within five working days.",
      "We have stopped the old card, so nobody else can use it.",
    ],
    faulty: [
      "The card 4000 0082 6000 0000 has been flagged and the chargeback is pending arbitration.",
      "Had you read the terms and conditions you would of known that.",
      "In the event that the merchant disputes the transaction, we will revert to you in due course.",
      "Going forward we will be leveraging our digital channels to optimise your customer journey.",
    ],
  },
  {
    firm: "Tarnside Water",
    matter: "the leak outside your home",
    good: [
      "Our engineer found that the leak is in the pipe under the pavement, which belongs to us.",
      "The repair will take about three hours, and your water will be off for one of them.",
      "We have taken £{sum}.00 off your bill for the water that you lost.",
      "Your meter is beside the front gate, under a small black cover.",
      "The water may look cloudy at first, but it is safe to drink.",
    ],
    faulty: [
      "The DMA team have been made aware and will be actioning the job ASAP.",
      "At this moment in time it is not possible to provide an indication as to the likely duration of the works, owing to the fact that the contractor has yet to confirm the availability of the necessary plant, labour and materials.",
      "Kindly utilise the form on the website.",
      "It MUST be fixed by yourself before we will do anything else!!!",
    ],
  },
  {
    firm: "Brightwell Energy",
    matter: "your latest electricity bill",
    good: [
      "The bill was too high because it was based on an estimate, and the estimate was wrong.",
      "You have used 290 units since the last reading, and each one costs 28p.",
      "I have sent you a new bill for £{sum}.00, and you can ignore the old one.",
      "If you send us a reading each month, your bills will always be right.",
    ],
    faulty: [
      "Your account has been migrated from the legacy platform and is subject to reconcilliation.",
      "We do not currently have a read from the DCDA for the period in question.",
      "A refund will be issued in due course, subject to the neccessary checks.",
      "Loads of people get this wrong, so don't worry about it lol 😊",
    ],
  },
  {
    firm: "Larkfield Homes",
    matter: "the repair to your kitchen window",
    good: [
      "The joiner will come on {day} {month}, between 8am and noon.",
      "Please clear the space under the window, and keep pets in another room.",
      "Your rent stays at £{sum}.00 a week until April next year.",
      "The new window has thicker glass, which should keep the room warmer.",
    ],
    faulty: [
      "The job has been raised as a P2 and passed to the DLO under the agreed SLA.",
      "The tenant shall be liable for any and all costs arising therefrom, howsoever caused, including but not limited to the cost of making good, the cost of temporary accommodation and the cost of any legal proceedings which the landlord may see fit to commence.",
      "An an operative will attend the the property at a later date.",
      "Obviously you should have told us sooner.",
    ],
  },
  {
    firm: "St Brannock's Hospital",
    matter: "your appointment in the eye clinic",
    good: [
      "The clinic is on Level 2, and it has its own waiting room.",
      "We will put drops in your eyes, so you must not drive for four hours afterwards.",
      "Please bring your glasses and a list of the medicines that you take.",
      "If the date does not suit you, we can offer another one on {day} {month}.",
      "You can claim up to £{sum}.00 of what you spend on travel if you have a low income.",
    ],
    faulty: [
      "The RTT clock on this pathway has been paused pending clinical validation.",
      "Patients who DNA will be discharged back to primary care without further notification.",
      "You are required to ascertain your eligability prior to the commencement of treatment.",
      "The Trust apologises for any inconvenience caused.",
    ],
  },
];
const fillers = [
  "We checked our records, listened to the calls and read the notes that our staff made.",
  "You do not need to send us the photos again.",
  "My colleague spoke to the person who dealt with you, and she has said sorry.",
  "We have changed the way we work, so that this does not happen to anyone else.",
  "You told us that evenings are best for you, and we have made a note of that.",
  "There is no charge for this.",
  "The reference for all of this is {reference}, which you can quote when you call.",
  "If you do not agree, you can ask the manager to look at it again within 28 days.",
];
const faultyFillers = [
  "Please be advised that the aforementioned matter is receiving attention.",
  "The purpose of the exercise is to facilitate a seamless experience for all stakeholders.",
  "In order to progress your enquiry we will require additional documentation.",
  "A member of the team will be in touch in the near future.",
  "Dear [NAME], please confirm your details.",
  "It should be noted that there is a considerable number of similar cases at the present time.",
  "We definately sent it, so it's not our fault.",
];
const closings = [
  "I will call you on {day} {month} to check that you are happy. You do not need to do anything else.",
  "Please send the form back by {day} {month}, and we will pay you within ten working days.",
  "To sum up, we will pay you £{sum}.00 by {day} {month}, and there is nothing for you to do.",
  "What happens next:\n\n- We will write to you by {day} {month}.\n- You keep the old papers until you hear from us.",
];
const faultyClosings = [
  "Please do not hesitate to contact us.",
  "Assuring you of our best attention at all times.",
  "Hope this helps!!",
  "We trust that the foregoing clarifies the position.",
];
// As in real post, hardly two letters go to the same name, and few of the names stand in a dictionary.
const names = (
  "Patel Okafor Whitlock Chen Galbraith Rahman Pugh Denby Marsh Doyle Adeyemi Aldersey Anand Bickerstaff Borowska " +
  "Cadwallader Chaudhry Cholmondeley Dhaliwal Entwistle Eyre-Lonsdale Fairclough Featherstone Gallimore Gwilym Haworth " +
  "Hussaini Iwobi Jankowski Kaczmarek Kirkbride Kowalczyk Llewellyn Lowcock Mahmood McAllister Mukherjee Ndlovu " +
  "Nwosu O'Rourke Oyelaran Papadaki Pilkington Quigley Ramasamy Rhydderch Satterthwaite Sivakumar Szymanski " +
  "Tattersall Thirunavukarasu Uddin Vasquez Wolstenholme Yilmaz Zielinski"
).split(" ");
const streets = [
  "Ashgrove Terrace",
  "Cinderhill Lane",
  "Fenwick Street",
  "Hawkstone Rise",
  "Ormerod Road",
  "Tithebarn Close",
];
const towns = ["Northmere", "Tarnside", "Hollin Hey", "Wrigglesby", "Llanfechan", "Aberdovan", "Crossthwaite"];
const months = ["January", "March", "April", "June", "September", "October"];

/**
 * Letter number `seed` in Markdown. Two letters in three have faults, as drafts do.
 * @param {number} seed a whole number
 * @param {{clean?: boolean, length?: number}} [options] no faults at all; the body so many times 200 words long
 * @returns {string}
 */
export function letter(seed, { clean = false, length = 1 } = {}) {
  const random = generator(seed + 1);
  const dealt = new Map();
  const pick = (list) => {
    const at = dealt.get(list) ?? Math.floor(random() * list.length);
    dealt.set(list, at + 1);
    return list[at % list.length];
  };
  const faulty = !clean && random() < 2 / 3;
  const either = (good, bad) => pick(faulty && random() < 0.4 ? bad : good);
  const sector = sectors[seed % sectors.length];
  const name = pick(names);

  const paragraphs = [`${either(openings, faultyOpenings)} ${pick(purposes)}`];
  for (let words = 50; words < 165 * length;) {
    const sentences = Array.from({ length: 4 }, (_, index) =>
      index % 2 ? either(fillers, faultyFillers) : either(sector.good, sector.faulty),
    );
    paragraphs.push(sentences.join(" "));
    words += sentences.join(" ").split(" ").length;
  }
  const address = `Mrs ${name}\n${3 + (seed % 90)} ${pick(streets)}\n${pick(towns)}`;
  const text = [
    seed % 3 === 2 ? address : `Subject: About ${sector.matter}`,
    `Dear Mrs ${name}`,
    ...paragraphs,
    either(closings, faultyClosings),
    "Yours sincerely",
    `Helen ${pick(names)}\nCustomer Services, ${sector.firm}`,
  ].join("\n\n");
  const fields = {
    matter: () => sector.matter,
    day: () => 1 + Math.floor(random() * 28),
    month: () => pick(months),
    sum: () => 20 + Math.floor(random() * 400),
    reference: () => `WS-${10_000 + Math.floor(random() * 90_000)}`,
  };
  return `${text.replace(/\{(\w+)\}/g, (_, field) => fields[field]())}\n`;
}

/** The letter with three of its words misspelt: two letters change places, as under hasty fingers. */
export function misspell(text) {
  let left = 3;
  return text.replace(/\b([a-z]{3})([a-z])(?!\2)([a-z])([a-z]{2,})\b/g, (word, start, one, other, rest) =>
    left-- > 0 ? start + other + one + rest : word,
  );
}

/** Numbers from 0 to 1 in an order fixed by `seed`: a linear congruential generator (Numerical Recipes, 1992). */
function generator(seed) {
  let state = Math.imul(seed, 2_654_435_761) >>> 0;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}
