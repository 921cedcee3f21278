import * as z from "zod";

const date = z.iso.date();

/** A file of evidence has come in whole: for the person who scans it (role `device`). */
export const evidenceFileKept = z.object({ on: date });
export const evidenceFileScanned = z.object({ verdict: z.enum(["clean", "infected"]), on: date });
/** It did not come in time. */
export const evidenceFileDropped = z.object({ on: date });

/** Nothing here names a file, its case or a person. */
export const evidenceFileEvents = {
  "enforcement.evidence-file.kept": evidenceFileKept,
  "enforcement.evidence-file.scanned": evidenceFileScanned,
  "enforcement.evidence-file.dropped": evidenceFileDropped,
} as const;
