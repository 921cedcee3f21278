import * as z from "zod";
import { bilingual, id, line, listCode } from "./text.ts";

const workingDays = z.int().min(1).max(120);

/** One thing an inspector looks at; without `items` it is looked at in every inspection. */
const point = z.strictObject({ id, text: bilingual, items: z.array(listCode).min(1).optional() });

/** XK-61, XK-63, XK-65: what the law on supervision inspections leaves open. Set locally: say by what. */
export const inspections = z.strictObject({
  /** XK-63: no more routine inspections of one certificate in a year. */
  routinePerYear: z.int().min(1).max(12),
  /** Within how many of them after it was held everybody has signed. */
  signingWorkingDays: workingDays,
  /** Within how many of them a violation on record is acted upon. */
  handlingWorkingDays: workingDays,
  /** Within how many of them after the day for putting right somebody looks again. */
  reinspectionWorkingDays: workingDays,
  /** XK-65 says 及时: within how many of them a report is looked into or refused. */
  reportWorkingDays: workingDays,
  source: line,
  points: z
    .array(point)
    .min(1)
    .refine((points) => new Set(points.map((one) => one.id)).size === points.length, "a point twice / 检查要点重复")
    .refine((points) => points.some(({ items }) => items === undefined), "no point for every item / 缺通用检查要点"),
});

export type InspectionRules = z.infer<typeof inspections>;
