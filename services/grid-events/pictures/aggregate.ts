import { aggregate, endOfAll, type Runtime } from "../../../shared/service/index.ts";
import type { Loaded } from "../../../shared/store/index.ts";
import { gridEvent } from "../events/domain/decider.ts";
import { picture } from "./domain/decider.ts";
import { cleanedKey, type Picture, sentKey } from "./domain/picture.ts";

/** P-8: a picture is over with its matter. */
const endOfPicture = (runtime: Runtime, { state, retained }: Loaded<Picture>): Promise<string | "open"> =>
  endOfAll(runtime, [{ of: gridEvent, id: state.event }], retained?.endedOn ?? "");

/** P-8: its files go. */
async function removePicture({ files }: Runtime, { id, state: { attempt } }: Loaded<Picture>): Promise<void> {
  await files.remove(sentKey({ id, attempt }));
  await files.remove(cleanedKey({ id, attempt }));
}

export const pictureAggregate = aggregate(picture, undefined, { endOf: endOfPicture, remove: removePicture });
