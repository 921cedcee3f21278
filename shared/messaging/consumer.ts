import { processPartialResponse, SqsFifoPartialProcessorAsync } from "@aws-lambda-powertools/batch";
import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import { type Loadable, once, ready } from "../service/later.ts";
import type { Instruction, Subscription } from "../service/manifest.ts";
import type { Runtime } from "../service/runtime.ts";
import type { CloudEvent } from "./cloud-event.ts";
import { sourceOf } from "./envelope.ts";
import { namesIn } from "./names-in.ts";
import { park, settleParked } from "./parked.ts";
import { groupOf, letWait, nameOf, stopWaiting, waitingFor } from "./waiting.ts";

/** So much of a service as its queue needs. A reaction may be loaded with the first event of its type. */
export interface Reacting {
  readonly subscriptions: readonly Loadable<Subscription, "type">[];
}

/** Who else is told of a message that failed; the queue is asked to show it again. */
export interface Hearing {
  failed(messageId: string, error: unknown): void;
}

/**
 * The Lambda handler of a service's queue. A failure leaves its message group where it is and goes on with the others;
 * what can never succeed is parked in the table with its reason. What came before its cause is parked too, and goes on by
 * itself once its cause was carried out. What operators send again leaves the list when it was consumed.
 * Repeats change nothing: the id of the event is the id of the command that follows from it.
 */
export function reactionsFor(service: Reacting, runtime: Runtime, hears: Hearing = { failed: () => undefined }) {
  const handle = async (record: SQSRecord): Promise<void> => {
    const event = await parse(record.body);
    if (event === undefined)
      return park(runtime, { id: record.messageId, type: "unknown", reason: "not-a-cloudevent" });
    const wanted = wantedIn(service, event);
    if (wanted.length > 0 && !isFromItsSource(event, runtime.town.code))
      return park(runtime, { id: event.id, type: event.type, reason: "wrong-source" });
    const parked = await new Following(service, runtime).follow(event, wanted);
    const { id, parkedbefore } = event;
    if (parkedbefore !== undefined && !parked.includes(parkedbefore))
      await settleParked(runtime, { id, reason: parkedbefore }, { how: "sent-again", why: "" });
  };

  return async (event: SQSEvent): Promise<SQSBatchResponse> => {
    const processor = new SqsFifoPartialProcessorAsync();
    const guarded = async (record: SQSRecord) => {
      try {
        await handle(record);
      } catch (error) {
        const { messageId } = record;
        runtime.observability.error("reaction failed", error, { messageId, ...namesIn(record.body) });
        hears.failed(messageId, error);
        throw error;
      }
    };
    const answer = await processPartialResponse(event, guarded, processor, {
      skipGroupOnError: true,
      throwOnFullBatchFailure: false,
    });
    runtime.observability.flush();
    return answer;
  };
}

const wantedIn = ({ subscriptions }: Reacting, event: CloudEvent) =>
  subscriptions.filter(({ type }) => type === event.type);

/** What follows from an event, and from those that waited for what it begins. */
class Following {
  readonly #service: Reacting;
  readonly #runtime: Runtime;
  /** It follows what waited, in its turn. */
  readonly #isGoingOn: boolean;

  constructor(service: Reacting, runtime: Runtime, isGoingOn = false) {
    this.#service = service;
    this.#runtime = runtime;
    this.#isGoingOn = isGoingOn;
  }

  /** Carries out what an event asks for. @returns why any of it was parked */
  async follow(event: CloudEvent, wanted = wantedIn(this.#service, event)): Promise<readonly string[]> {
    const times = new Map<string, number>();
    const parked: string[] = [];
    const set = async (reason: string, waitsFor?: string) => {
      parked.push(reason);
      const waiting = waitsFor === undefined ? {} : { waitsFor };
      const message = { id: event.id, type: event.type, reason, ...waiting };
      await park(this.#runtime, message, event.parkedbefore === reason);
    };
    for (const subscription of await Promise.all(wanted.map((one) => ready(one)))) {
      if (!subscription.needs.safeParse(event.data).success) {
        await set("needed-fields-missing");
        continue;
      }
      for (const instruction of subscription.react(event)) {
        const cause = { id: `${event.source}|${event.id}${again(times, instruction.key)}`, ...traceOf(event) };
        const carried = await this.#carryOut(event, instruction, cause);
        if (!carried.done) await set(carried.code, carried.missing);
        else if (carried.began !== undefined)
          await this.#goOn(carried.began, await waitingFor(this.#runtime, carried.began));
      }
    }
    return parked;
  }

  /**
   * What waits for the same thing goes first: no event of an aggregate overtakes an earlier one, and what a person began by HTTP is found by
   * the next event about it.
   */
  async #carryOut(event: CloudEvent, instruction: Instruction, cause: Parameters<Instruction["carryOut"]>[1]) {
    const { key } = instruction;
    if (key === undefined || this.#isGoingOn) return this.#carryOrWait(event, instruction, cause);
    const waiting = await waitingFor(this.#runtime, key);
    const earlier = waiting.filter((one) => isBefore(one, event));
    const isBehind = earlier.length > 0 && (await this.#goOn(key, earlier)) < earlier.length;
    if (isBehind && (await letWait(this.#runtime, key, event)))
      return { done: false, code: notFound, missing: key } as const;
    const carried = await this.#carryOrWait(event, instruction, cause);
    const later = waiting.filter((one) => !earlier.includes(one) && nameOf(one) !== nameOf(event));
    if (carried.done && carried.began === undefined) await this.#goOn(key, later);
    return carried;
  }

  /** An event that comes before its cause waits. The cause may come in this very moment: so it is tried once more. */
  async #carryOrWait(event: CloudEvent, instruction: Instruction, cause: Parameters<Instruction["carryOut"]>[1]) {
    const carried = await instruction.carryOut(this.#runtime, cause);
    if (carried.done || carried.missing === undefined) return carried;
    if (!(await letWait(this.#runtime, carried.missing, event))) return { done: false, code: carried.code } as const;
    const later = await instruction.carryOut(this.#runtime, cause);
    if (later.done) await stopWaiting(this.#runtime, carried.missing, [event]);
    return later;
  }

  /**
   * What waited for a thing goes on, in the order in which it came. Each is the same command as before: it is carried out once. Behind one
   * that has to wait still, those of the same aggregate wait too. @returns how many wait no more
   */
  async #goOn(began: string, events: readonly CloudEvent[]): Promise<number> {
    const alone = new Following(this.#service, this.#runtime, true);
    const gone: CloudEvent[] = [];
    const held = new Set<string>();
    for (const event of events) {
      if (held.has(groupOf(event))) continue;
      const parked = await alone.follow(event);
      if (parked.includes(notFound)) held.add(groupOf(event));
      else {
        gone.push(event);
        await settleParked(this.#runtime, { id: event.id, reason: notFound }, { how: "gone-on", why: began });
      }
    }
    if (gone.length > 0) await stopWaiting(this.#runtime, began, gone);
    return gone.length;
  }
}
const isBefore = (one: CloudEvent, other: CloudEvent) =>
  groupOf(one) === groupOf(other) && one.sequence < other.sequence;
const notFound = "not-found";

/** A type begins with the name of the service that publishes it. */
const isFromItsSource = ({ type, source }: CloudEvent, townCode: string) =>
  source === sourceOf(townCode, type.slice(0, type.indexOf(".")));

/** Several instructions that one event gives to the same aggregate are several commands: the second, the third … */
function again(times: Map<string, number>, key = ""): string {
  const count = (times.get(key) ?? 0) + 1;
  times.set(key, count);
  return key === "" || count === 1 ? "" : `|${count}`;
}

const traceOf = ({ traceparent }: CloudEvent) => (traceparent === undefined ? {} : { traceparent });

/** What reads schemas comes with the first event. */
const schemas = once(() => import("./cloud-event.ts"));

async function parse(body: string): Promise<CloudEvent | undefined> {
  const { cloudEvent } = await schemas();
  try {
    return cloudEvent.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}
