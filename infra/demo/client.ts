import * as z from "zod";

/** Who calls: the claims a token is asked for with. */
export interface Caller {
  readonly sub: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly office?: string;
}

const token = z.object({ token: z.string() });
const problem = z.object({ code: z.string(), detail: z.string() });
const clock = z.object({ now: z.string() });

/** A refusal of the town, with its stable code. */
export class Refused extends Error {
  override readonly name = "Refused";
  readonly code: string;
  constructor(path: string, { code, detail }: z.infer<typeof problem>) {
    super(`${path}: ${code}: ${detail}`);
    this.code = code;
  }
}

/** The town's public HTTP API, as a front end would use it. */
export class Town {
  readonly url: string;
  readonly #tokens = new Map<string, Promise<string>>();

  constructor(url: string) {
    this.url = url.replace(/\/$/, "");
  }

  async get<S extends z.ZodType>(path: string, shape: S, caller?: Caller): Promise<z.output<S>> {
    return shape.parse(await this.#call("GET", path, undefined, caller));
  }

  async post<S extends z.ZodType>(path: string, body: object, shape: S, caller?: Caller): Promise<z.output<S>> {
    return shape.parse(await this.#call("POST", path, body, caller));
  }

  async now(): Promise<string> {
    return (await this.get("/_embedded/clock", clock)).now;
  }

  async setClock(now: string): Promise<void> {
    await this.#call("PUT", "/_embedded/clock", { now });
  }

  /** Waits until everything committed has reached everybody it concerns. */
  async settle(): Promise<void> {
    await this.#call("POST", "/_embedded/settle", {});
  }

  async #call(method: string, path: string, body?: object, caller?: Caller): Promise<unknown> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        "content-type": "application/json",
        ...(caller === undefined ? {} : { authorization: `Bearer ${await this.#token(caller)}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const answer: unknown = text === "" ? {} : JSON.parse(text);
    if (response.ok) return answer;
    throw new Refused(path, problem.parse(answer));
  }

  #token(caller: Caller): Promise<string> {
    const known = this.#tokens.get(caller.sub);
    if (known !== undefined) return known;
    const asked = this.post("/_embedded/token", caller, token).then((answer) => answer.token);
    this.#tokens.set(caller.sub, asked);
    return asked;
  }
}
