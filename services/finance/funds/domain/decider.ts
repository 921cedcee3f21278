import {
  type Context,
  type Decision,
  deciderOf,
  type OfType,
  type Rejection,
} from "../../../../shared/decider/index.ts";
import { add, fen, subtract } from "../../../../shared/money/index.ts";
import { returnsFines } from "../../ledger/domain/fines-returned.ts";
import {
  type Fund,
  type FundAccount,
  type FundCommand,
  type FundEvent,
  fundMoves,
  leftIn,
  receivedFrom,
  sourcesOf,
} from "./fund.ts";
import { badInput, type FundRefusal, notNow, refuse } from "./refusals.ts";

type Ask<T extends FundCommand["type"]> = OfType<FundCommand, T>;

/** F-42 (预算法 56(2)): an account of its own needs its approval; a sub-ledger needs a lawful account that holds money. */
function accountRefusal(account: FundAccount | undefined, { town }: Pick<Context, "town">): Rejection | undefined {
  const refused = () => refuse("finance.account-not-approved", { article: "预算法56(2)" }, "/account");
  if (account === undefined) return refused();
  if (account.kind === "approved") return undefined;
  const kind = town.finance.books.find(({ id }) => id === account.book)?.kind;
  const isLawful = town.finance.charts.some(
    (chart) =>
      chart.book === kind && chart.accounts.some((one) => one.code === account.account && one.isMoney === true),
  );
  return isLawful ? undefined : refused();
}

/** F5, F16, F-31 (预算法 16(4)): a fund with its purpose and its sources. No matching money is demanded of the town. */
function setUp({ type: _type, ...fund }: Ask<"set-up">, context: Context): Decision<FundEvent> {
  for (const [at, { name, isMatching = false, sharedBy }] of fund.sources.entries()) {
    if (fund.sources.findIndex((one) => one.name === name) !== at)
      return badInput("finance.source-twice", { source: name }, `/sources/${at}/name`);
    if (isMatching && sharedBy === undefined)
      return refuse("finance.matching-demanded", { article: "预算法16(4)" }, `/sources/${at}`);
  }
  // CF-74: what comes out of fines is not given back as a fund either.
  if ([fund.title, fund.project, ...fund.sources.map(({ name }) => name)].some(returnsFines))
    return refuse("finance.fund-returns-fines", { article: "行政处罚法74、行政许可法59" });
  const needsAccount = fund.kind === "acquisition" || fund.account !== undefined;
  const refused = needsAccount ? accountRefusal(fund.account, context) : undefined;
  return refused ?? [{ type: "finance.fund.set-up", data: fund }];
}

/** Money comes in from a named source, no more than it promised. */
function receive(state: Fund, { type: _type, ...receipt }: Ask<"receive">): Decision<FundEvent> {
  const source = state.sources.find(({ name }) => name === receipt.source);
  if (source === undefined) return badInput("finance.fund-source-unknown", { source: receipt.source }, "/source");
  const left = subtract(source.amount, receivedFrom(state, source.name));
  if (receipt.amount > left) return refuse("finance.fund-source-exceeded", { source: source.name, left }, "/amountFen");
  return [{ type: "finance.fund.received", data: receipt }];
}

/** A receipt that was put down wrongly goes out again, as long as its money was not spent. */
function takeBack(state: Fund, { entry }: Ask<"take-back">): Decision<FundEvent> {
  const receipt = state.receipts.find((one) => one.entry === entry);
  if (receipt === undefined) return badInput("finance.fund-source-unknown", { source: entry }, "/entry");
  const left = leftIn(state);
  if (receipt.amount > left) return refuse("finance.fund-empty", { left });
  return [{ type: "finance.fund.taken-back", data: { entry } }];
}

function allot(state: Fund, { amount }: Ask<"allot">): Decision<FundEvent> {
  const left = subtract(sourcesOf(state), state.allotted);
  if (amount > left) return refuse("finance.fund-over-allotted", { left }, "/amountFen");
  return [{ type: "finance.fund.allotted", data: { amount } }];
}

/** F5 (预算法 93): each class of the entry is one of the purpose; no more goes out than came in. */
function pay(state: Fund, { amount, items }: Ask<"pay">): Decision<FundEvent> {
  const other = items.find((item) => !state.items.some((one) => item.startsWith(one)));
  // What is held for households is no expenditure of a budget.
  const isHeld = state.kind === "acquisition" && items.length === 0;
  if (!isHeld && (items.length === 0 || other !== undefined))
    return refuse("finance.fund-other-purpose", { item: other ?? "–", article: "预算法93" }, "/entry");
  const left = leftIn(state);
  if (amount > left) return refuse("finance.fund-empty", { left }, "/amountFen");
  return [{ type: "finance.fund.paid", data: { amount } }];
}

function close(state: Fund, { document }: Ask<"close">): Decision<FundEvent> {
  const left = leftIn(state);
  return left === 0
    ? [{ type: "finance.fund.closed", data: { document } }]
    : notNow("finance.fund-has-money", { left });
}

/** A fund: in, out and left, by purpose, project and beneficiary (F5, F16). */
export const fund = deciderOf<{
  readonly state: Fund;
  readonly command: FundCommand;
  readonly event: FundEvent;
  readonly moves: typeof fundMoves;
  readonly begins: "set-up";
  readonly begun: "finance.fund.set-up";
  readonly refusal: FundRefusal;
}>({
  aggregate: "fund",
  shape: 1,
  crowded: true,
  moves: fundMoves,
  impossible: "finance.fund-not-in-this-state",
  byItself: ["allot", "pay", "unpay"],
  begin: { "set-up": setUp },
  steps: {
    receive,
    "take-back": takeBack,
    allot,
    pay,
    unpay: (_state, { amount }) => [{ type: "finance.fund.unpaid", data: { amount } }],
    close,
  },
  begun: {
    "finance.fund.set-up": ({ data }) => ({ status: "open", ...data, receipts: [], allotted: fen(0), paid: fen(0) }),
  },
  effects: {
    "finance.fund.received": (state, { data: { entry, source, amount } }) => ({
      ...state,
      receipts: [...state.receipts, { entry, source, amount }],
    }),
    "finance.fund.taken-back": (state, { data: { entry } }) => ({
      ...state,
      receipts: state.receipts.filter((one) => one.entry !== entry),
    }),
    "finance.fund.allotted": (state, { data: { amount } }) => ({ ...state, allotted: add(state.allotted, amount) }),
    "finance.fund.paid": (state, { data: { amount } }) => ({ ...state, paid: add(state.paid, amount) }),
    "finance.fund.unpaid": (state, { data: { amount } }) => ({ ...state, paid: subtract(state.paid, amount) }),
    "finance.fund.closed": (state) => ({ ...state, status: "closed" }),
  },
  listed: ({ status }, id) => ({ byStatus: { partition: `fund:${status}`, sort: id } }),
});
