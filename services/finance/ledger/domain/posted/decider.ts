import {
  type Context,
  type Decision,
  deciderOf,
  isRejection,
  type OfType,
  present,
  type Rejection,
} from "../../../../../shared/decider/index.ts";
import { accountOf, chartFor, setsOf } from "../accounts.ts";
import { closedForPosting } from "../book/decider.ts";
import { keeperRefusal } from "../book/handover.ts";
import type { Book } from "../book/words.ts";
import { repeated, reversalOf } from "../entry.ts";
import { incomeByHandRefusal } from "../income-by-hand.ts";
import { monthOf, type Period, type PlacedIn, placeOf, settlingOf } from "../periods.ts";
import { bookkeeperRefusal, postingIdOf, postingRefusal } from "../posting.ts";
import { isSameRecord, recordOf } from "../record-of-entry.ts";
import { badInput, type LedgerRefusal, notNow } from "../refusals.ts";
import { voucherSeries } from "../vouchers.ts";
import {
  type LedgerEntry,
  type LedgerEntryCommand,
  type LedgerEntryEvent,
  ledgerEntryMoves,
  type PostEntry,
} from "./words.ts";

type CommandOf<T extends LedgerEntryCommand["type"]> = OfType<LedgerEntryCommand, T>;

/** The id of an entry: a source that comes again finds what it posted. */
export const entryIdOf = (book: string, source: PostEntry["source"]): string => `${book}:${postingIdOf(source)}`;

/** Until when the settling period of a year takes postings: the day of the profile in the year after. */
const settlesUntil =
  ({ town }: Pick<Context, "town">) =>
  (year: number): string =>
    `${year + 1}-${town.finance.settlingUntil}`;

/** The period in which a posting stands in a book: a late one goes into the open month, or into the settling period. */
export function placeIn(
  standing: Book,
  {
    effectiveOn,
    reverses,
    isSettlement,
    closes,
  }: Pick<PostEntry, "effectiveOn" | "reverses" | "isSettlement" | "closes">,
  { town, today }: Pick<Context, "town"> & { readonly today: string },
): PlacedIn {
  if (closes !== undefined) return { period: settlingOf(closes) };
  const asked = { effectiveOn, isSettlement: reverses !== undefined || isSettlement === true };
  return placeOf(asked, closedForPosting(standing), { today, settlesUntil: settlesUntil({ town }) });
}
/** The year of a month or of a settling period: its balances change, and never those of a year before. */
export const yearOfPeriod = (period: Period): number => Number(period.slice(0, 4));

/** F-26, F-43, F-49: posts once for each source. What is posted stays. */
function post(command: PostEntry, context: Context): Decision<LedgerEntryEvent> {
  const { type: _type, book, standing, year, ...draft } = command;
  if (standing === undefined) return badInput("finance.book-unknown", { book }, "/book");
  // F-50: the one who handed the book over keeps it no more, by hand or by a record.
  const gone = keeperRefusal(standing, context.actor);
  if (gone !== undefined) return gone;
  const chart = chartFor(context.town.finance.charts, standing.kind, Number(draft.effectiveOn.slice(0, 4)));
  if (isRejection(chart)) return chart;
  const today = context.today.toString();
  const isOpening = standing.status === "opening";
  const refused =
    postingRefusal(draft, { chart, today, actor: context.actor, isOpening }) ??
    incomeByHandRefusal(draft, chart, context.town.finance) ??
    tooEarly(draft.effectiveOn, standing);
  if (refused !== undefined) return refused;
  const place = placeIn(standing, draft, { town: context.town, today });
  if (yearOfPeriod(place.period) !== year) return notNow("finance.period-moved-on", { period: place.period });
  return [{ type: "finance.ledger-entry.posted", data: { ...draft, book, enteredOn: today, period: place } }];
}

/** A book knows nothing of what was before it, save the balances that it took over. */
function tooEarly(
  on: string,
  { first, status }: { readonly first: string; readonly status: string },
): Rejection | undefined {
  if (status === "opening" || monthOf(on) >= first) return undefined;
  return badInput("finance.effective-before-book", { on, first }, "/effectiveOn");
}

/** 凭证号: the next numbers of each set that the posting touches, in its period. */
function record(
  state: LedgerEntry,
  { standing }: CommandOf<"record-voucher">,
  context: Context,
): Decision<LedgerEntryEvent> {
  const refused = bookkeeperRefusal(context.actor) ?? keeperRefusal(standing ?? {}, context.actor);
  if (refused !== undefined) return refused;
  if (state.vouchers !== undefined) return [];
  const { book, lines, period } = state;
  const known = context.town.finance.books.find(({ id }) => id === book);
  const chart = chartFor(context.town.finance.charts, known?.kind ?? "unit", Number(state.effectiveOn.slice(0, 4)));
  if (isRejection(chart)) return chart;
  const touched = setsOf[chart.book].filter((set) =>
    lines.some(({ account }) => accountOf(chart, account)?.set === set),
  );
  const vouchers = Object.fromEntries(
    touched.map((set) => [set, context.numbers.take(voucherSeries(book, set, period.period))]),
  );
  return [{ type: "finance.ledger-entry.recorded", data: { vouchers } }];
}

/**
 * F-47: an error is taken back by an entry with its sides turned round; both stay. An entry whose money is put down to something
 * is given free there first. An entry that a record posted goes back with its record and with nothing else: payment, claim and books
 * say the same.
 */
function reverse(
  state: LedgerEntry,
  { reasons, by, usedFor, undoneBy, standing }: CommandOf<"reverse">,
  { actor }: Context,
): Decision<LedgerEntryEvent> {
  const refused = bookkeeperRefusal(actor) ?? keeperRefusal(standing ?? {}, actor);
  if (refused !== undefined) return refused;
  const owner = recordOf(state);
  if (owner !== undefined && !(undoneBy !== undefined && isSameRecord(owner, undoneBy)))
    return notNow("finance.entry-of-record", { ...owner, article: "会计法 15" });
  if (usedFor.length > 0) return notNow("finance.entry-in-use", { usedFor });
  const turned = reversalOf({ ...state, id: entryIdOf(state.book, state.source) }, reasons);
  return isRejection(turned) ? turned : [{ type: "finance.ledger-entry.reversed", data: { by, reasons } }];
}

/** An entry of the books: posted once, numbered, taken back by another one. */
export const ledgerEntry = deciderOf<{
  readonly state: LedgerEntry;
  readonly command: LedgerEntryCommand;
  readonly event: LedgerEntryEvent;
  readonly moves: typeof ledgerEntryMoves;
  readonly begins: "post";
  readonly begun: "finance.ledger-entry.posted";
  readonly refusal: LedgerRefusal;
}>({
  aggregate: "ledger-entry",
  shape: 2,
  moves: ledgerEntryMoves,
  impossible: "finance.entry-not-in-this-state",
  begin: { post },
  steps: { "record-voucher": record, reverse },
  always: {
    /** The same again is refused, and not passed over in silence: its balances would move twice. */
    post(state, { type: _type, book: _book, standing: _standing, year: _year, ...draft }) {
      const before = repeated(draft, { ...state, id: entryIdOf(state.book, state.source) });
      return typeof before === "object"
        ? before
        : notNow("finance.source-posted-already", { period: state.period.period });
    },
  },
  begun: { "finance.ledger-entry.posted": ({ data }) => ({ status: "posted", ...data }) },
  effects: {
    "finance.ledger-entry.recorded": (state, { data: { vouchers } }) => ({
      ...state,
      status: state.status === "reversed" ? "reversed" : "recorded",
      vouchers,
    }),
    "finance.ledger-entry.reversed": (state, { data: { by } }) => ({ ...state, status: "reversed", reversedBy: by }),
  },
  listed: ({ book, period, enteredOn, effectiveOn, vouchers, lines }, id) => ({
    byStatus: { partition: entriesOf(book, period.period), sort: `${enteredOn}|${id}` },
    ...present({
      byOwner: lines.some(({ item }) => item !== undefined)
        ? { partition: classedOf(book, Number(effectiveOn.slice(0, 4))), sort: `${effectiveOn}|${id}` }
        : undefined,
      byCode: vouchers === undefined ? { partition: unrecordedOf(book), sort: `${enteredOn}|${id}` } : undefined,
    }),
  }),
});

/** The partition of `byStatus` with the entries of a period. */
export const entriesOf = (book: string, period: string): string => `ledger-entry:${book}:${period}`;
/** The partition of `byCode` with the entries whose voucher is not recorded. */
export const unrecordedOf = (book: string): string => `ledger-entry:${book}:unrecorded`;
/** The partition of `byOwner` with the entries of a year that name a class, late ones among them: each by the day for which it counts. */
export const classedOf = (book: string, year: number): string => `ledger-entry:${book}:classed:${year}`;
