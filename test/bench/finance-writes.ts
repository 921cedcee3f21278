import { budgetLine } from "../../services/finance/budget/domain/decider.ts";
import { theTownItself } from "../../shared/decider/index.ts";
import { fen } from "../../shared/money/index.ts";
import { contextFor } from "../../shared/service/index.ts";
import type { Table } from "../../shared/store/index.ts";
import type { TestRuntime } from "../support/tally-town.ts";
import { ratio, type Timing, timingOf } from "./timing.ts";

type Puts = Parameters<Table["write"]>[0];
const atOnce = 16;

/** A table that remembers what was last written: the same is then written bare. */
export function watched(of: Table) {
  let last: Puts = [];
  const table: Table = {
    ...of,
    write(puts) {
      last = puts;
      return of.write(puts);
    },
  };
  /** Writes again what was last written, under keys of its own: no rule, no state read, no turn to wait for. */
  const again = (puts: Puts) => (number: number) =>
    of
      .write(
        puts.map((put) =>
          "item" in put
            ? { ...put, item: { ...put.item, pk: `${put.item.pk}-bare${number}` }, expect: "absent" as const }
            : put,
        ),
      )
      .then(({ written }) => {
        if (!written) throw new Error("the bare write met another one");
      });
  return { table, bare: () => again(last) };
}
type Watched = ReturnType<typeof watched>;

/** How long `act` takes, many at once, one series after another. */
async function throughput(count: number, act: (number: number) => Promise<void>): Promise<Timing> {
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

/** A timing beside the bare one: of what a bare write does in a second, and of its slowest hundredth. */
const beside = (one: Timing, bare: Timing) => ({
  ...one,
  ratios: { perSecond: ratio(one.perSecond, bare.perSecond), p99: ratio(one.p99, bare.p99) },
});

async function besideBare(
  { bare }: Pick<Watched, "bare">,
  rounds: number,
  act: (isMany: boolean) => (number: number) => Promise<void>,
) {
  const oneLine = await throughput(rounds, act(false));
  const manyLines = await throughput(rounds, act(true));
  const alone = await throughput(rounds, bare());
  return { bare: alone, oneLine: beside(oneLine, alone), manyLines: beside(manyLines, alone) };
}

/** Postings by HTTP: all of one class of income, or of forty. */
export function postingsBesideBare(
  {
    table,
    post,
    book,
  }: { readonly table: Watched; readonly book: string; readonly post: (path: string, body: object) => Promise<void> },
  rounds: number,
) {
  const item = (of: number) => (of === 0 ? "10101" : `10101${String(of).padStart(2, "0")}`);
  const tax = (of: number) => ({
    ...{ book, nature: "budget-cash", effectiveOn: "2026-12-30", text: "税款" },
    lines: [
      { account: "1003", side: "debit", amountFen: 7 },
      { account: "4001", side: "credit", amountFen: 7, item: item(of), level: "town", origin: "ordinary" },
    ],
  });
  return besideBare(table, rounds, (isMany) => (number) => post("/entries", tax(isMany ? 1 + (number % 40) : 0)));
}

/** Requests that hold money: all of one line of the budget, or of forty. */
export async function reservationsBesideBare(
  { runtime, table, year }: { readonly runtime: TestRuntime; readonly table: Watched; readonly year: number },
  rounds: number,
) {
  const budget = { year, item: "2010301", purpose: "办公", ground: "congress" as const, document: "决议" };
  const tell = async (id: string, command: Parameters<typeof budgetLine.decide>[1], commandId: string) => {
    const outcome = await runtime.store.execute({
      ...{ decider: budgetLine, id, command, commandId, bodyDigest: "b", context: contextFor(runtime, theTownItself) },
      expects: command.type === "approve" ? "new" : "existing",
    });
    if (outcome.kind !== "done") throw new Error(outcome.kind);
  };
  const lines = Array.from({ length: 40 }, (_, number) => `${year}-L${number}`);
  for (const id of lines) {
    await tell(id, { type: "approve", ...budget, amount: fen(10_000_000) }, "a");
    await tell(id, { type: "plan", upTo: fen(10_000_000), document: "计划" }, "p");
  }
  return besideBare(table, rounds, (isMany) => async (number) => {
    const request = `${isMany ? "m" : "o"}${number}`;
    await tell(lines[isMany ? number % lines.length : 0] ?? "", { type: "reserve", request, amount: fen(1) }, request);
  });
}
