import * as z from "zod";

const date = z.iso.date();
const dutyKind = z.enum(["pledge", "self-inspection"]);

/** IN-6: the plan of a campaign is out, and it runs. */
export const campaignPublished = z.object({ on: date, from: date, until: date, domains: z.array(z.string()) });
/** IN-6: its end. */
export const campaignClosed = z.object({ on: date });
export const campaignAbandoned = z.object({ on: date });
/** IN-6: its last day passed and nobody has closed it. Told once. */
export const campaignOverdue = z.object({ due: date });
/** E11: a pledge or a report of a venue did not come in time. Told once for each day that was set. */
export const venueDutyOverdue = z.object({ kind: dutyKind, due: date, campaign: z.string().exactOptional() });

/** What is published of campaigns (E8, E11). No event counts anything (IN-8). */
export const campaignEvents = {
  "enforcement.campaign.published": campaignPublished,
  "enforcement.campaign.closed": campaignClosed,
  "enforcement.campaign.abandoned": campaignAbandoned,
  "enforcement.campaign.overdue": campaignOverdue,
  "enforcement.venue-duty.overdue": venueDutyOverdue,
} as const;
