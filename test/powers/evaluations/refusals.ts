import { evaluation } from "../../../services/powers/evaluations/domain/decider.ts";
import type { EvaluationCommand } from "../../../services/powers/evaluations/domain/evaluation.ts";
import type { Figures } from "../../../services/powers/evaluations/domain/figures.ts";
import { type Overturn, overturned } from "../../../services/powers/evaluations/domain/overturned.ts";
import { publication } from "../../../services/powers/evaluations/domain/publication.ts";
import type { Counted } from "../../../services/powers/evaluations/domain/volumes.ts";
import type { Decision, DomainEvent } from "../../../shared/decider/index.ts";
import { Living } from "../../support/living.ts";
import { aHandover, aHeldPower, theCounty } from "../powers/builders.ts";

/** Nothing is wrong with these. */
export const goodFigures: Figures = {
  cases: 200,
  decided: 200,
  refused: 4,
  overdue: 0,
  overturned: 0,
  complaints: 0,
  foundedComplaints: 0,
  ratings: 10,
  poorRatings: 0,
  certifiedOfficers: 2,
  trainedStaff: 2,
};
export const held = () => aHeldPower(aHandover()).state;
export const evaluationDay = "2027-01-15";

export const opens = (figures: Partial<Figures> = {}, interim = false): EvaluationCommand => ({
  type: "open",
  year: 2026,
  interim,
  power: held(),
  figures: { ...goodFigures, ...figures },
  sources: { counted: 200, digest: "d", documents: [], roster: 1 },
});
type Decide = Extract<EvaluationCommand, { type: "decide" }>;
export const decides = (decision: Partial<Decide["decision"]> = {}, power: Decide["power"] = held()): Decide => ({
  type: "decide",
  decision: { outcome: "keep", reasons: "用得好", ...decision },
  power,
});
export const anEvaluation = (figures: Partial<Figures> = {}) =>
  new Living(evaluation).lawfully(opens(figures), evaluationDay, theCounty);

export const overturning = (decision: Partial<Overturn["decision"]> = {}, known?: Counted): Overturn => ({
  type: "overturn",
  decision: { case: "A", by: "court", document: "行终1号", date: "2026-06-01", outcome: "annulled", ...decision },
  power: held(),
  known,
});
export const aCase = (about: Partial<Counted> = {}): Counted => ({
  code: "PN-001",
  kind: "case",
  on: "2026-04-01",
  overdue: false,
  founded: false,
  poor: false,
  ...about,
});

const overturn = (...commands: Overturn[]) => {
  const living = new Living(overturned);
  return commands.map((command) => living.tell(command, "2026-07-01", theCounty)).at(-1) ?? [];
};
const decide = (decision: Partial<Decide["decision"]>) =>
  anEvaluation().tell(decides(decision), evaluationDay, theCounty);
const inTraining = () => anEvaluation({ trainedStaff: 0, certifiedOfficers: 1 });

/** Every refusal of the yearly evaluation, provoked. */
export const evaluationRefusals: Readonly<Record<string, () => Decision<DomainEvent>>> = {
  "powers.overturned-in-future": () => overturn(overturning({ date: "2026-07-02" })),
  "powers.overturned-already": () => overturn(overturning(), overturning()),
  "powers.case-of-another-power": () => overturn(overturning({}, aCase({ code: "PL-018" }))),
  "powers.case-undecided": () => overturn(overturning({}, aCase())),
  "powers.year-not-over": () => new Living(evaluation).tell(opens(), "2027-01-14", theCounty),
  "powers.evaluation-not-in-this-state": () =>
    anEvaluation().lawfully(decides(), evaluationDay).tell(decides(), evaluationDay, theCounty),
  "powers.otherwise-unexplained": () => decide({ outcome: "suspend" }),
  "powers.recall-document-missing": () => decide({ outcome: "recall", otherwise: "上收" }),
  "powers.adjustment-missing": () => decide({ outcome: "adjust", otherwise: "改名" }),
  "powers.no-such-training": () =>
    inTraining()
      .lawfully(decides({ outcome: "train" }), evaluationDay)
      .tell({ type: "train", record: "R", made: undefined }, evaluationDay),
  "powers.evaluations-undecided": () =>
    new Living(publication).tell({ type: "publish", year: 2026, evaluations: [anEvaluation().state] }, evaluationDay),
  "powers.list-republished-already": () => {
    const evaluations = [anEvaluation().lawfully(decides(), evaluationDay).state];
    const command = { type: "publish" as const, year: 2026, evaluations };
    return new Living(publication).lawfully(command, evaluationDay).tell(command, evaluationDay);
  },
};
