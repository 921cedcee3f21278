import type { Actor } from "../../../../../shared/decider/index.ts";
import type { Complaint } from "./complaint.ts";

/** Whether somebody is the person complained of: as found, or by the name the complainant wrote. */
export function isTarget(
  { against, target }: Pick<Complaint, "against" | "target">,
  { sub, name }: Pick<Actor, "sub" | "name">,
) {
  if (target?.sub === sub) return true;
  return against.kind === "person" && name.trim() !== "" && against.name.replace(/\s/g, "") === name.replace(/\s/g, "");
}

const leads = ({ handedOver }: Complaint, { office, roles }: Actor): boolean =>
  handedOver !== undefined && handedOver.office === office && roles.some((role) => role !== "resident");

/**
 * L7: who complained, the supervisors and the one it is assigned to; handed over, the office that leads the appeal. The person
 * complained of never, in any role.
 */
export function mayRead(complaint: Complaint, actor: Actor | undefined): boolean {
  if (actor === undefined) return false;
  if (complaint.owner === actor.sub) return true;
  if (isTarget(complaint, actor)) return false;
  return actor.roles.includes("supervisor") || complaint.assignee?.sub === actor.sub || leads(complaint, actor);
}
