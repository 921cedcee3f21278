import type { Temporal } from "temporal-polyfill";
import { listedOn } from "../../../../shared/powers-in-force/index.ts";
import type { Power } from "./power.ts";

/** What the list says of a power on a day: as listed, with the adjustments that have begun. */
export function entryOn(state: Power, on: Temporal.PlainDate) {
  const { code, category } = state;
  const { townRole, basis, dutyList, ...adjusted } = listedOn(state, on);
  const { name = state.name, itemCode = state.itemCode, domain = state.domain } = adjusted;
  const { sourceDepartment = state.sourceDepartment, legalBasis = state.legalBasis } = adjusted;
  return {
    code,
    itemCode,
    name,
    category,
    domain,
    legalBasis,
    basis: [...basis],
    sourceDepartment,
    townRole,
    ...(dutyList === undefined ? {} : { dutyList }),
  };
}

/** The first day a power is on the list: the day it was put there, or earlier if it was held before (an opening's powers). */
export function onTheListFrom({ listedOn, changes }: Power): string {
  const days = [listedOn ?? "0000-01-01", ...changes.map(({ from }) => from)].sort();
  return days[0] ?? "0000-01-01";
}
