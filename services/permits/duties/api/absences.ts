import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { create, list, type Route, resource } from "../../../../shared/http/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { absenceIdOf, calendarsOf } from "../calendars.ts";
import { type AbsenceCommand, type Absences, absence, absenceKinds } from "../domain/absence/absence.ts";
import { partnersOf } from "../domain/assignment/posts.ts";

const date = z.iso.date();

/** What colleagues see: the days, not the kind of reason. */
const absenceView = z.object({
  id: z.string(),
  version: z.int(),
  person: z.string(),
  absences: z.array(
    z.object({ no: z.int(), from: date, to: date, toHead: z.boolean(), approvedBy: z.string(), over: z.boolean() }),
  ),
  leftOn: date.optional(),
});

const view = ({ id, version, state }: Loaded<Absences>) => ({
  id,
  version,
  person: state.person,
  absences: state.absences.map(({ no, from, to, toHead, approvedBy, ended }) => ({
    no,
    from,
    to,
    toHead,
    approvedBy,
    over: ended,
  })),
  ...(state.leftOn === undefined ? {} : { leftOn: state.leftOn }),
});

const dayBefore = (day: string) => Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();

const readers = ["clerk", "reviewer", "approver", "issuer", "supervisor", "leader"] as const;
const absences = resource({ of: absence, at: "/permits/absences", staff: readers, returns: absenceView, view });

/** The absence calendar (L6, S-6). */
export const absenceRoutes: readonly Route[] = [
  create("POST /permits/absences", {
    summary: {
      zh: "登记外出、请假（负责人批准）；AB 岗同时不在岗的，须定由负责人顶岗",
      en: "Record an absence, approved by the head; where both of a post are away, only if the head covers",
    },
    allow: ["approver", "leader"],
    of: absence,
    body: z.strictObject({
      person: lineOf(128),
      from: date,
      to: date,
      kind: z.enum(absenceKinds),
      toHead: z.boolean().default(false),
    }),
    returns: absences.returns,
    id: ({ body, runtime }) => absenceIdOf(runtime.keyed, body.person),
    facts: ({ body, runtime }) => ({ partners: calendarsOf(runtime.keyed, partnersOf(body.person, runtime.town)) }),
    run: ({ body, facts }): AbsenceCommand => ({
      type: "record",
      ...body,
      partners: facts.partners,
    }),
    view: absences.view,
  }),
  absences.read({ zh: "一人的外出、请假", en: "The absences of a person" }, readers),
  absences.step("shorten", {
    summary: { zh: "提前返岗或者销假", en: "Back earlier, or not away at all" },
    allow: ["approver", "leader"],
    body: z.strictObject({ no: z.int().min(1).max(1_000), to: date }),
    tries: ({ state }, { today }) =>
      (state?.absences ?? []).flatMap(({ no, to }) =>
        [dayBefore(to), dayBefore(today.toString())].map((end) => ({ no, to: end })),
      ),
    run: ({ body }) => ({ type: "shorten", ...body }),
  }),
  list("GET /permits/absences", {
    summary: { zh: "未结束的外出、请假", en: "Who is or will be away" },
    allow: readers,
    of: absence,
    query: {},
    sorts: ["from"],
    returns: absenceView,
    find: () => ({ index: "byStatus", partition: "absence:open" }),
    view,
  }),
];
