import { inShanghai } from "../../../../shared/calendar/index.ts";
import type { Context } from "../../../../shared/decider/index.ts";
import type { GridEvent } from "./event.ts";
import type { Term } from "./term.ts";

/** A text in both languages. */
export interface Answer {
  readonly zh: string;
  readonly en: string;
}
/** What the reporter, and those who joined, were told, in the words of that day. */
export interface ToldAnswer {
  readonly at: string;
  readonly status: GridEvent["status"];
  readonly text: Answer;
}

type AnswerState = Context["town"]["gridEvents"]["answers"][number]["states"][number];

/**
 * G2: what the reporter is told when his matter comes to a state: the town's text for its category, else the general one. It holds
 * nothing but the number and the end of the term.
 */
export function answerTo(
  { number, category }: Pick<GridEvent, "number" | "category">,
  state: AnswerState,
  { town }: Pick<Context, "town">,
  term?: Term,
): { readonly answer?: Answer } {
  const fitting = town.gridEvents.answers.filter(({ states }) => states.includes(state));
  const found =
    fitting.find(({ categories }) => categories?.includes(category) === true) ??
    fitting.find(({ categories }) => categories === undefined);
  if (found === undefined) return {};
  const due = term?.due == null ? "–" : inShanghai(term.due).slice(0, 16).replace("T", " ");
  const fill = (text: string) => text.replaceAll("{number}", number.text.zh).replaceAll("{due}", due);
  return { answer: { zh: fill(found.text.zh), en: fill(found.text.en) } };
}
