import * as z from "zod";
import { titled } from "../text/titled.ts";

const date = z.iso.date();
const about = { bundle: z.string(), name: z.object({ zh: z.string(), en: z.string() }) };

export const bundleFiled = z.object({
  ...about,
  channel: z.string(),
  filedOn: date,
  parts: z.array(z.object({ item: z.string(), application: z.string(), given: z.array(z.string()) })),
  /** What the form asked for, each thing once: under which name, and what it is for each item. */
  form: z
    .array(
      z.object({
        name: z.string(),
        required: z.boolean(),
        shared: z.boolean(),
        items: titled(z.array(z.object({ item: z.string(), material: z.string() })), {
          zh: "事项",
          en: "Permit items",
        }),
      }),
    )
    .optional(),
});
const refusal = z.object({ code: z.string(), details: z.record(z.string(), z.unknown()) });
/** Brought once, for every part that asks for it: what goes on to which, and what the others say at once. */
export const bundleBrought = z.object({
  ...about,
  on: date,
  parts: z.array(
    z.object({
      item: z.string(),
      application: z.string(),
      materials: z.array(
        z.object({
          material: z.string(),
          files: z.array(z.string()),
          outcome: z.enum(["passed-on", "had", "refused"]),
          refusal: refusal.optional(),
        }),
      ),
    }),
  ),
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
  "permits.bundle.brought": bundleBrought,
  "permits.bundle.withdrawn": bundleWithdrawn,
  "permits.bundle.done": bundleDone,
} as const;
