import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { cloudEvent, sourceOf } from "../../shared/messaging/index.ts";

/** Where an example of each published event is kept; `npm run examples` writes it. */
export const examplesFile = join(import.meta.dirname, "../../docs/event-examples.json");

/** What an example says by itself; the rest follows from the type, the service and the town. */
export const exampleFields = cloudEvent.pick({ subject: true, sequence: true, time: true, actor: true, data: true });

const examples = z.record(z.string(), exampleFields);

/** An example of an event as this town's service sends it; undefined: none is kept. */
export function exampleReader(townCode: string) {
  const kept = examples.parse(JSON.parse(readFileSync(examplesFile, "utf8")));
  return (type: string, service: string): z.output<typeof cloudEvent> | undefined => {
    const found = Object.hasOwn(kept, type) ? kept[type] : undefined;
    if (found === undefined) return undefined;
    const { subject, sequence } = found;
    return {
      ...{ specversion: "1.0", datacontenttype: "application/json", type, ...found },
      ...{ id: `${subject}/${sequence}`, source: sourceOf(townCode, service) },
    };
  };
}
