import { officerList } from "../../../shared/powers-in-force/index.ts";
import type { Runtime } from "../../../shared/service/index.ts";
import { factReferences } from "../../../shared/store/index.ts";
import { knownOfficer } from "./domain/known-power.ts";
import { type Naming, subOf } from "./domain/named-people.ts";

/** One person has few certificates. */
const limit = 10;

/** The certificates of those among these people who are not in the town's staff, as facts of a decision. */
export async function officersNamed(named: readonly Naming[], { store, town }: Runtime) {
  const staff = new Set(town.staff.map(({ sub }) => sub));
  const others = [...new Set(named.map(subOf))].filter((sub) => !staff.has(sub));
  const pages = await Promise.all(
    others.map((sub) => store.list(knownOfficer, { index: "byCode", partition: officerList(sub), limit })),
  );
  return factReferences(
    knownOfficer,
    pages.flatMap(({ items }) => items.map(({ id }) => id)),
  );
}
