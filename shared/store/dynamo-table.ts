import {
  type CancellationReason,
  DynamoDBClient,
  type DynamoDBClientConfig,
  TransactionCanceledException,
  TransactionConflictException,
} from "@aws-sdk/client-dynamodb";
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  QueryCommand,
  ScanCommand,
  TransactWriteCommand,
} from "@aws-sdk/lib-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { packed, unpacked } from "./packing.ts";
import {
  type ConditionalWrite,
  type Expectation,
  type Item,
  indexAttributes,
  type Key,
  type Page,
  type Position,
  type Query,
  type Table,
  type WriteResult,
} from "./table.ts";

/** One client per process, with the SDK's own retries; `AWS_ENDPOINT_URL_DYNAMODB` points it at another engine. */
export const documentClient = (config: DynamoDBClientConfig = {}) =>
  DynamoDBDocumentClient.from(new DynamoDBClient(config), { marshallOptions: { removeUndefinedValues: true } });

/** A service's table in DynamoDB, or in anything that speaks its API. */
export function dynamoTable(name: string, client: DynamoDBDocumentClient): Table {
  return {
    name,
    read: (keys) => readAll(client, name, keys),
    write: (writes) => writeAll(client, name, writes),
    query: (query) => queryPage(client, name, query),
    scan: (from) => scanPage(client, name, from),
  };
}

const itemsOf = (stored: readonly Record<string, unknown>[] = []) => stored.flatMap((one) => unpacked(one) ?? []);
const sameKey = (a: Key, b: Key) => a.pk === b.pk && a.sk === b.sk;

async function readAll(client: DynamoDBDocumentClient, table: string, keys: readonly Key[]) {
  const found: Item[] = [];
  const unique = keys.filter((key, place) => keys.findIndex((other) => sameKey(other, key)) === place);
  let open: Record<string, unknown>[] = unique.map(({ pk, sk }) => ({ pk, sk }));
  while (open.length > 0) {
    const answer = await client.send(
      new BatchGetCommand({ RequestItems: { [table]: { Keys: open, ConsistentRead: true } } }),
    );
    found.push(...itemsOf(answer.Responses?.[table]));
    open = answer.UnprocessedKeys?.[table]?.Keys ?? [];
  }
  return keys.map((key) => found.find((item) => sameKey(item, key)));
}

async function writeAll(
  client: DynamoDBDocumentClient,
  table: string,
  writes: readonly ConditionalWrite[],
): Promise<WriteResult> {
  try {
    const answer = await client.send(
      new TransactWriteCommand({
        ReturnConsumedCapacity: "TOTAL",
        TransactItems: writes.map((write) =>
          "check" in write
            ? { ConditionCheck: { TableName: table, Key: { ...write.check }, ...condition(write) } }
            : { Put: { TableName: table, Item: packed(write.item), ...condition(write) } },
        ),
      }),
    );
    const capacity = (answer.ConsumedCapacity ?? []).reduce((sum, one) => sum + (one.CapacityUnits ?? 0), 0);
    return { written: true, capacity };
  } catch (error) {
    if (error instanceof TransactionConflictException) return { written: false, contended: true, failed: [] };
    if (error instanceof TransactionCanceledException) return refused(error);
    throw error;
  }
}

const condition = ({ expect }: ConditionalWrite) => ({
  ReturnValuesOnConditionCheckFailure: "ALL_OLD" as const,
  ...expressionOf(expect),
});

function expressionOf(expect: Expectation) {
  if (expect === "absent") return { ConditionExpression: "attribute_not_exists(pk)" };
  if (expect === "unversioned")
    return { ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(version)" };
  return { ConditionExpression: "version = :version", ExpressionAttributeValues: { ":version": expect.version } };
}

function refused(error: TransactionCanceledException): WriteResult {
  const reasons = error.CancellationReasons ?? [];
  const failed = reasons.flatMap((reason, put) =>
    reason.Code === "ConditionalCheckFailed" ? [{ put, current: currentItem(reason) }] : [],
  );
  const contended = reasons.some(
    ({ Code }) =>
      Code === "TransactionConflict" || Code === "ThrottlingError" || Code === "ProvisionedThroughputExceeded",
  );
  if (failed.length === 0 && !contended) throw error;
  return { written: false, contended, failed };
}

const currentItem = ({ Item: stored }: CancellationReason): Item | undefined =>
  stored === undefined ? undefined : unpacked(unmarshall(stored));

async function queryPage(client: DynamoDBDocumentClient, table: string, query: Query): Promise<Page> {
  if (isEmpty(query)) return { items: [] };
  const names = query.index === undefined ? { partition: "pk", sort: "sk" } : indexAttributes(query.index);
  const range = sortCondition(query);
  const answer = await client.send(
    new QueryCommand({
      TableName: table,
      ...(query.index === undefined ? { ConsistentRead: true } : { IndexName: query.index }),
      KeyConditionExpression: ["#partition = :partition", ...range.expression].join(" AND "),
      ExpressionAttributeNames: { "#partition": names.partition, ...(range.bounded ? { "#sort": names.sort } : {}) },
      ExpressionAttributeValues: { ":partition": query.partition, ...range.values },
      ScanIndexForward: query.descending !== true,
      Limit: query.limit,
      ...(query.after === undefined ? {} : { ExclusiveStartKey: { ...query.after } }),
    }),
  );
  const last = answer.LastEvaluatedKey;
  return { items: itemsOf(answer.Items), ...(last === undefined ? {} : { last: position(last) }) };
}

async function scanPage(
  client: DynamoDBDocumentClient,
  table: string,
  { limit, after }: { readonly limit: number; readonly after?: Position },
): Promise<Page> {
  const answer = await client.send(
    new ScanCommand({
      TableName: table,
      ConsistentRead: true,
      Limit: limit,
      ...(after === undefined ? {} : { ExclusiveStartKey: { ...after } }),
    }),
  );
  const last = answer.LastEvaluatedKey;
  return { items: itemsOf(answer.Items), ...(last === undefined ? {} : { last: position(last) }) };
}

/** Bounds that exclude each other are an empty list; DynamoDB calls them a mistake. It orders by the bytes of UTF-8. */
const isEmpty = ({ from, to }: Query) =>
  from !== undefined && to !== undefined && Buffer.compare(Buffer.from(from), Buffer.from(to)) > 0;

function sortCondition({ from, to }: Query) {
  if (from !== undefined && to !== undefined)
    return { bounded: true, expression: ["#sort BETWEEN :from AND :to"], values: { ":from": from, ":to": to } };
  if (from !== undefined) return { bounded: true, expression: ["#sort >= :from"], values: { ":from": from } };
  if (to !== undefined) return { bounded: true, expression: ["#sort <= :to"], values: { ":to": to } };
  return { bounded: false, expression: [], values: {} };
}

const position = (key: Record<string, unknown>): Position =>
  Object.fromEntries(Object.entries(key).map(([name, value]) => [name, String(value)]));
