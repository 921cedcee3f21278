import * as z from "zod";
import { create, list, type Route, resource, wholeNumber } from "../../../../shared/http/index.ts";
import { certificatesOf } from "../../../../shared/service/index.ts";
import { type Loaded, sha256 } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { there } from "../../common/api/there.ts";
import { knownOfficer } from "../../common/domain/known-power.ts";
import { hoursOf, type Study, type StudyCommand, study, studyKinds } from "../domain/study/study.ts";
import { arranging } from "./leads.ts";

const day = z.iso.date();
const year = z.int().min(2020).max(2100);

const studyView = z.object({
  id: z.string(),
  version: z.int(),
  person: z.string(),
  year,
  hours: z.int(),
  entries: z.array(
    z.object({
      no: z.int(),
      kind: z.enum(studyKinds),
      subject: z.string(),
      on: day,
      hours: z.int(),
      organiser: z.string(),
      passed: z.boolean().optional(),
      recordedBy: z.string(),
      struck: z.object({ on: day, by: z.string(), reasons: z.string() }).optional(),
    }),
  ),
});

const view = ({ id, version, state }: Loaded<Study>) => ({
  ...{ id, version, person: state.person, year: state.year, hours: hoursOf(state) },
  entries: state.entries.map((one) => ({ ...one })),
});

/** The id of a person's year: nothing in it tells the person. */
export const studyIdOf = (person: string, of: number) => sha256(`study|${person}|${of}`).slice(0, 20).toUpperCase();

const seeing = ["squad-leader", "approver", "leader", "supervisor"] as const;
const studies = resource({
  of: study,
  at: "/enforcement/studies",
  staff: seeing,
  own: ({ state }, actor) => state.person === actor.sub,
  returns: studyView,
  view,
});

/** Study and examinations of officers (E1). */
export const studyRoutes: readonly Route[] = [
  list("GET /enforcement/studies", {
    summary: { zh: "一年的学习考试情况", en: "Study and examinations of a year" },
    allow: seeing,
    of: study,
    query: { year: wholeNumber(year) },
    returns: studyView.omit({ entries: true }),
    find: ({ query }) => ({ index: "byCode", partition: `study:${query.year}` }),
    view: ({ id, version, state }) => ({ id, version, person: state.person, year: state.year, hours: hoursOf(state) }),
  }),
  list("GET /enforcement/studies/mine", {
    summary: { zh: "本人的学习考试", en: "My study and examinations" },
    allow: ["officer", ...seeing],
    of: study,
    sorts: ["year"],
    returns: studyView,
    find: ({ actor }) => ({ index: "byOwner", partition: `study:${actor?.sub ?? ""}`, descending: true }),
    view,
  }),
  create("POST /enforcement/studies", {
    summary: { zh: "登记学习、考试", en: "Record study or an examination" },
    allow: arranging,
    of: study,
    expects: "either",
    body: z.strictObject({
      person: lineOf(128),
      kind: z.enum(studyKinds),
      subject: lineOf(120, 2),
      on: day,
      hours: z.int().min(0).max(200),
      organiser: lineOf(120, 2),
      passed: z.boolean().optional(),
    }),
    returns: studies.returns,
    id: ({ body }) => studyIdOf(body.person, Number(body.on.slice(0, 4))),
    facts: async ({ body, runtime }) => ({ officers: await certificatesOf(knownOfficer, [body.person], runtime) }),
    run: ({ body: { passed, ...body }, facts }): StudyCommand => ({
      type: "record",
      ...body,
      ...(passed === undefined ? {} : { passed }),
      officers: there(facts.officers),
    }),
    view: studies.view,
  }),
  studies.read({ zh: "一人一年的学习考试", en: "Study and examinations of one person in one year" }, [
    "officer",
    ...seeing,
  ]),
  studies.step("strike", {
    summary: { zh: "撤销登记错误的一条", en: "Strike an entry that was recorded in error" },
    allow: arranging,
    body: z.strictObject({ no: z.int().min(1).max(1_000), reasons: lineOf(500, 2) }),
    tries: ({ state }) => (state?.entries ?? []).map(({ no }) => ({ no, reasons: "登记有误" })),
    run: ({ body }) => ({ type: "strike", ...body }),
  }),
  studies.history({ zh: "学习考试登记的经过", en: "History of a study record" }, ["officer", ...seeing]),
];
