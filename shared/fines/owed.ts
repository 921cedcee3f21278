import { fen } from "../money/index.ts";
import type { AgreedSum } from "./plan.ts";
import {
  type DueSum,
  type NotCounted,
  type PaidPart,
  type Surcharged,
  surchargeOfPlan,
  surchargeOn,
} from "./surcharge.ts";

/** What is owed on a day, in fen. Money pays the fine first, then the gains, then the surcharge. */
export interface OwedOfFine {
  readonly fineFen: number;
  readonly gainsFen: number;
  readonly surchargeFen: number;
  readonly lateDays: number;
  readonly capped: boolean;
  readonly paidFen: number;
  /** All that is still to pay. */
  readonly openFen: number;
  /** What was paid beyond what is owed. */
  readonly surplusFen: number;
}

/** So much of a fine as its sums and days need. The service that decides it and the one that collects it count alike. */
export interface CountedFine {
  readonly fineFen: number;
  readonly gainsFen: number;
  readonly due: { readonly due: string | null; readonly start: string; readonly provisional: boolean };
  /** CF-72a: whether the decision said that a surcharge is added. */
  readonly surcharge: boolean;
  /** CF-66: the plan that the head approved. */
  readonly agreed?: readonly AgreedSum[];
  readonly payments: readonly PaidPart[];
  readonly remedies: readonly NotCounted[];
  /** QZ-42. */
  readonly waivedOn?: string;
  /** What was said to go back: it pays nothing any more. */
  readonly refundedFen?: number;
}

/** CF-66: of what the surcharge is counted while an instalment is overdue. The profile says, as no article does. */
type CountedOn = "instalment" | "fine" | "none";

type Planned = Pick<CountedFine, "agreed" | "fineFen" | "due">;

/** The days on which the fine is to be paid: the plan that the head approved, else its due day. */
export function planOf({ agreed, fineFen, due }: Planned): readonly AgreedSum[] {
  return agreed === undefined ? [{ amountFen: fineFen, due: due.due ?? due.start }] : fitted(agreed, fineFen);
}

/** The plan after the fine changed: the last parts fall first, and a part more joins the last one. */
function fitted(plan: readonly AgreedSum[], fineFen: number): readonly AgreedSum[] {
  let left = fineFen;
  return plan.flatMap(({ amountFen, ...day }, at) => {
    const part = at === plan.length - 1 ? left : Math.min(amountFen, left);
    left -= part;
    return part > 0 || at === 0 ? [{ amountFen: part, ...day }] : [];
  });
}

/** The last day on which all of it can be paid without being late. */
export const lastDueDay = (fine: Planned): string =>
  planOf(fine).reduce((last, { due }) => (due > last ? due : last), "");

/** T-10: the last day to pay rests on a year that is not announced yet. */
export const isDueProvisional = (fine: Planned): boolean =>
  fine.agreed === undefined ? fine.due.provisional : planOf(fine).at(-1)?.provisional === true;

/** The parts of the plan with what is open of each. Money pays the earliest first. */
export function openPlanOf(fine: CountedFine, on: string): readonly (DueSum & { readonly openFen: number })[] {
  let paid = fine.payments.reduce((total, one) => (one.on <= on ? total + one.amountFen : total), 0);
  return planOf(fine).map((part) => {
    const used = Math.min(paid, part.amountFen);
    paid -= used;
    return { ...part, openFen: part.amountFen - used };
  });
}

/** What is owed at the end of a day (CF-72, CF-73, CF-66). T-10: nothing is added while the due day may still move. */
export function owedOfFine(fine: CountedFine, on: string, countedOn: CountedOn): OwedOfFine {
  const paid = fine.payments.filter((one) => one.on <= on);
  const counts = fine.surcharge && fine.waivedOn === undefined && (fine.agreed !== undefined || !fine.due.provisional);
  const late = counts ? surchargedOn(fine, on, paid, countedOn) : none;
  const paidFen = paid.reduce((total, { amountFen }) => total + amountFen, 0);
  const owed = fine.fineFen + fine.gainsFen + late.surchargeFen;
  const kept = Math.max(0, paidFen - (fine.refundedFen ?? 0));
  return {
    ...{ fineFen: fine.fineFen, gainsFen: fine.gainsFen, paidFen },
    ...{ surchargeFen: late.surchargeFen, lateDays: late.lateDays, capped: late.capped },
    openFen: Math.max(0, owed - kept),
    surplusFen: Math.max(0, paidFen - owed),
  };
}

const none = { lateDays: 0, surchargeFen: fen(0), capped: false };

function surchargedOn(
  fine: CountedFine,
  on: string,
  paid: readonly PaidPart[],
  countedOn: CountedOn,
): Pick<Surcharged, "lateDays" | "surchargeFen" | "capped"> {
  const plan = planOf(fine);
  if (fine.agreed === undefined || countedOn === "instalment") return surchargeOfPlan(plan, on, paid, fine.remedies);
  if (countedOn === "none") return none;
  const last = plan.find(
    ({ due, provisional }, at) =>
      provisional !== true && due < on && surchargeOfPlan(plan.slice(0, at + 1), on, paid).unpaidFen > 0,
  );
  if (last === undefined) return none;
  return surchargeOn({ amountFen: fine.fineFen, due: last.due }, on, paid, fine.remedies);
}
