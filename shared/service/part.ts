import type { ProblemTexts } from "../http/problem.ts";
import type { Protocol } from "../http/protocol.ts";
import type { Route } from "../http/route.ts";
import { type Titles, titleTexts } from "../text/index.ts";
import type { Aggregate, Service, Subscription } from "./manifest.ts";

/** A sub-context of a service as its `index.ts` states it. What is left out is empty. */
export interface Part {
  readonly aggregates: readonly Aggregate[];
  readonly routes: readonly Route[];
  readonly subscriptions: readonly Subscription[];
  /** Protocols of others that its routes speak. */
  readonly protocols: readonly Protocol[];
  readonly problems: ProblemTexts;
  /** What its fields are called and what their values mean. */
  readonly titles: Titles;
  /** Whether any part of the service may refuse with its codes. */
  readonly isShared?: true;
  /** Parts before it whose rules its own rules ask, so that it may refuse with their codes. */
  readonly asks?: readonly Pick<Part, "routes" | "problems">[];
  /** The parts of which it was joined. */
  readonly parts?: readonly Part[];
}

/** Declares a sub-context: its aggregates, its routes, its reactions, its refusals and the titles of its fields. */
export const part = (stated: Partial<Part>): Part => ({
  aggregates: [],
  routes: [],
  subscriptions: [],
  protocols: [],
  problems: {},
  titles: {},
  ...stated,
});

/** What a manifest takes of its parts. */
export type JoinedParts = Pick<Service, "aggregates" | "routes" | "subscriptions" | "protocols" | "problems"> & {
  readonly parts: readonly Part[];
};

/** The parts of a service as its manifest takes them. Two parts may share a word; a code or a word has one text. */
export function joined(parts: readonly Part[]): JoinedParts {
  const texts = parts.flatMap(({ problems, titles }) => [
    ...Object.entries(problems),
    ...Object.entries(titleTexts(titles)),
  ]);
  const known = new Map<string, string>();
  for (const [code, { zh, en }] of texts) {
    const before = known.get(code);
    const said = `${zh} / ${en}`;
    if (before !== undefined && before !== said) throw new Error(`two texts for ${code}: ${before}; ${said}`);
    known.set(code, said);
  }
  return {
    parts: parts.flatMap((one) => one.parts ?? [one]),
    aggregates: parts.flatMap(({ aggregates }) => aggregates),
    routes: parts.flatMap(({ routes }) => routes),
    subscriptions: parts.flatMap(({ subscriptions }) => subscriptions),
    protocols: parts.flatMap(({ protocols }) => protocols),
    problems: Object.fromEntries(texts),
  };
}
