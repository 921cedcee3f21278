import type { Route } from "../../shared/http/index.ts";
import { type Aggregate, aggregate } from "../../shared/service/index.ts";
import { hallRoutes as queueRoutes } from "./api/hall.ts";
import { queue } from "./domain/hall/decider.ts";

/** The service hall and what people say of it: queues (L8). */
export const hallAggregates: readonly Aggregate[] = [aggregate(queue)];
export const hallRoutes: readonly Route[] = [...queueRoutes];
