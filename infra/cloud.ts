import { App, type AppProps, Validations } from "aws-cdk-lib/core";
import { AwsSolutionsChecks, NIST80053R5Checks } from "cdk-nag";

/** Behaviours of the CDK that became right only under a flag; here and not in cdk.json, so that tests have them too. */
const context = {
  "@aws-cdk/core:checkSecretUsage": true,
  "@aws-cdk/core:enablePartitionLiterals": true,
  "@aws-cdk/aws-iam:minimizePolicies": true,
  "@aws-cdk/aws-sns-subscriptions:restrictSqsDescryption": true,
  "@aws-cdk/aws-lambda:recognizeLayerVersion": true,
  "@aws-cdk/customresources:installLatestAwsSdkDefault": false,
};

/**
 * The CDK's linter of templates takes as much of the processor as all the rest, and only warns. So a synthesis goes without it;
 * `test:cloud` has it find nothing.
 */
const withoutLinter = { builtinCloudFormationValidation: false };

/**
 * A CDK app in which a finding of cdk-nag (AWS's own rules, and those of NIST 800-53) ends the synthesis, unless it is
 * acknowledged beside its resource.
 */
export function cloudApp(props: AppProps = {}): App {
  const app = new App({
    analyticsReporting: false,
    treeMetadata: false,
    ...withoutLinter,
    ...props,
    context: { ...context, ...props.context },
  });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new NIST80053R5Checks(app));
  return app;
}
