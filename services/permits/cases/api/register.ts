import type { Actor } from "../../../../shared/decider/index.ts";
import { hasRole, resource } from "../../../../shared/http/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { isOwn } from "../domain/application/agent.ts";
import type { Application } from "../domain/application/application.ts";
import { application } from "../domain/application/decider.ts";
import { moves } from "../domain/application/moves.ts";
import { applicationView } from "./application-schema.ts";
import { viewApplication } from "./views.ts";

/** Who may look at a case: those who work on cases, and the resident whose own it is. */
export const staff = ["clerk", "reviewer", "approver", "issuer", "supervisor", "leader", "archivist"] as const;

export const mayRead = ({ state }: Loaded<Application>, actor: Actor | undefined): boolean =>
  hasRole(actor, staff) || (actor !== undefined && isOwn(state, actor));

/** P-1: a resident or agent finds no case but their own; who records a hearing works on it without looking through it. */
export const caseRegister = resource({
  of: application,
  at: "/permits/applications",
  staff,
  acting: ["legal-reviewer"],
  own: ({ state }, actor) => isOwn(state, actor),
  moves,
  statusOf: ({ status }) => status,
  returns: applicationView,
  view: viewApplication,
});
