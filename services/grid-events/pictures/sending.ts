import { randomUUID } from "node:crypto";
import type { Actor } from "../../../shared/decider/index.ts";
import { fileFound, leaveToSend } from "../../../shared/files/index.ts";
import { contentFault, type FileSaid } from "../../../shared/files/upload/index.ts";
import { commandIdOf } from "../../../shared/http/commands.ts";
import { takenOf, withoutMetadata } from "../../../shared/pictures/index.ts";
import { contextFor, type Runtime } from "../../../shared/service/index.ts";
import { digest, factReference, type Loaded, member, sha256 } from "../../../shared/store/index.ts";
import { gridEvent } from "../events/domain/decider.ts";
import { picture } from "./domain/decider.ts";
import { type CleanedPicture, cleanedKey, type Picture, type PictureCommand, sentKey } from "./domain/picture.ts";

/** The id of a picture follows from the matter and the digest: sent again it is the same one. */
export const pictureIdOf = (event: string, digestOfFile: string, { keyed }: Pick<Runtime, "keyed">): string =>
  keyed("picture", `${event}/${digestOfFile}`, 32);

interface Sending {
  readonly event: string;
  readonly actor: Actor;
  /** `Idempotency-Key`. */
  readonly key: string | undefined;
  readonly traceparent: string | undefined;
}
const askedBy = (runtime: Runtime, { actor, key, traceparent }: Sending, asked: unknown) => ({
  commandId: commandIdOf(actor.sub, key === undefined ? randomUUID() : `picture|${key}`),
  bodyDigest: digest(asked).slice(0, 16),
  context: contextFor(runtime, actor),
  ...(traceparent === undefined ? {} : { traceparent }),
});

/** Announces a picture that a matter names; announced already, or there, nothing changes. */
export const announcePicture = (runtime: Runtime, sending: Sending, file: FileSaid) =>
  runtime.store.execute({
    ...{ decider: picture, id: pictureIdOf(sending.event, file.sha256, runtime), expects: "either" },
    facts: { matter: factReference(gridEvent, sending.event) },
    command: ({ matter }): PictureCommand => ({ type: "announce", event: sending.event, file, matter }),
    ...askedBy(runtime, sending, ["announce", sending.event, file]),
  });

/** Leave to send it; undefined: it is there, and is not sent twice. */
export const leaveFor = async ({ id, state }: Loaded<Picture>, { files }: Pick<Runtime, "files">) =>
  state.status === "received"
    ? undefined
    : leaveToSend(files, sentKey({ id, attempt: state.attempt }), {
        ...{ type: state.type, bytes: state.bytes, sha256: state.sha256 },
      });

/** What came under an announcement, cleaned: nobody ever reads it as it was sent. */
export async function cleanedOf(id: string, { store, files }: Pick<Runtime, "store" | "files">) {
  const state = (await store.load(picture, id))?.state;
  if (state?.status !== "announced") return undefined;
  const at = { id, attempt: state.attempt };
  const found = await fileFound(files, sentKey(at));
  const content = contentFault(state, found) === undefined ? await files.get(sentKey(at)) : undefined;
  const bare = content === undefined ? undefined : withoutMetadata(content, state.type);
  if (content === undefined || bare === undefined) return { state, found, cleaned: undefined };
  await files.put(cleanedKey(at), bare, state.type);
  const cleaned: CleanedPicture = { bytes: bare.length, sha256: sha256(bare), taken: await takenOf(content) };
  return { state, found, cleaned };
}

/** The picture was sent: compares and cleans it, and the matter knows of it in the same commit. */
export async function completePicture(runtime: Runtime, sending: Sending, digestOfFile: string) {
  const id = pictureIdOf(sending.event, digestOfFile, runtime);
  const learnt = await cleanedOf(id, runtime);
  return runtime.store.execute({
    ...{ decider: picture, id, expects: "existing" },
    command: (): PictureCommand => ({ type: "complete", found: learnt?.found, cleaned: learnt?.cleaned }),
    others: {
      members: { matter: member(gridEvent, sending.event) },
      commands: () => ({ matter: { type: "note-picture" as const, sha256: digestOfFile } }),
    },
    ...askedBy(runtime, sending, ["complete", sending.event, digestOfFile]),
  });
}
