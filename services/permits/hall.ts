import type { Route } from "../../shared/http/index.ts";
import { type Aggregate, aggregate } from "../../shared/service/index.ts";
import { complaintRoutes } from "./api/complaints.ts";
import { hallRoutes as queueRoutes } from "./api/hall.ts";
import { ratingRoutes } from "./api/ratings.ts";
import { complaint } from "./domain/complaint/decider.ts";
import { queue } from "./domain/hall/decider.ts";
import { rating } from "./domain/rating/decider.ts";

/** The service hall and what people say of it: queues (L8), ratings (L17), complaints (L7). */
export const hallAggregates: readonly Aggregate[] = [aggregate(queue), aggregate(rating), aggregate(complaint)];
export const hallRoutes: readonly Route[] = [...queueRoutes, ...ratingRoutes, ...complaintRoutes];
