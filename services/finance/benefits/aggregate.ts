import { aggregate } from "../../../shared/service/index.ts";
import { benefitBatch } from "./domain/decider.ts";
import { nextWork } from "./line-work.ts";

/** A batch with the work on its lines, in a module of its own: a function loads it alone. */
export const batchAggregate = aggregate(benefitBatch, nextWork);
