import { ArnFormat, Stack } from "aws-cdk-lib/core";
import type { Construct } from "constructs";

/** Addresses from names alone, in the account and region of the stack: nothing is imported from another stack. */
export const queueArn = (scope: Construct, name: string) =>
  Stack.of(scope).formatArn({ service: "sqs", resource: name });

export const topicArn = (scope: Construct, name: string) =>
  Stack.of(scope).formatArn({ service: "sns", resource: name });

/** @param name of a table, or of an index behind its table: `name/index/byDue` */
export const tableArn = (scope: Construct, name: string) =>
  Stack.of(scope).formatArn({ service: "dynamodb", resource: "table", resourceName: name });

export const functionArn = (scope: Construct, name: string) =>
  Stack.of(scope).formatArn({
    service: "lambda",
    resource: "function",
    resourceName: name,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
