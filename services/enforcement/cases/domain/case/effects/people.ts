import type { Events } from "../../../../../../shared/decider/index.ts";
import { type FiledCase, isFiled, type PenaltyCase } from "../case.ts";
import type { CaseWords } from "../words.ts";
import { type Of, subsOf, union } from "./kit.ts";

/** Effects of officers and recusals. */
export const peopleEffects = {
  "enforcement.case.officers-changed": (state, { personal: { officers } }) => ({
    ...state,
    officers,
    handlers: union(state.handlers, subsOf(officers)),
  }),
  "enforcement.case.recusal-asked": (state, { data: { on, ground }, personal: { person }, actor }) => ({
    ...state,
    recusals: [...state.recusals, { sub: person, askedBy: actor, askedOn: on, ground }],
  }),
  "enforcement.case.recusal-decided": recusalDecided,
} satisfies Partial<Events<CaseWords>["effects"]>;

/** CF-43a: the recused officer leaves; what falls with him no longer counts, and his report is made again. */
function recusalDecided(
  state: PenaltyCase,
  { data, personal: { person }, actor: by }: Of<"recusal-decided">,
): PenaltyCase {
  const { on, recused, earlierActsStand, falls, filingFalls } = data;
  const decided = { by, on, recused, ...(earlierActsStand === undefined ? {} : { earlierActsStand }) };
  const open = state.recusals.findLast(({ sub, decided: done }) => sub === person && done === undefined);
  const next = {
    ...state,
    recusals: state.recusals.map((one) => (one === open ? { ...one, decided } : one)),
    officers: recused ? state.officers.filter(({ sub }) => sub !== person) : state.officers,
    evidence: state.evidence.map((one) => (falls.includes(one.id) ? { ...one, excluded: "recusal" as const } : one)),
  };
  if (!isFiled(next) || earlierActsStand !== false) return next;
  const after: FiledCase = filingFalls === true ? { ...next, unconfirmed: true } : next;
  if (after.report?.by.includes(person) !== true) return after;
  const { report: _report, ...rest } = after;
  return { ...rest, papers: rest.papers.filter(({ kind }) => kind !== "investigation-report") };
}
