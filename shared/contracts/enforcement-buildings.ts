import * as z from "zod";
import { officialNumber } from "../papers/official-number-schema.ts";
import { toldPayer } from "./payer.ts";

const date = z.iso.date();
const instant = z.iso.datetime();
/** Of which case, party and act; the party only by his place in the case. */
const about = { case: z.string(), proceeding: z.string(), act: z.string() };
const means = z.enum(["machines", "by-hand", "cut-water", "cut-power", "cut-heat", "cut-gas"]);

const endings = [
  "corrected",
  "no-breach",
  "demolished-by-party",
  "demolished",
  "by-court",
  "court-refused",
  "dead-without-estate",
  "organisation-gone",
  "object-gone",
  "decision-revoked",
  "not-resumed",
] as const;

/** QZ-37: the town decided to enforce, and how; the cost was told beforehand, in fen. */
export const buildingEnforcementDecided = z.object({
  ...about,
  number: officialNumber,
  issuedOn: date,
  means: z.array(means),
  estimateFen: z.int(),
});
/** QZ-44: announced, with the last day on which the party may demolish himself. */
export const buildingNoticePublished = z.object({
  ...about,
  number: officialNumber,
  on: date,
  by: date,
  where: z.string(),
});
/** QZ-43: the work began; it stops by itself then. `urgent`: at night or on a holiday too, as the head found it urgent. */
export const buildingDemolitionBegun = z.object({
  ...about,
  at: instant,
  until: instant,
  urgent: z.boolean(),
  means: z.array(means),
});
export const buildingDemolished = z.object({ ...about, at: instant });
/** QZ-51: what it cost is claimed from the party: finance opens a receivable. In fen. */
export const costsClaimed = z.object({
  ...about,
  on: date,
  amountFen: z.int().positive(),
  payer: toldPayer.exactOptional(),
});
export const buildingEnded = z.object({ ...about, on: date, how: z.enum(endings) });
/** QZ-39 (行政强制法41): the decision fell after the building was gone: it is restored, or paid for. */
export const buildingRestitutionDue = z.object({ ...about, on: date });

/** What is published of illegal buildings (E9). */
export const buildingEvents = {
  "enforcement.building.enforcement-decided": buildingEnforcementDecided,
  "enforcement.building.notice-published": buildingNoticePublished,
  "enforcement.building.demolition-begun": buildingDemolitionBegun,
  "enforcement.building.demolished": buildingDemolished,
  "enforcement.building.costs-claimed": costsClaimed,
  "enforcement.building.ended": buildingEnded,
  "enforcement.building.restitution-due": buildingRestitutionDue,
} as const;

/** QZ-50, QZ-52: another one did what the party did not, or what had to be done at once. Of an ordinary one the case is told. */
export const substitutionPerformed = z.object({ at: instant, atOnce: z.boolean(), case: z.string().exactOptional() });
/** QZ-51: what it cost is claimed from the party: finance opens a receivable. In fen. */
export const substitutionCosts = z.object({
  on: date,
  amountFen: z.int().positive(),
  case: z.string().exactOptional(),
  proceeding: z.string().exactOptional(),
  payer: toldPayer.exactOptional(),
});
/** QZ-52: the absent party was not told on the day after. Told once. */
export const substitutionUntold = z.object({ due: date });

/** What is published of substitute performance (QZ-50 to QZ-52). */
export const substitutionEvents = {
  "enforcement.substitution.performed": substitutionPerformed,
  "enforcement.substitution.costs-claimed": substitutionCosts,
  "enforcement.substitution.party-untold": substitutionUntold,
} as const;
