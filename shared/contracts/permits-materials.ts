import * as z from "zod";

const date = z.iso.date();

/** A file has come in whole and is what it says: for the person who scans it (role `device`). */
export const materialUploaded = z.object({ type: z.string(), bytes: z.int(), sha256: z.string() });
export const materialScanned = z.object({ verdict: z.enum(["clean", "infected"]), scannedOn: date });
/** A case has taken a file as one of the materials its guide names, or has given it back. */
export const materialAttached = z.object({ application: z.string(), material: z.string(), on: date });
export const materialDetached = materialAttached;
export const materialRemoved = z.object({ ground: z.enum(["unfinished", "unused", "by-owner"]), on: date });

/** Nothing here names a file or whose it is. */
export const materialEvents = {
  "permits.material.uploaded": materialUploaded,
  "permits.material.scanned": materialScanned,
  "permits.material.attached": materialAttached,
  "permits.material.detached": materialDetached,
  "permits.material.removed": materialRemoved,
} as const;
