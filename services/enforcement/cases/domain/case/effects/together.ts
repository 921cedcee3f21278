import type { Events } from "../../../../../../shared/decider/index.ts";
import { domainsOf, joinedActs, joinedEvidence, joinedParties } from "../about.ts";
import type { FiledCase } from "../case.ts";
import type { CaseWords } from "../words.ts";
import { filed, newCase, type Of } from "./kit.ts";

/** Effects of two cases made one, and one made two. */
export const togetherEffects = {
  "enforcement.case.merged": filed((state, { data: { into, on } }: Of<"merged">) => ({
    ...state,
    status: "merged",
    mergedInto: into,
    endedOn: on,
  })),
  "enforcement.case.taken-in": filed(takenIn),
  "enforcement.case.split": filed((state, { data: { acts, stay, into }, personal }: Of<"split">) => ({
    ...state,
    acts: joinedActs(acts, personal.said),
    domains: domainsOf(acts),
    parties: state.parties.filter(({ id }) => stay.includes(id)),
    proceedings: state.proceedings.filter(({ party }) => stay.includes(party)),
    split: [...state.split, into],
  })),
} satisfies Partial<Events<CaseWords>["effects"]>;

function takenIn(state: FiledCase, { data, personal }: Of<"taken-in">): FiledCase {
  const { acts, parties, evidence, files = [], measures, papers, filedOn, clock, from } = data;
  const all = [...state.acts, ...joinedActs(acts, personal.said)];
  return {
    ...state,
    acts: all,
    domains: domainsOf(all),
    parties: [...state.parties, ...joinedParties(parties, personal.people)],
    evidence: [...state.evidence, ...joinedEvidence(evidence, personal.collectors)],
    files: [...new Set([...state.files, ...files])],
    measures: [...state.measures, ...measures],
    papers: [...state.papers, ...papers],
    handlers: personal.handlers,
    filedOn,
    clock,
    merged: [...state.merged, from],
  };
}

export function splitOff({ data, personal }: Of<"split-off">): FiledCase {
  const { acts, parties, evidence, files = [], measures, papers, number, source, filedOn, clock } = data;
  const { fileBy, on, from, extended } = data;
  return {
    ...newCase,
    status: "investigating",
    acts: joinedActs(acts, personal.said),
    parties: joinedParties(parties, personal.people),
    officers: personal.officers,
    handlers: personal.handlers,
    domains: domainsOf(acts),
    source,
    proposedBy: personal.proposer,
    proposedOn: on,
    approvedBy: personal.approver,
    fileBy,
    recusals: [],
    evidence: joinedEvidence(evidence, personal.collectors),
    files,
    measures,
    papers,
    late: [],
    number,
    filedOn,
    clock,
    extended,
    splitFrom: from,
  };
}
