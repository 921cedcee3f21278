import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { bankLine } from "../../services/finance/bank-lines/domain/bank-line.ts";
import { budgetLine } from "../../services/finance/budget/domain/decider.ts";
import { budgetYear } from "../../services/finance/budget/domain/year/decider.ts";
import { balanceIdOf, ledgerBalance } from "../../services/finance/ledger/domain/balance/balance.ts";
import { book } from "../../services/finance/ledger/domain/book/decider.ts";
import { ledgerEntry } from "../../services/finance/ledger/domain/posted/decider.ts";
import { payment } from "../../services/finance/payments/domain/decider.ts";
import { receivable } from "../../services/finance/receivables/domain/decider.ts";
import { revenue } from "../../services/finance/revenue/domain/decider.ts";
import type { Decider, DomainEvent } from "../../shared/decider/index.ts";
import { profile } from "../support/tally-town.ts";
import { anOffice, foreign, type Happening, happenings, tax } from "./history.ts";

const year = "2026";
const books = ["treasury", "town-government"] as const;
const sides = { debitFen: z.int(), creditFen: z.int() };
const trialOf = z.object({
  sets: z.array(z.object({ set: z.string(), ...sides })),
  items: z.array(z.object({ account: z.string(), ...sides })),
});
const figuresOf = z.array(z.object({ column: z.string(), amountFen: z.int() }));
const reportOf = z.object({
  rows: z.array(z.object({ budget: z.string(), side: z.string(), depth: z.int(), figures: figuresOf })),
  totals: z.array(z.object({ budget: z.string(), side: z.string(), figures: figuresOf })),
});
const dueOf = z.object({ line: z.string(), amountFen: z.int().optional() });
const sheetOf = z.looseObject({
  dueFen: z.int(),
  schemes: z.array(
    z.object({
      lines: z.array(
        z.object({
          ...{ id: z.string(), resultFen: z.int().optional() },
          bands: z.array(z.object({ shareFen: z.int() })).optional(),
          inputs: z.array(z.object({ from: z.string(), amountFen: z.int().optional() })),
        }),
      ),
    }),
  ),
});
const settlementOf = z.object({ sheet: sheetOf, dues: z.array(dueOf) });
const incomeOf = z.object({
  ...{ thisYearFen: z.int(), lastYearFen: z.int(), differenceFen: z.int() },
  sources: z.array(z.object({ thisYearFen: z.int(), differenceFen: z.int() })),
});

type Office = Awaited<ReturnType<typeof anOffice>>;
const read = async <T>(office: Office, path: string, shape: z.ZodType<T>, query: Record<string, string> = {}) => {
  const { status, body } = await office.get(path, query);
  expect(status, JSON.stringify(body)).toBe(200);
  return shape.parse(body);
};
const trial = (office: Office, of: string) => read(office, `/books/${of}/trial-balance`, trialOf, { year });
const staff = { counts: [{ unit: "staff", from: "2026-01-01", count: 107, document: "县人社函" }] };
/** Computed anew by the books as they stand. */
const settle = async (office: Office) => {
  const again = await office.post("/settlements/2026/compute", { facts: staff });
  const { body } = again.status === 404 ? await office.post("/settlements", { year: 2026, facts: staff }) : again;
  return settlementOf.parse(body);
};
const resultsOf = ({ sheet }: z.infer<typeof settlementOf>) =>
  sheet.schemes.flatMap(({ lines }) => lines.map(({ id, resultFen }) => [id, resultFen]));
const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0);

const history = fc.array(happenings, { minLength: 3, maxLength: 14 });
const runs = { numRuns: 6 };

describe("after any history of the office", () => {
  test("F-26: debits equal credits in each set, and the accounts shown sum to the set", async () => {
    await fc.assert(
      fc.asyncProperty(history, async (all) => {
        const office = await anOffice();
        await office.told(all);
        for (const of of books) {
          const { sets, items } = await trial(office, of);
          for (const { debitFen, creditFen } of sets) expect(debitFen).toBe(creditFen);
          expect(sum(items.map(({ debitFen }) => debitFen))).toBe(sum(sets.map(({ debitFen }) => debitFen)));
          expect(sum(items.map(({ creditFen }) => creditFen))).toBe(sum(sets.map(({ creditFen }) => creditFen)));
        }
      }),
      runs,
    );
  });

  test("a replay of all events gives the same states, and the entries alone give the same balances", async () => {
    await fc.assert(
      fc.asyncProperty(history, async (all) => {
        const office = await anOffice();
        await office.told(all);
        const { store } = office.runtime;
        const replayed = async <S, C, E extends DomainEvent>(of: Decider<S, C, E>) => {
          const own = office.heard.filter(({ aggregate }) => aggregate === of.aggregate);
          for (const [id, events] of Map.groupBy(own, (event) => event.id)) {
            const now = await store.load(of, id);
            expect(now?.version).toBe(events.length);
            expect((await store.asOf(of, id, events.length))?.state).toEqual(now?.state);
            expect(await store.verify(of, id)).toMatchObject({ intact: true });
          }
        };
        await replayed(ledgerEntry);
        await replayed(ledgerBalance);
        await replayed(book);
        await replayed(budgetLine);
        await replayed(budgetYear);
        await replayed(payment);
        await replayed(receivable);
        await replayed(revenue);
        await replayed(bankLine);

        const moved = new Map<string, { debit: number; credit: number }>();
        for (const { id, aggregate, type } of office.heard) {
          if (aggregate !== "ledger-entry" || type !== "finance.ledger-entry.posted") continue;
          const entry = (await store.load(ledgerEntry, id))?.state;
          for (const line of entry?.lines ?? []) {
            const key = balanceIdOf(entry?.book ?? "", Number(entry?.period.period.slice(0, 4)), line);
            const before = moved.get(key) ?? { debit: 0, credit: 0 };
            moved.set(key, { ...before, [line.side]: before[line.side] + line.amount });
          }
        }
        const kept = office.heard.filter(({ aggregate }) => aggregate === "ledger-balance").map(({ id }) => id);
        expect(new Set(kept)).toEqual(new Set(moved.keys()));
        for (const [id, turnover] of moved)
          expect((await store.load(ledgerBalance, id))?.state).toMatchObject(turnover);
      }),
      runs,
    );
  });

  test("parts shown sum to totals shown: reports, settlement, income", async () => {
    await fc.assert(
      fc.asyncProperty(history, async (all) => {
        const office = await anOffice();
        await office.told(all);
        await office.told([{ what: "tax", amount: 2_000_000_000, item: "10101", level: "town", on: "2026-02-05" }]);
        for (const kind of ["execution", "comparison", "sources", "final-accounts"]) {
          const { rows, totals } = await read(office, "/books/treasury/report", reportOf, { kind, year });
          for (const { budget, side, figures } of totals)
            for (const { column, amountFen } of figures) {
              const own = rows.filter((row) => row.budget === budget && row.side === side && row.depth === 0);
              const parts = own.flatMap((row) => row.figures.filter((one) => one.column === column));
              expect(sum(parts.map((one) => one.amountFen))).toBe(amountFen);
            }
        }
        const { sheet, dues } = await settle(office);
        expect(sum(dues.map(({ amountFen = 0 }) => amountFen))).toBe(sheet.dueFen);
        for (const { resultFen, bands, inputs } of sheet.schemes.flatMap(({ lines }) => lines)) {
          if (bands !== undefined) expect(sum(bands.map(({ shareFen }) => shareFen))).toBe(resultFen);
          const entries = inputs.filter(({ from }) => from === "entries");
          if (entries.length > 0) expect(sum(entries.map(({ amountFen = 0 }) => amountFen))).toBe(resultFen);
        }
        const income = await read(office, "/revenue-figures", incomeOf, { year });
        expect(sum(income.sources.map(({ thisYearFen }) => thisYearFen))).toBe(income.thisYearFen);
        expect(income.differenceFen).toBe(income.thisYearFen - income.lastYearFen);
      }),
      runs,
    );
  });

  test("CF-74, XK-59: no money of fines, confiscated goods or permit fees changes a figure of a scheme or of income, under any class", async () => {
    const fines = fc.array(
      fc.oneof(
        foreign,
        fc.record({ what: fc.constant("fine" as const), amount: fc.integer({ min: 1, max: 1e6 }), paid: fc.nat(1e6) }),
      ),
      {
        ...{ minLength: 1, maxLength: 5 },
      },
    );
    await fc.assert(
      fc.asyncProperty(history, fines, async (all, more) => {
        const office = await anOffice();
        await office.told(all);
        const before = await settle(office);
        const shown = await read(office, "/revenue-figures", incomeOf, { year });
        await office.told(more);
        expect(await settle(office)).toEqual(before);
        expect(await read(office, "/revenue-figures", incomeOf, { year })).toEqual(shown);
        // No line names what is outside of every scheme.
        expect(JSON.stringify(before)).not.toMatch(/fine|confiscated|permit-fee/);
      }),
      runs,
    );
  });

  test("entries in any order, and with others between them, give the same settlement", async () => {
    const some = fc.array(tax, { minLength: 2, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(some, fc.infiniteStream(fc.nat()), history, async (taxes, ranks, others) => {
        const inOrder = await anOffice();
        await inOrder.told(taxes);
        const shuffled = taxes
          .map((one) => ({ one, rank: ranks.next().value }))
          .toSorted((a, b) => a.rank - b.rank)
          .map(({ one }) => one);
        // None of these is ordinary income of the treasury, and none takes back an entry of it.
        const apart = others.filter(({ what }) => ["salary", "fine", "foreign", "payment", "days"].includes(what));
        const mixed = await anOffice();
        const all: Happening[] = shuffled.flatMap((one, at) => [one, ...apart.slice(at, at + 1)]);
        await mixed.told(all);
        expect(resultsOf(await settle(mixed))).toEqual(resultsOf(await settle(inOrder)));
      }),
      runs,
    );
  });

  test("what-if under the schemes in force is the settlement, and the town share never falls with its tax", async () => {
    await fc.assert(
      fc.asyncProperty(
        history,
        fc.array(fc.integer({ min: 1, max: 900_000_000 }), { minLength: 3, maxLength: 3 }),
        async (all, steps) => {
          const office = await anOffice();
          await office.told(all);
          await office.told([{ what: "tax", amount: 1_343_207_407, item: "10101", level: "town", on: "2026-02-05" }]);
          const now = await settle(office);
          const { body } = await office.post("/settlements/2026/what-if", { schemes: profile.finance.schemes });
          expect(body).toMatchObject({ changes: [] });
          expect(sheetOf.parse(body.sheet)).toEqual(now.sheet);
          let dueFen = now.sheet.dueFen;
          for (const more of steps) {
            await office.told([{ what: "tax", amount: more, item: "10101", level: "town", on: "2026-02-05" }]);
            const richer = await settle(office);
            expect(richer.sheet.dueFen).toBeGreaterThanOrEqual(dueFen);
            dueFen = richer.sheet.dueFen;
          }
          expect((await office.get("/settlements/2026")).body).toMatchObject({ sheet: { dueFen } });
        },
      ),
      runs,
    );
  });
});
