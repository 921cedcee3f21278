import { type Context, type Decision, deciderOf, type OfType } from "../../../../../shared/decider/index.ts";
import { notNow, type TeamRefusal } from "../refusals.ts";
import { mayNotLead } from "../who-leads.ts";
import {
  type PlannedRoster,
  type PlanRoster,
  type PublishedRoster,
  type Roster,
  type RosterCommand,
  type RosterEvent,
  rosterMoves,
} from "./roster.ts";
import { shiftsFault } from "./shifts.ts";

/** Who is on duty when, squad by squad and month by month (E1). Days that have passed stay as they were. */
export const roster = deciderOf<{
  readonly state: Roster;
  readonly command: RosterCommand;
  readonly event: RosterEvent;
  readonly moves: typeof rosterMoves;
  readonly begins: "plan";
  readonly begun: "enforcement.roster.planned";
  readonly refusal: TeamRefusal;
}>({
  aggregate: "roster",
  shape: 1,
  moves: rosterMoves,
  impossible: "enforcement.roster-not-in-this-state",
  begin: { plan },
  steps: { change, publish, withdraw },
  always: {
    /** A squad has one roster for a month; a withdrawn one is planned anew. */
    plan: (state, command, context) =>
      state.status === "called-back"
        ? plan(command, context, state.shifts)
        : notNow("enforcement.roster-not-in-this-state", {
            status: state.status,
            command: "plan",
            possible: Object.keys(rosterMoves[state.status]),
          }),
  },
  begun: {
    "enforcement.roster.planned": ({ data: { squad, month, shifts } }) => ({ status: "drafted", squad, month, shifts }),
  },
  effects: {
    "enforcement.roster.changed": (state, { data: { shifts } }) => ({ ...state, shifts }),
    "enforcement.roster.published": (state, { data: { on } }) => ({
      ...{ squad: state.squad, month: state.month, shifts: state.shifts },
      status: "in-use",
      publishedOn: on,
    }),
    "enforcement.roster.withdrawn": (state, { data: { on, reasons } }) => ({
      ...{ squad: state.squad, month: state.month, shifts: passed(state.shifts, on) },
      status: "called-back",
      reasons,
    }),
  },
  listed: ({ month, status }, id) => ({
    byCode: { partition: rosterPartition(month), sort: id },
    byStatus: { partition: `roster:${status}`, sort: id },
  }),
});

/** The partition of `byCode` in which the rosters of a month stand. */
export const rosterPartition = (month: string): string => `roster:${month}`;

type CommandOf<T extends RosterCommand["type"]> = OfType<RosterCommand, T>;

const passed = (shifts: Roster["shifts"], today: string) => shifts.filter(({ on }) => on < today);

function plan(
  { squad, month, shifts, ...known }: PlanRoster,
  context: Context,
  before: Roster["shifts"] = [],
): Decision<RosterEvent> {
  const refused = mayNotLead(context, known.of?.leader) ?? shiftsFault(shifts, { month, before, ...known }, context);
  if (refused !== undefined) return refused;
  const on = context.today.toString();
  return [{ type: "enforcement.roster.planned", data: { squad, month, shifts: [...before, ...shifts], on } }];
}

/** All shifts from today on are given anew; those of days that have passed stay. */
function change(
  { month, shifts: before }: PlannedRoster | PublishedRoster,
  { shifts, ...known }: CommandOf<"change">,
  context: Context,
): Decision<RosterEvent> {
  const on = context.today.toString();
  const kept = passed(before, on);
  const refused =
    mayNotLead(context, known.of?.leader) ?? shiftsFault(shifts, { month, before: kept, ...known }, context);
  return refused ?? [{ type: "enforcement.roster.changed", data: { shifts: [...kept, ...shifts], on } }];
}

/** CF-42: what was planned is judged again, because a certificate may have ended since. */
function publish(
  { month, shifts }: PlannedRoster,
  known: CommandOf<"publish">,
  context: Context,
): Decision<RosterEvent> {
  const on = context.today.toString();
  const coming = shifts.filter((one) => one.on >= on);
  const refused =
    mayNotLead(context, known.of?.leader) ?? shiftsFault(coming, { month, before: [], ...known }, context);
  return refused ?? [{ type: "enforcement.roster.published", data: { on } }];
}

function withdraw(
  _state: PlannedRoster | PublishedRoster,
  { reasons, of }: CommandOf<"withdraw">,
  context: Context,
): Decision<RosterEvent> {
  const refused = mayNotLead(context, of?.leader);
  return refused ?? [{ type: "enforcement.roster.withdrawn", data: { on: context.today.toString(), reasons } }];
}
