import * as z from "zod";
import { titled } from "../text/titled.ts";

const date = z.iso.date();
const about = { item: z.string().optional(), office: z.string(), window: z.string().optional() };

/** L17: a rating, told by the town itself so that not even a token's subject says who gave it. */
export const ratingGiven = z.object({
  ...about,
  /** 5 非常满意 … 1 非常不满意 (S-1). */
  grade: z.int().min(1).max(5),
  setting: z.enum(["on-site", "online"]),
  givenOn: date,
});
/** S-2, S-3: the call-back, or what was to be put right, is late. */
export const ratingOverdue = z.object({ ...about, limit: z.enum(["call-back", "rectification"]), due: date });

const against = { kind: z.enum(["item", "window", "person"]), item: z.string().optional() };
/** L7: a complaint, told by the town once it is assigned; of whom or by whom is not said. */
export const complaintReceived = z.object({ ...against, receivedOn: date, due: date.nullable() });
export const complaintAnswered = z.object({
  ...against,
  answeredOn: date,
  outcome: z.enum(["founded", "partly", "unfounded"]),
  onTime: z.boolean(),
  /** 责任追究: somebody was held to account. */
  accountability: z.boolean(),
});
/**
 * G8: what was complained of is the town's matter and not the hall's: grid-events opens an appeal from it. No event says what was
 * told, or by whom. `holder` lets who complained online go on with his own login: a digest of this one hand-over, keyed with the
 * town's secret; without one staff took it down by telephone.
 */
export const complaintHandedOver = z.object({
  ...against,
  /** The office that leads the appeal. */
  office: z.string(),
  /** The office of the window complained of: it never handles it. */
  againstOffice: titled(z.string(), { zh: "被投诉窗口所属机构", en: "Office of the window" }).optional(),
  receivedOn: date,
  on: date,
  holder: titled(z.string(), { zh: "本人凭证摘要", en: "Digest of the hand-over" }).optional(),
});
export const complaintOverdue = z.object({ ...against, due: date });

/** What people say of the town's service (L7, L17). */
export const voiceEvents = {
  "permits.rating.given": ratingGiven,
  "permits.rating.overdue": ratingOverdue,
  "permits.complaint.received": complaintReceived,
  "permits.complaint.answered": complaintAnswered,
  "permits.complaint.handed-over": complaintHandedOver,
  "permits.complaint.overdue": complaintOverdue,
} as const;
