import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { indexesOf } from "../../infra/embedded/data.ts";
import type { Written } from "../../infra/embedded/sqlite/event-log.ts";
import { sqliteTable } from "../../infra/embedded/sqlite/sqlite-table.ts";
import { openTownFile, type TownFile } from "../../infra/embedded/sqlite/town-file.ts";
import type { Service } from "../../shared/service/index.ts";
import type { Table } from "../../shared/store/index.ts";

export interface TemporaryTownFile {
  readonly file: TownFile;
  readonly path: string;
  /** @param tell hears of each event that was committed */
  table(name: string, service: Service, tell?: (events: readonly Written[]) => void): Table;
  remove(): Promise<void>;
}

/** A town's file of a test's own. */
export async function aTownFile(): Promise<TemporaryTownFile> {
  const directory = await mkdtemp(join(tmpdir(), "qiangzhen-file-"));
  const path = join(directory, "town.db");
  const file = await openTownFile(path, `${path}-wal`);
  return {
    file,
    path,
    table: (name, service, tell) => sqliteTable(file, name, indexesOf(service), tell),
    async remove() {
      await file.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
