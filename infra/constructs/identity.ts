import type { IHttpRouteAuthorizer } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpJwtAuthorizer } from "aws-cdk-lib/aws-apigatewayv2-authorizers";
import {
  AccountRecovery,
  CfnUserPoolGroup,
  ClientAttributes,
  FeaturePlan,
  Mfa,
  StandardThreatProtectionMode,
  StringAttribute,
  UserPool,
  UserPoolOperation,
} from "aws-cdk-lib/aws-cognito";
import type { Code } from "aws-cdk-lib/aws-lambda";
import { Aws, Duration, RemovalPolicy, Stack } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import { functionName } from "../../shared/service/index.ts";
import type { TownProfile } from "../../shared/town/profile.ts";
import { roles } from "../../shared/town/roles.ts";
import { personAttributes } from "../functions/claims.ts";
import { concurrency } from "./concurrency.ts";
import { townFunction } from "./town-function.ts";

/** Who checks the tokens: the profile's issuer, or a user pool of the town's own. */
export function authorizerOf(scope: Construct, town: TownProfile, claims: () => Code): IHttpRouteAuthorizer {
  const { identity } = town.deployment;
  if (identity.kind === "oidc")
    return new HttpJwtAuthorizer("Tokens", identity.issuer, { jwtAudience: identity.audience });
  const { pool, client } = new People(scope, "People", town, claims());
  const issuer = `https://cognito-idp.${Stack.of(scope).region}.${Aws.URL_SUFFIX}/${pool.userPoolId}`;
  return new HttpJwtAuthorizer("Tokens", issuer, { jwtAudience: [client.userPoolClientId] });
}

/**
 * The town's user pool: a group per role, and the claims every service expects in the ID token. Accounts are given by
 * administrators.
 */
class People extends Construct {
  readonly pool: UserPool;
  readonly client: ReturnType<UserPool["addClient"]>;

  constructor(scope: Construct, id: string, town: TownProfile, claims: Code) {
    super(scope, id);
    this.pool = new UserPool(this, "Pool", {
      userPoolName: `${town.slug}-people`,
      selfSignUpEnabled: false,
      signInAliases: { username: true },
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 12,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
      },
      accountRecovery: AccountRecovery.NONE,
      featurePlan: FeaturePlan.PLUS,
      standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      customAttributes: Object.fromEntries(
        personAttributes.map((name) => [name, new StringAttribute({ maxLen: 200, mutable: true })]),
      ),
    });
    const trigger = townFunction(this, "Claims", {
      town,
      name: functionName(town.slug, "people", "claims"),
      description: "What a token says besides who it is",
      code: claims,
      memoryMb: 128,
      timeoutSeconds: 5,
      reserved: concurrency.claims,
    });
    this.pool.addTrigger(UserPoolOperation.PRE_TOKEN_GENERATION, trigger);
    for (const role of roles) {
      new CfnUserPoolGroup(this, role, { userPoolId: this.pool.userPoolId, groupName: role });
    }
    this.client = this.pool.addClient("App", {
      authFlows: { userSrp: true },
      idTokenValidity: Duration.hours(1),
      preventUserExistenceErrors: true,
      // Office, grids and the like decide what a person may do: administrators write them, nobody writes his own
      writeAttributes: new ClientAttributes().withStandardAttributes({ locale: true }),
      disableOAuth: true,
    });
  }
}
