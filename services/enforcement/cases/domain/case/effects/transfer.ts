import type { Events } from "../../../../../../shared/decider/index.ts";
import type { FiledCase } from "../case.ts";
import type { CaseWords } from "../words.ts";
import { ended, filed, goingOn, type Of } from "./kit.ts";

/** Effects of transfers. */
export const transferEffects = {
  "enforcement.case.transfer-proposed": filed((state, { data, personal }: Of<"transfer-proposed">) => {
    const { paper, reportedOn, decideBy } = data;
    const late = state.late.filter((one) => !ofTransfers.has(one));
    const police = { team: personal.handlers, reportedOn, decideBy };
    return { ...state, police, late, papers: [...state.papers, paper] };
  }),
  "enforcement.case.transfer-decided": filed(
    (state, { data: { approved, at, handOverBy } }: Of<"transfer-decided">) => {
      if (state.police === undefined) return state;
      const { report, ...rest } = state;
      if (approved)
        return {
          ...state,
          police: { ...state.police, approvedAt: at, ...(handOverBy === undefined ? {} : { handOverBy }) },
        };
      // The chief found no crime: the case is decided here.
      return { ...rest, police: { ...state.police, returned: true }, ...withoutCrime(report) };
    },
  ),
  "enforcement.case.transferred": filed((state, { data }: Of<"transferred">) => {
    const { to, organ, on, papers, answerBy } = data;
    const next = ended(state, { how: "transferred", to, organ }, on);
    const all = [...state.papers, ...papers];
    if (to === "organ" || state.police === undefined) return { ...next, papers: all };
    const police = { ...state.police, handedOverOn: on, ...(answerBy === undefined ? {} : { answerBy }) };
    return { ...next, papers: all, police };
  }),
  "enforcement.case.police-answered": filed((state, { data }: Of<"police-answered">) => {
    const { on, paper, goodsBy, reviewBy } = data;
    if (state.police === undefined) return state;
    const { reviewBy: _before, ...police } = state.police;
    const answer = goodsBy === undefined ? {} : { filed: { on, goodsBy } };
    const review = reviewBy === undefined ? {} : { reviewBy };
    return { ...state, police: { ...police, ...answer, ...review }, papers: [...state.papers, paper] };
  }),
  "enforcement.case.goods-handed-to-police": filed((state, { data: { on, paper } }: Of<"goods-handed-to-police">) =>
    state.police === undefined
      ? state
      : { ...state, police: { ...state.police, goodsHandedOverOn: on }, papers: [...state.papers, paper] },
  ),
  "enforcement.case.returned": filed((state, { data: { from, courtFined } }: Of<"returned">) => {
    const { report, ...rest } = goingOn(state);
    const police =
      from === "police" && state.police !== undefined
        ? {
            police: {
              ...state.police,
              returned: true as const,
              ...(courtFined === undefined ? {} : { courtFined }),
            },
          }
        : {};
    return {
      ...rest,
      ...police,
      ...(from === "police" ? withoutCrime(report) : report === undefined ? {} : { report }),
    };
  }),
} satisfies Partial<Events<CaseWords>["effects"]>;

const ofTransfers: ReadonlySet<string> = new Set([
  "transfer-decision",
  "transfer",
  "police-answer",
  "police-review",
  "goods-to-police",
]);

function withoutCrime(report: FiledCase["report"]): Pick<FiledCase, "report"> {
  if (report === undefined) return {};
  const { suspectedCrime: _suspected, ...rest } = report;
  return { report: rest };
}
