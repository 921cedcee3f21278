import { reactionsFor } from "../../shared/messaging/consumer.ts";
import { traced } from "../../shared/observability/tracing.ts";
import type { Service } from "../../shared/service/manifest.ts";
import type { TownProfile } from "../../shared/town/profile.ts";
import { cloudRuntime, database } from "./runtime.ts";

/** What a service does when others have published something. */
export const reactions = (service: Service, town: TownProfile) =>
  traced([database], reactionsFor(service, cloudRuntime(service.name, town)));
