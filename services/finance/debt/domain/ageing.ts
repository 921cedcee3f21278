import { toDate } from "../../../../shared/calendar/index.ts";
import { add, type Fen, fen } from "../../../../shared/money/index.ts";
import { type Debt, owedOn } from "./debt.ts";

/** How long debts are due (账龄): not yet, up to one, three and five years, longer. */
export const ageBands = ["not-due", "one-year", "three-years", "five-years", "longer"] as const;
export type AgeBand = (typeof ageBands)[number];

/** The band of a last day on a day, both ISO dates. On its last day a debt is not overdue yet. */
export function ageBandOf(dueOn: string, today: string): AgeBand {
  if (dueOn >= today) return "not-due";
  const due = toDate(dueOn);
  const within = (years: number) => today <= due.add({ years }).toString();
  if (within(1)) return "one-year";
  if (within(3)) return "three-years";
  return within(5) ? "five-years" : "longer";
}

export type Ageing = Readonly<Record<AgeBand, Fen>>;
const nothing: Ageing = {
  ...{ "not-due": fen(0), "one-year": fen(0), "three-years": fen(0) },
  ...{ "five-years": fen(0), longer: fen(0) },
};

/** F8: what is owed, by debtor and by age. */
export function ageingOf(today: string, debts: readonly Debt[]): ReadonlyMap<string, Ageing> {
  const all = new Map<string, Ageing>();
  for (const one of debts) {
    const before = all.get(one.debtor) ?? nothing;
    const band = ageBandOf(one.dueOn, today);
    all.set(one.debtor, { ...before, [band]: add(before[band], owedOn(one)) });
  }
  return all;
}
