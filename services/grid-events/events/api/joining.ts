import * as z from "zod";
import { present } from "../../../../shared/decider/index.ts";
import { command, decimalNumber, list, type Route, read, readById } from "../../../../shared/http/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { member } from "../../../../shared/store/index.ts";
import { measured } from "../../grids/domain/datum.ts";
import { gridEvent } from "../domain/decider.ts";
import { eventStatuses } from "../domain/event.ts";
import { hintTally } from "../domain/hint-tally.ts";
import { joining } from "../domain/joining.ts";
import { isJoinable } from "../domain/merging.ts";
import { isReporter } from "../domain/who.ts";
import { mattersLike } from "../similar-to.ts";
import { code, gridHouse, located } from "./events.ts";
import { followedBy, receiptView, viewReceipt } from "./receipt-view.ts";

const joiningIdOf = (event: string, sub: string, { keyed }: Pick<Runtime, "keyed">): string =>
  `${event}-${keyed("joining", sub, 24)}`;
const similarRow = z.object({
  id: z.string(),
  number: z.string(),
  status: z.enum(eventStatuses),
  category: z.string(),
  reportedAt: z.iso.datetime(),
  /** Of a matter of few people nobody outside learns how many they are. */
  joined: z.int().optional(),
});
const following = z.object({ id: z.string(), ...receiptView.shape });
const degrees = (most: number) => decimalNumber(z.number().min(-most).max(most));
const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/);

const similar = read("GET /grid-events/similar", {
  summary: {
    zh: "附近可能相同的公开事件：可以加入，不必再报",
    en: "Public matters nearby that may be the same: one joins them instead of reporting again",
  },
  allow: "public",
  maxAge: 0,
  query: z.strictObject({ lng: degrees(180), lat: degrees(90), datum: located.datum, category: code }),
  returns: z.object({ items: z.array(similarRow) }),
  run: async ({ query: { lng, lat, datum, category } }, runtime) => {
    const { place } = measured({ lng, lat }, datum);
    const found = await mattersLike({ id: "", category, reportedAt: runtime.clock(), place }, runtime);
    const { publicFloor } = runtime.town.gridEvents.figures;
    const open = found.filter(({ loaded }) => isJoinable(loaded.state, runtime.town));
    return {
      items: open.map(({ loaded: { id, state } }) => ({
        ...{ id, number: state.number.text.zh, status: state.status, category: state.category },
        ...{ reportedAt: state.reportedAt, ...present({ joined: atLeast(publicFloor, state.joined) }) },
      })),
    };
  },
});

const atLeast = (floor: number, count: number): number | undefined => (count < floor ? undefined : count);

/** The reporter and those who joined follow a matter: state and answers, never what was said. */
const isFollower = async (id: string, sub: string | undefined, { store, keyed }: Runtime): Promise<boolean> =>
  sub !== undefined && (await store.load(joining, joiningIdOf(id, sub, { keyed })))?.state.resident === sub;

const join: Route = {
  ...command("POST /grid-events/events/{id}/join", {
    summary: { zh: "加入已有事件，结果同样告知", en: "Join a matter instead of reporting it again" },
    allow: ["resident"],
    of: gridEvent,
    body: z.strictObject({}),
    run: () => ({ type: "join" }),
    others: {
      members: ({ id, actor, runtime }) => ({
        joining: member(joining, joiningIdOf(id, actor.sub, runtime), { expects: "either" }),
      }),
      commands: ({ id }) => ({ joining: { type: "join" as const, event: id } }),
    },
    returns: following,
    view: async (loaded, { runtime }) => ({ id: loaded.id, ...viewReceipt(await followedBy(loaded, runtime)) }),
  }),
  step: "join",
  async isKnownTo({ params }, { store, town }) {
    const state = (await store.load(gridEvent, params.id ?? ""))?.state;
    return state !== undefined && isJoinable(state, town);
  },
};

/** Who reported the same besides, and the hints that spare him to (G2). */
export const joiningRoutes: readonly Route[] = [
  similar,
  join,
  readById("GET /grid-events/events/{id}/followed", {
    summary: {
      zh: "本人上报或者加入的事件办到哪一步、答复了什么",
      en: "State and answers of a matter one reported or joined",
    },
    allow: ["resident"],
    of: gridEvent,
    returns: following,
    mayRead: async ({ id, state }, actor, runtime) =>
      actor !== undefined && (isReporter(state, actor) || (await isFollower(id, actor.sub, runtime))),
    view: async (loaded, { runtime }) => ({ id: loaded.id, ...viewReceipt(await followedBy(loaded, runtime)) }),
  }),
  list("GET /grid-events/joinings", {
    summary: { zh: "本人加入的事件", en: "Matters that one joined" },
    allow: ["resident"],
    of: joining,
    sorts: ["at"],
    returns: z.object({ event: z.string(), joinedAt: z.iso.datetime().optional() }),
    find: ({ actor }) => ({ index: "byOwner", partition: `joining:${actor?.sub ?? ""}`, descending: true }),
    keep: ({ state }, { actor }) => actor !== undefined && state.resident === actor.sub,
    view: ({ state: { event, at } }) => ({ event, ...present({ joinedAt: at }) }),
  }),
  read("GET /grid-events/hint-counts", {
    summary: { zh: "重复提示的采纳、排除次数（按月）", en: "How many hints of a month were followed or refused" },
    allow: gridHouse,
    query: z.strictObject({ month }),
    returns: z.object({ month, accepted: z.int(), refused: z.int() }),
    run: async ({ query }, { store }) => {
      const { accepted, refused } = (await store.load(hintTally, query.month))?.state ?? { accepted: 0, refused: 0 };
      return { month: query.month, accepted, refused };
    },
  }),
];
