import * as z from "zod";

export interface Answered {
  readonly status: number;
  readonly code: unknown;
  readonly headers: Headers;
  readonly text: string;
}

/** Claims of a token. */
export interface Claims {
  readonly sub: string;
  readonly roles: readonly string[];
  readonly office?: string;
  readonly department?: string;
  readonly party?: string;
}

const token = z.object({ token: z.string() });
const coded = z.object({ code: z.unknown() });

/** Asks a running town with real tokens, each asked for once. */
export class Persons {
  readonly #url: string;
  readonly #tokens = new Map<string, Promise<string>>();

  constructor(url: string) {
    this.#url = url;
  }

  /** Somebody with these roles whom nothing names, of an office that nothing is for. */
  stranger = (role: string | undefined, method: string, path: string) =>
    this.ask(role === undefined ? undefined : strangerWith([role]), method, path);

  /** A command is sent with a body that is none, so that it changes nothing. */
  async ask(claims: Claims | undefined, method: string, path: string, more: RequestInit = {}): Promise<Answered> {
    const signed = claims === undefined ? {} : { authorization: `Bearer ${await this.#tokenOf(claims)}` };
    const sent = method === "POST" ? { body: "[]", ...more } : more;
    const response = await fetch(`${this.#url}${path}`, {
      method,
      ...sent,
      headers: { "content-type": "application/json", ...signed, ...Object.fromEntries(new Headers(more.headers)) },
    });
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json") === true;
    const code = isJson && text !== "" ? coded.safeParse(JSON.parse(text)).data?.code : undefined;
    return { status: response.status, code, headers: response.headers, text };
  }

  #tokenOf(claims: Claims): Promise<string> {
    const name = JSON.stringify(claims);
    const known = this.#tokens.get(name);
    if (known !== undefined) return known;
    const asked = this.#issue({ name: "某人", ...claims });
    this.#tokens.set(name, asked);
    return asked;
  }

  async #issue(claims: object): Promise<string> {
    const response = await fetch(`${this.#url}/_embedded/token`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(claims),
    });
    return token.parse(await response.json()).token;
  }
}

export const strangerWith = (roles: readonly string[]): Claims => ({
  sub: `stranger-${roles.join("-")}`,
  roles,
  office: "grid-centre",
  department: "archives",
});
