import type { TownProfile } from "../../../../../shared/town/profile.ts";
import type { AssignmentEvent, Duty, DutyKind, Moved } from "./assignment.ts";
import { withWhom } from "./assignment.ts";
import { standInsFor } from "./posts.ts";

type Town = Pick<TownProfile, "duties" | "heads">;

/**
 * Who does a duty, given who is away (S-6): its owner; else B by himself, a stand-in who has begun keeps on; both away,
 * the head; all of them away, the owner again, so that somebody is answerable.
 */
export function arrange(
  duty: Duty,
  away: readonly string[],
  { duties, heads }: Town,
): { held: Duty; why?: Moved["why"] } {
  const { owner, standIn, begun } = duty;
  if (owner === undefined) return { held: duty };
  const here = (person: string) => !away.includes(person);
  if (here(owner)) {
    if (standIn === undefined) return { held: duty };
    const { standIn: _standIn, begun: _begun, ...own } = duty;
    if (begun === true && here(standIn) && duties.onReturn === "begun-stays")
      return { held: { ...own, owner: standIn }, why: "begun-stays" };
    return { held: own, why: "returned" };
  }
  if (begun === true && standIn !== undefined && here(standIn)) return { held: duty };
  const next = standInsFor({ ...duty, owner }, { duties, heads }).find(here);
  if (next === standIn) return { held: duty };
  const { standIn: _standIn, begun: _begun, ...own } = duty;
  return { held: next === undefined ? own : { ...own, standIn: next }, why: "absent" };
}

/** The events that put a duty where it belongs; none where it is there already. */
export function rearranged(
  kind: DutyKind,
  duty: Duty,
  away: readonly string[],
  town: Town,
  on: string,
): AssignmentEvent[] {
  const { held, why } = arrange(duty, away, town);
  return why === undefined ? [] : [moved(kind, duty, { ...held, since: on }, why)];
}

export function moved(
  duty: DutyKind,
  before: Duty | undefined,
  held: Duty,
  why: Moved["why"],
  departure?: string,
): AssignmentEvent {
  const from = before === undefined ? undefined : withWhom(before);
  return {
    type: "permits.assignment.moved",
    data: {
      duty,
      ...(from === undefined ? {} : { from }),
      held: definite(held),
      why,
      ...(departure === undefined ? {} : { departure }),
    },
  };
}

/** Without the fields that are undefined, as it is stored. */
export function definite({ office, post, owner, standIn, since, begun }: Duty): Duty {
  return {
    office,
    since,
    ...(post === undefined ? {} : { post }),
    ...(owner === undefined ? {} : { owner }),
    ...(standIn === undefined ? {} : { standIn }),
    ...(begun === undefined ? {} : { begun }),
  };
}
