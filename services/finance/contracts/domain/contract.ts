import type { DomainEvent, MovesOf } from "../../../../shared/decider/index.ts";
import { type BasisPoints, type Fen, fen, sum, timesRate } from "../../../../shared/money/index.ts";

/** What a month of a contract costs at the full result. */
export interface ContractTerm {
  readonly month: string;
  readonly amount: Fen;
}
interface Signed {
  readonly title: string;
  /** Id of the supplier in the register of payees. */
  readonly supplier: string;
  readonly document: string;
  /** F-54: the county's purchase, where the county buys for the town. */
  readonly purchase?: string;
  readonly total: Fen;
  readonly terms: readonly ContractTerm[];
  /** So many villagers come to an acceptance at the least. */
  readonly quorum: number;
  /** From this result on all is paid, in basis points; below, its part. */
  readonly fullFrom: BasisPoints;
  /** Below this result nothing is paid. */
  readonly nothingBelow: BasisPoints;
}
/** What the villagers said of a month: how many came, how many accepted, the result. */
export interface Acceptance {
  readonly month: string;
  readonly record: string;
  readonly present: number;
  readonly agreed: number;
  readonly result: BasisPoints;
  readonly by: string;
}
export interface ContractPayment {
  readonly entry: string;
  readonly month: string;
  readonly amount: Fen;
  readonly on: string;
}
/** A contract of services bought (以钱养事): villagers accept, the result pays (F12). */
export interface ServiceContract extends Signed {
  readonly status: "running" | "ended";
  readonly acceptances: readonly Acceptance[];
  readonly payments: readonly ContractPayment[];
}

/** Pay by result: all from `fullFrom` on, nothing below `nothingBelow`, the part in between, rounded half up. */
export function payableFor(
  contract: Pick<ServiceContract, "terms" | "acceptances" | "fullFrom" | "nothingBelow">,
  month: string,
): Fen {
  const term = contract.terms.find((one) => one.month === month);
  const accepted = contract.acceptances.find((one) => one.month === month);
  if (term === undefined || accepted === undefined || accepted.result < contract.nothingBelow) return fen(0);
  return accepted.result >= contract.fullFrom ? term.amount : timesRate(term.amount, accepted.result, "half-up");
}
export const paidFor = ({ payments }: Pick<ServiceContract, "payments">, month: string): Fen =>
  sum(payments.filter((one) => one.month === month).map(({ amount }) => amount));

export type ContractCommand =
  | ({ readonly type: "sign"; readonly isPayee: boolean } & Signed)
  | ({ readonly type: "record-acceptance" } & Omit<Acceptance, "by">)
  | ({ readonly type: "pay" } & ContractPayment)
  | { readonly type: "take-back"; readonly entry: string }
  | { readonly type: "end"; readonly document: string };

interface Said<Type extends string, Data extends object> extends DomainEvent {
  readonly type: `finance.service-contract.${Type}`;
  readonly data: Data;
}
export type ContractEvent =
  | Said<"signed", Signed>
  | Said<"accepted", Acceptance>
  | Said<"paid", ContractPayment>
  | Said<"taken-back", { readonly entry: string }>
  | Said<"ended", { readonly document: string }>;

/** States of a contract and what moves them. What was accepted is paid also after its end. */
export const contractMoves = {
  running: { "record-acceptance": "running", pay: "running", "take-back": "running", end: "ended" },
  ended: { pay: "ended", "take-back": "ended" },
} as const satisfies MovesOf<ServiceContract, ContractCommand>;
