import * as z from "zod";
import { read } from "../http/reads.ts";
import type { Route } from "../http/route.ts";
import { readSetAside } from "./set-aside.ts";

const deadline = z.object({
  aggregate: z.string(),
  id: z.string(),
  due: z.iso.datetime(),
  reason: z.string(),
  since: z.iso.datetime(),
});

/** `GET /<service>/set-aside`: deadlines that make no progress, with the reason. The operators must look at them. */
export const setAsideRoute = (service: string): Route =>
  read(`GET /${service}/set-aside`, {
    summary: { zh: "无法推进而搁置的期限", en: "Deadlines set aside because they make no progress" },
    allow: ["ops"],
    returns: z.object({ items: z.array(deadline) }),
    run: async (_request, runtime) => ({ items: [...(await readSetAside(runtime))] }),
  });
