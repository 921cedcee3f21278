import { concurrency } from "../constructs/concurrency.ts";
import type { CountedResource } from "./standing.ts";

/** A quota of one account in one region, and how much of it a town takes. */
interface Quota {
  readonly zh: string;
  readonly en: string;
  /** AWS's default; `raise`: it can be raised on request. */
  readonly limit: number;
  readonly raise: boolean;
  readonly taken: (resources: readonly CountedResource[]) => number;
}

const of = (type: string) => (resources: readonly CountedResource[]) =>
  resources.filter(({ Type }) => Type === type).length;

/** What a town may execute at once: what is reserved, and what its queues, streams and schedules take besides. */
function executions(resources: readonly CountedResource[]): number {
  const functions = resources.filter(({ Type }) => Type === "AWS::Lambda::Function");
  const reserved = functions.reduce(
    (sum, { Properties }) => sum + Number(Properties.ReservedConcurrentExecutions ?? 0),
    0,
  );
  const sources = resources.filter(({ Type }) => Type === "AWS::Lambda::EventSourceMapping");
  const streams = sources.filter(({ Properties }) => Properties.StartingPosition !== undefined);
  const schedules = of("AWS::Events::Rule")(resources);
  return reserved + (sources.length - streams.length) * concurrency.reactions + streams.length * shards + schedules;
}

/** Shards of the stream of a table that has not grown: one for each of its four partitions. */
const shards = 4;

/** Defaults as of 2026-11, by Service Quotas; a new account may have less until it asks. */
export const quotas: readonly Quota[] = [
  { zh: "函数并发", en: "Lambda: concurrent executions", limit: 1000, raise: true, taken: executions },
  { zh: "事件规则", en: "EventBridge: rules of a bus", limit: 300, raise: true, taken: of("AWS::Events::Rule") },
  { zh: "角色", en: "IAM: roles", limit: 1000, raise: true, taken: of("AWS::IAM::Role") },
  { zh: "FIFO主题", en: "SNS: FIFO topics", limit: 1000, raise: true, taken: (all) => fifoTopics(all).length },
  { zh: "订阅过滤策略", en: "SNS: filter policies", limit: 10_000, raise: true, taken: of("AWS::SNS::Subscription") },
  { zh: "数据表", en: "DynamoDB: tables", limit: 2500, raise: true, taken: of("AWS::DynamoDB::Table") },
  { zh: "接口", en: "API Gateway: HTTP APIs", limit: 600, raise: true, taken: of("AWS::ApiGatewayV2::Api") },
  { zh: "存储桶", en: "S3: buckets", limit: 10_000, raise: true, taken: of("AWS::S3::Bucket") },
  { zh: "告警", en: "CloudWatch: alarms", limit: 5000, raise: true, taken: of("AWS::CloudWatch::Alarm") },
  {
    ...{ zh: "堆栈", en: "CloudFormation: stacks", limit: 2000, raise: true },
    taken: (all) => new Set(all.map(({ stack }) => stack)).size,
  },
];

const fifoTopics = (all: readonly CountedResource[]) =>
  all.filter(({ Type, Properties }) => Type === "AWS::SNS::Topic" && Properties.FifoTopic === true);

/** Each quota with what a town takes, and the town at which it is reached; the first to be reached comes first. */
export function quotaTable(resources: readonly CountedResource[]): string {
  const rows = quotas
    .map(({ zh, en, limit, taken }) => {
      const one = taken(resources);
      return { name: `${zh} ${en}`, limit, one, towns: one === 0 ? Number.POSITIVE_INFINITY : Math.floor(limit / one) };
    })
    .filter(({ one }) => one > 0)
    .toSorted((a, b) => a.towns - b.towns);
  const lines = rows.map(
    ({ name, limit, one, towns }) => `| ${name} | ${limit.toLocaleString("en-US")} | ${one} | ${towns} |`,
  );
  return ["| 配额 quota | 默认 default | 每镇 a town | 容纳镇数 towns |", "| --- | --: | --: | --: |", ...lines].join(
    "\n",
  );
}
