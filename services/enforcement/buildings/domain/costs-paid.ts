/** Money that finance received for a cost. `serial`: the bank's number of the line, which is one payment. */
export interface CostPayment {
  readonly serial: string;
  readonly amountFen: number;
  readonly on: string;
}
/** QZ-51: the cost that was claimed, and what of it was paid. */
export interface CostClaim {
  readonly on: string;
  readonly amountFen: number;
  readonly paid?: readonly CostPayment[];
}

/** Finance received money for the cost; or it took back what was another one's (F-47). */
export type CostCommand =
  | ({ readonly type: "note-cost-payment" } & CostPayment)
  | { readonly type: "take-cost-payment-back"; readonly serial: string; readonly on: string };
/** What finance took back, on that day. */
export interface CostTakenBack {
  readonly serial: string;
  readonly on: string;
}

/** Whether a line of the bank stands as a payment of the cost. */
export const isCostPaidBy = ({ claim }: WithCosts, serial: string): boolean =>
  claim?.paid?.some((one) => one.serial === serial) === true;

interface WithCosts {
  readonly claim?: CostClaim;
}

/** The claim with one payment more. */
export const withCostPaid = <S extends WithCosts>(state: S, { serial, amountFen, on }: CostPayment): S =>
  state.claim === undefined
    ? state
    : { ...state, claim: { ...state.claim, paid: [...(state.claim.paid ?? []), { serial, amountFen, on }] } };

/** The claim without one payment. */
export const withoutCostPaid = <S extends WithCosts>(state: S, { serial }: CostTakenBack): S =>
  state.claim === undefined
    ? state
    : {
        ...state,
        claim: { ...state.claim, paid: (state.claim.paid ?? []).filter((one) => one.serial !== serial) },
      };

/** In fen: what was claimed, what was paid, and what is still open; on which day it was paid whole. */
export function viewCosts({ on, amountFen, paid = [] }: CostClaim) {
  const paidFen = paid.reduce((total, one) => total + one.amountFen, 0);
  const last = paid.reduce((latest, one) => (one.on > latest ? one.on : latest), "");
  return {
    ...{ claimedOn: on, claimedFen: amountFen, paidFen, openFen: Math.max(0, amountFen - paidFen) },
    ...(paidFen >= amountFen ? { paidOn: last } : {}),
  };
}
