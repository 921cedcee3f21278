import type { Context } from "../../../../../shared/decider/index.ts";
import { mayUse } from "../../../../../shared/powers-in-force/index.ts";
import { territoryOf } from "../../../../../shared/territory/index.ts";
import type { PowerCopy } from "../../../common/domain/known-power.ts";
import { refuse } from "../refusals.ts";
import type { Filed } from "./application.ts";

/** P5, P8: whether the town may use the power today, at the place the application is about, where it names one. */
export const powerFor = (
  { place }: Pick<Filed, "place">,
  power: PowerCopy | undefined,
  { today, town }: Pick<Context, "today" | "town">,
) => mayUse(power, { on: today, place }, territoryOf(town));

/** P5: no power, no act; every condition that fails is named. */
export const powerNotInForce = (item: string, { today }: Context, failed: readonly { condition: string }[]) =>
  refuse("permits.power-not-in-force", {
    item,
    on: today.toString(),
    conditions: failed.map(({ condition }) => condition),
    failed,
    rule: "P5",
  });
