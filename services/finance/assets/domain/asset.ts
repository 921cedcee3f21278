import type { DomainEvent, MovesOf } from "../../../../shared/decider/index.ts";
import { add, type Fen, fen, smaller, subtract, sum } from "../../../../shared/money/index.ts";

export const assetKinds = ["building", "plot", "vehicle", "equipment", "infrastructure", "intangible"] as const;
export type AssetKind = (typeof assetKinds)[number];

interface Registered {
  readonly kind: AssetKind;
  readonly title: string;
  readonly document: string;
  readonly acquiredOn: string;
  readonly value: Fen;
}
export interface Lease {
  /** Id of the tenant in the register of payees. */
  readonly tenant: string;
  readonly document: string;
  readonly from: string;
  readonly until: string;
  readonly yearly: Fen;
}
/** What has the first claim on the proceeds, such as pensions of the old staff. */
export interface FirstClaim {
  readonly purpose: string;
  readonly document: string;
  readonly amount: Fen;
}
export interface Disposal {
  readonly document: string;
  readonly valuationDocument: string;
  readonly valuation: Fen;
  readonly price: Fen;
  /** Who allowed a price below the valuation. */
  readonly allowedBy?: string;
}
export const incomeKinds = ["rent", "proceeds"] as const;
export interface AssetIncome {
  readonly entry: string;
  readonly kind: (typeof incomeKinds)[number];
  readonly amount: Fen;
}
/** An asset of the town (F14): used, idle, leased, disposed of. */
export interface Asset extends Registered {
  readonly status: "in-use" | "idle" | "leased" | "disposed";
  readonly lease?: Lease;
  readonly firstClaim?: FirstClaim;
  readonly disposal?: Disposal;
  readonly income: readonly AssetIncome[];
  /** What of the proceeds was paid to the first claim. */
  readonly claimPaid: Fen;
  readonly claimEntries: readonly { readonly entry: string; readonly amount: Fen }[];
}

export const incomeOf = ({ income }: Pick<Asset, "income">, kind: AssetIncome["kind"]): Fen =>
  sum(income.filter((one) => one.kind === kind).map(({ amount }) => amount));
/** What of the proceeds is kept for the first claim, and what is free. Rent is free. */
export function proceedsOf(asset: Pick<Asset, "income" | "firstClaim">): { readonly claimed: Fen; readonly free: Fen } {
  const proceeds = incomeOf(asset, "proceeds");
  const claimed = smaller(proceeds, asset.firstClaim?.amount ?? fen(0));
  return { claimed, free: subtract(proceeds, claimed) };
}
export const withClaimPaid = (asset: Asset, entry: string, amount: Fen): Asset => ({
  ...{ ...asset, claimPaid: add(asset.claimPaid, amount), claimEntries: [...asset.claimEntries, { entry, amount }] },
});

export type AssetCommand =
  | ({ readonly type: "register" } & Registered)
  | { readonly type: "mark-idle"; readonly document: string }
  | { readonly type: "put-to-use"; readonly document: string }
  | ({ readonly type: "lease"; readonly isPayee: boolean } & Lease)
  | { readonly type: "end-lease"; readonly document: string }
  | ({ readonly type: "claim" } & FirstClaim)
  | ({ readonly type: "dispose" } & Disposal)
  | ({ readonly type: "receive" } & AssetIncome)
  | { readonly type: "take-back"; readonly entry: string }
  | { readonly type: "pay-claim"; readonly entry: string; readonly amount: Fen };

interface Said<Type extends string, Data extends object> extends DomainEvent {
  readonly type: `finance.asset.${Type}`;
  readonly data: Data;
}
export type AssetEvent =
  | Said<"registered", Registered>
  | Said<"marked-idle", { readonly document: string }>
  | Said<"put-to-use", { readonly document: string }>
  | Said<"leased", Lease>
  | Said<"lease-ended", { readonly document: string }>
  | Said<"claimed", FirstClaim>
  | Said<"disposed", Disposal>
  | Said<"received", AssetIncome>
  | Said<"taken-back", { readonly entry: string }>
  | Said<"claim-paid", { readonly entry: string; readonly amount: Fen }>;

/** States of an asset and what moves them. A leased one is not disposed of before its lease ends. */
export const assetMoves = {
  "in-use": { "mark-idle": "idle", claim: "in-use", dispose: "disposed", receive: "in-use", "take-back": "in-use" },
  idle: {
    "put-to-use": "in-use",
    lease: "leased",
    claim: "idle",
    dispose: "disposed",
    receive: "idle",
    "take-back": "idle",
  },
  leased: { "end-lease": "idle", claim: "leased", receive: "leased", "take-back": "leased" },
  disposed: { receive: "disposed", "take-back": "disposed", "pay-claim": "disposed" },
} as const satisfies MovesOf<Asset, AssetCommand>;
