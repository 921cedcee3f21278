import type { Actor } from "../../../../../shared/decider/index.ts";
import type { Role } from "../../../../../shared/town/roles.ts";
import { isTheParty } from "./people.ts";
import type { Proceeding } from "./proceeding.ts";

/** Who supervises, reviews or leads knows every proceeding. */
const everywhere: readonly Role[] = ["leader", "supervisor", "legal-reviewer", "squad-leader", "archivist"];

/** Who deals with it for the town: its handlers, and who supervises, reviews or leads. */
export const isOfTheHouse = ({ handlers }: Proceeding, actor: Actor): boolean =>
  handlers.includes(actor.sub) || actor.roles.some((role) => everywhere.includes(role));

/** CF-45: what the party may know: nothing before he is told. A child is told of nothing by a stranger's login. */
export const isToldParty = ({ status }: Proceeding): boolean => status !== "open";

/** The house, and the party himself: of several parties each sees only himself. Everybody else finds nothing (404). */
export const mayReadProceeding = (state: Proceeding, actor: Actor | undefined): boolean =>
  actor !== undefined && (isTheParty(state, actor) || isOfTheHouse(state, actor));
