import {
  type Context,
  type Decision,
  deciderOf,
  isRejection,
  type Rejection,
} from "../../../../../shared/decider/index.ts";
import { type Fen, fen, mostFen, subtract, sum } from "../../../../../shared/money/index.ts";
import type { Origin } from "../../../../../shared/town/fiscal-scheme.ts";
import type { TownProfile } from "../../../../../shared/town/profile.ts";
import { accountOf, type Chart, chartFor } from "../accounts.ts";
import type { LedgerEntry } from "../posted/words.ts";
import type { Line } from "../posting.ts";
import { badInput, type LedgerRefusal, notNow, refuse } from "../refusals.ts";

/** What the money of an entry is put down to. Each use has all of it once: a transfer may pay a promise and fill a fund. */
export const entryUses = [
  "transfer",
  // A line of the budget that spends an earmarked transfer (F-12).
  "earmarked",
  "remittance",
  // Money of the town that the upper level took outside the budget, and what came back of it (F-32).
  "swept",
  "swept-back",
  "fund-in",
  "fund-out",
  "debt-repaid",
  "contract-paid",
  "asset-income",
  "claim-paid",
  // The line of the bank that shows it, one for each bank account.
  "bank-line",
] as const;
export type EntryUseKind = (typeof entryUses)[number];

/** A part of the money of an entry, for one named thing. */
export interface EntryPart {
  readonly use: EntryUseKind;
  readonly target: string;
  readonly amount: Fen;
}
/** What the money of an entry is put down to. It has the id of the entry. */
export interface EntryUse {
  readonly parts: readonly EntryPart[];
}

export interface TakeParts {
  readonly type: "take";
  readonly use: EntryUseKind;
  readonly parts: readonly Omit<EntryPart, "use">[];
  /** The entry as it stands when this is committed. */
  readonly entry: LedgerEntry | undefined;
  /** What stands for the same target is told anew, not twice. */
  readonly anew?: true;
  /** Targets that take nothing of it any more; one that took nothing is passed over. */
  readonly drops?: readonly string[];
}
export type EntryUseCommand =
  | TakeParts
  | { readonly type: "give-back"; readonly use: EntryUseKind; readonly targets: readonly string[] };

export type EntryUseEvent =
  | {
      readonly type: "finance.entry-use.taken";
      readonly data: { readonly use: EntryUseKind; readonly parts: readonly { target: string; amountFen: Fen }[] };
    }
  | {
      readonly type: "finance.entry-use.given-back";
      readonly data: { readonly use: EntryUseKind; readonly targets: readonly string[] };
    };

const signed = ({ side, amount }: Line): Fen => (side === "debit" ? amount : fen(-amount));
const moneyIn = (lines: readonly Line[], chart: Chart): Fen =>
  sum(lines.filter(({ account }) => accountOf(chart, account)?.isMoney === true).map(signed));
const isOfClass = (item = "", classes: readonly string[]) => classes.some((one) => item.startsWith(one));
const transferred = (lines: readonly Line[], classes: readonly string[] = [""]): Fen =>
  fen(-sum(lines.filter(({ origin, item }) => origin === "transfer" && isOfClass(item, classes)).map(signed)));

/** What an entry has for a use: transfers that came in, any money that came in, or money that went out. */
function moneyFor(
  use: EntryUseKind,
  lines: readonly Line[],
  chart: Chart,
  { finance }: Pick<TownProfile, "finance">,
): Fen {
  switch (use) {
    case "earmarked":
      return transferred(lines, finance.earmarkedClasses);
    case "transfer":
      return transferred(lines);
    case "fund-in":
    case "asset-income":
    case "swept-back":
      return moneyIn(lines, chart);
    case "bank-line":
      // The line is compared with what the entry moves on its account, to the fen.
      return fen(mostFen);
    default:
      return fen(-moneyIn(lines, chart));
  }
}

/** CF-74, XK-59: such money goes to the treasury whole and is set aside for nobody, least of all for who collected it. */
const ownerless: readonly Origin[] = ["fine", "fine-surcharge", "confiscated-goods", "permit-fee"];

/** The chart by which an entry was posted. */
export function chartOf({ book, effectiveOn }: LedgerEntry, { finance }: Pick<TownProfile, "finance">) {
  const kind = finance.books.find(({ id }) => id === book)?.kind ?? "unit";
  return chartFor(finance.charts, kind, Number(effectiveOn.slice(0, 4)));
}

/** F-35: only money that the books hold. Refuses an entry that nobody knows, and one that was taken back. */
export function entryRefusal(entry: LedgerEntry | undefined): Rejection | undefined {
  if (entry === undefined) return badInput("finance.entry-unknown", {}, "/entry");
  const isGone = entry.status === "reversed" || entry.reverses !== undefined || entry.nature === "opening";
  return isGone ? notNow("finance.entry-moves-nothing", { article: "预算法实施条例 83" }) : undefined;
}

function take(
  { parts: before }: EntryUse,
  { use, parts, entry, anew, drops = [] }: TakeParts,
  { town }: Pick<Context, "town">,
): Decision<EntryUseEvent> {
  const dropped = drops.filter((target) => before.some((one) => one.use === use && one.target === target));
  const given: EntryUseEvent[] =
    dropped.length === 0 ? [] : [{ type: "finance.entry-use.given-back", data: { use, targets: dropped } }];
  if (parts.length === 0 && drops.length > 0) return given;
  const refused = entryRefusal(entry);
  if (refused !== undefined || entry === undefined) return refused ?? badInput("finance.entry-unknown", {}, "/entry");
  const chart = chartOf(entry, town);
  if (isRejection(chart)) return chart;
  const ofFines = entry.lines.find(({ origin }) => origin !== undefined && ownerless.includes(origin));
  if (ofFines !== undefined && ["fund-in", "asset-income", "swept-back"].includes(use))
    return refuse("finance.entry-of-fines", { origin: ofFines.origin, article: "行政处罚法 74、行政许可法 59" });
  const classes = town.finance.earmarkedClasses;
  if (use === "earmarked" && transferred(entry.lines, classes) <= 0)
    return refuse("finance.entry-not-earmarked", { classes, article: "预算法71" }, "/entry");
  // F-20, F-32: what the town remits by its scheme is lawful; it is one or the other.
  const opposite = use === "swept" ? "remittance" : use === "remittance" ? "swept" : undefined;
  const taken = before.find((one) => one.use === opposite);
  if (taken !== undefined) return notNow("finance.entry-used-already", { target: taken.target });
  const isSame = (one: EntryPart) =>
    parts.some(({ target, amount }) => one.use === use && one.target === target && one.amount === amount);
  if (anew === true && before.filter(isSame).length === parts.length) return given;
  const stays = ({ target }: EntryPart) =>
    !dropped.includes(target) && (anew !== true || !parts.some((one) => one.target === target));
  const own = before.filter((one) => one.use === use && stays(one));
  const free = subtract(moneyFor(use, entry.lines, chart, town), sum(own.map(({ amount }) => amount)));
  for (const [at, { target, amount }] of parts.entries()) {
    const others = [...own, ...parts.slice(0, at)];
    if (amount <= 0) return badInput("finance.part-not-positive", {}, `/parts/${at}`);
    if (others.some((one) => one.target === target)) return notNow("finance.entry-used-already", { target });
  }
  const asked = sum(parts.map(({ amount }) => amount));
  if (asked > free) return refuse("finance.entry-used-up", { free: Math.max(0, free), asked });
  const data = { use, parts: parts.map(({ target, amount }) => ({ target, amountFen: amount })) };
  return parts.length === 0 ? given : [...given, { type: "finance.entry-use.taken", data }];
}

const besides = (before: readonly EntryPart[], use: EntryUseKind, parts: readonly { readonly target: string }[]) =>
  before.filter((one) => one.use !== use || !parts.some(({ target }) => target === one.target));

/** What the money of an entry is put down to: each fen once for each use, and never money that was taken back. */
export const entryUse = deciderOf<{
  readonly state: EntryUse;
  readonly command: EntryUseCommand;
  readonly event: EntryUseEvent;
  readonly moves: Record<never, never>;
  readonly begins: "take";
  readonly begun: "finance.entry-use.taken";
  readonly refusal: LedgerRefusal;
}>({
  aggregate: "entry-use",
  shape: 1,
  begin: { take: (command, context) => take({ parts: [] }, command, context) },
  always: {
    take,
    "give-back": ({ parts }, { use, targets }) => {
      const has = (target: string) => parts.some((one) => one.use === use && one.target === target);
      const missing = targets.find((one) => !has(one));
      if (missing !== undefined) return notNow("finance.entry-not-used", { target: missing });
      return targets.length === 0 ? [] : [{ type: "finance.entry-use.given-back", data: { use, targets } }];
    },
  },
  begun: {
    "finance.entry-use.taken": ({ data: { use, parts } }, before) => ({
      parts: [
        ...besides(before?.parts ?? [], use, parts),
        ...parts.map(({ target, amountFen }) => ({ use, target, amount: amountFen })),
      ],
    }),
  },
  effects: {
    "finance.entry-use.given-back": ({ parts }, { data: { use, targets } }) => ({
      parts: parts.filter((one) => one.use !== use || !targets.includes(one.target)),
    }),
  },
});
