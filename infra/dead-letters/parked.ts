import { outgoingAgain, type Send, sourceOf } from "../../shared/messaging/index.ts";
import { type Parked, parkedOf, settleParked } from "../../shared/messaging/parked.ts";
import { stopWaiting } from "../../shared/messaging/waiting.ts";
import type { Runtime } from "../../shared/service/index.ts";
import { eventSort, isStoredEvent, partitionOf } from "../../shared/store/index.ts";

/** A parked event, and the service that could not do with it. */
export interface ParkedView extends Parked {
  readonly service: string;
}

/** Which parked events are meant: one, those of a service, or all. */
export interface WhichParked {
  readonly id?: string | undefined;
  readonly service?: string | undefined;
}

interface Parts {
  /** By the name of the service. */
  readonly tables: ReadonlyMap<string, Pick<Runtime, "store" | "clock">>;
  readonly townCode: string;
  /** Sends to the queue of a service; undefined: it is not there. */
  readonly sendTo: (service: string) => Promise<Send | undefined>;
}

/** So many of a service are sent again or given up by one command. */
const most = 10_000;

/** The parked events of a town, and what operators can do about them: the same on one machine and in the cloud. */
export class ParkedEvents {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The first hundred of each service. */
  list(): Promise<readonly ParkedView[]> {
    return this.#of({}, 100);
  }

  /**
   * Gives parked events to their consumer again, as they are on record with who published them. They leave the list when they
   * were consumed. What never was an event of this town stays.
   * @returns how many are on their way
   */
  async sendAgain(which: WhichParked): Promise<number> {
    let sent = 0;
    for (const one of await this.#of(which, most)) {
      const message = await this.#onRecord(one);
      if (message === undefined) continue;
      const send = await this.#parts.sendTo(one.service);
      if (send !== undefined && (await send([message])).length === 0) sent += 1;
    }
    return sent;
  }

  /** Takes parked events off the list, and keeps why. What waited does not go on by itself any more. @returns how many */
  async discard(which: WhichParked, why: string): Promise<number> {
    let discarded = 0;
    for (const one of await this.#of(which, most)) {
      const table = this.#parts.tables.get(one.service);
      if (table === undefined) continue;
      if (one.waitsFor !== undefined)
        await stopWaiting(table, one.waitsFor, [
          { id: one.id, source: sourceOf(this.#parts.townCode, publisherOf(one)) },
        ]);
      if (await settleParked(table, one, { how: "discarded", why })) discarded += 1;
    }
    return discarded;
  }

  async #of({ id, service }: WhichParked, count: number): Promise<readonly ParkedView[]> {
    const asked = [...this.#parts.tables].filter(([name]) => service === undefined || name === service);
    const found = asked.map(async ([name, table]) =>
      (await parkedOf(table, id === undefined ? count : most)).map((one) => ({ service: name, ...one })),
    );
    return (await Promise.all(found)).flat().filter((one) => id === undefined || one.id === id);
  }

  /** The event as its publisher has it: its id is the aggregate, the aggregate's id, and the number in its history. */
  async #onRecord({ id, type, reason }: ParkedView) {
    const publisher = publisherOf({ type });
    const table = this.#parts.tables.get(publisher);
    const [aggregate = "", of = "", sequence = ""] = id.split("/");
    if (table === undefined || !/^[1-9]\d{0,8}$/.test(sequence)) return undefined;
    const key = { pk: partitionOf(aggregate, of), sk: eventSort(Number(sequence)) };
    const [event] = await table.store.table.read([key]);
    if (event === undefined || !isStoredEvent(event) || event.type !== type) return undefined;
    return outgoingAgain(event, publisher, this.#parts.townCode, reason);
  }
}

/** A type begins with the name of the service that publishes it. */
const publisherOf = ({ type }: Pick<Parked, "type">) => type.slice(0, type.indexOf("."));
