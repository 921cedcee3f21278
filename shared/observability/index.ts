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

/** Logs and metrics through Powertools; level from `POWERTOOLS_LOG_LEVEL`. */
export function observe(service: string, town: string): Observability {
  const logger = new Logger({ serviceName: service, persistentKeys: { town } });
  const metrics = new Metrics({ namespace: "Qiangzhen", serviceName: service, defaultDimensions: { town } });
  return {
    info: (message, facts = {}) => logger.info(message, { ...facts }),
    warn: (message, facts = {}) => logger.warn(message, { ...facts }),
    error: (message, error, facts = {}) => logger.error(message, { ...facts, ...failureOf(error) }),
    count(metric, by = 1) {
      metrics.addMetric(metric, MetricUnit.Count, by);
    },
    flush() {
      if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
    },
  };
}
