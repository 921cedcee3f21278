import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { RemovalPolicy } from "aws-cdk-lib/core";
import type { Construct } from "constructs";

/**
 * The log group of this name, kept for as long as the profile says (P-13). CloudWatch knows only certain periods: the
 * next one that is not shorter. Taking down a stack leaves its logs.
 */
export const logGroup = (scope: Construct, id: string, logGroupName: string, days: number) =>
  new LogGroup(scope, id, { logGroupName, retention: retentionOf(days), removalPolicy: RemovalPolicy.RETAIN });

/** @throws when CloudWatch keeps nothing for that long */
export function retentionOf(days: number): RetentionDays {
  const periods = Object.values(RetentionDays).filter((period) => typeof period === "number");
  const kept = periods.filter((period) => period >= days && period !== RetentionDays.INFINITE);
  if (kept.length === 0) throw new Error(`CloudWatch keeps no log for ${days} days and then deletes it`);
  return Math.min(...kept);
}
