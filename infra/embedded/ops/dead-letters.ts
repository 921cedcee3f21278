import { namesIn } from "../../../shared/messaging/names-in.ts";
import { parkedOf, settleParked } from "../../../shared/messaging/parked.ts";
import { outgoingOf } from "../../../shared/messaging/relay.ts";
import { queueName, type Runtime, readSetAside } from "../../../shared/service/index.ts";
import { eventSort, isStoredEvent, partitionOf } from "../../../shared/store/index.ts";
import type { Dead, Deliveries } from "../deliveries.ts";
import type { Queues } from "../queues.ts";
import { type Discarded, discardedOf, recordDiscard } from "./discarded.ts";

/** A dead letter as operators see it: no content of the event, as it may be personal. */
export interface DeadView {
  readonly id: string;
  readonly queue: string;
  readonly type: string;
  readonly event: string | undefined;
  readonly trace: string | undefined;
  readonly attempts: number;
  readonly reason: string | undefined;
  readonly since: string | undefined;
}

export interface ParkedView {
  readonly service: string;
  readonly id: string;
  readonly type: string;
  readonly reason: string;
  readonly parkedAt: string;
  /** Kind and id of what it waits for. */
  readonly waitsFor?: string;
}

interface Parts {
  readonly town: { readonly slug: string; readonly code: string };
  readonly deliveries: Deliveries;
  readonly queues: Queues;
  readonly runtimes: ReadonlyMap<string, Runtime>;
  /** Wakes the consumer of a queue. */
  readonly wake: (queue: string) => void;
}

/** Which dead letters are meant: one, those of a queue, or all. */
export interface Which {
  readonly id?: string | undefined;
  readonly queue?: string | undefined;
}

/** What was given up or set aside, and what operators can do about it. */
export class DeadLetters {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async dead(): Promise<readonly DeadView[]> {
    return (await this.#parts.deliveries.deadLetters()).map(viewOf);
  }

  /** Tries dead letters again, in the order in which they died. @returns how many */
  async sendAgain(which: Which): Promise<number> {
    const { deliveries, wake } = this.#parts;
    let sent = 0;
    for (const { queue, deduplicationId } of await this.#meant(which)) {
      if (!(await deliveries.sendAgain(queue, deduplicationId))) continue;
      wake(queue);
      sent += 1;
    }
    return sent;
  }

  /** Gives dead letters up for good, and keeps on record which and why. @returns how many */
  async discard(which: Which, why: string): Promise<number> {
    const { deliveries, runtimes } = this.#parts;
    let discarded = 0;
    for (const letter of await this.#meant(which)) {
      const { queue, deduplicationId, type } = letter;
      const publisher = runtimes.get(type.slice(0, type.indexOf("."))) ?? runtimes.values().next().value;
      if (publisher === undefined) continue;
      const { event = deduplicationId } = namesIn(letter.body);
      await recordDiscard(publisher, { queue, event, type, why, reason: letter.reason ?? "" });
      if (await deliveries.discard(queue, deduplicationId)) discarded += 1;
    }
    return discarded;
  }

  /** What was given up, of all publishers. */
  async discarded(): Promise<readonly Discarded[]> {
    return (await Promise.all([...this.#parts.runtimes.values()].map(discardedOf))).flat();
  }

  async parked(): Promise<readonly ParkedView[]> {
    const all = [...this.#parts.runtimes].map(async ([service, runtime]) =>
      (await parkedOf(runtime)).map((one) => ({ service, ...one })),
    );
    return (await Promise.all(all)).flat();
  }

  /**
   * Gives parked events to their consumer again, as they are on record with who published them. What never was an event of
   * this town stays parked.
   * @returns how many
   */
  async sendParkedAgain(which: { readonly id?: string | undefined; readonly service?: string | undefined }) {
    const { queues, town, wake, runtimes } = this.#parts;
    let sent = 0;
    for (const one of await this.#parkedOf(which)) {
      const message = await this.#onRecord(one);
      const runtime = runtimes.get(one.service);
      const queue = queueName(town.slug, one.service);
      if (message === undefined || runtime === undefined) continue;
      await settleParked(runtime, one, { how: "sent-again", why: "" });
      const again = `${message.deduplicationId}-${Date.now().toString(36)}`;
      await queues.of(queue).send([{ ...message, deduplicationId: again }]);
      wake(queue);
      sent += 1;
    }
    return sent;
  }

  /** Takes parked messages off the list, and keeps why. @returns how many */
  async discardParked(which: { readonly id?: string | undefined; readonly service?: string | undefined }, why: string) {
    let discarded = 0;
    for (const one of await this.#parkedOf(which)) {
      const runtime = this.#parts.runtimes.get(one.service);
      if (runtime !== undefined && (await settleParked(runtime, one, { how: "discarded", why }))) discarded += 1;
    }
    return discarded;
  }

  /** The deadlines that make no progress, of all services. */
  async setAside() {
    const all = [...this.#parts.runtimes].map(async ([service, runtime]) =>
      (await readSetAside(runtime)).map((one) => ({ service, ...one })),
    );
    return (await Promise.all(all)).flat();
  }

  async #meant({ id, queue }: Which): Promise<readonly Dead[]> {
    const all = await this.#parts.deliveries.deadLetters();
    return all.filter((one) => (id === undefined || idOf(one) === id) && (queue === undefined || one.queue === queue));
  }

  async #parkedOf(which: { readonly id?: string | undefined; readonly service?: string | undefined }) {
    const { id, service } = which;
    const all = await this.parked();
    return all.filter(
      (one) => (id === undefined || one.id === id) && (service === undefined || one.service === service),
    );
  }

  /** The event as its publisher has it: its id is the aggregate, the aggregate's id, and the number in its history. */
  async #onRecord({ id, type }: ParkedView) {
    const publisher = type.slice(0, type.indexOf("."));
    const runtime = this.#parts.runtimes.get(publisher);
    const [aggregate = "", of = "", sequence = ""] = id.split("/");
    if (runtime === undefined || !/^[1-9]\d{0,8}$/.test(sequence)) return undefined;
    const key = { pk: partitionOf(aggregate, of), sk: eventSort(Number(sequence)) };
    const [event] = await runtime.store.table.read([key]);
    if (event === undefined || !isStoredEvent(event) || event.type !== type) return undefined;
    return outgoingOf(event, publisher, this.#parts.town.code);
  }
}

/** So much of the deduplication id tells a dead letter from all others, and can be typed. */
const idOf = ({ deduplicationId }: Dead) => deduplicationId.slice(0, 12);

function viewOf(letter: Dead): DeadView {
  const { queue, type, attempts, reason, since, body } = letter;
  const { event, trace } = namesIn(body);
  return { id: idOf(letter), queue, type, event, trace, attempts, reason, since };
}
