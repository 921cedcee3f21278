import type { Actor } from "../../../../shared/decider/index.ts";
import type { TownProfile } from "../../../../shared/town/profile.ts";
import type { Material, Uploaded } from "./material.ts";

type Mine = Pick<Uploaded, "owner">;

/** The counter sends, attaches and removes for whoever stands before it; residents and agents what is their own. */
export const maySend = ({ owner }: Mine, { roles, sub }: Actor): boolean => roles.includes("clerk") || owner === sub;

/**
 * Who may be given the file: its owner, the owner of a case that took it, the counter, and who works on such a case: the
 * deciding office, and where several handle it together the reviewers of any. A scanner reads what waits for it.
 */
export function mayOpen(state: Extract<Material, { status: "uploaded" | "clean" }>, actor: Actor): boolean {
  const { roles, sub, office } = actor;
  if (maySend(state, actor) || state.attachments.some(({ owner }) => owner === sub)) return true;
  if (roles.includes("device")) return state.status === "uploaded";
  if (state.attachments.length === 0) return false;
  if (roles.includes("issuer")) return true;
  const works = roles.includes("reviewer") || roles.includes("approver");
  return works && state.attachments.some((one) => one.office === office || (one.joint && roles.includes("reviewer")));
}

/** Who may know of the file without being given it; everybody else is told there is none. */
export function mayKnow(state: Material, actor: Actor, staff: readonly string[]): boolean {
  if (maySend(state, actor) || actor.roles.includes("device")) return true;
  if (!("attachments" in state) || state.attachments.length === 0) return false;
  return actor.roles.some((role) => staff.includes(role)) || state.attachments.some(({ owner }) => owner === actor.sub);
}

/** Whether the town's scanner has still to say that the file does no harm. */
export const waitsForVerdict = ({ status }: Material, { materials }: TownProfile): boolean =>
  status === "uploaded" && materials.verdictRequired;
