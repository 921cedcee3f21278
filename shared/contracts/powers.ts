import * as z from "zod";
import { dutyEvents } from "./powers-duties.ts";

const date = z.iso.date();
const bilingual = z.object({ zh: z.string(), en: z.string() });

/** 权力类别, as the power list groups them (P1). */
export const powerCategories = ["licence", "penalty", "public-service", "coercion", "inspection", "other"] as const;
export const powerCategory = z.enum(powerCategories);
export type PowerCategory = z.infer<typeof powerCategory>;

/** 法定 in the town's own name by law; 赋权 in its own name by delegation; 委托 in the entrusting organ's name (P3). */
export const powerMode = z.enum(["statutory", "delegated", "entrusted"]);
export type PowerMode = z.infer<typeof powerMode>;

/** The town's part: it decides, or it only reviews or forwards what another organ decides. */
export const townRole = z.enum(["decides", "reviews", "forwards"]);
export type TownRole = z.infer<typeof townRole>;

export const powerListed = z.object({
  code: z.string(),
  itemCode: z.string(),
  name: bilingual,
  category: powerCategory,
  domain: z.string(),
  legalBasis: z.string(),
  sourceDepartment: z.string(),
  townRole,
});

/** 赋权书: number and date of the letter that carries the power. */
export const letter = z.object({ number: z.string(), date });

export const powerHandedOver = z.object({
  code: z.string(),
  mode: powerMode,
  /** The organ in whose name acts are done and sealed. */
  inWhoseName: z.object({ name: bilingual, uscc: z.string() }),
  letter: letter.optional(),
  inForceFrom: date,
});

export const powerSuspended = z.object({ code: z.string(), from: date, reason: z.string() });
export const powerResumed = z.object({ code: z.string(), from: date });
export const powerRecalled = z.object({ code: z.string(), from: date, document: z.string() });
export const powerCameIntoForce = z.object({ code: z.string(), on: date });

/** What the powers service publishes. */
export const powersEvents = {
  "powers.power.listed": powerListed,
  "powers.power.handed-over": powerHandedOver,
  "powers.power.came-into-force": powerCameIntoForce,
  "powers.power.suspended": powerSuspended,
  "powers.power.resumed": powerResumed,
  "powers.power.recalled": powerRecalled,
  ...dutyEvents,
} as const;
