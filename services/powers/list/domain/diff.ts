import type { Temporal } from "temporal-polyfill";
import { heldOn, inForceOn } from "../../../../shared/powers-in-force/index.ts";
import { entryOn, onTheListFrom } from "../../powers/domain/entry.ts";
import type { Power } from "../../powers/domain/power.ts";
import { same } from "../../powers/domain/same.ts";

/** What became of a power between two days; one power may have several. */
export type Difference =
  /** Put on the list, not held yet. */
  | { readonly what: "listed" }
  | { readonly what: "added"; readonly mode: string; readonly inWhoseName: string }
  | { readonly what: "gone"; readonly reason: string }
  | { readonly what: "changed"; readonly fields: readonly string[]; readonly before: object; readonly after: object }
  | { readonly what: "suspended"; readonly reason: string }
  | { readonly what: "resumed" };

/** How a power on one day differs from the same power on an earlier one (P1); empty: it does not. */
export function differencesBetween(power: Power, from: Temporal.PlainDate, to: Temporal.PlainDate): Difference[] {
  if (onTheListFrom(power) > to.toString()) return [];
  const [before, after] = [heldOn(power, from), heldOn(power, to)];
  const [paused, pausedNow] = [suspensionOn(power, from), suspensionOn(power, to)];
  const listed = onTheListFrom(power) > from.toString() && after === undefined;
  const changed = onTheListFrom(power) > from.toString() ? [] : changes(standingOf(power, from), standingOf(power, to));
  return [
    ...(listed ? [{ what: "listed" as const }] : []),
    ...(before === undefined && after !== undefined
      ? [{ what: "added" as const, mode: after.mode, inWhoseName: after.inWhoseName.name.zh }]
      : []),
    ...(before !== undefined && after === undefined ? [{ what: "gone" as const, reason: recalledBy(power, to) }] : []),
    ...changed,
    ...(pausedNow !== undefined && paused === undefined ? [{ what: "suspended" as const, reason: pausedNow }] : []),
    ...(paused !== undefined && pausedNow === undefined && after !== undefined ? [{ what: "resumed" as const }] : []),
  ];
}

function suspensionOn(power: Power, on: Temporal.PlainDate): string | undefined {
  const answer = inForceOn(power, on);
  const found = answer.inForce ? undefined : answer.failed.find(({ condition }) => condition === "suspended");
  return found !== undefined && "reason" in found ? found.reason : undefined;
}

function recalledBy(power: Power, on: Temporal.PlainDate): string {
  const answer = inForceOn(power, on);
  const found = answer.inForce ? undefined : answer.failed.find((one) => "document" in one);
  return found !== undefined && "document" in found ? found.document : "";
}

/** All the list says of a power on a day, and how it is held. */
function standingOf(power: Power, on: Temporal.PlainDate) {
  const held = heldOn(power, on);
  const { dutyList, ...entry } = entryOn(power, on);
  return {
    ...entry,
    // A recall moves a power among the taken back by itself; that it is gone says so.
    ...(held === undefined ? {} : { dutyList, mode: held.mode, inWhoseName: held.inWhoseName, letter: held.letter }),
  };
}

function changes(before: object, after: object): Difference[] {
  const [old, now] = [
    new Map<string, unknown>(Object.entries(before)),
    new Map<string, unknown>(Object.entries(after)),
  ];
  const fields = [...now.keys()].filter((field) => old.has(field) && !same(old.get(field), now.get(field)));
  if (fields.length === 0) return [];
  const of = (values: Map<string, unknown>) => Object.fromEntries(fields.map((field) => [field, values.get(field)]));
  return [{ what: "changed", fields, before: of(old), after: of(now) }];
}
