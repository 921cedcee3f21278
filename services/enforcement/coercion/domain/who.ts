import type { Context, Rejection } from "../../../../shared/decider/index.ts";
import { isRecused } from "../../../../shared/people/index.ts";
import type { PenaltyCase } from "../../cases/domain/case/case.ts";
import { headOnly, isPartyOf } from "../../cases/domain/case/who.ts";
import { handlerFault } from "../../cases/domain/proceeding/people.ts";
import type { Measure } from "./measure.ts";
import type { MeasureKnown } from "./messages.ts";
import { badInput, notYou } from "./refusals.ts";

/** CF-57, QZ-18: the organ's head, as a person (P-5); he neither handled the case nor proposed the measure, and is not recused. */
export function measureHeadFault(
  { handlers, proposedBy }: Pick<Measure, "handlers" | "proposedBy">,
  of: PenaltyCase | undefined,
  context: Context,
): Rejection | undefined {
  if (of === undefined) return badInput("enforcement.no-such-target", { rule: "QZ-18" }, "/case");
  const { actor } = context;
  if (isRecused(of.recusals, actor.sub))
    return notYou("enforcement.recused-from-case", { article: "行政处罚法43", rule: "CF-43" });
  if (isPartyOf(of, actor)) return notYou("enforcement.own-case", { article: "行政处罚法43", rule: "L1" });
  return headOnly({ handlers: [...handlers, ...of.handlers], proposedBy }, context);
}

/** QZ-17, CF-42: an officer of the case, certified today and not recused. */
export const measureHandlerFault = ({ of, officers }: MeasureKnown, context: Context): Rejection | undefined =>
  handlerFault({ case: of, officers }, context);
