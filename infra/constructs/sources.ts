import type { Table } from "aws-cdk-lib/aws-dynamodb";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import {
  EventSourceMapping,
  FilterCriteria,
  FilterRule,
  type Function as Lambda,
  StartingPosition,
} from "aws-cdk-lib/aws-lambda";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Duration } from "aws-cdk-lib/core";
import { eventPrefix } from "../../shared/store/items.ts";
import { concurrency } from "./concurrency.ts";

/**
 * What Lambda itself does in the role of a function that reads a queue or a stream, by Lambda's developer guide. The CDK's own
 * event sources grant more.
 */
export const pollingRights = {
  queue: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"],
  stream: ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"],
  /** Knows no resources. */
  streams: ["dynamodb:ListStreams"],
  setAside: ["sqs:SendMessage"],
} as const;

/** A function takes what lies in a queue, ten messages at a time, and answers for each. */
export function readsQueue(reader: Lambda, queue: Queue): void {
  reader.addToRolePolicy(new PolicyStatement({ actions: [...pollingRights.queue], resources: [queue.queueArn] }));
  new EventSourceMapping(reader, "Queue", {
    target: reader,
    eventSourceArn: queue.queueArn,
    batchSize: 10,
    reportBatchItemFailures: true,
    maxConcurrency: concurrency.reactions,
  });
}

/** A relay reads the events put into a table, in the order of each aggregate, until they are sent. */
export function readsEvents(relay: Lambda, table: Table, setAside: Queue): void {
  const { tableStreamArn } = table;
  if (tableStreamArn === undefined) throw new Error("the table has no stream");
  for (const [actions, resource] of [
    [pollingRights.stream, tableStreamArn],
    [pollingRights.streams, "*"],
    [pollingRights.setAside, setAside.queueArn],
  ] as const)
    relay.addToRolePolicy(new PolicyStatement({ actions: [...actions], resources: [resource] }));
  new EventSourceMapping(relay, "Stream", {
    target: relay,
    eventSourceArn: tableStreamArn,
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: 100,
    // More than one batch of a shard at a time is ordered by item only, and an aggregate's events are many items
    parallelizationFactor: 1,
    reportBatchItemFailures: true,
    bisectBatchOnError: true,
    // Until an hour before the stream forgets: what is set aside can then still be read from it
    maxRecordAge: Duration.hours(23),
    onFailure: { bind: () => ({ destination: setAside.queueArn }) },
    filters: [
      FilterCriteria.filter({
        eventName: FilterRule.isEqual("INSERT"),
        dynamodb: { Keys: { sk: { S: FilterRule.beginsWith(eventPrefix) } } },
      }),
    ],
  });
}
