import { createPrivateKey, createPublicKey, generateKeyPairSync } from "node:crypto";
import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify, SignJWT } from "jose";
import * as z from "zod";
import type { TownProfile } from "../../shared/town/profile.ts";
import { roles } from "../../shared/town/roles.ts";
import { keptText } from "./files.ts";
import { StartProblem } from "./start-problem.ts";

/** Tells what a token says, if it can be believed. */
export interface Identity {
  /** @returns undefined for a token that is forged, expired or another's. */
  claimsOf(token: string): Promise<JWTPayload | undefined>;
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
    claimsOf: (token) => verified(() => jwtVerify(token, checking, { issuer, audience, algorithms: [algorithm] })),
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

/** The issuer of the profile, found through its OpenID configuration when the first token comes. */
export function oidcIdentity({ deployment }: TownProfile): Identity {
  const { identity } = deployment;
  if (identity.kind !== "oidc")
    throw new StartProblem("usage", "without simulation the profile needs an OIDC issuer / 非模拟运行须配置OIDC身份源");
  let keys: Promise<JWTVerifyGetKey> | undefined;
  return {
    async claimsOf(token) {
      keys ??= discover(identity.issuer);
      keys.catch(() => {
        keys = undefined;
      });
      const key = await keys;
      const expected = { issuer: identity.issuer, audience: [...identity.audience] };
      return verified(() => jwtVerify(token, key, expected));
    },
  };
}

const configuration = z.object({ jwks_uri: z.url() });

async function discover(issuerUrl: string): Promise<JWTVerifyGetKey> {
  const answer = await fetch(`${issuerUrl.replace(/\/$/, "")}/.well-known/openid-configuration`);
  return createRemoteJWKSet(new URL(configuration.parse(await answer.json()).jwks_uri));
}

/** A token that does not hold is not a fault; an issuer that cannot be reached is. */
async function verified(verify: () => Promise<{ payload: JWTPayload }>): Promise<JWTPayload | undefined> {
  try {
    return (await verify()).payload;
  } catch (error) {
    if (error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout)) return undefined;
    throw error;
  }
}
