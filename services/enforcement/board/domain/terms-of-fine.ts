import type { Context } from "../../../../shared/decider/index.ts";
import type { Fine } from "../../payment/domain/fine.ts";
import { lastDueDay, windowOf } from "../../payment/domain/owed.ts";
import { dated, type Term } from "./term.ts";

/**
 * CF-67: the last day to pay. QZ-54: a demand is served early enough for its ten working days. QZ-53: the three months for the court.
 * QZ-56: the court accepts, then rules.
 */
export function boardOfFine(
  fine: Fine,
  { today, calendar }: { readonly today: string } & Pick<Context, "calendar">,
): readonly Term[] {
  if (fine.status === "applied") {
    const { acceptedOn, acceptance, ruledOn, ruling } = fine.court;
    if (ruledOn !== undefined) return [];
    return dated("court-window", acceptedOn === undefined ? acceptance.due : ruling?.due, "organ");
  }
  if (fine.status !== "due") return [];
  const payBy = lastDueDay(fine);
  const { latest, latestDemand } = windowOf(fine, { calendar });
  if (fine.demand === undefined) {
    const demand = payBy < today ? dated("demand", latestDemand) : [];
    return [...dated("payment", payBy, "party"), ...demand];
  }
  const runs = fine.demand.passes?.due ?? null;
  const asked = runs !== null && runs >= today ? dated("demand", runs, "party") : [];
  return [...asked, ...dated("court-window", latest.due)];
}
