import { findPlaces, type Places } from "./places.ts";

/**
 * Writes the places of services (manifest and the name it is exported by, for each) to standard output, by manifest: in a
 * process of its own, in which no module is loaded yet.
 */
const [root = "", ...asked] = process.argv.slice(2);
const found: Record<string, Places> = {};
for (let at = 0; at < asked.length; at += 2) {
  const [manifest = "", exported = ""] = asked.slice(at, at + 2);
  found[manifest] = await findPlaces(root, manifest, exported);
}
process.stdout.write(JSON.stringify(found));
