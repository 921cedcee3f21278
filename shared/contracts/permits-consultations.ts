import * as z from "zod";

const date = z.iso.date();
/** Which item it is about, where the question names one, and the office it is with. */
const about = { item: z.string().exactOptional(), office: z.string() };

export const consultationAsked = z.object({ ...about, channel: z.enum(["window", "online", "phone"]), askedOn: date });
export const consultationAnswered = z.object({ ...about, answeredOn: date, onTime: z.boolean() });
export const consultationTurned = z.object({ ...about, item: z.string(), application: z.string(), on: date });
export const consultationOverdue = z.object({ ...about, due: date });

/** What is published of questions at the consulting desk: neither who asked nor what. */
export const consultationEvents = {
  "permits.consultation.asked": consultationAsked,
  "permits.consultation.answered": consultationAnswered,
  "permits.consultation.turned": consultationTurned,
  "permits.consultation.overdue": consultationOverdue,
} as const;
