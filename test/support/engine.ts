import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { CreateTableCommand, DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { Service } from "../../shared/service/index.ts";
import { tableName } from "../../shared/service/names.ts";
import { documentClient } from "../../shared/store/dynamo-table.ts";
import { dueIndex } from "../../shared/store/index.ts";
import { indexAttributes } from "../../shared/store/table.ts";

const binary = join(import.meta.dirname, "../../node_modules/@dynoxide/linux-x64/dynoxide");

export interface Engine {
  readonly endpoint: string;
  readonly client: DynamoDBDocumentClient;
  /** Creates a service's table as the manifest declares it; `suffix` keeps the tests of a file apart. */
  createTable(town: string, service: Service, suffix?: string): Promise<string>;
  stop(): Promise<void>;
}

/**
 * A DynamoDB engine of its own, on a free port of this machine.
 * @param database the file it keeps its data in; without one it keeps them in memory
 */
export async function startEngine(database?: string): Promise<Engine> {
  const port = await freePort();
  const file = database === undefined ? [] : ["--db-path", database];
  const engine = spawn(binary, ["serve", "--host", "127.0.0.1", "--port", String(port), ...file], { stdio: "ignore" });
  // A worker that ends before its last hook takes its engine with it.
  process.once("exit", () => engine.kill("SIGKILL"));
  const endpoint = `http://127.0.0.1:${port}`;
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  const settings = { endpoint, region: "cn-north-1", credentials };
  const control = new DynamoDBClient(settings);
  await answers(control);
  const client = documentClient(settings);
  return {
    endpoint,
    client,
    async createTable(town, service, suffix = "") {
      const name = `${tableName(town, service.name)}${suffix}`;
      await control.send(definitionOf(name, service));
      return name;
    },
    async stop() {
      client.destroy();
      control.destroy();
      engine.kill();
      if (engine.exitCode === null) await once(engine, "exit");
    },
  };
}

function definitionOf(name: string, service: Service): CreateTableCommand {
  const indexes = [...service.indexes, { name: dueIndex, projection: "keys" as const }];
  const attributes = ["pk", "sk", ...indexes.flatMap((index) => Object.values(indexAttributes(index.name)))];
  return new CreateTableCommand({
    TableName: name,
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: attributes.map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
    KeySchema: keys("pk", "sk"),
    GlobalSecondaryIndexes: indexes.map((index) => ({
      IndexName: index.name,
      KeySchema: keys(indexAttributes(index.name).partition, indexAttributes(index.name).sort),
      Projection: { ProjectionType: index.projection === "all" ? "ALL" : "KEYS_ONLY" },
    })),
    StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_IMAGE" },
  });
}

const keys = (partition: string, sort: string) => [
  { AttributeName: partition, KeyType: "HASH" as const },
  { AttributeName: sort, KeyType: "RANGE" as const },
];

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (typeof address !== "object" || address === null) throw new Error("no free port");
  return address.port;
}

async function answers(control: DynamoDBClient): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    try {
      await control.send(new ListTablesCommand({}));
      return;
    } catch {
      await setTimeout(25);
    }
  }
  throw new Error("the engine does not answer");
}
