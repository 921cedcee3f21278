import { gridEventsEvents } from "../../shared/contracts/grid-events.ts";
import { withHolds } from "../../shared/holds/index.ts";
import { parkedRoute } from "../../shared/messaging/index.ts";
import { defaultFunctions, joined, type Service, setAsideRoute } from "../../shared/service/index.ts";
import { appeals } from "./appeals/index.ts";
import { boards } from "./boards/index.ts";
import { bulk } from "./bulk/index.ts";
import { commonPart } from "./common/part.ts";
import { deliveries } from "./deliveries/index.ts";
import { devices } from "./devices/index.ts";
import { environment } from "./environment/index.ts";
import { events } from "./events/index.ts";
import { figures } from "./figures/index.ts";
import { grids } from "./grids/index.ts";
import { households } from "./households/index.ts";
import { publicMap } from "./map/index.ts";
import { mediations } from "./mediation/index.ts";
import { offline } from "./offline/index.ts";
import { open311 } from "./open311/index.ts";
import { patrols } from "./patrols/index.ts";
import { permitsHere } from "./permits-here/index.ts";
import { pictures } from "./pictures/index.ts";

/** Each part knows only those before it. */
const subContexts = joined([
  grids,
  permitsHere,
  events,
  pictures,
  deliveries,
  bulk,
  offline,
  devices,
  patrols,
  mediations,
  appeals,
  open311,
  figures,
  households,
  environment,
  publicMap,
  boards,
  commonPart([parkedRoute("grid-events"), setAsideRoute("grid-events")]),
]);

/** The grid of a town: who looks after which piece of it, and the matters found there. */
export const gridEvents: Service = {
  name: "grid-events",
  title: { zh: "网格事件", en: "Grid events" },
  ...withHolds("grid-events", subContexts),
  indexes: [
    { name: "byStatus", projection: "keys" },
    { name: "byGrid", projection: "keys" },
    { name: "byOwner", projection: "keys" },
    { name: "byCode", projection: "keys" },
    { name: "byDoer", projection: "keys" },
    { name: "byLevel", projection: "keys" },
    { name: "byPlace", projection: "keys" },
    { name: "byComponent", projection: "keys" },
    { name: "byChange", projection: "keys" },
    { name: "byMove", projection: "keys" },
    { name: "byOpen", projection: "keys" },
    { name: "byNumber", projection: "keys" },
  ],
  files: true,
  publishes: gridEventsEvents,
  functions: defaultFunctions,
  attempts: 5,
};
