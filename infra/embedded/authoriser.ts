import type { JWTPayload } from "jose";
import type { HttpEvent } from "../../shared/http/index.ts";
import type { Identity } from "./identity.ts";

type Authorizer = HttpEvent["requestContext"]["authorizer"];

/** What the JWT authoriser found: claims, no token at all, or one that does not hold. */
export type Authorised = { readonly authorizer: NonNullable<Authorizer> } | "missing" | "invalid";

/** API Gateway's JWT authoriser: reads the bearer token and hands its claims on, each as a text. */
export async function authorise(header: string | undefined, identity: Identity): Promise<Authorised> {
  const token = /^(?:Bearer\s+)?(\S+)$/i.exec(header?.trim() ?? "")?.[1];
  if (token === undefined) return header === undefined || header.trim() === "" ? "missing" : "invalid";
  const claims = await identity.claimsOf(token);
  if (claims === undefined) return "invalid";
  return { authorizer: { principalId: "", integrationLatency: 0, jwt: { claims: flattened(claims), scopes: null } } };
}

/** The gateway knows claims only as texts: an array becomes `[a b]`. */
const flattened = (claims: JWTPayload): Record<string, string> =>
  Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, textOf(value)]));

const textOf = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(textOf).join(" ")}]`;
  return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
};
