import { describe, expect, test } from "vitest";
import { foreseen, rightsOf, seen, unseenRights, workingKinds } from "../../infra/constructs/rights.ts";
import { pollingRights } from "../../infra/constructs/sources.ts";
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

/** What a statement is about, as `rights.json` names it; undefined: nothing of the service's own. */
function thingIn(resource: Json, stack: string): string | undefined {
  const owned = (type: string, id: string) => town.of(type).some((one) => one.stack === stack && one.id === id);
  const [id] = resource["Fn::GetAtt"] ?? [];
  if (id !== undefined && owned("AWS::DynamoDB::Table", id)) return "table";
  if (id !== undefined && owned("AWS::S3::Bucket", id)) return "bucket";
  const [, [of, rest] = []] = resource["Fn::Join"] ?? [];
  const joined = of?.["Fn::GetAtt"]?.[0];
  if (owned("AWS::DynamoDB::Table", joined)) return String(rest).slice(1);
  return owned("AWS::S3::Bucket", joined) && rest === "/*" ? "objects" : undefined;
}

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

  test.each(allServices)(
    "the functions of $name have the rights that they were seen to use, on their own things",
    (service) => {
      for (const kind of ["api", "reactions", "clockwork", "opening"] as const) {
        const role = `${kind.slice(0, 1).toUpperCase()}${kind.slice(1)}`;
        const statements = of(service.name, role).filter(({ Action }) => !/^(logs|xray|sqs):/.test(several(Action)[0]));
        const granted = statements.flatMap(({ Action, Resource }) =>
          several(Resource).flatMap((resource) =>
            several(Action).map((action) => `${action} ${thingIn(resource, `${slug}-${service.name}`)}`),
          ),
        );
        if (granted.length > 0) expect(granted.toSorted(), kind).toEqual([...rightsOf(service, kind)].toSorted());
        else expect([kind, service.opening]).not.toEqual(["opening", expect.anything()]);
      }
    },
  );

  test.each(allServices)(
    "the policies of $name hold what it was seen to use, and no other right without a reason",
    (service) => {
      for (const kind of workingKinds) {
        const used = seen[service.name]?.[kind];
        if (used === undefined) continue;
        const role = `${kind.slice(0, 1).toUpperCase()}${kind.slice(1)}`;
        const granted = of(service.name, role)
          .filter(({ Action }) => /^(dynamodb|s3):/.test(several(Action)[0]))
          .flatMap(({ Action, Resource }) =>
            several(Resource).flatMap((resource) =>
              several(Action).map((action) => `${action} ${thingIn(resource, `${slug}-${service.name}`)}`),
            ),
          );
        expect(granted, `${kind}: too few`).toEqual(expect.arrayContaining(used));
        const reasons = { ...unseenRights, ...foreseen[`${service.name} ${kind}`] };
        const unused = granted.filter((right) => !used.includes(right) && reasons[right] === undefined);
        // A list of people's own goes by an index that only its filter asks
        const left = unused.filter((right) => kind !== "api" || !right.startsWith("dynamodb:Query index/"));
        expect(left, `${kind}: too many`).toEqual([]);
      }
    },
  );

  test("Lambda has in the role of a reader the rights that it asks for, and no more", () => {
    for (const { name } of allServices) {
      expect(actionsOf(name, "Relay")).toEqual(
        [...pollingRights.stream, ...pollingRights.streams, ...pollingRights.setAside, "sns:Publish"].toSorted(),
      );
      const ofQueue = actionsOf(name, "Reactions").filter((action) => action.startsWith("sqs:"));
      expect(ofQueue).toEqual(ofQueue.length === 0 ? [] : [...pollingRights.queue].toSorted());
    }
  });

  test("nothing updates, deletes or scans records", () => {
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

  test("a function that touches files knows their bucket, and no other does", () => {
    for (const service of allServices)
      for (const kind of ["api", "reactions", "clockwork", "opening"] as const) {
        const name = functionName(slug, service.name, kind);
        const made = town.of("AWS::Lambda::Function").find(({ properties }) => properties.FunctionName === name);
        if (made === undefined) continue;
        const knows = made.properties.Environment.Variables.FILES_BUCKET !== undefined;
        expect([name, knows]).toEqual([name, rightsOf(service, kind).some((right) => right.startsWith("s3:"))]);
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
