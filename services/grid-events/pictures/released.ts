import type { Download } from "../../../shared/files/index.ts";
import { savedName } from "../../../shared/files/index.ts";
import type { Runtime } from "../../../shared/service/index.ts";
import { gridEvent } from "../events/domain/decider.ts";
import { isReleasedPicture } from "../events/domain/releasing.ts";
import { picture } from "./domain/decider.ts";
import { cleanedKey } from "./domain/picture.ts";
import { pictureIdOf } from "./sending.ts";

/** A picture that everybody may see, with leave to fetch it for minutes. */
export interface ReleasedPicture extends Download {
  readonly id: string;
  readonly type: string;
  /** How it is turned (EXIF 1 to 8). */
  readonly orientation?: number;
}

/** P-6: a cleaned picture of a matter, after a dispatcher released it; undefined: there is none for the public. */
export async function releasedPictureById(
  runtime: Pick<Runtime, "store" | "files" | "town">,
  id: string,
): Promise<ReleasedPicture | undefined> {
  const state = (await runtime.store.load(picture, id))?.state;
  if (state?.status !== "received") return undefined;
  const matter = (await runtime.store.load(gridEvent, state.event))?.state;
  if (matter === undefined || !isReleasedPicture(matter, state.sha256, runtime.town)) return undefined;
  const { attempt, type, orientation } = state;
  const leave = await runtime.files.downloadUrl(cleanedKey({ id, attempt }), savedName(`照片-${id.slice(0, 6)}`, type));
  return { id, type, ...(orientation === undefined ? {} : { orientation }), ...leave };
}

/** The same, by the digest under which the matter names it. */
export const releasedPicture = (runtime: Runtime, event: string, sha256: string) =>
  releasedPictureById(runtime, pictureIdOf(event, sha256, runtime));
