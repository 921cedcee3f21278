import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import { fileDigest } from "../../../../shared/files/digest.ts";
import { create, list, type Route, resource, severalOf } from "../../../../shared/http/index.ts";
import { factReference, type Loaded } from "../../../../shared/store/index.ts";
import { lineOf, textOf, titled } from "../../../../shared/text/index.ts";
import { caseHouse, caseOfficers, organHeads } from "../../common/api/roles.ts";
import { roster } from "../../team/domain/roster/decider.ts";
import { type JointPatrol, jointPatrol, patrolMoves, patrolStatuses } from "../domain/patrol/patrol.ts";
import { isOfTheOffice, overseesTheOffice } from "../domain/who.ts";

const date = z.iso.date();
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const words = textOf(2_000, 2);
const document = titled(lineOf(100, 2), { zh: "文号", en: "Number of the paper" });
const office = [...caseOfficers, ...organHeads] as const;

const patrolView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(patrolStatuses),
  roster: z.string(),
  squad: z.string(),
  on: date,
  from: time,
  to: time,
  route: z.string(),
  people: z.array(z.string()),
  policeCount: z.int().optional(),
  foundCount: z.int().optional(),
});
const viewPatrol = ({ id, version, state }: Loaded<JointPatrol>) => {
  const { status, roster: of, squad, on, from, to, route, people, police, findings } = state;
  return {
    ...{ id, version, status, roster: of, squad, on, from, to, route, people: [...people] },
    ...present({ policeCount: police, foundCount: findings }),
  };
};

/** The office of enforcement and those who oversee it. */
const patrols = resource({
  of: jointPatrol,
  at: "/enforcement/joint-patrols",
  staff: [],
  own: (_loaded, actor, { town, clock }) => {
    const known = { town, today: todayIn(clock()) };
    return isOfTheOffice(actor, known) || overseesTheOffice(actor, known);
  },
  moves: patrolMoves,
  statusOf: ({ status }) => status,
  returns: patrolView,
  view: viewPatrol,
});

/** Patrols with the police station, on the shifts of the team's own rosters (E7). */
export const patrolRoutes: readonly Route[] = [
  create("POST /enforcement/joint-patrols", {
    summary: {
      zh: "与派出所安排联合巡查（值班表中的巡查班次）",
      en: "Plan a patrol with the police station, on a shift of a roster",
    },
    allow: office,
    of: jointPatrol,
    body: z.strictObject({ roster: lineOf(80), on: date, from: time, route: words }),
    returns: patrols.returns,
    id: ({ unique }) => unique,
    facts: ({ body }) => ({ of: factReference(roster, body.roster) }),
    run: ({ body, facts }) => ({ type: "plan" as const, ...body, of: facts.of }),
    view: patrols.view,
  }),
  list("GET /enforcement/joint-patrols", {
    summary: { zh: "联合巡查：按状态", en: "Joint patrols by status" },
    allow: caseHouse,
    of: jointPatrol,
    query: { status: severalOf(patrolStatuses).optional() },
    sorts: ["on"],
    returns: patrolView,
    find: ({ query }) =>
      (query.status ?? (["planned", "agreed"] as const)).map((status) => ({
        index: "byStatus",
        partition: `joint-patrol:${status}`,
      })),
    keep: (_loaded, { actor, runtime: { town, clock } }) => {
      const known = { town, today: todayIn(clock()) };
      return actor !== undefined && (isOfTheOffice(actor, known) || overseesTheOffice(actor, known));
    },
    view: viewPatrol,
  }),
  patrols.read({ zh: "一次联合巡查", en: "One joint patrol" }, caseHouse),
  patrols.history({ zh: "联合巡查的经过", en: "All that happened to it" }, caseHouse),
  patrols.step("note-agreement", {
    summary: { zh: "登记派出所同意及人数", en: "The police station agreed, with so many people" },
    allow: office,
    body: z.strictObject({ policeCount: z.int().min(1).max(200), document }),
    run: ({ body: { policeCount: police, document: paper } }) => ({ type: "note-agreement", police, document: paper }),
  }),
  patrols.step("record", {
    summary: { zh: "登记联合巡查情况", en: "Record how it went" },
    allow: office,
    body: z.strictObject({ foundCount: z.int().min(0).max(10_000), record: fileDigest }),
    run: ({ body: { foundCount: findings, record } }) => ({ type: "record", findings, record }),
  }),
  patrols.step("call-off", {
    summary: { zh: "取消联合巡查", en: "Call it off" },
    allow: office,
    body: z.strictObject({ reasons: words }),
    run: ({ body }) => ({ type: "call-off", ...body }),
  }),
];
