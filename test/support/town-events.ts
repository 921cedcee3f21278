import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import * as z from "zod";
import { services } from "../../infra/services.ts";
import { type CloudEvent, toCloudEvent } from "../../shared/messaging/index.ts";
import { isStoredEvent, type StoredEvent } from "../../shared/store/index.ts";

const row = z.object({ pk: z.string(), sk: z.string(), item: z.string() });

/** All that the services of a town have put on record, as it lies in its file. */
export function recordedIn(directory: string): readonly { readonly service: string; readonly event: StoredEvent }[] {
  const file = new DatabaseSync(join(directory, "town.db"), { readOnly: true });
  try {
    return services.flatMap(({ name: service }) =>
      file
        .prepare(`SELECT pk, sk, item FROM "guangtong-${service}" WHERE sk LIKE 'event#%' ORDER BY seq`)
        .all()
        .flatMap((found) => {
          const { pk, sk, item } = row.parse(found);
          const event = { ...z.record(z.string(), z.unknown()).parse(JSON.parse(item)), pk, sk };
          return isStoredEvent(event) ? [{ service, event }] : [];
        }),
    );
  } finally {
    file.close();
  }
}

/** What subscribers outside of the house were sent of it. */
export function publishedIn(directory: string): readonly CloudEvent[] {
  const types = new Set(services.flatMap(({ publishes }) => Object.keys(publishes)));
  return recordedIn(directory)
    .filter(({ event }) => types.has(event.type))
    .map(({ service, event }) => toCloudEvent(event, service, "532302105000"));
}
