import * as z from "zod";
import { textOf } from "../../../../shared/text/index.ts";
import { measureOf } from "../told.ts";

export const words = textOf(2_000, 2);
export const date = z.iso.date();

export const learning = { learn: measureOf, learnsFromTable: true } as const;
export const claims = {
  relation: z.enum(["of-the-case", "unrelated"]),
  dailyNecessity: z.boolean(),
  sealedElsewhere: z.boolean(),
};
