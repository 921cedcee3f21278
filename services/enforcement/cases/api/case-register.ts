import { todayIn } from "../../../../shared/calendar/index.ts";
import type { Actor } from "../../../../shared/decider/index.ts";
import { resource } from "../../../../shared/http/index.ts";
import type { RunningCase } from "../../../../shared/powers-in-force/index.ts";
import { certificatesOf, type Runtime } from "../../../../shared/service/index.ts";
import { factReferences, type Loaded } from "../../../../shared/store/index.ts";
import { there } from "../../common/api/there.ts";
import { knownOfficer, knownPower, type OfficerCopy, type PowerCopy } from "../../common/domain/known-power.ts";
import type { PenaltyCase } from "../domain/case/case.ts";
import { penaltyCase } from "../domain/case/decider.ts";
import { caseMoves } from "../domain/case/moves.ts";
import type { SettledPower } from "../domain/case/powers.ts";
import { isOfTheHouse, mayReadCase } from "../domain/case/visibility.ts";
import { runningCase, runningCaseId } from "../domain/running-case.ts";
import { caseView, viewCase } from "./case-view.ts";

export const mayRead = ({ state }: Loaded<PenaltyCase>, actor: Actor | undefined, { town, clock }: Runtime) =>
  mayReadCase(state, actor, { town, today: todayIn(clock()) });

/** The register of penalty cases. Each step of a case, and what belongs to it, is known to who reads the case. */
export const caseRegister = resource({
  of: penaltyCase,
  at: "/enforcement/cases",
  staff: [],
  own: (loaded, actor, runtime) => mayRead(loaded, actor, runtime),
  tellsSteps: ({ state }, { actor, runtime: { town, clock } }) =>
    actor !== undefined && isOfTheHouse(state, actor, { town, today: todayIn(clock()) }),
  moves: caseMoves,
  statusOf: ({ status }) => status,
  returns: caseView,
  view: (loaded, viewing) => viewCase(loaded, viewing),
});

const codesOf = (state: PenaltyCase | undefined, more: readonly string[]) => [
  ...new Set([...(state?.acts ?? []).map(({ code }) => code), ...more]),
];

/** The powers that a case rests on, and what was decided of them should they be recalled (CF-24b), as facts. */
export async function powersOf(id: string, runtime: Runtime, more: readonly string[] = []) {
  const codes = codesOf((await runtime.store.load(penaltyCase, id))?.state, more);
  return {
    powers: factReferences(knownPower, codes),
    settlements: factReferences(
      runningCase,
      codes.map((code) => runningCaseId(id, code)),
    ),
  };
}

/** The certificates of the officers of a case, and of others that a command names. */
export async function certificatesIn(id: string, runtime: Runtime, more: readonly string[] = []) {
  const state = (await runtime.store.load(penaltyCase, id))?.state;
  return certificatesOf(knownOfficer, [...(state?.officers ?? []).map(({ sub }) => sub), ...more], runtime);
}

/** What a command is told of powers: their copies, and the decisions about recalled ones. */
export function powersTold(
  powers: readonly (PowerCopy | undefined)[],
  settlements: readonly (RunningCase | undefined)[],
): { readonly powers: readonly PowerCopy[]; readonly settled: readonly SettledPower[] } {
  const known = there(powers);
  const settled = powers.flatMap((power, at): SettledPower[] => {
    const one = settlements[at];
    return power === undefined || one === undefined ? [] : [{ code: power.code, ...one }];
  });
  return { powers: known, settled };
}

export const officersTold = (facts: readonly (OfficerCopy | undefined)[]) => ({ officers: there(facts) });
