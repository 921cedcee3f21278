import type { Table } from "aws-cdk-lib/aws-dynamodb";
import { Rule, Schedule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { Code, Function as Lambda, LayerVersion } from "aws-cdk-lib/aws-lambda";
import { SqsEventSource } from "aws-cdk-lib/aws-lambda-event-sources";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import { Queue } from "aws-cdk-lib/aws-sqs";
import { Duration, SecretValue, Validations } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import {
  cursorSecretName,
  type FunctionKind,
  functionName,
  queueName,
  type Service,
  toldName,
  topicName,
  townSecretName,
  unrelayedName,
} from "../../shared/service/index.ts";
import { dueIndex } from "../../shared/store/written.ts";
import type { TownProfile } from "../../shared/town/profile.ts";
import { kindsOf } from "../kinds.ts";
import type { Delivery } from "../relay-routes.ts";
import { topicArn } from "./addresses.ts";
import { Alarms } from "./alarms.ts";
import { FileBucket } from "./bucket.ts";
import { FanOut } from "./fan-out.ts";
import { FifoQueue, guarded } from "./queues.ts";
import { committedEvents } from "./stream-source.ts";
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
  readonly #alarms: Alarms;
  readonly #table: Table;
  readonly #told: LayerVersion;
  readonly #files: FileBucket | undefined;

  constructor(scope: Construct, id: string, props: ServiceProps) {
    super(scope, id);
    const { service, town } = props;
    this.#props = props;
    this.#alarms = new Alarms(this, service.name, town);
    this.#told = toldLayer(this, toldName(town.slug, service.name), props.told);
    this.#table = serviceTable(this, "Table", town.slug, service);
    const impact = `Files of ${service.title.en} can neither be sent nor fetched`;
    this.#files =
      service.files === true
        ? new FileBucket(this, "Files", { town, service: service.name, alarms: this.#alarms, impact })
        : undefined;
    this.#api();
    const kinds = kindsOf(service);
    if (kinds.includes("relay")) this.#relay();
    if (kinds.includes("reactions")) this.#reactions();
    if (kinds.includes("clockwork")) this.#clockwork();
    if (kinds.includes("opening")) this.#function("opening", "A new town begins without its lists", this.#writes());
  }

  #api(): void {
    const { service, town } = this.#props;
    const secret = new Secret(this, "Cursors", {
      secretName: cursorSecretName(town.slug, service.name),
      description: "Encrypts the cursors of lists",
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
    });
    Validations.of(secret).acknowledge({
      id: "AwsSolutions-SMG4",
      reason:
        "It encrypts positions in lists, which live for minutes; rotating it would break lists people are paging through",
    });
    // Resolved at deployment, not read at cold start: what it protects is worth less than every cold start's call
    const environment = { CURSOR_SECRET: secret.secretValue.unsafeUnwrap() };
    const indexes = [...service.indexes.map(({ name }) => name), dueIndex];
    const may = [...this.#writes(indexes), ...(this.#files?.keeps() ?? [])];
    this.#function("api", `Nobody can use ${service.title.en}`, may, { ...environment, ...this.#bucket() });
  }

  #relay(): void {
    const { service, town, deliveries } = this.#props;
    const impact = `Other services and departments do not hear of ${service.title.en}`;
    const spec = { town: town.slug, service: service.name, deliveries, alarms: this.#alarms, impact };
    const { topic } = new FanOut(this, "Events", spec);
    const may = [new PolicyStatement({ actions: ["sns:Publish"], resources: [topic.topicArn] })];
    const relay = this.#function("relay", impact, may, { TOPIC_ARN: topic.topicArn });
    const unrelayed = new Queue(this, "Unrelayed", { ...guarded, queueName: unrelayedName(town.slug, service.name) });
    Validations.of(unrelayed).acknowledge({
      id: "AwsSolutions-SQS3",
      reason: "It is itself where the relay sets aside what it gave up on; nothing consumes it but people",
    });
    relay.addEventSource(committedEvents(this, this.#table, unrelayed));
    this.#alarms.watchRelay("relay", relay, unrelayed, impact);
  }

  #reactions(): void {
    const { service, town, publishers } = this.#props;
    const impact = `${service.title.en} does not learn what other services decided`;
    const may = [...this.#writes(), ...(this.#files?.keeps() ?? []), ...(this.#files?.removes() ?? [])];
    const reactions = this.#function("reactions", impact, may, this.#bucket());
    const { queue } = new FifoQueue(this, "Inbox", {
      name: queueName(town.slug, service.name),
      visibility: Duration.seconds(6 * service.functions.reactions.timeoutSeconds),
      attempts: service.attempts,
      topics: publishers.map((publisher) => topicArn(this, topicName(town.slug, publisher))),
      alarms: this.#alarms,
      impact,
      oldAfter: Duration.minutes(15),
    });
    reactions.addEventSource(new SqsEventSource(queue, { batchSize: 10, reportBatchItemFailures: true }));
  }

  #clockwork(): void {
    const { service, town } = this.#props;
    const impact = `Deadlines of ${service.title.en} pass without anything happening`;
    const clockwork = this.#function("clockwork", impact, this.#writes([dueIndex]));
    this.#alarms.watchDeadlines("deadlines-set-aside", service.name, impact);
    new Rule(this, "EveryMinute", {
      ruleName: functionName(town.slug, service.name, "clockwork"),
      description: `Acts on the deadlines of ${service.name} that have passed`,
      schedule: Schedule.rate(Duration.minutes(1)),
      // The next minute's sweep is the retry
      targets: [new LambdaFunction(clockwork, { retryAttempts: 0, maxEventAge: Duration.minutes(1) })],
    });
  }

  #function(
    kind: FunctionKind,
    impact: string,
    may: PolicyStatement[],
    environment: Record<string, string> = {},
  ): Lambda {
    const { service, town, code } = this.#props;
    const made = townFunction(this, `${kind.slice(0, 1).toUpperCase()}${kind.slice(1)}`, {
      ...service.functions[kind],
      town,
      name: functionName(town.slug, service.name, kind),
      description: `${service.title.en}: ${kind}`,
      code: code(kind),
      told: this.#told,
      may,
      environment: { ...(kind === "relay" ? {} : this.#standing()), ...environment },
    });
    this.#alarms.watchFunction(kind, made, impact);
    return made;
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

  /** What the store does, on the table and the lists named: a transaction of puts needs the right to put. */
  #writes(indexes: readonly string[] = []): PolicyStatement[] {
    const { tableArn } = this.#table;
    return [
      new PolicyStatement({ actions: ["dynamodb:BatchGetItem", "dynamodb:PutItem"], resources: [tableArn] }),
      new PolicyStatement({
        actions: ["dynamodb:Query"],
        resources: [tableArn, ...indexes.map((name) => `${tableArn}/index/${name}`)],
      }),
    ];
  }
}
