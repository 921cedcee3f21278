import { setTimeout as pause } from "node:timers/promises";
import * as z from "zod";

/** Who calls: the claims a token is asked for with. */
export interface Caller {
  readonly sub: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly office?: string;
  readonly department?: string;
  /** Of which paper the claim `party` is made. */
  readonly partyOf?: { readonly idNumber: string };
}

/** Leave to send a file: where, and with which headers. */
export const uploadLeave = z.object({ url: z.string(), headers: z.record(z.string(), z.string()) });
export type UploadLeave = z.infer<typeof uploadLeave>;

const token = z.object({ token: z.string() });
const problem = z.object({
  code: z.string(),
  detail: z.string(),
  details: z.record(z.string(), z.unknown()).optional(),
});
export type Problem = z.infer<typeof problem>;
const clock = z.object({ now: z.string(), today: z.iso.date() });
const found = z.object({ id: z.string() });
const mostPages = 50;

/** A refusal of the town that nobody counted on, with its stable code. */
export class Refused extends Error {
  override readonly name = "Refused";
  readonly code: string;
  constructor(path: string, { code, detail, details }: Problem) {
    super(`${path}: ${code}: ${detail} ${JSON.stringify(details ?? {})}`);
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

  /** What only has to be done; its answer is not needed. */
  async act(path: string, body: object, caller: Caller): Promise<void> {
    await this.#call("POST", path, body, caller);
  }

  /** A file goes where the town gave leave to send it. */
  async upload({ url, headers }: UploadLeave, content: string): Promise<void> {
    const { ok, status } = await fetch(url, { method: "PUT", headers, body: content });
    if (!ok) throw new Error(`the file was not taken: ${status}`);
  }

  /** What the town must refuse, for this reason and no other. @throws what came instead */
  async refuses(code: string, path: string, body: object, caller: Caller): Promise<Problem> {
    const response = await this.#send("POST", path, body, caller);
    const told = problem.safeParse(await response.json());
    if (response.ok || told.data?.code !== code)
      throw new Error(`${path}: ${code} expected, ${response.status} ${told.data?.code ?? ""} came`);
    return told.data;
  }

  /** What may be refused yet: the code of the refusal; undefined: it is done. */
  async asks(path: string, body: object, caller: Caller): Promise<string | undefined> {
    const response = await this.#send("POST", path, body, caller);
    const answer: unknown = await response.json();
    return response.ok ? undefined : problem.parse(answer).code;
  }

  /** Every entry of a list, over its pages. */
  async all<S extends z.ZodType>(path: string, shape: S, caller?: Caller): Promise<z.output<S>[]> {
    const page = z.object({ items: z.array(shape), next: z.string().optional() });
    const items: z.output<S>[] = [];
    let cursor = "";
    for (let pages = 0; pages < mostPages; pages += 1) {
      const answer = await this.get(`${path}${path.includes("?") ? "&" : "?"}limit=100${cursor}`, page, caller);
      items.push(...answer.items);
      if (answer.next === undefined) break;
      cursor = `&cursor=${encodeURIComponent(answer.next)}`;
    }
    return items;
  }

  async bytes(path: string, caller: Caller): Promise<Uint8Array> {
    const response = await this.#send("GET", path, undefined, caller);
    if (!response.ok) throw new Refused(path, problem.parse(await response.json()));
    return new Uint8Array(await response.arrayBuffer());
  }

  /** The first event of a stream, as text. */
  async text(path: string): Promise<string> {
    return (await this.#send("GET", path)).text();
  }

  /** A new thing; its id. */
  async made(path: string, body: object, caller: Caller): Promise<string> {
    return (await this.post(path, body, found, caller)).id;
  }

  async time(): Promise<z.infer<typeof clock>> {
    return this.get("/_embedded/clock", clock);
  }

  async setClock(now: string): Promise<void> {
    await this.#call("PUT", "/_embedded/clock", { now });
  }

  /** Waits until everything committed has reached everybody it concerns. */
  async settle(): Promise<void> {
    await this.#call("POST", "/_embedded/settle", {});
  }

  async #call(method: string, path: string, body?: object, caller?: Caller): Promise<unknown> {
    const response = await this.#send(method, path, body, caller);
    const text = await response.text();
    const answer: unknown = text === "" ? {} : JSON.parse(text);
    if (response.ok) return answer;
    throw new Refused(`${method} ${path}`, problem.parse(answer));
  }

  /** A town that is just starting says so; it is asked again. */
  async #send(method: string, path: string, body?: object, caller?: Caller): Promise<Response> {
    for (let attempt = 1; ; attempt += 1) {
      const response = await fetch(`${this.url}${path}`, {
        method,
        headers: {
          "content-type": "application/json",
          ...(caller === undefined ? {} : { authorization: `Bearer ${await this.#token(caller)}` }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (response.status !== 503 || attempt === 60) return response;
      await pause(1000);
    }
  }

  #token(caller: Caller): Promise<string> {
    const known = this.#tokens.get(caller.sub);
    if (known !== undefined) return known;
    const asked = this.post("/_embedded/token", caller, token).then((answer) => answer.token);
    this.#tokens.set(caller.sub, asked);
    return asked;
  }
}
