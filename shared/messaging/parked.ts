import type { Runtime } from "../service/runtime.ts";
import { StoreBusy } from "../store/joint.ts";

/** Where the messages lie that were set aside. */
export const parkedPartition = "parked";

/** Sets aside a message that no repetition can help, with its reason; a second time changes nothing. */
export async function park(runtime: Runtime, message: { id: string; type: string; reason: string }): Promise<void> {
  const item = { pk: parkedPartition, sk: `${message.id}|${message.reason}`, ...message, parkedAt: runtime.clock() };
  const result = await runtime.store.table.write([{ item, expect: "absent" }]);
  if (!result.written && result.contended) throw new StoreBusy("parked");
  if (!result.written) return;
  runtime.observability.count("EventsParked");
  runtime.observability.warn("event parked", { type: message.type, reason: message.reason });
}
