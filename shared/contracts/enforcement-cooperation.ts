import * as z from "zod";

const date = z.iso.date();
const kind = z.enum(["assistance-request", "assistance-asked", "referral", "referral-received", "supervision"]);
/** Which letter: of what kind, with which department of the profile, about which case. */
const about = { kind, organ: z.string(), case: z.string().exactOptional() };

/** CF-26, CF-27a, CF-S2: it was answered; `agreed`: helped, taken over, filed. */
export const letterAnswered = z.object({ ...about, on: date, agreed: z.boolean() });
/** The term of the answer passed. Told once. */
export const letterOverdue = z.object({ ...about, due: date });
/** A decision of a joint meeting was not carried out in time. Told once. */
export const meetingDecisionOverdue = z.object({ decision: z.string(), due: date });

/** What is published of cooperation (E6, E7). */
export const cooperationEvents = {
  "enforcement.letter.answered": letterAnswered,
  "enforcement.letter.overdue": letterOverdue,
  "enforcement.joint-meeting.decision-overdue": meetingDecisionOverdue,
} as const;
