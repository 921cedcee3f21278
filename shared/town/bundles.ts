import * as z from "zod";
import { bilingual, line } from "./text.ts";

/**
 * 一件事 (L12): several items opened by one form. What goes by one name is given once; `merged` says which materials of
 * the items one document of the form stands for.
 */
export const bundle = z.strictObject({
  code: z.string().regex(/^YJS\d{2}$/),
  name: bilingual,
  items: z
    .array(z.string().regex(/^P[LS]-\d{3}$/))
    .min(2)
    .max(12),
  merged: z.array(z.strictObject({ name: line, replaces: z.array(line).min(1) })),
});

export type BundleDefinition = z.infer<typeof bundle>;
