import type { Events } from "../../../../../../shared/decider/index.ts";
import { isFiled, type PenaltyCase } from "../case.ts";
import { lateKey } from "../clock.ts";
import type { CaseWords } from "../words.ts";
import { filed, goingOn, type Of, own } from "./kit.ts";

/** Effects of terms. */
export const clockEffects = {
  "enforcement.case.extended": filed((state, { data: { clock, by } }: Of<"extended">) => ({
    ...state,
    clock,
    extended: [...state.extended, by],
  })),
  "enforcement.case.time-excluded": filed((state, { data: { clock } }: Of<"time-excluded">) => ({ ...state, clock })),
  "enforcement.case.suspended": filed((state, { data: { ground, from, clock }, actor: by }: Of<"suspended">) => ({
    ...state,
    status: "suspended",
    suspension: { ground, from, by },
    suspensions: state.suspensions + 1,
    clock,
    papers: [...state.papers, own(state, "suspension-decision", from)],
  })),
  "enforcement.case.resumed": filed((state, { data: { clock, on } }: Of<"resumed">) => ({
    ...goingOn(state),
    clock,
    papers: [...state.papers, own(state, "resumption-decision", on)],
  })),
  "enforcement.case.limit-recounted": recounted,
  "enforcement.case.overdue": (state, { data }) => ({ ...state, late: [...state.late, lateKey(data)] }),
} satisfies Partial<Events<CaseWords>["effects"]>;

function recounted(state: PenaltyCase, { data: { what, limit } }: Of<"limit-recounted">): PenaltyCase {
  if (what === "filing") return { ...state, fileBy: limit };
  if (!isFiled(state)) return state;
  if (what === "decision") return { ...state, clock: limit };
  const { police } = state;
  if (police === undefined) return state;
  switch (what) {
    case "transfer-decision":
      return { ...state, police: { ...police, decideBy: limit } };
    case "police-answer":
      return { ...state, police: { ...police, answerBy: limit } };
    case "police-review":
      return { ...state, police: { ...police, reviewBy: limit } };
    case "goods-to-police":
      return police.filed === undefined
        ? state
        : { ...state, police: { ...police, filed: { ...police.filed, goodsBy: limit } } };
    case "transfer":
    case "measure":
      return state;
  }
}
