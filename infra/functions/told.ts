import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { TownLists } from "../../shared/town/lists.ts";
import type { TownProfile } from "../../shared/town/profile.ts";
import type { WatchedNames } from "../watch/watched.ts";
import type { Served } from "./docs.ts";
import type { RelaySettings } from "./relay.ts";

/**
 * What a function is told of its town when it is synthesised: files of a layer, checked when they are written. The
 * function's code itself holds no town: it is built, kept and sent once for all.
 */
export interface Told {
  readonly "town.json": TownProfile;
  readonly "lists.json": TownLists;
  readonly "relay.json": RelaySettings;
  readonly "watched.json": WatchedNames;
  /** Path → type of the document, and the file in which it is: most are large, and few are asked for. */
  readonly "served.json": Readonly<Record<string, { readonly type: string; readonly file: string }>>;
}

export const town = () => read("town.json");
export const lists = () => read("lists.json");
export const toldToRelay = () => read("relay.json");
export const watched = () => read("watched.json");

/** What a town serves besides its services; a document is read when it is asked for. */
export const served = (): Served =>
  Object.fromEntries(
    Object.entries(read("served.json")).map(([path, { type, file }]) => [path, { type, body: () => text(file) }]),
  );

function read<Name extends keyof Told>(name: Name): Told[Name] {
  return JSON.parse(text(name));
}

/** Where Lambda puts the layer. */
const place = process.env.TOLD_IN ?? "/opt";

const text = (name: string) => readFileSync(join(place, name), "utf8");
