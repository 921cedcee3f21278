import { add, type Fen, fen, subtract } from "../../../../shared/money/index.ts";
import type { Revenue } from "./revenue.ts";

/** How a figure moved against the same months of last year. */
export const changes = ["new", "rise", "same", "fall", "gone"] as const;
export type Change = (typeof changes)[number];

export interface Compared {
  readonly thisYear: Fen;
  readonly lastYear: Fen;
  readonly difference: Fen;
  readonly change: Change;
}
export interface ComparedPayer extends Compared {
  readonly kind: "organisation" | "person";
  readonly name?: string;
}

const changeOf = (now: Fen, before: Fen): Change => {
  if (before === 0) return now === 0 ? "same" : "new";
  if (now === 0) return "gone";
  if (now === before) return "same";
  return now > before ? "rise" : "fall";
};
const compared = (now: readonly Revenue[], before: readonly Revenue[]): Compared => {
  const total = (all: readonly Revenue[]): Fen => all.reduce((sum, { amount }) => add(sum, amount), fen(0));
  const [thisYear, lastYear] = [total(now), total(before)];
  return { thisYear, lastYear, difference: subtract(thisYear, lastYear), change: changeOf(thisYear, lastYear) };
};

/** What counts: booked income, up to the same month of its year. What was taken back does not. */
const counted = (all: readonly Revenue[], month: string): readonly Revenue[] =>
  all.filter(({ status, on }) => status === "booked" && on.slice(5, 7) <= month);

const payerOf = ({
  paidBy,
}: Revenue): { readonly key: string; readonly who: Pick<ComparedPayer, "kind" | "name"> }[] => {
  if (paidBy.kind === "organisation") return [{ key: paidBy.key, who: { kind: paidBy.kind, name: paidBy.name } }];
  return paidBy.kind === "person" ? [{ key: paidBy.key, who: { kind: paidBy.kind } }] : [];
};

/** Income of a year against the same months of the last one: by source, and by payer, the greatest movements first. */
export function comparedRevenue(
  { thisYear, lastYear }: { readonly thisYear: readonly Revenue[]; readonly lastYear: readonly Revenue[] },
  month: string,
) {
  const [now, before] = [counted(thisYear, month), counted(lastYear, month)];
  const all = [...now, ...before];
  const sources = [...new Set(all.map(({ source }) => source))].toSorted();
  const payers = new Map(all.flatMap((one) => payerOf(one).map(({ key, who }) => [key, who] as const)));
  const isFrom = (key: string) => (one: Revenue) => payerOf(one).some((payer) => payer.key === key);
  return {
    sources: sources.map((source) => {
      const isIt = (one: Revenue) => one.source === source;
      return { source, ...compared(now.filter(isIt), before.filter(isIt)) };
    }),
    payers: [...payers]
      .map(
        ([key, who]): ComparedPayer => ({
          ...who,
          ...compared(now.filter(isFrom(key)), before.filter(isFrom(key))),
        }),
      )
      .toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference)),
  };
}
