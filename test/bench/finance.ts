import { budgetLine } from "../../services/finance/budget/domain/decider.ts";
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
import { claimsFor } from "../permits/permits-hall.ts";
import { talkTo } from "../support/http.ts";
import { aRuntime, type TestRuntime } from "../support/tally-town.ts";
import { aTownFile } from "../support/town-file.ts";
import { inTurn, ratio, timingOf } from "./timing.ts";

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

/** Milliseconds of a settlement of the year, the best of a few. */
async function settling(runtime: TestRuntime): Promise<number> {
  const { schemes, fiscalFacts } = runtime.town.finance;
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 8; round += 1) {
    const began = performance.now();
    const { entries } = await bookedIn(runtime, year);
    const sheet = settleYear({ year, schemes, entries, facts: fiscalFacts });
    if (isRejection(sheet)) throw new Error(sheet.code);
    best = Math.min(best, performance.now() - began);
  }
  return best;
}

/** How long `act` takes, many at once, one series after another. */
async function throughput(count: number, atOnce: number, act: (number: number) => Promise<void>) {
  const times: number[] = [];
  const began = performance.now();
  for (let from = 0; from < count; from += atOnce)
    await Promise.all(
      Array.from({ length: Math.min(atOnce, count - from) }, async (_, place) => {
        const start = performance.now();
        await act(from + place);
        times.push(performance.now() - start);
      }),
    );
  return { ...timingOf(times), perSecond: Math.round((1_000 * count) / (performance.now() - began)) };
}

/**
 * The books with a long history: a settlement beside the entries of its year and of all years, a balance beside a bare read, and
 * postings and reservations on one line and on many. `BENCH_ENTRIES` says how long the history is: a million for the whole of it.
 */
export async function books(entries: number, rounds: number) {
  const file = await aTownFile();
  try {
    const runtime = aRuntime({ table: file.table("guangtong-finance", finance) });
    runtime.setClock("2026-12-30T02:00:00.000Z");
    const ask = talkTo(finance, runtime);
    const post = async (path: string, body: object, actor: Actor) => {
      const asked = { method: "POST", path: `/finance${path}`, body: JSON.stringify(body), claims: claimsFor(actor) };
      const { status, body: answer } = await ask(asked);
      if (status >= 300) throw new Error(`${path}: ${status} ${JSON.stringify(answer)}`);
    };
    await post("/books", { book, first: "2026-01", document: "建账" }, head);
    await post(`/books/${book}/finish-opening`, {}, head);
    const ofTheYear = Math.min(2_000, Math.ceil(entries / 10));
    await fill(runtime, year, ofTheYear);
    const withoutHistory = await settling(runtime);
    for (let before = 1; before <= 5; before += 1)
      await fill(runtime, year - before, Math.floor((entries - ofTheYear) / 5));
    const withHistory = await settling(runtime);
    const item = (of: number) => (of === 0 ? "10101" : `10101${String(of).padStart(2, "0")}`);
    const tax = (of: number) => ({
      ...{ book, nature: "budget-cash", effectiveOn: "2026-12-30", text: "税款" },
      lines: [
        { account: "1003", side: "debit", amountFen: 7 },
        { account: "4001", side: "credit", amountFen: 7, item: item(of), level: "town", origin: "ordinary" },
      ],
    });
    const oneLine = await throughput(rounds, 16, () => post("/entries", tax(0), accountant));
    const manyLines = await throughput(rounds, 16, (number) => post("/entries", tax(1 + (number % 40)), accountant));
    const budget = { year, item: "2010301", purpose: "办公", ground: "congress" as const, document: "决议" };
    const tell = (id: string, command: Parameters<typeof budgetLine.decide>[1], commandId: string) =>
      runtime.store.execute({
        ...{
          decider: budgetLine,
          id,
          command,
          commandId,
          bodyDigest: "b",
          context: contextFor(runtime, theTownItself),
        },
        expects: command.type === "approve" ? "new" : "existing",
      });
    const lines = Array.from({ length: 40 }, (_, number) => `2026-L${number}`);
    for (const id of lines) {
      await tell(id, { type: "approve", ...budget, amount: fen(10_000_000) }, "a");
      await tell(id, { type: "plan", upTo: fen(10_000_000), document: "计划" }, "p");
    }
    const holding = (many: boolean) =>
      throughput(rounds, 16, async (number) => {
        const request = `${many ? "m" : "o"}${number}`;
        const id = lines[many ? number % lines.length : 0] ?? "";
        await tell(id, { type: "reserve", request, amount: fen(1) }, request);
      });
    const reservations = { oneLine: await holding(false), manyLines: await holding(true) };
    const id = `${book}:${year}:1003`;
    const reads = await inTurn(rounds, 20, {
      bare: () => runtime.store.table.read([{ pk: `ledger-balance#${id}`, sk: "state" }]),
      balance: () => runtime.store.load(ledgerBalance, id),
    });
    const p50 = (of: string) => reads.get(of)?.p50 ?? Number.NaN;
    return {
      ...{ entries, ofTheYear, postings: { oneLine, manyLines }, reservations, reads: Object.fromEntries(reads) },
      settlement: {
        withoutHistoryMs: withoutHistory,
        withHistoryMs: withHistory,
        ratio: ratio(withHistory, withoutHistory),
      },
      balanceRatio: ratio(p50("balance"), p50("bare")),
    };
  } finally {
    await file.remove();
  }
}
