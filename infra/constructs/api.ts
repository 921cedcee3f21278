import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import {
  CfnRoute,
  CfnStage,
  CorsHttpMethod,
  HttpApi,
  HttpNoneAuthorizer,
  type HttpRoute,
  HttpStage,
  type IHttpRouteAuthorizer,
  LogGroupLogDestination,
} from "aws-cdk-lib/aws-apigatewayv2";
import { Stats } from "aws-cdk-lib/aws-cloudwatch";
import type { Code } from "aws-cdk-lib/aws-lambda";
import { CfnOutput, Duration, Stack, type StackProps } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import { apiName, functionName, type Service, toldName } from "../../shared/service/index.ts";
import type { TownProfile } from "../../shared/town/profile.ts";
import { allowedHeaders, exposedHeaders } from "../cors.ts";
import { type GatewayRoute, gatewayRoutesOf, townRoutes } from "../gateway-routes.ts";
import { functionArn } from "./addresses.ts";
import { Alarms } from "./alarms.ts";
import { concurrency } from "./concurrency.ts";
import { authorizerOf } from "./identity.ts";
import { Invocation, invoker } from "./invocation.ts";
import { logGroup } from "./log.ts";
import { addRoute } from "./route.ts";
import { type Throttle, throttleOf, wholeTown } from "./throttles.ts";
import { toldLayer, townFunction } from "./town-function.ts";

export interface ApiProps extends StackProps {
  readonly town: TownProfile;
  readonly services: readonly Service[];
  /** Code of the two functions that belong to no service. */
  readonly code: { readonly docs: () => Code; readonly claims: () => Code };
  /** What the first of them is told of the town. */
  readonly told: Code;
}

/** What the law wants kept of each request (P-13), and no more: no path (it may name a case), no token, no body. */
const accessLog = AccessLogFormat.custom(
  JSON.stringify({
    time: "$context.requestTime",
    requestId: "$context.requestId",
    ip: "$context.identity.sourceIp",
    route: "$context.routeKey",
    status: "$context.status",
    ms: "$context.responseLatency",
    bytes: "$context.responseLength",
    refused: "$context.authorizer.error",
    failed: "$context.integrationErrorMessage",
  }),
);

/** The one HTTP API of a town. It finds the services' functions by their names, whether they are there yet or not. */
export class ApiStack extends Stack {
  constructor(scope: Construct, id: string, { town, services, code, told, ...props }: ApiProps) {
    super(scope, id, props);
    const { api, stage } = this.#api(town);
    const authorizer = authorizerOf(this, town, code.claims);
    const role = invoker(this, [
      ...services.map(({ name }) => functionArn(this, functionName(town.slug, name, "api"))),
      functionArn(this, functionName(town.slug, "town", "docs")),
    ]);
    const limited = new Map<HttpRoute, Throttle>();
    const add = (route: GatewayRoute, to: Invocation) => {
      const made = addRoute(this, api, route, to, guard(route, authorizer));
      const limit = throttleOf(route);
      if (limit !== undefined) limited.set(made, limit);
    };
    for (const service of services) {
      const target = new Invocation(
        service.name,
        functionArn(this, functionName(town.slug, service.name, "api")),
        role,
      );
      for (const route of gatewayRoutesOf(service)) add(route, target);
    }
    const alarms = new Alarms(this, "api", town);
    townFunction(this, "Docs", {
      town,
      name: functionName(town.slug, "town", "docs"),
      description: "The town's health and documents",
      code: code.docs(),
      told: toldLayer(this, toldName(town.slug, "town"), told),
      memoryMb: 128,
      timeoutSeconds: 5,
      reserved: concurrency.docs,
    });
    const target = new Invocation("town", functionArn(this, functionName(town.slug, "town", "docs")), role);
    for (const route of townRoutes) add(route, target);
    throttle(stage, limited);
    alarms.watch("errors", {
      metric: api.metricServerError({ period: Duration.minutes(5), statistic: Stats.SUM }),
      from: 5,
      impact: "People at the counters and at home get errors instead of answers",
      runbook: "api-errors",
    });
    new CfnOutput(this, "Url", { value: api.apiEndpoint, description: `The API of ${town.name.en}` });
  }

  /** Pages of the profile's origins may ask. Who may do what hangs on the token: browsers send none by themselves. */
  #api(town: TownProfile): { readonly api: HttpApi; readonly stage: HttpStage } {
    const api = new HttpApi(this, "Api", {
      apiName: apiName(town.slug),
      createDefaultStage: false,
      corsPreflight: {
        allowOrigins: [...town.deployment.corsOrigins],
        allowMethods: [CorsHttpMethod.GET, CorsHttpMethod.HEAD, CorsHttpMethod.POST],
        allowHeaders: [...allowedHeaders],
        exposeHeaders: [...exposedHeaders],
        maxAge: Duration.hours(2),
      },
    });
    const log = logGroup(this, "AccessLog", `/aws/vendedlogs/${apiName(town.slug)}`, town.deployment.logRetentionDays);
    const stage = new HttpStage(this, "Stage", {
      httpApi: api,
      stageName: "$default",
      autoDeploy: true,
      throttle: wholeTown,
      accessLogSettings: { destination: new LogGroupLogDestination(log), format: accessLog },
    });
    return { api, stage };
  }
}

/** Limits of single routes belong to the stage, which has to wait for the routes that it names. */
function throttle(stage: HttpStage, limited: ReadonlyMap<HttpRoute, Throttle>): void {
  const settings = [...limited].map(([route, { rateLimit, burstLimit }]) => {
    stage.node.addDependency(route);
    const { routeKey } = route.node.defaultChild instanceof CfnRoute ? route.node.defaultChild : { routeKey: "" };
    return [routeKey, { ThrottlingRateLimit: rateLimit, ThrottlingBurstLimit: burstLimit }];
  });
  if (stage.node.defaultChild instanceof CfnStage) stage.node.defaultChild.routeSettings = Object.fromEntries(settings);
}

const guard = ({ isPublic }: GatewayRoute, authorizer: IHttpRouteAuthorizer) =>
  isPublic ? new HttpNoneAuthorizer() : authorizer;
