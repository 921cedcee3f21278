import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import * as z from "zod";
import { indexesOf } from "../../infra/embedded/data.ts";
import { sqliteTable } from "../../infra/embedded/sqlite/sqlite-table.ts";
import { openTownFile } from "../../infra/embedded/sqlite/town-file.ts";
import { bankLine, linesOf } from "../../services/finance/bank-lines/domain/bank-line.ts";
import { mostLinesInBatch } from "../../services/finance/benefits/domain/batch.ts";
import { benefitPayment, benefitPaymentId } from "../../services/finance/benefits/domain/payment.ts";
import { budgetLine } from "../../services/finance/budget/domain/decider.ts";
import { finance } from "../../services/finance/service.ts";
import { mostFileLines } from "../../services/finance/statements/domain/statement.ts";
import { everythingIn, Store } from "../../shared/store/index.ts";
import { numbersFrom } from "../support/chance.ts";
import { someCitizenNumbers } from "../support/citizen-numbers.ts";
import { aDataDirectory, Caller } from "../support/embedded.ts";
import { startTownProcess } from "../support/town-process.ts";

const kills = 20;
const bankAccount = "treasury-agent";
const each = 1_00;
const year = 2026;
/** The month of each round: nobody gets a benefit twice for one month. */
const months = Array.from({ length: kills }, (_, at) => {
  const month = year * 12 + 2 - at;
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
});

const file = z.object({ id: z.string(), status: z.enum(["recording", "recorded"]), recordedLines: z.int() });
const batch = z.object({ id: z.string(), status: z.string(), checkedCount: z.int(), version: z.int() });
const made = z.object({ id: z.string() });

/** Sends a command and answers the view; a key makes it the same command each time. */
async function tell(caller: Caller, path: string, body: object, key?: string): Promise<unknown> {
  const headers = key === undefined ? {} : { "idempotency-key": key };
  const { status, body: view } = await caller.post(`/finance${path}`, body, headers);
  if (status >= 300) throw new Error(`${path}: ${status} ${JSON.stringify(view)}`);
  return view;
}

/** Calls `act` with each, so many at once. */
async function crowd<T, R>(all: readonly T[], act: (one: T) => Promise<R>): Promise<R[]> {
  const found: R[] = [];
  for (let from = 0; from < all.length; from += 32)
    found.push(...(await Promise.all(all.slice(from, from + 32).map(act))));
  return found;
}

/** The bank's file of a round: what it brings in is what the one of before closed with, and more. */
function fileOf(round: number) {
  const rows = Array.from(
    { length: mostFileLines },
    (_, at) => `R${round}-${at},2026-02-10,收,0.01,某某公司,53230201,`,
  );
  const content = Buffer.from(["凭证流水号,入账日期,收支,金额,缴款人,缴款账号,附言", ...rows].join("\n")).toString(
    "base64",
  );
  const [openingFen, closingFen] = [round * mostFileLines, (round + 1) * mostFileLines];
  return { bankAccount, from: "2026-02-01", to: "2026-02-28", openingFen, closingFen, content };
}

/** The books, the line of the budget that pays, and the people who get a benefit each month. */
async function openedOffice(url: string) {
  const head = await new Caller(url).as("finance-approver");
  const books = await new Caller(url).as("accountant");
  await head.call("PUT", "/_embedded/clock", { now: `${year}-03-02T02:00:00.000Z` });
  await tell(head, "/books", { book: "town-government", first: `${year}-01`, document: "建账" });
  await tell(head, "/books/town-government/finish-opening", {});
  const approved = kills * mostLinesInBatch * each;
  await tell(head, "/budget-years", { year, document: "上年决算" });
  await tell(head, `/budget-years/${year}/approve`, {
    ...{ on: `${year}-03-02`, document: "人大决议", expenditureFen: 100 * approved, reserveFen: approved },
    turnoverFundFen: 0,
  });
  const item = { year, item: "2081901", purpose: "低保", ground: "congress", document: "人大决议" };
  const line = made.parse(await tell(head, "/budget-lines", { ...item, amountFen: approved })).id;
  await tell(head, `/budget-lines/${line}/plan`, { upToFen: approved, document: "用款计划" });
  await tell(head, "/benefit-programmes", {
    ...{ programme: "minimum", title: "低保", document: "民政1号", from: months.at(-1) },
  });
  const who = { name: "李建国", village: "532302105001", bank: "农信社", account: "6228480012345678901" };
  const people = await crowd(someCitizenNumbers(mostLinesInBatch), async (idNumber) => {
    const { id } = made.parse(await tell(books, "/beneficiaries", { ...who, idNumber }));
    const grant = { programme: "minimum", beneficiary: id, document: "审批表", amountFen: each, from: months.at(-1) };
    await tell(head, "/benefit-grants", grant);
    return id;
  });
  expect(new Set(people).size).toBe(mostLinesInBatch);
  return { line, people };
}

test("F13, F-43: a bank file of 5,000 lines and a batch of 2,000 benefits, killed at a random point, 20 times: every line once", async () => {
  const directory = await aDataDirectory();
  const start = () => startTownProcess(directory.path, "test/crash/finance-main.ts");
  const random = numbersFrom(5_000);
  let town = await start();
  try {
    const { line, people } = await openedOffice(town.url);
    const batchOf = (round: number) => ({
      ...{ programme: "minimum", period: months[round], line, document: "发放表" },
      lines: people.map((beneficiary) => ({ beneficiary, amountFen: each })),
    });
    /** File and batch of a round, each sent once however often it is sent. */
    const send = async (url: string, round: number) => {
      const books = await new Caller(url).as("accountant");
      const [recording, checking] = await Promise.all([
        tell(books, "/statements", fileOf(round), `file-${round}`),
        tell(books, "/benefit-batches", batchOf(round), `batch-${round}`),
      ]);
      return { file: file.parse(recording).id, batch: batch.parse(checking).id };
    };
    /** What is approved, sent and paid; each step is taken once however often it is asked for. */
    const pay = async (url: string, id: string, round: number) => {
      const step = async (role: string, verb: string, body: object = {}) => {
        const caller = await new Caller(url).as(role);
        return tell(caller, `/benefit-batches/${id}/${verb}`, body, `${verb}-${round}`);
      };
      await step("finance-approver", "approve");
      await step("cashier", "send");
      return batch.parse(await step("accountant", "confirm", { serial: `YH-${round}`, on: `${year}-03-02` }));
    };
    const standing = async (url: string, sent: Awaited<ReturnType<typeof send>>) => {
      const books = await new Caller(url).as("accountant");
      return {
        file: file.parse((await books.get(`/finance/statements/${sent.file}`)).body),
        batch: batch.parse((await books.get(`/finance/benefit-batches/${sent.batch}`)).body),
      };
    };
    /** Kills the town at this point of the round: before its answer, at some line, or amid the payment. */
    const killAt = async ({ point, delay }: { readonly point: number; readonly delay: number }, round: number) => {
      if (point < 0.1) {
        const sending = send(town.url, round).catch(() => undefined);
        await pause(delay * 4);
        await town.killGroup();
        await sending;
        return;
      }
      const sent = await send(town.url, round);
      const enough = ((point - 0.1) / 0.8) * (mostFileLines + mostLinesInBatch);
      let left = await standing(town.url, sent);
      const isDone = () => left.file.status === "recorded" && left.batch.status === "checked";
      while (left.file.recordedLines + left.batch.checkedCount < enough && !isDone()) {
        await pause(1);
        left = await standing(town.url, sent);
      }
      const paying = isDone() ? pay(town.url, sent.batch, round).catch(() => undefined) : undefined;
      if (isDone()) await pause(delay);
      await town.killGroup();
      await paying;
    };
    const batches: string[] = [];
    for (let round = 0; round < kills; round += 1) {
      await killAt({ point: random(), delay: random() * 60 }, round);
      town = await start();
      const sent = await send(town.url, round);
      const books = await new Caller(town.url).as("accountant");
      await books.settle();
      expect(await standing(town.url, sent)).toMatchObject({
        file: { status: "recorded", recordedLines: mostFileLines },
      });
      expect(await pay(town.url, sent.batch, round)).toMatchObject({ status: "paid", checkedCount: mostLinesInBatch });
      batches.push(sent.batch);
    }
    await town.interrupt();

    const path = join(directory.path, "town.db");
    const kept = await openTownFile(path, `${path}-wal`);
    try {
      const store = new Store(sqliteTable(kept, "guangtong-finance", indexesOf(finance)));
      const lines = await everythingIn(store, bankLine, { index: "byStatus", partition: linesOf(bankAccount, "open") });
      expect(new Set(lines.map(({ state }) => state.serial)).size).toBe(kills * mostFileLines);
      expect(lines).toHaveLength(kills * mostFileLines);
      // One event each: nothing was recorded a second time.
      expect(lines.filter(({ version }) => version !== 1)).toEqual([]);
      for (const [round, id] of batches.entries()) {
        const ids = people.map((one) => benefitPaymentId("minimum", months[round] ?? "", one));
        const payments = await store.loadAll(benefitPayment, ids);
        expect(payments).toHaveLength(mostLinesInBatch);
        expect(payments.filter(({ version, state }) => version !== 1 || state.batch !== id)).toEqual([]);
      }
      const paid = kills * mostLinesInBatch * each;
      expect((await store.load(budgetLine, line))?.state).toMatchObject({ paid, reserved: {} });
    } finally {
      await kept.close();
    }
  } finally {
    await town.killGroup().catch(() => undefined);
    await directory.remove();
  }
});
