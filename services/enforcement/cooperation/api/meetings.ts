import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import { fileDigest } from "../../../../shared/files/digest.ts";
import { create, list, type Route, resource, severalOf, type Viewing } from "../../../../shared/http/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { lineOf, textOf, titled } from "../../../../shared/text/index.ts";
import { caseHouse, organHeads } from "../../common/api/roles.ts";
import {
  agendaKinds,
  type JointMeeting,
  jointMeeting,
  meetingMoves,
  meetingStatuses,
} from "../domain/meeting/meeting.ts";
import { overseesTheOffice } from "../domain/who.ts";
import { agendaOf } from "./agenda.ts";

const date = z.iso.date();
const words = textOf(2_000, 2);
const month = titled(z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/), { zh: "月份", en: "Month" });
const due = titled(date, { zh: "完成期限", en: "Last day" });
const departments = titled(z.array(lineOf(60)).max(40), { zh: "参加部门", en: "Departments" });

const meetingView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(meetingStatuses),
  month,
  on: date,
  departments,
  /** For those who oversee the office. */
  agenda: z
    .array(
      z.object({
        kind: titled(z.enum(agendaKinds), { zh: "事项", en: "Matter" }),
        id: z.string(),
        due: due.optional(),
        late: z.boolean(),
      }),
    )
    .optional(),
  heldOn: date.optional(),
  /** Those who oversee the office see all, anybody else what he is responsible for. */
  decisions: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      responsible: z.string(),
      due,
      about: z.string().optional(),
      carriedOutOn: date.optional(),
      late: z.boolean(),
    }),
  ),
});

function viewMeeting({ id, version, state }: Loaded<JointMeeting>, { actor, runtime }: Viewing) {
  const { status, on, heldOn, agenda, decisions } = state;
  const { town, clock } = runtime;
  const oversees = actor !== undefined && overseesTheOffice(actor, { town, today: todayIn(clock()) });
  return {
    ...{ id, version, status, month: state.month, on, departments: [...state.departments] },
    ...(oversees ? { agenda: agenda.map((one) => ({ ...one })) } : {}),
    ...present({ heldOn }),
    decisions: decisions
      .filter(({ responsible }) => oversees || responsible === actor?.sub)
      .map(({ late, doneOn, ...one }) => ({ ...one, ...present({ carriedOutOn: doneOn }), late: late === true })),
  };
}

export const meetings = resource({
  of: jointMeeting,
  at: "/enforcement/joint-meetings",
  staff: [],
  own: ({ state }, actor, { town, clock }) =>
    overseesTheOffice(actor, { town, today: todayIn(clock()) }) ||
    state.decisions.some(({ responsible }) => responsible === actor.sub),
  moves: meetingMoves,
  statusOf: ({ status }) => status,
  returns: meetingView,
  view: viewMeeting,
});

/** The joint meeting of each month (E7): its agenda is made of what is open, its decisions are followed up. */
export const meetingRoutes: readonly Route[] = [
  create("POST /enforcement/joint-meetings", {
    summary: {
      zh: "召集当月联席会议（负责人；议题由未办结事项自动生成）",
      en: "Convene the meeting of a month, as the head; its agenda is made of what is open",
    },
    allow: organHeads,
    of: jointMeeting,
    expects: "either",
    body: z.strictObject({ month, on: date, departments }),
    returns: meetings.returns,
    id: ({ body }) => body.month,
    learn: ({ runtime }) => agendaOf(runtime),
    learnsFromTable: true,
    run: ({ body, learnt }) => ({ type: "convene" as const, ...body, agenda: learnt ?? [] }),
    view: meetings.view,
  }),
  list("GET /enforcement/joint-meetings", {
    summary: { zh: "联席会议：按状态", en: "Joint meetings by status" },
    allow: caseHouse,
    of: jointMeeting,
    query: { status: severalOf(meetingStatuses).optional() },
    sorts: ["on"],
    returns: meetingView.pick({ id: true, version: true, status: true, month: true, on: true, heldOn: true }),
    find: ({ query }) =>
      (query.status ?? (["convened", "held"] as const)).map((status) => ({
        index: "byStatus",
        partition: `joint-meeting:${status}`,
      })),
    keep: ({ state }, { actor, runtime: { town, clock } }) =>
      actor !== undefined &&
      (overseesTheOffice(actor, { town, today: todayIn(clock()) }) ||
        state.decisions.some(({ responsible }) => responsible === actor.sub)),
    view: ({ id, version, state: { status, month: of, on, heldOn } }) => ({
      ...{ id, version, status, month: of, on },
      ...present({ heldOn }),
    }),
  }),
  meetings.read({ zh: "一次联席会议", en: "One joint meeting" }, caseHouse),
  meetings.step("renew-agenda", {
    summary: { zh: "按现有未办结事项更新议题（负责人）", en: "Make the agenda anew, as the head" },
    allow: organHeads,
    body: z.strictObject({}),
    learn: ({ runtime }) => agendaOf(runtime),
    learnsFromTable: true,
    run: ({ learnt }) => ({ type: "renew-agenda", agenda: learnt ?? [] }),
  }),
  meetings.step("hold", {
    summary: { zh: "登记会议和议定事项（责任人、期限）", en: "Record the meeting, with who does what until when" },
    allow: organHeads,
    body: z.strictObject({
      minutes: titled(fileDigest, { zh: "会议纪要的摘要值", en: "Digest of the minutes" }),
      attended: titled(z.array(lineOf(100)).min(1).max(60), { zh: "参加人", en: "Who was there" }),
      decisions: z
        .array(z.strictObject({ text: words, responsible: lineOf(100), due, about: lineOf(80).exactOptional() }))
        .max(40),
    }),
    run: ({ body }) => ({ type: "hold", ...body }),
  }),
  meetings.step("note-done", {
    summary: {
      zh: "登记议定事项已落实（责任人或者负责人）",
      en: "A decision was carried out, by its person or the head",
    },
    allow: caseHouse,
    body: z.strictObject({
      decision: titled(z.string().regex(/^D\d{1,3}$/), { zh: "议定事项", en: "Decision" }),
      on: date,
      proof: fileDigest,
    }),
    run: ({ body }) => ({ type: "note-done", ...body }),
  }),
  meetings.step("call-off", {
    summary: { zh: "取消联席会议（负责人）", en: "Call it off, as the head" },
    allow: organHeads,
    body: z.strictObject({ reasons: words }),
    run: ({ body }) => ({ type: "call-off", ...body }),
  }),
];
