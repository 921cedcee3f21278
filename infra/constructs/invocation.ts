import {
  HttpIntegrationType,
  HttpRouteIntegration,
  type HttpRouteIntegrationConfig,
  IntegrationCredentials,
  PayloadFormatVersion,
} from "aws-cdk-lib/aws-apigatewayv2";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Validations } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import { ownPolicy } from "./town-function.ts";

/**
 * The role in which the API invokes exactly these functions. With a role, functions need no permission that names the
 * API: neither stack has to know anything of the other but names, and either can be deployed first.
 */
export function invoker(scope: Construct, functions: readonly string[]): Role {
  const role = new Role(scope, "Invoker", { assumedBy: new ServicePrincipal("apigateway.amazonaws.com") });
  role.addToPolicy(new PolicyStatement({ actions: ["lambda:InvokeFunction"], resources: [...functions] }));
  Validations.of(role).acknowledge(ownPolicy);
  return role;
}

/** An integration with a function that is known by its ARN only. */
export class Invocation extends HttpRouteIntegration {
  readonly #arn: string;
  readonly #role: Role;

  constructor(id: string, arn: string, role: Role) {
    super(id);
    this.#arn = arn;
    this.#role = role;
  }

  bind(): HttpRouteIntegrationConfig {
    return {
      type: HttpIntegrationType.AWS_PROXY,
      uri: this.#arn,
      credentials: IntegrationCredentials.fromRole(this.#role),
      payloadFormatVersion: PayloadFormatVersion.VERSION_2_0,
    };
  }
}
