import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import type { RunningTown, TownOptions } from "../../infra/embedded/start.ts";
import { loadProfileFrom } from "../../infra/towns/load.ts";
import { startLaneTown } from "./lane.ts";
import { ledgerService } from "./ledger.ts";
import { tallyService } from "./tally.ts";

/** Guangtong with two services of the tests and another department that wants all about tallies. */
export const testTown = {
  profile: {
    ...loadProfileFrom("guangtong"),
    subscribers: [{ id: "county-statistics", department: "government-services", types: ["tally.tally.*"] }],
  },
  lists: { licences: [], services: [], penalties: [] },
};
export const testServices = [tallyService, ledgerService];
export const subscriberQueue = "guangtong-subscriber-county-statistics.fifo";

export const startTestTown = (options: TownOptions & { readonly dataDir: string }): Promise<RunningTown> =>
  startLaneTown({ town: testTown, services: testServices, port: 0, retryDelay: 5, ...options });

/** A data directory of a test's own; `remove` takes it away. */
export async function aDataDirectory() {
  const path = await mkdtemp(join(tmpdir(), "qiangzhen-town-"));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

const record = z.record(z.string(), z.unknown());

/** Talks to a running town over HTTP. */
export class Caller {
  readonly url: string;
  #token: string | undefined;

  constructor(url: string) {
    this.url = url;
  }

  /** Signs in as somebody with these roles. */
  async as(...roles: string[]): Promise<Caller> {
    const { body } = await this.call("POST", "/_embedded/token", {
      sub: `${roles.join("-")}-1`,
      name: "张三丰",
      roles,
    });
    const caller = new Caller(this.url);
    caller.#token = z.string().parse(body.token);
    return caller;
  }

  async call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.#send(path, {
      method,
      headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
  }

  /** Posts bytes as they are. */
  bytes = (path: string, body: Buffer, headers: Record<string, string>) =>
    this.#send(path, { method: "POST", headers, body: new Uint8Array(body) });

  async #send(path: string, init: RequestInit & { headers: Record<string, string> }): Promise<Answer> {
    const signed = this.#token === undefined ? {} : { authorization: `Bearer ${this.#token}` };
    const response = await fetch(`${this.url}${path}`, { ...init, headers: { ...signed, ...init.headers } });
    const text = await response.text();
    const parsed: unknown = text === "" ? {} : JSON.parse(text);
    return {
      status: response.status,
      headers: response.headers,
      body: Array.isArray(parsed) ? { items: parsed } : record.parse(parsed),
    };
  }

  get = (path: string, headers?: Record<string, string>) => this.call("GET", path, undefined, headers);
  post = (path: string, body: unknown = {}, headers?: Record<string, string>) => this.call("POST", path, body, headers);

  /** Opens a tally and answers its id. */
  async openTally(body: Record<string, unknown> = { book: "一" }): Promise<string> {
    const { status, body: view } = await this.post("/tally/tallies", body);
    if (status !== 201) throw new Error(`not opened: ${status} ${JSON.stringify(view)}`);
    return z.string().parse(view.id);
  }

  async settle(): Promise<void> {
    const { status, body } = await this.post("/_embedded/settle");
    if (status !== 200) throw new Error(JSON.stringify(body));
  }
}
