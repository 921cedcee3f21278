import { todayIn } from "../../../../shared/calendar/index.ts";
import type { Actor } from "../../../../shared/decider/index.ts";
import { type Keyed, partyKey } from "../../../../shared/parties/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { type FactReference, factReference } from "../../../../shared/store/index.ts";
import { type Authorisation, authorisation } from "../../authorisations/domain/authorisation.ts";
import { type Dossier, dossier, mayCountOnFile, onFileOn } from "../../dossiers/domain/dossier.ts";
import type { Application } from "../domain/application/application.ts";
import { asksForMaterials, countingOnFile, newOnFile } from "../domain/application/on-file.ts";

/** L9: the authorisation under which an agent filed the case, read with what he does, so that its end acts at once. */
export function authorityOf(of: Application | undefined, { roles }: Actor): FactReference<Authorisation> | undefined {
  const id = roles.includes("agent") ? of?.agency?.authorisation : undefined;
  return id === undefined ? undefined : factReference(authorisation, id);
}

/** S-4: what is on file of somebody, for those who may count on it. */
export const dossierFor = (actor: Actor, party: string): FactReference<Dossier> | undefined =>
  mayCountOnFile(actor, party) ? factReference(dossier, party) : undefined;

/** A case of the first days does not hold its key: it is made again. */
const partyOf = ({ party, applicant }: Application, keyed: Keyed) => party ?? partyKey(keyed, applicant);

/** S-4: what is on file of a case's applicant, read with a step. The approver who decides at once sees it too (XK-34). */
export function dossierOf(of: Application | undefined, actor: Actor, keyed: Keyed): FactReference<Dossier> | undefined {
  if (of === undefined) return undefined;
  const party = partyOf(of, keyed);
  return actor.roles.includes("approver") ? factReference(dossier, party) : dossierFor(actor, party);
}

/** S-4: a case that still asks for materials as the counter sees it: with what it would find on file, so that it asks for nothing else. */
export async function atTheCounter<A extends Application | undefined>(
  state: A,
  actor: Actor | undefined,
  { store, clock, keyed }: Runtime,
): Promise<A> {
  if (state === undefined || !asksForMaterials(state) || actor?.roles.includes("clerk") !== true) return state;
  const kept = await store.load(dossier, partyOf(state, keyed));
  return countingOnFile(state, newOnFile(state, onFileOn(kept?.state, todayIn(clock()))));
}
