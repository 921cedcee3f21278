import type { JWK } from "jose";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type RunningTown, startTown } from "../../infra/embedded/start.ts";
import { aSigningKey, CountyIssuer } from "../support/county-issuer.ts";
import { aDataDirectory, Caller, testServices, testTown } from "../support/embedded.ts";

/** Tokens expire, and keys are asked for again, by the wall clock. */
const minutes = 60_000;
const later = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds);

const clerk = { name: "窗口1号", town: "guangtong", roles: ["clerk", "supervisor"], office: "service-centre" };
const issuer = new CountyIssuer({
  "clerk-1": clerk,
  "stranger-1": { ...clerk, town: "jinshan" },
});

let directory: Awaited<ReturnType<typeof aDataDirectory>>;
let town: RunningTown;
let before: JWK;
let after: JWK;
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  // The issuer says that it keeps sign-ins in memory
  vi.spyOn(console, "warn").mockReturnValue();
  [before, after] = [await aSigningKey("2026"), await aSigningKey("2027")];
  await issuer.start([before]);
});
afterAll(async () => {
  vi.useRealTimers();
  await issuer.stop();
});
beforeEach(async () => {
  issuer.signWith([before]);
  directory = await aDataDirectory();
  const { deployment } = testTown.profile;
  const identity = { kind: "oidc" as const, issuer: issuer.url, audience: ["qiangzhen"] };
  const profile = { ...testTown.profile, deployment: { ...deployment, identity } };
  town = await startTown({
    ...{ town: { ...testTown, profile }, services: testServices, port: 0, dataDir: directory.path },
    simulation: false,
  });
});
afterEach(async () => {
  await town.stop();
  await directory.remove();
});

const ask = (token: string, path = "/me") => new Caller(town.url).get(path, { authorization: `Bearer ${token}` });
const statusOf = async (token: string) => (await ask(token)).status;

describe("a town without simulation and the county's issuer", { timeout: 60_000 }, () => {
  it("believes who the issuer says somebody is, with roles and office", async () => {
    const token = await issuer.tokenFor("clerk-1");
    const { status, body } = await ask(token);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ sub: "clerk-1", name: "窗口1号", office: { id: "service-centre" } },
      roles: [{ code: "clerk" }, { code: "supervisor" }],
    });
    expect((await ask(token, "/tally/tallies?book=一")).status).toBe(200);
  });

  it("refuses a token of another audience, of another town, and a changed one", async () => {
    const elsewhere = await ask(await issuer.tokenFor("clerk-1", "https://elsewhere.example"));
    expect([elsewhere.status, elsewhere.body.code]).toEqual([401, "auth.invalid-token"]);
    expect((await ask(await issuer.tokenFor("stranger-1"), "/tally/tallies?book=一")).status).toBe(403);
    const [head, , signature] = (await issuer.tokenFor("clerk-1")).split(".");
    const forged = Buffer.from(JSON.stringify({ sub: "clerk-1", aud: "qiangzhen", iss: issuer.url, exp: 9e9 }));
    expect(await statusOf([head, forged.toString("base64url"), signature].join("."))).toBe(401);
  });

  it("refuses a token from the second on in which it expires", async () => {
    const token = await issuer.tokenFor("clerk-1");
    const { exp } = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
    expect(await statusOf(token)).toBe(200);
    vi.setSystemTime(exp * 1_000 - 1);
    expect(await statusOf(token)).toBe(200);
    vi.setSystemTime(exp * 1_000);
    expect(await statusOf(token)).toBe(401);
  });

  it("goes on when the key is rotated: both keys hold as long as both are published", async () => {
    const old = await issuer.tokenFor("clerk-1");
    expect(await statusOf(old)).toBe(200);
    issuer.signWith([after, before]);
    later(11_000);
    expect(await statusOf(await issuer.tokenFor("clerk-1"))).toBe(200);
    expect(await statusOf(old)).toBe(200);
  });

  it("refuses a key that was withdrawn: at once a new token, after five minutes one that it knew", async () => {
    const [known, unseen] = [await issuer.tokenFor("clerk-1"), await issuer.tokenFor("clerk-1")];
    expect(await statusOf(known)).toBe(200);
    issuer.signWith([after]);
    later(11_000);
    expect(await statusOf(await issuer.tokenFor("clerk-1"))).toBe(200);
    expect(await statusOf(unseen)).toBe(401);
    later(5 * minutes - 11_000 - 1_000);
    expect(await statusOf(known)).toBe(200);
    later(1_000);
    expect(await statusOf(known)).toBe(401);
  });
});
