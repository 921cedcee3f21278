import { SQSClient } from "@aws-sdk/client-sqs";
import { observe } from "../../shared/observability/index.ts";
import { wallClock } from "../../shared/service/runtime.ts";
import { documentClient, dynamoTable } from "../../shared/store/dynamo-table.ts";
import { cloudProbes } from "../watch/health.ts";
import { look } from "../watch/looking.ts";
import { QueueReader } from "../watch/queues.ts";
import type { WatchedNames } from "../watch/watched.ts";

/** Looks at a whole town every five minutes, and says what is wrong. */
export function watch(names: WatchedNames) {
  const observability = observe("watch", process.env.TOWN ?? "");
  const database = documentClient();
  const reader = new QueueReader(new SQSClient({}));
  const probes = cloudProbes({
    names,
    figures: (queue) => reader.figures(queue),
    tableOf: (name) => dynamoTable(name, database),
    now: wallClock,
  });
  return () => look(probes, observability);
}
