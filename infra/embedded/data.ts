import { type Service, tableName } from "../../shared/service/index.ts";
import { dueIndex, type Table } from "../../shared/store/index.ts";
import type { IndexShape } from "../../shared/store/limits.ts";
import type { TownProfile } from "../../shared/town/profile.ts";
import type { ProgressKeeper } from "./checkpoint.ts";
import type { Files } from "./data-directory.ts";
import type { Outbox, Place } from "./outbox.ts";
import { EventLog } from "./sqlite/event-log.ts";
import { sqliteProgress } from "./sqlite/sqlite-progress.ts";
import { type Shelf, sqliteShelf } from "./sqlite/sqlite-shelf.ts";
import { sqliteTable } from "./sqlite/sqlite-table.ts";
import { openTownFile, type TownFile } from "./sqlite/town-file.ts";
import { anotherTownIn } from "./sqlite/whose.ts";
import { StartProblem } from "./start-problem.ts";

/** The events of one service's table, for those who follow them. */
export interface EventSource {
  /** Names the stream. The places of another stream mean nothing here. */
  readonly id: string;
  /** @param lost hears of records that were gone before they were read */
  follow(from: Place | undefined, lost: () => void): Outbox;
  /** The place before the first event of this instant or later; undefined: this stream does not reach back. */
  placeBefore(instant: string): Place | undefined;
}

/** All that a town keeps in its database, and what follows from it. */
export interface TownData {
  tableOf(service: Service): Table;
  eventsOf(service: Service): EventSource;
  /** Where a service keeps small files of its own; undefined: this data keeps none. */
  shelfOf(service: string): Shelf | undefined;
  readonly progress: ProgressKeeper;
  /** Settles when everything committed before this call would survive a power cut. */
  settled(): Promise<void>;
  /** Reads and writes a little; @throws when the data cannot be read or written, or the last command could not be written */
  probe(): Promise<void>;
  /** The instant of the newest event there was at the start, ISO 8601 in UTC; undefined: there was none, or nobody knows. */
  lastEventAt(): string | undefined;
  close(): Promise<void>;
}

/** What a service's table is asked by: the lists of its manifest, and the deadlines ahead. */
export const indexesOf = (service: Service): readonly IndexShape[] => [
  ...service.indexes,
  { name: dueIndex, projection: "keys" },
];

/** Opens the town's data: one SQLite file in this process, or the engine that `AWS_ENDPOINT_URL_DYNAMODB` names. */
export async function openData(
  files: Files,
  town: TownProfile,
  services: readonly Service[],
  endpoint: string | undefined,
): Promise<TownData> {
  if (endpoint === undefined) return dataInProcess(files, town, services);
  const { dataOutside } = await import("./data-outside.ts");
  return dataOutside(files, town, services, endpoint);
}

async function dataInProcess(files: Files, town: TownProfile, services: readonly Service[]): Promise<TownData> {
  const strange = anotherTownIn(files.database, town.slug, services);
  if (strange !== undefined) throw new StartProblem("unknownTown", strange);
  const file = await openTownFile(files.database, files.wal);
  const nameOf = ({ name }: Service) => tableName(town.slug, name);
  const kept = new Map(
    services.map((service) => {
      const log = new EventLog(file, nameOf(service));
      const table = sqliteTable(file, nameOf(service), indexesOf(service), (events) => log.written(events));
      return [service.name, { table, log }];
    }),
  );
  const last = [...kept.values()]
    .flatMap(({ log }) => log.lastTime() ?? [])
    .toSorted()
    .at(-1);
  const of = ({ name }: Service) => {
    const found = kept.get(name);
    if (found === undefined) throw new Error(`no data of ${name}`);
    return found;
  };
  return {
    tableOf: (service) => of(service).table,
    eventsOf: (service) => ({
      id: nameOf(service),
      follow: (from) => of(service).log.follow(from),
      placeBefore: (instant) => of(service).log.placeBefore(instant),
    }),
    shelfOf: (service) => sqliteShelf(file, service),
    progress: sqliteProgress(file),
    settled: file.settled,
    probe: () => probed(file),
    lastEventAt: () => last,
    close: file.close,
  };
}

/** What could not be written is told until something can be again. */
async function probed(file: TownFile): Promise<void> {
  file.writeNow(() => file.database.exec("UPDATE probes SET times = times + 1"));
  await file.settled();
}
