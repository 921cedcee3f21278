import { Logger } from "@aws-lambda-powertools/logger";
import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import { failureOf } from "./failure.ts";

export { failureOf } from "./failure.ts";

/** What may be said about a piece of work: codes, counts and identifiers of the system's own, never personal data. */
export interface Observability {
  info(message: string, facts?: Facts): void;
  warn(message: string, facts?: Facts): void;
  error(message: string, error: unknown, facts?: Facts): void;
  count(metric: string, by?: number): void;
  /** Sends what was counted; call it at the end of each invocation. */
  flush(): void;
}

/** Only values that cannot carry a name or a number of a person: no bodies, no free text of users. */
export type Facts = Readonly<Record<string, string | number | boolean | undefined>> & {
  readonly [reserved in Reserved]?: never;
};

/** The logger writes these itself and drops a fact of the same name. */
type Reserved = "level" | "message" | "sampling_rate" | "service" | "timestamp";

/**
 * Logs and metrics through Powertools; level from `POWERTOOLS_LOG_LEVEL`. Both are made with the first thing to say: they open
 * the process's output, which a start that says nothing does without.
 */
export function observe(service: string, town: string): Observability {
  let logging: Logger | undefined;
  let counting: Metrics | undefined;
  const logger = () => {
    logging ??= new Logger({ serviceName: service, persistentKeys: { town } });
    return logging;
  };
  return {
    info: (message, facts = {}) => logger().info(message, { ...facts }),
    warn: (message, facts = {}) => logger().warn(message, { ...facts }),
    error: (message, error, facts = {}) => logger().error(message, { ...facts, ...failureOf(error) }),
    count(metric, by = 1) {
      counting ??= new Metrics({ namespace: "Qiangzhen", serviceName: service, defaultDimensions: { town } });
      counting.addMetric(metric, MetricUnit.Count, by);
    },
    flush() {
      if (counting?.hasStoredMetrics() === true) counting.publishStoredMetrics();
    },
  };
}
