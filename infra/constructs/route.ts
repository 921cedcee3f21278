import {
  type HttpApi,
  HttpMethod,
  HttpRoute,
  type HttpRouteIntegration,
  HttpRouteKey,
  type IHttpRouteAuthorizer,
} from "aws-cdk-lib/aws-apigatewayv2";
import { Validations } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import type { GatewayRoute } from "../gateway-routes.ts";

const methods = {
  ...{ GET: HttpMethod.GET, HEAD: HttpMethod.HEAD, POST: HttpMethod.POST },
  ...{ PUT: HttpMethod.PUT, PATCH: HttpMethod.PATCH, DELETE: HttpMethod.DELETE },
} as const;

export function addRoute(
  scope: Construct,
  httpApi: HttpApi,
  { method, path, isPublic }: GatewayRoute,
  integration: HttpRouteIntegration,
  authorizer: IHttpRouteAuthorizer,
): HttpRoute {
  const routeKey = HttpRouteKey.with(path, methods[method]);
  const route = new HttpRoute(scope, `${method} ${path}`, { httpApi, routeKey, integration, authorizer });
  if (isPublic)
    Validations.of(route).acknowledge({
      id: "AwsSolutions-APIG4",
      reason: `${method} ${path} is public: its manifest says so, or it is the town's health and documents`,
    });
  return route;
}
