import { DynamoDBStreamsClient } from "@aws-sdk/client-dynamodb-streams";
import { type Service, tableName } from "../../shared/service/index.ts";
import { documentClient, dynamoTable } from "../../shared/store/dynamo-table.ts";
import type { TownProfile } from "../../shared/town/profile.ts";
import { progressInFile } from "./checkpoint.ts";
import type { TownData } from "./data.ts";
import type { Files } from "./data-directory.ts";
import { Stream } from "./stream.ts";
import { StreamPages } from "./stream-pages.ts";
import { provideTable } from "./tables.ts";

/** Nothing lies there: to ask for it costs least. */
const probeKey = { pk: "town#probe", sk: "state" } as const;

/** The data of a town in a DynamoDB engine outside of this process. That engine answers for its own disk. */
export async function dataOutside(
  files: Files,
  town: TownProfile,
  services: readonly Service[],
  endpoint: string,
): Promise<TownData> {
  const client = documentClient({ endpoint });
  const streams = new DynamoDBStreamsClient({
    endpoint: process.env.AWS_ENDPOINT_URL_DYNAMODB_STREAMS ?? endpoint,
  });
  const provided = services.map(
    async (service) => [service.name, await provideTable(client, town.slug, service)] as const,
  );
  const arns = new Map(await Promise.all(provided));
  return {
    tableOf: (service) => dynamoTable(tableName(town.slug, service.name), client),
    eventsOf(service) {
      const id = arns.get(service.name) ?? "";
      const pages = new StreamPages(streams, id);
      return { id, follow: (from, lost) => new Stream(streams, pages, from, lost), placeBefore: () => undefined };
    },
    shelfOf: () => undefined,
    progress: progressInFile(files.checkpoint),
    settled: async () => undefined,
    async probe() {
      await Promise.all(services.map(({ name }) => dynamoTable(tableName(town.slug, name), client).read([probeKey])));
    },
    lastEventAt: () => undefined,
    async close() {
      client.destroy();
      streams.destroy();
    },
  };
}
