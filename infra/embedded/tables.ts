import { setTimeout as pause } from "node:timers/promises";
import {
  CreateTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  type GlobalSecondaryIndex,
  type KeySchemaElement,
  ResourceNotFoundException,
  type TableDescription,
  UpdateTableCommand,
} from "@aws-sdk/client-dynamodb";
import { type Index, type Service, tableName } from "../../shared/service/index.ts";
import { dueIndex } from "../../shared/store/index.ts";
import { indexAttributes } from "../../shared/store/table.ts";
import { reasonOf, StartProblem } from "./start-problem.ts";

/**
 * The table of a service as its manifest declares it: made if there is none, given the indexes it lacks if there is.
 * @returns the ARN of its stream
 */
export async function provideTable(client: DynamoDBClient, town: string, service: Service): Promise<string> {
  const name = tableName(town, service.name);
  const indexes = [...service.indexes, { name: dueIndex, projection: "keys" as const }];
  try {
    let table = (await describe(client, name)) ?? (await create(client, name, indexes));
    const present = new Set(table.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName));
    for (const index of indexes.filter((one) => !present.has(one.name))) table = await add(client, name, index);
    if (table.LatestStreamArn === undefined || table.StreamSpecification?.StreamEnabled === false)
      throw new Error("the table has no stream");
    return table.LatestStreamArn;
  } catch (error) {
    throw new StartProblem("dataUnusable", `table ${name}: ${reasonOf(error)} / 数据表不可用`, error);
  }
}

async function describe(client: DynamoDBClient, name: string): Promise<TableDescription | undefined> {
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
    return Table;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

async function create(client: DynamoDBClient, name: string, indexes: readonly Index[]): Promise<TableDescription> {
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: texts("pk", "sk", ...indexes.flatMap(attributesOf)),
      KeySchema: keys("pk", "sk"),
      GlobalSecondaryIndexes: indexes.map(secondary),
      StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_IMAGE" },
    }),
  );
  return whenActive(client, name);
}

async function add(client: DynamoDBClient, name: string, index: Index): Promise<TableDescription> {
  await client.send(
    new UpdateTableCommand({
      TableName: name,
      AttributeDefinitions: texts("pk", "sk", ...attributesOf(index)),
      GlobalSecondaryIndexUpdates: [{ Create: secondary(index) }],
    }),
  );
  return whenActive(client, name);
}

async function whenActive(client: DynamoDBClient, name: string): Promise<TableDescription> {
  for (const until = Date.now() + 120_000; Date.now() < until; await pause(100)) {
    const table = await describe(client, name);
    const indexes = table?.GlobalSecondaryIndexes ?? [];
    if (table?.TableStatus === "ACTIVE" && indexes.every(({ IndexStatus }) => IndexStatus === "ACTIVE")) return table;
  }
  throw new Error("not active after two minutes");
}

const attributesOf = ({ name }: Index) => Object.values(indexAttributes(name));
const texts = (...names: string[]) => names.map((AttributeName) => ({ AttributeName, AttributeType: "S" as const }));
const keys = (partition: string, sort: string): KeySchemaElement[] => [
  { AttributeName: partition, KeyType: "HASH" },
  { AttributeName: sort, KeyType: "RANGE" },
];

function secondary({ name, projection }: Index): GlobalSecondaryIndex {
  const { partition, sort } = indexAttributes(name);
  const ProjectionType = projection === "all" ? "ALL" : "KEYS_ONLY";
  return { IndexName: name, KeySchema: keys(partition, sort), Projection: { ProjectionType } };
}
