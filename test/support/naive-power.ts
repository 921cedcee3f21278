import type { FailedCondition, KnownPower, PowerChange } from "../../shared/powers-in-force/index.ts";
import { day } from "./builders-permits.ts";

/** What a clerk's ledger says of a power on one day. */
export interface LedgerPage {
  readonly role: string;
  readonly mode: string | undefined;
  readonly name: string | undefined;
  readonly letter: string | undefined;
  readonly since: string | undefined;
  /** Names of the failed conditions, sorted. */
  readonly failed: readonly string[];
  readonly conditions: readonly FailedCondition[];
}

const firstDay = "2026-05-25";

/**
 * Day by day, and on each day in the order in which things were made known: what a clerk would do with a ledger.
 * Written without a look at the function it is held against.
 */
export function ledgerPage(power: KnownPower, on: string): LedgerPage {
  let role: string = power.townRole;
  let laws = power.basis ?? [];
  let holding:
    | { mode: string; name: string; letter: string | undefined; from: string; waits: boolean; at: number }
    | undefined;
  let begun: string | undefined;
  let lost: FailedCondition = { condition: "not-handed-over" };
  let pause: FailedCondition | undefined;
  const told: number[] = [];
  for (let today = day(firstDay); today.toString() <= on; today = today.add({ days: 1 })) {
    const date = today.toString();
    power.changes.forEach((one, at) => {
      if (one.from !== date) return;
      if (one.kind === "ready") told.push(at);
      if (one.kind === "suspended") pause = { condition: "suspended", from: one.from, reason: one.reason };
      if (one.kind === "resumed" || one.kind === "handed-over" || one.kind === "recalled") pause = undefined;
      if (one.kind === "handed-over") {
        const { mode, inWhoseName, letter, from, awaitsReadiness } = one;
        holding = { mode, name: inWhoseName.uscc, letter: letter?.number, from, waits: awaitsReadiness === true, at };
        begun = undefined;
      }
      if (one.kind === "recalled") {
        holding = undefined;
        lost = { condition: "recalled", from: one.from, document: one.document };
      }
      if (one.kind === "adjusted") {
        role = one.townRole ?? role;
        laws = one.basis ?? laws;
        if (holding !== undefined) {
          holding.mode = one.mode ?? holding.mode;
          holding.name = one.inWhoseName?.uscc ?? holding.name;
          holding.letter = one.letter?.number ?? holding.letter;
        }
      }
    });
    const held = holding;
    if (held !== undefined && begun === undefined && (!held.waits || told.some((at) => at > held.at))) begun = date;
  }
  const dead = laws.length > 0 && laws.every((law) => (law.inForceFrom ?? "") > on || (law.repealedFrom ?? "9") <= on);
  const conditions: FailedCondition[] = [];
  if (holding === undefined) {
    const ahead = power.changes.filter(({ kind, from }) => kind === "handed-over" && from > on).map(({ from }) => from);
    const [next] = ahead.sort();
    conditions.push(next === undefined ? lost : { condition: "not-yet-in-force", from: next });
  } else if (begun === undefined) conditions.push({ condition: "not-ready", from: holding.from });
  if (pause !== undefined) conditions.push(pause);
  if (dead) conditions.push({ condition: "basis-not-in-force", laws: laws.map(({ law }) => law) });
  return {
    role,
    mode: holding?.mode,
    name: holding?.name,
    letter: holding?.letter,
    since: begun,
    failed: conditions.map(({ condition }) => condition).sort(),
    conditions,
  };
}

/** How many changes a clerk has entered by the evening of a day. */
export const entered = (changes: readonly PowerChange[], on: string) => changes.filter(({ from }) => from <= on).length;
