import { didYouMean } from "../suggest.ts";
import { write, type Streams } from "./streams.ts";

/** Asks a person at a terminal, one line an answer. */
export class Questions {
  readonly #streams: Streams;
  readonly #input: AsyncIterator<Uint8Array | string>;
  #typed = "";
  #ended = false;

  constructor(streams: Streams) {
    this.#streams = streams;
    this.#input = streams.stdin[Symbol.asyncIterator]();
  }

  /** The answer; undefined where nothing was typed. */
  async text(question: string): Promise<string | undefined> {
    await write(this.#streams.stderr, `${question} `);
    return (await this.#line()).trim() || undefined;
  }

  /** One of some choices; asks again where it is none of them. */
  async choice<T extends string>(question: string, choices: readonly T[]): Promise<T | undefined> {
    for (;;) {
      const answer = await this.text(`${question}\n  ${choices.join(", ")}:`);
      const chosen = choices.find((choice) => choice === answer?.toLowerCase());
      if (answer === undefined || chosen) return chosen;
      await write(this.#streams.stderr, `There is no “${answer}”.${didYouMean(answer, choices)}\n`);
    }
  }

  /** Lets go of the terminal, so that the process can end. */
  async close(): Promise<void> {
    await this.#input.return?.();
  }

  async #line(): Promise<string> {
    while (!this.#typed.includes("\n") && !this.#ended) {
      const { value, done = false } = await this.#input.next();
      this.#ended = done;
      if (!done) this.#typed += typeof value === "string" ? value : new TextDecoder().decode(value as Uint8Array);
    }
    const end = this.#typed.indexOf("\n");
    const line = end < 0 ? this.#typed : this.#typed.slice(0, end);
    this.#typed = end < 0 ? "" : this.#typed.slice(end + 1);
    return line;
  }
}
