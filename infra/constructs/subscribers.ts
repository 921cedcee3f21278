import { AccountPrincipal, PolicyStatement } from "aws-cdk-lib/aws-iam";
import { CfnOutput, Duration, Stack, type StackProps } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import { type Service, subscriberQueueName, topicName } from "../../shared/service/index.ts";
import type { TownProfile } from "../../shared/town/profile.ts";
import { attemptsOutside } from "../dead-letters/attempts.ts";
import { publishersTo } from "../relay-routes.ts";
import { topicArn } from "./addresses.ts";
import { Alarms } from "./alarms.ts";
import { FifoQueue } from "./queues.ts";

/** What the system of a department may do with the queue that is its own. */
const consuming = [
  "sqs:ReceiveMessage",
  "sqs:DeleteMessage",
  "sqs:ChangeMessageVisibility",
  "sqs:GetQueueAttributes",
  "sqs:GetQueueUrl",
];

/** A queue for each outside subscriber of the profile, which its department's account may read. */
export class SubscribersStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    props: StackProps & { readonly town: TownProfile; readonly services: readonly Service[] },
  ) {
    super(scope, id, props);
    const { town, services } = props;
    const alarms = new Alarms(this, "subscribers", town);
    for (const { id: subscriber, department, account } of town.subscribers) {
      const name = town.departments.find((one) => one.id === department)?.name.en ?? department;
      const queueName = subscriberQueueName(town.slug, subscriber);
      const publishers = publishersTo(queueName, services, town);
      const { queue } = new FifoQueue(this, subscriber, {
        name: queueName,
        topics: publishers.map((publisher) => topicArn(this, topicName(town.slug, publisher))),
        visibility: Duration.minutes(5),
        attempts: attemptsOutside,
      });
      const impact = `${name} does not receive the town's events`;
      alarms.watchAge(`${subscriber}-old-messages`, queue, Duration.days(1), impact);
      new CfnOutput(this, `${subscriber}-url`, { value: queue.queueUrl, description: `For ${name}` });
      if (account === undefined) continue;
      const principals = [new AccountPrincipal(account)];
      queue.addToResourcePolicy(new PolicyStatement({ principals, actions: consuming, resources: [queue.queueArn] }));
    }
  }
}
