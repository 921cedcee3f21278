import * as z from "zod";
import { isRejection, present } from "../../../../shared/decider/index.ts";
import { create, list, type Route, resource, rowOf, type Viewing, wholeNumber } from "../../../../shared/http/index.ts";
import { fenSchema, mostFen } from "../../../../shared/money/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { factReference, heldFact, type Loaded } from "../../../../shared/store/index.ts";
import { lineOf, textOf } from "../../../../shared/text/index.ts";
import { origins, treasuryLevels } from "../../../../shared/town/fiscal-scheme.ts";
import { financeReaders } from "../../common/roles.ts";
import { accountOf, accountSets, chartFor } from "../domain/accounts.ts";
import { book } from "../domain/book/decider.ts";
import { classedOf, entriesOf, entryIdOf, ledgerEntry, unrecordedOf } from "../domain/posted/decider.ts";
import { type LedgerEntry, type LedgerEntryCommand, ledgerEntryMoves } from "../domain/posted/words.ts";
import { type Line, mostLines, natures, postedNatures, sides } from "../domain/posting.ts";
import { postingRecords, recordOf } from "../domain/record-of-entry.ts";
import { entryUse } from "../domain/use/entry-use.ts";
import { toBook } from "./books.ts";
import { balancesMoved, bookBefore, bookHeld, type Draft } from "./posting.ts";
import { reversalTogether, reversingId } from "./reversing.ts";

const day = z.iso.date();
const amount = fenSchema.min(1).max(mostFen);

const entryView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(["posted", "recorded", "reversed"]),
  book: z.string(),
  source: z.object({ service: z.string(), id: z.string() }),
  nature: z.enum(natures),
  effectiveOn: day,
  enteredOn: day,
  period: z.string(),
  belongsTo: z.string().optional(),
  text: z.string(),
  lines: z.array(
    z.object({
      account: z.string(),
      accountName: z.string(),
      side: z.enum(sides),
      amountFen: z.int(),
      item: z.string().optional(),
      level: z.enum(treasuryLevels).optional(),
      origin: z.enum(origins).optional(),
    }),
  ),
  totalFen: z.int(),
  vouchers: z.partialRecord(z.enum(accountSets), z.int()).optional(),
  /** The record that posted it; absent: a person posted it by hand. */
  postedFor: z.object({ recordKind: z.enum(postingRecords), id: z.string() }).optional(),
  reverses: z.string().optional(),
  reversedBy: z.string().optional(),
});
const entryRow = entryView.omit({ source: true, lines: true, reverses: true, reversedBy: true, postedFor: true });

/** What the accounts of a posting are called in the chart of its year. */
function nameIn({ town }: Pick<Runtime, "town">, { book: id, effectiveOn }: LedgerEntry, code: string): string {
  const kind = town.finance.books.find((one) => one.id === id)?.kind ?? "unit";
  const chart = chartFor(town.finance.charts, kind, Number(effectiveOn.slice(0, 4)));
  return isRejection(chart) ? code : (accountOf(chart, code)?.name ?? code);
}

const shownRecord = (state: LedgerEntry) => {
  const of = recordOf(state);
  return of && { recordKind: of.record, id: of.id };
};

const view = ({ id, version, state }: Loaded<LedgerEntry>, { runtime }: Pick<Viewing, "runtime">) => {
  const { status, book: of, source, nature, effectiveOn, enteredOn, period, text, lines } = state;
  return {
    ...{ id, version, status, book: of, source: { ...source }, nature, effectiveOn, enteredOn, text },
    ...period,
    lines: lines.map(({ account, side, amount: amountFen, item, level, origin }) => ({
      ...{ account, accountName: nameIn(runtime, state, account), side, amountFen },
      ...present({ item, level, origin }),
    })),
    totalFen: lines.reduce((total, line) => (line.side === "debit" ? total + line.amount : total), 0),
    ...present({ vouchers: state.vouchers, reverses: state.reverses, reversedBy: state.reversedBy }),
    ...present({ postedFor: shownRecord(state) }),
  };
};

const entries = resource({
  of: ledgerEntry,
  at: "/finance/entries",
  staff: financeReaders,
  moves: ledgerEntryMoves,
  statusOf: ({ status }) => status,
  returns: entryView,
  view,
  links: ({ state }) => [toBook(state.book)],
});

/** Entries that count in a year, by class, level and origin: what a settlement counted. */
const classed = {
  year: wholeNumber(z.int().min(2000).max(2200)).optional(),
  /** One class or several, with a comma between them. */
  item: lineOf(600).optional(),
  level: z.enum(treasuryLevels).optional(),
  origin: z.enum(origins).optional(),
  /** The first and the last day for which they count. */
  from: day.optional(),
  to: day.optional(),
};
const isOfClass = (
  line: LedgerEntry["lines"][number],
  asked: {
    readonly item?: string | undefined;
    readonly level?: string | undefined;
    readonly origin?: string | undefined;
  },
): boolean =>
  (asked.item === undefined || asked.item.split(",").some((one) => line.item?.startsWith(one) === true)) &&
  (asked.level === undefined || line.level === asked.level) &&
  (asked.origin === undefined || line.origin === asked.origin);

/** Entries of the books (F-26, F-47). */
export const entryRoutes: readonly Route[] = [
  list("GET /finance/entries", {
    summary: {
      zh: "分录：按账簿和期间，或者按业务年度和收支科目，或者未编凭证号的；可按会计科目筛选",
      en: "Entries of a book, by period, by year and class, or still without a voucher; of one account if asked",
    },
    allow: financeReaders,
    of: ledgerEntry,
    query: { book: lineOf(40), period: lineOf(20).optional(), account: lineOf(20).optional(), ...classed },
    sparse: true,
    sorts: ["enteredOn"],
    returns: entryRow,
    find: ({ query }) =>
      query.year !== undefined
        ? { index: "byOwner", partition: classedOf(query.book, query.year), unsorted: true }
        : query.period === undefined
          ? { index: "byCode", partition: unrecordedOf(query.book) }
          : { index: "byStatus", partition: entriesOf(query.book, query.period) },
    keep: ({ state }, { query }) =>
      (query.from === undefined || state.effectiveOn >= query.from) &&
      (query.to === undefined || state.effectiveOn <= query.to) &&
      (query.account === undefined || state.lines.some(({ account }) => account === query.account)) &&
      state.lines.some((line) => isOfClass(line, query)),
    view: rowOf(entryRow, view),
  }),
  create("POST /finance/entries", {
    summary: { zh: "记账：借贷平衡，预算会计和财务会计平行", en: "Post an entry that balances in each set" },
    allow: ["accountant"],
    of: ledgerEntry,
    body: z.strictObject({
      book: lineOf(40),
      nature: z.enum(postedNatures),
      effectiveOn: day,
      text: textOf(300, 1),
      lines: z
        .array(
          z.strictObject({
            account: lineOf(20),
            side: z.enum(sides),
            amountFen: amount,
            item: lineOf(20).exactOptional(),
            level: z.enum(treasuryLevels).exactOptional(),
            origin: z.enum(origins).exactOptional(),
          }),
        )
        .min(2)
        .max(mostLines),
      isSettlement: z.boolean().exactOptional(),
    }),
    id: ({ body, unique }) => entryIdOf(body.book, { service: "finance", id: unique }),
    facts: ({ body }) => bookHeld(body.book),
    learn: async ({ body, runtime, id }) =>
      balancesMoved({ ...asked(body), posting: id }, await bookBefore(runtime, body.book), runtime),
    run: ({ id, body, facts, learnt }): LedgerEntryCommand => ({
      ...{ type: "post", ...asked(body), standing: facts.standing, year: learnt?.year ?? 0 },
      source: { service: "finance", id: id.slice(id.lastIndexOf(":") + 1) },
    }),
    others: {
      members: ({ learnt }) => ({ balances: learnt?.members ?? [] }),
      commands: ({ learnt }) => ({ balances: learnt?.commands ?? [] }),
    },
    returns: entries.returns,
    view: entries.view,
  }),
  entries.read({ zh: "一笔分录", en: "One entry" }, financeReaders),
  entries.step("record-voucher", {
    summary: { zh: "登记凭证，编凭证号", en: "Record its voucher: it takes the next number of each set" },
    allow: ["accountant"],
    body: z.strictObject({}),
    facts: ({ id }) => ({ standing: factReference(book, id.slice(0, id.indexOf(":"))) }),
    run: ({ facts: { standing } }) => ({ type: "record-voucher", standing }),
  }),
  entries.step("reverse", {
    summary: { zh: "红字冲销，两笔都保留", en: "Take it back by an entry the other way round; both stay" },
    allow: ["accountant"],
    body: z.strictObject({ reasons: textOf(300, 2) }),
    facts: async ({ id, runtime }) => ({
      ...bookHeld((await runtime.store.load(ledgerEntry, id))?.state.book ?? ""),
      use: heldFact(factReference(entryUse, id)),
    }),
    learn: async ({ id, body, runtime }) => {
      const state = (await runtime.store.load(ledgerEntry, id))?.state;
      if (state === undefined) return undefined;
      return reversalTogether(id, state, body.reasons, await bookBefore(runtime, state.book), runtime);
    },
    learnsFromTable: true,
    run: ({ id, body, facts: { use, standing } }) => ({
      ...{ type: "reverse", reasons: body.reasons, by: reversingId(id), standing },
      usedFor: use?.parts.map(({ target }) => target) ?? [],
    }),
    others: {
      members: ({ learnt }) => learnt?.members ?? { entries: [], balances: [] },
      commands: ({ learnt, facts }) => learnt?.commands(facts.standing) ?? { entries: [], balances: [] },
    },
  }),
  entries.history({ zh: "分录的经过", en: "History of an entry" }, financeReaders),
];

interface Asked extends Pick<Draft, "book" | "nature" | "effectiveOn" | "text" | "isSettlement"> {
  readonly lines: readonly (Omit<Line, "amount"> & { readonly amountFen: Line["amount"] })[];
}
/** What a person posts, with amounts as the books name them. */
const asked = ({ lines, ...body }: Asked) => ({
  ...body,
  lines: lines.map(({ amountFen, ...line }) => ({ ...line, amount: amountFen })),
});
