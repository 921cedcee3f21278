import { Temporal } from "temporal-polyfill";
import type { PowerMode, TownRole } from "../contracts/powers.ts";

type Text = { readonly zh: string; readonly en: string };

/** The organ in whose name an act under the power is done. */
export interface Organ {
  readonly name: Text;
  readonly uscc: string;
}

export interface Letter {
  readonly number: string;
  readonly date: string;
}

/** Something that changes whether and how a power may be used, from a day on (its first hour included). */
export type PowerChange =
  | {
      readonly kind: "handed-over";
      readonly from: string;
      readonly mode: PowerMode;
      readonly inWhoseName: Organ;
      readonly letter?: Letter;
    }
  | { readonly kind: "suspended"; readonly from: string; readonly reason: string }
  | { readonly kind: "resumed"; readonly from: string }
  | { readonly kind: "recalled"; readonly from: string; readonly document: string };

/** A power with all that ever happened to it, in the order in which it was made known. */
export interface KnownPower {
  readonly code: string;
  readonly townRole: TownRole;
  readonly changes: readonly PowerChange[];
}

/** Why a power cannot be used on a day. */
export type FailedCondition =
  | { readonly condition: "not-listed" }
  | { readonly condition: "not-handed-over" }
  | { readonly condition: "not-yet-in-force"; readonly from: string }
  | { readonly condition: "suspended"; readonly from: string; readonly reason: string }
  | { readonly condition: "recalled"; readonly from: string; readonly document: string };

export type InForce =
  | {
      readonly inForce: true;
      readonly mode: PowerMode;
      readonly inWhoseName: Organ;
      readonly since: string;
      readonly letter?: Letter;
    }
  | { readonly inForce: false; readonly failed: readonly FailedCondition[] };

type HandedOver = Extract<PowerChange, { kind: "handed-over" }>;
type Recalled = Extract<PowerChange, { kind: "recalled" }>;

/**
 * Whether a power may be used on a day, past or future (P1, P5), and if not, every condition that fails.
 * A change counts from the first hour of its day; of two on one day the later made known prevails.
 */
export function inForceOn(power: KnownPower | undefined, on: Temporal.PlainDate): InForce {
  if (power === undefined) return { inForce: false, failed: [{ condition: "not-listed" }] };
  const { held, suspended } = standingOn(power, on);
  if (held?.kind !== "handed-over") return { inForce: false, failed: [notHeld(power, held, on), ...suspended] };
  if (suspended.length > 0) return { inForce: false, failed: suspended };
  const { mode, inWhoseName, from, letter } = held;
  return { inForce: true, mode, inWhoseName, since: from, ...(letter === undefined ? {} : { letter }) };
}

/** The handover by which the town has a power on a day, suspended or not. */
export function heldOn(power: KnownPower, on: Temporal.PlainDate): HandedOver | undefined {
  const { held } = standingOn(power, on);
  return held?.kind === "handed-over" ? held : undefined;
}

/** What of all that has begun by a day still counts: the last handover or recall, and a suspension made since. */
function standingOn(power: KnownPower, on: Temporal.PlainDate) {
  let held: HandedOver | Recalled | undefined;
  let suspended: FailedCondition[] = [];
  for (const change of inOrder(power.changes)) {
    if (Temporal.PlainDate.compare(change.from, on) > 0) break;
    if (change.kind === "handed-over" || change.kind === "recalled") held = change;
    suspended = change.kind === "suspended" ? [suspension(change)] : [];
  }
  return { held, suspended };
}

const inOrder = (changes: readonly PowerChange[]) =>
  [...changes].sort((one, other) => Temporal.PlainDate.compare(one.from, other.from));

const suspension = ({ from, reason }: { from: string; reason: string }): FailedCondition => ({
  condition: "suspended",
  from,
  reason,
});

function notHeld(power: KnownPower, recalled: Recalled | undefined, on: Temporal.PlainDate): FailedCondition {
  const next = inOrder(power.changes).find(
    ({ kind, from }) => kind === "handed-over" && Temporal.PlainDate.compare(from, on) > 0,
  );
  if (next !== undefined) return { condition: "not-yet-in-force", from: next.from };
  if (recalled === undefined) return { condition: "not-handed-over" };
  return { condition: "recalled", from: recalled.from, document: recalled.document };
}
