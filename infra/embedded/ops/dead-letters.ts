import { namesIn } from "../../../shared/messaging/names-in.ts";
import { queueName, type Runtime, readSetAside } from "../../../shared/service/index.ts";
import { ParkedEvents } from "../../dead-letters/parked.ts";
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
  readonly parked: ParkedEvents;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.parked = new ParkedEvents({
      tables: parts.runtimes,
      townCode: parts.town.code,
      async sendTo(service) {
        const queue = queueName(parts.town.slug, service);
        return async (messages) => {
          const refused = await parts.queues.of(queue).send(messages);
          parts.wake(queue);
          return refused;
        };
      },
    });
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
}

/** So much of the deduplication id tells a dead letter from all others, and can be typed. */
const idOf = ({ deduplicationId }: Dead) => deduplicationId.slice(0, 12);

function viewOf(letter: Dead): DeadView {
  const { queue, type, attempts, reason, since, body } = letter;
  const { event, trace } = namesIn(body);
  return { id: idOf(letter), queue, type, event, trace, attempts, reason, since };
}
