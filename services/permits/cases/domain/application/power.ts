import type { Context, Decision, Rejection } from "../../../../../shared/decider/index.ts";
import { type FailedCondition, type InForce, mayUse } from "../../../../../shared/powers-in-force/index.ts";
import { territoryOf } from "../../../../../shared/territory/index.ts";
import { officially } from "../../../../../shared/town/series.ts";
import type { PowerCopy } from "../../../common/domain/known-power.ts";
import { badInput, refuse } from "../refusals.ts";
import type { Application, ApplicationCommand, ApplicationEvent, CommandOf, Filed } from "./application.ts";

/**
 * P5, P8: whether the town may use the power today, at the place of the case. Where place matters, the place must be known.
 * P3: the organ in whose name it acts has one name, on certificate and papers.
 */
export function powerFor(
  { place }: Pick<Filed, "place">,
  power: PowerCopy | undefined,
  { today, town }: Pick<Context, "today" | "town">,
): InForce {
  const known = mayUse(power, { on: today, place, placeNeeded: true }, territoryOf(town));
  return known.inForce ? { ...known, inWhoseName: officially(known.inWhoseName, town) } : known;
}

/** P5: no power, no act; every condition that fails is named. P8: where only the place is unknown, the place is asked for. */
export function powerNotInForce(item: string, { today }: Context, failed: readonly FailedCondition[]): Rejection {
  if (failed.every(({ condition }) => condition === "place-missing"))
    return badInput("permits.place-missing", { item, rule: "P8" }, "/place");
  return refuse("permits.power-not-in-force", {
    item,
    on: today.toString(),
    conditions: failed.map(({ condition }) => condition),
    failed,
    rule: "P5",
  });
}

/**
 * CF-24b, P5: an examination uses the power too. Once it is recalled or suspended no step is taken and none is signed, until
 * somebody decides in writing what becomes of the case.
 */
export function withoutPower(
  state: Pick<Filed, "place" | "item">,
  power: PowerCopy | undefined,
  context: Context,
): Rejection | undefined {
  const known = powerFor(state, power, context);
  return known.inForce ? undefined : powerNotInForce(state.item.code, context, known.failed);
}

/** Steps of the town that an applicant must bear or wait for: under no power the town takes none of them. */
const underPower: ReadonlySet<ApplicationCommand["type"]> = new Set([
  "consult",
  "resolve-disagreement",
  "assign-inspectors",
  "call-hearing",
  "pause",
  "extend",
]);

/** CF-24b, P5: the same for what is done besides: nobody stops the clock or lengthens a limit under a recalled power. */
export function actsWithoutPower(
  state: Application,
  command: ApplicationCommand,
  context: Context,
): Rejection | undefined {
  if (!underPower.has(command.type) || !("power" in command)) return undefined;
  return withoutPower(state, command.power, context);
}

/** P8: the counter adds the place to a case, or puts it right. The next step that needs the power judges it. */
export function locate(
  state: Application,
  { place }: CommandOf<"locate">,
  { today }: Context,
): Decision<ApplicationEvent> {
  const { place: known } = state;
  if (known !== undefined && known.lng === place.lng && known.lat === place.lat) return [];
  return [{ type: "permits.application.located", data: { on: today.toString() }, personal: { place } }];
}
