import type { Files } from "../../../../shared/files/index.ts";
import { materialKey } from "../../common/domain/uploaded-file.ts";
import type { Found } from "../domain/material.ts";

/** What is where the file of a material should be, and what its bytes say it is (not what anybody calls it). */
export async function foundOf(files: Files, id: string): Promise<Found | undefined> {
  const key = materialKey(id);
  const facts = await files.facts(key);
  const content = facts === undefined ? undefined : await files.get(key);
  if (facts === undefined || content === undefined) return undefined;
  // Loaded by the first file: it knows hundreds of formats
  const { fileTypeFromBuffer } = await import("file-type");
  const told = await fileTypeFromBuffer(content);
  return { ...facts, content: told?.mime === "image/heif" ? "image/heic" : told?.mime };
}
