import { Temporal } from "temporal-polyfill";
import { endOfDay } from "../../../../shared/calendar/index.ts";
import {
  type Context,
  type Decision,
  deciderOf,
  isRejection,
  type MovesOf,
  type OfType,
} from "../../../../shared/decider/index.ts";
import { heldOn, inForceOn } from "../../../../shared/powers-in-force/index.ts";
import { power } from "../../powers/domain/decider.ts";
import { entryOn } from "../../powers/domain/entry.ts";
import type { Power, PowerCommand } from "../../powers/domain/power.ts";
import { sideOf } from "../../powers/domain/sides.ts";
import { adviceOn } from "./advice.ts";
import { evaluatedFrom } from "./evaluated-from.ts";
import type { Decided as Choice, Evaluation, EvaluationCommand, EvaluationEvent } from "./evaluation.ts";
import { badInput, type EvaluationRefusal, notNow } from "./refusals.ts";

export const evaluationMoves = {
  interim: {},
  open: { decide: ["decided", "training-due"] },
  "training-due": { train: "decided", "pass-time": "training-due" },
  decided: {},
} as const satisfies MovesOf<Evaluation, EvaluationCommand>;

type Decided = Decision<EvaluationEvent>;
type Command<T extends EvaluationCommand["type"]> = OfType<EvaluationCommand, T>;

interface EvaluationWords {
  readonly state: Evaluation;
  readonly command: EvaluationCommand;
  readonly event: EvaluationEvent;
  readonly moves: typeof evaluationMoves;
  readonly begins: "open";
  readonly begun: "powers.evaluation.opened";
  readonly refusal: EvaluationRefusal;
}

/** CF-24 定期组织评估, P6: each power is looked at once a year; figures advise, a person decides. */
export const evaluation = deciderOf<EvaluationWords>({
  aggregate: "evaluation",
  shape: 1,
  moves: evaluationMoves,
  impossible: "powers.evaluation-not-in-this-state",
  begin: { open },
  // Opened already: its figures stay as they were frozen.
  always: { open: () => [] },
  steps: { decide, train, "pass-time": (state, _command, context) => passTime(state, context) },
  begun: { "powers.evaluation.opened": ({ data }) => ({ ...data, status: data.interim ? "interim" : "open" }) },
  effects: {
    "powers.evaluation.decided": (state, { data }) => {
      const { code: _code, year: _year, advice: _advice, trainBy, ...decision } = data;
      if (trainBy === undefined) return { ...state, status: "decided", decision };
      return { ...state, status: "training-due", decision, training: { due: trainBy, overdue: false } };
    },
    "powers.evaluation.trained": (state, { data: { record } }) => ({
      ...{ ...state, ...trainingOf(state, { record }) },
      status: "decided",
    }),
    "powers.evaluation.training-overdue": (state) => ({ ...state, ...trainingOf(state, { overdue: true }) }),
  },
  listed: ({ year }, id) => ({ byCode: { partition: evaluationsOf(year), sort: id } }),
  nextDeadline: ({ status, training }) =>
    status !== "training-due" || training === undefined || training.overdue ? undefined : endOfDay(training.due),
  onDeadline: () => ({ type: "pass-time" }),
});

/** The list in which a year's evaluations stand. */
export const evaluationsOf = (year: number) => `evaluations:${year}`;
/** One a year for each power; of those before its end one a day. */
export const evaluationId = (code: string, year: number, interimOn?: string) =>
  interimOn === undefined ? `${code}-${year}` : `${code}-${year}-interim-${interimOn}`;

/** Whether the town held a power in force on some day of a year, up to a day. */
export function inForceDuring(one: Power, year: number, until: string): boolean {
  const first = `${year}-01-01`;
  const last = until < `${year}-12-31` ? until : `${year}-12-31`;
  const laws = (one.basis ?? []).flatMap(({ inForceFrom }) => (inForceFrom === undefined ? [] : [inForceFrom]));
  const days = [first, ...one.changes.map(({ from }) => from), ...laws].filter((day) => first <= day && day <= last);
  return days.some((day) => inForceOn(one, Temporal.PlainDate.from(day)).inForce);
}

/** A year still running is looked at only in the interim, and nothing is decided on that. */
function open({ year, interim, power: of, figures, sources }: Command<"open">, context: Context): Decided {
  const { today, town } = context;
  const from = evaluatedFrom(year, context);
  const openedOn = today.toString();
  if (!interim && openedOn < from) return notNow("powers.year-not-over", { year, from });
  const { name, domain } = entryOn(of, today);
  const recall = heldOn(of, today) === undefined ? of.changes.findLast(({ kind }) => kind === "recalled") : undefined;
  const rules = town.powerPractice.evaluation;
  const { code, category } = of;
  const opened = { code, year, name, category, domain, interim, openedOn, figures, sources, rules: rules.source };
  const recalled = recall?.kind === "recalled" ? { recalled: { from: recall.from, document: recall.document } } : {};
  return [
    {
      type: "powers.evaluation.opened",
      data: { ...opened, ...adviceOn(figures, category, rules), ...recalled },
    },
  ];
}

/** Nothing follows by itself: somebody decides, and says why; who decides otherwise than advised says why that, too. */
function decide(state: Evaluation, { decision, power: of }: Command<"decide">, context: Context): Decided {
  const { code, year, advice } = state;
  const { outcome, otherwise, document, adjustment } = decision;
  if (outcome !== advice && otherwise === undefined)
    return badInput("powers.otherwise-unexplained", { advice, outcome, rule: "P6" }, "/otherwise");
  if (outcome === "recall" && document === undefined)
    return badInput("powers.recall-document-missing", { code }, "/document");
  if (outcome === "adjust" && adjustment === undefined)
    return badInput("powers.adjustment-missing", { code }, "/adjustment");
  const on = context.today.toString();
  if (outcome !== "keep" && (of === undefined || heldOn(of, context.today) === undefined))
    return notNow("powers.not-in-force", { date: on });
  // What the power itself would refuse is not decided.
  const command = following(decision, on);
  const tried = command === undefined ? [] : power.decide(of, command, context);
  if (isRejection(tried)) return tried;
  const trainBy = context.today.add({ days: context.town.powerPractice.evaluation.trainWithinDays }).toString();
  const side = sideOf(context.actor);
  const data = { code, year, advice, on, ...decision, side, ...(outcome === "train" ? { trainBy } : {}) };
  return [{ type: "powers.evaluation.decided", data }];
}

/** The command that a decision gives to the power, from the day decided. */
export function following(
  { outcome, reasons, document, adjustment, side: by }: Choice,
  from: string,
): PowerCommand | undefined {
  if (outcome === "suspend") return { type: "suspend", from, reason: reasons, by };
  if (outcome === "recall" && document !== undefined) return { type: "recall", from, document, by };
  return outcome === "adjust" && adjustment !== undefined
    ? { type: "adjust", from, ...adjustment, document }
    : undefined;
}

/** The duty to train is met by a training in the power's domain, made since. */
function train(state: Evaluation, { record, made }: Command<"train">, { today }: Context): Decided {
  const { code, year, domain, decision } = state;
  const since = decision?.on ?? "";
  if (made?.kind !== "training" || made.domain !== domain || made.from < since || made.from > today.toString())
    return badInput("powers.no-such-training", { record, domain, since }, "/record");
  return [{ type: "powers.evaluation.trained", data: { code, year, record, on: today.toString() } }];
}

function passTime({ code, year, training }: Evaluation, { today }: Context): Decided {
  if (training === undefined || training.overdue || today.toString() <= training.due) return [];
  return [{ type: "powers.evaluation.training-overdue", data: { code, year, due: training.due } }];
}

const trainingOf = ({ training }: Evaluation, change: Partial<NonNullable<Evaluation["training"]>>) =>
  training === undefined ? {} : { training: { ...training, ...change } };
