import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { digest } from "../../../../shared/store/index.ts";
import type { Received } from "../domain/entry.ts";

/** What can be written without a network: the same commands that a worker gives with one. `drop` gives an entry up. */
export const offlineVerbs = [
  ...["report", "accept", "handle-here", "close-here"],
  ...["close", "rework", "withdraw", "rate", "reopen", "drop"],
] as const;

export const entryId = z.string().regex(/^[0-9A-Za-z_-]{8,64}$/);
const instant = z.iso.datetime({ offset: true });

/** One entry as a client writes it. */
export const entrySchema = z.strictObject({
  id: entryId,
  sequence: z.int().min(0).max(1_000_000_000),
  does: z.enum(offlineVerbs),
  madeAt: instant,
  basedOn: z
    .union([
      z.strictObject({ event: z.string().regex(/^[0-9A-Za-z-]{1,64}$/), version: z.int().min(1).max(1_000_000) }),
      z.strictObject({ entry: entryId }),
    ])
    .exactOptional(),
  corrects: entryId.exactOptional(),
  body: z.record(z.string().regex(/^[A-Za-z]{1,40}$/), z.unknown()).default({}),
});
export type Entry = z.output<typeof entrySchema>;

/** The one version of this form so far. */
export const schemaVersion = 1;

/** An entry that cannot be read holds up no other: it is answered by itself, also where it is no entry at all. */
export const batchSchema = z.strictObject({
  schema: z.int().min(1).max(1_000),
  /** What the device's clock says when it sends. */
  sentAt: instant,
  entries: z
    .array(z.union([entrySchema, z.looseObject({}), z.unknown()]))
    .min(1)
    .max(1_000_000),
});
export type Batch = z.output<typeof batchSchema>;

/** The record of an entry: the same client-made id of another person is another record. */
export const recordIdOf = ({ keyed }: Pick<Runtime, "keyed">, sub: string, entry: string): string =>
  keyed("offline-entry", `${sub}|${entry}`, 24);

/** What the receipt says of an entry. Its time counts from here; the device's clock is only noted. */
export function receivedOf(
  { id, sequence, does, basedOn, corrects, madeAt }: Partial<Entry> & Pick<Entry, "id">,
  sent: unknown,
  sentAt: string,
  { clock, keyed, town }: Pick<Runtime, "clock" | "keyed" | "town">,
): Received {
  const now = clock();
  const skew = Date.parse(sentAt) - Date.parse(now);
  const skewMinutes = Math.trunc(skew / 60_000) + 0;
  const wrote = madeAt === undefined ? now : new Date(Date.parse(madeAt) - skew).toISOString();
  const after = wrote > now;
  return {
    ...{ entry: id, sequence: sequence ?? 0, does: does ?? "", digest: keyed("offline-body", digest(sent), 32) },
    ...(basedOn === undefined ? {} : { basedOn }),
    ...(corrects === undefined ? {} : { corrects }),
    ...(madeAt === undefined ? {} : { madeAt }),
    writtenOn: todayIn(after ? now : wrote).toString(),
    skewMinutes,
    skewed: after || Math.abs(skewMinutes) >= town.gridEvents.offline.skewMinutes,
  };
}
