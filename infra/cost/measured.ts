import * as z from "zod";
import written from "./measured.json" with { type: "json" };

const count = z.number().min(0);
const service = z.strictObject({
  /** Requests over HTTP. */
  requests: count,
  /** Transactions that were written; the relay is called for each, at the most. */
  transactions: count,
  /** Messages that its reactions took. */
  messages: count,
  writeUnits: count,
  readUnits: count,
  /** Events that left for a topic, and messages that came of them. */
  published: count,
  delivered: count,
  /** Bytes of events, which stay; bytes of files. */
  itemBytes: count,
  filePuts: count,
  fileGets: count,
  fileBytes: count,
});

/** What one service consumed while a town lived, the opening left out. */
export type MeasuredService = Readonly<z.output<typeof service>>;

/** Figures of the lived town: how many things of each kind it had, and what each service consumed for them. */
export const measuredFigures = z.strictObject({
  things: z.strictObject({ permits: count, cases: count, rectifications: count, gridEvents: count, payments: count }),
  services: z.record(z.string(), service),
});
export type Measured = z.output<typeof measuredFigures>;

/** As `npm run rights` wrote them down. */
export const measured: Measured = measuredFigures.parse(written);
