import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { DeduplicationScope, FifoThroughputLimit, Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Duration, RemovalPolicy } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import { deadLetterName } from "../../shared/service/names.ts";

interface Spec {
  readonly name: string;
  /** How long a message stays with the one who took it. */
  readonly visibility: Duration;
  /** After so many attempts a message is dead. */
  readonly attempts: number;
  /** ARNs of the topics that deliver to it. */
  readonly topics: readonly string[];
}

/** The longest SQS keeps anything. */
export const longest = Duration.days(14);

/**
 * SSE by SQS's own key: other accounts can read their queue without a grant on a key. What waits is gone with the queue,
 * so a stack that is taken down leaves its queues.
 */
export const guarded = {
  encryption: QueueEncryption.SQS_MANAGED,
  enforceSSL: true,
  retentionPeriod: longest,
  removalPolicy: RemovalPolicy.RETAIN,
} as const;

/** Ordered by aggregate, each at its own pace; the deduplication ids are the relay's. */
export const fifo = {
  fifo: true,
  contentBasedDeduplication: false,
  deduplicationScope: DeduplicationScope.MESSAGE_GROUP,
  fifoThroughputLimit: FifoThroughputLimit.PER_MESSAGE_GROUP_ID,
} as const;

/** What lets these topics, and no other, put messages into a queue. */
export const mayDeliver = (topics: readonly string[], queue: Queue) =>
  new PolicyStatement({
    principals: [new ServicePrincipal("sns.amazonaws.com")],
    actions: ["sqs:SendMessage"],
    resources: [queue.queueArn],
    conditions: { ArnEquals: { "aws:SourceArn": [...topics] } },
  });

/** A FIFO queue and its dead letters. Message group = aggregate; each group has a throughput of its own. */
export class FifoQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, { name, visibility, attempts, topics }: Spec) {
    super(scope, id);
    this.deadLetters = new Queue(this, "DeadLetters", { ...guarded, ...fifo, queueName: deadLetterName(name) });
    this.queue = new Queue(this, "Queue", {
      ...guarded,
      ...fifo,
      queueName: name,
      visibilityTimeout: visibility,
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: attempts },
    });
    if (topics.length > 0) this.queue.addToResourcePolicy(mayDeliver(topics, this.queue));
  }
}
