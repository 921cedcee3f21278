import type { Events } from "../../../../../../shared/decider/index.ts";
import { lateKey } from "../clock.ts";
import { withProceeding } from "../registers.ts";
import type { CaseWords } from "../words.ts";
import { ended, filed, type Of } from "./kit.ts";

/** Effects of registers and the report. */
export const investigatingEffects = {
  "enforcement.case.evidence-noted": (state, { data, personal: { handlers: by } }) => ({
    ...state,
    evidence: [...state.evidence.filter(({ id }) => id !== data.id), { ...data, by }],
  }),
  "enforcement.case.file-noted": (state, { data: { sha256 } }) => ({ ...state, files: [...state.files, sha256] }),
  "enforcement.case.measure-noted": filed((state, { data }: Of<"measure-noted">) => ({
    ...state,
    measures: [...state.measures.filter(({ id }) => id !== data.id), data],
    // A term extended in time is a new one to be kept.
    late: state.late.filter((one) => one !== lateKey({ what: "measure", of: data.id })),
  })),
  "enforcement.case.measure-ended": filed((state, { data: { measure, on, how } }: Of<"measure-ended">) => ({
    ...state,
    measures: state.measures.map((one) => (one.id === measure ? { ...one, ended: { on, how } } : one)),
  })),
  "enforcement.case.reported": filed((state, { data: { paper, ...said }, personal }: Of<"reported">) => ({
    ...state,
    report: { ...said, by: personal.handlers },
    papers: [...state.papers, paper],
  })),
  "enforcement.case.proceeding-noted": filed((state, { data }: Of<"proceeding-noted">) => {
    const { papers, ...entry } = data;
    return {
      ...state,
      proceedings: withProceeding(state.proceedings, entry),
      papers: [...state.papers, ...papers],
    };
  }),
  "enforcement.case.all-decided": filed((state, { data: { on } }: Of<"all-decided">) =>
    ended(state, { how: "decided" }, on),
  ),
  "enforcement.case.paper-noted": (state, { data }) => ({ ...state, papers: [...state.papers, data] }),
} satisfies Partial<Events<CaseWords>["effects"]>;
