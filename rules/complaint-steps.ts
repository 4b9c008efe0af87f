import { type ComplaintStep, defineRule, InputError } from "../src/index.ts";

/** A step to look for here: the last of LEARN, to notify, is what `closing-summary` asks for. */
type Step = Exclude<ComplaintStep, "notify">;

/** The steps of each model, by the names that it gives them. */
const MODELS: Readonly<Record<string, Readonly<Record<string, Step>>>> = {
  LATER: { listen: "listen", apologise: "apologise", thank: "thank", explain: "explain", resolve: "resolve" },
  HEAT: { hear: "listen", empathise: "empathise", apologise: "apologise", "take action": "resolve" },
  LEARN: { listen: "listen", empathise: "empathise", apologise: "apologise", react: "resolve" },
};

const ADVICE: Readonly<Record<Step, string>> = {
  listen: "Say what the customer told you, so that they see it was taken in",
  apologise: "Say sorry for what went wrong",
  thank: "Thank the customer for telling you",
  empathise: "Say that you see what it was like for the customer",
  explain: "Say what happened and why",
  resolve: "Say what has been done, or will be by when, to put it right",
};

export default defineRule({
  id: "complaint-steps",
  title: "Take a complaint through every step of the model.",
  why: "A customer who is heard, told why and told what will be done seldom complains twice.",
  criteria: ["3.4"],
  severity: "info",
  kinds: {
    listen: { about: "Nothing takes up what the customer told us." },
    apologise: { about: "There is no apology, and nothing was refused.", severity: "warning" },
    thank: { about: "The customer is not thanked." },
    empathise: { about: "No word shows what it was like for the customer." },
    explain: { about: "There is no account of what happened." },
    resolve: { about: "Nothing was decided, done or promised.", severity: "warning" },
  },
  options: { model: { about: "LATER, HEAT or LEARN.", default: "LATER" } },
  check({ correspondence, facts, options: { model }, report }) {
    const steps = MODELS[model.toUpperCase()];
    if (!steps) throw new InputError(`complaint-steps has no model “${model}”: use ${Object.keys(MODELS).join(", ")}`);
    const { complaint } = facts;
    if (!complaint) return;
    // "It has been slow since Saturday" may be a report and no complaint: then nothing more than advice.
    const isSure = /complain|^[^“]*$/i.test(correspondence.inferred.occasion ?? "");
    for (const [name, step] of Object.entries(steps)) {
      if (complaint[step].state !== "missing") continue;
      const at = (step === "resolve" ? facts.view.body.at(-1) : facts.view.body[0])!;
      const message = `${ADVICE[step]}: the step “${name}” of ${model.toUpperCase()}.`;
      report({ at, kind: step, message, ...(!isSure && { severity: "info" }) });
    }
  },
});
