import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { create, list, type Route, read, resource } from "../../../../shared/http/index.ts";
import { certificatesOf, type Runtime } from "../../../../shared/service/index.ts";
import { factReference, heldFact, type Loaded } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { there } from "../../common/api/there.ts";
import { knownOfficer, type OfficerCopy } from "../../common/domain/known-power.ts";
import { roster, rosterPartition } from "../domain/roster/decider.ts";
import { type Roster, type RosterCommand, rosterMoves, type Shift, shiftKinds } from "../domain/roster/roster.ts";
import { hasTwo, shiftsOn } from "../domain/roster/shifts.ts";
import { squad } from "../domain/squad/decider.ts";
import type { Squad } from "../domain/squad/squad.ts";
import { everyCertificate } from "../every-certificate.ts";
import { standingSquads } from "../squads-of.ts";
import { arranging, teamReaders } from "./leads.ts";

const day = z.iso.date();
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const monthSchema = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/);
const statuses = ["drafted", "in-use", "called-back"] as const;

const shift = z.strictObject({
  on: day,
  from: time,
  to: time,
  kind: z.enum(shiftKinds),
  people: z.array(lineOf(128)).min(2).max(20),
});
const shiftView = z.object({
  on: day,
  from: z.string(),
  to: z.string(),
  kind: z.enum(shiftKinds),
  people: z.array(z.string()),
});
const shifts = z.array(shift).min(1).max(200);

const rosterView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(statuses),
  squad: z.string(),
  month: z.string(),
  shifts: z.array(shiftView),
  publishedOn: day.optional(),
  reasons: z.string().optional(),
});

const mutable = (all: readonly Shift[]) => all.map(({ people, ...one }) => ({ ...one, people: [...people] }));
const view = ({ id, version, state }: Loaded<Roster>) => ({
  ...{ id, version, status: state.status, squad: state.squad, month: state.month, shifts: mutable(state.shifts) },
  ...(state.status === "in-use" ? { publishedOn: state.publishedOn } : {}),
  ...(state.status === "called-back" ? { reasons: state.reasons } : {}),
});

const rosters = resource({
  of: roster,
  at: "/enforcement/rosters",
  staff: teamReaders,
  moves: rosterMoves,
  statusOf: ({ status }) => status,
  returns: rosterView,
  view,
});

/** A squad has one roster for a month: its id says so. No dot: what stands before one does not tell two ids apart. */
const rosterIdOf = (of: string, month: string) => `${of}:${month}`;
const squadIn = (id: string) => id.slice(0, -":2026-01".length);
const isMonth = (text: string) => monthSchema.safeParse(text).success;
const monthIn = (id: string) => id.slice(-"2026-01".length);

const known = async (of: string, month: string, all: readonly Shift[], runtime: Runtime) => ({
  squad: factReference(squad, of),
  officers: await certificatesOf(
    knownOfficer,
    all.flatMap(({ people }) => people),
    runtime,
  ),
  neighbours: (isMonth(month) ? [-1, 1] : []).map((months) => {
    const other = Temporal.PlainYearMonth.from(month).add({ months }).toString();
    return heldFact(factReference(roster, rosterIdOf(of, other)));
  }),
});
const told = (facts: {
  readonly squad: Squad | undefined;
  readonly officers: readonly (OfficerCopy | undefined)[];
  readonly neighbours: readonly (Roster | undefined)[];
}) => ({ of: facts.squad, officers: there(facts.officers), neighbours: there(facts.neighbours) });

/** A shift as it stands: whether two officers of it may still act (CF-42), by the certificates as they are. */
export interface ShiftOnDuty extends Shift {
  readonly squad: string;
  readonly enough: boolean;
}

/** Everybody on duty on a day, by the published rosters of squads that stand. */
export async function onDuty(runtime: Runtime, on: string): Promise<readonly ShiftOnDuty[]> {
  const before = shiftedMonth(on);
  const pages = await Promise.all(
    [...new Set([on.slice(0, 7), before])].map((month) =>
      runtime.store.list(roster, { index: "byCode", partition: rosterPartition(month), limit: 100 }),
    ),
  );
  const [squads, officers] = await Promise.all([standingSquads(runtime), everyCertificate(runtime)]);
  const byId = new Map(squads.map(({ id, state }) => [id, state]));
  return pages
    .flatMap(({ items }) => items)
    .filter(({ state }) => state.status === "in-use")
    .flatMap(({ state }) => {
      const of = byId.get(state.squad);
      if (of === undefined) return [];
      return shiftsOn(state.shifts, on).map((one) => ({
        ...one,
        squad: state.squad,
        enough: hasTwo(one.people, { of, officers }, Temporal.PlainDate.from(one.on)),
      }));
    });
}
/** The month of the day before: a night shift may run into the first day of a month. */
const shiftedMonth = (on: string) => (on.endsWith("-01") ? dayBefore(on).slice(0, 7) : on.slice(0, 7));
const dayBefore = (on: string) => Temporal.PlainDate.from(on).subtract({ days: 1 }).toString();

/** Who is on duty when (E1). */
export const rosterRoutes: readonly Route[] = [
  list("GET /enforcement/rosters", {
    summary: { zh: "值班表", en: "Rosters" },
    allow: teamReaders,
    of: roster,
    query: { month: monthSchema },
    sorts: ["date"],
    returns: rosterView.omit({ shifts: true, reasons: true, publishedOn: true }),
    find: ({ query }) => ({ index: "byCode", partition: rosterPartition(query.month) }),
    view: ({ id, version, state: { status, squad: of, month } }) => ({ id, version, status, squad: of, month }),
  }),
  create("POST /enforcement/rosters", {
    summary: { zh: "拟定中队一个月的值班表", en: "Plan the roster of a squad for a month" },
    allow: arranging,
    of: roster,
    expects: "either",
    body: z.strictObject({ squad: lineOf(60), month: monthSchema, shifts }),
    returns: rosters.returns,
    id: ({ body }) => rosterIdOf(body.squad, body.month),
    facts: ({ body, runtime }) => known(body.squad, body.month, body.shifts, runtime),
    run: ({ body, facts }): RosterCommand => ({ type: "plan", ...body, ...told(facts) }),
    view: rosters.view,
  }),
  rosters.read({ zh: "一张值班表", en: "One roster" }, teamReaders),
  rosters.step("change", {
    summary: { zh: "重排今天起的班次", en: "Give the shifts from today on anew" },
    allow: arranging,
    body: z.strictObject({ shifts }),
    facts: ({ id, body, runtime }) => known(squadIn(id), monthIn(id), body.shifts, runtime),
    run: ({ body, facts }) => ({ type: "change", ...body, ...told(facts) }),
  }),
  rosters.step("publish", {
    summary: { zh: "公布", en: "Publish it" },
    allow: arranging,
    body: z.strictObject({}),
    facts: async ({ id, runtime }) => {
      const planned = (await runtime.store.load(roster, id))?.state.shifts ?? [];
      return known(squadIn(id), monthIn(id), planned, runtime);
    },
    run: ({ facts }) => ({ type: "publish", ...told(facts) }),
  }),
  rosters.step("withdraw", {
    summary: { zh: "撤回", en: "Withdraw it" },
    allow: arranging,
    body: z.strictObject({ reasons: lineOf(500, 2) }),
    facts: ({ id }) => ({ squad: factReference(squad, squadIn(id)) }),
    run: ({ body, facts }) => ({ type: "withdraw", ...body, of: facts.squad }),
  }),
  rosters.history({ zh: "值班表的经过", en: "History of a roster" }, teamReaders),
  read("GET /enforcement/on-duty", {
    summary: { zh: "某日谁值班", en: "Who is on duty on a day" },
    allow: teamReaders,
    query: z.strictObject({ on: day.optional() }),
    returns: z.object({ on: day, shifts: z.array(shiftView.extend({ squad: z.string(), enough: z.boolean() })) }),
    async run({ query }, runtime) {
      const on = query.on ?? todayIn(runtime.clock()).toString();
      const found = await onDuty(runtime, on);
      return { on, shifts: found.map(({ people, ...one }) => ({ ...one, people: [...people] })) };
    },
  }),
];
