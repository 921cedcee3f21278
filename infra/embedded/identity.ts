import { createPrivateKey, createPublicKey, generateKeyPairSync } from "node:crypto";
import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify, SignJWT } from "jose";
import * as z from "zod";
import type { TownProfile } from "../../shared/town/profile.ts";
import { roles } from "../../shared/town/roles.ts";
import { keptText } from "./files.ts";
import { checkAgain, KnownTokens } from "./known-tokens.ts";
import { StartProblem } from "./start-problem.ts";

export interface IssuerState {
  readonly issuer: "answers" | "away";
  readonly unknownKeys: number;
}

/** Tells what a token says, if it can be believed. */
export interface Identity {
  /** @returns undefined for a token that is forged, expired, without end or another's; "unavailable" if nobody can tell now. */
  claimsOf(token: string): Promise<JWTPayload | "unavailable" | undefined>;
  /** Whether the issuer answers, and how many tokens came lately with a key that it does not publish. */
  state(): Promise<IssuerState>;
  /** Only in simulation: issues a token for anybody. */
  readonly issue?: (asked: TokenRequest) => Promise<string>;
}

/** Whom the simulation is to issue a token for; further claims are taken as they are. */
export const tokenRequest = z.looseObject({
  sub: z.string().min(1).max(200),
  name: z.string().max(200).default(""),
  roles: z.array(z.enum(roles)).default([]),
  town: z.string().optional(),
  office: z.string().optional(),
  department: z.string().optional(),
  certificateNo: z.string().optional(),
  grids: z.array(z.string()).optional(),
});
export type TokenRequest = z.output<typeof tokenRequest>;

const algorithm = "ES256";
const issuer = "urn:qiangzhen:simulation";
const audience = "qiangzhen";

/** The simulation's own issuer. Tokens hold for twelve hours of the wall clock: putting the clock on signs nobody out. */
export function simulatedIdentity(keyFile: string, town: string): Identity {
  const pem = keptText(keyFile, () => {
    const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    return privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  });
  const signing = createPrivateKey(pem);
  const checking = createPublicKey(pem);
  return {
    claimsOf: remembering((token) =>
      verified(() =>
        jwtVerify(token, checking, { issuer, audience, algorithms: [algorithm], requiredClaims: ["exp"] }),
      ),
    ),
    state: async () => ({ issuer: "answers", unknownKeys: 0 }),
    issue: (asked) =>
      new SignJWT({ town, ...asked })
        .setProtectedHeader({ alg: algorithm })
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime("12h")
        .sign(signing),
  };
}

/**
 * Checks a token's signature once in five minutes. A token whose key the issuer has withdrawn is then forgotten; while the
 * issuer is away, what a token said holds until it expires.
 */
function remembering(check: Identity["claimsOf"], now?: () => number): Identity["claimsOf"] {
  const known = new KnownTokens(now);
  return async (token) => {
    const found = known.claimsOf(token);
    if (found !== undefined && known.isFresh(token)) return found;
    const claims = await check(token);
    if (claims === "unavailable") return found ?? claims;
    if (claims === undefined) known.forget(token);
    else known.remember(token, claims);
    return claims;
  };
}

/** How long the issuer may take to answer, and how long it is left alone after it did not. */
export interface Patience {
  readonly timeout: number;
  readonly coolDown: number;
}
/** So long a token with an unknown key is told of. */
const window = 15_000;
const patience: Patience = { timeout: 3_000, coolDown: 5_000 };

/** The issuer of the profile, found through its OpenID configuration when the first token comes. */
export function oidcIdentity({ deployment }: TownProfile): Identity {
  const { identity } = deployment;
  if (identity.kind !== "oidc")
    throw new StartProblem("usage", "without simulation the profile needs an OIDC issuer / 非模拟运行须配置OIDC身份源");
  return issuerIdentity(identity, patience);
}

/** Believes the tokens of an OpenID issuer. While it does not answer, only remembered tokens hold. */
export function issuerIdentity(
  { issuer: url, audience: meant }: { readonly issuer: string; readonly audience: readonly string[] },
  { timeout, coolDown }: Patience,
  now: () => number = Date.now,
): Identity {
  const expected = { issuer: url, audience: [...meant], requiredClaims: ["exp"] };
  let keys: Promise<JWTVerifyGetKey> | undefined;
  let restUntil = 0;
  let strange: readonly number[] = [];
  const lately = () => {
    strange = strange.filter((at) => at > now() - window);
    return strange.length;
  };
  return {
    async state() {
      // Asked for in the background: who wants to know how the town is does not wait for an issuer
      if (now() >= restUntil && keys === undefined)
        keys = discover(url, timeout, coolDown).catch((error: unknown) => {
          keys = undefined;
          restUntil = now() + coolDown;
          throw error;
        });
      keys?.catch(() => undefined);
      return { issuer: now() < restUntil ? "away" : "answers", unknownKeys: lately() };
    },
    claimsOf: remembering(async (token) => {
      if (now() < restUntil) return "unavailable";
      try {
        keys ??= discover(url, timeout, coolDown);
        const key = await keys;
        return await verified(
          () => jwtVerify(token, key, expected),
          () => {
            strange = [...strange.slice(-999), now()];
          },
        );
      } catch {
        keys = undefined;
        restUntil = now() + coolDown;
        return "unavailable";
      }
    }, now),
  };
}

const configuration = z.object({ jwks_uri: z.url() });

async function discover(issuerUrl: string, timeout: number, cooldownDuration: number): Promise<JWTVerifyGetKey> {
  const answer = await fetch(`${issuerUrl.replace(/\/$/, "")}/.well-known/openid-configuration`, {
    signal: AbortSignal.timeout(timeout),
  });
  const { jwks_uri } = configuration.parse(await answer.json());
  return createRemoteJWKSet(new URL(jwks_uri), {
    timeoutDuration: timeout,
    cooldownDuration,
    cacheMaxAge: checkAgain,
  });
}

/** A token that does not hold is not a fault; an issuer that cannot be reached, or answers no keys, is. */
async function verified(
  verify: () => Promise<{ payload: JWTPayload }>,
  unknownKey: () => void = () => undefined,
): Promise<JWTPayload | undefined> {
  try {
    return (await verify()).payload;
  } catch (error) {
    if (error instanceof errors.JWKSNoMatchingKey) unknownKey();
    if (error instanceof errors.JOSEError && !ofTheIssuer.has(error.code)) return undefined;
    throw error;
  }
}

const ofTheIssuer = new Set(["ERR_JOSE_GENERIC", errors.JWKSTimeout.code, errors.JWKSInvalid.code]);
