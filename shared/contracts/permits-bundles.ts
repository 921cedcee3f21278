import * as z from "zod";

const date = z.iso.date();
const about = { bundle: z.string(), name: z.object({ zh: z.string(), en: z.string() }) };

export const bundleFiled = z.object({
  ...about,
  channel: z.string(),
  filedOn: date,
  parts: z.array(z.object({ item: z.string(), application: z.string(), given: z.array(z.string()) })),
});
export const bundleWithdrawn = z.object({
  ...about,
  withdrawnOn: date,
  parts: z.array(z.object({ item: z.string(), application: z.string() })),
});
export const bundleDone = z.object({
  ...about,
  doneOn: date,
  parts: z.array(z.object({ item: z.string(), status: z.string() })),
});

/** Themed bundles (一件事, L12). */
export const bundleEvents = {
  "permits.bundle.filed": bundleFiled,
  "permits.bundle.withdrawn": bundleWithdrawn,
  "permits.bundle.done": bundleDone,
} as const;
