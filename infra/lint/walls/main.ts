import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { inspectWalls } from "./cruise.ts";

/** `npm run walls [-- HOUSE] [--json]`: every import through a wall, with the wall's name and reason. Part of `npm run check`. */
const { positionals, values } = parseArgs({ allowPositionals: true, options: { json: { type: "boolean" } } });
const inspection = await inspectWalls(resolve(positionals[0] ?? "."));
const { modules, imports, breaches } = inspection;
if (values.json) console.log(JSON.stringify(inspection));
else {
  for (const { wall, from, to, reason } of breaches) console.error(`${wall}: ${from} → ${to}\n  ${reason}`);
  console.log(`Walls: ${modules} modules, ${imports} imports, ${breaches.length} through a wall.`);
}
process.exitCode = breaches.length === 0 ? 0 : 1;
