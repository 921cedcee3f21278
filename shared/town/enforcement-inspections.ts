import * as z from "zod";
import { bilingual, line } from "./text.ts";

const few = z.int().min(1).max(50);
const workingDays = z.int().min(1).max(120);
const days = z.int().min(1).max(365);

/** Why an enterprise is inspected (IN-4). */
export const inspectionOccasions = [
  "routine",
  "random",
  "lead",
  "transfer",
  "data",
  "request",
  "campaign",
  "re-inspection",
] as const;
export type InspectionOccasion = (typeof inspectionOccasions)[number];

/** IN-7: the platform on which officers scan before they enter. A town without this part has none. */
const scan = z.strictObject({
  platform: bilingual,
  /** Where it answers in the cloud; one machine asks the platform within the town. */
  address: z.url({ protocol: /^https$/ }).exactOptional(),
  /** Within how many days an inspection is put in when the platform was down. */
  downDays: days,
  source: line,
});

/** IN-1 to IN-7: what the rules on inspections of enterprises leave to the town. */
export const inspectionRules = z.strictObject({
  /** IN-4: how many inspections in a year one enterprise bears, of all items and of one; a joint visit counts once. */
  cap: z.strictObject({
    perEnterprise: few,
    perItem: few,
    /** What passes outside of the cap; it is counted and shown beside it. */
    outside: z.array(z.enum(inspectionOccasions)),
    source: line,
  }),
  /** How long the period of one plan may be. */
  periodDays: days,
  /** IN-5: plans for one enterprise that lie within so many days of each other are one visit. */
  joinDays: days,
  /** IN-3: an urgent inspection is approved afterwards within so many working days. */
  makeUpWorkingDays: workingDays,
  /** IN-3: the enterprise is told the result in writing within so many working days. */
  resultWorkingDays: workingDays,
  scan: scan.exactOptional(),
  source: line,
});
