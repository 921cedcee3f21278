import { apiFor } from "../../shared/http/api.ts";
import { traced } from "../../shared/observability/tracing.ts";
import type { Service } from "../../shared/service/manifest.ts";
import { cursors } from "../../shared/store/cursor.ts";
import type { TownProfile } from "../../shared/town/profile.ts";
import { cloudRuntime, database, required } from "./runtime.ts";

/** All of a service's routes. */
export const api = (service: Service, town: TownProfile) =>
  traced([database], apiFor(service, cloudRuntime(service.name, town, cursors(required("CURSOR_SECRET")))));
