import * as z from "zod";
import { dutyEvents } from "./powers-duties.ts";
import { evaluationEvents } from "./powers-evaluation.ts";
import { handoverEvents, readinessCondition } from "./powers-handover.ts";
import { listImportEvents } from "./powers-list.ts";
import { readinessEvents, unmetConditions } from "./powers-readiness.ts";
import { runningCaseEvents } from "./powers-running-cases.ts";

const date = z.iso.date();
const bilingual = z.object({ zh: z.string(), en: z.string() });
const organ = z.object({ name: bilingual, uscc: z.string() });

/** 权力类别, as the power list groups them (P1), each with the item type of its implementation code (ID-9). */
export const powerCategories = [
  "licence",
  "penalty",
  "coercion",
  "levy",
  "benefit",
  "inspection",
  "confirmation",
  "award",
  "adjudication",
  "other",
  "public-service",
] as const;
export const powerCategory = z.enum(powerCategories);
export type PowerCategory = z.infer<typeof powerCategory>;

/** 法定 in the town's own name by law; 赋权 in its own name by delegation; 委托 in the entrusting organ's name (P3). */
export const powerModes = ["statutory", "delegated", "entrusted"] as const;
export const powerMode = z.enum(powerModes);
export type PowerMode = z.infer<typeof powerMode>;

/** The town's part: it decides, or it only reviews or forwards what another organ decides. */
export const townRole = z.enum(["decides", "reviews", "forwards"]);
export type TownRole = z.infer<typeof townRole>;

/** CF-24b: 基本履职 the town's own, 配合履职 in which it cooperates, 上级收回 taken back by those above. */
export const dutyLists = ["basic", "cooperating", "taken-back"] as const;
export const dutyList = z.enum(dutyLists);
export type DutyList = z.infer<typeof dutyList>;

/** A law a power rests on, in the version that is in force from one day and, if so, repealed from another. */
export const lawCited = z.object({
  law: z.string(),
  article: z.string().optional(),
  inForceFrom: date.optional(),
  /** The first day on which it is no longer in force. */
  repealedFrom: date.optional(),
});
export interface LawCited {
  readonly law: string;
  readonly article?: string | undefined;
  readonly inForceFrom?: string | undefined;
  readonly repealedFrom?: string | undefined;
}

export const powerListed = z.object({
  code: z.string(),
  itemCode: z.string(),
  name: bilingual,
  category: powerCategory,
  domain: z.string(),
  /** As the list writes it. */
  legalBasis: z.string(),
  /** The same law by law. */
  basis: z.array(lawCited).optional(),
  sourceDepartment: z.string(),
  townRole,
  dutyList: dutyList.optional(),
});

/** 赋权书: number and date of the letter that carries the power. */
export const letter = z.object({ number: z.string(), date });

export const powerHandedOver = z.object({
  code: z.string(),
  mode: powerMode,
  /** The organ in whose name acts are done and sealed. */
  inWhoseName: organ,
  letter: letter.optional(),
  inForceFrom: date,
  /** P4: in force only from the `powers.power.ready` that follows. */
  awaitsReadiness: z.literal(true).optional(),
  /** The handover form on which it rests; absent: the town was opened with it. */
  form: z.string().optional(),
  /** Last day of an entrustment; the recall that ends it follows at once. */
  until: date.optional(),
  conditions: z.array(readinessCondition).optional(),
});

/** P4: the conditions of the handover are met from that day. */
export const powerReady = z.object({ code: z.string(), from: date });

/** CF-42: what the law asks of its use is lacking from that day; not in force until the next `powers.power.ready`. */
export const powerUnready = z.object({
  code: z.string(),
  from: date,
  unmet: unmetConditions,
  article: z.string(),
  rule: z.string(),
});

/** CF-42: handed over with less than the law asks; from that day the town's readiness judges it by these conditions. */
export const powerHeldToLaw = z.object({
  code: z.string(),
  from: date,
  /** The first day on which it is taken back, where that is known. */
  until: date.exactOptional(),
  domain: z.string(),
  conditions: z.array(readinessCondition),
});

/** P6: changed without a new handover; what is not named stays as it is. */
export const powerAdjusted = powerListed
  .pick({
    name: true,
    itemCode: true,
    domain: true,
    sourceDepartment: true,
    townRole: true,
    dutyList: true,
    legalBasis: true,
    basis: true,
  })
  .extend({ mode: powerMode, inWhoseName: organ, letter })
  .partial()
  .extend({ code: z.string(), from: date });

/** The side that acted: the county that hands the power over, or the town that uses it. */
const side = z.enum(["county", "town"]);
export const powerSuspended = z.object({ code: z.string(), from: date, reason: z.string(), by: side.exactOptional() });
export const powerResumed = z.object({ code: z.string(), from: date });
export const powerRecalled = z.object({ code: z.string(), from: date, document: z.string(), by: side.exactOptional() });
/** CF-T2: laws the power is still listed under have been repealed; it must be based on others. */
export const powerBasisRepealed = z.object({ code: z.string(), laws: z.array(lawCited), on: date });
export const powerCameIntoForce = z.object({ code: z.string(), on: date });

/** 行政执法证: whose it is, for what, and its first and last day. Certifying anew replaces what was said before. */
export const officerCertified = z.object({
  certificate: z.string(),
  /** The person by his key, never by his login (D7): two certificates of one person bear the same. */
  sub: z.string(),
  domains: z.array(z.string()),
  from: date,
  until: date,
});
export const officerSuspended = z.object({ certificate: z.string(), from: date });
export const officerResumed = z.object({ certificate: z.string(), from: date });
export const officerWithdrawn = z.object({ certificate: z.string(), from: date });

/** What the powers service publishes. */
export const powersEvents = {
  "powers.power.listed": powerListed,
  "powers.power.handed-over": powerHandedOver,
  "powers.power.ready": powerReady,
  "powers.power.unready": powerUnready,
  "powers.power.held-to-law": powerHeldToLaw,
  "powers.power.adjusted": powerAdjusted,
  "powers.power.came-into-force": powerCameIntoForce,
  "powers.power.basis-repealed": powerBasisRepealed,
  "powers.power.suspended": powerSuspended,
  "powers.power.resumed": powerResumed,
  "powers.power.recalled": powerRecalled,
  "powers.officer.certified": officerCertified,
  "powers.officer.suspended": officerSuspended,
  "powers.officer.resumed": officerResumed,
  "powers.officer.withdrawn": officerWithdrawn,
  ...listImportEvents,
  ...dutyEvents,
  ...handoverEvents,
  ...readinessEvents,
  ...runningCaseEvents,
  ...evaluationEvents,
} as const;
