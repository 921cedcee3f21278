import * as z from "zod";
import { uploadRules } from "../files/upload/index.ts";
import { line } from "./text.ts";

/** Files that people bring to their cases (申请材料); no statute settles any of it. */
export const materials = z.strictObject({
  ...uploadRules,
  /** A file that no case has taken goes after so many days. */
  unusedDays: z.int().min(1).max(365),
  /** S-4: materials that, once a case with them was accepted, are on file for so long and not asked of the person again. */
  onFile: z.array(z.strictObject({ name: line, months: z.int().min(1).max(120) })),
});
