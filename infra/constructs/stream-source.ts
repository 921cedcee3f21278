import { Table } from "aws-cdk-lib/aws-dynamodb";
import { FilterCriteria, FilterRule, StartingPosition } from "aws-cdk-lib/aws-lambda";
import { DynamoEventSource, SqsDlq } from "aws-cdk-lib/aws-lambda-event-sources";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Duration } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import { eventPrefix } from "../../shared/store/items.ts";

/** What a relay reads: the events put into a table, in the order of each aggregate, until they are sent. */
export function committedEvents(scope: Construct, table: Table, setAside: Queue): DynamoEventSource {
  const { tableArn, tableStreamArn } = table;
  if (tableStreamArn === undefined) throw new Error("the table has no stream");
  // `Table` itself does not fit its interface under exact optional types
  return new DynamoEventSource(Table.fromTableAttributes(scope, "Stream", { tableArn, tableStreamArn }), {
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: 100,
    // More than one batch of a shard at a time is ordered by item only, and an aggregate's events are many items
    parallelizationFactor: 1,
    reportBatchItemFailures: true,
    bisectBatchOnError: true,
    // Until an hour before the stream forgets: what is set aside can then still be read from it
    maxRecordAge: Duration.hours(23),
    onFailure: new SqsDlq(setAside),
    filters: [
      FilterCriteria.filter({
        eventName: FilterRule.isEqual("INSERT"),
        dynamodb: { Keys: { sk: { S: FilterRule.beginsWith(eventPrefix) } } },
      }),
    ],
  });
}
