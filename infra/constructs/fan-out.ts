import { CfnSubscription, Topic } from "aws-cdk-lib/aws-sns";
import { Queue } from "aws-cdk-lib/aws-sqs";
import { Validations } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import { typeAttribute } from "../../shared/messaging/to-topic.ts";
import { topicName, undeliveredName } from "../../shared/service/names.ts";
import type { Delivery } from "../relay-routes.ts";
import { queueArn } from "./addresses.ts";
import { fifo, guarded, mayDeliver } from "./queues.ts";

interface Spec {
  readonly town: string;
  readonly service: string;
  readonly deliveries: readonly Delivery[];
}

/**
 * The topic of a service's events, and a subscription for each queue that wants any of them. The queues are known by name,
 * so one may be missing: its events then go to its own queue of undelivered ones, and the others get theirs.
 *
 * No key of our own: events hold codes and no personal data, and a queue under SQS's own key takes messages of a topic
 * without a grant.
 */
export class FanOut extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, { town, service, deliveries }: Spec) {
    super(scope, id);
    const name = topicName(town, service);
    this.topic = new Topic(this, "Topic", { topicName: name, fifo: true, enforceSSL: true });
    Validations.of(this.topic).acknowledge({
      id: "NIST.800.53.R5-SNSEncryptedKMS",
      reason: "Events hold codes and no personal data; they lie in encrypted queues, and travel by TLS alone",
    });
    for (const { queue, exact, prefixes } of deliveries) {
      const undelivered = this.#undelivered(queue, undeliveredName(service, queue));
      new CfnSubscription(this, `To-${queue}`, {
        topicArn: this.topic.topicArn,
        protocol: "sqs",
        endpoint: queueArn(this, queue),
        rawMessageDelivery: true,
        filterPolicy: { [typeAttribute]: [...exact, ...prefixes.map((prefix) => ({ prefix }))] },
        redrivePolicy: { deadLetterTargetArn: undelivered.queueArn },
      });
    }
  }

  #undelivered(queue: string, queueName: string): Queue {
    const made = new Queue(this, `Undelivered-${queue}`, { ...guarded, ...fifo, queueName });
    made.addToResourcePolicy(mayDeliver([this.topic.topicArn], made));
    Validations.of(made).acknowledge({
      id: "AwsSolutions-SQS3",
      reason:
        "It is itself where a subscription sets aside what it could not deliver; only `npm run redrive` empties it",
    });
    return made;
  }
}
