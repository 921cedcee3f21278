import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { officialCalendar, startOfDay, todayIn } from "../../shared/calendar/index.ts";
import {
  type Actor,
  type Context,
  type Decider,
  type DomainEvent,
  isRejection,
  theTownItself,
} from "../../shared/decider/index.ts";
import type { Service } from "../../shared/service/index.ts";
import { folded } from "../../shared/store/folding.ts";
import type { Refolding } from "../../shared/store/index.ts";
import type { StoredEvent } from "../../shared/store/items.ts";
import { keyed } from "./keyed.ts";
import type { SampledEvent } from "./samples.ts";
import { profile } from "./tally-town.ts";

/** Keys as the town gives them: digits that a decider may reckon with. */
const keyOfTests = (login: string) => keyed("actor", login, 16);

interface Typed {
  readonly type: string;
}
/** A decider whole: the manifest shows so much of it as upkeep needs. */
type Kind = Decider<unknown, Typed, DomainEvent>;
const whole = z.custom<Kind>((value) => typeof Reflect.get(Object(value), "decide") === "function");

/** What was seen of one decider: states it was asked in, and commands by their type, each with its actor and instant. */
export interface Seen {
  readonly service: string;
  readonly kind: Kind;
  readonly states: Map<string, unknown>;
  readonly commands: Map<string, readonly Given[]>;
}
export interface Given {
  readonly command: Typed & Readonly<Record<string, unknown>>;
  readonly actor: Actor;
  readonly now: string;
}

const most = { states: 400, commands: 60 } as const;
const typed = z.looseObject({ type: z.string() });

/** Listens to every decider of the manifests: what it is asked, in which state, by whom. It answers as before. */
export function listenToDeciders(services: readonly Service[]): readonly Seen[] {
  return services.flatMap(({ name, aggregates }) =>
    aggregates.map(({ decider }): Seen => {
      const kind = whole.parse(decider);
      const seen: Seen = { service: name, kind, states: new Map(), commands: new Map() };
      const decide = kind.decide.bind(kind);
      Object.assign(kind, {
        decide(state: unknown, command: Typed, context: Context) {
          note(seen, state, command, context);
          return decide(state, command, context);
        },
      });
      return seen;
    }),
  );
}

function note({ states, commands }: Seen, state: unknown, command: unknown, { actor, now }: Context): void {
  if (state !== undefined && states.size < most.states) states.set(JSON.stringify(state), state);
  const { data } = typed.safeParse(command);
  const known = data && (commands.get(data.type) ?? []);
  if (data !== undefined && known !== undefined && known.length < most.commands)
    commands.set(data.type, [...known, { command: data, actor, now }]);
}

/** A kind of fault, with the first of its kind. */
export interface DeciderFault {
  readonly what: string;
  readonly first: string;
}
export interface DeciderFuzzing {
  readonly faults: readonly DeciderFault[];
  /** How many commands were taken, refused, and changed nothing. */
  readonly taken: number;
  readonly refused: number;
  readonly idle: number;
}

/** A small generator of numbers: the same seed asks the same. */
function randomOf(seed: number) {
  let at = seed >>> 0;
  const next = () => {
    at = (at + 0x6d2b79f5) >>> 0;
    let t = Math.imul(at ^ (at >>> 15), 1 | at);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const pick = <T>(all: readonly T[]): T | undefined => all[Math.floor(next() * all.length)];
  return { next, pick };
}
type Random = ReturnType<typeof randomOf>;

const calendar = officialCalendar();
const days = [-400, -30, -1, 0, 0, 0, 1, 2, 7, 15, 31, 90, 400, 1200];

/**
 * Gives a decider random commands: those that were seen, with fields of others of their type, in any state that was seen or
 * that follows from them, on any day, by any person who was seen. A command is taken or refused and never throws, and what
 * is taken can be folded, also from the text that the table keeps.
 */
export function fuzzDecider(seen: Seen, everybody: readonly Actor[], commands: number, seed: number): DeciderFuzzing {
  const random = randomOf(seed);
  const states = [...seen.states.values()];
  const given = [...seen.commands.values()];
  const faults = new Map<string, DeciderFault>();
  const counts = { taken: 0, refused: 0, idle: 0 };
  let serial = 0;
  for (let told = 0; told < commands && given.length > 0; ) {
    let state: unknown = random.next() < 0.15 ? undefined : random.pick(states);
    for (let step = 0; step < 4 && told < commands; step += 1, told += 1) {
      const one = commandFor(seen, state, given, random);
      if (one === undefined) break;
      const context: Context = {
        ...momentOf(one.now, random),
        ...{ actor: actorFor(one.actor, everybody, random), calendar, town: profile },
        numbers: { take: () => (serial += 1) },
        keyOf: keyOfTests,
      };
      try {
        const decided = seen.kind.decide(state, one.command, context);
        if (isRejection(decided)) counts.refused += 1;
        else if (decided.length === 0) counts.idle += 1;
        else {
          counts.taken += 1;
          state = foldedBoth(seen.kind, state, decided, context);
        }
      } catch (error) {
        const what = `${seen.service}/${seen.kind.aggregate} ${String(one.command.type)}: ${shortly(error)}`;
        const first = `${JSON.stringify(one.command)} by ${context.actor.sub} at ${context.now} in ${JSON.stringify(state)}`;
        if (!faults.has(what)) faults.set(what, { what, first: `${first.slice(0, 3000)}\n${stackOf(error)}` });
        break;
      }
    }
  }
  return { faults: [...faults.values()], ...counts };
}

const shortly = (error: unknown) =>
  (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, 200);
const stackOf = (error: unknown) =>
  error instanceof Error ? (error.stack ?? "").split("\n").slice(1, 5).join("\n") : "";

/** A deadline of the state, or a command that was seen, with fields of its like. */
function commandFor(
  { kind }: Seen,
  state: unknown,
  given: readonly (readonly Given[])[],
  random: Random,
): Given | undefined {
  const due = state === undefined ? undefined : kind.nextDeadline?.(state);
  if (due !== undefined && kind.onDeadline !== undefined && random.next() < 0.15)
    return { command: typed.parse(kind.onDeadline(state)), actor: theTownItself, now: due };
  const like = random.pick(given) ?? [];
  const one = random.pick(like);
  return one && { ...one, command: crossed(one.command, like, random) };
}

/** Each field is sometimes another's of the same type, or left out where another leaves it out. */
function crossed(command: Given["command"], like: readonly Given[], random: Random): Given["command"] {
  const fields: Record<string, unknown> = { ...command };
  for (const field of new Set(like.flatMap((one) => Object.keys(one.command)))) {
    if (field === "type" || random.next() > 0.3) continue;
    const other = random.pick(like);
    if (other === undefined) continue;
    if (Object.hasOwn(other.command, field)) fields[field] = other.command[field];
    else delete fields[field];
  }
  return typed.parse(fields);
}

function momentOf(seenAt: string, random: Random): Pick<Context, "now" | "today"> {
  const today = todayIn(seenAt).add({ days: random.pick(days) ?? 0 });
  const start = Temporal.Instant.from(startOfDay(today));
  const at = random.next() < 0.3 ? 0 : Math.floor(random.next() * 86_399);
  return { now: start.add({ seconds: at }).toString(), today };
}

function actorFor(actor: Actor, everybody: readonly Actor[], random: Random): Actor {
  const chance = random.next();
  if (chance < 0.6) return actor;
  const other = random.pick(everybody) ?? actor;
  return chance < 0.9 ? other : { ...actor, sub: other.sub };
}

/** The state after events: folded as it is, and from its text as the table keeps it. Lists and deadlines of both agree. */
function foldedBoth(kind: Kind, before: unknown, events: readonly DomainEvent[], { now, actor }: Context): unknown {
  let [state, stored] = [before, clone(before)];
  for (const [at, event] of events.entries()) {
    const recorded = { sequence: at + 2, time: now, actor: actor.sub };
    state = kind.evolve(state, { ...event, ...recorded });
    stored = kind.evolve(stored, { ...(clone(event) ?? event), ...recorded });
  }
  const [told, kept] = [lookedAt(kind, state), lookedAt(kind, stored)];
  if (told !== kept)
    throw new Error(`the fold of the stored text differs: ${kept.slice(0, 300)} / ${told.slice(0, 300)}`);
  return state;
}

const clone = <T>(value: T): T | undefined => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));

const lookedAt = (kind: Kind, state: unknown): string =>
  JSON.stringify([state, kind.listed?.(state, "id"), kind.nextDeadline?.(state), kind.ended?.(state)]);

/** The states of a sample's history after each of its events. */
export function foldsOf(kind: Refolding, events: readonly SampledEvent[], shape: number): readonly unknown[] {
  return events.map((_event, at) => {
    const stored = events.slice(0, at + 1).map(
      ({ personal, ...event }): StoredEvent => ({
        ...event,
        ...(personal === undefined ? {} : { personal }),
        ...{ pk: "", sk: "", aggregate: kind.aggregate, id: "sample", shape, previous: "", hash: "" },
      }),
    );
    return folded(kind, stored);
  });
}

/** Acts on every deadline until a day, half of them late. Answers what stood still or threw. */
export function clockedUntil(decider: Refolding, begun: unknown, until: string): readonly string[] {
  const kind = whole.parse(decider);
  const last = startOfDay(until);
  let state = begun;
  for (let round = 0; round < 6_000; round += 1) {
    const due = kind.nextDeadline?.(state);
    if (due === undefined || kind.onDeadline === undefined || Temporal.Instant.compare(due, last) > 0) return [];
    const command = kind.onDeadline(state);
    const where = `${command.type} at ${due}`;
    const now = Temporal.Instant.from(due).add({ hours: round % 2 === 0 ? 0 : 30 });
    const context = {
      now: now.toString(),
      today: todayIn(now.toString()),
      actor: theTownItself,
      calendar,
      town: profile,
    };
    const decided = kind.decide(state, command, { ...context, numbers: { take: () => 1 }, keyOf: keyOfTests });
    if (isRejection(decided)) return [`${where} is refused: ${decided.code}`];
    if (decided.length === 0) return [`${where} stands still`];
    state = foldedBoth(kind, state, decided, { ...context, numbers: { take: () => 1 } });
  }
  return ["the clock does not come to rest"];
}
