import type { Actor } from "../../../../shared/decider/index.ts";
import { isOwn } from "../../cases/domain/application/agent.ts";
import type { Clean, Material, Uploaded } from "../../common/domain/uploaded-file.ts";
import type { Cases } from "./material.ts";

type Mine = Pick<Uploaded, "owner">;

/** The counter sends, attaches and removes for the person who stands before it; residents and agents what is their own. */
export const maySend = ({ owner }: Mine, { roles, sub }: Actor): boolean => roles.includes("clerk") || owner === sub;

/** The ids of the cases that have the file now. */
export const takenBy = (state: Material): readonly string[] =>
  "attachments" in state ? [...new Set(state.attachments.map(({ application }) => application))] : [];

/**
 * Who may be given the file: its owner, the counter, whose a case is that has it, and who works on such a case: the
 * deciding office, and where several handle it together the reviewers of any. A scanner reads what waits for it. L9: whose
 * a case is says the case as it stands, so an agent may no more once his authorisation has ended.
 */
export function mayOpen(state: Uploaded | Clean, cases: Cases, actor: Actor): boolean {
  const { roles, office } = actor;
  const taken = takenBy(state).flatMap((id) => cases[id] ?? []);
  if (maySend(state, actor) || taken.some((of) => isOwn(of, actor))) return true;
  if (roles.includes("device")) return state.status === "uploaded";
  if (roles.includes("issuer")) return taken.length > 0;
  if (roles.includes("reviewer") && taken.some(({ guide }) => guide.jointDepartments.length > 0)) return true;
  return (roles.includes("reviewer") || roles.includes("approver")) && taken.some((of) => of.office === office);
}

/** Those who may send it, and scanners, know of a file always; others as long as they may read a case that has it. */
export const knowsAnyway = (state: Material, actor: Actor): boolean =>
  maySend(state, actor) || actor.roles.includes("device");
