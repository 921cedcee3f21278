import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Service } from "../../../shared/service/index.ts";
import type { TownProfile } from "../../../shared/town/profile.ts";
import { asyncapi, openapi } from "../index.ts";
import { asJson, isNode, type Node } from "./node.ts";
import { promisesOfEvents, promisesOfRoutes } from "./readers.ts";

export { asJson } from "./node.ts";

const folder = join(import.meta.dirname, "../../../docs");

/** The town whose documents are committed. */
export const contractTown = "guangtong";

/** The two documents: the file each is committed in, how it is made, and what it promises. */
export const contractDocuments = [
  { name: "OpenAPI", file: join(folder, "openapi.json"), make: openapi, promises: promisesOfRoutes },
  { name: "AsyncAPI", file: join(folder, "asyncapi.json"), make: asyncapi, promises: promisesOfEvents },
] as const;

/** The document that this code serves. */
export const presentDocument = (
  { make }: (typeof contractDocuments)[number],
  services: readonly Service[],
  town: TownProfile,
): Node => asJson(make(services, town));

/** The text of the committed document; empty where none is committed yet. */
export const committedText = async (file: string): Promise<string> =>
  readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });

/** A committed document, read. */
export function committedDocument(text: string): Node {
  const node: unknown = text === "" ? {} : JSON.parse(text);
  return isNode(node) ? node : {};
}
