import { anyOf, inTurn, ways } from "../../ways.ts";

/** What the names of those who are paid into an account end in. */
const FIRM = ways([
  /ltd|limited|llp|plc|sarl|gmbh|council|homes|housing|lettings|school|academy|nursery|church|trust|association|society/,
  /surgery|clinic|hospice|charity|pta|club|client account|office account|services/,
]);

/** "Pay the hotel at", "Wire to": what the reader is to do. */
export const TO_PAY = new RegExp(
  inTurn(
    /^(?:please |kindly |then |now |to )?/,
    [
      /pay (?!went|goes|is|was|now\b|to (?:him|her|them|you)|you\b|him\b|her\b|them\b)/,
      "wire ",
      "settle ",
      "remit ",
      /transfer (?:the|your|a|£|€)/,
      /send (?:the|your|£|€)/,
    ],
    /(?![^.!?\n]{0,60}\b(?:your|his|her|their) (?:own )?(?:bank|account|iban))/,
  ),
  "i",
);

/** The organisation's own account, to pay into: said before a sort code or an account number. */
export const OWN_MONEY = anyOf([
  new RegExp(
    String.raw`\b(?:${ways([
      /remit|quoting|cheques|made out to|(?<!made )payable to|or by bacs\b|online by bacs\b/,
      /(?:from|to|into) our|our (?:[a-z]+ )?(?:account|bank)/,
      /use (?:our )?(?:sort code|account)/,
      // "how to pay", but not "how to pay them"
      /(?:how|ways|where) to pay(?! (?:them|him|her|you|it)\b)/,
      // "pay your rent to", "pay Tidewell Homes at sort code"
      /(?<!\bwe(?:['’]ll| will| can) )pay (?:us|by|into|to |(?:your|the) [a-z ]{2,24}(?:to|into) |(?:rent|fees|subs|deposits?|invoices?) (?:to|into|by)\b)/,
      /(?<!\bwe(?:['’]ll| will| can) )pay (?!you|him|her|them|the customer)[^.!?]{1,40} (?:at|to|into|using|with|by) [a-z ]{0,24}(?:sort|account)/,
      /(?<!\bwe(?:['’]ll| will| can) )pay (?!you|him|her|them)[^.!?]{3,60}, (?:sort code|account)/,
      // "to pay by", "to pay your bill", but not "to pay your refund"
      /to pay (?:by|us|for|(?:your|the|this|any|a) (?!refund|wages|benefit|pension|bonus|claim|money|deposit|share)[a-z]+)/,
      /you (?:can|may|could) (?:also )?pay (?!(?:him|her|them)\b)|please (?:pay|transfer)|make (?:a |your |the )?(?:payments?|transfer) /,
      /send (?:[a-z ]{2,24}to us|(?:your|the) (?:[a-z]+ )?(?:fees?|payment|money|deposit|balance|subs|rent|donation) (?:to|by)\b)/,
      /payments? (?:to us|(?:to|for) (?!you|him|her|them)[^.!?\n]{2,50}: [^\n]{0,25}$|(?:is )?due|terms)/,
      /(?:invoice total|amount due|balance due|total due)\b/,
      /donations?|(?:donate|give):?(?= )/,
      /bank (?:transfers?|payments?)(?:[: ]{1,2}(?:details)?[:\n]| (?:to|go|should))|by bank(?: transfer)?:[^\n]{0,20}$/,
      /(?:bank|payment) details for (?:your |the |all )?(?!refund|wages|benefit|pension|you\b|him|her)[a-z]+/,
      /(?:transfers?|payments?|donations?) (?:go(?:es)?|should (?:be made|go)|can be made|(?:is|are) (?:made|welcome))/,
      /standing orders? (?:should|to|can)\b|set up a standing order/,
      /the (?:trust|club|charity|council|school|company|firm|church|association|hotel|society|fund)['’]s (?:bank )?account/,
    ])})`,
  ),
  TO_PAY,
  // "Subs: "
  /(?:^|\n)[ \t>*-]{0,6}(?:subs|fees?|donations?|payments?|deposits?): [^\n]{0,20}$/,
  // "Lorne Travel Ltd, account", "Fenwold Council\nSort code"
  /\b(?:ltd|limited|llp|plc)\b[^.!?\n|]{0,45}$/,
  /\b(?:ltd|limited|llp|plc|sarl|gmbh|council|client account|club|hospice|charity|pta)\b(?:[^.!?\n|]{0,25}| ?\|[^.!?\n]{0,25})$/,
  new RegExp(String.raw`\b(?:${FIRM})\b\W{0,3}(?:\n[^\n]{0,40}){1,2}$`),
]);

/** Money that goes to the customer. */
const PAID_OUT = /\b(?:refund\w*|repa(?:id|yments?)|paid (?:it )?(?:to|into|out)|wages|salary|your (?:own )?bank)\b/i;
/** "…, quoting your invoice number", "Ref: your tenancy number", "(Lorne Travel Ltd)": said behind an account to pay into. */
const PAID_IN = anyOf([
  /^[^.!?\n]{0,40}\b(?:quoting|quote) (?:your|the|our|ref|invoice)\b/,
  // "with your name as the reference"
  /^[^.!?\n]{0,40}\b(?:with|using|and use|and put) (?:your|the) [^.!?\n]{0,30} as (?:the |your |a )?(?:payment )?ref/,
  /^(?:[^\n]{0,40}\n){1,2}[ \t>*-]{0,6}(?:payment |your )?ref(?:erence)?[ :*]{1,4}(?:please )?(?:your|use|quote|the)\b/,
  /^[^.!?\n]{0,40},? ref(?:erence)?:? (?:your|the|surname|invoice|name|child)\b/,
  /^,? ?\(?(?:\w+ ){1,4}(?:ltd|limited|llp|plc)\b/,
  /^ ?\((?:pta|us|our|client)\b/,
]);

/** Whether what stands around a bank account tells the reader to pay into it. */
export const isPaidIn = (before: string, after: string): boolean => PAID_IN.test(after) && !PAID_OUT.test(before);
