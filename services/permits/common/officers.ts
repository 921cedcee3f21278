import { certificatesOf, type Runtime } from "../../../shared/service/index.ts";
import { knownOfficer } from "./domain/known-power.ts";
import { type Naming, subOf } from "./domain/named-people.ts";

/** The certificates of those among these people who are not in the town's staff, as facts of a decision. */
export function officersNamed(named: readonly Naming[], runtime: Runtime) {
  const others = named.map(subOf).filter((sub) => !runtime.town.staff.some((one) => one.sub === sub));
  return certificatesOf(knownOfficer, others, runtime);
}
