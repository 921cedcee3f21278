import { toDate } from "../../../../shared/calendar/index.ts";
import type { Context, Decision } from "../../../../shared/decider/index.ts";
import { headFault } from "../../cases/domain/proceeding/people.ts";
import { ended } from "./about.ts";
import type { Building } from "./building.ts";
import type { BuildingCommandOf, BuildingEvent } from "./messages.ts";
import { badInput, notNow, refuse } from "./refusals.ts";
import { agreementFault } from "./standing.ts";
import { officerOnly } from "./who.ts";

type Told = Decision<BuildingEvent>;
const article39 = { article: "行政强制法39", rule: "QZ-39" };
const article42 = { article: "行政强制法42", rule: "QZ-42" };

/** QZ-42: an agreement in stages, each with its last day. While it stands, nothing is enforced. */
export function agree(
  state: Building,
  { stages, signed, ...command }: BuildingCommandOf<"agree">,
  context: Context,
): Told {
  const refused = headFault(command.case, context) ?? agreementFault(state);
  if (refused !== undefined) return refused;
  const on = context.today.toString();
  const late = stages.findIndex(({ by }, at) => by <= (stages[at - 1]?.by ?? on));
  if (late >= 0) return badInput("enforcement.agreement-day", article42, `/stages/${late}/by`);
  const lastDay = stages.at(-1)?.by ?? on;
  const personal = { stages: stages.map(({ what, by }) => ({ text: what, on: by })) };
  return [{ type: "enforcement.building.agreed", data: { on, lastDay, signed }, personal }];
}

/** QZ-42: kept, it ends the matter; not kept, the enforcement goes on, with the days that it takes. */
export function endAgreement(state: Building, command: BuildingCommandOf<"end-agreement">, context: Context): Told {
  const { kept, reasons } = command;
  const refused = officerOnly(command, context);
  if (refused !== undefined) return refused;
  const { agreement } = state;
  if (agreement === undefined) return notNow("enforcement.agreement-day", article42);
  const on = context.today.toString();
  if (!kept && on <= agreement.lastDay)
    return refuse("enforcement.agreement-stands", { lastDay: agreement.lastDay, ...article42 });
  const over: BuildingEvent = {
    type: "enforcement.building.agreement-ended",
    data: { on, kept },
    personal: { reasons },
  };
  return kept ? [over, ended(state, on, "demolished-by-party")] : [over];
}

/** QZ-39 (行政强制法39): the head pauses it for hardship, a third party's claim, or harm that cannot be made good. */
export function pauseEnforcement(_state: Building, command: BuildingCommandOf<"pause">, context: Context): Told {
  const { ground, harmless, reasons } = command;
  const on = context.today.toString();
  return (
    headFault(command.case, context) ?? [
      { type: "enforcement.building.paused", data: { on, ground, harmless }, personal: { reasons } },
    ]
  );
}

/** QZ-39: the first day after three years in which the party was unable and nobody was harmed; then it is not resumed. */
export const neverAgainFrom = ({ pause }: Building): string | undefined =>
  pause?.ground === "unable" && pause.harmless ? toDate(pause.on).add({ years: 3, days: 1 }).toString() : undefined;

export function resumeEnforcement(state: Building, command: BuildingCommandOf<"resume">, context: Context): Told {
  const refused = headFault(command.case, context);
  if (refused !== undefined) return refused;
  const on = context.today.toString();
  const never = neverAgainFrom(state);
  if (never !== undefined && on >= never) return refuse("enforcement.later-than-three-years", article39);
  const { reasons } = command;
  return [{ type: "enforcement.building.resumed", data: { on }, personal: { reasons } }];
}
