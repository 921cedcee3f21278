import { type Context, type Decision, isRejection, present, type Rejection } from "../../../../shared/decider/index.ts";
import { parseComponentId } from "../../../../shared/identity-codes/index.ts";
import { nextNumber } from "../../../../shared/papers/official-number.ts";
import { measured } from "../../grids/domain/datum.ts";
import { placeFault } from "../../grids/domain/town-area.ts";
import type { GridEvent, Whereabouts } from "./event.ts";
import { risen } from "./levels.ts";
import type { CommandOf, EventEvent, Located, Report } from "./messages.ts";
import { badInput, notYou, refuse } from "./refusals.ts";
import { about, categoryFault, categoryOf } from "./said.ts";
import { isDispatcher } from "./who.ts";

type Decided = Decision<EventEvent>;

/** Anybody reports from outside of the house; only what the profile offers to all. */
const fromOutside: ReadonlySet<Report["reporter"]["kind"]> = new Set(["resident", "unnamed"]);

/**
 * G2, G14: somebody reports a matter. Its place decides the grid of its day; in a gap, and with an address alone, it waits on the
 * dispatcher's list. No clock runs before it is accepted.
 */
export function report(command: Report, context: Context): Decided {
  const { reporter, category, urgency, text, pictures, component, machines, partOf } = command;
  const { today, town } = context;
  const where = located(command, context);
  if (isRejection(where)) return where;
  const fault = categoryFault({ category, urgency }, where.special, context);
  if (fault !== undefined) return fault;
  const wrong = componentFault(component, category, context);
  if (wrong !== undefined) return wrong;
  if (partOf === undefined && fromOutside.has(reporter.kind) && categoryOf(category, town)?.public !== true)
    return refuse("grid-events.category-not-public", { category, rule: "G14" }, "/category");
  if ((reporter.kind === "unnamed") !== (reporter.receipt !== undefined))
    throw new TypeError("who gives no name has a receipt, and nobody else");
  const { grid, special, near, above, ...rest } = where;
  const { kind: from, ...person } = reporter;
  const number = nextNumber(context, town.numbering.gridEvent);
  const fresh = { number, where, category, urgency, joined: 0, severity: "III", level: "village" } as const;
  return [
    {
      type: "grid-events.event.reported",
      data: {
        number,
        ...{ on: today.toString(), from, category, urgency, special, near, above },
        ...present({ grid, component, machines, partOf: partOf?.id, runsFrom: partOf?.acceptedAt }),
      },
      personal: { reporter: person, where: rest, text, pictures },
    },
    ...risen({ ...fresh, called: [], pauses: [] }, context),
  ];
}

/** G-5: a component of the county whose class and subclass are those of the category, where the standard has it. */
function componentFault(
  component: string | undefined,
  category: string,
  { town }: Pick<Context, "town">,
): Rejection | undefined {
  if (component === undefined) return undefined;
  const read = parseComponentId(component);
  const standard = categoryOf(category, town)?.standard;
  const fits =
    read.ok &&
    component.startsWith(town.code.slice(0, 6)) &&
    (standard === undefined || component.slice(6, 10) === standard);
  return fits ? undefined : badInput("grid-events.unknown-component", { component, rule: "G-5" }, "/component");
}

/** G-18, G-19: a place of the town, or an address. A place outside is refused; swapped axes are named, never mended. */
export function located(
  { given, datum, accuracy, address, mapped }: Located,
  { town }: Pick<Context, "town">,
): Whereabouts | Rejection {
  if (given === undefined)
    return address.trim() === ""
      ? badInput("grid-events.place-missing", {}, "/place")
      : { address, special: [], near: [], above: [] };
  const at = measured(given, datum, accuracy);
  const refused = placeFault(given, at.place, town);
  if (refused !== undefined) return { ...refused, pointer: "/place" };
  const { ordinary: grid, special = [], near = [], above = [] } = mapped ?? {};
  return { measured: at, address, special, near, above, ...present({ grid }) };
}

/** The dispatcher sets the place of a matter that came with an address, or whose place was wrong. */
export function locate(state: GridEvent, command: CommandOf<"locate">, context: Context): Decided {
  if (!isDispatcher(context.actor)) return notYou("grid-events.not-your-grid", { rule: "G1" });
  const where = located(command, context);
  if (isRejection(where)) return where;
  const fault = categoryFault(state, where.special, context);
  if (fault !== undefined) return fault;
  const { grid: _grid, special, near, above, ...rest } = where;
  return [
    {
      type: "grid-events.event.located",
      data: { ...about({ ...state, where }), special, near, above },
      personal: { where: rest },
    },
  ];
}

const sameAs = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * G1: the lines of the grids moved. An open matter is handed over to the grid that holds its place now, and to its worker; one that
 * is over keeps the grid of its day. A place that was corrected meanwhile has its grid already.
 */
export function regrid(state: GridEvent, { place, mapped }: CommandOf<"regrid">): Decided {
  const { where } = state;
  if (!sameAs(where.measured?.place, place)) return [];
  const { ordinary: grid, special = [], near = [], above = [] } = mapped ?? {};
  if (grid === where.grid && sameAs([special, near, above], [where.special, where.near, where.above])) return [];
  const now = { ...where, special, near, above };
  const data = {
    ...about({ ...state, where: { ...without(now), ...present({ grid }) } }),
    ...{ special, near, above, ...present({ before: where.grid }) },
  };
  return [{ type: "grid-events.event.grid-changed", data, personal: {} }];
}

const without = ({ grid: _grid, ...where }: Whereabouts): Omit<Whereabouts, "grid"> => where;
