import * as z from "zod";
import { read } from "../http/reads.ts";
import type { Route } from "../http/route.ts";
import { parkedOf } from "./parked.ts";

const parkedMessage = z.object({
  ...{ id: z.string(), type: z.string(), reason: z.string(), parkedAt: z.iso.datetime() },
  /** What it waits for: once that is there, it goes on by itself. */
  waitsFor: z.string().optional(),
});

/** `GET /<service>/parked`: what the operators must look at. */
export const parkedRoute = (service: string): Route =>
  read(`GET /${service}/parked`, {
    summary: { zh: "无法处理而搁置的消息", en: "Messages set aside because nothing can come of them" },
    allow: ["ops"],
    returns: z.object({ items: z.array(parkedMessage) }),
    run: async (_request, runtime) => ({ items: [...(await parkedOf(runtime))] }),
  });
