import { present } from "../../../shared/decider/index.ts";
import { keepFile } from "../../../shared/files/index.ts";
import { type Instruction, instruct, type Runtime } from "../../../shared/service/index.ts";
import { member } from "../../../shared/store/index.ts";
import { gridEvent } from "../events/domain/decider.ts";
import { picture } from "./domain/decider.ts";
import { cleanedKey } from "./domain/picture.ts";
import { pictureIdOf } from "./sending.ts";

const attemptOf = (state: { readonly status: string; readonly attempt: number } | undefined): number => {
  if (state === undefined) return 1;
  return state.status === "unfinished" ? state.attempt + 1 : state.attempt;
};

/**
 * A picture that has come for the whole comes for a part that names it, too: its cleaned file under a key of its own, so that each
 * goes with its own matter. What has not come yet follows when it comes.
 */
export const copyToPart = (whole: string, part: string, sha256: string): Instruction => ({
  key: `picture-copy/${part}`,
  async carryOut(runtime: Runtime, cause) {
    const { store, files } = runtime;
    const [from, to] = [pictureIdOf(whole, sha256, runtime), pictureIdOf(part, sha256, runtime)];
    const [has, there] = await Promise.all([store.load(picture, from), store.load(picture, to)]);
    if (has?.state.status !== "received" || there?.state.status === "received") return { done: true };
    const { type, bytes, cleaned, orientation, taken, attempt } = has.state;
    const key = cleanedKey({ id: to, attempt: attemptOf(there?.state) });
    // Erased meanwhile: there is nothing to take along.
    if (!(await keepFile(files, cleanedKey({ id: from, attempt }), key, type))) return { done: true };
    const file = { type, bytes, sha256 };
    return instruct({
      ...{ of: picture, id: to, expects: "either" },
      command: { type: "copy" as const, event: part, file, cleaned, taken, ...present({ orientation }) },
      others: {
        members: { matter: member(gridEvent, part) },
        commands: () => ({ matter: { type: "note-picture" as const, sha256 } }),
      },
    }).carryOut(runtime, cause);
  },
});

/** The pictures that a part was given. */
export const copiesForPart = (whole: string, part: string): Instruction => ({
  key: `picture-copy/${part}`,
  async carryOut(runtime, cause) {
    for (const sha256 of (await runtime.store.load(gridEvent, part))?.state.pictures ?? []) {
      const carried = await copyToPart(whole, part, sha256).carryOut(runtime, cause);
      if (!carried.done) return carried;
    }
    return { done: true };
  },
});

/** A picture that has come for the whole, for each part that names it. */
export const copiesOf = (id: string): Instruction => ({
  key: `picture-copies/${id}`,
  async carryOut(runtime, cause) {
    const { store } = runtime;
    const state = (await store.load(picture, id))?.state;
    const whole = state === undefined ? undefined : await store.load(gridEvent, state.event);
    if (state === undefined || whole === undefined) return { done: true };
    for (const part of await store.loadAll(gridEvent, whole.state.parts.toSorted())) {
      if (!part.state.pictures.includes(state.sha256)) continue;
      const carried = await copyToPart(whole.id, part.id, state.sha256).carryOut(runtime, cause);
      if (!carried.done) return carried;
    }
    return { done: true };
  },
});
