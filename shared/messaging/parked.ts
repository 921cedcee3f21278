import * as z from "zod";
import { read } from "../http/reads.ts";
import type { Route } from "../http/route.ts";
import type { Runtime } from "../service/runtime.ts";
import { StoreBusy } from "../store/index.ts";

const partition = "parked";

/** Sets aside a message that no repetition can help, with its reason; a second time changes nothing. */
export async function park(runtime: Runtime, message: { id: string; type: string; reason: string }): Promise<void> {
  const item = { pk: partition, sk: `${message.id}|${message.reason}`, ...message, parkedAt: runtime.clock() };
  const result = await runtime.store.table.write([{ item, expect: "absent" }]);
  if (!result.written && result.contended) throw new StoreBusy("parked");
  if (!result.written) return;
  runtime.observability.count("EventsParked");
  runtime.observability.warn("event parked", { type: message.type, reason: message.reason });
}

const parkedMessage = z.object({ id: z.string(), type: z.string(), reason: z.string(), parkedAt: z.iso.datetime() });

/** `GET /<service>/parked`: what the operators must look at. */
export const parkedRoute = (service: string): Route =>
  read(`GET /${service}/parked`, {
    summary: { zh: "无法处理而搁置的消息", en: "Messages set aside because nothing can come of them" },
    allow: ["ops"],
    returns: z.object({ items: z.array(parkedMessage) }),
    async run(_request, { store }) {
      const page = await store.table.query({ partition, limit: 100 });
      return { items: page.items.map((item) => parkedMessage.parse(item)) };
    },
  });
