import { type PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Architecture, type Code, Function as Lambda, LayerVersion, Runtime, Tracing } from "aws-cdk-lib/aws-lambda";
import { Duration, Validations } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import type { TownProfile } from "../../shared/town/profile.ts";
import { isTraced } from "../partitions.ts";
import { logGroup, troubleCounted } from "./log.ts";

interface Spec {
  readonly town: TownProfile;
  readonly name: string;
  readonly description: string;
  readonly code: Code;
  /** What it is told of its town. */
  readonly told?: LayerVersion;
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
  readonly environment?: Record<string, string>;
  /** Whether X-Ray records what it does. Not where a schedule calls: each call would be a trace of its own. */
  readonly traced?: boolean;
  /** So many executions at once are reserved for it, and it has no more. */
  readonly reserved?: number;
  /** All the function may do, besides writing its own log and its traces. */
  readonly may?: readonly PolicyStatement[];
}

const runtimes = { "nodejs24.x": Runtime.NODEJS_24_X };
const architectures = { arm64: Architecture.ARM_64, x86_64: Architecture.X86_64 };

/** What functions are told of their town, apart from their code, which is the same for all towns. */
export const toldLayer = (scope: Construct, name: string, code: Code): LayerVersion =>
  new LayerVersion(scope, "Told", {
    layerVersionName: name,
    description: "What the functions are told of their town",
    code,
    compatibleRuntimes: Object.values(runtimes),
    compatibleArchitectures: Object.values(architectures),
  });

/** A policy that stands in its role. */
export const ownPolicy = {
  id: "NIST.800.53.R5-IAMNoInlinePolicy",
  reason: "The policy is of this role alone and goes with it; a managed one could be given to another role",
};

/** What a function does without, and why. */
const without = [
  {
    id: "NIST.800.53.R5-LambdaInsideVPC",
    reason: "It listens on nothing and calls AWS by TLS alone; a network of its own would need a way out all the same",
  },
  {
    id: "NIST.800.53.R5-LambdaDLQ",
    reason: "Nothing waits in Lambda: queues and streams keep what failed, a schedule comes again, a person asks again",
  },
];
const bounded = {
  id: "NIST.800.53.R5-LambdaConcurrency",
  reason: "Its source bounds it: a queue by its maximum, a stream by its shards, a schedule or an operator by one call",
};

/** The one way in which this system runs a function. It shares its role with no other. */
export function townFunction(scope: Construct, id: string, spec: Spec): Lambda {
  const { town, name, code, told, memoryMb, timeoutSeconds, environment = {}, may = [], reserved } = spec;
  const log = logGroup(scope, `${id}Log`, `/aws/lambda/${name}`, town.deployment.logRetentionDays);
  troubleCounted(log, `${id}Trouble`, town.slug);
  const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
  log.grantWrite(role);
  for (const statement of may) role.addToPolicy(statement);
  Validations.of(role).acknowledge(
    {
      id: "AwsSolutions-IAM5[Resource::*]",
      reason:
        "X-Ray (tracing) and dynamodb:ListStreams (relay) know no resources; no other statement is about all resources",
    },
    ownPolicy,
  );
  const made = new Lambda(scope, id, {
    functionName: name,
    description: spec.description,
    runtime: runtimes[town.deployment.runtime],
    architecture: architectures[town.deployment.architecture],
    handler: "index.handler",
    code,
    layers: told === undefined ? [] : [told],
    role,
    memorySize: memoryMb,
    timeout: Duration.seconds(timeoutSeconds),
    tracing: spec.traced === true && isTraced(town.deployment) ? Tracing.ACTIVE : Tracing.DISABLED,
    logGroup: log,
    ...(reserved === undefined ? {} : { reservedConcurrentExecutions: reserved }),
    environment: {
      TOWN: town.slug,
      POWERTOOLS_LOG_LEVEL: "INFO",
      POWERTOOLS_METRICS_NAMESPACE: "Qiangzhen",
      POWERTOOLS_SERVICE_NAME: name,
      ...environment,
    },
  });
  Validations.of(made).acknowledge(...without, ...(reserved === undefined ? [bounded] : []));
  return made;
}
