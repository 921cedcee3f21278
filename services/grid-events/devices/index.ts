import { aggregate, part } from "../../../shared/service/index.ts";
import { events } from "../events/index.ts";
import { grids } from "../grids/index.ts";
import { alarmRoutes } from "./api/alarms.ts";
import { deviceRoutes } from "./api/devices.ts";
import { messageRoute } from "./api/messages.ts";
import { deviceArea } from "./domain/device-area.ts";
import { device } from "./domain/device-decider.ts";
import { devicesProblems } from "./problems.ts";
import { deviceReactions } from "./reactions/endings.ts";
import { devicesTitles } from "./titles.ts";

/** Machines that report (G4): a storm of messages makes one matter. */
export const devices = part({
  aggregates: [aggregate(device), aggregate(deviceArea)],
  routes: [...deviceRoutes, messageRoute, ...alarmRoutes],
  subscriptions: [...deviceReactions],
  asks: [grids, events],
  problems: devicesProblems,
  titles: devicesTitles,
});
