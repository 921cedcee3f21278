import { type Reacting, reactionsFor } from "../../shared/messaging/consumer.ts";
import { traced } from "../../shared/observability/tracing.ts";
import type { TownProfile } from "../../shared/town/profile.ts";
import { cloudRuntime, database } from "./runtime.ts";

/** What a service does when others have published something. Each reaction is loaded by the first event of its type. */
export const reactions = (service: Reacting & { readonly name: string }, town: TownProfile) =>
  traced([database], reactionsFor(service, cloudRuntime(service.name, town)));
