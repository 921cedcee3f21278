import * as z from "zod";

const date = z.iso.date();

/** A power is recalled from that day and these cases, opened before, wait for a written decision; told again until all are decided. */
export const runningCasesUndecided = z.object({
  code: z.string(),
  from: date,
  document: z.string(),
  cases: z.array(z.string()),
  on: date,
  remindOn: date,
  reminder: z.boolean(),
});
/** Decided of one case: the town finishes it in its own name as the power stood before the recall, or it goes to another organ. */
export const runningCaseSettled = z.object({
  code: z.string(),
  case: z.string(),
  recalledFrom: date,
  outcome: z.enum(["finish", "transfer"]),
  document: z.string(),
  to: z.string().optional(),
  on: date,
});

/** Decided of all certificates granted before the recall: the town goes on looking after them, or another organ does. */
export const certificatesSettled = runningCaseSettled.omit({ case: true });

/** Cases under way when a power is recalled (CF-24b). */
export const runningCaseEvents = {
  "powers.running-case.undecided": runningCasesUndecided,
  "powers.running-case.settled": runningCaseSettled,
  "powers.running-case.certificates-settled": certificatesSettled,
} as const;
