import { createPrivateKey } from "node:crypto";
import { readFile } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { decodeJwt, generateKeyPair, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { corsFor } from "../../infra/embedded/cors.ts";
import { startGateway } from "../../infra/embedded/gateway.ts";
import type { RunningTown } from "../../infra/embedded/start.ts";
import { citizenCheck } from "../../shared/identity-codes/index.ts";
import { partyKey } from "../../shared/parties/index.ts";
import { keyedWith } from "../../shared/service/keyed.ts";
import { aDataDirectory, Caller, startTestTown } from "../support/embedded.ts";
import { listening } from "../support/tally-town.ts";

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
    expect(body).toEqual({
      status: "ok",
      parts: expect.objectContaining({ disk: "ok", data: "ok", deadLetters: "ok" }),
      town: "guangtong",
      now: expect.stringMatching(/Z$/),
      version: "0.1.0",
    });
    expect((await anybody.get("/health?deep=1")).status).toBe(400);
  });

  it("A8: refuses a query, as every route does", async () => {
    const { status, body } = await anybody.get("/health?x=1");
    expect([status, body.errors]).toMatchObject([400, [{ pointer: "?x", code: "value.unknown-parameter" }]]);
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

  it("refuses a token without an end", async () => {
    const pem = await readFile(join(directory.path, "token-key.pem"), "utf8");
    const sign = (token: SignJWT) =>
      token
        .setProtectedHeader({ alg: "ES256" })
        .setIssuer("urn:qiangzhen:simulation")
        .setAudience("qiangzhen")
        .sign(createPrivateKey(pem));
    const claims = { sub: "x", roles: ["clerk"], town: "guangtong" };
    const asked = async (token: string) =>
      (await anybody.get("/tally/tallies?book=a", { authorization: `Bearer ${token}` })).status;
    expect(await asked(await sign(new SignJWT(claims).setExpirationTime("1h")))).toBe(200);
    expect(await asked(await sign(new SignJWT(claims)))).toBe(401);
  });

  it("makes the claim of a party from his paper, and none from a number that is wrong", async () => {
    const secret = (await readFile(join(directory.path, "town-secret"), "utf8")).trim();
    const idNumber = `53230219010101888${citizenCheck("53230219010101888")}`;
    const asked = { sub: "resident-1", roles: ["resident"] };
    const token = await anybody.post("/_embedded/token", { ...asked, partyOf: { idNumber } });
    const claims = decodeJwt(String(token.body.token));
    expect(claims).toMatchObject({ sub: "resident-1", party: partyKey(keyedWith(secret), { idNumber }) });
    expect(JSON.stringify(claims)).not.toContain(idNumber);
    const wrong = await anybody.post("/_embedded/token", { ...asked, partyOf: { idNumber: "532302190101018880" } });
    expect([wrong.status, wrong.body.token]).toEqual([422, undefined]);
  });

  it("takes a role with a blank for one role, which opens nothing", async () => {
    const pem = await readFile(join(directory.path, "token-key.pem"), "utf8");
    const token = await new SignJWT({ sub: "x", roles: ["resident clerk"], town: "guangtong" })
      .setProtectedHeader({ alg: "ES256" })
      .setIssuer("urn:qiangzhen:simulation")
      .setAudience("qiangzhen")
      .setExpirationTime("1h")
      .sign(createPrivateKey(pem));
    const { status, body } = await anybody.get("/tally/tallies?book=a", { authorization: `Bearer ${token}` });
    expect([status, body.code]).toEqual([403, "auth.role"]);
  });

  it("hands arrays on, so that roles are understood", async () => {
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
      expect([status, headers.get("allow")]).toEqual([405, "POST, GET, HEAD"]);
    }
    expect((await clerk.call("OPTIONS", "/tally/tallies")).status).toBe(405);
  });

  it("refuses an address that cannot be read", async () => {
    for (const path of ["/tally/tallies/%E0%A4%A", "/tally/tallies?book=%", "/%"]) {
      const { status, body } = await anybody.get(path);
      expect([path, status, body.code]).toEqual([path, 400, "request.malformed"]);
    }
  });

  it("answers nonsense with 400 and goes on", async () => {
    expect(await raw("BLAH\r\n\r\n")).toMatch(/^HTTP\/1.1 400 /);
    const wide = await raw(`GET /health HTTP/1.1\r\nhost: localhost\r\nx-a: ${"a".repeat(20_000)}\r\n\r\n`);
    expect(wide).toMatch(/^HTTP\/1.1 431 [\s\S]*"code":"request.headers-too-large"/);
    expect(await raw(`GET /${"a".repeat(20_000)} HTTP/1.1\r\nhost: localhost\r\n\r\n`)).toMatch(/^HTTP\/1.1 431 /);
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

  it("refuses bytes in GBK and another charset, which no client of the house sends", async () => {
    const clerk = await anybody.as("clerk");
    const send = (body: Buffer, type: string) => clerk.bytes("/tally/tallies", body, { "content-type": type });
    const gbk = Buffer.from([...Buffer.from('{"book":"'), 0xd5, 0xc5, ...Buffer.from('"}')]);
    expect((await send(gbk, "application/json")).body.code).toBe("request.not-utf-8");
    expect((await send(gbk, "application/json; charset=gbk")).body.code).toBe("request.unsupported-charset");
    expect((await send(Buffer.from('{"book":"\ufffd"}'), "application/json")).status).toBe(201);
  });

  it("takes a body that was compressed", async () => {
    const clerk = await anybody.as("clerk");
    const headers = { "content-type": "application/json", "content-encoding": "gzip" };
    const { status, body } = await clerk.bytes("/tally/tallies", gzipSync('{"book":"镇"}'), headers);
    expect([status, body.book]).toEqual([201, "镇"]);
  });
});

describe("what is said with each answer", () => {
  it("HEAD has the head of GET, on the town's own pages and a service's", async () => {
    for (const path of [
      "/health",
      "/docs",
      "/openapi.json",
      "/openapi/town.json",
      "/openapi/tally.json",
      "/tally/about",
    ]) {
      const [get, head] = await Promise.all([
        fetch(`${town.url}${path}`, { headers: { "accept-encoding": "identity" } }),
        fetch(`${town.url}${path}`, { method: "HEAD", headers: { "accept-encoding": "identity" } }),
      ]);
      const size = String((await get.arrayBuffer()).byteLength);
      expect([path, head.status, head.headers.get("content-length")]).toEqual([path, 200, size]);
      expect(await head.text()).toBe("");
    }
  });

  it("is an id of its own, also where no service was asked", async () => {
    const paths = ["/health", "/nowhere", "/tally/about", "/tally/tallies?book=a", "/%"];
    const ids = await Promise.all(paths.map(async (path) => (await anybody.get(path)).headers.get("x-request-id")));
    expect(new Set(ids).size).toBe(paths.length);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("a page runs no script and is compressed", async () => {
    const { headers } = await fetch(`${town.url}/docs`, { headers: { "accept-encoding": "br" } });
    expect(headers.get("content-security-policy")).toMatch(/^default-src 'none'; /);
    expect(headers.get("content-encoding")).toBe("br");
    expect(headers.get("vary")).toBe("accept-encoding");
  });

  it("a service that the town does not have has no document", async () => {
    for (const path of ["/openapi/nobody.json", "/openapi/constructor", "/openapi/"])
      expect((await anybody.get(path)).status).toBe(404);
  });

  it("a path is decoded once", async () => {
    const clerk = await anybody.as("clerk");
    const id = encodeURIComponent(await clerk.openTally());
    expect((await clerk.get(`/tally/tallies/${id}`)).status).toBe(200);
    expect((await clerk.get(`/tally/tallies/${encodeURIComponent(id.replace(".", "%2E"))}`)).status).toBe(404);
  });
});

describe("pages of other origins", () => {
  const preflight = { "access-control-request-method": "POST" };
  const ask = (url: string, origin: string) =>
    new Caller(url).call("OPTIONS", "/tally/tallies", undefined, { origin, ...preflight });

  it("may call as the profile says: from anywhere, and read what they need", async () => {
    const { status, headers } = await ask(town.url, "https://front.example");
    expect([status, headers.get("access-control-allow-origin")]).toEqual([204, "*"]);
    expect(headers.get("access-control-allow-headers")).toContain("if-none-match");
    const got = await anybody.get("/tally/about", { origin: "https://front.example" });
    expect(got.headers.get("access-control-expose-headers")).toBe("etag, location, retry-after, x-request-id");
  });

  it.each([
    ["https://front.example", false, "https://front.example"],
    ["http://localhost:5173", true, "http://localhost:5173"],
    ["http://localhost:5173", false, null],
    ["http://evil.example", true, null],
  ])("%s, where the profile names one origin, simulation %s: %s", async (origin, simulation, allowed) => {
    const gateway = await startGateway(0, corsFor(["https://front.example"], simulation), {
      observability: listening(),
      log: { request: () => undefined },
    });
    const { headers } = await ask(gateway.url, origin);
    await gateway.close();
    expect(headers.get("access-control-allow-origin")).toBe(allowed);
    expect(headers.get("vary")).toContain("origin");
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

  it.each([
    ["X-Forwarded-For: 203.0.113.9"],
    ["X-Forwarded-Host: town.example"],
    ["X-Forwarded-Proto: https"],
    ["X-Forwarded: for=203.0.113.9"],
    ["Forwarded: for=203.0.113.9"],
    ["Via: 1.1 proxy"],
    ["X-Real-IP: 203.0.113.9"],
  ])("answers nothing that a proxy hands on (%s), even for localhost, and gives no token", async (header) => {
    const get = `GET /_embedded/clock HTTP/1.1\r\nhost: localhost\r\n${header}\r\nconnection: close\r\n\r\n`;
    expect(await raw(get)).toMatch(/^HTTP\/1.1 404 /);
    const [name = "", value = ""] = header.split(": ");
    const asked = { sub: "a", name: "b", roles: ["leader"] };
    expect((await anybody.post("/_embedded/token", asked, { [name]: value })).status).toBe(404);
  });

  it("M3: does not start for an address that is open to others; without simulation the town does", async () => {
    const other = await aDataDirectory();
    for (const publicUrl of ["https://town.example", "http://192.168.1.5:3000", "http://localhost.example"])
      await expect(startTestTown({ dataDir: other.path, publicUrl })).rejects.toMatchObject({ exitCode: 64 });
    for (const publicUrl of ["http://localhost:8080", "http://127.0.0.1:3000"])
      await (await startTestTown({ dataDir: other.path, publicUrl })).stop();
    await (await startTestTown({ dataDir: other.path, publicUrl: "https://town.example", simulation: false })).stop();
    await other.remove();
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
