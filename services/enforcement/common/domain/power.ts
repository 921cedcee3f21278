import type { Temporal } from "temporal-polyfill";
import type { Rejection } from "../../../../shared/decider/index.ts";
import { mayUse } from "../../../../shared/powers-in-force/index.ts";
import { type Place, territoryOf } from "../../../../shared/territory/index.ts";
import type { TownProfile } from "../../../../shared/town/profile.ts";
import type { PowerCopy } from "./known-power.ts";
import { badInput, refuse } from "./refusals.ts";

const article = { article: "行政处罚法38", rule: "CF-38" };

/**
 * CF-38, CF-22, P5, P8: no power, no act. Answers the refusal if the town may not use the power on that day at that place,
 * with every condition that fails. Where the power depends on the place and none is known, it asks for the place.
 * CF-24b: a matter that the town only passes on, or prepares for another organ, it does not punish.
 */
export function powerFault(
  code: string,
  power: PowerCopy | undefined,
  { on, place }: { readonly on: Temporal.PlainDate; readonly place?: Place | undefined },
  town: TownProfile,
): Rejection | undefined {
  const answer = mayUse(power, { on, place, placeNeeded: true }, territoryOf(town));
  if (answer.inForce) {
    const { townRole } = answer;
    return townRole === "decides" ? undefined : refuse("enforcement.town-does-not-decide", { item: code, ...article });
  }
  const conditions = answer.failed.map(({ condition }) => condition);
  if (conditions.every((one) => one === "place-missing"))
    return badInput("enforcement.place-missing", { item: code, rule: "P8" }, "/place");
  return refuse("enforcement.power-not-in-force", {
    ...{ item: code, on: on.toString(), conditions, failed: answer.failed },
    ...article,
  });
}
