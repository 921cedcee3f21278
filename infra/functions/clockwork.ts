import { traced } from "../../shared/observability/tracing.ts";
import { clockworkFor, type Timed } from "../../shared/service/clockwork.ts";
import type { TownProfile } from "../../shared/town/profile.ts";
import { cloudRuntime, database } from "./runtime.ts";

/** What a service does when time has passed. Each decider is loaded by the first deadline of its kind. */
export const clockwork = (service: Timed & { readonly name: string }, town: TownProfile) =>
  traced([database], clockworkFor(service, cloudRuntime(service.name, town)));
