import type { Actor } from "../../../../../shared/decider/index.ts";
import type { Inspection } from "./inspection.ts";
import { isInspector } from "./subject.ts";

/** Whether the holder may know of it: announced, or held. */
export const isToldHolder = ({ status, announced }: Inspection) =>
  announced || (status !== "planned" && status !== "called-off");

const everywhere = ["supervisor", "leader", "archivist"] as const;
const ofTheOffice = ["approver", "reviewer", "officer", "squad-leader"] as const;
const has = (actor: Actor, roles: readonly Actor["roles"][number][]) =>
  actor.roles.some((role) => roles.includes(role));

/** XK-61: its inspectors, the office that answers for the licence, who supervises; the holder once he may know, in any role. */
export function mayRead(state: Inspection, actor: Actor | undefined): boolean {
  if (actor === undefined) return false;
  const { subject, inspectors } = state;
  if (subject.owner === actor.sub) return isToldHolder(state);
  if (isInspector(inspectors, actor) || has(actor, everywhere)) return true;
  return has(actor, ofTheOffice) && subject.office !== undefined && subject.office === actor.office;
}

/** XK-65: that somebody reported him is told to who answers for looking into it, and to nobody who goes there. */
export const mayKnowOfReport = ({ subject }: Inspection, actor: Actor | undefined) =>
  actor !== undefined &&
  subject.owner !== actor.sub &&
  (has(actor, everywhere) || (has(actor, ["approver"]) && subject.office === actor.office));

/** XK-63: what the person inspected said of the inspectors is for him and for who supervises, not for them. */
export const mayKnowOfConduct = ({ subject }: Inspection, actor: Actor | undefined) =>
  actor !== undefined && (subject.owner === actor.sub || has(actor, everywhere));

/** XK-61: archived and under no secrecy, a record is open to anybody. */
export const isOpen = ({ status, subject }: Inspection) => status === "archived" && subject.secret === undefined;
