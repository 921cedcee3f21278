import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { CommonRefusal } from "./domain/refusals.ts";

/** What several parts of the service refuse with. */
export const commonProblems = {
  "grid-events.day-past": { zh: "{day}已过，今天是{today}", en: "{day} is past; today is {today}" },
  "grid-events.day-too-far": {
    zh: "{day}过远，最远可安排到{latest}",
    en: "{day} is too far ahead; the last day that can be planned is {latest}",
  },
  "grid-events.period-inverted": {
    zh: "期间止于{until}，早于起始日{from}",
    en: "The period ends on {until}, before {from}",
  },
  "grid-events.unknown-worker": { zh: "本镇人员名册中没有{person}", en: "The town's staff has no {person}" },
} satisfies ProblemTexts<CommonRefusal>;
