import { Temporal } from "temporal-polyfill";
import { type Context, type Rejection, refusals } from "../../../../shared/decider/index.ts";
import type { CommonRefusal } from "./refusals.ts";

const { badInput } = refusals<CommonRefusal>();

/** A document that something rests on is not of a day to come. */
export const datedLater = (
  document: { readonly date: string } | undefined,
  { today }: Pick<Context, "today">,
): Rejection | undefined =>
  document !== undefined && Temporal.PlainDate.compare(document.date, today) > 0
    ? badInput("permits.document-dated-later", { date: document.date }, "/document/date")
    : undefined;
