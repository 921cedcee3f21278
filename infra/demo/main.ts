import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Town } from "./client.ts";
import { liveOn } from "./life.ts";

/** `npm run demo [-- URL]`: a week of the town's life, in a running town or one started for the purpose. */
async function main(): Promise<void> {
  const given = process.argv[2] ?? process.env.TOWN_URL;
  if (given !== undefined) return liveOn(new Town(given));
  const { startTown } = await import("../embedded/start.ts");
  const dataDir = await mkdtemp(join(tmpdir(), "qiangzhen-demo-"));
  console.log("\n  开门中… opening a town for the week");
  const town = await startTown({ port: 0, dataDir, simulation: true });
  try {
    await liveOn(new Town(town.url));
  } finally {
    await town.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

await main();
