import type { Route } from "../../shared/http/index.ts";
import { type Aggregate, aggregate } from "../../shared/service/index.ts";
import { hallRoutes as queueRoutes } from "./hall/api/hall.ts";
import { queue } from "./hall/domain/decider.ts";
import { complaintRoutes } from "./voices/api/complaints.ts";
import { ratingRoutes } from "./voices/api/ratings.ts";
import { complaint } from "./voices/domain/complaint/decider.ts";
import { rating } from "./voices/domain/rating/decider.ts";

/** The service hall and what people say of it: queues (L8), ratings (L17), complaints (L7). */
export const hallAggregates: readonly Aggregate[] = [aggregate(queue), aggregate(rating), aggregate(complaint)];
export const hallRoutes: readonly Route[] = [...queueRoutes, ...ratingRoutes, ...complaintRoutes];
