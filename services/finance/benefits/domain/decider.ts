import { minutesLater } from "../../../../shared/calendar/index.ts";
import { type Context, type Decision, deciderOf, type OfType } from "../../../../shared/decider/index.ts";
import { add, type Fen, fen, sum } from "../../../../shared/money/index.ts";
import {
  type BatchCommand,
  type BatchEvent,
  type BatchHand,
  type BatchLine,
  type BatchLines,
  type BenefitBatch,
  batchMoves,
  linesAtOnce,
} from "./batch.ts";
import { type BenefitRefusal, badInput, notNow, notYou, refuse } from "./refusals.ts";

type Ask<T extends BatchCommand["type"]> = OfType<BatchCommand, T>;

/** F11, F-49: who drafts, approves and sends are three people; a cashier sends and does nothing else of it. */
function handRefusal(hand: BatchHand, { by }: Pick<BenefitBatch, "by">, { actor }: Pick<Context, "actor">) {
  const article = "会计法 25(1)、35(2)";
  if (hand !== "send" && actor.roles.includes("cashier")) return notYou("finance.batch-other-hand", { article });
  const other = Object.entries(by).some(([one, login]) => one !== hand && login === actor.sub);
  return other ? notYou("finance.batch-other-hand", { article }) : undefined;
}

/** F13: the lines of a month, each person once. They are looked at afterwards, a few at a time. */
function draft({ type: _type, lines, runs, ...data }: Ask<"draft">, context: Context): Decision<BatchEvent> {
  if (!runs) return badInput("finance.programme-stopped", {}, "/programme");
  if (data.period > context.today.toString().slice(0, 7)) return badInput("finance.period-in-future", {}, "/period");
  const seen = new Set<string>();
  for (const [at, one] of lines.entries()) {
    if (seen.has(one.beneficiary)) return badInput("finance.batch-line-twice", { line: at + 1 }, `/lines/${at}`);
    seen.add(one.beneficiary);
  }
  const { actor, now } = context;
  const refused = handRefusal("draft", { by: {} }, context);
  const event = { ...data, count: lines.length, by: actor.sub, at: now };
  return refused ?? [{ type: "finance.benefit-batch.drafted", data: event }];
}

/** What was found about the next lines. Lines that were looked at already are not looked at again. */
function look(state: BenefitBatch, { from, faults, amounts }: Ask<"look">): Decision<BatchEvent> {
  if (from !== state.done) return notNow("finance.batch-rests");
  const refused = faults.flatMap((fault, at) => (fault === undefined ? [] : [{ at: from + at, fault }]));
  const due = amounts.filter((_, at) => faults[at] === undefined);
  const data = { upTo: from + faults.length, dueFen: sum(due), due: due.length, refused };
  return [{ type: "finance.benefit-batch.looked-at", data }];
}

/** Another person approves what is due; the line of the budget holds it in the same commit. */
function approve(state: BenefitBatch, { seen }: Ask<"approve">, context: Context): Decision<BatchEvent> {
  if (state.due === 0) return refuse("finance.batch-empty");
  if (seen !== state.due) return notNow("finance.batch-rests");
  return (
    handRefusal("approve", state, context) ?? [
      { type: "finance.benefit-batch.approved", data: { by: context.actor.sub } },
    ]
  );
}

const send = (state: BenefitBatch, _command: Ask<"send">, context: Context): Decision<BatchEvent> =>
  handRefusal("send", state, context) ?? [{ type: "finance.benefit-batch.sent", data: { by: context.actor.sub } }];

function confirm(state: BenefitBatch, { serial, on, seen }: Ask<"confirm">, { today }: Context): Decision<BatchEvent> {
  if (on > today.toString()) return badInput("finance.return-day-wrong", {}, "/on");
  if (seen !== state.due) return notNow("finance.batch-rests");
  return [{ type: "finance.benefit-batch.confirmed", data: { serial, on } }];
}

/** The bank sent lines back: the line of the budget has their money again, and another batch may pay them. */
function takeReturn(
  state: BenefitBatch,
  { on, amounts, into }: Ask<"return">,
  { today }: Context,
): Decision<BatchEvent> {
  if (into?.from !== undefined && into.from !== state.line)
    return refuse("finance.return-elsewhere", { article: "预算法42" }, "/carryOver");
  const other = amounts.indexOf(undefined);
  if (other >= 0) return badInput("finance.return-not-of-batch", {}, `/beneficiaries/${other}`);
  if (on > today.toString() || on < (state.paidOn ?? on)) return badInput("finance.return-day-wrong", {}, "/on");
  const all = amounts.flatMap((one) => (one === undefined ? [] : [one]));
  return [{ type: "finance.benefit-batch.returned", data: { amountFen: sum(all), count: all.length, on } }];
}

const freed = (state: BenefitBatch, upTo: number): BenefitBatch => ({
  ...{ ...state, done: upTo, status: upTo >= state.count ? "dropped" : "dropping" },
});

/** A batch of benefits (F13): up to 2,000 lines of one programme for one month. */
export const benefitBatch = deciderOf<{
  readonly state: BenefitBatch;
  readonly command: BatchCommand;
  readonly event: BatchEvent;
  readonly moves: typeof batchMoves;
  readonly begins: "draft";
  readonly begun: "finance.benefit-batch.drafted";
  readonly refusal: BenefitRefusal;
}>({
  aggregate: "benefit-batch",
  shape: 1,
  logins: ["by"],
  moves: batchMoves,
  impossible: "finance.batch-not-in-this-state",
  byItself: ["look", "free"],
  begin: { draft },
  steps: {
    look,
    approve,
    send,
    confirm,
    return: takeReturn,
    drop: ({ status }, { reason, seen }, { now }) =>
      seen === status
        ? [{ type: "finance.benefit-batch.dropped", data: { reason, at: now } }]
        : notNow("finance.batch-rests"),
    free: ({ done }, { from, count }) =>
      from === done
        ? [{ type: "finance.benefit-batch.freed", data: { upTo: from + count } }]
        : notNow("finance.batch-rests"),
  },
  always: { disclose: () => [{ type: "finance.benefit-batch.disclosed", data: {} }] },
  begun: {
    "finance.benefit-batch.drafted": ({ data: { by, at, ...data } }) => ({
      ...{ status: "checking", ...data, by: { draft: by }, workSince: at, done: 0, refused: [] },
      ...{ due: fen(0), dueCount: 0, returned: fen(0), returnedCount: 0 },
    }),
  },
  effects: {
    "finance.benefit-batch.looked-at": (state, { data: { upTo, dueFen, due, refused } }) => ({
      ...{ ...state, status: upTo >= state.count ? "checked" : "checking", done: upTo },
      ...{ due: add(state.due, dueFen), dueCount: state.dueCount + due, refused: [...state.refused, ...refused] },
    }),
    "finance.benefit-batch.disclosed": (state) => state,
    "finance.benefit-batch.approved": (state, { data: { by } }) => ({
      ...{ ...state, status: "approved", by: { ...state.by, approve: by } },
    }),
    "finance.benefit-batch.sent": (state, { data: { by } }) => ({
      ...{ ...state, status: "sent", by: { ...state.by, send: by } },
    }),
    "finance.benefit-batch.confirmed": (state, { data: { serial, on } }) => ({
      ...{ ...state, status: "paid", serial, paidOn: on },
    }),
    "finance.benefit-batch.returned": (state, { data: { amountFen, count } }) => ({
      ...{ ...state, returned: add(state.returned, amountFen), returnedCount: state.returnedCount + count },
    }),
    "finance.benefit-batch.dropped": (state, { data: { at } }) => ({
      ...{ ...state, status: "dropping", workSince: at, done: 0 },
    }),
    "finance.benefit-batch.freed": (state, { data: { upTo } }) => freed(state, upTo),
  },
  listed: ({ status }, id) => ({ byStatus: { partition: `benefit-batch:${status}`, sort: id } }),
  /** Each commit has an instant of its own, before the one at which the work began: none waits. */
  nextDeadline: ({ status, workSince, count, done }) =>
    status === "checking" || status === "dropping"
      ? minutesLater(workSince, -Math.ceil((count - done) / linesAtOnce))
      : undefined,
});

/** The lines of a batch, written once beside it: its own state stays small. */
export const benefitLines = deciderOf<{
  readonly state: BatchLines;
  readonly command: { readonly type: "keep"; readonly lines: readonly BatchLine[] };
  readonly event: {
    readonly type: "finance.benefit-lines.kept";
    readonly data: { readonly lines: readonly { readonly beneficiary: string; readonly amount: Fen }[] };
  };
  readonly moves: Record<never, never>;
  readonly begins: "keep";
  readonly begun: "finance.benefit-lines.kept";
  readonly refusal: BenefitRefusal;
}>({
  aggregate: "benefit-lines",
  shape: 1,
  begin: { keep: ({ lines }) => [{ type: "finance.benefit-lines.kept", data: { lines } }] },
  begun: { "finance.benefit-lines.kept": ({ data }) => data },
  effects: {},
});
