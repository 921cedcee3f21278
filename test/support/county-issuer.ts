import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { exportJWK, generateKeyPair, type JWK } from "jose";
import Provider, { type Asking } from "oidc-provider";
import * as z from "zod";

/** What the county's directory knows of a person, and the issuer puts into the token. */
export interface Person {
  readonly name: string;
  readonly town: string;
  readonly roles: readonly string[];
  readonly office?: string;
}

const client = "front-end";
const redirect = "https://town.example/signed-in";
/** The audience of each interface for which a token may be asked. */
const audiences: Readonly<Record<string, string>> = {
  "https://town.example": "qiangzhen",
  "https://elsewhere.example": "elsewhere",
};

/** A new signing key, as the issuer keeps it. */
export async function aSigningKey(kid: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  return { ...(await exportJWK(privateKey)), kid, alg: "RS256", use: "sig" };
}

/**
 * The county's issuer on loopback: `oidc-provider`, certified by the OpenID Foundation, with authorisation code and PKCE. The
 * county's portal knows who sits there; here `login_hint` says it.
 */
export class CountyIssuer {
  readonly #people: Readonly<Record<string, Person>>;
  readonly #server = createServer((request, response) => this.#answer(request, response));
  #provider: Provider | undefined;
  url = "";

  constructor(people: Readonly<Record<string, Person>>) {
    this.#people = people;
  }

  async start(keys: readonly JWK[]): Promise<void> {
    this.#server.listen(0, "127.0.0.1");
    await once(this.#server, "listening");
    const address = this.#server.address();
    this.url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
    this.signWith(keys);
  }

  /** Starts the issuer again with other keys. It signs with the first, and publishes all. */
  signWith(keys: readonly JWK[]): void {
    this.#provider = new Provider(this.url, {
      jwks: { keys },
      cookies: { keys: [randomBytes(16).toString("hex")] },
      clients: [
        {
          client_id: client,
          redirect_uris: [redirect],
          token_endpoint_auth_method: "none",
          id_token_signed_response_alg: "RS256",
        },
      ],
      findAccount: (_asking: unknown, accountId: string) => ({ accountId, claims: () => ({ sub: accountId }) }),
      extraTokenClaims: (_asking: unknown, { accountId }: { readonly accountId: string }) => this.#people[accountId],
      features: {
        devInteractions: { enabled: false },
        resourceIndicators: {
          enabled: true,
          useGrantedResource: () => true,
          getResourceServerInfo: (_asking: unknown, resource: string) => ({
            scope: "town",
            audience: audiences[resource],
            accessTokenTTL: 3_600,
            accessTokenFormat: "jwt",
            jwt: { sign: { alg: "RS256" } },
          }),
        },
      },
      interactions: { url: (_asking: unknown, { uid }: { readonly uid: string }) => `/interaction/${uid}` },
      ttl: {
        Session: 3_600,
        Grant: 3_600,
        Interaction: 600,
        AccessToken: 3_600,
        AuthorizationCode: 60,
        IdToken: 3_600,
      },
      loadExistingGrant,
    });
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const provider = this.#provider;
    if (request.url?.startsWith("/interaction/") !== true) provider?.callback()(request, response);
    else
      provider
        ?.interactionDetails(request, response)
        .then(({ params: { login_hint: accountId } }) =>
          provider.interactionFinished(request, response, { login: { accountId } }),
        )
        .catch(() => response.writeHead(500).end());
  }

  /** Signs a person in as a browser does. @returns the access token for that interface */
  async tokenFor(sub: string, resource = "https://town.example"): Promise<string> {
    const verifier = randomBytes(32).toString("base64url");
    const asked = new URLSearchParams({
      ...{ client_id: client, redirect_uri: redirect, response_type: "code", scope: "openid town", resource },
      ...{ login_hint: sub, state: "s", code_challenge_method: "S256" },
      code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    });
    const code = await this.#follow(`${this.url}/auth?${asked}`);
    const answer = await fetch(`${this.url}/token`, {
      method: "POST",
      body: new URLSearchParams({
        ...{ grant_type: "authorization_code", client_id: client, redirect_uri: redirect },
        ...{ code, code_verifier: verifier, resource },
      }),
    });
    return z.object({ access_token: z.string() }).parse(await answer.json()).access_token;
  }

  /** Goes from page to page with the cookies of the browser, until the front end has its code. */
  async #follow(first: string): Promise<string> {
    const cookies = new Map<string, string>();
    for (let next = first; ; ) {
      if (next.startsWith(redirect)) return new URL(next).searchParams.get("code") ?? next;
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
      const answer = await fetch(next, { redirect: "manual", headers: { cookie } });
      for (const text of answer.headers.getSetCookie()) {
        const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(text) ?? [];
        cookies.set(name, value);
      }
      const location = answer.headers.get("location");
      if (location === null) throw new Error(`${answer.status} ${await answer.text()}`);
      next = new URL(location, next).href;
    }
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, "close");
  }
}

/** Staff of the county consent by their work, not by a page. */
async function loadExistingGrant({ oidc: { provider, client, session, params } }: Asking) {
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope("openid");
  grant.addResourceScope(params.resource ?? "", "town");
  await grant.save();
  return grant;
}
