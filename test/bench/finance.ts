import { ledgerBalance } from "../../services/finance/ledger/domain/balance/balance.ts";
import { ledgerEntry } from "../../services/finance/ledger/domain/posted/decider.ts";
import type { LedgerEntry } from "../../services/finance/ledger/domain/posted/words.ts";
import { bookedIn } from "../../services/finance/scheme/api/booked.ts";
import { settleYear } from "../../services/finance/scheme/domain/settle-year.ts";
import { finance } from "../../services/finance/service.ts";
import { type Actor, isRejection, theTownItself } from "../../shared/decider/index.ts";
import { fen } from "../../shared/money/index.ts";
import { contextFor } from "../../shared/service/index.ts";
import { stateItem } from "../../shared/store/written.ts";
import { claimsFor } from "../support/claims.ts";
import { talkTo } from "../support/http.ts";
import { aRuntime, type TestRuntime } from "../support/tally-town.ts";
import { aTownFile } from "../support/town-file.ts";
import { postingsBesideBare, reservationsBesideBare, watched } from "./finance-writes.ts";
import { inTurn, ratio } from "./timing.ts";

const book = "treasury";
const year = 2026;
const at = (sub: string, role: Actor["roles"][number]): Actor => ({
  ...{ sub, name: sub, roles: [role], office: "finance-institute" },
});
const accountant = at("accountant-1", "accountant");
const head = at("finance-approver-1", "finance-approver");

/** A tax of some day, as it stands in the books. */
function anEntry(of: number, number: number): LedgerEntry {
  const day = `${of}-${String(1 + (number % 12)).padStart(2, "0")}-${String(1 + (number % 28)).padStart(2, "0")}`;
  const amount = fen(100 + (number % 9_973));
  return {
    ...{ status: "posted", book, nature: "handed-on", source: { service: "finance", id: `B${of}${number}` } },
    ...{ effectiveOn: day, enteredOn: day, text: "税款", period: { period: day.slice(0, 7) } },
    lines: [
      { account: "1003", side: "debit", amount },
      { account: "4001", side: "credit", amount, item: "10101", level: "town", origin: "ordinary" },
    ],
  };
}

/** Entries of a year, written as states: a history that nobody has to post one by one. */
async function fill(runtime: TestRuntime, of: number, count: number): Promise<void> {
  const execution = { commandId: "bench", bodyDigest: "bench", context: contextFor(runtime, theTownItself) };
  for (let from = 0; from < count; from += 100) {
    const size = Math.min(100, count - from);
    const puts = Array.from({ length: size }, (_, place) => {
      const state = anEntry(of, from + place);
      const id = `${book}:finance:${state.source.id}`;
      const item = stateItem(execution, ledgerEntry, id, { state, version: 1, head: "" }, undefined);
      return { item, expect: "absent" as const };
    });
    await runtime.store.table.write(puts);
  }
}

/** Settles the year by the books as they stand. */
async function settleBooked(runtime: TestRuntime): Promise<void> {
  const { schemes, fiscalFacts } = runtime.town.finance;
  const { entries } = await bookedIn(runtime, year);
  const sheet = settleYear({ year, schemes, entries, facts: fiscalFacts });
  if (isRejection(sheet)) throw new Error(sheet.code);
}

/**
 * The books with a long history: a settlement beside the entries of its year and of all years, a balance beside a bare read, and
 * postings and reservations on one line and on many, beside the same writes bare. `--whole` is a history of a million entries;
 * `BENCH_ENTRIES` takes another one.
 */
export async function books(entries: number, rounds: number) {
  const file = await aTownFile();
  try {
    const table = watched(file.table("guangtong-finance", finance));
    const runtime = aRuntime({ table: table.table });
    runtime.setClock("2026-12-30T02:00:00.000Z");
    const ask = talkTo(finance, runtime);
    const send = async (path: string, body: object, actor: Actor) => {
      const asked = { method: "POST", path: `/finance${path}`, body: JSON.stringify(body), claims: claimsFor(actor) };
      const { status, body: answer } = await ask(asked);
      if (status >= 300) throw new Error(`${path}: ${status} ${JSON.stringify(answer)}`);
    };
    await send("/books", { book, first: "2026-01", document: "建账" }, head);
    await send(`/books/${book}/finish-opening`, {}, head);
    const ofTheYear = Math.min(2_000, Math.ceil(entries / 10));
    await fill(runtime, year, ofTheYear);
    for (let before = 1; before <= 5; before += 1)
      await fill(runtime, year - before, Math.floor((entries - ofTheYear) / 5));
    // Three towns in turn, so that noise of the machine meets them alike.
    const beside = async (name: string, count: number) => {
      const other = aRuntime({ table: file.table(name, finance) });
      await fill(other, year, count);
      return other;
    };
    const [alone, double] = [await beside("of-the-year", ofTheYear), await beside("of-twice-the-year", 2 * ofTheYear)];
    const settled = await inTurn(20, 3, {
      ofTheYear: () => settleBooked(alone),
      withHistory: () => settleBooked(runtime),
      twiceTheYear: () => settleBooked(double),
    });
    const post = (path: string, body: object) => send(path, body, accountant);
    const postings = await postingsBesideBare({ table, post, book }, rounds);
    const reservations = await reservationsBesideBare({ runtime, table, year }, rounds);
    const id = `${book}:${year}:1003`;
    const reads = await inTurn(rounds, 20, {
      bare: () => runtime.store.table.read([{ pk: `ledger-balance#${id}`, sk: "state" }]),
      balance: () => runtime.store.load(ledgerBalance, id),
    });
    const median = (of: string) => settled.get(of)?.p50 ?? Number.NaN;
    const perSecond = (of: string) => reads.get(of)?.perSecond ?? Number.NaN;
    return {
      ...{ entries, ofTheYear, postings, reservations, reads: Object.fromEntries(reads) },
      settlement: {
        ...Object.fromEntries(settled),
        ratio: ratio(median("withHistory"), median("ofTheYear")),
        /** Twice the entries of the year: the time for each entry beside before. */
        perEntryRatio: ratio(median("twiceTheYear") / 2, median("ofTheYear")),
      },
      balanceRatio: ratio(perSecond("bare"), perSecond("balance")),
    };
  } finally {
    await file.remove();
  }
}
