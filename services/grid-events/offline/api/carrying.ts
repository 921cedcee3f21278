import { type Actor, isRejection, present, type Rejection } from "../../../../shared/decider/index.ts";
import { commandIdOf } from "../../../../shared/http/commands.ts";
import { type Problem, problem } from "../../../../shared/http/index.ts";
import { contextFor } from "../../../../shared/service/index.ts";
import { digest, type Loaded } from "../../../../shared/store/index.ts";
import { offlineEntry } from "../domain/decider.ts";
import type { OfflineEntry } from "../domain/entry.ts";
import type { EntryCommand } from "../domain/messages.ts";
import { circleOf } from "./circles.ts";
import { type Entry, entrySchema, recordIdOf } from "./reading.ts";
import { carryOutEntry, isStep, type Refusal, type Sending } from "./running.ts";

type Kept = Loaded<OfflineEntry>;

/** Keeps what became of an entry. The record decides: what is answered already stays. */
export async function keepEntry(entry: string, command: EntryCommand, sending: Sending): Promise<Kept | Rejection> {
  const { actor, runtime, request } = sending;
  const id = recordIdOf(runtime, actor.sub, entry);
  const known = await runtime.store.load(offlineEntry, id);
  const outcome = await runtime.store.execute({
    decider: offlineEntry,
    ...{ id, command, expects: "either" as const },
    // One command for each state of the record: a repetition is decided on what is there.
    commandId: commandIdOf(actor.sub, digest([id, command, known?.version ?? 0])),
    bodyDigest: digest([id, command]).slice(0, 16),
    context: contextFor(runtime, actor),
    ...(request.traceparent === undefined ? {} : { traceparent: request.traceparent }),
  });
  if (outcome.kind === "done") return outcome;
  if (outcome.kind === "rejected") return outcome.rejection;
  throw new Error(`an entry could not be kept: ${outcome.kind}`);
}

const load = (entry: string, { actor, runtime }: Sending): Promise<Kept | undefined> =>
  runtime.store.load(offlineEntry, recordIdOf(runtime, actor.sub, entry));

/** Longer than any chain of corrections that a person makes. */
const longest = 100;

/** What an entry, or the last one that corrects it, came to. */
async function resolved(
  entry: string,
  sending: Sending,
): Promise<{ readonly done: OfflineEntry } | { readonly waitsFor: string }> {
  let at = entry;
  for (let step = 0; step < longest; step += 1) {
    const found = (await load(at, sending))?.state;
    if (found?.status === "done") return { done: found };
    if (found?.status !== "corrected" || found.correctedBy === undefined) break;
    at = found.correctedBy;
  }
  return { waitsFor: at };
}

/**
 * Carries out an entry that is received and not answered, and then the entries that waited for it. Two uploads at once end in one
 * event: the command bears the entry's id.
 */
export async function carryOn(entry: string, sending: Sending, within: ReadonlySet<string> = new Set()): Promise<void> {
  const found = await load(entry, sending);
  if (found === undefined || within.has(entry)) return;
  const inside = new Set([...within, entry]);
  if (found.state.status === "received" || found.state.status === "waiting") await attempt(found.state, sending);
  for (const next of await freedBy(entry, sending)) await carryOn(next, sending, inside);
}

/** Who waits for an entry that is done, or for one that it stands in for. */
async function freedBy(entry: string, sending: Sending): Promise<readonly string[]> {
  const freed: string[] = [];
  let at: string | undefined = entry;
  for (let step = 0; at !== undefined && step < longest; step += 1) {
    const found: OfflineEntry | undefined = (await load(at, sending))?.state;
    if (step === 0 && found?.status !== "done" && found?.status !== "refused") return [];
    freed.push(...(found?.dependents ?? []));
    at = found?.corrects;
  }
  return freed;
}

async function attempt(state: OfflineEntry, sending: Sending): Promise<void> {
  const { entry, said = "" } = state;
  const parsed = entrySchema.safeParse(JSON.parse(said));
  if (!parsed.success) return refuseEntry(entry, { problem: problem(400, "grid-events.entry-unreadable") }, sending);
  const read = parsed.data;
  if (namesItself(read)) return refuseEntry(entry, { problem: problem(400, "grid-events.entry-unreadable") }, sending);
  if (!(await isBound(read, sending))) return;
  const base = await baseOf(read, sending);
  if (base === "waiting") return;
  if ("problem" in base) return refuseEntry(entry, base, sending);
  if (read.does === "drop") return void (await keepEntry(entry, { type: "finish" }, sending));
  const { graceDays } = sending.runtime.town.gridEvents.offline;
  const made = await carryOutEntry(
    {
      ...{ does: read.does, body: read.body, key: `offline|${entry}|${state.digest ?? ""}` },
      written: { on: state.writtenOn ?? "", graceDays },
      ...present({ on: isStep(read.does) ? base.on : undefined }),
    },
    sending,
  );
  if ("problem" in made) return refuseEntry(entry, made, sending);
  await keepEntry(entry, { type: "finish", ...made }, sending);
}

/** A correction is bound to the refused entry it names before it is carried out. Whether it goes on. */
async function isBound({ id, corrects }: Entry, sending: Sending): Promise<boolean> {
  if (corrects === undefined) return true;
  const first = (await load(corrects, sending))?.state.status;
  if (first === "done") {
    const details = { entry: corrects };
    await refuseEntry(id, { problem: problem(409, "grid-events.correction-of-answered", { details }) }, sending);
    return false;
  }
  if (first !== "corrected" && first !== "refused") {
    await waitFor(id, corrects, sending);
    return false;
  }
  const bound = await keepEntry(corrects, { type: "correct", by: id }, sending);
  if (isRejection(bound)) await refuseEntry(id, { problem: asProblem(bound) }, sending);
  return !isRejection(bound);
}

/** Nothing waits for itself. */
const namesItself = ({ id, basedOn, corrects }: Entry): boolean =>
  corrects === id || (basedOn !== undefined && "entry" in basedOn && basedOn.entry === id);

const asProblem = ({ code, details }: Rejection): Problem => problem(409, code, { details });

/** What an entry builds on: a matter in a version. It waits while the entry that it names is not done. */
async function baseOf(
  { id, does, basedOn }: Entry,
  sending: Sending,
): Promise<{ readonly on?: { readonly event: string; readonly version: number } } | Refusal | "waiting"> {
  if (basedOn === undefined)
    return isStep(does) ? { problem: problem(422, "grid-events.base-missing", { details: { does } }) } : {};
  if ("event" in basedOn) return { on: basedOn };
  const base = await resolved(basedOn.entry, sending);
  if ("waitsFor" in base) {
    await waitFor(id, base.waitsFor, sending);
    return "waiting";
  }
  const { event, eventVersion } = base.done;
  if (event !== undefined && eventVersion !== undefined) return { on: { event, version: eventVersion } };
  return isStep(does)
    ? { problem: problem(409, "grid-events.base-dropped", { details: { entry: basedOn.entry } }) }
    : {};
}

/**
 * An entry waits for another one of the same person, which may not have come yet. The other one's own record holds who waits for it,
 * so that an answer and a wait at the same instant do not miss each other: one of the two writes is refused.
 */
async function waitFor(entry: string, on: string, sending: Sending): Promise<void> {
  const circle = await circleOf(entry, async (one) => (await load(one, sending))?.state);
  const told = { problem: problem(409, "grid-events.entries-in-circle", { details: { entries: circle } }) };
  // All of them, whichever came last: so the order of receipt changes nothing.
  for (const one of circle) await refuseEntry(one, told, sending);
  if (circle.length > 0) return;
  await keepEntry(entry, { type: "wait", on }, sending);
  const { actor } = sending;
  const expected = await keepEntry(on, { type: "expect", entry: on, owner: actor.sub, dependent: entry }, sending);
  // It was answered in between: then nothing is waited for.
  if (isRejection(expected)) await carryOn(entry, sending, new Set([on]));
}

async function refuseEntry(entry: string, { problem: told, present: now }: Refusal, sending: Sending): Promise<void> {
  const details = { ...told.details, ...(told.errors === undefined ? {} : { errors: told.errors }) };
  await keepEntry(entry, { type: "refuse", code: told.code, details, ...present({ present: now }) }, sending);
}

/** Whose entries these are is never said by what is sent. */
export const writerOf = (actor: Actor): Actor => ({
  ...actor,
  roles: actor.roles.filter((role) => role === "grid-worker"),
});
