import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { startTown } from "../../infra/embedded/start.ts";
import { aDataDirectory, Caller, startTestTown, testServices, testTown } from "../support/embedded.ts";
import { startEngine } from "../support/engine.ts";

let directory: Awaited<ReturnType<typeof aDataDirectory>>;
beforeEach(async () => {
  directory = await aDataDirectory();
});
afterEach(() => directory.remove());

const health = z.object({ status: z.string(), parts: z.record(z.string(), z.string()) });
const healthOf = async (url: string) => {
  const { status, body } = await new Caller(url).get("/health");
  return { http: status, ...health.parse(body) };
};

/** A way to an engine that can be cut and mended. */
class Line {
  readonly #to: number;
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;
  #port = 0;

  constructor(endpoint: string) {
    this.#to = Number(new URL(endpoint).port);
  }

  async mend(): Promise<string> {
    this.#server = createServer((socket) => {
      const onward = connect(this.#to, "127.0.0.1");
      for (const one of [socket, onward]) {
        this.#sockets.add(one);
        one.on("error", () => one.destroy()).on("close", () => this.#sockets.delete(one));
      }
      socket.pipe(onward).pipe(socket);
    }).listen(this.#port, "127.0.0.1");
    await once(this.#server, "listening");
    const address = this.#server.address();
    this.#port = typeof address === "object" ? (address?.port ?? 0) : 0;
    return `http://127.0.0.1:${this.#port}`;
  }

  async cut(): Promise<void> {
    const closed = once(this.#server ?? createServer(), "close");
    this.#server?.close();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }
}

describe("an engine that is gone", () => {
  it("is told within ten seconds, loses nothing acknowledged, and the town goes on when it is back", {
    timeout: 120_000,
  }, async () => {
    const engine = await startEngine();
    const line = new Line(engine.endpoint);
    const dynamodb = await line.mend();
    const town = await startTown({
      town: testTown,
      services: testServices,
      port: 0,
      dataDir: directory.path,
      dynamodb,
    });
    const clerk = await new Caller(town.url).as("clerk");
    const before = await clerk.openTally();
    await line.cut();
    expect((await clerk.post("/tally/tallies", { book: "一" })).status).toBeGreaterThanOrEqual(500);
    await expect
      .poll(() => healthOf(town.url), { timeout: 10_000, interval: 500 })
      .toMatchObject({
        http: 503,
        status: "failing",
        parts: { data: "failing" },
      });
    await line.mend();
    await expect.poll(() => healthOf(town.url), { timeout: 30_000, interval: 500 }).toMatchObject({ http: 200 });
    const after = await clerk.openTally();
    await clerk.settle();
    expect((await clerk.get(`/tally/tallies/${before}`)).status).toBe(200);
    expect((await clerk.get(`/tally/tallies/${after}`)).status).toBe(200);
    await town.stop();
    await line.cut();
    await engine.stop();
  });
});

describe("a subscriber that does not read", () => {
  it("is told of, holds nobody up, and costs bounded room", { timeout: 120_000 }, async () => {
    const town = await startTestTown({ dataDir: directory.path });
    const clerk = await new Caller(town.url).as("clerk");
    expect((await healthOf(town.url)).parts.subscribers).toBe("ok");
    const ids: string[] = [];
    for (let round = 0; round < 28; round += 1)
      ids.push(...(await Promise.all(Array.from({ length: 20 }, () => clerk.openTally()))));
    await clerk.settle();
    await expect
      .poll(async () => (await healthOf(town.url)).parts, { timeout: 10_000, interval: 500 })
      .toMatchObject({ subscribers: "degraded", queues: "ok", stream: "ok" });
    const [outside] = (await town.queues.states()).filter(({ name }) => name.includes("subscriber"));
    // Five hundred, and what was read together with the last of them
    expect(outside?.waiting).toBeLessThanOrEqual(600);
    const [last = ""] = ids.slice(-1);
    await clerk.post(`/tally/tallies/${last}/add`, { amounts: [7] });
    await clerk.settle();
    expect((await clerk.get(`/ledger/pages/${last}`)).body).toMatchObject({ sum: 7 });
    await town.stop();
  });
});
