/**
 * Fills in what the SDK and Powertools expect to find in a Lambda's environment; what the person has set stays. Clients
 * of the queues on this machine never use the person's own credentials, see `local`.
 */
export function prepareEnvironment(region: string): void {
  process.env.AWS_REGION ??= region;
  process.env.AWS_ACCESS_KEY_ID ??= local.accessKeyId;
  process.env.AWS_SECRET_ACCESS_KEY ??= local.secretAccessKey;
  process.env.POWERTOOLS_LOG_LEVEL ??= "WARN";
  process.env.POWERTOOLS_METRICS_DISABLED ??= "true";
  process.env.POWERTOOLS_TRACE_ENABLED ??= "false";
}

/** The SDK's own setting for an engine outside of this process. */
export const outsideEndpoint = () => process.env.AWS_ENDPOINT_URL_DYNAMODB || undefined;

/** Credentials that mean nothing anywhere. */
export const local = { accessKeyId: "embedded", secretAccessKey: "embedded" } as const;

/** For clients of what runs on this machine: connections are kept, and enough of them. */
export const localClient = (endpoint: string, region: string) => ({
  endpoint,
  region,
  credentials: local,
  maxAttempts: 3,
  requestHandler: { httpAgent: { keepAlive: true, maxSockets: 128 }, connectionTimeout: 5000, requestTimeout: 30_000 },
});
