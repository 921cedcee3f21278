import { connect } from "node:net";
import { generateKeyPair, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningTown } from "../../infra/embedded/start.ts";
import { aDataDirectory, Caller, startTestTown } from "../support/embedded.ts";

let town: RunningTown;
let anybody: Caller;
let directory: Awaited<ReturnType<typeof aDataDirectory>>;

beforeAll(async () => {
  directory = await aDataDirectory();
  town = await startTestTown({ dataDir: directory.path });
  anybody = new Caller(town.url);
});

afterAll(async () => {
  await town.stop();
  await directory.remove();
});

/** What a server answers to bytes that no HTTP client would send. */
function raw(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(Number(new URL(town.url).port), "127.0.0.1", () => socket.write(bytes));
    socket.setEncoding("utf8").on("data", (text: string) => {
      answer += text;
      if (answer.includes("\r\n\r\n")) socket.end();
    });
    socket.on("close", () => resolve(answer)).on("error", reject);
  });
}

describe("health", () => {
  it("says which town it is, and its time", async () => {
    const { status, body } = await anybody.get("/health");
    expect(status).toBe(200);
    expect(body).toEqual({ status: "ok", town: "guangtong", now: expect.stringMatching(/Z$/), version: "0.1.0" });
  });
});

describe("the authoriser", () => {
  it("asks for a token where a route is not public, in the language asked for", async () => {
    const zh = await anybody.get("/tally/tallies?book=a");
    expect([zh.status, zh.body.code]).toEqual([401, "auth.missing"]);
    expect(zh.headers.get("content-type")).toBe("application/problem+json");
    expect(zh.headers.get("www-authenticate")).toBe("Bearer");
    expect(zh.body.detail).toBe("请先登录");
    const en = await anybody.get("/tally/tallies?book=a", { "accept-language": "en-GB" });
    expect(en.body.detail).toBe("Sign in first");
  });

  it("lets anybody in where the manifest says public, token or not", async () => {
    expect((await anybody.get("/tally/about")).status).toBe(200);
    expect((await anybody.get("/tally/about", { authorization: "Bearer rubbish" })).status).toBe(200);
    expect((await (await anybody.as("clerk")).get("/tally/about")).status).toBe(200);
  });

  it("refuses a token of another key, of an unsigned kind, or past its time", async () => {
    const { privateKey } = await generateKeyPair("ES256");
    const forged = await new SignJWT({ sub: "x", roles: ["clerk"], town: "guangtong" })
      .setProtectedHeader({ alg: "ES256" })
      .setIssuer("urn:qiangzhen:simulation")
      .setAudience("qiangzhen")
      .setExpirationTime("1h")
      .sign(privateKey);
    const unsigned = `${btoa('{"alg":"none"}')}.${btoa('{"sub":"x"}')}.`;
    for (const token of [forged, unsigned, "rubbish", "a b c"]) {
      const { status, body } = await anybody.get("/tally/tallies?book=a", { authorization: `Bearer ${token}` });
      expect([status, body.code]).toEqual([401, "auth.invalid-token"]);
    }
  });

  it("hands arrays on as the cloud does, so that roles are understood", async () => {
    const both = await anybody.as("reviewer", "clerk");
    expect((await both.get("/tally/tallies?book=a")).status).toBe(200);
    const neither = await anybody.as("cashier");
    expect((await neither.get("/tally/tallies?book=a")).body.code).toBe("auth.role");
  });

  it("issues tokens for this town unless another is asked for", async () => {
    const { body } = await anybody.post("/_embedded/token", {
      sub: "a",
      name: "b",
      roles: ["clerk"],
      town: "elsewhere",
    });
    const authorization = `Bearer ${String(body.token)}`;
    expect((await anybody.get("/tally/tallies?book=a", { authorization })).body.code).toBe("auth.other-town");
  });

  it("issues no token for a role that does not exist", async () => {
    const { status, body } = await anybody.post("/_embedded/token", { sub: "a", name: "b", roles: ["emperor"] });
    expect([status, body.code]).toEqual([400, "request.invalid"]);
  });
});

describe("what is not a request for us", () => {
  it("has no such path, or not by that method", async () => {
    expect((await anybody.get("/nowhere")).body.code).toBe("request.unknown-route");
    expect((await anybody.get("/tally/unheard/of/this")).status).toBe(401);
    const clerk = await anybody.as("clerk");
    expect((await clerk.get("/tally/unheard/of/this")).body.code).toBe("request.unknown-route");
    for (const method of ["PUT", "DELETE", "PATCH"]) {
      const { status, headers } = await clerk.call(method, "/tally/tallies");
      expect([status, headers.get("allow")]).toEqual([405, "POST, GET"]);
    }
    expect((await clerk.call("OPTIONS", "/tally/tallies")).status).toBe(405);
    expect((await fetch(`${town.url}/tally/tallies`, { method: "HEAD" })).status).toBe(405);
  });

  it("refuses an address that cannot be read", async () => {
    for (const path of ["/tally/tallies/%E0%A4%A", "/tally/tallies?book=%", "/%"]) {
      const { status, body } = await anybody.get(path);
      expect([path, status, body.code]).toEqual([path, 400, "request.malformed"]);
    }
  });

  it("answers nonsense with 400 and goes on", async () => {
    expect(await raw("BLAH\r\n\r\n")).toMatch(/^HTTP\/1.1 400 /);
    expect(await raw(`GET /${"a".repeat(20_000)} HTTP/1.1\r\nhost: localhost\r\n\r\n`)).toMatch(/^HTTP\/1.1 4\d\d /);
    expect(await raw("GET http://evil.example/health HTTP/1.1\r\nhost: localhost\r\n\r\n")).toMatch(/^HTTP\/1.1 400 /);
    expect((await anybody.get("/health")).status).toBe(200);
  });

  it("cuts off a body beyond ten megabytes, announced or streamed", async () => {
    const clerk = await anybody.as("clerk");
    const announced = await raw(
      "POST /tally/tallies HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 99999999\r\n\r\n{",
    );
    expect(announced).toMatch(/^HTTP\/1.1 413 /);
    const big = await clerk
      .post("/tally/tallies", JSON.stringify({ book: "x".repeat(11 * 1024 * 1024) }))
      .catch(() => undefined);
    expect(big?.status ?? 413).toBe(413);
    const large = await clerk.post("/tally/tallies", JSON.stringify({ book: "x".repeat(300_000) }));
    expect([large.status, large.body.code]).toEqual([413, "request.too-large"]);
  });

  it("lets front ends on this machine call from a browser, and no others", async () => {
    const asked = { "access-control-request-method": "POST" };
    const near = await anybody.call("OPTIONS", "/tally/tallies", undefined, {
      origin: "http://localhost:5173",
      ...asked,
    });
    expect([near.status, near.headers.get("access-control-allow-origin")]).toEqual([204, "http://localhost:5173"]);
    const far = await anybody.call("OPTIONS", "/tally/tallies", undefined, { origin: "http://evil.example", ...asked });
    expect(far.headers.get("access-control-allow-origin")).toBeNull();
  });
});

describe("the simulation", () => {
  it("answers only requests that mean this machine", async () => {
    const from = (host: string) => raw(`GET /_embedded/clock HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`);
    expect(await from("localhost")).toMatch(/^HTTP\/1.1 200 /);
    expect(await from(`127.0.0.1:${new URL(town.url).port}`)).toMatch(/^HTTP\/1.1 200 /);
    expect(await from("evil.example")).toMatch(/^HTTP\/1.1 404 /);
    expect((await anybody.get("/_embedded/clock", { origin: "http://evil.example" })).status).toBe(404);
  });

  it("knows its paths and methods, and takes JSON", async () => {
    expect((await anybody.get("/_embedded/secrets")).status).toBe(404);
    expect((await anybody.get("/_embedded/token")).status).toBe(405);
    expect((await anybody.post("/_embedded/token", "{")).body.code).toBe("request.malformed-json");
    expect((await anybody.post("/_embedded/token", "x", { "content-type": "text/plain" })).status).toBe(415);
  });

  it("is not there without simulation", async () => {
    const other = await aDataDirectory();
    const real = await startTestTown({ dataDir: other.path, simulation: false });
    const { status } = await new Caller(real.url).post("/_embedded/token", { sub: "a", name: "b", roles: ["clerk"] });
    const health = await new Caller(real.url).get("/health");
    await real.stop();
    await other.remove();
    expect([status, health.status]).toEqual([404, 200]);
  });
});
