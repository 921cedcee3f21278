import { aggregate, type Runtime } from "../../../shared/service/index.ts";
import type { Loaded } from "../../../shared/store/index.ts";
import { type Ban, ban } from "./domain/ban/ban.ts";

/** P-8: a ban that was not lifted is over with the last day on which it bars; without a certain day it is still open. */
async function endOfBan(_runtime: Runtime, { state, retained }: Loaded<Ban>): Promise<string | "open"> {
  const ended = retained?.endedOn ?? "";
  if (state.status === "lifted") return ended;
  const bars = state.findings.flatMap(({ bar }) => (bar === undefined ? [] : [bar.due]));
  if (bars.includes(null)) return "open";
  return [ended, ...bars.flatMap((due) => due ?? [])].toSorted().at(-1) ?? ended;
}

export const banAggregate = aggregate(ban, undefined, { endOf: endOfBan });
