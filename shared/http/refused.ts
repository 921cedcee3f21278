import type { Problem } from "./problem.ts";

/** Carries a problem out of a middleware, where only an exception ends the request. */
export class Refused extends Error {
  override readonly name = "Refused";
  readonly answer: Problem;
  constructor(answer: Problem) {
    super(answer.code);
    this.answer = answer;
  }
}
