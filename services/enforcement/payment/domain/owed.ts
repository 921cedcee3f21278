import type { Context } from "../../../../shared/decider/index.ts";
import { lastDueDay, type OwedOfFine, owedOfFine } from "../../../../shared/fines/index.ts";
import { courtWindow, fifteenDays, sixMonths } from "./court-window.ts";
import type { Fine } from "./fine.ts";

export { isDueProvisional, lastDueDay, planOf } from "../../../../shared/fines/index.ts";

/** What is owed on a day, in fen. Money pays the fine first, then the gains, then the surcharge. */
export type Owed = OwedOfFine;

/** So much of a fine as its sums and days need. */
export type Counted = Pick<
  Fine,
  "fineFen" | "gainsFen" | "due" | "surcharge" | "agreed" | "payments" | "remedies" | "waivedOn" | "receivedOn" | "suit"
> &
  Partial<Pick<Fine, "refundedFen">>;

/** What is owed at the end of a day (CF-72, CF-73, CF-66). */
export const owedOn = (fine: Counted, on: string, { town }: Pick<Context, "town">): Owed =>
  owedOfFine(fine, on, town.enforcement.instalmentSurcharge.on);

/** QZ-53: when the court can be asked, as the fine stands. */
export function windowOf(fine: Counted, { calendar }: Pick<Context, "calendar">) {
  return courtWindow(calendar, fine.receivedOn, {
    period: fine.suit === "fifteen-days" ? fifteenDays : sixMonths,
    deferredTo: fine.agreed === undefined ? undefined : lastDueDay(fine),
    remedies: fine.remedies,
  });
}

/** CF-73: whether a review or a suit runs. */
export const remedyIsOpen = ({ remedies }: Pick<Fine, "remedies">): boolean =>
  remedies.some(({ to }) => to === undefined);
