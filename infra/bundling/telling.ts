import type { RelayRoutes } from "../../shared/messaging/relay.ts";
import type { Service } from "../../shared/service/index.ts";
import type { Served } from "../functions/docs.ts";
import type { Told } from "../functions/told.ts";
import type { Town } from "../towns/load.ts";
import type { WatchedNames } from "../watch/watched.ts";

/** Files of a layer: name → text. */
export type Files = Readonly<Record<string, string>>;

const telling = (told: Partial<Told>): Files =>
  Object.fromEntries(Object.entries(told).map(([name, value]) => [name, JSON.stringify(value)]));

/**
 * What the functions of a service are told: the profile; where it opens something, the lists; and the types to relay.
 * @param routes event type → names of the queues that want it; the relay publishes these types
 */
export const toldOf = (service: Service, { profile, lists }: Town, routes: RelayRoutes): Files =>
  telling({
    "town.json": profile,
    ...(service.opening === undefined ? {} : { "lists.json": lists }),
    "relay.json": { service: service.name, townCode: profile.code, types: Object.keys(routes) },
  });

/** What the watch is told: the names of all that it looks at. */
export const toldOfWatch = (names: WatchedNames): Files => telling({ "watched.json": names });

/** What the function is told that serves health and documents. */
export function toldOfDocuments(served: Served): Files {
  const documents = Object.entries(served).map(([path, { type, body }], at) => ({
    ...{ path, type, body, file: `document-${at}.txt` },
  }));
  const places = Object.fromEntries(documents.map(({ path, type, file }) => [path, { type, file }]));
  return {
    ...telling({ "served.json": places }),
    ...Object.fromEntries(documents.map(({ file, body }) => [file, body()])),
  };
}
