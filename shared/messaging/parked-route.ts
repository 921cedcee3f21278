import * as z from "zod";
import { read } from "../http/reads.ts";
import type { Route } from "../http/route.ts";
import { parkedPartition } from "./parked.ts";

const parkedMessage = z.object({ id: z.string(), type: z.string(), reason: z.string(), parkedAt: z.iso.datetime() });

/** `GET /<service>/parked`: what the operators must look at. */
export const parkedRoute = (service: string): Route =>
  read(`GET /${service}/parked`, {
    summary: { zh: "无法处理而搁置的消息", en: "Messages set aside because nothing can come of them" },
    allow: ["ops"],
    returns: z.object({ items: z.array(parkedMessage) }),
    async run(_request, { store }) {
      const page = await store.table.query({ partition: parkedPartition, limit: 100 });
      return { items: page.items.map((item) => parkedMessage.parse(item)) };
    },
  });
