import { resource } from "../../../../shared/http/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import type { PenaltyCase } from "../domain/case/case.ts";
import { penaltyCase } from "../domain/case/decider.ts";
import { evidence, evidenceMoves, holdersOf } from "../domain/evidence/decider.ts";
import { mayRead } from "./case-register.ts";
import { evidenceView, viewEvidence } from "./evidence-view.ts";

/** The cases that hold it now: after a merger the one that took it in, after a split the other one too. */
export async function casesOf(
  id: string,
  runtime: Runtime,
): Promise<readonly { readonly id: string; readonly state: PenaltyCase }[]> {
  const first = await runtime.store.load(penaltyCase, id);
  if (first === undefined) return [];
  const ids = holdersOf(id, first.state);
  const all = await Promise.all(
    ids.map(async (one) => (one === id ? first : await runtime.store.load(penaltyCase, one))),
  );
  return all.flatMap((one) => (one === undefined ? [] : [{ id: one.id, state: one.state }]));
}

/** CF-46: evidence is known to who reads a case that holds it, and is no party of it. */
export const evidenceRegister = resource({
  of: evidence,
  at: "/enforcement/evidence",
  staff: [],
  own: async ({ state }, actor, runtime) => {
    const holders = await casesOf(state.case, runtime);
    return holders.some(({ id, state: of }) => {
      const isParty = of.parties.some(({ key }) => key === actor.party);
      return !isParty && mayRead({ id, version: 0, state: of }, actor, runtime);
    });
  },
  moves: evidenceMoves,
  statusOf: ({ status }) => status,
  returns: evidenceView,
  view: (loaded) => viewEvidence(loaded),
});
