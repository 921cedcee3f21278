import { aggregate } from "../../../shared/service/index.ts";
import { gridEvent } from "./domain/decider.ts";
import { whenDue } from "./sample-seed.ts";

/** A matter with what falls due of it, in a module of its own: a function loads it alone. */
export const eventAggregate = aggregate(gridEvent, whenDue);
