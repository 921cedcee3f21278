import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer as createHttpServer } from "node:http";
import { connect, createServer, type Server, type Socket } from "node:net";
import { join } from "node:path";
import { exportJWK, generateKeyPair, type JWK, SignJWT } from "jose";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as z from "zod";
import { startTown } from "../../infra/embedded/start.ts";
import { departmentOf } from "../support/department.ts";
import { aDataDirectory, Caller, startTestTown, testServices, testTown } from "../support/embedded.ts";
import { startEngine } from "../support/engine.ts";
import { mendedLedger, poison } from "../support/ledger.ts";
import { tallyService } from "../support/tally.ts";

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

/** An OpenID issuer that publishes the keys it is told to. */
async function anIssuer() {
  let published: readonly JWK[] = [];
  const server = createHttpServer((request, response) => {
    const found = request.url === "/keys" ? { keys: published } : { jwks_uri: `${url()}/keys` };
    response.end(JSON.stringify(found));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = () => {
    const address = server.address();
    return `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  };
  return {
    url: url(),
    /** From now on it publishes this key alone. @returns signs tokens with it */
    async rollTo(kid: string) {
      const { privateKey, publicKey } = await generateKeyPair("ES256");
      published = [{ ...(await exportJWK(publicKey)), kid, alg: "ES256" }];
      return (sub: string) =>
        new SignJWT({ sub, name: "窗口", roles: ["clerk"], town: testTown.profile.slug })
          .setProtectedHeader({ alg: "ES256", kid })
          .setIssuer(url())
          .setAudience("qiangzhen")
          .setExpirationTime("1h")
          .sign(privateKey);
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** What a clerk with a token opens and reads. */
const hallOf = (url: string, signed: Record<string, string>) => ({
  async open(): Promise<string> {
    const { status, body } = await new Caller(url).post("/tally/tallies", { book: "一" }, signed);
    expect(status).toBe(201);
    return z.string().parse(body.id);
  },
  statusOf: async (id: string) => (await new Caller(url).get(`/tally/tallies/${id}`, signed)).status,
});

/** A town without simulation, whose clock is this machine's and whose tokens are an issuer's. */
const aRealTown = (issuer: string) => {
  const identity = { kind: "oidc", issuer, audience: ["qiangzhen"] } as const;
  const { profile } = testTown;
  const deployment = { ...profile.deployment, identity: { ...identity, audience: [...identity.audience] } };
  return startTestTown({
    dataDir: directory.path,
    simulation: false,
    town: { ...testTown, profile: { ...profile, deployment } },
  });
};

describe("a key of the issuer that has ended", () => {
  it("is told within ten seconds, loses nothing, and is over by itself once tokens come with the new one", {
    timeout: 120_000,
  }, async () => {
    const issuer = await anIssuer();
    const old = await issuer.rollTo("old");
    const town = await aRealTown(issuer.url);
    const asks = async (token: string) =>
      (await new Caller(town.url).get("/me", { authorization: `Bearer ${token}` })).status;
    expect(await asks(await old("clerk-1"))).toBe(200);
    const before = await hallOf(town.url, { authorization: `Bearer ${await old("clerk-1")}` }).open();
    const signed = await issuer.rollTo("new");
    const other = await anIssuer();
    const strange = await other.rollTo("ended");
    await expect
      .poll(async () => [await asks(await strange("clerk-2")), (await healthOf(town.url)).parts.identity], {
        ...{ timeout: 10_000, interval: 500 },
      })
      .toEqual([401, "degraded"]);
    await expect
      .poll(async () => [await asks(await signed("clerk-3")), (await healthOf(town.url)).parts.identity], {
        ...{ timeout: 30_000, interval: 500 },
      })
      .toEqual([200, "ok"]);
    const { open, statusOf } = hallOf(town.url, { authorization: `Bearer ${await signed("clerk-3")}` });
    for (const id of [before, await open()]) expect(await statusOf(id)).toBe(200);
    await town.stop();
    issuer.stop();
    other.stop();
  });
});

describe("a clock that is wrong", () => {
  it("behind what is on record is told within ten seconds, loses nothing, and is over when it is set", {
    timeout: 120_000,
  }, async () => {
    const issuer = await anIssuer();
    const town = await aRealTown(issuer.url);
    const signed = { authorization: `Bearer ${await (await issuer.rollTo("one"))("clerk-1")}` };
    const { open, statusOf } = hallOf(town.url, signed);
    const before = await open();
    expect((await healthOf(town.url)).parts.clock).toBe("ok");
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() - 2 * 3_600_000 });
    try {
      await expect
        .poll(() => healthOf(town.url), { timeout: 10_000, interval: 500 })
        .toMatchObject({ http: 503, status: "failing", parts: { clock: "failing" } });
    } finally {
      vi.useRealTimers();
    }
    await expect
      .poll(() => healthOf(town.url), { timeout: 30_000, interval: 500 })
      .toMatchObject({ http: 200, parts: { clock: "ok" } });
    for (const id of [before, await open()]) expect(await statusOf(id)).toBe(200);
    await town.stop();
    issuer.stop();
  });
});

describe("a message that its consumer gives up", () => {
  it("is told within ten seconds, and is over when it is given up for good", { timeout: 120_000 }, async () => {
    const town = await startTestTown({ dataDir: directory.path });
    const clerk = await new Caller(town.url).as("clerk");
    const id = await clerk.openTally();
    await clerk.post(`/tally/tallies/${id}/add`, { amounts: [poison] });
    await clerk.settle();
    await expect
      .poll(async () => (await healthOf(town.url)).parts.deadLetters, { timeout: 10_000, interval: 500 })
      .toBe("degraded");
    const key = readFileSync(join(directory.path, "ops-key"), "utf8");
    const asked = { all: true, why: "测试" };
    const headers = { authorization: `Bearer ${key}` };
    expect((await new Caller(town.url).post("/_ops/dead/discard", asked, headers)).body).toEqual({ count: 1 });
    await expect
      .poll(async () => (await healthOf(town.url)).parts.deadLetters, { timeout: 30_000, interval: 500 })
      .toBe("ok");
    await town.stop();
  });
});

describe("a message that a mended program can do with", () => {
  it("is consumed by itself after the start of that program, once, and is told no more", {
    timeout: 120_000,
  }, async () => {
    const town = await startTestTown({ dataDir: directory.path });
    const clerk = await new Caller(town.url).as("clerk");
    const id = await clerk.openTally();
    await clerk.post(`/tally/tallies/${id}/add`, { amounts: [poison, 5] });
    await clerk.settle();
    expect((await clerk.get(`/ledger/pages/${id}`)).body).toMatchObject({ entries: 1, sum: 5 });
    await town.stop();
    const mended = await startTestTown({ dataDir: directory.path, services: [tallyService, mendedLedger] });
    const again = await new Caller(mended.url).as("clerk");
    await expect
      .poll(async () => (await again.get(`/ledger/pages/${id}`)).body, { timeout: 30_000, interval: 500 })
      .toMatchObject({ entries: 2, sum: poison + 5 });
    expect((await healthOf(mended.url)).parts.deadLetters).toBe("ok");
    await mended.stop();
  });
});

describe("a subscriber that does not read", () => {
  it("is told of, holds nobody up, costs bounded room, and has all in order once it reads", {
    timeout: 120_000,
  }, async () => {
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
    const department = departmentOf(town);
    const read = await department.read(
      (seen) =>
        seen.some(({ subject, sequence }) => subject === `tally/${last}` && sequence === 2) &&
        new Set(seen.map(({ subject }) => subject)).size >= ids.length,
    );
    await expect
      .poll(async () => (await healthOf(town.url)).parts.subscribers, { timeout: 30_000, interval: 500 })
      .toBe("ok");
    expect(ids.filter((id) => !read.some(({ subject }) => subject === `tally/${id}`))).toEqual([]);
    expect(new Set(read.map(({ subject, sequence }) => `${subject}/${sequence}`)).size).toBe(read.length);
    expect(read.filter(({ subject }) => subject === `tally/${last}`).map(({ sequence }) => sequence)).toEqual([1, 2]);
    expect(await department.receive()).toEqual([]);
    department.close();
    await town.stop();
  });
});
