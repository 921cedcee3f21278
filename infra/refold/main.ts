import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Service, tableName } from "../../shared/service/index.ts";
import { documentClient, dynamoTable } from "../../shared/store/dynamo-table.ts";
import { refolded, type Table } from "../../shared/store/index.ts";
import type { TownProfile } from "../../shared/town/profile.ts";
import { openData } from "../embedded/data.ts";
import { filesOf, takeDirectory } from "../embedded/data-directory.ts";
import { outsideEndpoint } from "../embedded/environment.ts";
import { saying, townMeant } from "../ops/ending.ts";
import { OpsProblem } from "../ops/town-client.ts";
import { services } from "../services.ts";
import { resumingAt } from "./resuming.ts";

/**
 * `npm run refold`: writes every state of an older shape anew, in the tables of the town `TOWN`, and counts retention by its profile. Stop the embedded town
 * first; in the cloud (`npm run refold -- --cloud`) the town goes on. Stopped midway, it goes on where it was,
 * unless the shapes or the profile are others by then.
 */
async function main(): Promise<void> {
  if (process.argv.slice(2).some((word) => word !== "--cloud"))
    throw new OpsProblem("npm run refold [-- --cloud]        (DATA_DIR, TOWN say which town / 由DATA_DIR、TOWN指定)");
  const town = townMeant();
  const dataDir = process.env.DATA_DIR ?? ".data";
  const isOutside = process.argv.includes("--cloud") || outsideEndpoint() !== undefined;
  const { database } = filesOf(dataDir);
  if (!isOutside && !existsSync(database)) throw new OpsProblem(`${database} is missing; set DATA_DIR / 缺少数据文件`);
  await using parts = new AsyncDisposableStack();
  parts.defer(takeDirectory(dataDir));
  const tableOf = await tablesOf(town, dataDir, isOutside, parts);
  for (const service of services) await refold(service, tableOf(service), dataDir, town);
}

async function tablesOf(
  town: TownProfile,
  dataDir: string,
  isOutside: boolean,
  parts: AsyncDisposableStack,
): Promise<(service: Service) => Table> {
  if (isOutside) {
    const client = documentClient({ region: town.deployment.region });
    parts.defer(() => client.destroy());
    return ({ name }) => dynamoTable(tableName(town.slug, name), client);
  }
  const data = await openData(filesOf(dataDir), town, services, undefined);
  parts.defer(() => data.close());
  return data.tableOf;
}

async function refold({ name, aggregates }: Service, table: Table, dataDir: string, town: TownProfile): Promise<void> {
  const kinds = aggregates.map(({ decider }) => decider);
  const run = resumingAt(join(dataDir, `refold-${name}.json`), kinds, town);
  for await (const done of refolded(table, kinds, run.from, town)) {
    run.reached(done.position);
    process.stderr.write(`\r  ${name}: ${done.read} read 已读, ${done.rewritten} written anew 已重算`);
  }
  process.stderr.write("\n");
}

await saying(main);
