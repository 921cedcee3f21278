import { traced } from "../../shared/observability/tracing.ts";
import { clockworkFor } from "../../shared/service/clockwork.ts";
import type { Service } from "../../shared/service/manifest.ts";
import type { TownProfile } from "../../shared/town/profile.ts";
import { cloudRuntime, database } from "./runtime.ts";

/** What a service does when time has passed. */
export const clockwork = (service: Service, town: TownProfile) =>
  traced([database], clockworkFor(service, cloudRuntime(service.name, town)));
