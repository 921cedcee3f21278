import { startOfDay } from "../../../../shared/calendar/index.ts";
import type { Context, Decision } from "../../../../shared/decider/index.ts";
import { agentMayNot, isStranger } from "../../cases/domain/application/agent.ts";
import type { Application } from "../../cases/domain/application/application.ts";
import type { Clean, Infected, Uploaded } from "../../common/domain/uploaded-file.ts";
import { waitsForVerdict } from "../../common/domain/uploaded-file.ts";
import type { Attaching, MaterialCommand, MaterialEvent } from "./material.ts";
import { badInput, notNow, refuse } from "./refusals.ts";

type Decided = Decision<MaterialEvent>;

/** The first instant of the day by which a file that no case has taken goes. */
export const dueWhenUnused = ({ today, town }: Context): string =>
  startOfDay(today.add({ days: town.materials.unusedDays + 1 }).toString());

/** A case takes materials until it is decided or over. */
export const takesMaterials = ({ status }: Application): boolean =>
  status === "received" || status === "incomplete" || status === "accepted" || status === "paused";

/** XK-31: a case takes a file as one of the materials its guide names; one file may serve several cases. */
export function attach(state: Uploaded | Clean | Infected, command: Attaching<"attach">, context: Context): Decided {
  const { application, material, case: of } = command;
  const known = caseOf(command, context);
  if (known !== undefined || of === undefined) return known ?? [];
  if (waitsForVerdict(state, context.town)) return notNow("permits.material-not-scanned");
  if (!takesMaterials(of)) return notNow("permits.case-takes-no-materials", { status: of.status });
  if (!of.guide.materials.some(({ name }) => name === material))
    return refuse("permits.material-not-asked", { article: "行政许可法31", rule: "XK-31" }, "/material");
  if (state.attachments.some((one) => one.application === application && one.material === material)) return [];
  return [{ type: "permits.material.attached", data: { application, material, on: context.today.toString() } }];
}

type Detach = Extract<MaterialCommand, { type: "detach" }>;

/**
 * What was accepted with the case stays with it. Before that a file may be taken back as long as the case does not count on
 * it, or has another for the same material; and when the case is over without a decision.
 */
export function detach(state: Uploaded | Clean | Infected, command: Detach, context: Context): Decided {
  const { application, material, case: of, another } = command;
  const known = caseOf(command, context);
  if (known !== undefined || of === undefined) return known ?? [];
  const rest = state.attachments.filter((one) => one.application !== application || one.material !== material);
  if (rest.length === state.attachments.length) return [];
  if (!["received", "incomplete", "declined", "withdrawn"].includes(of.status))
    return notNow("permits.material-belongs-to-the-case", { status: of.status });
  const countsOn = of.status === "received" || of.status === "incomplete";
  if (countsOn && of.given.includes(material) && !another && state.status !== "infected")
    return notNow("permits.material-is-the-only-one", { material });
  const due = rest.length === 0 && state.status !== "infected" ? { due: dueWhenUnused(context) } : {};
  return [{ type: "permits.material.detached", data: { application, material, on: context.today.toString(), ...due } }];
}

/** The case must be there, and be the counter's or one's own; an agent's while his authorisation holds (L9). */
function caseOf({ application, case: of, authorisation }: Attaching<"attach" | "detach">, context: Context) {
  // P-1: to a stranger there is no such case.
  if (of === undefined || isStranger(of, context.actor))
    return badInput("permits.unknown-application", { application }, "/application");
  return agentMayNot(of, authorisation, context);
}
