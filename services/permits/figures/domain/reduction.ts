import { type DomainEvent, deciderOf, present } from "../../../../shared/decider/index.ts";
import type { Filed } from "../../cases/domain/application/states.ts";
import type { Figures, figureNames } from "./figures.ts";

type Text = { readonly zh: string; readonly en: string };

/** The cases of one item that were closed in one month, each with its figures. */
export interface Reduction {
  readonly item: string;
  readonly name: Text;
  readonly category: "licence" | "public-service" | "filing";
  /** `2026-03` */
  readonly month: string;
  readonly cases: Readonly<Record<string, CountedCase>>;
}

/** `channel`: how it was filed; absent from what was counted before channels were told apart. */
export type CountedCase = Figures & { readonly channel?: Filed["channel"] };

export interface CountCase extends Omit<Reduction, "cases"> {
  readonly type: "count";
  readonly application: string;
  readonly channel?: Filed["channel"];
  readonly figures: Figures;
}

export type ReductionEvent = DomainEvent & {
  readonly type: "permits.reduction.counted";
  readonly data: Omit<CountCase, "type">;
};

export const reductionId = (item: string, month: string) => `${item}-${month}`;

interface ReductionWords {
  readonly state: Reduction;
  readonly command: CountCase;
  readonly event: ReductionEvent;
  readonly moves: Record<never, never>;
  readonly begins: "count";
  readonly begun: "permits.reduction.counted";
  readonly refusal: never;
}

const counted = ({ type: _type, ...data }: CountCase): ReductionEvent => ({ type: "permits.reduction.counted", data });

/** Counts a case once, however often it is told (L13). There is no figure here without the case it is from. */
export const reduction = deciderOf<ReductionWords>({
  aggregate: "reduction",
  shape: 1,
  begin: { count: (command) => [counted(command)] },
  always: {
    count: ({ cases }, command) => (Object.hasOwn(cases, command.application) ? [] : [counted(command)]),
  },
  begun: {
    "permits.reduction.counted": ({ data: { application, channel, figures, ...about } }, before) => {
      const { item, name, category, month } = about;
      const one = { ...figures, ...present({ channel }) };
      return { item, name, category, month, cases: { ...before?.cases, [application]: one } };
    },
  },
  effects: {},
  listed: ({ item, month }) => ({ byStatus: { partition: `reduction:${month}`, sort: item } }),
});

/** What an item cost before and costs now, per case, from the cases counted. */
export interface Comparison {
  readonly cases: number;
  readonly before: Figures;
  readonly after: Figures;
  /** Before less after; negative where it has become worse. */
  readonly saved: Figures;
}

/** Compares cases with what each would have cost before; undefined when there is no case: no case, no figure. */
export function compare(
  cases: readonly { readonly before: Figures; readonly after: Figures }[],
): Comparison | undefined {
  if (cases.length === 0) return undefined;
  const before = average(cases.map((one) => one.before));
  const after = average(cases.map((one) => one.after));
  return { cases: cases.length, before, after, saved: each((name) => rounded(before[name] - after[name])) };
}

const average = (all: readonly Figures[]) =>
  each((name) => rounded(all.reduce((sum, figures) => sum + figures[name], 0) / all.length));

const each = (value: (name: (typeof figureNames)[number]) => number): Figures => ({
  steps: value("steps"),
  materials: value("materials"),
  workingDays: value("workingDays"),
  visits: value("visits"),
});

const rounded = (value: number) => Math.round(value * 100) / 100;
