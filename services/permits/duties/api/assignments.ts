import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { dutyKind } from "../../../../shared/contracts/permits-people.ts";
import { type Actor, pick } from "../../../../shared/decider/index.ts";
import { hasRole, list, type Problem, problem, type Route, read, resource } from "../../../../shared/http/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { type Loaded, throughout } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import type { Role } from "../../../../shared/town/roles.ts";
import { caseRegister, staff } from "../../cases/index.ts";
import { text } from "../../common/api/schemas.ts";
import { awayAmong, calendarsOf } from "../calendars.ts";
import { type Assignment, type Duty, type DutyKind, nobodyOf, withWhom } from "../domain/assignment/assignment.ts";
import { assignment, assignmentMoves } from "../domain/assignment/decider.ts";

const date = z.iso.date();
const person = lineOf(128);

const dutyView = z.object({
  office: z.string(),
  post: z.string().optional(),
  owner: z.string().optional(),
  /** Who does it now. */
  with: z.string().optional(),
  standIn: z.boolean(),
  begun: z.boolean(),
  since: date,
  offer: z.object({ to: z.string(), by: z.string(), on: date, reason: z.string() }).optional(),
});
const assignmentView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(["open", "ended"]),
  item: z.object({ code: z.string(), name: text }),
  channel: z.string(),
  receivedOn: date,
  inquiry: dutyView,
  handling: dutyView.optional(),
  endedOn: date.optional(),
});

function view({ id, version, state }: Loaded<Assignment>) {
  const { inquiry, handling, offers } = state;
  const shown = (kind: DutyKind, duty: Duty) => ({
    office: duty.office,
    post: duty.post,
    owner: duty.owner,
    with: withWhom(duty),
    standIn: duty.standIn !== undefined,
    begun: duty.begun === true,
    since: duty.since,
    offer: offers[kind],
  });
  return {
    id,
    version,
    ...pick(state, ["status", "item", "channel", "receivedOn", "endedOn"]),
    inquiry: shown("inquiry", inquiry),
    ...(handling === undefined ? {} : { handling: shown("handling", handling) }),
  };
}

/** Who looks after the work of others, and sees whose it is. */
const overseers: readonly Role[] = ["approver", "leader", "supervisor"];
const workers: readonly Role[] = ["clerk", "reviewer", "approver", "issuer", "leader"];

const query = {
  duty: dutyKind.optional(),
  of: z.enum(["mine", "unassigned", "offered"]).default("mine"),
  person: person.optional(),
};
type Asked = { duty?: DutyKind | undefined; of: "mine" | "unassigned" | "offered"; person?: string | undefined };

const dutyOf = ({ duty }: Asked, { roles }: Actor): DutyKind =>
  duty ?? (roles.includes("clerk") ? "inquiry" : "handling");

/** The list that holds what is asked: a person's open duties, what his office has not assigned, what he is offered. */
function find(asked: Asked, actor: Actor): { index: string; partition: string } | Problem {
  if (asked.of === "offered") return { index: "byOffice", partition: `offered:${actor.sub}` };
  const duty = dutyOf(asked, actor);
  const index = duty === "inquiry" ? "byOwner" : "byCode";
  if (asked.of === "unassigned") return { index, partition: `${duty}:${nobodyOf(actor.office ?? "")}` };
  if (asked.person === undefined || asked.person === actor.sub) return { index, partition: `${duty}:${actor.sub}` };
  if (!hasRole(actor, overseers)) return problem(403, "auth.role", { details: { allow: [...overseers] } });
  return { index, partition: `${duty}:${asked.person}` };
}

/** A head sees his own office's; leaders and supervisors every office's. */
function keep({ state }: Loaded<Assignment>, asked: Asked, actor: Actor): boolean {
  const other = asked.person !== undefined && asked.person !== actor.sub;
  if (!other || hasRole(actor, ["leader", "supervisor"])) return true;
  return state[dutyOf(asked, actor)]?.office === actor.office;
}

const nobody: Actor = { sub: "", name: "", roles: [] };

/** How many stand in a list, counted from the list itself. */
async function count(asked: Asked, actor: Actor, { store }: Runtime): Promise<number> {
  const found = find(asked, actor);
  if ("problem" in found) return 0;
  let counted = 0;
  for await (const one of throughout(store, assignment, found)) if (keep(one, asked, actor)) counted += 1;
  return counted;
}

const assignments = resource({
  of: assignment,
  at: "/permits/assignments",
  staff,
  moves: assignmentMoves,
  statusOf: ({ status }) => status,
  returns: assignmentView,
  view,
  links: ({ id }) => [caseRegister.link("application", { zh: "申请", en: "Application" }, id)],
});

caseRegister.linked(({ id }) => [assignments.link("assignment", { zh: "由谁负责", en: "Who is responsible" }, id)]);

const duty = z.strictObject({ duty: dutyKind });

/** Responsibility for cases (L5, L6): whose they are, and how they are handed on. */
export const assignmentRoutes: readonly Route[] = [
  list("GET /permits/assignments", {
    summary: {
      zh: "责任清单：本人的、本科室未分派的、拟移交给本人的；负责人可按人查看",
      en: "Open responsibilities: one's own, those of the office that nobody has, those offered; heads see them by person",
    },
    allow: [...staff],
    of: assignment,
    query,
    sorts: ["receivedOn"],
    returns: assignmentView,
    find: ({ query: asked, actor = nobody }) => find(asked, actor),
    keep: (loaded, { query: asked, actor = nobody }) => keep(loaded, asked, actor),
    view,
  }),
  read("GET /permits/workload", {
    summary: { zh: "责任件数，与清单一致", en: "How many responsibilities, as many as the lists hold" },
    allow: [...staff],
    query: z.strictObject({ person: person.optional() }),
    returns: z.object({
      inquiry: z.int(),
      handling: z.int(),
      offered: z.int(),
      unassigned: z.object({ inquiry: z.int(), handling: z.int() }),
    }),
    async run({ query: { person: whose }, actor = nobody }, runtime) {
      const mine = { of: "mine", person: whose } as const;
      const refused = find({ ...mine, duty: "inquiry" }, actor);
      if ("problem" in refused) return refused;
      const of = (asked: Asked) => count(asked, actor, runtime);
      const [inquiry, handling, offered, open, waiting] = await Promise.all([
        of({ ...mine, duty: "inquiry" }),
        of({ ...mine, duty: "handling" }),
        of({ of: "offered" }),
        of({ of: "unassigned", duty: "inquiry" }),
        of({ of: "unassigned", duty: "handling" }),
      ]);
      return { inquiry, handling, offered, unassigned: { inquiry: open, handling: waiting } };
    },
  }),
  assignments.read({ zh: "一件申请由谁负责", en: "Who is responsible for an application" }, staff),
  assignments.history({ zh: "责任的全部流转", en: "Every move of the responsibility" }, staff),
  assignments.step("begin", {
    summary: { zh: "已着手办理（代岗人）", en: "The stand-in has begun to work on it" },
    allow: workers,
    body: duty,
    run: ({ body }) => ({ type: "begin", ...body }),
  }),
  assignments.step("offer", {
    summary: { zh: "正式移交：提出", en: "Hand on formally: offer it to somebody" },
    allow: workers,
    body: z.strictObject({ duty: dutyKind, to: person, reason: lineOf(500, 4) }),
    facts: ({ body: { to }, runtime }) => ({ calendars: calendarsOf(runtime.keyed, [to]) }),
    run: ({ body, facts, runtime }) => ({
      type: "offer",
      ...body,
      away: awayAmong([body.to], facts.calendars, todayIn(runtime.clock()).toString()),
    }),
  }),
  assignments.step("accept-offer", {
    summary: { zh: "正式移交：接受", en: "Hand on formally: accept" },
    allow: workers,
    body: duty,
    run: ({ body }) => ({ type: "accept-offer", ...body }),
  }),
  assignments.step("decline-offer", {
    summary: { zh: "正式移交：不接受，或者收回", en: "Hand on formally: decline, or take the offer back" },
    allow: workers,
    body: duty,
    run: ({ body }) => ({ type: "decline-offer", ...body }),
  }),
  assignments.step("assign", {
    summary: { zh: "负责人分派", en: "The head gives it to somebody" },
    allow: ["approver", "leader"],
    body: z.strictObject({ duty: dutyKind, to: person }),
    facts: ({ body: { to }, runtime }) => ({ calendars: calendarsOf(runtime.keyed, [to]) }),
    run: ({ body, facts, runtime }) => ({
      type: "assign",
      ...body,
      away: awayAmong([body.to], facts.calendars, todayIn(runtime.clock()).toString()),
    }),
  }),
  assignments.step("take", {
    summary: { zh: "领办本科室未分派的办件", en: "Take what nobody of one's office has" },
    allow: workers,
    body: duty,
    run: ({ body }) => ({ type: "take", ...body }),
  }),
];
