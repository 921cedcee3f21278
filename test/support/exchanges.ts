import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import type { Route } from "../../shared/http/route.ts";
import type { Exchange } from "./by-document.ts";

/**
 * What tests sent and were answered, kept while `npm run samples` runs them: for each body and each answer the few that say most.
 * `npm run examples` makes the examples of the OpenAPI document from them.
 */
const folder = join(import.meta.dirname, "../../node_modules/.cache/qiangzhen");
const file = join(folder, "exchanges.json");

/** Operation → `body` or the status of the answer → what was sent or answered. */
const exchanges = z.record(z.string(), z.record(z.string(), z.array(z.unknown())));
export type Exchanges = z.infer<typeof exchanges>;

type Heard = Map<string, Map<string, Map<string, unknown>>>;
const isHeard = process.env.SAMPLES === "write";
/** The tests of a worker share their modules, but not all of them: what was heard outlives a file of tests. */
const all: Heard =
  z.custom<Heard>((value) => value instanceof Map).safeParse(Reflect.get(globalThis, "exchanges")).data ??
  (isHeard ? heardBefore() : new Map());
Reflect.set(globalThis, "exchanges", all);

function heardBefore(): Heard {
  const parts = (told: Exchanges[string]) =>
    Object.entries(told).map(
      ([part, values]) => [part, new Map(values.map((value) => [JSON.stringify(value), value]))] as const,
    );
  return new Map(Object.entries(keptExchanges()).map(([operation, told]) => [operation, new Map(parts(told))]));
}

/** How many of each are kept, and how long one may be. */
const most = 6;
const longest = 1_500;

/** Notes what a test sent in JSON and was answered in JSON, if it was done. */
export function noteExchange(
  routes: readonly Route[],
  { method, path, sent, status, text }: Pick<Exchange, "method" | "path" | "sent" | "status" | "text">,
): void {
  if (!isHeard || status < 200 || status > 299) return;
  const [bare = ""] = path.split("?");
  const route = routes
    .toSorted((one, other) => Number(one.path.includes("{")) - Number(other.path.includes("{")))
    .find((one) => one.method === method && patternOf(one.path).test(bare));
  if (route === undefined || route.produces !== undefined || route.accepts !== undefined) return;
  const operation = `${route.method} ${route.path}`;
  if (route.body !== undefined) note(operation, "body", JSON.parse(sent || "{}"));
  if (text !== "") note(operation, String(status), JSON.parse(text));
}

const patternOf = (path: string) => new RegExp(`^${path.replaceAll(/\{\w+\}/g, "[^/]+")}$`);

function note(operation: string, part: string, value: unknown): void {
  const parts = all.get(operation) ?? new Map<string, Map<string, unknown>>();
  all.set(operation, parts);
  const known = parts.get(part) ?? new Map<string, unknown>();
  const texts = [...known.keys(), JSON.stringify(value)];
  known.set(JSON.stringify(value), value);
  const kept = new Set(texts.toSorted(bySaying).slice(0, most));
  parts.set(part, new Map([...known].filter(([text]) => kept.has(text))));
}

/** First what says most of those that are not too long; then the shorter of the others. */
export function bySaying(one: string, other: string): number {
  const [isLong, isOtherLong] = [one.length > longest, other.length > longest];
  if (isLong !== isOtherLong) return isLong ? 1 : -1;
  const difference = isLong ? one.length - other.length : other.length - one.length;
  return difference === 0 ? (one < other ? -1 : 1) : difference;
}

/** What was heard in the last runs. */
export function keptExchanges(): Exchanges {
  return existsSync(file) ? exchanges.parse(JSON.parse(readFileSync(file, "utf8"))) : {};
}

/** Writes what was heard so far. */
export function keepExchanges(): void {
  mkdirSync(folder, { recursive: true });
  const plain = [...all].map(([operation, parts]) => [
    operation,
    Object.fromEntries([...parts].map(([part, known]) => [part, [...known.values()]])),
  ]);
  writeFileSync(file, JSON.stringify(Object.fromEntries(plain)));
}
