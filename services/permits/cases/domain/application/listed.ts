import type { IndexKey } from "../../../../../shared/decider/index.ts";
import type { Application } from "./application.ts";

/** Sorts before every date: work still to be done; what is over follows, by the day of receipt. */
export const openWork = { from: "0#", to: "0#~" } as const;

/** The day by which the town must do something next; undefined where nothing is awaited of it, or the clock stands. */
export function dueOf(state: Application): string | undefined {
  if (state.status === "received") return state.acceptanceLimit.due ?? undefined;
  if (state.status === "accepted") return state.limits.promised.due ?? undefined;
  return state.status === "paused" ? (state.pause.told?.due ?? undefined) : undefined;
}

export const isOpen = ({ status }: Application) =>
  !["recorded", "declined", "withdrawn", "renewed", "closed"].includes(status);

/** The cases of an office in one state, in the order in which they came. */
export const statusList = (office: string, status: Application["status"]) => `${office}#${status}`;

/**
 * The lists a case stands in: by office and status, of its owner and of its applicant by the instant of receipt; of its
 * office what is open, by the day it is due, before what is over; and in public what was granted, or is to be accounted for.
 */
export function listed(state: Application, id: string): Readonly<Record<string, IndexKey>> {
  const sort = `${state.receivedAt}#${id}`;
  const shown = publicList(state);
  return {
    byStatus: { partition: statusList(state.office, state.status), sort },
    byOffice: {
      partition: state.office,
      sort: isOpen(state) ? `0#${dueOf(state) ?? "9999-12-31"}#${id}` : `1#${sort}`,
    },
    ...(state.owner === undefined ? {} : { byOwner: { partition: state.owner, sort } }),
    ...(state.party === undefined ? {} : { byDomain: { partition: `party:${state.party}`, sort } }),
    ...(shown === undefined ? {} : { byCode: { partition: shown.list, sort: `${shown.on}#${id}` } }),
  };
}

/** XK-40: approvals are public, save for secrets and privacy (XK-5(2)); XK-46, XK-T3: so are hearings and reasons of delay. */
function publicList(state: Application): { list: "approvals" | "notices"; on: string } | undefined {
  if (!("limits" in state)) return undefined;
  const granted = state.status === "granted" || (state.status === "closed" && state.number !== undefined);
  if (granted && state.guide.category === "licence")
    return state.secrecy === undefined ? { list: "approvals", on: state.decidedOn } : undefined;
  const explained = state.explanations?.at(-1)?.on;
  const noticed = state.hearing?.notice?.noticedOn;
  const on = [explained, noticed]
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
  return on === undefined ? undefined : { list: "notices", on };
}
