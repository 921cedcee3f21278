import { randomUUID } from "node:crypto";
import * as z from "zod";
import { present } from "../../../../shared/decider/index.ts";
import { commandIdOf } from "../../../../shared/http/commands.ts";
import {
  create,
  hasRole,
  isProblem,
  list,
  problem,
  type Route,
  read,
  refusalOf,
  resource,
} from "../../../../shared/http/index.ts";
import { contextFor, type Runtime } from "../../../../shared/service/index.ts";
import { digest, factReference, type Loaded } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { nothingChosen, type PatrolChoice, patrolChoice } from "../domain/choice.ts";
import { patrolPlan } from "../domain/plan.ts";
import { type PatrolWalk, patrolWalk, walkRule, walksIn, walksOf } from "../domain/walk.ts";

const place = z.object({ lng: z.number(), lat: z.number() });
const given = z.strictObject({ lng: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) });
const walkView = z.object({
  id: z.string(),
  version: z.int(),
  on: z.iso.date(),
  at: z.iso.datetime(),
  places: z.array(place),
  track: z.array(place),
  note: z.string().optional(),
  plan: z.string().optional(),
  emergency: z.string().optional(),
});
const viewWalk = ({ id, version, state }: Loaded<PatrolWalk>) => {
  const { on, at, places, track, note, plan, emergency } = state;
  return { id, version, on, at, places: [...places], track: [...track], ...present({ note, plan, emergency }) };
};

/** A worker alone reads where he was; in an emergency the dispatcher who sends people there, too. */
const walks = resource({
  of: patrolWalk,
  at: "/grid-events/patrol-walks",
  staff: [],
  own: ({ state }, actor) =>
    state.owner === actor.sub || (state.emergency !== undefined && hasRole(actor, ["dispatcher"])),
  returns: walkView,
  view: (loaded) => viewWalk(loaded),
});

const choiceIdOf = (sub: string, { keyed }: Pick<Runtime, "keyed">): string => keyed("patrol-choice", sub, 32);
const asked = z.enum(["required", "voluntary", "off"]);
const chosen = z.object({
  checkIns: z.boolean(),
  tracks: z.boolean(),
  /** What the town offers outside of emergencies: nothing is asked for. */
  offered: z.object({ checkIns: asked, tracks: asked }),
});
const viewChoice = ({ checkIns, tracks }: PatrolChoice, { town }: Pick<Runtime, "town">) => ({
  ...{ checkIns, tracks },
  offered: { checkIns: walkRule("checkIns", undefined, town), tracks: walkRule("tracks", undefined, town) },
});

const choosing = z.strictObject({ checkIns: z.boolean(), tracks: z.boolean() });
const choose: Route = {
  ...{ method: "POST", path: "/grid-events/patrol-choice", status: 200, isCommand: true, allow: ["grid-worker"] },
  summary: {
    zh: "本人决定是否打卡、记录轨迹（初始为否，随时可以收回）",
    en: "One's own choice to check in or to keep a track: off at first, and taken back at any time",
  },
  body: choosing,
  returns: chosen,
  async handle({ actor, body, idempotencyKey, traceparent }, runtime, texts) {
    if (actor === undefined) return problem(401, "auth.missing");
    const choice = choosing.parse(body);
    const outcome = await runtime.store.execute({
      ...{ decider: patrolChoice, id: choiceIdOf(actor.sub, runtime), expects: "either" },
      command: { type: "choose", ...choice },
      commandId: commandIdOf(actor.sub, idempotencyKey ?? randomUUID()),
      bodyDigest: digest([choice]).slice(0, 16),
      context: contextFor(runtime, actor),
      ...(traceparent === undefined ? {} : { traceparent }),
    });
    const done = refusalOf(outcome, texts);
    return isProblem(done) ? done : { status: 200, body: viewChoice(done.state, runtime) };
  },
};

/** G-13: check-ins and tracks are voluntary, off at first, and count nowhere. */
export const walkRoutes: readonly Route[] = [
  choose,
  read("GET /grid-events/patrol-choice", {
    summary: { zh: "本人关于打卡、轨迹的决定", en: "One's own choice about check-ins and tracks" },
    allow: ["grid-worker"],
    returns: chosen,
    run: async ({ actor }, runtime) =>
      viewChoice(
        (await runtime.store.load(patrolChoice, choiceIdOf(actor?.sub ?? "", runtime)))?.state ?? nothingChosen,
        runtime,
      ),
  }),
  create("POST /grid-events/patrol-walks", {
    summary: {
      zh: "自愿打卡、记录轨迹（只有本人可见；不计入任何考核）",
      en: "Write down where one is, of one's own will; nobody else reads it, and it counts nowhere",
    },
    allow: ["grid-worker"],
    of: patrolWalk,
    id: ({ unique }) => unique,
    body: z.strictObject({
      places: z.array(given).max(20).default([]),
      track: z.array(given).max(5_000).default([]),
      note: lineOf(200).exactOptional(),
      plan: lineOf(80).exactOptional(),
    }),
    facts: ({ body: { plan = "" }, actor, runtime }) => ({
      planned: factReference(patrolPlan, plan),
      choice: factReference(patrolChoice, choiceIdOf(actor.sub, runtime)),
    }),
    run: ({ body, facts: { planned, choice } }) => ({ type: "record" as const, ...body, planned, choice }),
    returns: walks.returns,
    view: walks.view,
  }),
  list("GET /grid-events/patrol-walks", {
    summary: {
      zh: "本人的打卡、轨迹；指挥人员只见紧急任务（emergency）的",
      en: "One's own check-ins and tracks; a dispatcher sees those of an emergency",
    },
    allow: ["grid-worker", "dispatcher"],
    of: patrolWalk,
    query: { emergency: lineOf(60).optional() },
    sorts: ["at"],
    returns: walkView,
    find: ({ query: { emergency }, actor }) =>
      emergency === undefined
        ? { index: "byOwner", partition: walksOf(actor?.sub ?? ""), descending: true }
        : { index: "byStatus", partition: walksIn(emergency), descending: true },
    keep: ({ state }, { actor }) =>
      state.owner === actor?.sub || (state.emergency !== undefined && hasRole(actor, ["dispatcher"])),
    view: (loaded) => viewWalk(loaded),
  }),
  walks.read({ zh: "一次打卡或者轨迹", en: "A check-in or a track" }, ["grid-worker", "dispatcher"]),
];
