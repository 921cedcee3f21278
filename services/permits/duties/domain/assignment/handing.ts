import type { Actor, Context, Decision } from "../../../../../shared/decider/index.ts";
import { badInput, notNow, notYou } from "../refusals.ts";
import { arrange, moved } from "./arrange.ts";
import {
  type Assignment,
  type AssignmentCommand,
  type AssignmentEvent,
  type Duty,
  type DutyKind,
  withWhom,
} from "./assignment.ts";
import { postHeldBy } from "./posts.ts";

type Command<T extends AssignmentCommand["type"]> = Extract<AssignmentCommand, { type: T }>;
type Decided = Decision<AssignmentEvent>;

const none = (duty: DutyKind) => notNow("permits.no-such-duty", { duty });

/** Heads act within their office, leaders anywhere. */
const isHead = ({ roles, office }: Actor, duty: Duty) =>
  roles.includes("leader") || (roles.includes("approver") && office === duty.office);

/** Who does it now has begun to work on it: under `begun-stays` it is his to finish (S-6). */
export function begin(state: Assignment, { duty }: Command<"begin">, { actor, today }: Context): Decided {
  const held = state[duty];
  if (held === undefined) return none(duty);
  if (withWhom(held) !== actor.sub) return notYou("permits.not-your-duty", { duty });
  if (held.standIn === undefined || held.begun === true) return [];
  return [{ type: "permits.assignment.begun", data: { duty, by: actor.sub, on: today.toString() } }];
}

/** L5: handed on formally, by who does it or the head, for a reason; it moves once the other has accepted. */
export function offer(state: Assignment, { duty, to, reason, away }: Command<"offer">, context: Context): Decided {
  const { actor, today } = context;
  const held = state[duty];
  if (held === undefined) return none(duty);
  if (withWhom(held) !== actor.sub && held.owner !== actor.sub && !isHead(actor, held))
    return notYou("permits.not-your-duty", { duty });
  if (Object.keys(state.offers).length > 0) return notNow("permits.offered-already", { duty });
  if (withWhom(held) === to) return badInput("permits.has-it-already", { duty }, "/to");
  if (away.includes(to)) return badInput("permits.receiver-absent", { rule: "S-6" }, "/to");
  return [{ type: "permits.assignment.offered", data: { duty, to, on: today.toString() }, personal: { reason } }];
}

export function acceptOffer(state: Assignment, { duty }: Command<"accept-offer">, context: Context): Decided {
  const made = state.offers[duty];
  const held = state[duty];
  if (made === undefined || held === undefined) return notNow("permits.nothing-offered", { duty });
  if (made.to !== context.actor.sub) return notYou("permits.not-offered-to-you", { duty });
  return [moved(duty, held, given(held, duty, made.to, context), "handed-on")];
}

/** The receiver declines, or who offered takes it back: it stays where it is. */
export function declineOffer(
  state: Assignment,
  { duty }: Command<"decline-offer">,
  { actor, today }: Context,
): Decided {
  const made = state.offers[duty];
  if (made === undefined) return notNow("permits.nothing-offered", { duty });
  if (made.to !== actor.sub && made.by !== actor.sub) return notYou("permits.not-offered-to-you", { duty });
  return [{ type: "permits.assignment.offer-declined", data: { duty, on: today.toString() } }];
}

/** The head gives it to somebody of his choice who is here. */
export function assign(state: Assignment, { duty, to, away }: Command<"assign">, context: Context): Decided {
  const held = state[duty];
  if (held === undefined) return none(duty);
  if (!isHead(context.actor, held)) return notYou("permits.not-your-office", { office: held.office });
  if (away.includes(to)) return badInput("permits.receiver-absent", { rule: "S-6" }, "/to");
  if (held.owner === to && held.standIn === undefined) return [];
  return [moved(duty, held, given(held, duty, to, context), "assigned")];
}

/** 领办: somebody of the office takes what nobody has. */
export function take(state: Assignment, { duty }: Command<"take">, context: Context): Decided {
  const { actor } = context;
  const held = state[duty];
  if (held === undefined) return none(duty);
  if (held.owner !== undefined) return notNow("permits.assigned-already", { duty });
  if (actor.office !== held.office) return notYou("permits.not-your-office", { office: held.office });
  return [moved(duty, held, given(held, duty, actor.sub, context), "taken")];
}

/** The duty in new hands, with the post of the new owner where he has one: its other half stands in for him. */
function given(held: Duty, duty: DutyKind, owner: string, { town, today }: Context): Duty {
  const post = postHeldBy(owner, duty, town)?.id ?? held.post;
  const { standIn: _standIn, begun: _begun, ...rest } = held;
  return arrange({ ...rest, post, owner, since: today.toString() }, [], town).held;
}
