import {
  type Context,
  type Decision,
  deciderOf,
  type IndexKey,
  type MovesOf,
  type OfType,
} from "../../../../../shared/decider/index.ts";
import type { DutyRefusal } from "../refusals.ts";
import { arrange, definite, moved, rearranged } from "./arrange.ts";
import {
  type Assignment,
  type AssignmentCommand,
  type AssignmentEvent,
  type Duty,
  type DutyKind,
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
  ended: { "take-up": "ended", rearrange: "ended", "hand-over": "ended", end: "ended" },
} as const satisfies MovesOf<Assignment, AssignmentCommand>;

interface AssignmentWords {
  readonly state: Assignment;
  readonly command: AssignmentCommand;
  readonly event: AssignmentEvent;
  readonly moves: typeof assignmentMoves;
  readonly begins: "open";
  readonly begun: "permits.assignment.opened";
  readonly refusal: DutyRefusal;
}

type Rule<C> = (state: Assignment, command: C, context: Context) => Decided;

/** What happens by itself finds nothing to do once the case is over. */
const whileOpen =
  <C>(rule: Rule<C>): Rule<C> =>
  (state, command, context) =>
    state.status === "ended" ? [] : rule(state, command, context);

/** Who is responsible for an application (L5, L6), under the application's own id. */
export const assignment = deciderOf<AssignmentWords>({
  aggregate: "assignment",
  shape: 1,
  logins: ["owner", "standIn", "from", "to", "by"],
  ended: ({ status }) => status === "ended",
  retainedAs: "duty",
  moves: assignmentMoves,
  impossible: "permits.assignment-over",
  byItself: ["take-up", "rearrange", "hand-over", "end"],
  begin: { open },
  // Opened twice it is the same assignment.
  always: { open: () => [] },
  steps: {
    "take-up": whileOpen(takeUp),
    rearrange: whileOpen(rearrange),
    "hand-over": whileOpen(handOver),
    begin,
    offer,
    "accept-offer": acceptOffer,
    "decline-offer": declineOffer,
    assign,
    take,
    end: whileOpen((_state, _command, { today }) => [
      { type: "permits.assignment.ended", data: { on: today.toString() } },
    ]),
  },
  begun: { "permits.assignment.opened": ({ data }) => ({ status: "open", ...data, offers: {} }) },
  effects: {
    "permits.assignment.moved": (state, { data: { duty, held, why } }) => {
      // A stand-in does not undo what was offered; a new owner does.
      const offers = why === "absent" || why === "returned" ? state.offers : offersWithout(state, duty);
      return { ...state, [duty]: held, offers };
    },
    "permits.assignment.begun": (state, { data: { duty } }) => {
      const held = state[duty];
      return held === undefined ? state : { ...state, [duty]: { ...held, begun: true } };
    },
    "permits.assignment.offered": (state, { data: { duty, to, on }, personal: { reason }, actor: by }) => ({
      ...state,
      offers: { ...state.offers, [duty]: { to, on, by, reason } },
    }),
    "permits.assignment.offer-declined": (state, { data: { duty } }) => ({
      ...state,
      offers: offersWithout(state, duty),
    }),
    "permits.assignment.ended": (state, { data: { on: endedOn } }) => ({
      ...{ ...state, offers: {}, endedOn },
      status: "ended",
    }),
  },
  listed,
});

function offersWithout({ offers }: Assignment, duty: DutyKind): Assignment["offers"] {
  return Object.fromEntries(Object.entries(offers).filter(([kind]) => kind !== duty));
}

function rearrange(state: Assignment, { away }: OfType<AssignmentCommand, "rearrange">, context: Context): Decided {
  const { town, today } = context;
  return openDuties(state).flatMap(([kind, duty]) => rearranged(kind, duty, away, town, today.toString()));
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
  { office, domain, away }: OfType<AssignmentCommand, "take-up">,
  { town, today }: Context,
): Decided {
  if (handling !== undefined) return [];
  const post = postFor(town, "handling", domain, office);
  const duty: Duty = { office, post: post?.id, owner: post?.a, since: today.toString() };
  return [moved("handling", undefined, arrange(duty, away, town).held, "accepted")];
}

/** All that the person who leaves owns, or does for another, goes on with somebody who is here. */
function handOver(
  state: Assignment,
  { person, to, departure, away }: OfType<AssignmentCommand, "hand-over">,
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
