import * as z from "zod";

const date = z.iso.date();

/** What every event of a lead says of it: where it came from, what kind of matter it is. Who informed, and whom it is about, no event says. */
const about = {
  source: z.object({
    kind: z.enum(["grid", "patrol", "complaint", "permits", "police", "transfer", "campaign", "inspection"]),
    id: z.string().exactOptional(),
  }),
  matter: z.enum(["breach", "conduct"]),
};

/** CF-36a: a lead came in. `discoveredOn` is the first recorded knowledge of an organ with the power. */
export const leadReceived = z.object({
  ...about,
  domain: z.string().exactOptional(),
  item: z.string().exactOptional(),
  receivedOn: date,
  discoveredOn: date,
});
/** CF-54: the case to which it led is on file. */
export const leadFiled = z.object({ ...about, case: z.string(), on: date });
/** CF-54: nothing is filed, and why. */
export const leadDismissed = z.object({ ...about, ground: z.string(), on: date });
/** CF-22, CF-25, CF-27: another organ or the police deal with it. */
export const leadTransferred = z.object({
  ...about,
  to: z.enum(["organ", "police"]),
  organ: z.string(),
  ground: z.string(),
  on: date,
});
/** It tells of what another lead or a case deals with. */
export const leadJoined = z.object({
  ...about,
  into: z.object({ kind: z.enum(["lead", "case"]), id: z.string() }),
  on: date,
});
/** CF-75: an enforcement act was examined upon a complaint. */
export const leadAnswered = z.object({ ...about, corrected: z.boolean(), on: date });
/** CF-54a: the filing term passed. Told once. */
export const leadOverdue = z.object({ ...about, due: date });

/** What is published of leads (E6, E8). */
export const leadEvents = {
  "enforcement.lead.received": leadReceived,
  "enforcement.lead.filed": leadFiled,
  "enforcement.lead.dismissed": leadDismissed,
  "enforcement.lead.transferred": leadTransferred,
  "enforcement.lead.joined": leadJoined,
  "enforcement.lead.answered": leadAnswered,
  "enforcement.lead.overdue": leadOverdue,
} as const;
