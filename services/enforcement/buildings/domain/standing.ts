import type { Rejection } from "../../../../shared/decider/index.ts";
import type { InEffect, Proceeding } from "../../cases/domain/proceeding/proceeding.ts";
import { openRemedy } from "../../cases/domain/proceeding/remedying.ts";
import type { Building } from "./building.ts";
import type { BuildingKnown } from "./messages.ts";
import { refuse } from "./refusals.ts";

const article44 = { article: "行政强制法44", rule: "QZ-44" };

/** The order to demolish among what was decided for the act; undefined: no order is in effect. */
export function orderToDemolish(proceeding: Proceeding | undefined, act: string): InEffect | undefined {
  if (proceeding?.status !== "in-effect" || proceeding.decision.outcome !== "punish") return undefined;
  const charge = proceeding.charges?.items.find((one) => one.act === act);
  return charge?.kinds.includes("限期拆除") === true ? proceeding : undefined;
}

/** QZ-44, QZ-44c: the decision stands: it is in effect, and neither review nor suit is open against it or what followed. */
export function decisionFault(
  state: Building,
  { proceeding }: Pick<BuildingKnown, "proceeding">,
): Rejection | undefined {
  const standing = orderToDemolish(proceeding, state.act);
  const isAnother = state.decision !== undefined && state.decision.number !== standing?.decision.number.text.zh;
  if (standing === undefined || isAnother) return refuse("enforcement.decision-not-to-demolish", article44);
  const own = state.remedies.find(({ endedOn }) => endedOn === undefined);
  const open = openRemedy(standing) ?? own;
  return open === undefined ? undefined : refuse("enforcement.remedy-runs", { kind: open.kind, ...article44 });
}

/** QZ-42: while an agreement stands, nothing is enforced. */
export const agreementFault = ({ agreement }: Building): Rejection | undefined =>
  agreement === undefined
    ? undefined
    : refuse("enforcement.agreement-stands", {
        lastDay: agreement.lastDay,
        article: "行政强制法42",
        rule: "QZ-42",
      });
