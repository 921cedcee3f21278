import { todayIn } from "../../../../shared/calendar/index.ts";
import type { TownProfile } from "../../../../shared/town/profile.ts";
import type { PenaltyCase } from "../../cases/domain/case/case.ts";
import { type CaseTerm, termsOfCase } from "../../cases/domain/case/clock.ts";
import type { Evidence } from "../../cases/domain/evidence/evidence.ts";
import type { OnSpotPenalty } from "../../cases/domain/on-spot/on-spot.ts";
import { termsOfSpot } from "../../cases/domain/on-spot/settling.ts";
import { awaitsAnswer } from "../../cases/domain/proceeding/answering.ts";
import { asksLegalReview, isUnreviewed } from "../../cases/domain/proceeding/major.ts";
import type { Proceeding } from "../../cases/domain/proceeding/proceeding.ts";
import { dated, type MatterKind, type Term } from "./term.ts";

const kindOf: Readonly<Record<Exclude<CaseTerm["what"], "measure">, MatterKind>> = {
  filing: "filing",
  decision: "decision",
  "transfer-decision": "transfer",
  transfer: "transfer",
  "goods-to-police": "transfer",
  "police-answer": "transfer",
  "police-review": "transfer",
};

const dayOf = (due: string | null): string | null => (due?.includes("T") === true ? todayIn(due).toString() : due);

/** CF-54a, CF-60, CF-27a: filing, ninety days, the ways of a transfer. The measures of a case are told of each measure. */
export const boardOfCase = (state: PenaltyCase): readonly Term[] =>
  termsOfCase(state).flatMap(({ what, due }) =>
    what === "measure" ? [] : dated(kindOf[what], dayOf(due), what === "police-answer" ? "organ" : "town"),
  );

/** CF-42: one officer collected it, the other has not signed yet. */
export const boardOfEvidence = ({ status }: Evidence): readonly Term[] =>
  status === "collected" ? [{ kind: "evidence", waitsFor: "town" }] : [];

/**
 * CF-42: charges that wait for the other officer. CF-45, CF-63: until when the party may speak or ask for a hearing; then the term of
 * the case alone counts. CF-61: a decision that is not served. FY-48: an answer that a review waits for.
 */
export function boardOfProceeding(state: Proceeding, { today }: { readonly today: string }): readonly Term[] {
  if (state.status === "decided") return dated("service", state.decision.toServe.due);
  const answer = awaitsAnswer(state);
  if (answer !== undefined) return dated("review-answer", answer);
  if (state.status !== "open" && state.status !== "noticed") return [];
  const drafted: readonly Term[] = state.draft === undefined ? [] : [{ kind: "notice", waitsFor: "town" }];
  if (state.notice?.served === undefined) return drafted;
  const { defence, hearing } = state.notice.served;
  const last = [defence.due, hearing?.due ?? null]
    .filter((one) => one !== null)
    .toSorted()
    .at(-1);
  return last === undefined || last < today ? drafted : [...drafted, ...dated("notice", last, "party")];
}

/** CF-52, CF-68 to CF-71: the report for the record, the money from the officer to the bank. */
export const boardOfSpot = (state: OnSpotPenalty): readonly Term[] =>
  termsOfSpot(state).flatMap(({ limit }) => dated("on-spot", limit.due));

/** CF-58: signed charges that a legal reviewer has to see; of those who did not handle the case, those in office today. */
export function boardOfReview(
  state: Proceeding,
  of: PenaltyCase | undefined,
  { town, today }: { readonly town: Pick<TownProfile, "enforcement">; readonly today: string },
): readonly Term[] {
  if (of?.status !== "investigating" || !isUnreviewed(state) || !asksLegalReview(state, of, town)) return [];
  const also = town.enforcement.legalReviewers
    .filter(({ sub, from }) => from <= today && !state.handlers.includes(sub))
    .map(({ sub }) => sub);
  return [{ kind: "legal-review", waitsFor: "town", also }];
}
