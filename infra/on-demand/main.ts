import { findPlaces } from "./places.ts";

/** Writes the places of a service to standard output: in a process of its own, in which no module is loaded yet. */
const [root = "", manifest = "", exported = ""] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await findPlaces(root, manifest, exported)));
