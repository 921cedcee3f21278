import { namesIn } from "../../../shared/messaging/names-in.ts";
import { queueName, type Runtime, readSetAside } from "../../../shared/service/index.ts";
import { beginDiscard, type Discarded, discardedOf } from "../../dead-letters/discarded.ts";
import { ParkedEvents } from "../../dead-letters/parked.ts";
import type { Dead, Deliveries } from "../deliveries.ts";
import type { Queues } from "../queues.ts";
import { Turns } from "../turns.ts";

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

/** What an operator did with a dead letter. */
export interface Became {
  readonly how: "sent-again" | "discarded";
  readonly at: string;
}

/** Of so many dead letters it is known what became of them. */
const remembered = 1000;

/** What was given up or set aside, and what operators can do about it. */
export class DeadLetters {
  readonly #parts: Parts;
  /** One operator after the other: of two who mean the same letter, the second finds it gone. */
  readonly #turns = new Turns();
  readonly #became = new Map<string, Became>();
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
  sendAgain(which: Which): Promise<number> {
    return this.#turns.each(async () => {
      const { deliveries, wake } = this.#parts;
      return this.#eachMeant(which, "sent-again", async ({ queue, deduplicationId }) => {
        if (!(await deliveries.sendAgain(queue, deduplicationId))) return false;
        wake(queue);
        return true;
      });
    });
  }

  /** Gives dead letters up for good, and keeps on record which and why. @returns how many */
  discard(which: Which, why: string): Promise<number> {
    return this.#turns.each(async () => {
      const { deliveries, runtimes } = this.#parts;
      return this.#eachMeant(which, "discarded", async (letter) => {
        const { queue, deduplicationId, type } = letter;
        const publisher = runtimes.get(type.slice(0, type.indexOf("."))) ?? runtimes.values().next().value;
        if (publisher === undefined) return false;
        const { event = deduplicationId } = namesIn(letter.body);
        const end = await beginDiscard(publisher, { queue, event, type, why, reason: letter.reason ?? "" });
        const gone = await deliveries.discard(queue, deduplicationId);
        await end(gone);
        return gone;
      });
    });
  }

  /** What became of a dead letter that is none any more: so much as this process knows. */
  became(id: string | undefined): Became | undefined {
    return id === undefined ? undefined : this.#became.get(id);
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

  async #eachMeant(which: Which, how: Became["how"], act: (letter: Dead) => Promise<boolean>): Promise<number> {
    let count = 0;
    for (const letter of await this.#meant(which)) {
      if (!(await act(letter))) continue;
      count += 1;
      this.#became.set(idOf(letter), { how, at: new Date().toISOString() });
    }
    for (const old of [...this.#became.keys()].slice(0, -remembered)) this.#became.delete(old);
    return count;
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
