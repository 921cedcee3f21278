import { todayIn } from "../../../../shared/calendar/index.ts";
import type { Actor } from "../../../../shared/decider/index.ts";
import { resource } from "../../../../shared/http/index.ts";
import { isHeadFor } from "../../../../shared/people/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { treasury } from "../../common/api/roles.ts";
import { leadsOneOf } from "../../common/domain/led.ts";
import { onSpotMoves, onSpotPenalty } from "../domain/on-spot/decider.ts";
import type { OnSpotPenalty } from "../domain/on-spot/on-spot.ts";
import { onSpotView, viewOnSpot } from "./on-spot-view.ts";

/** Its two officers, their squad leader, the head, who leads or supervises; who got its money; the party once it is decided. */
export function mayReadOnSpot(
  { officers: two, party, status, collection }: OnSpotPenalty,
  actor: Actor,
  { town, clock }: Runtime,
) {
  if (actor.party !== undefined && actor.party === party.key) return status !== "recorded";
  if (two.some(({ sub }) => sub === actor.sub) || collection?.handedIn?.to === actor.sub) return true;
  if (actor.roles.some((role) => role === "leader" || role === "supervisor" || role === "archivist")) return true;
  const officers = two.map(({ sub }) => sub);
  if (leadsOneOf(actor, officers, town)) return true;
  if (town.enforcement.legalReviewers.some(({ sub }) => sub === actor.sub)) return true;
  return isHeadFor(town.enforcementOffice, actor.sub, "organ", { heads: town.heads, today: todayIn(clock()) });
}

/** The register of penalties on the spot. */
export const onSpotRegister = resource({
  of: onSpotPenalty,
  at: "/enforcement/on-spot-penalties",
  // A payment is noted by who keeps the town's books.
  staff: [...treasury],
  own: ({ state }, actor, runtime) => mayReadOnSpot(state, actor, runtime),
  moves: onSpotMoves,
  statusOf: ({ status }) => status,
  returns: onSpotView,
  view: (loaded) => viewOnSpot(loaded),
});

/** A penalty on the spot as it stands; undefined: no such penalty. */
export const onSpotPenaltyOf = async (id: string, { store }: Runtime) => (await store.load(onSpotPenalty, id))?.state;
