import * as z from "zod";
import { limitSchema } from "../../../../shared/calendar/index.ts";
import { type Actor, pick } from "../../../../shared/decider/index.ts";
import {
  create,
  forReason,
  list,
  type Route,
  resource,
  rowOf,
  severalOf,
  withoutActorOf,
} from "../../../../shared/http/index.ts";
import { type Keyed, phone as phoneNumber } from "../../../../shared/parties/index.ts";
import { factReference, type Loaded } from "../../../../shared/store/index.ts";
import { lineOf, textOf } from "../../../../shared/text/index.ts";
import type { TownProfile } from "../../../../shared/town/profile.ts";
import type { Application } from "../../cases/domain/application/application.ts";
import { application } from "../../cases/domain/application/decider.ts";
import { caseRegister } from "../../cases/index.ts";
import { queue } from "../../hall/domain/decider.ts";
import type { Queue } from "../../hall/domain/queue.ts";
import { rating } from "../domain/rating/decider.ts";
import { type Matter, matterOfCase, matterOfVisit } from "../domain/rating/matter.ts";
import { ratingMoves } from "../domain/rating/moves.ts";
import { gradeNames, type Rating, type RatingCommand } from "../domain/rating/rating.ts";
import { ownList, staff } from "./lists.ts";
import { ratingFiguresRoute } from "./rating-figures.ts";

const statuses = [
  "given",
  "to-call-back",
  "to-classify",
  "to-rectify",
  "rectified",
  "explained",
  "appealed",
  "closed",
  "excluded",
] as const;

/** S-2: who gave it, the supervisors and the one it is assigned to; those rated never, in any role. */
export function mayReadRating({ owner, handlers, assignee }: Rating, actor: Actor | undefined): boolean {
  if (actor === undefined) return false;
  if (owner === actor.sub) return true;
  if (handlers.includes(actor.sub)) return false;
  return actor.roles.includes("supervisor") || assignee === actor.sub;
}
const grade = z.literal([1, 2, 3, 4, 5]);
const note = textOf(2_000);

const ratingView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(statuses),
  grade,
  gradeName: z.string(),
  setting: z.enum(["on-site", "online"]),
  item: z.string().optional(),
  office: z.string(),
  window: z.string().optional(),
  givenOn: z.iso.date(),
  comment: z.string().optional(),
  /** What was rated: told to who rated alone; to others it would tell who that is. */
  ref: z.string().optional(),
  assignee: z.string().optional(),
  calls: z.array(z.object({ on: z.iso.date(), by: z.string(), reached: z.boolean() })),
  finding: z.enum(["easy", "hard", "groundless"]).optional(),
  notes: z.array(z.string()),
  followUp: limitSchema.optional(),
  rectification: limitSchema.optional(),
  rectifyBy: z.iso.date().optional(),
  overdue: z.array(z.enum(["call-back", "rectification"])),
});

/** A rating in a list: what was said and done is read by its id. */
const ratingRow = ratingView.pick({
  id: true,
  version: true,
  status: true,
  grade: true,
  gradeName: true,
  setting: true,
  item: true,
  office: true,
  window: true,
  givenOn: true,
  assignee: true,
  finding: true,
  rectifyBy: true,
  overdue: true,
});

function view({ id, version, state }: Loaded<Rating>, { actor }: { actor: Actor | undefined }) {
  const { ref, owner, calls, notes, overdue } = state;
  const own = owner !== undefined && owner === actor?.sub;
  return {
    ...{ id, version },
    ...pick(state, [
      ...(["status", "grade", "setting", "item", "office", "window", "givenOn", "comment", "assignee"] as const),
      ...(["finding", "followUp", "rectification", "rectifyBy"] as const),
    ]),
    gradeName: gradeNames[state.grade],
    calls: [...calls],
    notes: own ? [] : [...notes],
    overdue: [...overdue],
    ...(own ? { ref } : {}),
  };
}

const visit = z.strictObject({ queue: lineOf(100), number: lineOf(6) });
const about = z
  .strictObject({
    application: lineOf(200).optional(),
    visit: visit.optional(),
    grade,
    comment: textOf(1_000).optional(),
    phone: phoneNumber.optional(),
  })
  .refine(({ application: one, visit: other }) => (one === undefined) !== (other === undefined), {
    path: ["application"],
    message: "value.one-of-two",
  });

const refOf = ({ application: id, visit: at }: z.output<typeof about>) => id ?? `${at?.queue}/${at?.number}`;

/** One rating for a matter: the id follows from what is rated, and nobody without the town's secret computes it. */
const ratingId = (keyed: Keyed, ref: string) => keyed("rating", ref, 20);

function matterOf(
  body: z.output<typeof about>,
  visited: Queue | undefined,
  filed: Application | undefined,
  town: TownProfile,
): Matter | undefined {
  if (body.visit === undefined) return filed === undefined ? undefined : matterOfCase(refOf(body), filed);
  return visited === undefined ? undefined : matterOfVisit(refOf(body), visited, body.visit.number, town);
}

/** Who may read it is a rule of each: no role knows of all. */
const ratings = resource({
  of: rating,
  at: "/permits/ratings",
  staff: [],
  own: ({ state }, actor) => mayReadRating(state, actor),
  moves: ratingMoves,
  statusOf: ({ status }) => status,
  returns: ratingView,
  view,
});

// To others than who rated it, it would tell whose rating it is.
caseRegister.linked(({ id, state }, { actor, runtime }) =>
  state.owner !== undefined && state.owner === actor?.sub
    ? [ratings.link("rating", { zh: "本人的评价", en: "One's own rating" }, ratingId(runtime.keyed, id))]
    : [],
);

const give = create("POST /permits/ratings", {
  summary: {
    zh: "评价（一事一评；现场一次一评）：仅限本人，或办完后在窗口评价器",
    en: "Rate a case or a visit: whose it is, or the device at the counter right after; never staff",
  },
  allow: ["resident", "agent", "device", ...staff],
  of: rating,
  body: about,
  returns: ratings.returns,
  id: ({ body, runtime }) => ratingId(runtime.keyed, refOf(body)),
  facts: ({ body: { visit: at, application: id } }) => ({
    visited: at === undefined ? undefined : factReference(queue, at.queue),
    filed: id === undefined || at !== undefined ? undefined : factReference(application, id),
  }),
  run: ({ body, facts, runtime }): RatingCommand => ({
    type: "give",
    matter: matterOf(body, facts.visited, facts.filed, runtime.town),
    grade: body.grade,
    ...(body.comment === undefined ? {} : { comment: body.comment }),
    ...(body.phone === undefined ? {} : { phone: body.phone }),
  }),
  view: ratings.view,
});

const steps: readonly Route[] = [
  ratings.step("assign", {
    summary: { zh: "指派回访人（非被评价人）", en: "Assign who calls back; nobody who is rated" },
    allow: ["supervisor"],
    body: z.strictObject({ to: lineOf(100) }),
    run: ({ body: { to } }) => ({ type: "assign", to }),
  }),
  ratings.step("call-back", {
    summary: { zh: "回访", en: "Call back" },
    allow: staff,
    body: z.strictObject({ reached: z.boolean(), note }),
    run: ({ body }) => ({ type: "call-back", ...body }),
  }),
  ratings.step("classify", {
    summary: {
      zh: "核实分类：立行立改、建账限期、无据说明",
      en: "Verified: fixed at once, into the ledger, or groundless",
    },
    allow: staff,
    body: z.strictObject({ finding: z.enum(["easy", "hard", "groundless"]), note, due: z.iso.date().optional() }),
    run: ({ body: { due, ...body } }) => ({ type: "classify", ...body, ...(due === undefined ? {} : { due }) }),
  }),
  ratings.step("rectify", {
    summary: { zh: "整改完成", en: "It has been put right" },
    allow: staff,
    body: z.strictObject({ note }),
    run: ({ body }) => ({ type: "rectify", ...body }),
  }),
  ratings.step("check", {
    summary: { zh: "督查核查整改", en: "A supervisor checks what was put right or explained" },
    allow: ["supervisor"],
    body: z.strictObject({ passed: z.boolean(), note }),
    run: ({ body }) => ({ type: "check", ...body }),
  }),
  ratings.step("appeal", {
    summary: { zh: "对恶意差评申诉", en: "Appeal against a malicious rating" },
    allow: staff,
    body: z.strictObject({ note }),
    run: ({ body }) => ({ type: "appeal", ...body }),
  }),
  ratings.step("decide-appeal", {
    summary: { zh: "裁定申诉", en: "Decide on the appeal" },
    allow: ["supervisor"],
    body: z.strictObject({ upheld: z.boolean(), note }),
    run: ({ body }) => ({ type: "decide-appeal", ...body }),
  }),
  ratings.step("contact", {
    summary: { zh: "为回访查看评价人（须说明理由，留痕）", en: "Who is to be called back, for a reason, on record" },
    allow: staff,
    body: forReason,
    run: ({ body }) => ({ type: "contact", ...body }),
    answers: {
      returns: z.object({
        id: z.string(),
        version: z.int(),
        ref: z.string(),
        caller: z.object({ name: z.string(), phone: z.string() }).optional(),
      }),
      view: ({ id, version, state: { ref, caller } }) => ({
        id,
        version,
        ref,
        ...(caller === undefined ? {} : { caller }),
      }),
    },
  }),
];

/** Ratings and what follows from poor ones (L17, S-1…S-3). */
export const ratingRoutes: readonly Route[] = [
  give,
  ratingFiguresRoute,
  list("GET /permits/ratings", {
    summary: {
      zh: "评价列表：督查按状态，回访人为指派给自己的，群众为本人的",
      en: "Ratings: a supervisor by status, others those assigned to them, a resident his own",
    },
    allow: ["resident", ...staff],
    of: rating,
    query: { status: severalOf(statuses).default(["to-call-back"]) },
    sorts: ["givenAt"],
    returns: ratingRow,
    find: ({ query, actor }) => ownList("rating", query.status, actor),
    keep: (loaded, { actor }) => mayReadRating(loaded.state, actor),
    view: rowOf(ratingRow, view),
  }),
  ratings.read({ zh: "一件评价", en: "One rating" }, ["resident", ...staff]),
  ratings.history(
    { zh: "一件评价的全部经过（不示评价人）", en: "All that happened to a rating, without who gave it" },
    ["resident", ...staff],
    withoutActorOf(["permits.rating.submitted"]),
  ),
  ...steps,
];
