import { todayIn } from "../../../../shared/calendar/index.ts";
import type { Actor } from "../../../../shared/decider/index.ts";
import { isHeadFor, isRecused } from "../../../../shared/people/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import type { CaseParty } from "../../cases/domain/case/case.ts";
import { isOfTheHouse } from "../../cases/domain/case/visibility.ts";
import { isOfficerOf, isPartyOf } from "../../cases/domain/case/who.ts";
import { onSpotPenalty } from "../../cases/domain/on-spot/decider.ts";
import { penaltyCase } from "../../cases/index.ts";
import { kinds } from "../domain/kinds.ts";
import type { PaperFile, PrintedPaper } from "../domain/paper.ts";

/** What a person is to the papers of a case or of a penalty on the spot. */
export interface Reader {
  /** He works on it, and is shown its papers in full. */
  readonly holds: boolean;
  /** He may know of its papers; what he reads of them is masked. */
  readonly knows: boolean;
  /** The party that he is himself, by his place in it. */
  readonly party?: string;
}
const nobody: Reader = { holds: false, knows: false };

/** Whose work the papers are besides its officers: squad leader, legal reviewers, head, archivist. */
function isTheirWork(actor: Actor, { town, clock }: Pick<Runtime, "town" | "clock">): boolean {
  if (actor.roles.includes("archivist")) return true;
  if (actor.roles.includes("squad-leader") && actor.office === town.enforcementOffice) return true;
  if (town.enforcement.legalReviewers.some(({ sub }) => sub === actor.sub)) return true;
  return isHeadFor(town.enforcementOffice, actor.sub, "organ", { heads: town.heads, today: todayIn(clock()) });
}

/** P-1, CF-29a: what this person may read of the papers of it. A party, and a recused person, never reads as staff. */
export async function readerOf(of: PaperFile, actor: Actor | undefined, runtime: Runtime): Promise<Reader> {
  if (actor === undefined) return nobody;
  return of.kind === "case" ? ofCase(of.id, actor, runtime) : ofOnSpot(of.id, actor, runtime);
}

async function ofCase(id: string, actor: Actor, runtime: Runtime): Promise<Reader> {
  const state = (await runtime.store.load(penaltyCase, id))?.state;
  if (state === undefined) return nobody;
  const party = actor.party === undefined ? undefined : state.parties.find(({ key }) => key === actor.party);
  if (party !== undefined) return { ...nobody, party: party.id };
  const { town, clock } = runtime;
  const knows = isOfTheHouse(state, actor, { town, today: todayIn(clock()) });
  const holds = isOfficerOf(state, actor) || isTheirWork(actor, runtime);
  return { knows, holds: knows && holds && !isPartyOf(state, actor) && !isRecused(state.recusals, actor.sub) };
}

async function ofOnSpot(id: string, actor: Actor, runtime: Runtime): Promise<Reader> {
  const state = (await runtime.store.load(onSpotPenalty, id))?.state;
  if (state === undefined) return nobody;
  if (actor.party !== undefined && actor.party === state.party.key) return { ...nobody, party: state.party.id };
  const holds = state.officers.some(({ sub }) => sub === actor.sub) || isTheirWork(actor, runtime);
  return { holds, knows: holds || actor.roles.some((role) => role === "leader" || role === "supervisor") };
}

/** CF-29a: a party reads only what goes to him. */
export const isForParty = ({ kind, party }: Pick<PrintedPaper, "kind" | "party">, reader: Reader): boolean =>
  reader.party !== undefined && reader.party === party && kinds[kind].goes === "to-party";

/** Whether this reader may know that there is such a paper. */
export const mayKnow = (state: PrintedPaper, reader: Reader): boolean => reader.knows || isForParty(state, reader);
/** Whether it is shown to him in full. */
export const mayHold = (state: PrintedPaper, reader: Reader): boolean => reader.holds || isForParty(state, reader);

/** The parties whose data its papers hold. */
export async function partiesIn(
  { kind, id }: PaperFile,
  { store }: Pick<Runtime, "store">,
): Promise<readonly CaseParty[]> {
  if (kind === "case") return (await store.load(penaltyCase, id))?.state.parties ?? [];
  const spot = (await store.load(onSpotPenalty, id))?.state;
  return spot === undefined ? [] : [spot.party];
}
