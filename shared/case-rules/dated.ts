import { Temporal } from "temporal-polyfill";
import { type Context, type Rejection, refusals } from "../decider/index.ts";

/** A document that something rests on is not of a day to come. Give it the name of the service. */
export const datedLaterIn = (service: string) => {
  const { badInput } = refusals<string>();
  return (
    document: { readonly date: string } | undefined,
    { today }: Pick<Context, "today">,
    pointer = "/document/date",
  ): Rejection | undefined =>
    document !== undefined && Temporal.PlainDate.compare(document.date, today) > 0
      ? badInput(`${service}.document-dated-later`, { date: document.date }, pointer)
      : undefined;
};
