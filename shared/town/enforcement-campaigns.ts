import * as z from "zod";
import { line } from "./text.ts";

const few = z.int().min(1).max(50);

/** IN-6: what the rules on campaigns leave to the town. */
export const campaignRules = z.strictObject({
  /** How many campaigns of its own the town holds in a year. Those that were ordered from above do not count. */
  perYear: few,
  mostDays: z.int().min(1).max(365),
  /** Who approves the plan: the head of the government, or the head of the organ. */
  approver: z.enum(["government", "organ"]),
  /** How often one venue is inspected in one campaign, outside of the yearly cap. */
  perVenue: few,
  source: line,
});
