import { todayIn } from "../../../../shared/calendar/index.ts";
import type { Actor } from "../../../../shared/decider/index.ts";
import { isHeadFor, isRecused } from "../../../../shared/people/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { everythingIn } from "../../../../shared/store/index.ts";
import type { CaseParty, PenaltyCase } from "../../cases/domain/case/case.ts";
import { isOfTheHouse } from "../../cases/domain/case/visibility.ts";
import { isOfficerOf, isPartyOf } from "../../cases/domain/case/who.ts";
import { onSpotPenalty } from "../../cases/domain/on-spot/decider.ts";
import { proceedingId } from "../../cases/domain/proceeding/said.ts";
import { agentNow, penaltyCase, proceeding, wasHisAgent } from "../../cases/index.ts";
import { measure } from "../../coercion/domain/decider.ts";
import { isOnRecord } from "../../coercion/domain/measure.ts";
import { leadsOneOf } from "../../common/domain/led.ts";
import { siteInspection } from "../../inspections/domain/visit/decider.ts";
import { isTheEnterprise, mayReadVisit } from "../../inspections/domain/visit/visibility.ts";
import { rectification } from "../../rectification/domain/decider.ts";
import { guidance } from "../../rectification/domain/guidance.ts";
import { isOfTheOffice, isOrderedParty, mayReadOrder } from "../../rectification/domain/who.ts";
import { kinds } from "../domain/kinds.ts";
import { type PaperFile, type PrintedPaper, theEnterprise } from "../domain/paper.ts";

/** What a person is to the papers of a file. */
export interface Reader {
  /** He works on it, and is shown its papers in full. */
  readonly holds: boolean;
  /** He may know of its papers; what he reads of them is masked. */
  readonly knows: boolean;
  /** The party that he is himself, by his place in it. */
  readonly party?: string;
  /** QZ-18: measures of which he does not know yet: nobody has come to his door. */
  readonly unknown?: readonly string[];
}
const nobody: Reader = { holds: false, knows: false };

/** Whose work the papers are besides its officers: squad leader, legal reviewers, head, archivist. */
function isTheirWork(
  actor: Actor,
  { officers }: { readonly officers: readonly { readonly sub: string }[] },
  { town, clock }: Pick<Runtime, "town" | "clock">,
): boolean {
  const subs = officers.map(({ sub }) => sub);
  if (actor.roles.includes("archivist")) return true;
  if (leadsOneOf(actor, subs, town)) return true;
  if (town.enforcement.legalReviewers.some(({ sub }) => sub === actor.sub)) return true;
  return isHeadFor(town.enforcementOffice, actor.sub, "organ", { heads: town.heads, today: todayIn(clock()) });
}

/** P-1, CF-29a: what this person may read of the papers of it. A party, and a recused person, never reads as staff. */
export async function readerOf(of: PaperFile, actor: Actor | undefined, runtime: Runtime): Promise<Reader> {
  if (actor === undefined) return nobody;
  switch (of.kind) {
    case "case":
      return ofCase(of.id, actor, runtime);
    case "on-spot":
      return ofOnSpot(of.id, actor, runtime);
    case "inspection":
      return ofVisit(of.id, actor, runtime);
    case "order":
      return ofOrder(of.id, actor, runtime);
    case "guidance":
      return ofGuidance(of.id, actor, runtime);
  }
}

async function ofCase(id: string, actor: Actor, runtime: Runtime): Promise<Reader> {
  const state = (await runtime.store.load(penaltyCase, id))?.state;
  if (state === undefined) return nobody;
  const party = actor.party === undefined ? undefined : state.parties.find(({ key }) => key === actor.party);
  if (party !== undefined) return { ...nobody, party: party.id, unknown: await notYetKnown(id, runtime) };
  // CF-64(5), CF-43: who represents or represented a party reads as he does while he acts, and never as staff.
  const represented = await representedIn(id, state, actor, runtime);
  if (represented.length > 0) {
    const today = todayIn(runtime.clock()).toString();
    const acting = represented.find((one) => agentNow(one, actor, today) !== undefined);
    return acting === undefined
      ? nobody
      : { ...nobody, party: acting.party.id, unknown: await notYetKnown(id, runtime) };
  }
  const { town, clock } = runtime;
  const knows = isOfTheHouse(state, actor, { town, today: todayIn(clock()) });
  const holds = isOfficerOf(state, actor) || isTheirWork(actor, state, runtime);
  return { knows, holds: knows && holds && !isPartyOf(state, actor) && !isRecused(state.recusals, actor.sub) };
}

/** The proceedings of the case in which this person is, or was, an agent. */
async function representedIn(id: string, { parties }: PenaltyCase, actor: Actor, { store }: Runtime) {
  if (actor.party === undefined) return [];
  const all = await store.loadAll(
    proceeding,
    parties.map((one) => proceedingId(id, one.id)),
  );
  return all.map(({ state }) => state).filter((one) => wasHisAgent(one, actor));
}

/** Measures of the case that nobody has carried out. */
async function notYetKnown(id: string, { store }: Runtime): Promise<readonly string[]> {
  const all = await everythingIn(store, measure, { index: "byCase", partition: `measure:${id}` });
  return all.filter(({ state }) => !isOnRecord(state)).map((one) => one.id);
}

/** IN-3: the office holds the papers of its inspections; the enterprise reads its own once it knows of it. */
async function ofVisit(id: string, actor: Actor, runtime: Runtime): Promise<Reader> {
  const state = (await runtime.store.load(siteInspection, id))?.state;
  if (state === undefined || !mayReadVisit(state, actor, runtime.town)) return nobody;
  if (isTheEnterprise(state, actor)) return { ...nobody, party: theEnterprise };
  return {
    knows: true,
    holds: state.officers.some(({ sub }) => sub === actor.sub) || isTheirWork(actor, state, runtime),
  };
}

/** CF-28: the officers of an order and their office hold its papers; the party reads what goes to him. */
async function ofOrder(id: string, actor: Actor, runtime: Runtime): Promise<Reader> {
  const { town, clock, store } = runtime;
  const state = (await store.load(rectification, id))?.state;
  if (state === undefined || !mayReadOrder(state, actor, { town, today: todayIn(clock()) })) return nobody;
  if (isOrderedParty(state, actor)) return { ...nobody, party: state.party.id };
  return {
    knows: true,
    holds: state.officers.some(({ sub }) => sub === actor.sub) || isTheirWork(actor, state, runtime),
  };
}

/** E3: the record of oral guidance stays in the house. */
async function ofGuidance(id: string, actor: Actor, runtime: Runtime): Promise<Reader> {
  const { town, clock, store } = runtime;
  const state = (await store.load(guidance, id))?.state;
  const own = actor.party !== undefined && actor.party === state?.party.key;
  if (state === undefined || own || !isOfTheOffice(state, actor, { town, today: todayIn(clock()) })) return nobody;
  return {
    knows: true,
    holds: state.officers.some(({ sub }) => sub === actor.sub) || isTheirWork(actor, state, runtime),
  };
}

async function ofOnSpot(id: string, actor: Actor, runtime: Runtime): Promise<Reader> {
  const state = (await runtime.store.load(onSpotPenalty, id))?.state;
  if (state === undefined) return nobody;
  if (actor.party !== undefined && actor.party === state.party.key) return { ...nobody, party: state.party.id };
  const holds = state.officers.some(({ sub }) => sub === actor.sub) || isTheirWork(actor, state, runtime);
  return { holds, knows: holds || actor.roles.some((role) => role === "leader" || role === "supervisor") };
}

/** CF-29a: a party reads only what goes to him. */
export const isForParty = (
  { kind, party, told }: Pick<PrintedPaper, "kind" | "party" | "told">,
  reader: Reader,
): boolean =>
  reader.party !== undefined &&
  reader.party === party &&
  kinds[kind].goes === "to-party" &&
  reader.unknown?.includes(told.id) !== true;

/** Whether this reader may know that there is such a paper. */
export const mayKnow = (state: PrintedPaper, reader: Reader): boolean => reader.knows || isForParty(state, reader);
/** Whether it is shown to him in full. */
export const mayHold = (state: PrintedPaper, reader: Reader): boolean => reader.holds || isForParty(state, reader);

const party = (state: { readonly party: CaseParty } | undefined) => (state === undefined ? [] : [state.party]);

/** The parties whose data its papers hold. */
export async function partiesIn(
  { kind, id }: PaperFile,
  { store }: Pick<Runtime, "store">,
): Promise<readonly CaseParty[]> {
  switch (kind) {
    case "case":
      return (await store.load(penaltyCase, id))?.state.parties ?? [];
    case "on-spot":
      return party((await store.load(onSpotPenalty, id))?.state);
    case "order":
      return party((await store.load(rectification, id))?.state);
    default:
      return [];
  }
}
