/**
 * So many executions at once are a town's own, and no more: an account has a thousand for all its towns. What people wait
 * for is reserved. What they do not wait for is bounded by its source: a queue by `reactions`, a stream by its shards.
 */
export const concurrency = { api: 10, docs: 3, claims: 2, reactions: 2 } as const;
