import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Metric,
  TreatMissingData,
} from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { Topic } from "aws-cdk-lib/aws-sns";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Duration } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import { alarmTopicName } from "../../shared/service/names.ts";
import type { TownProfile } from "../../shared/town/profile.ts";
import { topicArn } from "./addresses.ts";

/** What an alarm says: who is hurt, and the section of infra/README.md that says what to do. */
export interface Meaning {
  readonly impact: string;
  readonly runbook: Runbook;
}

export const runbooks = [
  "dead-letters",
  "old-messages",
  "unrelayed",
  "function-errors",
  "relay-behind",
  "set-aside",
  "undelivered",
  "throttles",
  "api-errors",
  "files",
] as const;
export type Runbook = (typeof runbooks)[number];

interface Watch extends Meaning {
  readonly metric: IMetric;
  /** The alarm goes off at this value. */
  readonly from: number;
  /** In how many periods one after another. */
  readonly periods?: number;
}

const minutes = (count: number) => ({ period: Duration.minutes(count) });

/** The alarms of one town, all to one topic, which is known by its name. */
export class Alarms extends Construct {
  readonly #town: TownProfile;
  readonly #of: string;

  /** @param of whose alarms: a service's name, `subscribers`, `api` */
  constructor(scope: Construct, of: string, town: TownProfile) {
    super(scope, "Alarms");
    this.#town = town;
    this.#of = of;
  }

  watch(name: string, { metric, from, periods = 1, impact, runbook }: Watch): void {
    const alarm = new Alarm(this, name, {
      alarmName: `${this.#town.slug}-${this.#of}-${name}`,
      alarmDescription: `Who is hurt: ${impact}\nWhat to do: infra/README.md#${runbook}`,
      metric,
      threshold: from,
      evaluationPeriods: periods,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    if (this.#town.deployment.alarmsTo === undefined) return;
    const arn = topicArn(this, alarmTopicName(this.#town.slug));
    alarm.addAlarmAction(new SnsAction(Topic.fromTopicArn(this, `${name}-topic`, arn)));
  }

  watchFunction(name: string, target: IFunction, impact: string): void {
    const errors = target.metricErrors({ ...minutes(5), statistic: "Sum" });
    this.watch(`${name}-errors`, { metric: errors, from: 1, impact, runbook: "function-errors" });
    const throttles = target.metricThrottles({ ...minutes(5), statistic: "Sum" });
    this.watch(`${name}-throttles`, { metric: throttles, from: 1, periods: 3, impact, runbook: "throttles" });
  }

  watchRelay(name: string, relay: IFunction, unrelayed: IQueue, impact: string): void {
    const age = relay.metric("IteratorAge", { ...minutes(1), statistic: "Maximum" });
    this.watch(`${name}-behind`, { metric: age, from: 5 * 60_000, periods: 5, impact, runbook: "relay-behind" });
    this.watchBacklog(`${name}-unrelayed`, unrelayed, { impact, runbook: "unrelayed" });
  }

  /** Counted at each sweep that leaves a deadline without progress; a passing fault is over before the second period. */
  watchDeadlines(name: string, service: string, impact: string): void {
    const metric = new Metric({
      namespace: "Qiangzhen",
      metricName: "DeadlinesSetAside",
      dimensionsMap: { service, town: this.#town.slug },
      ...minutes(5),
      statistic: "Maximum",
    });
    this.watch(name, { metric, from: 1, periods: 2, impact, runbook: "set-aside" });
  }

  /** A topic that could not deliver, to a queue of undelivered events or, worse, to nothing. */
  watchTopic(name: string, topic: string, impact: string): void {
    const counted = (metricName: string) =>
      new Metric({
        namespace: "AWS/SNS",
        metricName,
        dimensionsMap: { TopicName: topic },
        ...minutes(5),
        statistic: "Sum",
      });
    const metric = new MathExpression({
      expression: "FILL(setAside, 0) + FILL(lost, 0)",
      usingMetrics: {
        setAside: counted("NumberOfNotificationsRedrivenToDlq"),
        lost: counted("NumberOfNotificationsFailedToRedriveToDlq"),
      },
      ...minutes(5),
    });
    this.watch(name, { metric, from: 1, impact, runbook: "undelivered" });
  }

  /** A queue in which nothing should ever be. */
  watchBacklog(name: string, queue: IQueue, meaning: Meaning): void {
    const metric = queue.metricApproximateNumberOfMessagesVisible({ ...minutes(5), statistic: "Maximum" });
    this.watch(name, { ...meaning, metric, from: 1 });
  }

  /** A bucket that measures all its requests under the filter `all`. */
  watchBucket(name: string, bucket: string, impact: string): void {
    const dimensionsMap = { BucketName: bucket, FilterId: "all" };
    const metric = new Metric({
      namespace: "AWS/S3",
      metricName: "5xxErrors",
      dimensionsMap,
      ...minutes(5),
      statistic: "Sum",
    });
    this.watch(`${name}-errors`, { metric, from: 5, impact, runbook: "files" });
  }

  watchAge(name: string, queue: IQueue, limit: Duration, impact: string): void {
    const metric = queue.metricApproximateAgeOfOldestMessage({ ...minutes(5), statistic: "Maximum" });
    this.watch(name, { metric, from: limit.toSeconds(), periods: 2, impact, runbook: "old-messages" });
  }
}
