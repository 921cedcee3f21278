import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { relayRoutesOf } from "../../infra/relay-routes.ts";
import { limits } from "../../infra/town-stage.ts";
import { runbooks } from "../../infra/watch/runbooks.ts";
import { watchedIn } from "../../infra/watch/watched.ts";
import { troubleWords } from "../../shared/observability/trouble.ts";
import {
  deadLetterName,
  functionName,
  queueName,
  subscriberQueueName,
  tableName,
  topicName,
  townSecretName,
  unrelayedName,
} from "../../shared/service/index.ts";
import { allServices, deployments, synthesised, townWith } from "./town.ts";

const profile = townWith({ deployment: deployments.inChina });
const town = synthesised(profile);
const { slug } = profile;

const queues = town.of("AWS::SQS::Queue");
const named = (name: string) => queues.find(({ properties }) => properties.QueueName === name);
/** What a queue's dead letters are, followed by the logical id within its stack. */
const deadLettersOf = ({ stack, properties }: (typeof queues)[number]) =>
  queues.find(
    (one) => one.stack === stack && one.id === properties.RedrivePolicy?.deadLetterTargetArn?.["Fn::GetAtt"]?.[0],
  );
const isEnd = ({ properties }: (typeof queues)[number]) =>
  /-dead\.fifo$|-unrelayed$|-undelivered-by-[a-z-]+\.fifo$/.test(properties.QueueName);

describe("queues", () => {
  test("every queue has dead letters, of the same kind and under the name that follows from its own", () => {
    const working = queues.filter((queue) => !isEnd(queue));
    expect(working.length).toBeGreaterThan(2);
    for (const queue of working) {
      expect(deadLettersOf(queue)?.properties).toMatchObject({
        QueueName: deadLetterName(queue.properties.QueueName),
        FifoQueue: true,
      });
    }
  });

  test("a message of reactions dies after as many attempts as the manifest says", () => {
    for (const { name, attempts, subscriptions } of allServices.filter((service) => service.subscriptions.length > 0)) {
      expect(subscriptions).not.toHaveLength(0);
      expect(named(queueName(slug, name))?.properties.RedrivePolicy.maxReceiveCount).toBe(attempts);
    }
  });

  test("a message stays with the one who took it six times as long as the function may run", () => {
    for (const { name, functions } of allServices.filter((service) => service.subscriptions.length > 0)) {
      const { VisibilityTimeout } = named(queueName(slug, name))?.properties ?? {};
      expect(VisibilityTimeout).toBeGreaterThanOrEqual(6 * functions.reactions.timeoutSeconds);
    }
  });

  test("every queue is encrypted, keeps its messages for 14 days and survives its stack", () => {
    for (const { properties, resource } of queues) {
      expect(properties).toMatchObject({ SqsManagedSseEnabled: true, MessageRetentionPeriod: 14 * 86_400 });
      expect(resource.DeletionPolicy).toBe("Retain");
    }
  });

  test("every queue refuses requests without TLS", () => {
    const guarded = town
      .of("AWS::SQS::QueuePolicy")
      .filter(({ properties }) =>
        properties.PolicyDocument.Statement.some(
          (one: { Effect: string; Condition?: object }) =>
            one.Effect === "Deny" && JSON.stringify(one.Condition) === '{"Bool":{"aws:SecureTransport":"false"}}',
        ),
      )
      .flatMap(({ stack, properties }) => properties.Queues.map((queue: { Ref: string }) => `${stack}/${queue.Ref}`));
    expect(new Set(guarded)).toEqual(new Set(queues.map(({ stack, id }) => `${stack}/${id}`)));
  });

  test("FIFO queues order by aggregate, each aggregate at its own pace, and trust the relay's deduplication ids", () => {
    for (const { properties } of queues.filter((queue) => queue.properties.FifoQueue === true)) {
      expect(properties).toMatchObject({
        ContentBasedDeduplication: false,
        DeduplicationScope: "messageGroup",
        FifoThroughputLimit: "perMessageGroupId",
      });
    }
  });

  test("reactions answer for each message of a batch", () => {
    const mappings = town.of("AWS::Lambda::EventSourceMapping");
    expect(mappings.length).toBeGreaterThan(3);
    for (const { properties } of mappings)
      expect(properties.FunctionResponseTypes).toEqual(["ReportBatchItemFailures"]);
  });
});

describe("topics", () => {
  const subscriptions = town.of("AWS::SNS::Subscription").filter(({ properties }) => properties.Protocol === "sqs");
  const nameIn = (arn: unknown) => /:([^:"]+\.fifo)"/.exec(JSON.stringify(arn))?.[1];

  test("each service that publishes has a FIFO topic that refuses requests without TLS", () => {
    const topics = town.of("AWS::SNS::Topic").filter(({ properties }) => properties.FifoTopic === true);
    const publishing = allServices.filter(({ publishes }) => Object.keys(publishes).length > 0);
    expect(topics.map(({ properties }) => properties.TopicName).toSorted()).toEqual(
      publishing.map(({ name }) => topicName(slug, name)).toSorted(),
    );
    const guarded = town
      .of("AWS::SNS::TopicPolicy")
      .filter(({ properties }) => JSON.stringify(properties).includes('{"Bool":{"aws:SecureTransport":"false"}}'))
      .flatMap(({ stack, properties }) => properties.Topics.map((topic: { Ref: string }) => `${stack}/${topic.Ref}`));
    expect(guarded).toEqual(expect.arrayContaining(topics.map(({ stack, id }) => `${stack}/${id}`)));
  });

  test("each queue gets from a topic the types it wants as they were written, and nothing that stays in the house", () => {
    for (const publisher of allServices) {
      const of = subscriptions.filter(({ stack }) => stack === `${slug}-${publisher.name}`);
      const routes = relayRoutesOf(publisher, allServices, profile);
      expect(new Set(of.map(({ properties }) => nameIn(properties.Endpoint)))).toEqual(
        new Set(Object.values(routes).flat()),
      );
      for (const { properties } of of) {
        expect(properties.RawMessageDelivery).toBe(true);
        const filter: (string | { prefix: string })[] = properties.FilterPolicy.type;
        const passes = (type: string) =>
          filter.some((one) => (typeof one === "string" ? one === type : type.startsWith(one.prefix)));
        for (const type of Object.keys(publisher.publishes))
          expect(passes(type), type).toBe((routes[type] ?? []).includes(nameIn(properties.Endpoint) ?? ""));
        expect(filter.length).toBeLessThanOrEqual(150);
      }
      expect(of.length).toBeLessThanOrEqual(100);
    }
  });

  test("what a topic cannot deliver goes to a queue of its own per destination, in the publisher's stack, of the same kind", () => {
    const ends = subscriptions.map(({ stack, properties }) => {
      const id = properties.RedrivePolicy.deadLetterTargetArn["Fn::GetAtt"][0];
      const end = queues.find((queue) => queue.stack === stack && queue.id === id);
      expect(end?.properties.FifoQueue).toBe(true);
      return end?.properties.QueueName;
    });
    expect(ends.length).toBeGreaterThan(2);
    expect(new Set(ends).size).toBe(ends.length);
  });
});

describe("tables", () => {
  const tables = town.of("AWS::DynamoDB::Table");

  test("every table can be recovered to any second of the last 35 days, cannot be deleted, and survives its stack", () => {
    expect(tables).toHaveLength(allServices.length);
    for (const { properties, resource } of tables) {
      expect(properties).toMatchObject({
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
        DeletionProtectionEnabled: true,
        BillingMode: "PAY_PER_REQUEST",
        SSESpecification: { SSEEnabled: true },
      });
      expect(resource).toMatchObject({ DeletionPolicy: "Retain", UpdateReplacePolicy: "Retain" });
    }
  });

  test("every table has a stream of new images, and its relay reads only events that were put in", () => {
    for (const { properties } of tables)
      expect(properties.StreamSpecification).toEqual({ StreamViewType: "NEW_IMAGE" });
    const relays = town.of("AWS::Lambda::EventSourceMapping").filter(({ properties }) => properties.StartingPosition);
    expect(relays).toHaveLength(allServices.filter(({ publishes }) => Object.keys(publishes).length > 0).length);
    for (const { properties } of relays) {
      expect(JSON.parse(properties.FilterCriteria.Filters[0].Pattern)).toEqual({
        eventName: ["INSERT"],
        dynamodb: { Keys: { sk: { S: [{ prefix: "event#" }] } } },
      });
    }
  });

  test("a relay keeps the order of an aggregate's events and sets aside what it gives up on", () => {
    for (const { properties } of town
      .of("AWS::Lambda::EventSourceMapping")
      .filter((one) => one.properties.StartingPosition)) {
      expect(properties).toMatchObject({
        StartingPosition: "TRIM_HORIZON",
        ParallelizationFactor: 1,
        BisectBatchOnFunctionError: true,
        MaximumRecordAgeInSeconds: 23 * 3600,
      });
      expect(properties.MaximumRetryAttempts).toBeUndefined();
      expect(properties.DestinationConfig.OnFailure.Destination["Fn::GetAtt"]).toBeDefined();
    }
  });

  test("every table has the manifest's indexes and the one of deadlines, which holds keys only", () => {
    for (const { name, indexes } of allServices) {
      const table = tables.find(({ properties }) => properties.TableName === tableName(slug, name));
      const found = table?.properties.GlobalSecondaryIndexes.map(
        (index: { IndexName: string; Projection: { ProjectionType: string } }) => [
          index.IndexName,
          index.Projection.ProjectionType,
        ],
      );
      const wanted = indexes.map((index) => [index.name, index.projection === "all" ? "ALL" : "KEYS_ONLY"]);
      expect(found).toEqual([...wanted, ["byDue", "KEYS_ONLY"]]);
    }
  });
});

describe("files", () => {
  const buckets = town.of("AWS::S3::Bucket");
  const isLog = ({ properties }: (typeof buckets)[number]) => properties.LoggingConfiguration === undefined;
  const kept = buckets.filter((bucket) => !isLog(bucket));
  const statements = town.of("AWS::S3::BucketPolicy").flatMap(({ stack, properties }) =>
    properties.PolicyDocument.Statement.map((one: object) => ({
      ...one,
      on: `${stack}/${properties.Bucket.Ref}`,
    })),
  );
  const denied = (condition: object) =>
    statements
      .filter(({ Effect, Condition }) => Effect === "Deny" && JSON.stringify(Condition) === JSON.stringify(condition))
      .map(({ on }) => on)
      .toSorted();
  const all = (of: typeof buckets) => of.map(({ stack, id }) => `${stack}/${id}`).toSorted();

  test("a service has a bucket if its manifest says so, named after town, service and account", () => {
    const wanted = allServices.filter(({ files }) => files === true).map(({ name }) => `${slug}-${name}`);
    expect(kept.map(({ stack }) => stack).toSorted()).toEqual(wanted.toSorted());
    for (const { stack, properties } of kept)
      expect(properties.BucketName).toEqual({ "Fn::Join": ["", [`${stack}-files-`, { Ref: "AWS::AccountId" }]] });
  });

  test("every bucket is closed to the public, encrypted, without access lists, and survives its stack", () => {
    for (const { properties, resource } of buckets) {
      expect(properties).toMatchObject({
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        OwnershipControls: { Rules: [{ ObjectOwnership: "BucketOwnerEnforced" }] },
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: "AES256" } }],
        },
      });
      expect(resource).toMatchObject({ DeletionPolicy: "Retain", UpdateReplacePolicy: "Retain" });
    }
  });

  test("every bucket refuses requests without TLS, or with an old one", () => {
    expect(denied({ Bool: { "aws:SecureTransport": "false" } })).toEqual(all(buckets));
    expect(denied({ NumericLessThan: { "s3:TlsVersion": 1.2 } })).toEqual(all(buckets));
  });

  test("a file is written once: the bucket refuses every write that could be over another", () => {
    expect(denied({ Null: { "s3:if-none-match": "true" } })).toEqual(all(kept));
  });

  test("what was removed can be brought back for 35 days, then it is gone; unfinished uploads go after a day", () => {
    for (const { properties } of kept) {
      expect(properties.VersioningConfiguration).toEqual({ Status: "Enabled" });
      expect(properties.LifecycleConfiguration.Rules).toMatchObject([
        {
          AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
          NoncurrentVersionExpiration: { NoncurrentDays: 35 },
          Status: "Enabled",
        },
      ]);
      expect(properties.LifecycleConfiguration.Rules[0].ExpirationInDays).toBeUndefined();
    }
  });

  test("P-13: who used a file's URL is logged, and kept as long as the profile says", () => {
    for (const { stack, properties } of kept) {
      const log = buckets.find(
        (one) => one.stack === stack && one.id === properties.LoggingConfiguration.DestinationBucketName.Ref,
      );
      expect(log?.properties.LifecycleConfiguration.Rules).toMatchObject([{ ExpirationInDays: 365 }]);
      const writes = statements.filter(({ on, Effect }) => on === `${stack}/${log?.id}` && Effect === "Allow");
      expect(writes).toHaveLength(1);
      expect(writes[0]).toMatchObject({
        Principal: { Service: "logging.s3.amazonaws.com" },
        Action: "s3:PutObject",
        Condition: { StringEquals: { "aws:SourceAccount": { Ref: "AWS::AccountId" } } },
      });
    }
  });

  test("a browser may send and fetch by a signed URL, with the headers it binds, and nothing else", () => {
    for (const { properties } of kept)
      expect(properties.CorsConfiguration.CorsRules).toEqual([
        {
          AllowedMethods: ["GET", "PUT"],
          AllowedOrigins: deployments.inChina.corsOrigins,
          AllowedHeaders: ["content-type", "if-none-match", "x-amz-checksum-sha256"],
          ExposedHeaders: ["etag"],
          MaxAge: 7200,
        },
      ]);
  });

  test("money: no bucket measures its requests: sixteen metrics, each as dear as three alarms", () => {
    for (const { properties } of buckets) expect(properties.MetricsConfigurations).toBeUndefined();
  });
});

describe("functions", () => {
  const functions = town.of("AWS::Lambda::Function");

  test("every function runs Node 24 on arm64, with the manifest's memory and timeout", () => {
    for (const { properties } of functions)
      expect(properties).toMatchObject({ Runtime: "nodejs24.x", Architectures: ["arm64"] });
    for (const { name, functions: sizes } of allServices) {
      const api = functions.find(({ properties }) => properties.FunctionName === functionName(slug, name, "api"));
      expect(api?.properties).toMatchObject({ MemorySize: sizes.api.memoryMb, Timeout: sizes.api.timeoutSeconds });
    }
  });

  test("C2: what people wait for has executions of its own, and no more; a queue takes as many as two", () => {
    for (const { properties } of functions) {
      const [, kind = ""] = /-([a-z]+)$/.exec(properties.FunctionName) ?? [];
      const reserved = { api: 10, docs: 3, claims: 2 }[kind];
      expect(properties.ReservedConcurrentExecutions, properties.FunctionName).toBe(reserved);
    }
    const queues = town.of("AWS::Lambda::EventSourceMapping").filter(({ properties }) => !properties.StartingPosition);
    expect(queues.length).toBeGreaterThan(3);
    for (const { properties } of queues) expect(properties.ScalingConfig).toEqual({ MaximumConcurrency: 2 });
  });

  test("every function writes to a log group of its own name", () => {
    const logs = town.of("AWS::Logs::LogGroup");
    for (const { stack, properties } of functions) {
      const log = logs.find((one) => one.stack === stack && one.id === properties.LoggingConfig.LogGroup.Ref);
      expect(log?.properties.LogGroupName).toBe(`/aws/lambda/${properties.FunctionName}`);
    }
  });

  test("a service that reacts to nothing has no queue, one without deadlines no clockwork", () => {
    for (const { name, subscriptions, aggregates, opening } of allServices) {
      const kinds = functions
        .filter(({ stack }) => stack === `${slug}-${name}`)
        .map(({ properties }) => properties.FunctionName.slice(`${slug}-${name}-`.length));
      expect(kinds.includes("reactions")).toBe(subscriptions.length > 0);
      expect(kinds.includes("clockwork")).toBe(aggregates.some(({ onDeadline }) => onDeadline !== undefined));
      expect(kinds.includes("opening")).toBe(opening !== undefined);
    }
  });

  test("D3: the town's secret is known to what decides, not to the relay, is in no template, and stays when the stack goes", () => {
    const named = new Set(allServices.map(({ name }) => `${slug}-${name}`));
    for (const { stack, properties } of town.of("AWS::Lambda::Function").filter((one) => named.has(one.stack))) {
      const secret = properties.Environment.Variables.TOWN_SECRET;
      if (/-relay$/.test(properties.FunctionName)) expect(secret, stack).toBeUndefined();
      else expect(JSON.stringify(secret)).toContain(`{{resolve:secretsmanager:${townSecretName(slug)}:`);
    }
    const kept = town.stacks.find(({ stackName }) => stackName === `${slug}-secret`)?.template.Resources ?? {};
    const policies = Object.keys(kept).map((name) => [kept[name].Type, kept[name].DeletionPolicy]);
    expect(policies).toEqual([["AWS::SecretsManager::Secret", "Retain"]]);
  });

  test("a town has one secret, which costs as much a month as six hundred thousand requests to a queue", () => {
    expect(town.of("AWS::SecretsManager::Secret")).toHaveLength(1);
  });

  test("each clockwork is wound every minute", () => {
    const rules = town.of("AWS::Events::Rule");
    expect(rules.length).toBeGreaterThan(0);
    for (const { properties } of rules)
      expect(properties.ScheduleExpression).toBe(
        properties.Name === functionName(slug, "town", "watch") ? "rate(5 minutes)" : "rate(1 minute)",
      );
  });
});

test("P-13: every log group keeps its lines as long as the profile says, at least 183 days", () => {
  const logs = town.of("AWS::Logs::LogGroup");
  expect(logs.length).toBeGreaterThan(allServices.length);
  for (const { properties, resource } of logs) {
    expect(properties.RetentionInDays).toBe(365);
    expect(properties.RetentionInDays).toBeGreaterThanOrEqual(183);
    expect(resource.DeletionPolicy).toBe("Retain");
  }
});

describe("alarms", () => {
  const alarms = town.of("AWS::CloudWatch::Alarm");

  test("every alarm says who is hurt and where it is written what to do, and tells the town's topic", () => {
    for (const { properties } of alarms) {
      expect(properties.AlarmDescription).toMatch(/^Who is hurt: .{15,}\nWhat to do: infra\/README\.md#[a-z-]+$/);
      expect(runbooks).toContain(properties.AlarmDescription.split("#").at(-1));
      expect(JSON.stringify(properties.AlarmActions)).toContain(`:${slug}-alarms`);
    }
  });

  test("money: a town has five alarms and one more for each outside subscriber, however many functions it has", () => {
    const names = alarms.map(({ properties }) => properties.AlarmName);
    const [first] = profile.subscribers;
    expect(names.toSorted()).toEqual(
      [
        ...["town-trouble", "town-throttles", "town-watch-silent", "api-errors"],
        `subscribers-${first?.id}-old-messages`,
      ]
        .map((name) => `${slug}-${name}`)
        .toSorted(),
    );
  });

  test("a failure in any function of the town raises the one alarm, by a line of its own log", () => {
    const functions = town
      .of("AWS::Lambda::Function")
      .map(({ stack, properties }) => [stack, properties.LoggingConfig.LogGroup.Ref]);
    const filters = town.of("AWS::Logs::MetricFilter");
    expect(filters.map(({ stack, properties }) => [stack, properties.LogGroupName.Ref])).toEqual(
      expect.arrayContaining(functions),
    );
    const [alarm] = alarms.filter(({ properties }) => properties.AlarmName === `${slug}-town-trouble`);
    for (const { properties } of filters) {
      for (const words of ["Invoke Error", "Task timed out after", "Runtime exited", troubleWords])
        expect(properties.FilterPattern).toContain(`?"${words}"`);
      const [{ MetricNamespace, MetricName, DefaultValue }] = properties.MetricTransformations;
      expect({ Namespace: MetricNamespace, MetricName }).toEqual({
        Namespace: alarm?.properties.Namespace,
        MetricName: alarm?.properties.MetricName,
      });
      // A zero each minute would be billed each hour
      expect(DefaultValue).toBeUndefined();
    }
  });

  test("a watch that says nothing at all raises one too", () => {
    const [silent] = alarms.filter(({ properties }) => properties.AlarmName === `${slug}-town-watch-silent`);
    expect(silent?.properties).toMatchObject({
      MetricName: "Invocations",
      ComparisonOperator: "LessThanThreshold",
      Threshold: 1,
      TreatMissingData: "breaching",
    });
  });

  test("the watch looks at every queue and table of the town", () => {
    const names = watchedIn(allServices, profile);
    const made = (type: string, property: string) =>
      town
        .of(type)
        .map(({ properties }) => properties[property])
        .toSorted();
    const { inboxes, subscribers, dead, undelivered, unrelayed, tables } = names;
    expect([...inboxes, ...subscribers, ...dead, ...undelivered, ...unrelayed].toSorted()).toEqual(
      made("AWS::SQS::Queue", "QueueName"),
    );
    expect([...tables].toSorted()).toEqual(made("AWS::DynamoDB::Table", "TableName"));
  });

  test("every runbook an alarm names is a section of the README", () => {
    const sections = readFileSync(resolve(import.meta.dirname, "../../infra/README.md"), "utf8").matchAll(
      /^### ([a-z-]+)$/gm,
    );
    expect([...sections].map(([, name]) => name)).toEqual([...runbooks]);
  });

  test("C3: a real town without an address for alarms is refused with a sentence", () => {
    const { alarmsTo: _, ...silent } = deployments.inChina;
    expect(() => synthesised(townWith({ deployment: silent }))).toThrow(/guangtong: deployment\.alarmsTo is missing/);
  });

  test("an illustration, whose issuer nobody can have, needs none", () => {
    const { alarmsTo: _, ...silent } = deployments.inChina;
    const identity = { ...deployments.inChina.identity, issuer: "https://id.guangtong.example/" };
    const quiet = synthesised(townWith({ deployment: { ...silent, identity } }));
    expect(quiet.of("AWS::SNS::Topic").filter(({ properties }) => properties.FifoTopic !== true)).toHaveLength(0);
    expect(quiet.of("AWS::CloudWatch::Alarm")).toHaveLength(alarms.length);
  });
});

describe("stacks", () => {
  test("no stack imports anything from another, or exports anything", () => {
    for (const { stackName, template } of town.stacks) {
      expect(JSON.stringify(template), stackName).not.toContain("Fn::ImportValue");
      const outputs: { Export?: unknown }[] = Object.values(template.Outputs ?? {});
      expect(outputs.filter((output) => output.Export !== undefined)).toEqual([]);
      expect(Object.keys(template.Parameters ?? {}).filter((name) => name !== "BootstrapVersion")).toEqual([]);
    }
  });

  test("there is a stack per service, and one each for the API, other departments, alarms and the secret", () => {
    const names = [...allServices.map(({ name }) => name), "api", "subscribers", "alarms", "secret"];
    expect(town.stacks.map(({ stackName }) => stackName).toSorted()).toEqual(
      names.map((name) => `${slug}-${name}`).toSorted(),
    );
  });

  test("every stack holds fewer than 500 resources", () => {
    for (const { stackName, template } of town.stacks)
      expect(Object.keys(template.Resources).length, stackName).toBeLessThan(limits.resources);
  });

  test("names follow from town and service", () => {
    const has = (type: string, property: string) => town.of(type).map(({ properties }) => properties[property]);
    for (const { name, subscriptions } of allServices) {
      expect(has("AWS::DynamoDB::Table", "TableName")).toContain(tableName(slug, name));
      expect(has("AWS::SQS::Queue", "QueueName")).toContain(unrelayedName(slug, name));
      if (subscriptions.length > 0) expect(has("AWS::SQS::Queue", "QueueName")).toContain(queueName(slug, name));
    }
    for (const { id } of profile.subscribers)
      expect(has("AWS::SQS::Queue", "QueueName")).toContain(subscriberQueueName(slug, id));
  });
});
