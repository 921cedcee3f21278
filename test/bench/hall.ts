import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { localClient } from "../../infra/embedded/environment.ts";
import { provideTable } from "../../infra/embedded/tables.ts";
import { services } from "../../infra/services.ts";
import { loadTownFrom } from "../../infra/towns/load.ts";
import { permits } from "../../services/permits/service.ts";
import { officialCalendar } from "../../shared/calendar/index.ts";
import { memoryFiles } from "../../shared/files/index.ts";
import { apiFor } from "../../shared/http/index.ts";
import type { Observability } from "../../shared/observability/index.ts";
import { type Runtime, type Service, tableName, wallClock } from "../../shared/service/index.ts";
import { keyedWith } from "../../shared/service/keyed.ts";
import { documentClient, dynamoTable } from "../../shared/store/dynamo-table.ts";
import { cursors, type Item, Store, type Table } from "../../shared/store/index.ts";
import type { TownLists } from "../../shared/town/lists.ts";
import { startEngine } from "../support/engine.ts";
import { openPermits } from "./opened.ts";

const region = "cn-north-1";
const silent: Observability = {
  info: () => undefined,
  warn: () => undefined,
  error: (message, error) => console.error(message, error),
  count: () => undefined,
  flush: () => undefined,
};

/** What the last request sent to the table: what a bare client is to match. */
export interface Spy {
  reads: number;
  capacity: number;
  puts: readonly Item[];
  /** Every write since it was emptied. */
  writes: (readonly Item[])[];
}

/** One service, and what it is opened with. */
interface Opening {
  readonly service: Service;
  readonly open: (runtime: Runtime, lists: TownLists) => Promise<void>;
}

/** A service through the SDK on the second engine, without queues: only what a command costs. The permits service, if none is named. */
export async function openHall({ service: of, open }: Opening = { service: permits, open: openPermits }) {
  const directory = await mkdtemp(join(tmpdir(), "qiangzhen-bench-"));
  const database = join(directory, "engine.db");
  const engine = await startEngine(database);
  const settings = localClient(engine.endpoint, region);
  const client: DynamoDBDocumentClient = documentClient(settings);
  const { profile, lists } = loadTownFrom("guangtong");
  for (const service of services) await provideTable(new DynamoDBClient(settings), profile.slug, service);

  const name = tableName(profile.slug, of.name);
  const spy: Spy = { reads: 0, capacity: 0, puts: [], writes: [] };
  const runtime: Runtime = {
    store: new Store(watched(dynamoTable(name, client), spy)),
    town: profile,
    calendar: officialCalendar({ notices: profile.calendarNotices }),
    clock: wallClock,
    cursors: cursors("bench"),
    keyed: keyedWith("a secret of the bench, long enough"),
    files: memoryFiles(),
    observability: silent,
  };
  await open(runtime, lists);
  return {
    client,
    name,
    database,
    runtime,
    spy,
    call: caller(apiFor(of, runtime), profile.slug),
    async close() {
      client.destroy();
      await engine.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
export type Hall = Awaited<ReturnType<typeof openHall>>;

function watched(table: Table, spy: Spy): Table {
  return {
    name: table.name,
    read(keys) {
      spy.reads += 1;
      return table.read(keys);
    },
    async write(puts) {
      spy.puts = puts.flatMap((put) => ("item" in put ? [put.item] : []));
      const result = await table.write(puts);
      if (result.written) spy.writes.push(spy.puts);
      if (result.written) spy.capacity = result.capacity ?? 0;
      return result;
    },
    query: (query) => table.query(query),
    scan: (from) => table.scan(from),
  };
}

export interface Caller {
  readonly sub: string;
  readonly roles: string;
  readonly office: string;
}

/** Calls the Lambda handler as API Gateway would. */
export function caller(handler: ReturnType<typeof apiFor>, town: string) {
  return async (
    method: string,
    path: string,
    who: Caller,
    body?: object,
  ): Promise<{ id?: string } & Record<string, unknown>> => {
    const [rawPath = "", rawQueryString = ""] = path.split("?");
    const event = {
      version: "2.0",
      routeKey: "$default",
      rawPath,
      rawQueryString,
      queryStringParameters: Object.fromEntries(new URLSearchParams(rawQueryString)),
      headers: { "content-type": "application/json" },
      isBase64Encoded: false,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      requestContext: {
        accountId: "",
        apiId: "",
        domainName: "",
        domainPrefix: "",
        requestId: "bench",
        routeKey: "$default",
        stage: "$default",
        time: "",
        timeEpoch: 0,
        http: { method, path: rawPath, protocol: "HTTP/1.1", sourceIp: "127.0.0.1", userAgent: "bench" },
        authorizer: {
          principalId: "",
          integrationLatency: 0,
          jwt: { claims: { ...who, name: "bench", town }, scopes: [] },
        },
      },
    };
    const answer = await handler(event, lambdaContext);
    if ((answer.statusCode ?? 500) >= 300) throw new Error(`${method} ${path}: ${answer.statusCode} ${answer.body}`);
    return JSON.parse(answer.body ?? "{}");
  };
}

const lambdaContext = {
  callbackWaitsForEmptyEventLoop: false,
  functionName: "bench",
  functionVersion: "1",
  invokedFunctionArn: "",
  memoryLimitInMB: "512",
  awsRequestId: "bench",
  logGroupName: "",
  logStreamName: "",
  getRemainingTimeInMillis: () => 15_000,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
};
