import { part } from "../../../shared/service/index.ts";
import { events } from "../events/index.ts";
import { offline } from "../offline/index.ts";
import { choicesRoute } from "./api/choices.ts";
import { dispatcherBoard } from "./api/dispatcher.ts";
import { leaderBoard } from "./api/leader.ts";
import { workerBoard } from "./api/worker.ts";
import { boardTitles } from "./titles.ts";

/** What each of the house has before him: a worker, a dispatcher, a leader. */
export const boards = part({
  aggregates: [],
  routes: [choicesRoute, workerBoard, dispatcherBoard, leaderBoard],
  asks: [events, offline],
  problems: {},
  titles: boardTitles,
});
