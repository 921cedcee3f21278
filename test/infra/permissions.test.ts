import { describe, expect, test } from "vitest";
import { publishersTo } from "../../infra/relay-routes.ts";
import { functionName, topicName, unrelayedName } from "../../shared/service/index.ts";
import { allServices, deployments, type Json, synthesised, townWith } from "./town.ts";

const profile = townWith({ deployment: deployments.elsewhere });
const { slug } = profile;
const town = synthesised(profile);
const several = (value: Json): Json[] => [value].flat();

/** Every statement of every role, with the function whose role it is. */
const granted: Json[] = town
  .of("AWS::IAM::Policy")
  .flatMap(({ stack, id, properties }) =>
    properties.PolicyDocument.Statement.map((statement: Json) => ({ ...statement, of: `${stack}/${id}` })),
  );
const of = (service: string, kind: string) =>
  granted.filter((statement) => statement.of.startsWith(`${slug}-${service}/Service${kind}Role`));
const actionsOf = (service: string, kind: string) =>
  of(service, kind)
    .flatMap(({ Action }) => several(Action))
    .filter((action) => !/^(logs|xray):/.test(action))
    .toSorted();

/** `<bucket of the same stack>/*`, by the bucket's own ARN. */
const isFilesOf = (resource: Json, role: string) => {
  const [, [bucket, rest] = []] = resource["Fn::Join"] ?? [];
  const id = bucket?.["Fn::GetAtt"]?.[0];
  const own = town.of("AWS::S3::Bucket").some((one) => one.id === id && role.startsWith(`${one.stack}/`));
  return own && rest === "/*" && !/Log/.test(id);
};

/** What knows no resources in IAM; everything else must name them. */
const withoutResources = ["xray:PutTraceSegments", "xray:PutTelemetryRecords", "dynamodb:ListStreams"];

describe("no right is wider than its use", () => {
  test("no statement has a wildcard in an action", () => {
    expect(granted.length).toBeGreaterThan(20);
    for (const { Action, of: role } of granted)
      for (const action of several(Action)) expect(action, role).not.toContain("*");
  });

  test("no statement is about all resources, not even by a prefix, save tracing and the listing of streams, which know none, and the files of one's own bucket", () => {
    for (const { Action, Resource, of: role } of granted) {
      const resources = JSON.stringify(several(Resource).filter((one) => !isFilesOf(one, role)));
      if (!resources.includes("*")) continue;
      expect(withoutResources, role).toEqual(expect.arrayContaining(several(Action)));
    }
  });

  test("no function has a managed policy or shares its role", () => {
    const roles = town.of("AWS::IAM::Role");
    for (const { properties, id } of roles) expect(properties.ManagedPolicyArns, id).toBeUndefined();
    const used = town
      .of("AWS::Lambda::Function")
      .map(({ stack, properties }) => stack + properties.Role["Fn::GetAtt"][0]);
    expect(new Set(used).size).toBe(used.length);
  });

  test("an api reads, puts and lists; a relay reads the stream and sends; nothing updates, deletes or scans", () => {
    for (const { name, files } of allServices) {
      const keeping = files === true ? ["s3:GetObject", "s3:ListBucket", "s3:PutObject"] : [];
      expect(actionsOf(name, "Api")).toEqual([
        "dynamodb:BatchGetItem",
        "dynamodb:PutItem",
        "dynamodb:Query",
        ...keeping,
      ]);
      expect(actionsOf(name, "Relay")).toEqual([
        "dynamodb:DescribeStream",
        "dynamodb:GetRecords",
        "dynamodb:GetShardIterator",
        "dynamodb:ListStreams",
        "sns:Publish",
        // Of the queue where it sets aside what it gives up on
        "sqs:GetQueueAttributes",
        "sqs:GetQueueUrl",
        "sqs:SendMessage",
      ]);
    }
    const forbidden = /dynamodb:(Update|Delete|Scan|BatchWrite|PartiQL)/;
    for (const { Action } of granted) for (const action of several(Action)) expect(action).not.toMatch(forbidden);
  });

  test("a relay may publish to its own service's topic, and send to nothing but the queue of what it gave up on", () => {
    for (const { name } of allServices) {
      const resourcesFor = (action: string) =>
        of(name, "Relay")
          .filter(({ Action }) => several(Action).includes(action))
          .flatMap(({ Resource }) => several(Resource));
      const [topic, ...others] = resourcesFor("sns:Publish");
      const owned = town.of("AWS::SNS::Topic").find(({ stack, id }) => stack === `${slug}-${name}` && id === topic.Ref);
      expect(owned?.properties.TopicName).toBe(topicName(slug, name));
      expect(others).toEqual([]);
      const queues = town.of("AWS::SQS::Queue").filter(({ stack }) => stack === `${slug}-${name}`);
      const sendable = resourcesFor("sqs:SendMessage").map((arn) => arn["Fn::GetAtt"]?.[0]);
      expect(queues.filter(({ id }) => sendable.includes(id)).map(({ properties }) => properties.QueueName)).toEqual([
        unrelayedName(slug, name),
      ]);
    }
  });

  test("a queue takes messages from the topics of the services of which it wants anything, and from no other", () => {
    for (const { stack, properties } of town.of("AWS::SQS::QueuePolicy")) {
      const queue = town
        .of("AWS::SQS::Queue")
        .find((one) => one.stack === stack && one.id === properties.Queues[0].Ref);
      const name = queue?.properties.QueueName;
      const senders = properties.PolicyDocument.Statement.filter(({ Effect, Action }: Json) =>
        Effect === "Allow" ? several(Action).includes("sqs:SendMessage") : false,
      );
      for (const { Principal, Condition } of senders) {
        expect(Principal).toEqual({ Service: "sns.amazonaws.com" });
        expect(Object.keys(Condition)).toEqual(["ArnEquals"]);
      }
      if (/-(dead|undelivered-by-[a-z-]+)\.fifo$|-unrelayed$/.test(name)) continue;
      const topics = senders
        .flatMap(({ Condition }: Json) => several(Condition.ArnEquals["aws:SourceArn"]))
        .map((arn: Json) => /:([^:"]+\.fifo)"/.exec(JSON.stringify(arn))?.[1]);
      const publishers = publishersTo(name, allServices, profile);
      expect(topics.toSorted(), name).toEqual(publishers.map((publisher) => topicName(slug, publisher)).toSorted());
    }
  });

  test("files are kept by the api and the reactions of a service that asks for them, removed by the reactions alone", () => {
    const withFiles = allServices.filter(({ files }) => files === true);
    expect(withFiles.length).toBeGreaterThan(0);
    for (const { name, files, subscriptions } of allServices)
      for (const kind of ["Api", "Relay", "Reactions", "Clockwork", "Opening"]) {
        const s3 = actionsOf(name, kind).filter((action) => action.startsWith("s3:"));
        const keeping = files === true && (kind === "Api" || kind === "Reactions");
        const removing = keeping && kind === "Reactions" ? ["s3:DeleteObject"] : [];
        const wanted = keeping ? [...removing, "s3:GetObject", "s3:ListBucket", "s3:PutObject"] : [];
        if (kind !== "Reactions" || subscriptions.length > 0) expect(s3, `${name} ${kind}`).toEqual(wanted);
      }
  });

  test("only the API's own role may invoke a service's api, and it may invoke nothing else", () => {
    const [invoke] = granted.filter(({ Action }) => Action === "lambda:InvokeFunction");
    const functions = several(invoke.Resource).map((arn) => /function:([^"]+)"/.exec(JSON.stringify(arn))?.[1]);
    const apis = allServices.map(({ name }) => functionName(slug, name, "api"));
    expect(new Set(functions)).toEqual(new Set([...apis, functionName(slug, "town", "docs")]));
    const fromGateway = town
      .of("AWS::Lambda::Permission")
      .filter(({ properties }) => properties.Principal === "apigateway.amazonaws.com");
    expect(fromGateway).toEqual([]);
  });

  test("every permission to invoke a function names who may, down to the rule or pool", () => {
    for (const { properties } of town.of("AWS::Lambda::Permission")) expect(properties.SourceArn).toBeDefined();
  });

  test("another department's account may consume its own queue and do nothing else", () => {
    const policies = town.of("AWS::SQS::QueuePolicy").filter(({ stack }) => stack === `${slug}-subscribers`);
    const allowed = policies
      .flatMap(({ properties }) => properties.PolicyDocument.Statement)
      .filter(({ Effect, Principal }: Json) => Effect === "Allow" && Principal.Service === undefined);
    expect(allowed).toHaveLength(profile.subscribers.length);
    for (const { Principal, Action } of allowed) {
      expect(JSON.stringify(Principal)).toContain("123456789012");
      expect(Action).not.toContain("sqs:SendMessage");
      for (const action of Action) expect(action).not.toContain("*");
    }
  });
});

describe("the town's own user pool", () => {
  test("accounts are given, protected by a second factor, and nobody writes his own office", () => {
    const [pool] = town.of("AWS::Cognito::UserPool");
    expect(pool?.properties).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      MfaConfiguration: "ON",
      DeletionProtection: "ACTIVE",
    });
    const [client] = town.of("AWS::Cognito::UserPoolClient");
    expect(client?.properties.WriteAttributes).toEqual(["locale"]);
  });
});
