import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type RunningTown, startTown, type TownOptions } from "../../infra/embedded/start.ts";
import type { Service } from "../../shared/service/index.ts";
import { dynamoTable } from "../../shared/store/dynamo-table.ts";
import type { Table } from "../../shared/store/index.ts";
import { startEngine } from "./engine.ts";
import { aTownFile } from "./town-file.ts";

/** Whether this run is to prove the town on the second engine: `npm run test:engine`. */
export const onSecondEngine = process.env.QIANGZHEN_TEST_ENGINE === "dynoxide";

/** A town on the database of this run: its own file, or an engine that lives in the same directory as long as it. */
export async function startLaneTown(options: TownOptions & { readonly dataDir: string }): Promise<RunningTown> {
  if (!onSecondEngine || options.dynamodb !== undefined) return startTown(options);
  await mkdir(options.dataDir, { recursive: true });
  const engine = await startEngine(join(options.dataDir, "engine.db"));
  try {
    const town = await startTown({ ...options, dynamodb: engine.endpoint });
    return { ...town, stop: () => town.stop().finally(() => engine.stop()) };
  } catch (error) {
    await engine.stop();
    throw error;
  }
}

export interface LaneTable {
  readonly table: Table;
  remove(): Promise<void>;
}

/** A service's table in the database of this run. */
export async function aLaneTable(service: Service): Promise<LaneTable> {
  if (onSecondEngine) {
    const engine = await startEngine();
    const name = await engine.createTable("guangtong", service);
    return { table: dynamoTable(name, engine.client), remove: () => engine.stop() };
  }
  const file = await aTownFile();
  return { table: file.table(`guangtong-${service.name}`, service), remove: () => file.remove() };
}
