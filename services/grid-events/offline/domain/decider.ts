import { type Decision, deciderOf, present } from "../../../../shared/decider/index.ts";
import type { OfflineEntry } from "./entry.ts";
import type { EntryCommand, EntryEvent, EntryWords } from "./messages.ts";
import { entryMoves } from "./moves.ts";
import { notNow, refuse } from "./refusals.ts";

type Decided = Decision<EntryEvent>;
type CommandOf<T extends EntryCommand["type"]> = Extract<EntryCommand, { type: T }>;

/** An entry that another one builds on, and that has not come yet. */
const expect = ({ entry, owner, dependent }: CommandOf<"expect">): Decided => [
  { type: "grid-events.offline-entry.expected", data: { entry, dependent }, personal: { owner } },
];
const take = ({ received, owner, said }: CommandOf<"take">): Decided => [
  { type: "grid-events.offline-entry.taken", data: received, personal: { owner, said } },
];

/** The first body under an id stays. The same one again changes nothing; another one is refused. */
function takeAgain(state: OfflineEntry, command: CommandOf<"take">): Decided {
  if (state.digest === undefined) return take(command);
  return state.digest === command.received.digest
    ? []
    : refuse("grid-events.entry-id-reused", { entry: state.entry }, "/id");
}

/** A correction names one refused entry, and one entry corrects it. */
function correct(state: OfflineEntry, { by }: CommandOf<"correct">): Decided {
  if (state.correctedBy === by) return [];
  if (state.correctedBy !== undefined)
    return notNow("grid-events.already-corrected", { entry: state.entry, by: state.correctedBy });
  return [{ type: "grid-events.offline-entry.corrected", data: { entry: state.entry, by }, personal: {} }];
}

const over: ReadonlySet<string> = new Set(["done", "refused", "corrected"]);

/** An entry that a worker wrote without a network: received once, in any order and however often it is sent. */
export const offlineEntry = deciderOf<EntryWords>({
  aggregate: "offline-entry",
  shape: 1,
  ended: ({ status }) => over.has(status),
  retainedAs: "voice",
  moves: entryMoves,
  impossible: "grid-events.entry-answered",
  begin: { expect, take },
  steps: {
    expect: ({ entry, dependents }, { dependent }) =>
      dependents.includes(dependent)
        ? []
        : [{ type: "grid-events.offline-entry.awaited", data: { entry, dependent }, personal: {} }],
    take: takeAgain,
    wait: ({ entry, waitsFor }, { on }) =>
      waitsFor === on ? [] : [{ type: "grid-events.offline-entry.waiting", data: { entry, on }, personal: {} }],
    finish: ({ entry, status }, { event, version }) =>
      status === "done" || status === "corrected"
        ? []
        : [{ type: "grid-events.offline-entry.done", data: { entry, ...present({ event, version }) }, personal: {} }],
    refuse: ({ entry, status }, { code, details, present: now }) =>
      over.has(status)
        ? []
        : [
            {
              type: "grid-events.offline-entry.refused",
              data: { entry, code, ...present({ present: now }) },
              personal: { details },
            },
          ],
    correct,
  },
  begun: {
    "grid-events.offline-entry.expected": ({ data: { entry, dependent }, personal }) => ({
      ...{ status: "expected", entry, dependents: [dependent] },
      ...personal,
    }),
    "grid-events.offline-entry.taken": ({ data, personal, time }, before) => ({
      ...{ status: "received", receivedAt: time, dependents: before?.dependents ?? [] },
      ...data,
      ...personal,
    }),
  },
  effects: {
    "grid-events.offline-entry.awaited": (state, { data: { dependent } }) => ({
      ...state,
      dependents: [...state.dependents, dependent],
    }),
    "grid-events.offline-entry.waiting": (state, { data: { on } }) => ({ ...state, status: "waiting", waitsFor: on }),
    "grid-events.offline-entry.done": (
      { waitsFor: _waited, code: _code, details: _details, present: _present, ...state },
      { data: { event, version: eventVersion } },
    ) => ({ ...state, status: "done", ...present({ event, eventVersion }) }),
    "grid-events.offline-entry.refused": (
      { waitsFor: _waited, ...state },
      { data: { code, present: now }, personal },
    ) => ({ ...state, status: "refused", code, details: personal.details, ...present({ present: now }) }),
    "grid-events.offline-entry.corrected": (state, { data: { by } }) => ({
      ...state,
      ...{ status: "corrected", correctedBy: by },
    }),
  },
  listed: ({ status, owner, receivedAt = "", sequence = 0 }, id) => {
    const sort = `${receivedAt}#${String(sequence).padStart(10, "0")}#${id}`;
    return {
      byCode: { partition: entryPartition(id), sort },
      ...(owner === undefined
        ? {}
        : {
            byOwner: { partition: `offline-entry:${owner}`, sort },
            byStatus: { partition: ownersEntries(owner, status), sort },
          }),
    };
  },
});

/** Where one entry stands alone. */
export const entryPartition = (id: string): string => `offline-entry:${id}`;
/** Where the entries of a person in a state stand. */
export const ownersEntries = (owner: string, status: OfflineEntry["status"]): string =>
  `offline-entry:${status}:${owner}`;
