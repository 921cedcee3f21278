import { todayIn } from "../../../shared/calendar/index.ts";
import { contextFor, type Runtime } from "../../../shared/service/index.ts";
import { digest, sha256 } from "../../../shared/store/index.ts";
import { power } from "./domain/decider.ts";
import { importPart, importPartId } from "./domain/importing/import-part.ts";
import { listImport, theList } from "./domain/importing/list-import.ts";
import type { Importer, ListImport, ListImportCommand, PartChange } from "./domain/importing/words.ts";

/** Writes under way at one time. */
const abreast = 16;

const idOf = (...what: readonly (string | number)[]) => sha256(what.join("|")).slice(0, 24);

/** The record of the imports; undefined: nothing was ever imported. */
export const importsOf = async ({ store }: Pick<Runtime, "store">): Promise<ListImport | undefined> =>
  (await store.load(listImport, theList))?.state;

/** Tells the record of the imports something, as who imports. The same again changes nothing. */
export const tellImports = (runtime: Runtime, command: ListImportCommand, by: Importer, commandId: string) =>
  runtime.store.execute({
    decider: listImport,
    id: theList,
    expects: "either",
    commandId,
    bodyDigest: digest(command).slice(0, 16),
    command,
    context: contextFor(runtime, by),
  });

/**
 * X5: carries out what an adopted import has not carried out yet; who calls it, and how often, makes no difference.
 * @param most at most so many parts
 */
export async function carryOutImport(runtime: Runtime, most = Number.POSITIVE_INFINITY): Promise<void> {
  for (let count = 0; count < most; count += 1) {
    const { running } = (await importsOf(runtime)) ?? {};
    if (running?.adopted === undefined) return;
    const { id, by, adopted } = running;
    const part = await runtime.store.load(importPart, importPartId(id, adopted.carried));
    if (part === undefined) throw new Error(`part ${adopted.carried} of import ${id} is missing`);
    await inLanes(part.state.changes, (change) => carryOutChange(runtime, id, by, change));
    const { carried } = adopted;
    await tellImports(runtime, { type: "carry-on", id, part: carried }, by, idOf(id, "carry-on", carried));
  }
}

/** Runs a task on each, several at one time. */
export async function inLanes<T>(all: readonly T[], task: (one: T) => Promise<void>): Promise<void> {
  const waiting = all.values();
  const lane = async () => {
    for (const one of waiting) await task(one);
  };
  await Promise.all(Array.from({ length: abreast }, lane));
}

/**
 * The rules were asked before the switch, and no entry was changed since. A change that is refused now is done already, or
 * the profile has changed: the list then keeps what it has, and the log says so.
 */
async function carryOutChange(runtime: Runtime, id: string, by: Importer, { code, command }: PartChange) {
  const today = todayIn(runtime.clock()).toString();
  const outcome = await runtime.store.execute({
    decider: power,
    id: code,
    expects: command.type === "list" ? "new" : "existing",
    commandId: idOf(id, code),
    bodyDigest: digest(command).slice(0, 16),
    // Carried out after midnight it counts from now: nothing reaches back.
    command: command.type === "adjust" && command.from < today ? { ...command, from: today } : command,
    context: contextFor(runtime, by),
  });
  if (outcome.kind === "done" || (outcome.kind === "rejected" && isDone.has(outcome.rejection.code))) return;
  const reason = outcome.kind === "rejected" ? outcome.rejection.code : outcome.kind;
  runtime.observability.error("a change of an import was refused", new Error(reason), { import: id, code });
}

const isDone = new Set(["powers.already-listed", "powers.nothing-adjusted"]);

/** Clears what an abandoned import laid down: its parts, from the first to the first that there is not. */
export async function discardParts(runtime: Runtime, id: string, by: Importer): Promise<void> {
  for (let part = 0; ; part += 1) {
    const outcome = await runtime.store.execute({
      decider: importPart,
      id: importPartId(id, part),
      expects: "existing",
      commandId: idOf(id, "discard", part),
      bodyDigest: idOf(id).slice(0, 16),
      command: { type: "discard" },
      context: contextFor(runtime, by),
    });
    if (outcome.kind === "not-found") return;
  }
}

/** Lays down one part; a part that is there already stays as it is. */
export const layDownPart = (
  runtime: Runtime,
  id: string,
  part: number,
  content: { readonly changes: readonly PartChange[]; readonly same?: number; readonly absent?: readonly string[] },
  by: Importer,
) =>
  runtime.store.execute({
    decider: importPart,
    id: importPartId(id, part),
    expects: "either",
    commandId: idOf(id, "lay-down", part),
    bodyDigest: digest(content).slice(0, 16),
    command: { type: "lay-down", ...content },
    context: contextFor(runtime, by),
  });
