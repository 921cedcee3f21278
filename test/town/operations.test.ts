import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { type RunningTown, startTown, type TownOptions } from "../../infra/embedded/start.ts";
import { traceOf } from "../../infra/ops/trace.ts";
import { aDataDirectory, Caller, subscriberQueue, testServices, testTown } from "../support/embedded.ts";
import { poison } from "../support/ledger.ts";

/** On the town's own file: these commands read it. */
const startTestTown = (options: TownOptions) =>
  startTown({ town: testTown, services: testServices, port: 0, retryDelay: 5, ...options });

let town: RunningTown;
let clerk: Caller;
let directory: Awaited<ReturnType<typeof aDataDirectory>>;

beforeAll(async () => {
  directory = await aDataDirectory();
  town = await startTestTown({ dataDir: directory.path });
  clerk = await new Caller(town.url).as("clerk", "supervisor");
});

afterAll(async () => {
  await town.stop();
  await directory.remove();
});

const key = () => readFileSync(join(directory.path, "ops-key"), "utf8");
const anybody = () => new Caller(town.url);
const withKey = (headers: Record<string, string> = {}) => ({ authorization: `Bearer ${key()}`, ...headers });
const ask = (path: string) => anybody().get(`/_ops${path}`, withKey());
const tell = (path: string, body: object) => anybody().post(`/_ops${path}`, body, withKey());
const add = (id: string, ...amounts: number[]) => clerk.post(`/tally/tallies/${id}/add`, { amounts });

const letter = z.object({ id: z.string(), queue: z.string(), type: z.string(), event: z.string(), reason: z.string() });
const dead = async () => z.object({ items: z.array(letter) }).parse((await ask("/dead")).body).items;
const statusOf = async (part: string) =>
  z.object({ parts: z.record(z.string(), z.string()) }).parse((await anybody().get("/health")).body).parts[part];
/** An answer of /health holds for two seconds. */
const later = () => new Promise((resolve) => setTimeout(resolve, 2_050));

/** A message that its consumer gives up. */
async function aDeadLetter(): Promise<string> {
  const id = await clerk.openTally();
  await add(id, poison);
  await clerk.settle();
  return id;
}

describe("the operators' door", () => {
  it("opens with the key of the data directory alone", async () => {
    expect((await ask("/health")).status).toBe(200);
    expect((await anybody().get("/_ops/health")).status).toBe(401);
    expect((await anybody().get("/_ops/health", { authorization: "Bearer wrong" })).status).toBe(401);
    expect((await clerk.get("/_ops/health")).status).toBe(401);
  });

  it("opens to a browser that was told the key as a password, and shows each part", async () => {
    const basic = `Basic ${Buffer.from(`ops:${key()}`).toString("base64")}`;
    const page = await fetch(`${town.url}/_ops`, { headers: { authorization: basic } });
    expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(await page.text()).toContain("死信 dead letters");
    expect((await fetch(`${town.url}/_ops`)).headers.get("www-authenticate")).toMatch(/^Basic /);
  });

  it("is not there for what a proxy hands on, or a page of another origin", async () => {
    for (const headers of [
      { "x-forwarded-for": "10.0.0.1" },
      { forwarded: "for=10.0.0.1" },
      { origin: "https://evil.example" },
    ])
      expect((await anybody().get("/_ops/health", withKey(headers))).status).toBe(404);
  });

  it("is there without simulation too", async () => {
    const other = await aDataDirectory();
    const real = await startTestTown({ dataDir: other.path, simulation: false });
    const opsKey = readFileSync(join(other.path, "ops-key"), "utf8");
    const { status } = await new Caller(real.url).get("/_ops/dead", { authorization: `Bearer ${opsKey}` });
    await real.stop();
    await other.remove();
    expect(status).toBe(200);
  });
});

describe("dead letters (M5)", () => {
  it("are listed with their event and why the consumer failed, without any content", async () => {
    const id = await aDeadLetter();
    const [found] = (await dead()).filter(({ event }) => event.includes(id));
    expect(found).toMatchObject({ queue: "guangtong-ledger-reactions.fifo", type: "tally.tally.added" });
    expect(found?.reason).toMatch(/^Error at .+ledger\.ts/);
    expect(JSON.stringify(found)).not.toContain(String(poison));
    await later();
    expect(await statusOf("deadLetters")).toBe("degraded");
  });

  it("are tried again, one alone, and die again where nothing was mended", async () => {
    await aDeadLetter();
    const before = await dead();
    const [one] = before;
    expect((await tell("/dead/send-again", { id: one?.id })).body).toEqual({ count: 1 });
    await clerk.settle();
    expect((await dead()).map(({ event }) => event).toSorted()).toEqual(before.map(({ event }) => event).toSorted());
  });

  it("are given up with a reason, on record, and stay away after the next start", async () => {
    const id = await aDeadLetter();
    const [one] = (await dead()).filter(({ event }) => event.includes(id));
    expect((await tell("/dead/discard", { id: one?.id })).status).toBe(400);
    expect((await tell("/dead/discard", { id: one?.id, why: "测试数据" })).body).toEqual({ count: 1 });
    expect((await ask("/discarded")).body).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ event: one?.event, why: "测试数据" })]),
    });
    await town.stop();
    town = await startTestTown({ dataDir: directory.path });
    clerk = await anybody().as("clerk", "supervisor");
    await clerk.settle();
    expect((await dead()).filter(({ event }) => event.includes(id))).toEqual([]);
  });

  it("are one operator's alone, where one sends again what another gives up at once, and the other learns why", async () => {
    const id = await aDeadLetter();
    const [one] = (await dead()).filter(({ event }) => event.includes(id));
    const [again, given] = await Promise.all([
      tell("/dead/send-again", { id: one?.id }),
      tell("/dead/discard", { id: one?.id, why: "测试数据" }),
    ]);
    expect([again.status, given.status]).toEqual([200, 409]);
    expect(given.body).toMatchObject({ code: "ops.sent-again" });
    await clerk.settle();
    const both = [
      tell("/dead/discard", { id: one?.id, why: "测试数据" }),
      tell("/dead/discard", { id: one?.id, why: "另一人" }),
    ];
    const [first, second] = await Promise.all(both);
    expect([first?.status, second?.status]).toEqual([200, 409]);
    expect(second?.body).toMatchObject({ code: "ops.discarded" });
    expect((await ask("/discarded")).body).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ event: one?.event, why: "测试数据", state: "done" })]),
    });
    expect(JSON.stringify((await ask("/discarded")).body)).not.toContain("另一人");
  });

  it("are not all meant where nothing is said, nor by two names at once", async () => {
    expect((await tell("/dead/send-again", {})).status).toBe(422);
    expect((await tell("/dead/discard", { why: "x" })).status).toBe(422);
    expect((await tell("/dead/send-again", { id: "a", all: true })).status).toBe(422);
    expect((await tell("/dead/send-again", { id: "nothing-like-it" })).status).toBe(404);
  });
});

/** The number of events that the other department has not read. */
async function unread(): Promise<number> {
  await clerk.settle();
  const answer = z.object({
    parts: z.looseObject({ subscribers: z.object({ figures: z.record(z.string(), z.number()) }) }),
  });
  await later();
  const { figures } = answer.parse((await ask("/health")).body).parts.subscribers;
  return figures[subscriberQueue] ?? 0;
}

describe("a subscriber outside", () => {
  it("is sent all its events again from an instant on, and nobody else notices", async () => {
    const before = await unread();
    const from = new Date().toISOString();
    const id = await clerk.openTally();
    await add(id, 1, 2);
    expect(await unread()).toBe(before + 3);
    const pages = (await clerk.get(`/ledger/pages/${id}`)).body;
    expect((await tell("/replay", { subscriber: "county-statistics", from })).status).toBe(200);
    expect(await unread()).toBe(before + 6);
    expect((await clerk.get(`/ledger/pages/${id}`)).body).toEqual(pages);
    expect((await tell("/replay", { subscriber: "nobody", from })).body).toMatchObject({ code: "ops.no-subscriber" });
  });
});

describe("a request's story", () => {
  it("goes from its answer to the last consumer by one id", async () => {
    const answer = await clerk.post("/tally/tallies", { book: "一" });
    const id = z.string().parse(answer.body.id);
    const added = await add(id, 5);
    await clerk.settle();
    // The log is written a moment later
    await new Promise((resolve) => setTimeout(resolve, 400));
    const request = added.headers.get("x-request-id") ?? "";
    const story = await traceOf(directory.path, "guangtong", testServices, request);
    expect(story.map(({ kind, what }) => `${kind} ${what.split(" ")[0]}`)).toEqual(
      expect.arrayContaining([
        "event tally.tally.added",
        "event ledger.page.entered",
        "message guangtong-ledger-reactions.fifo",
        "request POST",
      ]),
    );
    expect(story.some(({ what }) => what.includes("/tally/tallies/{id}/add 200"))).toBe(true);
    expect(story.filter(({ what }) => what.includes("tally.tally.opened"))).toEqual([]);
  });

  it("names no person: neither login nor name, nor an address that leads nowhere", async () => {
    await clerk.get("/nowhere/张三/110101190001010014");
    await new Promise((resolve) => setTimeout(resolve, 400));
    const log = join(directory.path, "log");
    const lines = readdirSync(log)
      .map((name) => readFileSync(join(log, name), "utf8"))
      .join("");
    expect(lines).toContain('"roles":"clerk supervisor"');
    expect(lines).not.toMatch(/clerk-supervisor-1|张三丰|110101190001010014|%E5%BC%A0/);
  });
});
