import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { letter, powerCategory, powerMode, townRole } from "../../../shared/contracts/powers.ts";
import { type InForce, inForceOn } from "../../../shared/powers-in-force/index.ts";
import type { Loaded } from "../../../shared/store/index.ts";
import type { Power } from "../domain/power.ts";

export const text = z.object({ zh: z.string(), en: z.string() });
export const organ = z.object({ name: text, uscc: z.string() });

const failed = z.object({
  condition: z.enum(["not-listed", "not-handed-over", "not-yet-in-force", "suspended", "recalled"]),
  from: z.iso.date().optional(),
  reason: z.string().optional(),
  document: z.string().optional(),
});

/** Whether the power may be used on a day, in whose name, and if not, why not. */
export const inForceView = z.object({
  on: z.iso.date(),
  inForce: z.boolean(),
  mode: powerMode.optional(),
  inWhoseName: organ.optional(),
  since: z.iso.date().optional(),
  letter: letter.optional(),
  failed: z.array(failed).optional(),
});

export const powerView = z.object({
  code: z.string(),
  itemCode: z.string(),
  name: text,
  category: powerCategory,
  domain: z.string(),
  legalBasis: z.string(),
  sourceDepartment: z.string(),
  townRole,
  status: inForceView,
  version: z.number(),
});

export function viewInForce(answer: InForce, on: Temporal.PlainDate): z.input<typeof inForceView> {
  if (!answer.inForce) return { on: on.toString(), inForce: false, failed: answer.failed.map((one) => ({ ...one })) };
  const { mode, inWhoseName, since, letter: by } = answer;
  return { on: on.toString(), inForce: true, mode, inWhoseName, since, ...(by === undefined ? {} : { letter: by }) };
}

export function viewPower({ state, version }: Loaded<Power>, on: Temporal.PlainDate): z.input<typeof powerView> {
  const { changes: _changes, awaits: _awaits, ...power } = state;
  return { ...power, status: viewInForce(inForceOn(state, on), on), version };
}

export const dayOf = (on: string | undefined, today: Temporal.PlainDate) =>
  on === undefined ? today : Temporal.PlainDate.from(on);
