import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { create, list, type Route, read, resource, type Viewing } from "../../../../shared/http/index.ts";
import { knownPerson } from "../../../../shared/people/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { everythingIn, factReference, heldFact, type Loaded } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { everyPost, gridPost } from "../domain/post/decider.ts";
import { standingOn } from "../domain/post/standing.ts";
import { type GridPost, type GridPostCommand, otherPost, postIdOf, postKinds } from "../domain/post/words.ts";
import { mapOn } from "../map-on.ts";
import { arrangesPosts, gridReaders } from "./roles.ts";

const day = z.iso.date();
const person = z.object({ sub: z.string(), name: z.string().optional() });

const postView = z.object({
  id: z.string(),
  version: z.int(),
  grid: z.string(),
  post: z.enum(postKinds),
  terms: z.array(person.extend({ from: day, until: day.optional() })),
  absences: z.array(z.object({ sub: z.string(), from: day, until: day })),
});

const named = (sub: string, { town }: Pick<Runtime, "town">) => {
  const name = knownPerson(sub, town)?.name;
  return { sub, ...(name === undefined ? {} : { name }) };
};

const view = ({ id, version, state }: Loaded<GridPost>, { runtime }: Pick<Viewing, "runtime">) => ({
  ...{ id, version, grid: state.grid, post: state.post },
  terms: state.terms.map(({ sub, from, until }) => ({
    ...named(sub, runtime),
    ...{ from, ...(until === undefined ? {} : { until }) },
  })),
  absences: state.absences.map((one) => ({ ...one })),
});

const posts = resource({
  of: gridPost,
  at: "/grid-events/posts",
  staff: gridReaders,
  returns: postView,
  view,
});

/** A day, or today if it is past. */
const later = (day: string, today: { toString(): string }) => (day < today.toString() ? today.toString() : day);

const absence = ["grid-worker", ...arrangesPosts] as const;

const standing = person.extend({ post: z.enum(postKinds) });

/** Who looks after each grid on a day. */
const workers = read("GET /grid-events/workers", {
  summary: { zh: "某日各网格由谁负责（A岗缺位时B岗顶岗）", en: "Who looks after each grid on a day" },
  allow: gridReaders,
  query: z.strictObject({ on: day.optional(), worker: lineOf(128).optional() }),
  returns: z.object({
    on: day,
    map: day.optional(),
    items: z.array(
      z.object({
        grid: z.string(),
        gridName: z.string(),
        /** Absent: nobody is there; its matters go to the dispatcher. */
        worker: standing.optional(),
      }),
    ),
  }),
  async run({ query }, runtime) {
    const on = query.on ?? todayIn(runtime.clock()).toString();
    const [map, all] = await Promise.all([
      mapOn(runtime, on),
      everythingIn(runtime.store, gridPost, { index: "byStatus", partition: everyPost }),
    ]);
    if (map === undefined) return { on, items: [] };
    const known = new Map(all.map(({ id, state }) => [id, state]));
    const items = map.grids.map(({ code, name }) => {
      const there = standingOn(on, { a: known.get(postIdOf(code, "a")), b: known.get(postIdOf(code, "b")) });
      const worker = there === undefined ? {} : { worker: { ...named(there.sub, runtime), post: there.as } };
      return { grid: code, gridName: name, ...worker };
    });
    const { worker } = query;
    return { on, map: map.from, items: items.filter((one) => worker === undefined || one.worker?.sub === worker) };
  },
});

/** Who holds which post of which grid (G1). */
export const postRoutes: readonly Route[] = [
  list("GET /grid-events/posts", {
    summary: { zh: "网格岗位（A、B岗）", en: "Posts of grids" },
    allow: gridReaders,
    of: gridPost,
    returns: postView.omit({ absences: true }),
    find: () => ({ index: "byStatus", partition: everyPost }),
    view: (loaded, viewing) => {
      const { absences: _absences, ...row } = view(loaded, viewing);
      return row;
    },
  }),
  create("POST /grid-events/posts", {
    summary: {
      zh: "安排网格岗位；前任到前一日为止",
      en: "Give a post to a worker; his predecessor's last day is the day before",
    },
    allow: arrangesPosts,
    of: gridPost,
    body: z.strictObject({ grid: lineOf(20), post: z.enum(postKinds), sub: lineOf(128), from: day }),
    returns: posts.returns,
    id: ({ body }) => postIdOf(body.grid, body.post),
    learn: async ({ body, runtime }) => {
      const map = await mapOn(runtime, body.from);
      return map?.grids.some(({ code }) => code === body.grid) === true;
    },
    facts: ({ body }) => ({ other: heldFact(factReference(gridPost, postIdOf(body.grid, otherPost(body.post)))) }),
    run: ({ body, facts, learnt }): GridPostCommand => ({
      ...{ type: "assign", ...body },
      ...{ isOnMap: learnt === true, other: facts.other },
    }),
    view: posts.view,
  }),
  posts.read({ zh: "一个网格岗位", en: "One post" }, gridReaders),
  posts.step("relieve", {
    summary: { zh: "到某日为止卸任", en: "End it with a day" },
    allow: arrangesPosts,
    body: z.strictObject({ last: day }),
    tries: ({ state }, { today }) => state?.terms.slice(-1).map(({ from }) => ({ last: later(from, today) })) ?? [],
    run: ({ body }) => ({ type: "relieve", ...body }),
  }),
  posts.step("mark-absent", {
    summary: { zh: "登记离岗", en: "Say that the worker is away" },
    allow: absence,
    body: z.strictObject({ from: day, until: day }),
    tries: ({ state }, { today }) =>
      (state?.terms ?? [])
        .filter(({ until }) => until === undefined || until >= today.toString())
        .map(({ from }) => ({ from: later(from, today), until: later(from, today) })),
    run: ({ body }) => ({ type: "mark-absent", ...body }),
  }),
  posts.step("mark-back", {
    summary: { zh: "登记返岗", en: "Say that the worker is back" },
    allow: absence,
    body: z.strictObject({ on: day }),
    tries: ({ state }, { today }) =>
      (state?.absences ?? [])
        .filter(({ until }) => until >= today.toString())
        .map(({ from }) => ({ on: later(from, today) })),
    run: ({ body }) => ({ type: "mark-back", ...body }),
  }),
  posts.history({ zh: "岗位的经过", en: "History of a post" }, gridReaders),
  workers,
];
