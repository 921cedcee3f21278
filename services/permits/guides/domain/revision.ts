import { type Actor, type Context, type Decision, present, type Rejection } from "../../../../shared/decider/index.ts";
import type { DropRevision, Guide, GuideEvent, Proposal, PublishRevision } from "./content.ts";
import { notNow, notYou, refuse } from "./refusals.ts";

/** Who may work on a guide: an approver of the office that decides the item, a leader, operations. */
export function notTheirGuide({ content: { office } }: Guide, actor: Actor): Rejection | undefined {
  const everywhere = actor.roles.includes("leader") || actor.roles.includes("ops");
  return everywhere || actor.office === office ? undefined : notYou("permits.not-your-office", { office });
}

/** A proposal of a former version is not published: it was made without knowing what came since. */
const isOutdated = ({ proposal, version }: Guide): boolean => proposal !== undefined && proposal.onVersion !== version;

/** What stands in the way of another proposal: one that waits and is not outdated. */
export function proposalWaits(state: Guide): Rejection | undefined {
  const { proposal } = state;
  if (proposal === undefined || isOutdated(state)) return undefined;
  return notNow("permits.revision-waits", { number: proposal.number, on: proposal.on });
}

/** The revision on the table, to become a document on its own. */
export function proposed(
  { version, proposals = 0 }: Guide,
  { changes, reason }: Pick<Proposal, "changes" | "reason">,
  { actor, today }: Context,
): Decision<GuideEvent> {
  const data = { number: proposals + 1, onVersion: version, on: today.toString(), changes };
  const personal = { reason, ...present({ party: actor.party }) };
  return [{ type: "permits.guide.revision-proposed", data, personal }];
}

/** The proposal that is published: by another person, and of the version that still stands. */
export function publishable(
  state: Guide,
  { proposal: number }: PublishRevision,
  { actor }: Context,
): Proposal | Rejection {
  const { proposal, version } = state;
  if (proposal === undefined || proposal.number !== number) return notNow("permits.no-such-revision", { number });
  const same = proposal.by === actor.sub || (proposal.party !== undefined && proposal.party === actor.party);
  if (same) return refuse("permits.proposer-cannot-publish", { rule: "L1" });
  if (isOutdated(state)) return notNow("permits.revision-outdated", { number, onVersion: proposal.onVersion, version });
  return proposal;
}

/** Takes a proposal off the table, on record; who made it may, too. */
export function dropRevision(
  { proposal }: Guide,
  { proposal: number, reason }: DropRevision,
  { today }: Context,
): Decision<GuideEvent> {
  if (proposal === undefined || proposal.number !== number) return notNow("permits.no-such-revision", { number });
  const data = { number, on: today.toString() };
  return [{ type: "permits.guide.revision-dropped", data, personal: { reason } }];
}
