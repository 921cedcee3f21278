import { FilterPattern, LogGroup, MetricFilter, RetentionDays } from "aws-cdk-lib/aws-logs";
import { RemovalPolicy, Validations } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import { troubleWords } from "../../shared/observability/trouble.ts";

/**
 * The log group of this name, kept for as long as the profile says (P-13). CloudWatch knows only certain periods: the
 * next one that is not shorter. Taking down a stack leaves its logs.
 */
export function logGroup(scope: Construct, id: string, logGroupName: string, days: number): LogGroup {
  const retention = retentionOf(days);
  const made = new LogGroup(scope, id, { logGroupName, retention, removalPolicy: RemovalPolicy.RETAIN });
  Validations.of(made).acknowledge({
    id: "NIST.800.53.R5-CloudWatchLogGroupEncrypted",
    reason: "CloudWatch encrypts it with a key of AWS; a log names no person, so a key of our own would guard nothing",
  });
  return made;
}

/** The metric of a town's troubles. CloudWatch bills it for the hours in which there is one. */
export const troubleMetric = (town: string) => ({ namespace: `Qiangzhen/${town}`, metricName: "Trouble" }) as const;

/** What Lambda's runtime writes where an invocation ends in an error, and what the town itself writes of its troubles. */
const ofTrouble = [
  "Invoke Error",
  "Task timed out after",
  "Runtime exited",
  "Uncaught Exception",
  "Unhandled Promise",
  troubleWords,
];

/**
 * Counts the lines of a log that are trouble. One metric, and so one alarm, for all functions of a town: an alarm per
 * function and cause cost four times as much as all else in an idle town.
 */
export function troubleCounted(log: LogGroup, id: string, town: string): void {
  const { namespace: metricNamespace, metricName } = troubleMetric(town);
  const filterPattern = FilterPattern.anyTerm(...ofTrouble);
  new MetricFilter(log, id, { logGroup: log, filterPattern, metricNamespace, metricName, metricValue: "1" });
}

/** @throws when CloudWatch keeps nothing for that long */
export function retentionOf(days: number): RetentionDays {
  const periods = Object.values(RetentionDays).filter((period) => typeof period === "number");
  const kept = periods.filter((period) => period >= days && period !== RetentionDays.INFINITE);
  if (kept.length === 0) throw new Error(`CloudWatch keeps no log for ${days} days and then deletes it`);
  return Math.min(...kept);
}
