import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { issuerIdentity } from "../../../infra/embedded/identity.ts";
import { KnownTokens } from "../../../infra/embedded/known-tokens.ts";

/** An OpenID issuer on this machine that counts what it is asked, and fails when told to. */
class Issuer {
  readonly #server: Server;
  url = "";
  asked = 0;
  mode: "well" | "500" | "silent" | "no-keys" = "well";
  sign: (claims: Record<string, unknown>, end?: string) => Promise<string> = async () => "";

  constructor() {
    this.#server = createServer();
  }

  async start(): Promise<void> {
    const { privateKey, publicKey } = await generateKeyPair("ES256");
    const keys = [{ ...(await exportJWK(publicKey)), kid: "k", alg: "ES256" }];
    this.#server.on("request", (request, response) => {
      this.asked += 1;
      if (this.mode === "silent") return;
      if (this.mode === "500") return void response.writeHead(500).end();
      const isConfiguration = request.url === "/.well-known/openid-configuration";
      const answer = isConfiguration ? { jwks_uri: `${this.url}/keys` } : this.mode === "well" ? { keys } : {};
      response.end(JSON.stringify(answer));
    });
    this.#server.listen(0, "127.0.0.1");
    await once(this.#server, "listening");
    const address = this.#server.address();
    this.url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
    this.sign = (claims, end) => {
      const token = new SignJWT(claims).setProtectedHeader({ alg: "ES256", kid: "k" }).setIssuer(this.url);
      return (end === undefined ? token : token.setExpirationTime(end)).setAudience("qiangzhen").sign(privateKey);
    };
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, "close");
  }
}

const issuer = new Issuer();
beforeAll(() => issuer.start());
afterAll(() => issuer.stop());

let now = 0;
const anIdentity = (timeout = 30_000) => {
  now = Date.now();
  return issuerIdentity({ issuer: issuer.url, audience: ["qiangzhen"] }, { timeout, coolDown: 10_000 }, () => now);
};

describe("tokens of an OpenID issuer", () => {
  it("are believed, and checked once: what they say holds until they expire", async () => {
    issuer.mode = "well";
    const { claimsOf } = anIdentity();
    const token = await issuer.sign({ sub: "a" }, "1h");
    const first = await claimsOf(token);
    issuer.mode = "500";
    expect(first).toMatchObject({ sub: "a" });
    expect(await claimsOf(token)).toBe(first);
  });

  it("are checked again after five minutes, and hold on while the issuer is away", async () => {
    issuer.mode = "well";
    const { claimsOf } = anIdentity();
    const token = await issuer.sign({ sub: "a" }, "1h");
    const first = await claimsOf(token);
    now += 299_999;
    expect(await claimsOf(token)).toBe(first);
    now += 1;
    const second = await claimsOf(token);
    expect(second).toEqual(first);
    expect(second).not.toBe(first);
  });

  it("hold on while the issuer is away, also where they are to be checked again", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    try {
      issuer.mode = "well";
      const meant = { issuer: issuer.url, audience: ["qiangzhen"] };
      const { claimsOf } = issuerIdentity(meant, { timeout: 30_000, coolDown: 10_000 });
      const token = await issuer.sign({ sub: "a" }, "1h");
      const unseen = await issuer.sign({ sub: "b" }, "1h");
      expect(await claimsOf(token)).toMatchObject({ sub: "a" });
      vi.setSystemTime(Date.now() + 300_001);
      issuer.mode = "500";
      expect(await claimsOf(token)).toMatchObject({ sub: "a" });
      expect(await claimsOf(unseen)).toBe("unavailable");
      vi.setSystemTime(Date.now() + 3_300_000);
      expect(await claimsOf(token)).toBe("unavailable");
    } finally {
      vi.useRealTimers();
    }
  });

  it("without an end, past it, or of another audience are not", async () => {
    issuer.mode = "well";
    const { claimsOf } = anIdentity();
    expect(await claimsOf(await issuer.sign({ sub: "a" }))).toBeUndefined();
    expect(await claimsOf(await issuer.sign({ sub: "a" }, "1 minute ago"))).toBeUndefined();
    expect(await claimsOf("rubbish")).toBeUndefined();
  });

  it.each(["500", "no-keys"] as const)(
    "cannot be told while the issuer answers %s; it is then left alone",
    async (mode) => {
      issuer.mode = mode;
      const { claimsOf } = anIdentity();
      const token = await issuer.sign({ sub: "a" }, "1h");
      expect(await claimsOf(token)).toBe("unavailable");
      const { asked } = issuer;
      issuer.mode = "well";
      now += 9_999;
      expect([await claimsOf(token), issuer.asked]).toEqual(["unavailable", asked]);
      now += 1;
      expect(await claimsOf(token)).toMatchObject({ sub: "a" });
    },
  );

  it("cannot be told of an issuer that is silent beyond its time", async () => {
    issuer.mode = "silent";
    expect(await anIdentity(50).claimsOf(await issuer.sign({ sub: "a" }, "1h"))).toBe("unavailable");
  });
});

describe("how the issuer is", () => {
  it("is told when it is away, and when it is back", async () => {
    issuer.mode = "500";
    const { claimsOf, state } = anIdentity();
    await claimsOf(await issuer.sign({ sub: "a" }, "1h"));
    expect(await state()).toEqual({ issuer: "away", unknownKeys: 0 });
    issuer.mode = "well";
    now += 10_000;
    expect((await state()).issuer).toBe("answers");
  });

  it("is found out by who asks how it is, before any token comes", async () => {
    issuer.mode = "500";
    const { state } = anIdentity();
    await state();
    await expect.poll(async () => (await state()).issuer).toBe("away");
  });

  it("counts tokens whose key it no longer publishes, for fifteen seconds", async () => {
    issuer.mode = "well";
    const { claimsOf, state } = anIdentity();
    const { privateKey } = await generateKeyPair("ES256");
    const strange = new SignJWT({ sub: "a" })
      .setProtectedHeader({ alg: "ES256", kid: "expired" })
      .setIssuer(issuer.url);
    const token = await strange.setExpirationTime("1h").setAudience("qiangzhen").sign(privateKey);
    expect(await claimsOf(token)).toBeUndefined();
    expect((await state()).unknownKeys).toBe(1);
    now += 14_999;
    expect((await state()).unknownKeys).toBe(1);
    now += 1;
    expect((await state()).unknownKeys).toBe(0);
  });
});

describe("what tokens said is remembered", () => {
  it("until the second they expire, and not longer", () => {
    let time = 0;
    const known = new KnownTokens(() => time);
    known.remember("t", { sub: "a", exp: 60 });
    time = 59_999;
    expect(known.claimsOf("t")).toMatchObject({ sub: "a" });
    time = 60_000;
    expect(known.claimsOf("t")).toBeUndefined();
  });

  it("of a thousand at the most; the oldest makes room", () => {
    const known = new KnownTokens(() => 0);
    for (let n = 0; n <= 1_000; n += 1) known.remember(`t${n}`, { exp: 60 });
    expect([known.size, known.claimsOf("t0"), known.claimsOf("t1")]).toEqual([1_000, undefined, { exp: 60 }]);
  });
});
