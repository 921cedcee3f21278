import type { MeasuredService } from "../../../infra/cost/measured.ts";
import { relayRoutesOf } from "../../../infra/relay-routes.ts";
import { services } from "../../../infra/services.ts";
import type { Files } from "../../../shared/files/index.ts";
import type { Service } from "../../../shared/service/index.ts";
import { eventPrefix } from "../../../shared/store/items.ts";
import { packed } from "../../../shared/store/packing.ts";
import type { Item, Table } from "../../../shared/store/table.ts";
import { sizeOf } from "../../../shared/store/transaction-size.ts";
import type { TownProfile } from "../../../shared/town/profile.ts";
import { metered } from "../write-units.ts";
import type { Doer } from "./rights.ts";

const bytesOf = (item: Item) => sizeOf(JSON.parse(JSON.stringify(packed(item))));
/** Read units: one for each four kilobytes begun; a read that may be a moment old costs half. */
const unitsOf = (bytes: number) => Math.max(1, Math.ceil(bytes / 4096));

type Counted = { -readonly [K in keyof MeasuredService]: number };
const nothing = (): Counted => ({
  ...{ requests: 0, transactions: 0, messages: 0, writeUnits: 0, readUnits: 0, published: 0, delivered: 0 },
  ...{ itemBytes: 0, filePuts: 0, fileGets: 0, fileBytes: 0 },
});

/** Counts what a town consumes of AWS's measures, by service. */
export class Consumption {
  readonly #of = new Map<string, Counted>(services.map(({ name }) => [name, nothing()]));
  readonly #routes: ReadonlyMap<string, ReadonlyMap<string, number>>;

  constructor(town: TownProfile) {
    const routesOf = (service: Service) =>
      Object.entries(relayRoutesOf(service, services, town)).map(([type, queues]) => [type, queues.length] as const);
    this.#routes = new Map(services.map((service) => [service.name, new Map(routesOf(service))]));
  }

  of = (service: string): Counted => this.#of.get(service) ?? nothing();

  /** Begins anew: what came before was the opening. */
  reset(): void {
    for (const { name } of services) this.#of.set(name, nothing());
  }

  request(route: string): void {
    this.of(route.split("/")[1] ?? "").requests += 1;
  }

  message(service: string): void {
    this.of(service).messages += 1;
  }

  table({ service }: Doer, table: Table, { indexes }: Service): Table {
    const meter = metered(table, indexes);
    return {
      ...meter,
      read: async (keys) => {
        const items = await table.read(keys);
        for (const item of items) this.of(service).readUnits += unitsOf(item === undefined ? 0 : bytesOf(item));
        return items;
      },
      write: async (writes) => {
        const result = await meter.write(writes);
        const units = meter.units();
        if (!result.written) return result;
        this.of(service).transactions += 1;
        this.of(service).writeUnits += units;
        for (const write of writes) if ("item" in write) this.#written(service, write.item);
        return result;
      },
      query: async (query) => {
        const page = await table.query(query);
        const units = unitsOf(page.items.reduce((sum, item) => sum + bytesOf(item), 0));
        this.of(service).readUnits += query.index === undefined ? units : units / 2;
        return page;
      },
    };
  }

  #written(service: string, item: Item): void {
    if (!item.sk.startsWith(eventPrefix)) return;
    // A state is written over; its events stay
    this.of(service).itemBytes += bytesOf(item);
    const queues = this.#routes.get(service)?.get(String(item.type)) ?? 0;
    if (queues > 0) this.of(service).published += 1;
    this.of(service).delivered += queues;
  }

  files({ service }: Doer, files: Files): Files {
    const sent = (bytes: number) => {
      this.of(service).filePuts += 1;
      this.of(service).fileBytes += bytes;
    };
    const fetched = () => {
      this.of(service).fileGets += 1;
    };
    return {
      put: (key, content, type) => {
        sent(content.length);
        return files.put(key, content, type);
      },
      get: (key) => {
        fetched();
        return files.get(key);
      },
      facts: (key) => {
        fetched();
        return files.facts(key);
      },
      uploadUrl: (key, facts) => {
        sent(facts.bytes);
        return files.uploadUrl(key, facts);
      },
      downloadUrl: (key, name) => {
        fetched();
        return files.downloadUrl(key, name);
      },
      remove: (key) => files.remove(key),
    };
  }
}
