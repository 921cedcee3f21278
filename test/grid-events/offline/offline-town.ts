import * as z from "zod";
import type { Actor } from "../../../shared/decider/index.ts";
import { aGridTown, eastStreet, worker } from "../grid-town.ts";

export const monday = "2026-03-02";
/** A place in the part of the east street that has no worker of its own. */
export const place = { lng: 101.97, lat: 25.125 };
export const light = { place, category: "street-light", urgency: "ordinary", text: "路灯不亮", address: "东街1号" };
export const proof = { without: "夜间无光" };

const answer = z.object({
  receivedAt: z.string(),
  entries: z.array(
    z.looseObject({
      id: z.string().optional(),
      record: z.string().optional(),
      result: z.enum(["done", "repeated", "waiting", "refused"]),
      code: z.string().optional(),
      event: z.string().optional(),
      eventVersion: z.number().optional(),
    }),
  ),
});
export type Sent = Readonly<Record<string, unknown>>;

/** Entries of one worker's day: a matter reported, accepted, handled and closed in the grid. */
export const aDay = (name: string, from = 1): readonly Sent[] => [
  entry(`${name}-report`, from, "report", { body: light }),
  entry(`${name}-accept`, from + 1, "accept", { basedOn: { entry: `${name}-report` } }),
  entry(`${name}-handle`, from + 2, "handle-here", { basedOn: { entry: `${name}-accept` } }),
  entry(`${name}-close`, from + 3, "close-here", {
    basedOn: { entry: `${name}-handle` },
    body: { outcome: "已换灯泡", proof },
  }),
];
export const entry = (id: string, sequence: number, does: string, more: Sent = {}): Sent => ({
  ...{ id, sequence, does, madeAt: "2026-03-02T01:00:00.000Z" },
  ...more,
});

/** The east street with worker 1 on its A post and worker 2 on its B post. */
export async function anOfflineTown() {
  const town = aGridTown();
  await town.adopt(monday);
  await town.assign(eastStreet, "a", "grid-worker-1");
  await town.assign(eastStreet, "b", "grid-worker-2");
  const raw = (entries: readonly unknown[], by: Actor = worker(1), more: object = {}) =>
    town.post("/offline-batches", { schema: 1, sentAt: town.runtime.clock(), entries, ...more }, by);
  const send = async (entries: readonly unknown[], by?: Actor, more?: object) =>
    answer.parse((await raw(entries, by, more)).body).entries;
  const matters = async () => {
    const { items } = z
      .object({ items: z.array(z.object({ id: z.string() })) })
      .parse((await town.get("/events", { status: "closed" }, worker(1))).body);
    return items.map(({ id }) => id);
  };
  const matter = async (id = "") =>
    z
      .looseObject({ status: z.string(), version: z.number(), round: z.number() })
      .parse((await town.get(`/events/${id}`, {}, worker(1))).body);
  return { ...town, raw, send, matters, matter };
}
