import type { Temporal } from "temporal-polyfill";
import type { DutyList, LawCited, PowerMode, TownRole } from "../contracts/powers.ts";
import { type FailedCondition, failing } from "./conditions.ts";
import type { Adjustment, HandedOver, KnownPower, Letter, Organ, PowerChange, Recalled } from "./power.ts";

export type InForce =
  | {
      readonly inForce: true;
      readonly mode: PowerMode;
      readonly inWhoseName: Organ;
      /** The first day of the handover, or the day on which its conditions of readiness were met. */
      readonly since: string;
      readonly letter?: Letter;
      readonly townRole: TownRole;
    }
  | { readonly inForce: false; readonly failed: readonly FailedCondition[] };

/**
 * Whether a power may be used on a day, past or future (P1, P5), and if not, every condition that fails.
 * A change counts from the first hour of its day; of two on one day the later made known prevails. A handover that
 * awaits readiness (P4) begins with the first `ready` made known after it. CF-T2: a power none of whose cited laws is in
 * force on the day rests on nothing.
 */
export function inForceOn(power: KnownPower | undefined, on: Temporal.PlainDate): InForce {
  if (power === undefined) return { inForce: false, failed: [{ condition: "not-listed" }] };
  const day = on.toString();
  const standing = standingOn(power, day);
  const { held, suspended } = standing;
  const basis = baseless(standing.basis, day);
  if (held?.kind !== "handed-over")
    return { inForce: false, failed: [notHeld(power, held, day), ...suspended, ...basis] };
  const since = beginning(power, held.handover);
  const lacking = since <= day ? standing.unready : held.from;
  const ready = lacking === undefined ? [] : [failing({ condition: "not-ready", from: lacking })];
  const failed = [...suspended, ...ready, ...basis];
  if (failed.length > 0) return { inForce: false, failed };
  const { mode, inWhoseName, letter } = held;
  return {
    inForce: true,
    mode,
    inWhoseName,
    since,
    ...(letter === undefined ? {} : { letter }),
    townRole: standing.townRole,
  };
}

/** The handover by which the town has a power on a day, as adjusted since, suspended and ready or not. */
export function heldOn(power: KnownPower, on: Temporal.PlainDate): HandedOver | undefined {
  const { held } = standingOn(power, on.toString());
  if (held?.kind !== "handed-over") return undefined;
  const { handover: _handover, ...change } = held;
  return change;
}

/** What the list says of a power on a day, adjustments included. CF-24b: what is recalled stands among the taken back. */
export function listedOn(power: KnownPower, on: Temporal.PlainDate) {
  const { townRole, basis, dutyList, held, adjusted } = standingOn(power, on.toString());
  return { ...adjusted, townRole, basis, dutyList: held?.kind === "recalled" ? ("taken-back" as const) : dutyList };
}

/** The first day on which a handover has effect; a day never reached while its readiness is awaited. */
function beginning({ changes }: KnownPower, handover: HandedOver): string {
  if (handover.awaitsReadiness === undefined) return handover.from;
  const later = changes.slice(changes.indexOf(handover) + 1);
  const ready = later.filter(({ kind }) => kind === "ready").map(({ from }) => from);
  const [first = never] = ready.sort();
  return first > handover.from ? first : handover.from;
}
const never = "9999-12-31";

/** A handover as adjusted since, and the change it came from. */
type Holding = HandedOver & { readonly handover: HandedOver };

interface Standing {
  readonly held: Holding | Recalled | undefined;
  readonly suspended: readonly FailedCondition[];
  /** Since when what the law asks of its use is lacking. */
  readonly unready: string | undefined;
  readonly townRole: TownRole;
  readonly basis: readonly LawCited[];
  readonly dutyList: DutyList | undefined;
  /** The descriptive fields that were adjusted, as they stand. */
  readonly adjusted: Adjustment;
}

/** What of all that has begun by a day still counts. */
function standingOn(power: KnownPower, day: string): Standing {
  const { townRole, basis = [], dutyList } = power;
  const listed: Standing = {
    held: undefined,
    suspended: [],
    unready: undefined,
    townRole,
    basis,
    dutyList,
    adjusted: {},
  };
  return begunBy(power, day).reduce(after, listed);
}

/** The changes that have begun by a day, in the order in which they took effect. */
export const begunBy = ({ changes }: Pick<KnownPower, "changes">, day: string): readonly PowerChange[] =>
  inOrder(changes).filter(({ from }) => from <= day);

function after(standing: Standing, change: PowerChange): Standing {
  switch (change.kind) {
    case "handed-over":
      return { ...standing, held: { ...change, handover: change }, suspended: [], unready: undefined };
    case "recalled":
      return { ...standing, held: change, suspended: [] };
    case "suspended":
      return { ...standing, suspended: [{ condition: "suspended", from: change.from, reason: change.reason }] };
    case "resumed":
      return { ...standing, suspended: [] };
    case "adjusted":
      return adjust(standing, change);
    case "ready":
      return { ...standing, unready: undefined };
    case "unready":
      return { ...standing, unready: change.from };
  }
}

/** An adjustment neither lifts a suspension nor gives a power back. */
function adjust(
  standing: Standing,
  { kind: _kind, from: _from, mode, inWhoseName, letter, ...entry }: Adjusted,
): Standing {
  const { held, adjusted } = standing;
  const how = {
    ...(mode === undefined ? {} : { mode }),
    ...(inWhoseName === undefined ? {} : { inWhoseName }),
    ...(letter === undefined ? {} : { letter }),
  };
  return {
    ...standing,
    held: held?.kind === "handed-over" ? { ...held, ...how } : held,
    townRole: entry.townRole ?? standing.townRole,
    basis: entry.basis ?? standing.basis,
    dutyList: entry.dutyList ?? standing.dutyList,
    adjusted: { ...adjusted, ...entry },
  };
}
type Adjusted = Extract<PowerChange, { kind: "adjusted" }>;

const inOrder = (changes: readonly PowerChange[]) =>
  [...changes].sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0));

/** CF-T2: of several laws cited one in force is enough; a law whose dates are not known is taken to be. */
function baseless(basis: readonly LawCited[], day: string): FailedCondition[] {
  const standing = basis.some(({ inForceFrom = "", repealedFrom = never }) => inForceFrom <= day && day < repealedFrom);
  if (basis.length === 0 || standing) return [];
  return [{ condition: "basis-not-in-force", laws: basis.map(({ law }) => law) }];
}

function notHeld(power: KnownPower, recalled: Recalled | undefined, day: string): FailedCondition {
  const next = inOrder(power.changes).find(({ kind, from }) => kind === "handed-over" && from > day);
  if (next !== undefined) return { condition: "not-yet-in-force", from: next.from };
  if (recalled === undefined) return { condition: "not-handed-over" };
  return { condition: "recalled", from: recalled.from, document: recalled.document };
}
