import type * as z from "zod";
import type { Actor, Decider, DomainEvent, Rejection } from "../decider/index.ts";
import type { ProblemTexts, Text } from "../http/problem.ts";
import type { Protocol } from "../http/protocol.ts";
import type { Route } from "../http/route.ts";
import type { CloudEvent } from "../messaging/cloud-event.ts";
import type { Counting } from "../per-day/index.ts";
import type { Refolding } from "../store/index.ts";
import type { TownLists } from "../town/lists.ts";
import type { TownProfile } from "../town/profile.ts";
import type { Runtime } from "./runtime.ts";

/** A command of one of the service's own aggregates, ready to be carried out. */
export interface Instruction {
  /** What it acts on; the same cause and key act once, and a second one of the same key counts as another. */
  readonly key?: string;
  carryOut(runtime: Runtime, cause: { readonly id: string; readonly traceparent?: string }): Promise<Carried>;
}

/**
 * What became of an instruction; a refusal carries its code, and what the decider said about it.
 * `began`: kind and id of what is there since this instruction. `missing`: of what is not there, which others may yet begin.
 */
export type Carried =
  | { readonly done: true; readonly began?: string }
  | { readonly done: false; readonly code: string; readonly missing?: string; readonly details?: Rejection["details"] };

/**
 * What became of a deadline: the steps taken (0: it had moved on already) and the next deadline of the aggregate, or the
 * code that says why no step was possible.
 */
export type Passed =
  | { readonly done: true; readonly steps: 0 | 1; readonly next: string | undefined }
  | { readonly done: false; readonly code: string };

/** What the service does when another service, or it itself, has published an event of this type. */
export interface Subscription {
  readonly type: string;
  /** Only the fields the reaction needs: a drift of the rest is a metric, not an outage. */
  readonly needs: z.ZodType;
  react(event: CloudEvent): readonly Instruction[];
}

export interface Index {
  readonly name: string;
  /** `keys`: the index tells where the states are, and they are read as they stand; `all`: it holds a copy of each. */
  readonly projection: "all" | "keys";
}

/** Any aggregate of a service, as the clockwork and the tests see it. */
export interface Aggregate {
  readonly name: string;
  /** Takes the one step that a passed deadline asks of the aggregate of this id. */
  onDeadline?(runtime: Runtime, id: string, due: string): Promise<Passed>;
  /** Made of its decider alone: who has the decider has all of it. */
  readonly alone?: true;
  /** So much of the decider as upkeep needs, which fields of its events hold a login, and its moves. */
  readonly decider: Refolding & Pick<Decider<unknown, never, DomainEvent>, "logins" | "moves">;
}

/** What a service knows of a person besides his token, looked up before anything is answered to him. */
export type Acquaint = (actor: Actor, runtime: Runtime) => Actor | Promise<Actor>;

export type FunctionKind = "api" | "relay" | "reactions" | "clockwork" | "opening";

/** A service, declared once. CDK, the embedded runtime, OpenAPI, AsyncAPI and the authorisation test are built from it. */
export interface Service {
  readonly name: string;
  readonly title: Text;
  readonly aggregates: readonly Aggregate[];
  /** Sparse indexes of the table; the one of deadlines is always there. */
  readonly indexes: readonly Index[];
  readonly routes: readonly Route[];
  /** Protocols of others, each below a path of its own: routes there are outside the house's rules, and listed as such. */
  readonly protocols?: readonly Protocol[];
  readonly subscriptions: readonly Subscription[];
  /** What the requests of its routes count as, by person and day. */
  readonly counting?: Counting;
  /** What it adds to the actor of a request, such as the people whom he leads; exported by a module of its own. */
  readonly acquaint?: Acquaint;
  /** Published events by type, with the schema of their data; a type not listed stays in the house. */
  readonly publishes: Readonly<Record<string, z.ZodType>>;
  /** Texts of refusals by code; besides, `word.<value>` says what a value means and `field.<name>` what a field is called. */
  readonly problems: ProblemTexts;
  /** Its parts, for documents that say which part refuses with which codes. */
  readonly parts?: readonly {
    readonly routes: readonly Route[];
    readonly problems: ProblemTexts;
    readonly isShared?: true;
    readonly asks?: readonly { readonly routes: readonly Route[]; readonly problems: ProblemTexts }[];
  }[];
  /** Whether the service keeps files: a bucket in the cloud, a directory on one machine; its runtime's `files`. */
  readonly files?: true;
  /** Files a function finds beside its code: name → what it is in the packages. Elsewhere they are read where they are. */
  readonly assets?: { readonly [kind in FunctionKind]?: Readonly<Record<string, string>> };
  /**
   * What a new town begins with, from its profile and lists. An instruction's key is carried out once; what may follow
   * again (a list changed and changed back) has the instant of asking in its key.
   */
  readonly opening?: (
    town: TownProfile,
    lists: TownLists,
    asked: string,
  ) => Iterable<Instruction & { readonly key: string; readonly subject: string }>;
  readonly functions: Readonly<Record<FunctionKind, { readonly memoryMb: number; readonly timeoutSeconds: number }>>;
  /** A message is set aside as dead after this many attempts. */
  readonly attempts: number;
}
