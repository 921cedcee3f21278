import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import { RemovalPolicy, Stack, type StackProps, Validations } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import { townSecretName } from "../../shared/service/index.ts";

/** What a town makes its ids and keys of persons with. It stays when the stack goes: without it nobody on file is recognised. */
export class TownSecretStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps & { readonly town: string }) {
    super(scope, id, props);
    const secret = new Secret(this, "Secret", {
      secretName: townSecretName(props.town),
      description: "Makes the ids and the keys of persons of the town",
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const reason = "Ids and keys of persons that were made with it must be found again for as long as records are kept";
    Validations.of(secret).acknowledge(
      { id: "AwsSolutions-SMG4", reason },
      { id: "NIST.800.53.R5-SecretsManagerRotationEnabled", reason },
      {
        id: "NIST.800.53.R5-SecretsManagerUsingKMSKey",
        reason: "The account's own key for secrets guards it; who runs the account would run another key too",
      },
    );
  }
}
