import { loadProfileFrom } from "../../infra/towns/load.ts";
import { officialCalendar } from "../../shared/calendar/index.ts";
import type { Actor, Context } from "../../shared/decider/index.ts";
import { ownPlatform } from "../../shared/entry-scan/own-platform.ts";
import { memoryFiles } from "../../shared/files/index.ts";
import type { Observability } from "../../shared/observability/index.ts";
import { contextFor, type Runtime } from "../../shared/service/index.ts";
import { cursors, memoryTable, Store, type Table } from "../../shared/store/index.ts";
import type { Role } from "../../shared/town/roles.ts";
import { keyed } from "./keyed.ts";

export const profile = loadProfileFrom("guangtong");
const calendar = officialCalendar();

export const aClerk: Actor = { sub: "clerk-1", name: "张三丰", roles: ["clerk"] };

/** What a piece of code said and counted. */
export interface Overheard extends Observability {
  readonly said: {
    readonly level: string;
    readonly message: string;
    readonly facts: unknown;
    readonly error?: unknown;
  }[];
  readonly counted: Record<string, number>;
}

export function listening(): Overheard {
  const said: Overheard["said"] = [];
  const counted: Record<string, number> = {};
  return {
    said,
    counted,
    info: (message, facts) => void said.push({ level: "info", message, facts }),
    warn: (message, facts) => void said.push({ level: "warn", message, facts }),
    error: (message, error, facts) => void said.push({ level: "error", message, facts, error }),
    count: (metric, by = 1) => {
      counted[metric] = (counted[metric] ?? 0) + by;
    },
    flush: () => undefined,
  };
}

export interface TestRuntime extends Runtime {
  readonly observability: Overheard;
  setClock(now: string): void;
}

/** Everything a function needs, with a clock that stands still. */
export function aRuntime({ table = memoryTable("town-tally") }: { table?: Table } = {}): TestRuntime {
  let now = "2026-10-12T02:00:00.000Z";
  return {
    store: new Store(table),
    town: profile,
    calendar,
    clock: () => now,
    cursors: cursors("a secret of the tests"),
    keyed,
    files: memoryFiles(),
    scanning: ownPlatform(keyed),
    observability: listening(),
    strictAnswers: true,
    setClock: (later) => {
      now = later;
    },
  };
}

/** A context as a decision sees it, without numbers. */
export const aContext = (actor: Actor = aClerk): Omit<Context, "numbers"> => contextFor(aRuntime(), actor);

/** A collaborator that must stay untouched: touching it fails the test. */
export function untouched<T extends object>(name: string, like: T): T {
  return new Proxy(like, {
    get(_target, property) {
      throw new Error(`${name}.${String(property)} was touched`);
    },
  });
}

export interface Asked {
  /** As it stood in the URL, where that tells more than `query`. */
  readonly rawQuery?: string;
  readonly method?: string;
  readonly path: string;
  readonly query?: Record<string, string>;
  readonly headers?: Record<string, string>;
  /** Text, or bytes, which then travel in base64. */
  readonly body?: string | Uint8Array | undefined;
  readonly base64?: boolean;
  readonly claims?: Record<string, string | string[]> | undefined;
}

export const claimsOf = (...roles: Role[]) => ({
  sub: "clerk-1",
  name: "张三丰",
  town: "guangtong",
  roles: `[${roles.join(" ")}]`,
});
