import { divideRounded, type Fen, fen, formatYuan } from "../../../../shared/money/index.ts";

/** In yuan with two decimals (F-14), or in ten thousand yuan, rounded from the exact sum. */
export const reportUnits = ["yuan", "wan"] as const;
export type ReportUnit = (typeof reportUnits)[number];

const perWan = 10_000n;
/** Hundredths of the unit: fen, or hundreds of yuan, half up. */
export const hundredthsIn = (amount: Fen, unit: ReportUnit): Fen =>
  unit === "yuan" ? amount : fen(divideRounded(BigInt(amount), perWan, "half-up"));

/** An amount as people read it, with two decimals. */
export const shownIn = (amount: Fen, unit: ReportUnit): string => formatYuan(hundredthsIn(amount, unit));

/** The same without separators, as a table for machines has it. */
export const plainIn = (amount: Fen, unit: ReportUnit): string => shownIn(amount, unit).replaceAll(",", "");

/** Basis points as per cent with two decimals. */
export const shownRate = (bps: number | undefined): string => (bps === undefined ? "—" : `${formatYuan(fen(bps))}%`);
