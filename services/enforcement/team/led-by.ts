import type { Acquaint } from "../../../shared/service/index.ts";
import { standingSquads } from "./squads-of.ts";

/** E1: whom a squad leader leads: the members of the squads that stand and name him as their leader. No token says it. */
export const withSquads: Acquaint = async (actor, runtime) => {
  if (!actor.roles.includes("squad-leader")) return actor;
  const led = (await standingSquads(runtime)).filter(({ state }) => state.leader === actor.sub);
  return { ...actor, leads: led.flatMap(({ state }) => state.members.map(({ sub }) => sub)) };
};
