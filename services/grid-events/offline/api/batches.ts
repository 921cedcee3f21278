import * as z from "zod";
import { isRejection, present } from "../../../../shared/decider/index.ts";
import { type Answer, type Problem, problem, type Route } from "../../../../shared/http/index.ts";
import { textOf } from "../../../../shared/http/problem.ts";
import { parsedBy } from "../../../../shared/http/validation.ts";
import { StoreBusy } from "../../../../shared/store/index.ts";
import { offlineEntry } from "../domain/decider.ts";
import { carryOn, keepEntry, writerOf } from "./carrying.ts";
import { type Told, told, viewTold } from "./entries.ts";
import {
  type Batch,
  batchSchema,
  type Entry,
  entryId,
  entrySchema,
  receivedOf,
  recordIdOf,
  schemaVersion,
} from "./reading.ts";
import type { Sending } from "./running.ts";

const answers = z.object({ receivedAt: z.iso.datetime(), entries: z.array(told) });

/** Above the profile's own limit, so that what is too much is told how to split. */
const readable = 1_024 * 1_024;

interface Placed {
  readonly position: number;
  readonly sent: unknown;
  readonly entry: Entry | undefined;
  readonly id: string | undefined;
  readonly sequence: number;
}

const some = z.looseObject({ id: entryId });
const numbered = z.looseObject({ sequence: z.int() });

/** The entries in the order of their sequence; what has none comes last, in its place. */
const inOrder = (entries: Batch["entries"]): readonly Placed[] =>
  entries
    .map((sent, position) => {
      const read = entrySchema.safeParse(sent);
      const entry = read.success ? read.data : undefined;
      const sequence = numbered.safeParse(sent).data?.sequence ?? Number.MAX_SAFE_INTEGER;
      return { position, sent: entry ?? sent, entry, id: some.safeParse(sent).data?.id, sequence };
    })
    .toSorted((one, other) => one.sequence - other.sequence || one.position - other.position);

/** 413 with how many entries fit: by number, or by what they weigh on average. */
function tooLarge(entries: Batch["entries"], limits: { readonly entries: number; readonly bytes: number }) {
  const bytes = Buffer.byteLength(JSON.stringify(entries));
  if (entries.length <= limits.entries && bytes <= limits.bytes) return undefined;
  const each = Math.max(1, Math.min(limits.entries, Math.floor((limits.bytes / bytes) * entries.length)));
  const details = {
    ...limits,
    sent: entries.length,
    sentBytes: bytes,
    each,
    batches: Math.ceil(entries.length / each),
  };
  return problem(413, "grid-events.batch-too-large", { details });
}

const refused = (
  position: number,
  { code, details = {} }: Pick<Problem, "code" | "details">,
  { texts }: Pick<Sending, "texts">,
  more: Partial<Told> = {},
): Told => {
  const { zh, en } = textOf(code, details, texts);
  return { position, result: "refused", code, detail: { zh, en }, ...more };
};

async function answerTo(placed: Placed, batch: Batch, sending: Sending): Promise<Told> {
  const { position, sent, entry, id } = placed;
  if (batch.schema !== schemaVersion) {
    const details = { schema: batch.schema, known: schemaVersion };
    return refused(position, problem(422, "grid-events.schema-unknown", { details }), sending, present({ id }));
  }
  if (id === undefined) return refused(position, problem(400, "grid-events.entry-unreadable"), sending);
  const { actor, runtime } = sending;
  const before = await runtime.store.load(offlineEntry, recordIdOf(runtime, actor.sub, id));
  const received = receivedOf(
    entry ?? { id, ...present({ sequence: numbered.safeParse(sent).data?.sequence }) },
    sent,
    batch.sentAt,
    runtime,
  );
  const taken = await keepEntry(id, { type: "take", owner: actor.sub, said: JSON.stringify(sent), received }, sending);
  if (isRejection(taken)) return refused(position, taken, sending, { id });
  await carryOn(id, sending);
  const now = (await runtime.store.load(offlineEntry, taken.id)) ?? taken;
  return viewTold(now, { position, repeated: before?.state.status === "done" }, sending);
}

/** The town is busy with the same thing: the entry is received, and goes on when it is sent again. */
async function answered(placed: Placed, batch: Batch, sending: Sending): Promise<Told> {
  try {
    return await answerTo(placed, batch, sending);
  } catch (error) {
    if (!(error instanceof StoreBusy)) throw error;
    return {
      ...refused(placed.position, { code: "service.busy" }, sending, present({ id: placed.id })),
      result: "waiting",
    };
  }
}

/** What waited for an entry further on in the batch may be answered by now. */
async function asItIsNow(told: Told, sending: Sending): Promise<Told> {
  const { position, result, record } = told;
  const now =
    result === "waiting" && record !== undefined ? await sending.runtime.store.load(offlineEntry, record) : undefined;
  return now === undefined ? told : viewTold(now, { position, repeated: false }, sending);
}

/** G2: what a worker wrote without a network. Each entry is answered for itself, and again whenever it is sent again. */
export const batchRoute: Route = {
  method: "POST",
  path: "/grid-events/offline-batches",
  summary: {
    zh: "上传离线填写的内容：逐条答复（办结、重复、等待、拒绝）；同一编号只办一次",
    en: "Send what was written without a network: each entry is answered, and carried out once",
  },
  allow: ["grid-worker"],
  body: batchSchema,
  bytes: readable,
  returns: answers,
  status: 200,
  isCommand: false,
  async handle(request, runtime, texts): Promise<Answer | Problem> {
    const { actor } = request;
    if (actor === undefined) return problem(401, "auth.missing");
    const batch = parsedBy(batchSchema, request.body);
    const large = tooLarge(batch.entries, runtime.town.gridEvents.offline);
    if (large !== undefined) return large;
    const sending: Sending = { actor: writerOf(actor), request, runtime, texts };
    const receivedAt = runtime.clock();
    const answers: Told[] = [];
    for (const placed of inOrder(batch.entries)) answers.push(await answered(placed, batch, sending));
    const settled = await Promise.all(answers.map((one) => asItIsNow(one, sending)));
    const entries = settled.toSorted((one, other) => one.position - other.position);
    return { status: 200, body: { receivedAt, entries } };
  },
};
