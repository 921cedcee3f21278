import type { Context, Decider, Decision, IndexKey, Moves, Recorded } from "../../../../../shared/decider/index.ts";
import { checkMove } from "../refusals.ts";
import { arrange, definite, moved, rearranged } from "./arrange.ts";
import {
  type Assignment,
  type AssignmentCommand,
  type AssignmentEvent,
  type Duty,
  type dutyKinds,
  nobodyOf,
  type OpenAssignment,
  openDuties,
  withWhom,
} from "./assignment.ts";
import { acceptOffer, assign, begin, declineOffer, offer, take } from "./handing.ts";
import { postFor, postHeldBy } from "./posts.ts";

type Decided = Decision<AssignmentEvent>;

/** What is over moves no more; time and departures find nothing to do there. */
export const assignmentMoves = {
  open: {
    "take-up": "open",
    rearrange: "open",
    begin: "open",
    offer: "open",
    "accept-offer": "open",
    "decline-offer": "open",
    assign: "open",
    take: "open",
    "hand-over": "open",
    end: "ended",
  },
  ended: {},
} as const satisfies Moves;

/** Who is responsible for an application (L5, L6), under the application's own id. */
export const assignment: Decider<Assignment, AssignmentCommand, AssignmentEvent> = {
  aggregate: "assignment",
  shape: 1,
  decide(state, command, context): Decided {
    if (state === undefined) return command.type === "open" ? open(command, context) : [];
    if (command.type === "open") return [];
    if (state.status === "ended" && byItself.some((type) => type === command.type)) return [];
    return (
      checkMove(assignmentMoves, "permits.assignment-over", state.status, command.type) ??
      carryOut(state, command, context)
    );
  },
  evolve,
  listed,
};

const byItself = ["take-up", "rearrange", "hand-over", "end"];

function carryOut(state: Assignment, command: Exclude<AssignmentCommand, OpenAssignment>, context: Context): Decided {
  const on = context.today.toString();
  switch (command.type) {
    case "take-up":
      return takeUp(state, command, context);
    case "rearrange":
      return openDuties(state).flatMap(([kind, duty]) => rearranged(kind, duty, command.away, context.town, on));
    case "hand-over":
      return handOver(state, command, context);
    case "begin":
      return begin(state, command, context);
    case "offer":
      return offer(state, command, context);
    case "accept-offer":
      return acceptOffer(state, command, context);
    case "decline-offer":
      return declineOffer(state, command, context);
    case "assign":
      return assign(state, command, context);
    case "take":
      return take(state, command, context);
    case "end":
      return [{ type: "permits.assignment.ended", data: { on } }];
  }
}

/** L5: the clerk who first receives the person is responsible; where nobody did, the post at the counter for the domain. */
function open({ type: _type, domain, clerk, away, ...about }: OpenAssignment, { town, today }: Context): Decided {
  const since = today.toString();
  const post =
    (clerk === undefined ? undefined : postHeldBy(clerk, "inquiry", town)) ?? postFor(town, "inquiry", domain);
  const office = post?.office ?? town.offices[0]?.id ?? "";
  const duty: Duty = { office, post: post?.id, owner: clerk ?? post?.a, since };
  return [{ type: "permits.assignment.opened", data: { ...about, inquiry: definite(arrange(duty, away, town).held) } }];
}

/** L6: an accepted case is the work of A's post in the office that decides; of B's while A is away. */
function takeUp(
  { handling }: Assignment,
  { office, domain, away }: Extract<AssignmentCommand, { type: "take-up" }>,
  { town, today }: Context,
): Decided {
  if (handling !== undefined) return [];
  const post = postFor(town, "handling", domain, office);
  const duty: Duty = { office, post: post?.id, owner: post?.a, since: today.toString() };
  return [moved("handling", undefined, arrange(duty, away, town).held, "accepted")];
}

/** Whatever the person who leaves owns, or does for another, goes on with somebody who is here. */
function handOver(
  state: Assignment,
  { person, to, departure, away }: Extract<AssignmentCommand, { type: "hand-over" }>,
  { town, today }: Context,
): Decided {
  const since = today.toString();
  return openDuties(state).flatMap(([kind, duty]) => {
    if (duty.owner === person) {
      const { standIn: _standIn, begun: _begun, ...own } = duty;
      const post = postHeldBy(to, kind, town)?.id ?? duty.post;
      const held = arrange({ ...own, post, owner: to, since }, away, town).held;
      return [moved(kind, duty, held, "left", departure)];
    }
    return duty.standIn === person ? rearranged(kind, duty, [...away, person], town, since) : [];
  });
}

function evolve(state: Assignment | undefined, event: Recorded<AssignmentEvent>): Assignment {
  if (event.type === "permits.assignment.opened") return { status: "open", ...event.data, offers: {} };
  if (state === undefined) throw new TypeError("an assignment begins by being opened");
  const without = (duty: (typeof dutyKinds)[number]) =>
    Object.fromEntries(Object.entries(state.offers).filter(([kind]) => kind !== duty));
  switch (event.type) {
    case "permits.assignment.moved": {
      const { duty, held, why } = event.data;
      // Whoever stands in does not undo what was offered; a new owner does.
      const offers = why === "absent" || why === "returned" ? state.offers : without(duty);
      return { ...state, [duty]: held, offers };
    }
    case "permits.assignment.begun": {
      const duty = state[event.data.duty];
      return duty === undefined ? state : { ...state, [event.data.duty]: { ...duty, begun: true } };
    }
    case "permits.assignment.offered": {
      const { duty, to, on } = event.data;
      const made = { to, on, by: event.actor, reason: event.personal.reason };
      return { ...state, offers: { ...state.offers, [duty]: made } };
    }
    case "permits.assignment.offer-declined":
      return { ...state, offers: without(event.data.duty) };
    case "permits.assignment.ended":
      return { ...state, status: "ended", offers: {}, endedOn: event.data.on };
  }
}

/** Where an open assignment is found: by who does each duty (or by the office where nobody does), by whose it is while another does it, and by whom it is offered to. */
function listed(state: Assignment, id: string): Readonly<Record<string, IndexKey>> {
  if (state.status === "ended") return {};
  const sort = `${state.receivedOn}#${id}`;
  const { inquiry, handling, offers } = state;
  const place = (index: string, list: string, whose: string | undefined) =>
    whose === undefined ? {} : { [index]: { partition: `${list}:${whose}`, sort } };
  const doer = (duty: Duty | undefined) => (duty === undefined ? undefined : (withWhom(duty) ?? nobodyOf(duty.office)));
  const away = (duty: Duty | undefined) => (duty?.standIn === undefined ? undefined : duty.owner);
  return {
    ...place("byOwner", "inquiry", doer(inquiry)),
    ...place("byCode", "handling", doer(handling)),
    ...place("byStatus", "inquiry-of", away(inquiry)),
    ...place("byDomain", "handling-of", away(handling)),
    ...place("byOffice", "offered", (offers.inquiry ?? offers.handling)?.to),
  };
}
