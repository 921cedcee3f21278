import { minutesLater } from "../../../../../shared/calendar/index.ts";
import { type Context, type Decision, deciderOf, type OfType } from "../../../../../shared/decider/index.ts";
import { notNow, type PowerRefusal } from "../refusals.ts";
import type { ListImport, ListImportCommand, ListImportEvent, RunningImport } from "./words.ts";

/** There is one list, and one record of its imports. */
export const theList = "list";

/** An import that has not switched the list after so many minutes was abandoned: no request lives so long. */
const stagingMinutes = 2;

/** So many imports are remembered; a repetition of an older one meets the list as it is. */
const remembered = 20;

interface ListImportWords {
  readonly state: ListImport;
  readonly command: ListImportCommand;
  readonly event: ListImportEvent;
  readonly moves: Record<never, never>;
  readonly begins: "open";
  readonly begun: "powers.list-import.opened";
  readonly refusal: PowerRefusal;
}

/**
 * X5: which import has the list. One opens it, lays down its parts, and switches to them in one write. A list that is open
 * takes no other import and no change of an entry, so that the import's plan is still true at the switch.
 */
export const listImport = deciderOf<ListImportWords>({
  aggregate: "list-import",
  shape: 1,
  begin: { open: (command, context) => open(undefined, command, context) },
  always: { open, adopt, "carry-on": carryOn, abandon },
  begun: {
    "powers.list-import.opened": ({ data: { import: id, asked, until, by } }, before) => ({
      ...(before ?? { revision: 0, done: [] }),
      running: { id, asked, until, by },
    }),
  },
  effects: {
    "powers.list-import.adopted": (state, { data: { parts } }) => ({
      ...state,
      revision: state.revision + 1,
      ...(state.running === undefined ? {} : { running: { ...state.running, adopted: { parts, carried: 0 } } }),
    }),
    "powers.list-import.carried-on": (state, { data: { import: id, next, parts } }) =>
      next === parts ? finished(state, id) : withCarried(state, next),
    "powers.list-import.abandoned": ({ running: _running, ...state }) => state,
  },
  nextDeadline: ({ running }) => (running === undefined || running.adopted !== undefined ? undefined : running.until),
  onDeadline: ({ running }) => ({ type: "abandon", id: running?.id ?? "" }),
});

/** The import that holds the list at an instant: adopted and not carried out yet, or laid down in time. */
export function importHolding(state: ListImport | undefined, now: string): RunningImport | undefined {
  const { running } = state ?? {};
  return running === undefined || (running.adopted === undefined && running.until <= now) ? undefined : running;
}

function open(
  state: ListImport | undefined,
  { id, asked, by }: OfType<ListImportCommand, "open">,
  { now }: Context,
): Decision<ListImportEvent> {
  if (importHolding(state, now) !== undefined) return notNow("powers.import-under-way");
  const left = state?.running;
  return [
    ...(left === undefined ? [] : [{ type: "powers.list-import.abandoned" as const, data: { import: left.id } }]),
    { type: "powers.list-import.opened", data: { import: id, asked, by, until: minutesLater(now, stagingMinutes) } },
  ];
}

/** The switch: from here on the new list counts. Refused where another import took the list, or time took it. */
function adopt(
  { running }: ListImport,
  { id, parts, fresh, changed }: OfType<ListImportCommand, "adopt">,
  { now }: Context,
): Decision<ListImportEvent> {
  if (running?.id !== id) return notNow("powers.import-lost");
  if (running.adopted !== undefined) return [];
  if (running.until <= now) return notNow("powers.import-lost");
  return [{ type: "powers.list-import.adopted", data: { import: id, parts, fresh, changed } }];
}

/** A part was carried out. Parts go in their order, and each is told once. */
function carryOn(
  { running }: ListImport,
  { id, part }: OfType<ListImportCommand, "carry-on">,
): Decision<ListImportEvent> {
  const { adopted } = running?.id === id ? running : {};
  if (adopted === undefined || adopted.carried !== part) return [];
  return [{ type: "powers.list-import.carried-on", data: { import: id, next: part + 1, parts: adopted.parts } }];
}

function abandon({ running }: ListImport, { id }: OfType<ListImportCommand, "abandon">): Decision<ListImportEvent> {
  if (running?.id !== id || running.adopted !== undefined) return [];
  return [{ type: "powers.list-import.abandoned", data: { import: id } }];
}

function withCarried({ running, ...state }: ListImport, carried: number): ListImport {
  if (running?.adopted === undefined) return state;
  return { ...state, running: { ...running, adopted: { ...running.adopted, carried } } };
}

function finished({ running, ...state }: ListImport, id: string): ListImport {
  if (running?.id !== id || running.adopted === undefined) return state;
  const { asked, adopted } = running;
  return { ...state, done: [...state.done, { id, asked, parts: adopted.parts }].slice(-remembered) };
}
