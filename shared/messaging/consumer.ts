import { processPartialResponse, SqsFifoPartialProcessorAsync } from "@aws-lambda-powertools/batch";
import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import { type Loadable, ready } from "../service/later.ts";
import type { Subscription } from "../service/manifest.ts";
import type { Runtime } from "../service/runtime.ts";
import type { CloudEvent } from "./cloud-event.ts";
import { sourceOf } from "./envelope.ts";
import { namesIn } from "./names-in.ts";
import { park } from "./parked.ts";

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
 * what can never succeed is parked in the table with its reason. Repeats change nothing: the id of the event is the
 * id of the command that follows from it.
 */
export function reactionsFor(service: Reacting, runtime: Runtime, hears: Hearing = { failed: () => undefined }) {
  const handle = async (record: SQSRecord): Promise<void> => {
    const event = await parse(record.body);
    if (event === undefined)
      return park(runtime, { id: record.messageId, type: "unknown", reason: "not-a-cloudevent" });
    const times = new Map<string, number>();
    const wanted = service.subscriptions.filter(({ type }) => type === event.type);
    if (wanted.length > 0 && !isFromItsSource(event, runtime.town.code))
      return park(runtime, { id: event.id, type: event.type, reason: "wrong-source" });
    for (const subscription of await Promise.all(wanted.map((one) => ready(one)))) {
      if (!subscription.needs.safeParse(event.data).success) {
        await park(runtime, { id: event.id, type: event.type, reason: "needed-fields-missing" });
        continue;
      }
      for (const instruction of subscription.react(event)) {
        const cause = { id: `${event.source}|${event.id}${again(times, instruction.key)}`, ...traceOf(event) };
        const carried = await instruction.carryOut(runtime, cause);
        if (!carried.done) await park(runtime, { id: event.id, type: event.type, reason: carried.code });
      }
    }
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
async function parse(body: string): Promise<CloudEvent | undefined> {
  const { cloudEvent } = await import("./cloud-event.ts");
  try {
    return cloudEvent.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}
