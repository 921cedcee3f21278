/** Headers that a page of another origin may send, and those it may read, in the cloud and on one machine. */
export const allowedHeaders = [
  "authorization",
  "content-type",
  "content-encoding",
  "idempotency-key",
  "if-match",
  "if-none-match",
  "accept-language",
  "traceparent",
];
export const exposedHeaders = ["etag", "location", "retry-after", "x-request-id"];
