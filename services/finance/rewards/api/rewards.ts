import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import { list, type Route, resource, severalOf } from "../../../../shared/http/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { type Loaded, member, sha256 } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { budgetLine } from "../../budget/domain/decider.ts";
import { financeReaders } from "../../common/roles.ts";
import { bookBefore, bookHeld, postedTogether } from "../../ledger/index.ts";
import { bankMovedDraft } from "../../payments/index.ts";
import { reward } from "../domain/decider.ts";
import { type Reward, requestOf, rewardMoves } from "../domain/reward.ts";

const day = z.iso.date();
const statuses = ["granted", "approved", "paid", "booked", "withdrawn"] as const;
const rewardView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(statuses),
  sumFen: z.int(),
  grantedOn: day,
  line: z.string().optional(),
  handedOutOn: day.optional(),
});

const view = ({ id, version, state }: Loaded<Reward>) => ({
  ...{ id, version, status: state.status, sumFen: state.sum, grantedOn: state.grantedOn },
  ...present({ line: state.line, handedOutOn: state.paidOn }),
});

const rewards = resource({
  of: reward,
  at: "/finance/rewards",
  staff: financeReaders,
  moves: rewardMoves,
  statusOf: ({ status }) => status,
  returns: rewardView,
  view,
});

/** The line that holds the money of a reward, while it is open. */
async function lineHolding({ id, runtime: { store } }: { readonly id: string; readonly runtime: Runtime }) {
  const line = (await store.load(reward, id))?.state.line;
  const state = line === undefined ? undefined : (await store.load(budgetLine, line))?.state;
  return line === undefined || state?.status !== "open" ? undefined : { line, item: state.item };
}

/** The line that was told of a reward, whatever became of it since. */
async function lineOfReward({ id, runtime: { store } }: { readonly id: string; readonly runtime: Runtime }) {
  const line = (await store.load(reward, id))?.state.line;
  const state = line === undefined ? undefined : (await store.load(budgetLine, line))?.state;
  return line === undefined || state === undefined ? undefined : { line, state };
}

/**
 * The entry by which a reward that was paid stands in the books, in the year in which the money was handed out. A line that was not told
 * on that day is told now.
 */
async function bookedOf(asking: { readonly id: string; readonly runtime: Runtime }) {
  const { id, runtime } = asking;
  const of = await lineOfReward(asking);
  const state = (await runtime.store.load(reward, id))?.state;
  if (of === undefined || state?.paidOn === undefined) return undefined;
  const moved = { id: requestOf(id), amount: state.sum, item: of.state.item, on: state.paidOn, serial: id };
  const draft = bankMovedDraft(
    { ...moved, postedFor: { record: "reward", id }, text: "举报奖励", comesBack: false },
    runtime,
  );
  const isLate = todayIn(runtime.clock()).year > Number(state.paidOn.slice(0, 4));
  const dated = isLate ? { ...draft, isSettlement: true } : draft;
  const posted = postedTogether(dated, await bookBefore(runtime, draft.book), runtime);
  const holds = of.state.status === "open" && Object.hasOwn(of.state.reserved, requestOf(id));
  return { line: holds ? [of.line] : [], on: state.paidOn, posted };
}
const nothingPosted = { entries: [], balances: [] };
const nothing = z.strictObject({});

/** Rewards for reports: approved on a line, paid against the code, booked; by three people (F-2, F-49). */
export const rewardRoutes: readonly Route[] = [
  list("GET /finance/rewards", {
    summary: { zh: "举报奖励：按状态", en: "Rewards for reports, by status" },
    allow: financeReaders,
    of: reward,
    query: { status: severalOf(statuses).default(["granted"]) },
    sorts: ["grantedOn"],
    returns: rewardView,
    find: ({ query: { status } }) => status.map((one) => ({ index: "byStatus", partition: `reward:${one}` })),
    view,
  }),
  rewards.read({ zh: "一笔举报奖励", en: "One reward" }, financeReaders),
  rewards.step("approve", {
    summary: { zh: "审批奖励，由指标列支", en: "Approve it on a line of the budget, which holds the money" },
    allow: ["finance-approver"],
    body: z.strictObject({ line: lineOf(60, 1) }),
    learn: async ({ id, runtime }) => (await runtime.store.load(reward, id))?.state.sum,
    run: ({ body }) => ({ type: "approve", ...body }),
    others: {
      members: ({ body }) => ({ lines: [member(budgetLine, body.line)] }),
      commands: ({ id, learnt }) => ({
        lines: learnt === undefined ? [] : [{ type: "reserve" as const, request: requestOf(id), amount: learnt }],
      }),
    },
  }),
  rewards.step("take-approval-back", {
    summary: { zh: "撤回审批，释放指标", en: "Take the approval back; the line is free again" },
    allow: ["finance-approver"],
    body: nothing,
    learn: lineHolding,
    run: () => ({ type: "take-approval-back" }),
    others: {
      members: ({ learnt }) => ({ lines: learnt === undefined ? [] : [member(budgetLine, learnt.line)] }),
      commands: ({ id, learnt }) => ({
        lines: learnt === undefined ? [] : [{ type: "release" as const, request: requestOf(id) }],
      }),
    },
  }),
  rewards.step("hand-out", {
    summary: { zh: "凭领奖码付款，不登记领奖人", en: "Pay who shows the code; who he is nobody records" },
    allow: ["cashier"],
    body: z.strictObject({ code: lineOf(80, 4) }),
    learn: lineHolding,
    learnsFromTable: true,
    run: ({ id, body: { code }, learnt }) => ({
      ...{ type: "hand-out", id, codeDigest: sha256(code), isHeld: learnt !== undefined },
    }),
    // F-10: the line pays on the day on which the money leaves, also where the entry follows in the next year.
    others: {
      members: ({ learnt }) => ({ lines: learnt === undefined ? [] : [member(budgetLine, learnt.line)] }),
      commands: ({ id, learnt, runtime }) => ({
        lines:
          learnt === undefined
            ? []
            : [{ type: "pay" as const, request: requestOf(id), on: todayIn(runtime.clock()).toString() }],
      }),
    },
  }),
  rewards.step("book", {
    summary: { zh: "登记入账，核销指标", en: "Post it in the books; the line has paid it" },
    allow: ["accountant"],
    body: nothing,
    facts: ({ runtime }) => bookHeld(runtime.town.finance.paymentAccounts.book),
    learn: bookedOf,
    learnsFromTable: true,
    run: () => ({ type: "book" }),
    others: {
      members: ({ learnt }) => ({
        lines: (learnt?.line ?? []).map((line) => member(budgetLine, line)),
        ...(learnt?.posted.members ?? nothingPosted),
      }),
      commands: ({ id, learnt, facts }) => ({
        lines: (learnt?.line ?? []).map(() => ({ type: "pay" as const, request: requestOf(id), on: learnt?.on ?? "" })),
        ...(learnt?.posted.commands(facts.standing) ?? nothingPosted),
      }),
    },
  }),
  rewards.history({ zh: "奖励的经过", en: "History of a reward" }, financeReaders),
];
