import * as z from "zod";
import { present } from "../../../../shared/decider/index.ts";
import { list, type Route, resource, severalOf } from "../../../../shared/http/index.ts";
import { type ProblemTexts, textOf } from "../../../../shared/http/problem.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { titled } from "../../../../shared/text/index.ts";
import { gridEvent } from "../../events/domain/decider.ts";
import { entryPartition, offlineEntry, ownersEntries } from "../domain/decider.ts";
import { entryStatuses, type OfflineEntry } from "../domain/entry.ts";
import { entryId, recordIdOf } from "./reading.ts";

const instant = z.iso.datetime();
const text = z.object({ zh: z.string(), en: z.string() });
const matter = z.object({ status: z.string(), version: z.int(), round: z.int() });
const received = z.object({ named: z.int(), there: z.int(), missing: z.array(z.string()) });
const badValue = z.object({ pointer: z.string(), code: z.string() });

/** What became of an entry. */
const outcome = {
  receivedAt: instant.optional(),
  skewMinutes: z.int().optional(),
  skewed: z.boolean().optional(),
  event: z.string().optional(),
  eventVersion: z.int().optional(),
  waitsFor: z.string().optional(),
  code: z.string().optional(),
  detail: titled(text, { zh: "说明", en: "What it means" }).optional(),
  errors: z.array(badValue).optional(),
  present: matter.optional(),
};

/** An entry of a batch as it is answered. */
export const told = z.object({
  position: z.int(),
  id: z.string().optional(),
  record: z.string().optional(),
  sequence: z.int().optional(),
  result: z.enum(["done", "repeated", "waiting", "refused"]),
  ...outcome,
});
export type Told = z.input<typeof told>;

const entryView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(entryStatuses),
  entry: z.string(),
  sequence: z.int().optional(),
  does: z.string().optional(),
  madeAt: z.string().optional(),
  writtenOn: z.string().optional(),
  corrects: z.string().optional(),
  correctedBy: z.string().optional(),
  said: z.string().optional(),
  /** Of the pictures that it names: how many have come. */
  received: received.optional(),
  ...outcome,
});

/** An entry in a list: what was written, and how the matter is now, are read by its id. */
const entryRow = entryView.pick({
  ...{ id: true, version: true, status: true, entry: true, sequence: true, does: true, receivedAt: true },
  ...{ event: true, eventVersion: true, waitsFor: true, code: true },
});

const badValues = z.object({ errors: z.array(z.looseObject(badValue.shape)) });

const outcomeOf = (state: OfflineEntry, texts: ProblemTexts) => {
  const { receivedAt, skewMinutes, skewed, event, eventVersion, waitsFor, code, details = {}, present: now } = state;
  const said = code === undefined ? undefined : textOf(code, details, texts);
  const errors = badValues.safeParse(details).data?.errors.map(({ pointer, code: what }) => ({ pointer, code: what }));
  return {
    ...present({ receivedAt, skewMinutes, skewed, event, eventVersion, waitsFor, code, errors }),
    ...(now === undefined ? {} : { present: { ...now } }),
    ...(said === undefined ? {} : { detail: { ...said } }),
  };
};

const resultOf = ({ status }: OfflineEntry, repeated: boolean): Told["result"] => {
  if (status === "done") return repeated ? "repeated" : "done";
  return status === "refused" || status === "corrected" ? "refused" : "waiting";
};

/** An entry as it is answered: the same answer as often as it is sent. */
export const viewTold = (
  { id, state }: Loaded<OfflineEntry>,
  { position, repeated }: { readonly position: number; readonly repeated: boolean },
  { texts }: { readonly texts: ProblemTexts },
): Told => ({
  ...{ position, id: state.entry, record: id, result: resultOf(state, repeated) },
  ...present({ sequence: state.sequence }),
  ...outcomeOf(state, texts),
});

const named = z.object({
  body: z.object({
    pictures: z.array(z.string()).optional(),
    proof: z
      .object({ pictures: z.array(z.string()) })
      .optional()
      .catch(undefined),
  }),
});

/** "2 of 3 received": of the pictures that an entry names, by the matter that it made or moved. */
async function receivedOf({ said = "", event }: OfflineEntry, { store }: Pick<Runtime, "store">) {
  const { pictures = [], proof } = said === "" ? {} : (named.safeParse(JSON.parse(said)).data?.body ?? {});
  const all = [...new Set([...pictures, ...(proof?.pictures ?? [])])];
  if (all.length === 0) return undefined;
  const there = event === undefined ? [] : ((await store.load(gridEvent, event))?.state.received ?? []);
  const missing = all.filter((one) => !there.includes(one));
  return { named: all.length, there: all.length - missing.length, missing };
}

const offlineEntries = resource({
  of: offlineEntry,
  at: "/grid-events/offline-entries",
  staff: [],
  own: ({ state }, { sub }) => state.owner !== undefined && state.owner === sub,
  returns: entryView,
  view: async ({ id, version, state }, { texts = {}, runtime }) => {
    const { status, entry, sequence, does, madeAt, writtenOn, corrects, correctedBy, said } = state;
    return {
      ...{ id, version, status, entry },
      ...present({ sequence, does, madeAt, writtenOn, corrects, correctedBy, said }),
      ...present({ received: await receivedOf(state, runtime) }),
      ...outcomeOf(state, texts),
    };
  },
});

/** What one wrote without a network, and what became of it: his own, and nobody else's. */
export const entryRoutes: readonly Route[] = [
  list("GET /grid-events/offline-entries", {
    summary: {
      zh: "本人离线填写的内容及其结果；entry为客户端自编的编号",
      en: "What one wrote without a network, and the answers; `entry` is the id that the client made",
    },
    allow: ["grid-worker"],
    of: offlineEntry,
    query: { status: severalOf(entryStatuses).optional(), entry: entryId.optional() },
    sorts: ["receivedAt"],
    returns: entryRow,
    find: ({ query: { status, entry }, actor, runtime }) => {
      const sub = actor?.sub ?? "";
      if (entry !== undefined) return { index: "byCode", partition: entryPartition(recordIdOf(runtime, sub, entry)) };
      return status === undefined
        ? { index: "byOwner", partition: `offline-entry:${sub}`, descending: true }
        : status.map((one) => ({ index: "byStatus", partition: ownersEntries(sub, one) }));
    },
    keep: ({ state }, { query, actor }) => state.owner === actor?.sub && query.status?.includes(state.status) !== false,
    view: ({ id, version, state }) => {
      const { status, entry, sequence, does, receivedAt, event, eventVersion, waitsFor, code } = state;
      return {
        ...{ id, version, status, entry },
        ...present({ sequence, does, receivedAt, event, eventVersion, waitsFor, code }),
      };
    },
  }),
  offlineEntries.read({ zh: "一条离线填写的内容", en: "One entry written without a network" }, ["grid-worker"]),
  offlineEntries.history({ zh: "一条离线填写内容的经过", en: "What happened to an entry" }, ["grid-worker"]),
];
