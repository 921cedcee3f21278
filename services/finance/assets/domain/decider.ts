import { type Context, type Decision, deciderOf, type OfType } from "../../../../shared/decider/index.ts";
import { fen, subtract } from "../../../../shared/money/index.ts";
import {
  type Asset,
  type AssetCommand,
  type AssetEvent,
  assetMoves,
  incomeOf,
  proceedsOf,
  withClaimPaid,
} from "./asset.ts";
import { type AssetRefusal, badInput, notNow, refuse } from "./refusals.ts";

type Ask<T extends AssetCommand["type"]> = OfType<AssetCommand, T>;

function register({ type: _type, ...data }: Ask<"register">, { today }: Context): Decision<AssetEvent> {
  if (data.acquiredOn > today.toString())
    return badInput("finance.asset-day-in-future", { on: data.acquiredOn }, "/acquiredOn");
  return [{ type: "finance.asset.registered", data }];
}

function lease(_state: Asset, { type: _type, isPayee, ...data }: Ask<"lease">): Decision<AssetEvent> {
  if (!isPayee) return badInput("finance.tenant-unknown", {}, "/tenant");
  if (data.until < data.from) return badInput("finance.lease-inverted", {}, "/until");
  return [{ type: "finance.asset.leased", data }];
}

/** F14 (source document 004): one claim comes before all else; it is set before the asset is sold, and never above its value. */
function claim(state: Asset, { type: _type, ...data }: Ask<"claim">): Decision<AssetEvent> {
  if (state.firstClaim !== undefined) return notNow("finance.claim-stands", { purpose: state.firstClaim.purpose });
  if (data.amount > state.value) return badInput("finance.claim-above-value", { value: state.value }, "/amountFen");
  return [{ type: "finance.asset.claimed", data }];
}

/** It is valued first; a price below the valuation names who allowed it. */
function dispose(_state: Asset, { type: _type, ...data }: Ask<"dispose">): Decision<AssetEvent> {
  if (data.price < data.valuation && data.allowedBy === undefined)
    return refuse("finance.below-valuation", { valuation: data.valuation }, "/priceFen");
  return [{ type: "finance.asset.disposed", data }];
}

/** Rent of a lease, proceeds of a disposal, never above its price; each by an entry of the books. */
function receive(state: Asset, { type: _type, ...data }: Ask<"receive">): Decision<AssetEvent> {
  if (data.kind === "rent" && state.lease === undefined) return refuse("finance.asset-without-lease", {}, "/kind");
  if (data.kind === "proceeds") {
    if (state.disposal === undefined) return refuse("finance.valuation-missing", {}, "/kind");
    const left = subtract(state.disposal.price, incomeOf(state, "proceeds"));
    if (data.amount > left) return refuse("finance.proceeds-above-price", { left }, "/amountFen");
  }
  return [{ type: "finance.asset.received", data }];
}

function takeBack(state: Asset, { entry }: Ask<"take-back">): Decision<AssetEvent> {
  const found = state.income.find((one) => one.entry === entry);
  if (found === undefined) return badInput("finance.income-not-here", {}, "/entry");
  const left = { ...state, income: state.income.filter((one) => one !== found) };
  if (proceedsOf(left).claimed < state.claimPaid) return notNow("finance.claim-paid-from-it");
  return [{ type: "finance.asset.taken-back", data: { entry } }];
}

/** The claim is paid from the proceeds that came, and never above them. */
function payClaim(state: Asset, { entry, amount }: Ask<"pay-claim">): Decision<AssetEvent> {
  const open = subtract(proceedsOf(state).claimed, state.claimPaid);
  if (amount > open) return refuse("finance.claim-unpaid", { open }, "/amountFen");
  return [{ type: "finance.asset.claim-paid", data: { entry, amount } }];
}

/** An asset of the town. */
export const asset = deciderOf<{
  readonly state: Asset;
  readonly command: AssetCommand;
  readonly event: AssetEvent;
  readonly moves: typeof assetMoves;
  readonly begins: "register";
  readonly begun: "finance.asset.registered";
  readonly refusal: AssetRefusal;
}>({
  aggregate: "asset",
  shape: 1,
  moves: assetMoves,
  impossible: "finance.asset-not-in-this-state",
  begin: { register },
  steps: {
    "mark-idle": (_state, { document }) => [{ type: "finance.asset.marked-idle", data: { document } }],
    "put-to-use": (_state, { document }) => [{ type: "finance.asset.put-to-use", data: { document } }],
    lease,
    "end-lease": (_state, { document }) => [{ type: "finance.asset.lease-ended", data: { document } }],
    claim,
    dispose,
    receive,
    "take-back": takeBack,
    "pay-claim": payClaim,
  },
  begun: {
    "finance.asset.registered": ({ data }) => ({
      ...{ status: "in-use", ...data, income: [], claimPaid: fen(0), claimEntries: [] },
    }),
  },
  effects: {
    "finance.asset.marked-idle": (state) => ({ ...state, status: "idle" }),
    "finance.asset.put-to-use": (state) => ({ ...state, status: "in-use" }),
    "finance.asset.leased": (state, { data }) => ({ ...state, status: "leased", lease: data }),
    "finance.asset.lease-ended": (state) => ({ ...state, status: "idle" }),
    "finance.asset.claimed": (state, { data }) => ({ ...state, firstClaim: data }),
    "finance.asset.disposed": (state, { data }) => ({ ...state, status: "disposed", disposal: data }),
    "finance.asset.received": (state, { data }) => ({ ...state, income: [...state.income, data] }),
    "finance.asset.taken-back": (state, { data: { entry } }) => ({
      ...state,
      income: state.income.filter((one) => one.entry !== entry),
    }),
    "finance.asset.claim-paid": (state, { data: { entry, amount } }) => withClaimPaid(state, entry, amount),
  },
  listed: ({ status }, id) => ({ byStatus: { partition: `asset:${status}`, sort: id } }),
});
