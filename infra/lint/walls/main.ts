import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import * as z from "zod";
import { inspectWalls } from "./cruise.ts";

/**
 * `npm run walls [-- HOUSE] [--json]`: every import through a wall, with the wall's name and reason. Part of `npm run check`.
 * Breaches in `known.json` wait to be mended. That list only shrinks: a mended breach must leave it (`-- --mended`).
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { json: { type: "boolean" }, mended: { type: "boolean" } },
});
const house = resolve(positionals[0] ?? ".");
const { modules, imports, breaches } = await inspectWalls(house);

const file = join(house, "infra/lint/walls/known.json");
const known = new Set(existsSync(file) ? z.array(z.string()).parse(JSON.parse(readFileSync(file, "utf8"))) : []);
const named = breaches.map((breach) => ({ ...breach, line: `${breach.wall}: ${breach.from} → ${breach.to}` }));
const fresh = named.filter(({ line }) => !known.has(line));
const isStanding = (line: string) => named.some((breach) => breach.line === line);
if (values.mended) writeFileSync(file, `${JSON.stringify([...known].filter(isStanding), undefined, 2)}\n`);
const mended = values.mended ? [] : [...known].filter((line) => !isStanding(line));

if (values.json) console.log(JSON.stringify({ modules, imports, fresh, mended }));
else {
  for (const { line, reason } of fresh) console.error(`${line}\n  ${reason}`);
  for (const line of mended) console.error(`${line}\n  It is mended: run npm run walls -- --mended`);
  console.log(`Walls: ${modules} modules, ${imports} imports, ${fresh.length} through a wall, ${known.size} known.`);
}
process.exitCode = fresh.length + mended.length === 0 ? 0 : 1;
