import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import * as z from "zod";
import { availableOf, type BudgetLineCommand } from "../../services/finance/budget/domain/budget-line.ts";
import { budgetLine } from "../../services/finance/budget/domain/decider.ts";
import { finance } from "../../services/finance/service.ts";
import { fen } from "../../shared/money/index.ts";
import { dynamoTable } from "../../shared/store/dynamo-table.ts";
import { Store } from "../../shared/store/index.ts";
import { numbersFrom } from "../support/chance.ts";
import { aDataDirectory, Caller } from "../support/embedded.ts";
import { startEngine } from "../support/engine.ts";
import { aContext } from "../support/tally-town.ts";
import { startTownProcess } from "../support/town-process.ts";
import { type Reservation, reserve } from "./reservations.ts";

const kills = 20;
const atOnce = 64;
const most = 5_000;
/** So much that about half of all requests fit. */
const approved = (kills * atOnce * most) / 4;
const amounts = (round: number, random: () => number) =>
  Array.from({ length: atOnce }, (_, at) => ({ key: `r${round}-${at}`, amount: 1 + Math.floor(random() * most) }));

const line = z.object({
  ...{ approvedFen: z.int(), heldFen: z.int(), availableFen: z.int() },
  requests: z.array(z.object({ request: z.string(), amountFen: z.int() })),
});
const refusal = z.object({ code: z.literal("finance.over-budget"), details: z.object({ left: z.int() }) });
const made = z.object({ id: z.string() });

/** Sends a command and answers the id of what it made. */
async function make(caller: Caller, path: string, body: object): Promise<string> {
  const { status, body: view } = await caller.post(`/finance${path}`, body);
  expect(status, JSON.stringify(view)).toBeLessThan(300);
  return made.parse(view).id;
}

test("F-2: 64 payments at once against one line and `kill -9` in between, 20 times: never over, none lost, none twice", async () => {
  const directory = await aDataDirectory();
  const start = () => startTownProcess(directory.path, "test/crash/finance-main.ts");
  let town = await start();
  try {
    const head = await new Caller(town.url).as("finance-approver");
    const books = await new Caller(town.url).as("accountant");
    const year = 2026;
    await head.call("PUT", "/_embedded/clock", { now: `${year}-03-02T02:00:00.000Z` });
    await make(head, "/budget-years", { year, document: "上年决算" });
    await make(head, `/budget-years/${year}/approve`, {
      ...{ on: `${year}-03-02`, document: "人大决议", expenditureFen: 100 * approved, reserveFen: approved },
      turnoverFundFen: 0,
    });
    const item = { year, item: "2010301", purpose: "办公费", ground: "congress", document: "人大决议" };
    const id = await make(head, "/budget-lines", { ...item, amountFen: approved });
    await make(head, `/budget-lines/${id}/plan`, { upToFen: approved, document: "用款计划" });
    const payee = await make(books, "/payees", {
      ...{ kind: "person", name: "李建国", bank: "农信社", account: "6228480012345678901" },
    });
    const ask = async (url: string, all: ReturnType<typeof amounts>) => {
      const clerk = await new Caller(url).as("clerk");
      return Promise.allSettled(
        all.map(({ key, amount }) => {
          const body = { line: id, payee, amountFen: amount, purpose: "购纸", document: "发票" };
          return clerk.post("/finance/payments", body, { "idempotency-key": key });
        }),
      );
    };
    const granted = new Map<string, number>();
    const random = numbersFrom(64);
    for (let round = 0; round < kills; round += 1) {
      const all = amounts(round, random);
      const sent = ask(town.url, all).catch(() => []);
      await pause(random() * 250);
      await town.killGroup();
      await sent;
      town = await start();
      const answers = await ask(town.url, all);
      for (const [at, answer] of answers.entries()) {
        if (answer.status === "rejected") throw answer.reason;
        const { status, body } = answer.value;
        const amount = all[at]?.amount ?? 0;
        if (status === 201) granted.set(made.parse(body).id, amount);
        else expect(amount).toBeGreaterThan(refusal.parse(body).details.left);
      }
      const staff = await new Caller(town.url).as("accountant");
      const standing = line.parse((await staff.get(`/finance/budget-lines/${id}`)).body);
      const held = [...granted.values()].reduce((sum, one) => sum + one, 0);
      expect(standing).toMatchObject({ heldFen: held, availableFen: approved - held });
      expect(held).toBeLessThanOrEqual(approved);
      expect(new Map(standing.requests.map(({ request, amountFen }) => [request, amountFen]))).toEqual(granted);
    }
    expect(granted.size).toBeGreaterThan(atOnce);
  } finally {
    await town.killGroup();
    await directory.remove();
  }
});

test("F-2: the same through two processes on one table, both killed, 20 times", async () => {
  const engine = await startEngine();
  try {
    const table = dynamoTable(await engine.createTable("guangtong", finance, "-kills"), engine.client);
    const store = new Store(table);
    const id = "2026-KILLS";
    const tell = (command: BudgetLineCommand, commandId: string, expects: "new" | "existing") =>
      store.execute({ decider: budgetLine, id, expects, command, commandId, bodyDigest: "x", context: aContext() });
    const ground = { year: 2026, item: "2010301", purpose: "办公费", ground: "congress", document: "决议" } as const;
    await tell({ type: "approve", ...ground, amount: fen(approved) }, "approve", "new");
    await tell({ type: "plan", upTo: fen(approved), document: "计划" }, "plan", "existing");
    const env = {
      ...process.env,
      ...{ AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint, AWS_REGION: "cn-north-1" },
      ...{ AWS_ACCESS_KEY_ID: "test", AWS_SECRET_ACCESS_KEY: "test" },
    };
    const main = join(import.meta.dirname, "reservations-main.ts");
    const random = numbersFrom(128);
    const killAmid = async (asked: readonly Reservation[], after: number) => {
      const child = spawn(process.execPath, [main, table.name], { env, stdio: ["pipe", "pipe", "inherit"] });
      child.stdin.on("error", () => undefined);
      const lines = createInterface({ input: child.stdout });
      for (const one of asked) child.stdin.write(`${JSON.stringify(one)}\n`);
      await Promise.race([once(lines, "line"), once(child, "exit")]);
      await pause(after);
      child.kill("SIGKILL");
      await once(child, "close");
    };
    const all: Reservation[] = [];
    const granted = new Map<string, number>();
    for (let round = 0; round < kills; round += 1) {
      const asked = amounts(round, random).map(({ key, amount }): Reservation => ({ line: id, request: key, amount }));
      all.push(...asked);
      const halves = [asked.slice(0, atOnce / 2), asked.slice(atOnce / 2)].map((half) => ({
        half,
        after: random() * 100,
      }));
      await Promise.all(halves.map(({ half, after }) => killAmid(half, after)));
      const before = (await store.load(budgetLine, id))?.state.reserved ?? {};
      for (const one of asked) {
        const outcome = await reserve(store, one);
        if (outcome.kind === "done") granted.set(one.request, one.amount);
        else {
          expect(before[one.request]).toBeUndefined();
          expect(outcome.kind === "rejected" && one.amount > Number(outcome.rejection.details.left)).toBe(true);
        }
      }
      const state = (await store.load(budgetLine, id))?.state;
      if (state === undefined) throw new Error("the line is gone");
      expect(new Map(Object.entries(state.reserved))).toEqual(granted);
      expect(availableOf(state)).toBeGreaterThanOrEqual(0);
    }
    expect(await store.verify(budgetLine, id)).toMatchObject({ intact: true });
    expect(granted.size).toBeGreaterThan(atOnce);
    expect(all).toHaveLength(kills * atOnce);
  } finally {
    await engine.stop();
  }
});
