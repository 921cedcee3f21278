import type { FailedCondition, KnownPower, OfficerChange, PowerChange } from "../../../shared/powers-in-force/index.ts";
import type { Split } from "../../../shared/town/splits.ts";
import { day } from "../../support/deciding.ts";

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

interface Asked {
  readonly on: string;
  readonly where?: { readonly lng: number; readonly lat: number } | undefined;
  /** Undefined: no officer was named. */
  readonly officer?: { readonly changes: readonly OfficerChange[] } | undefined;
}

/** What the ledger of the power, the map on the wall and the officer's file say together; every split is an upright box. */
export function askedOfTheLedger(power: KnownPower, { on, where, officer }: Asked, splits: readonly Split[]) {
  const page = ledgerPage(power, on);
  const domain = domainInTheLedger(power, on);
  const failed = [...page.failed];
  if (where !== undefined) failed.push(...onTheMap(power.code, domain, where, on, splits));
  if (officer !== undefined) failed.push(...inTheFile(officer.changes, domain, on));
  return { ...page, failed: failed.sort() };
}

function domainInTheLedger(power: KnownPower, on: string): string | undefined {
  let domain = power.domain;
  for (let today = day(firstDay); today.toString() <= on; today = today.add({ days: 1 }))
    for (const one of power.changes)
      if (one.from === today.toString() && one.kind === "adjusted" && one.domain !== undefined) domain = one.domain;
  return domain;
}

function onTheMap(
  code: string,
  domain: string | undefined,
  { lng, lat }: { lng: number; lat: number },
  on: string,
  splits: readonly Split[],
) {
  const today = splits.filter(({ from, until }) => from <= on && (until === undefined || until >= on));
  const own = today.filter(({ items }) => items.includes(code));
  const asked = own.length > 0 ? own : today.filter(({ domains }) => domain !== undefined && domains.includes(domain));
  return asked.flatMap(({ area, town, line }) => {
    if (area.kind !== "polygon") throw new Error("the ledger knows boxes only");
    const corners = area.coordinates[0] ?? [];
    const [west, east] = [Math.min(...corners.map(([x]) => x)), Math.max(...corners.map(([x]) => x))];
    const [south, north] = [Math.min(...corners.map(([, y]) => y)), Math.max(...corners.map(([, y]) => y))];
    const out = lng < west || lng > east || lat < south || lat > north;
    const edge = !out && (lng === west || lng === east || lat === south || lat === north);
    const ours = edge ? line === "town" : town === (out ? "outside" : "inside");
    return ours ? [] : ["outside-territory"];
  });
}

function inTheFile(changes: readonly OfficerChange[], domain: string | undefined, on: string): string[] {
  let paper: { until: string; domains: readonly string[] } | "withdrawn" | undefined;
  let paused = false;
  for (let today = day(firstDay); today.toString() <= on; today = today.add({ days: 1 }))
    for (const one of changes) {
      if (one.from !== today.toString()) continue;
      paused = one.kind === "suspended";
      if (one.kind === "certified") paper = { until: one.until, domains: one.domains };
      if (one.kind === "withdrawn") paper = "withdrawn";
    }
  if (paper === "withdrawn") return ["officer-withdrawn"];
  if (paper === undefined)
    return [changes.some(({ kind }) => kind === "certified") ? "officer-not-yet-certified" : "officer-unknown"];
  const wrong = domain !== undefined && !paper.domains.includes(domain);
  return [
    ...(on > paper.until ? ["officer-expired"] : []),
    ...(paused ? ["officer-suspended"] : []),
    ...(wrong ? ["officer-of-another-domain"] : []),
  ];
}
