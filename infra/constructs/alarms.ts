import { Alarm, ComparisonOperator, type IMetric, Stats, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { Topic } from "aws-cdk-lib/aws-sns";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Duration, Validations } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import { alarmTopicName } from "../../shared/service/names.ts";
import type { TownProfile } from "../../shared/town/profile.ts";
import type { Runbook } from "../watch/runbooks.ts";
import { topicArn } from "./addresses.ts";

/** What an alarm says: who is hurt, and the section of infra/README.md that says what to do. */
export interface Meaning {
  readonly impact: string;
  readonly runbook: Runbook;
}

interface Watch extends Meaning {
  readonly metric: IMetric;
  /** The alarm goes off at this value and above it; or, `below`, under it. */
  readonly from?: number;
  readonly below?: number;
  /** In how many periods one after another. */
  readonly periods?: number;
  /** What no figure means; by default that all is well. */
  readonly missing?: TreatMissingData;
}

/** The alarms of one town, all to one topic, which is known by its name. */
export class Alarms extends Construct {
  readonly #town: TownProfile;
  readonly #of: string;

  /** @param of whose alarms: `town`, `subscribers`, `api` */
  constructor(scope: Construct, of: string, town: TownProfile) {
    super(scope, "Alarms");
    this.#town = town;
    this.#of = of;
  }

  watch(name: string, { metric, from, below, periods = 1, missing, impact, runbook }: Watch): void {
    const alarm = new Alarm(this, name, {
      alarmName: `${this.#town.slug}-${this.#of}-${name}`,
      alarmDescription: `Who is hurt: ${impact}\nWhat to do: infra/README.md#${runbook}`,
      metric,
      threshold: from ?? below ?? 1,
      evaluationPeriods: periods,
      comparisonOperator:
        below === undefined
          ? ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD
          : ComparisonOperator.LESS_THAN_THRESHOLD,
      treatMissingData: missing ?? TreatMissingData.NOT_BREACHING,
    });
    if (this.#town.deployment.alarmsTo === undefined) {
      Validations.of(alarm).acknowledge({
        id: "NIST.800.53.R5-CloudWatchAlarmAction",
        reason: "The profile is an example: a real town without an address for alarms is refused",
      });
      return;
    }
    const arn = topicArn(this, alarmTopicName(this.#town.slug));
    alarm.addAlarmAction(new SnsAction(Topic.fromTopicArn(this, `${name}-topic`, arn)));
  }

  /** A queue that somebody outside of the town has to read. */
  watchAge(name: string, queue: IQueue, limit: Duration, impact: string): void {
    const metric = queue.metricApproximateAgeOfOldestMessage({ period: Duration.minutes(5), statistic: Stats.MAXIMUM });
    this.watch(name, { metric, from: limit.toSeconds(), periods: 2, impact, runbook: "old-messages" });
  }
}
