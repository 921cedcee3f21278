import type { Context, Decision, Rejection } from "../../../../shared/decider/index.ts";
import { headFault } from "../../cases/domain/proceeding/people.ts";
import { openRemedy } from "../../cases/domain/proceeding/remedying.ts";
import { aboutBuilding, ended } from "./about.ts";
import type { Building } from "./building.ts";
import type { BuildingCommandOf, BuildingEvent } from "./messages.ts";
import { badInput, notNow } from "./refusals.ts";
import { officerOnly } from "./who.ts";

type Told = Decision<BuildingEvent>;
const article = { article: "行政强制法44", rule: "QZ-44" };

/** QZ-44c: review or suit against the decision to enforce stops the demolition, also one that has begun. */
export function noteBuildingRemedy(state: Building, command: BuildingCommandOf<"note-remedy">, context: Context): Told {
  const { kind, filedOn, document, partyKey } = command;
  const refused = remedyTold(partyKey, command, context);
  if (refused !== undefined) return refused;
  const issuedOn = state.enforcement?.issuedOn;
  const now = context.today.toString();
  if (filedOn > now || issuedOn === undefined || filedOn < issuedOn)
    return badInput("enforcement.building-day", { after: issuedOn ?? now, ...article }, "/filedOn");
  if (state.remedies.some((one) => one.kind === kind && one.endedOn === undefined))
    return notNow("enforcement.remedy-runs", { kind, ...article });
  const id = `R${state.remedies.length + 1}`;
  return [
    { type: "enforcement.building.remedy-filed", data: { id, kind, filedOn }, personal: { document } },
    ...stopped(state, context),
  ];
}

/** The party says it himself, or who learnt of it: an officer of the case or the head. */
const remedyTold = (
  partyKey: string | undefined,
  command: BuildingCommandOf<"note-remedy">,
  context: Context,
): Rejection | undefined => {
  if (partyKey !== undefined && context.actor.party === partyKey) return undefined;
  const refused = officerOnly(command, context);
  return refused === undefined || headFault(command.case, context) === undefined ? undefined : refused;
};

const stopped = (state: Building, { now }: Context): readonly BuildingEvent[] =>
  state.status === "demolishing"
    ? [
        {
          type: "enforcement.building.demolition-interrupted",
          data: { at: now, because: "remedy" },
          personal: {},
        },
      ]
    : [];

/** How it ended, as the head records it. Revoked, the enforcement begins again from the demand. */
export function endBuildingRemedy(state: Building, command: BuildingCommandOf<"end-remedy">, context: Context): Told {
  const { remedy, effect, document } = command;
  const refused = headFault(command.case, context);
  if (refused !== undefined) return refused;
  if (!state.remedies.some(({ id, endedOn }) => id === remedy && endedOn === undefined))
    return badInput("enforcement.no-such-thing", { thing: remedy }, "/remedy");
  const on = context.today.toString();
  return [{ type: "enforcement.building.remedy-ended", data: { on, remedy, effect }, personal: { document } }];
}

/**
 * QZ-39, QZ-44c: the building follows the decision of its proceeding. Overturned, the enforcement ends; where the building is gone
 * already it is restored or paid for (行政强制法41). A review or suit against it stops the work. News that come twice change nothing.
 */
export function followDecision(state: Building, { proceeding }: BuildingCommandOf<"follow">, context: Context): Told {
  if (proceeding === undefined) return [];
  const on = context.today.toString();
  if (proceeding.status === "overturned") return fallen(state, on, context);
  const open = "remedies" in proceeding && openRemedy(proceeding) !== undefined;
  return open ? stopped(state, context) : [];
}

function fallen(state: Building, on: string, context: Context): readonly BuildingEvent[] {
  const gone = state.demolishedOn !== undefined || state.ending?.how === "by-court";
  const due: readonly BuildingEvent[] =
    gone && state.restitutionDueOn === undefined
      ? [{ type: "enforcement.building.restitution-due", data: { ...aboutBuilding(state), on }, personal: {} }]
      : [];
  const over = state.status === "ended" || state.status === "demolished";
  return over || state.decision === undefined
    ? due
    : [...stopped(state, context), ended(state, on, "decision-revoked"), ...due];
}
