import type { Actor } from "../../../../shared/decider/index.ts";
import { hasRole, resource } from "../../../../shared/http/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { authorisationRegister } from "../../authorisations/index.ts";
import { certificatesOf } from "../../certificates/domain/certificate.ts";
import { certificateRegister } from "../../certificates/index.ts";
import { leadsToGuide, leadsToPower } from "../../guides/index.ts";
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

/** P-1: a resident or agent finds no case but their own. A chair or an officer who surveys works on it without looking through it. */
export const caseRegister = resource({
  of: application,
  at: "/permits/applications",
  staff,
  acting: ["legal-reviewer", "officer"],
  own: ({ state }, actor) => isOwn(state, actor),
  moves,
  statusOf: ({ status }) => status,
  returns: applicationView,
  view: viewApplication,
  links: ({ id, state }) => [
    leadsToGuide(state.item.code, state.item.guideVersion),
    leadsToPower(state.item.code),
    ...(isUndecided(state) ? [] : [certificateRegister.linkIn("certificate", titles.certificate, certificatesOf(id))]),
    certificateRegister.link(
      "concerns",
      { zh: "所涉证件", en: "The certificate it is about" },
      state.concerns?.certificate,
    ),
    authorisationRegister.link("authorisation", { zh: "委托", en: "Authorisation" }, state.agency?.authorisation),
  ],
});

/** No certificate is drawn up before the decision. */
const isUndecided = ({ status }: Application) => ["received", "incomplete", "accepted", "paused"].includes(status);

const titles = {
  certificate: { zh: "证件", en: "Certificate" },
  application: { zh: "申请", en: "Application" },
} as const;

certificateRegister.linked(({ state: { application: of, replaces, ...state } }) => [
  caseRegister.link("application", titles.application, of),
  certificateRegister.link(
    "replaces",
    { zh: "被替换的证件", en: "The certificate it replaces" },
    replaces?.certificate,
  ),
  certificateRegister.link(
    "replaced-by",
    { zh: "替换后的证件", en: "The certificate that replaces it" },
    "replacedBy" in state ? state.replacedBy : undefined,
  ),
  leadsToGuide(state.item.code),
]);
