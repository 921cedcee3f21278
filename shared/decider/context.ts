import type { Temporal } from "temporal-polyfill";
import type { WorkingDayCalendar } from "../calendar/index.ts";
import type { TownProfile } from "../town/profile.ts";
import type { Role } from "../town/roles.ts";

/** Who acts, as the token says. `sub` names a person once and for all; the clockwork acts as `clockwork`. */
export interface Actor {
  readonly sub: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly office?: string;
  readonly department?: string;
  readonly grids?: readonly string[];
  readonly certificateNo?: string;
  /** What he is known by outside of the house: keyed, never his login. Absent for what the town does by itself. */
  readonly key?: string;
  /** Whom the identity provider has verified the person to be: `partyId` of his identity number, never the number. */
  readonly party?: string;
  /** The people whose work he leads: no token says it, the service looks it up when he asks. */
  readonly leads?: readonly string[];
}

/** Gives the next number of a gapless series; it is spent only if the transaction that carries it commits. */
export interface Numbers {
  take(series: string): number;
}

/** All that a decision may know besides state and command. No clock, no I/O: everything is an argument. */
export interface Context {
  /** The instant of the command, ISO 8601 in UTC. */
  readonly now: string;
  /** The day it is in the town (Asia/Shanghai). */
  readonly today: Temporal.PlainDate;
  readonly actor: Actor;
  readonly calendar: WorkingDayCalendar;
  readonly town: TownProfile;
  readonly numbers: Numbers;
  /** The key by which a person is known outside of the house, from his login. Absent: nobody is told of a person. */
  readonly keyOf?: (login: string) => string;
}

/** The actor of everything that happens because time passed or another service published something. */
export const theTownItself: Actor = { sub: "clockwork", name: "强镇", roles: [] };
