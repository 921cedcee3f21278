import type { Table } from "aws-cdk-lib/aws-dynamodb";
import { Rule, Schedule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { Code, Function as Lambda, LayerVersion } from "aws-cdk-lib/aws-lambda";
import { Queue } from "aws-cdk-lib/aws-sqs";
import { Duration, SecretValue, Validations } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import {
  type FunctionKind,
  functionName,
  queueName,
  type Service,
  toldName,
  topicName,
  townSecretName,
  unrelayedName,
} from "../../shared/service/index.ts";
import type { TownProfile } from "../../shared/town/profile.ts";
import { kindsOf } from "../kinds.ts";
import type { Delivery } from "../relay-routes.ts";
import { topicArn } from "./addresses.ts";
import { FileBucket } from "./bucket.ts";
import { concurrency } from "./concurrency.ts";
import { FanOut } from "./fan-out.ts";
import { FifoQueue, guarded } from "./queues.ts";
import { rightsOf, statementsOf, touchesFiles, type WorkingKind } from "./rights.ts";
import { readsEvents, readsQueue } from "./sources.ts";
import { serviceTable } from "./table.ts";
import { toldLayer, townFunction } from "./town-function.ts";

export interface ServiceProps {
  readonly service: Service;
  readonly town: TownProfile;
  /** What goes to which queue. */
  readonly deliveries: readonly Delivery[];
  /** The services of which it wants anything. */
  readonly publishers: readonly string[];
  readonly code: (kind: FunctionKind) => Code;
  /** What its functions are told of the town. */
  readonly told: Code;
}

/** A service in the cloud, made from its manifest: table, functions, queue, clockwork, alarms. */
export class ServiceResources extends Construct {
  readonly #props: ServiceProps;
  readonly #table: Table;
  readonly #told: LayerVersion;
  readonly #files: FileBucket | undefined;

  constructor(scope: Construct, id: string, props: ServiceProps) {
    super(scope, id);
    const { service, town } = props;
    this.#props = props;
    this.#told = toldLayer(this, toldName(town.slug, service.name), props.told);
    this.#table = serviceTable(this, "Table", town.slug, service);
    this.#files = service.files === true ? new FileBucket(this, "Files", { town, service: service.name }) : undefined;
    this.#function("api");
    const kinds = kindsOf(service);
    if (kinds.includes("relay")) this.#relay();
    if (kinds.includes("reactions")) this.#reactions();
    if (kinds.includes("clockwork")) this.#clockwork();
    if (kinds.includes("opening")) this.#function("opening");
  }

  #relay(): void {
    const { service, town, deliveries } = this.#props;
    const spec = { town: town.slug, service: service.name, deliveries };
    const { topic } = new FanOut(this, "Events", spec);
    const may = [new PolicyStatement({ actions: ["sns:Publish"], resources: [topic.topicArn] })];
    const relay = this.#made("relay", may, { TOPIC_ARN: topic.topicArn });
    const unrelayed = new Queue(this, "Unrelayed", { ...guarded, queueName: unrelayedName(town.slug, service.name) });
    Validations.of(unrelayed).acknowledge({
      id: "AwsSolutions-SQS3",
      reason: "It is itself where the relay sets aside what it gave up on; nothing consumes it but people",
    });
    readsEvents(relay, this.#table, unrelayed);
  }

  #reactions(): void {
    const { service, town, publishers } = this.#props;
    const reactions = this.#function("reactions");
    const { queue } = new FifoQueue(this, "Inbox", {
      name: queueName(town.slug, service.name),
      visibility: Duration.seconds(6 * service.functions.reactions.timeoutSeconds),
      attempts: service.attempts,
      topics: publishers.map((publisher) => topicArn(this, topicName(town.slug, publisher))),
    });
    readsQueue(reactions, queue);
  }

  #clockwork(): void {
    const { service, town } = this.#props;
    const clockwork = this.#function("clockwork");
    new Rule(this, "EveryMinute", {
      ruleName: functionName(town.slug, service.name, "clockwork"),
      description: `Acts on the deadlines of ${service.name} that have passed`,
      schedule: Schedule.rate(Duration.minutes(1)),
      // The next minute's sweep is the retry
      targets: [new LambdaFunction(clockwork, { retryAttempts: 0, maxEventAge: Duration.minutes(1) })],
    });
  }

  #function(kind: WorkingKind): Lambda {
    const rights = rightsOf(this.#props.service, kind);
    return this.#made(kind, statementsOf(rights, this.#table, this.#files), {
      ...this.#standing(),
      ...(touchesFiles(rights) ? this.#bucket() : {}),
    });
  }

  #made(kind: FunctionKind, may: PolicyStatement[], environment: Record<string, string>): Lambda {
    const { service, town, code } = this.#props;
    return townFunction(this, `${kind.slice(0, 1).toUpperCase()}${kind.slice(1)}`, {
      ...service.functions[kind],
      town,
      name: functionName(town.slug, service.name, kind),
      description: `${service.title.en}: ${kind}`,
      code: code(kind),
      told: this.#told,
      may,
      environment,
      traced: kind === "api" || kind === "reactions",
      ...(kind === "api" ? { reserved: concurrency.api } : {}),
    });
  }

  /** What every function that decides stands on. The secret is resolved at deployment, not called for at cold start. */
  #standing(): Record<string, string> {
    const name = townSecretName(this.#props.town.slug);
    return { TABLE_NAME: this.#table.tableName, TOWN_SECRET: SecretValue.secretsManager(name).unsafeUnwrap() };
  }

  /** Of the functions that read and write files. */
  #bucket(): Record<string, string> {
    return this.#files === undefined ? {} : { FILES_BUCKET: this.#files.bucket.bucketName };
  }
}
