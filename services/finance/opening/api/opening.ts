import * as z from "zod";
import { create, type Route, resource } from "../../../../shared/http/index.ts";
import { add, type Fen, fen, sum } from "../../../../shared/money/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { everythingIn, factReference, heldFact, type Loaded } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { asset } from "../../assets/domain/decider.ts";
import { financeReaders } from "../../common/roles.ts";
import { debtStock } from "../../debt/domain/stock/debt-stock.ts";
import { book } from "../../ledger/domain/book/decider.ts";
import { entriesOf, ledgerEntry } from "../../ledger/domain/posted/decider.ts";
import { type TakeOver, type TakingOver, takingOver, theTown } from "../domain/taking-over.ts";

const openingView = z.object({
  id: z.string(),
  version: z.int(),
  document: z.string(),
  on: z.iso.date(),
  debtsFen: z.int(),
  assetsFen: z.int(),
  baseYears: z.array(z.object({ year: z.int(), document: z.string(), amountFen: z.int() })),
});
const openings = resource({
  ...{ of: takingOver, at: "/finance/openings", staff: financeReaders },
  returns: openingView,
  view: ({ id, version, state }: Loaded<TakingOver>) => ({
    ...{ id, version, document: state.document, on: state.on, debtsFen: state.debts, assetsFen: state.assets },
    baseYears: state.baseYears.map(({ year, document, amount }) => ({ year, document, amountFen: amount })),
  }),
});

/** What the opening entries of the town's book say of debts and assets. */
async function bookedAtFirst({ store, town }: Pick<Runtime, "store" | "town">): Promise<TakeOver["booked"]> {
  const { debtAccounts, assetAccounts, book: id } = town.finance.opening;
  const first = (await store.load(book, id))?.state.first;
  if (first === undefined) return { debts: fen(0), assets: fen(0) };
  const all = await everythingIn(store, ledgerEntry, { index: "byStatus", partition: entriesOf(id, first) });
  const lines = all.filter(({ state }) => state.nature === "opening").flatMap(({ state }) => state.lines);
  const balance = (accounts: readonly string[], side: "debit" | "credit"): Fen =>
    sum(
      lines
        .filter(({ account }) => accounts.includes(account))
        .map((one) => (one.side === side ? one.amount : fen(-one.amount))),
    );
  return { debts: balance(debtAccounts, "credit"), assets: balance(assetAccounts, "debit") };
}

async function registered({ store }: Pick<Runtime, "store">): Promise<Fen> {
  const lists = await Promise.all(
    (["in-use", "idle", "leased", "disposed"] as const).map((status) =>
      everythingIn(store, asset, { index: "byStatus", partition: `asset:${status}` }),
    ),
  );
  return add(...lists.flat().map(({ state }) => state.value));
}

/** What a town takes over at its first start (F-35, F-47). */
export const openingRoutes: readonly Route[] = [
  create("POST /finance/openings", {
    summary: {
      zh: "首次启用：债务、资产台账与期初账相符，基数年份有文件；只办一次",
      en: "Take over once: debts and assets are in the registers as in the books, base years have their documents",
    },
    allow: ["finance-approver"],
    of: takingOver,
    body: z.strictObject({ document: lineOf(200, 1) }),
    id: () => theTown,
    facts: ({ runtime }) => ({
      book: heldFact(factReference(book, runtime.town.finance.opening.book)),
      stock: heldFact(factReference(debtStock, "town")),
    }),
    learn: async ({ runtime }) => ({ booked: await bookedAtFirst(runtime), assets: await registered(runtime) }),
    run: ({ body, facts, learnt, runtime: { town } }): TakeOver => ({
      ...{ type: "take-over", ...body, isBookOpen: facts.book?.status === "open" },
      lockedDebts: facts.stock?.status === "locked" ? facts.stock.lockedFen : undefined,
      registeredAssets: learnt?.assets ?? fen(0),
      booked: learnt?.booked ?? { debts: fen(0), assets: fen(0) },
      needsBaseYears: town.finance.schemes.some(({ lines }) => lines.some(({ kind }) => kind === "average")),
      baseYears: town.finance.fiscalFacts.settled.map(({ year, document, amount }) => ({ year, document, amount })),
    }),
    returns: openings.returns,
    view: openings.view,
  }),
  openings.read({ zh: "首次启用时接收的数字", en: "What was taken over" }, financeReaders),
  openings.history({ zh: "首次启用的经过", en: "History of the taking over" }, financeReaders),
];
