import { Metric, Stats, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { Rule, Schedule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { Code } from "aws-cdk-lib/aws-lambda";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import { Duration, Stack, type StackProps, Validations } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import { alarmTopicName, functionName, type Service, toldName } from "../../shared/service/index.ts";
import { dueIndex } from "../../shared/store/written.ts";
import type { TownProfile } from "../../shared/town/profile.ts";
import { watchedIn } from "../watch/watched.ts";
import { queueArn, tableArn } from "./addresses.ts";
import { Alarms } from "./alarms.ts";
import { troubleMetric } from "./log.ts";
import { toldLayer, townFunction } from "./town-function.ts";

interface WatchProps extends StackProps {
  readonly town: TownProfile;
  readonly services: readonly Service[];
  readonly code: Code;
  /** What the watch is told: the names of all that it looks at. */
  readonly told: Code;
}

const every = Duration.minutes(5);

/**
 * What watches a town: a function that looks at tables and queues, the alarms about the town as a whole, and where alarms
 * go. The function knows all by its name, and asks for figures alone.
 */
export class WatchStack extends Stack {
  constructor(scope: Construct, id: string, { town, services, code, told, ...props }: WatchProps) {
    super(scope, id, props);
    const names = watchedIn(services, town);
    const queues = [...names.inboxes, ...names.subscribers, ...names.dead, ...names.undelivered, ...names.unrelayed];
    const made = townFunction(this, "Watch", {
      town,
      name: functionName(town.slug, "town", "watch"),
      description: "Looks at the town every five minutes",
      code,
      told: toldLayer(this, toldName(town.slug, "watch"), told),
      memoryMb: 256,
      timeoutSeconds: 60,
      may: [
        new PolicyStatement({
          actions: ["sqs:GetQueueAttributes", "sqs:GetQueueUrl"],
          resources: queues.map((name) => queueArn(this, name)),
        }),
        new PolicyStatement({
          actions: ["dynamodb:BatchGetItem"],
          resources: names.tables.map((name) => tableArn(this, name)),
        }),
        new PolicyStatement({
          actions: ["dynamodb:Query"],
          resources: names.timed.map((name) => tableArn(this, `${name}/index/${dueIndex}`)),
        }),
      ],
    });
    new Rule(this, "EveryFiveMinutes", {
      ruleName: functionName(town.slug, "town", "watch"),
      description: "Looks at the town",
      schedule: Schedule.rate(every),
      targets: [new LambdaFunction(made, { retryAttempts: 0, maxEventAge: every })],
    });
    this.#alarms(town, made.functionName);
    const { alarmsTo } = town.deployment;
    if (alarmsTo !== undefined) this.#topic(town.slug, alarmsTo);
  }

  #alarms(town: TownProfile, watch: string): void {
    const alarms = new Alarms(this, "town", town);
    const counted = { period: every, statistic: Stats.SUM };
    alarms.watch("trouble", {
      metric: new Metric({ ...troubleMetric(town.slug), ...counted }),
      from: 1,
      impact: "Somebody is not served, or does not hear of a decision: `npm run ops -- health --cloud` says who",
      runbook: "trouble",
    });
    alarms.watch("throttles", {
      metric: new Metric({ namespace: "AWS/Lambda", metricName: "Throttles", ...counted }),
      from: 1,
      periods: 3,
      impact: "People of every town in this account wait, or are told to come again",
      runbook: "throttles",
    });
    alarms.watch("watch-silent", {
      metric: new Metric({
        namespace: "AWS/Lambda",
        metricName: "Invocations",
        dimensionsMap: { FunctionName: watch },
        ...counted,
      }),
      below: 1,
      periods: 3,
      missing: TreatMissingData.BREACHING,
      impact: "Nobody is told when the town is in trouble",
      runbook: "watch-silent",
    });
  }

  /** CloudWatch, and nobody else, may publish; the address confirms by a link in its first mail. */
  #topic(town: string, to: string): void {
    const topic = new Topic(this, "Topic", { topicName: alarmTopicName(town), enforceSSL: true });
    Validations.of(topic).acknowledge({
      id: "NIST.800.53.R5-SNSEncryptedKMS",
      reason: "An alarm says which part of the town is hurt and where the remedy stands; it goes out as a plain mail",
    });
    topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal("cloudwatch.amazonaws.com")],
        actions: ["sns:Publish"],
        resources: [topic.topicArn],
        conditions: { StringEquals: { "aws:SourceAccount": this.account } },
      }),
    );
    topic.addSubscription(new EmailSubscription(to));
  }
}
