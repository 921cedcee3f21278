import type { IPolicyValidationPlugin } from "aws-cdk-lib/core";
import type { IConstruct } from "constructs";

/** What this house uses of `cdk-nag`. Its own types name all of `aws-cdk-lib`, 40 MB, and made each check of types twice as long. */
export declare class AwsSolutionsChecks implements IPolicyValidationPlugin {
  constructor(scope?: IConstruct);
  readonly name: string;
  validate: IPolicyValidationPlugin["validate"];
}

export declare class NIST80053R5Checks implements IPolicyValidationPlugin {
  constructor(scope?: IConstruct);
  readonly name: string;
  validate: IPolicyValidationPlugin["validate"];
}
