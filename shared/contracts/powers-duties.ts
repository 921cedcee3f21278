import * as z from "zod";

const date = z.iso.date();

/** What every event of a duty says: the department's id in the town's profile, and the task. */
const about = { department: z.string(), title: z.string() };
const period = z.object({ from: date, to: date });
const approval = z.object({ document: z.string(), by: z.string(), date });

export const dutyProposed = z.object({ ...about, item: z.string().optional(), period, proposedOn: date });
/** Money in fen for the whole period: finance sees to it that it comes with the task (F9). */
export const dutyAdmitted = z.object({
  ...about,
  basis: z.string(),
  item: z.string().optional(),
  period,
  workload: z.object({ unit: z.string(), perYear: z.int(), persons: z.int() }),
  moneyFen: z.int(),
  approval: approval.optional(),
  on: date,
  ground: z.enum(["on-the-list", "approved"]),
  overdue: z.boolean(),
});
export const dutyRefused = z.object({
  ...about,
  on: date,
  ground: z.enum(["reasons", "approval-or-money-missing"]),
  overdue: z.boolean(),
});
export const dutyAnswerOverdue = z.object({ ...about, due: date });
export const dutyWithdrawn = z.object({ ...about, on: date });

/** Duty admission (P7): for finance, which brings the money, and for supervision. */
export const dutyEvents = {
  "powers.duty.proposed": dutyProposed,
  "powers.duty.admitted": dutyAdmitted,
  "powers.duty.refused": dutyRefused,
  "powers.duty.answer-overdue": dutyAnswerOverdue,
  "powers.duty.withdrawn": dutyWithdrawn,
} as const;
