import type { JWTPayload } from "jose";
import type { HttpEvent } from "../../shared/http/index.ts";
import type { Identity } from "./identity.ts";

type Authorizer = NonNullable<HttpEvent["requestContext"]["authorizer"]>;

/** What the JWT authoriser found: claims, no token, one that does not hold, or an issuer that does not answer. */
export type Authorised = { readonly authorizer: Authorizer } | "missing" | "invalid" | "unavailable";

/** API Gateway's JWT authoriser: reads the bearer token and hands its claims on. */
export async function authorise(header: string | undefined, identity: Identity): Promise<Authorised> {
  const token = /^(?:Bearer\s+)?(\S+)$/i.exec(header?.trim() ?? "")?.[1];
  if (token === undefined) return header === undefined || header.trim() === "" ? "missing" : "invalid";
  const claims = await identity.claimsOf(token);
  if (claims === undefined) return "invalid";
  if (claims === "unavailable") return "unavailable";
  return { authorizer: { principalId: "", integrationLatency: 0, jwt: { claims: handedOn(claims), scopes: null } } };
}

/**
 * The gateway knows claims as texts, except lists: as text `[a b]`, a list could not be told from one value with a blank.
 */
function handedOn(claims: JWTPayload): Claims {
  const before = known.get(claims);
  if (before !== undefined) return before;
  const told: Claims = Object.fromEntries(
    Object.entries(claims).map(([name, value]) => [name, Array.isArray(value) ? value.map(textOf) : textOf(value)]),
  );
  known.set(claims, told);
  return told;
}

type Claims = Authorizer["jwt"]["claims"];
/** A verified token is read once. */
const known = new WeakMap<JWTPayload, Claims>();

const textOf = (value: unknown): string =>
  typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
