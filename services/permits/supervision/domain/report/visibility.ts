import type { Actor } from "../../../../../shared/decider/index.ts";
import type { Report } from "./report.ts";

/** XK-65: who reported follows his own; the heads of the office that looks into it and who supervises read it, never whom it is about. */
export function mayRead(state: Report, actor: Actor | undefined): boolean {
  if (actor === undefined) return false;
  if (state.owner === actor.sub) return true;
  if (state.inspecting?.subject.owner === actor.sub) return false;
  if (actor.roles.includes("supervisor") || actor.roles.includes("leader")) return true;
  return actor.roles.includes("approver") && actor.office === state.office;
}
