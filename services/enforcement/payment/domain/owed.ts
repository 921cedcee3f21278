import type { Context } from "../../../../shared/decider/index.ts";
import { fen } from "../../../../shared/money/index.ts";
import { courtWindow, fifteenDays, sixMonths } from "./court-window.ts";
import type { Fine, Payment } from "./fine.ts";
import { type DueSum, type Surcharged, surchargeOfPlan, surchargeOn } from "./surcharge.ts";

/** What is owed on a day, in fen. Money pays the fine first, then the gains, then the surcharge. */
export interface Owed {
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

/** So much of a fine as its sums and days need. */
export type Counted = Pick<
  Fine,
  | "fineFen"
  | "gainsFen"
  | "due"
  | "surcharge"
  | "deferral"
  | "payments"
  | "remedies"
  | "waivedOn"
  | "receivedOn"
  | "suit"
>;

/** The days on which the fine is to be paid: the plan that the head approved, else its due day. */
export function planOf({ deferral, fineFen, due }: Counted): readonly DueSum[] {
  if (deferral?.decided?.approved === true) return fitted(deferral.plan, fineFen);
  return [{ amountFen: fineFen, due: due.due ?? due.start }];
}

/** The plan after the fine changed: the last parts fall first, and a part more joins the last one. */
function fitted(plan: readonly DueSum[], fineFen: number): readonly DueSum[] {
  let left = fineFen;
  return plan.flatMap(({ amountFen, due }, at) => {
    const part = at === plan.length - 1 ? left : Math.min(amountFen, left);
    left -= part;
    return part > 0 || at === 0 ? [{ amountFen: part, due }] : [];
  });
}

/** The last day on which all of it can be paid without being late. */
export const lastDueDay = (fine: Counted): string =>
  planOf(fine).reduce((last, { due }) => (due > last ? due : last), "");

/** T-10: the due day rests on a year that is not announced yet. The days of a plan are days that the head approved. */
export const isDueProvisional = ({ due, deferral }: Counted): boolean =>
  due.provisional && deferral?.decided?.approved !== true;

/** What is owed at the end of a day (CF-72, CF-73, CF-66). T-10: nothing is added while the due day may still move. */
export function owedOn(fine: Counted, on: string, { town }: Pick<Context, "town">): Owed {
  const paid = fine.payments.filter((one) => one.on <= on);
  const counts = fine.surcharge && fine.waivedOn === undefined && !isDueProvisional(fine);
  const late = counts ? surchargedOn(fine, on, paid, town.enforcement) : none;
  const paidFen = paid.reduce((total, { amountFen }) => total + amountFen, 0);
  const owed = fine.fineFen + fine.gainsFen + late.surchargeFen;
  return {
    ...{ fineFen: fine.fineFen, gainsFen: fine.gainsFen, paidFen },
    ...{ surchargeFen: late.surchargeFen, lateDays: late.lateDays, capped: late.capped },
    openFen: Math.max(0, owed - paidFen),
    surplusFen: Math.max(0, paidFen - owed),
  };
}

const none = { lateDays: 0, surchargeFen: fen(0), capped: false };

/** CF-66: of a plan, what a late instalment costs is for the profile to say, as no article does. */
function surchargedOn(
  fine: Counted,
  on: string,
  paid: readonly Payment[],
  { instalmentSurcharge }: Context["town"]["enforcement"],
): Pick<Surcharged, "lateDays" | "surchargeFen" | "capped"> {
  const plan = planOf(fine);
  const approved = fine.deferral?.decided?.approved === true;
  if (!approved || instalmentSurcharge.on === "instalment") return surchargeOfPlan(plan, on, paid, fine.remedies);
  if (instalmentSurcharge.on === "none") return none;
  const last = plan.find((part, at) => surchargeOfPlan(plan.slice(0, at + 1), on, paid).unpaidFen > 0 && part.due < on);
  if (last === undefined) return none;
  return surchargeOn({ amountFen: fine.fineFen, due: last.due }, on, paid, fine.remedies);
}

/** QZ-53: when the court can be asked, as the fine stands. */
export function windowOf(fine: Counted, { calendar }: Pick<Context, "calendar">) {
  const approved = fine.deferral?.decided?.approved === true;
  return courtWindow(calendar, fine.receivedOn, {
    period: fine.suit === "fifteen-days" ? fifteenDays : sixMonths,
    deferredTo: approved ? lastDueDay(fine) : undefined,
  });
}
