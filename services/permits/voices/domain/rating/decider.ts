import {
  type Context,
  type Decider,
  type Decision,
  isRejection,
  type Recorded,
} from "../../../../../shared/decider/index.ts";
import { checkMove, notNow } from "../refusals.ts";
import {
  appeal,
  assign,
  callBack,
  check,
  classify,
  contact,
  decideAppeal,
  nextDeadline,
  passTime,
  rectify,
} from "./follow-up.ts";
import { give } from "./giving.ts";
import { ratingMoves } from "./moves.ts";
import { isPoor, type Rating, type RatingCommand, type RatingEvent } from "./rating.ts";

/** A rating (L17): one for a matter, followed up where it is poor. */
export const rating: Decider<Rating, RatingCommand, RatingEvent> = {
  aggregate: "rating",
  shape: 1,
  decide(state, command, context) {
    if (state === undefined) return command.type === "give" ? give(command, context) : [];
    if (command.type === "give") return giveAgain(give(command, context));
    if (command.type === "pass-time") return passTime(state, context);
    const impossible = checkMove(ratingMoves, "permits.rating-not-in-this-state", state.status, command.type);
    return impossible ?? carryOut(state, command, context);
  },
  evolve,
  listed: ({ status, givenOn, givenAt, owner, assignee }, id) => ({
    byStatus: { partition: `rating:${status}`, sort: `${givenAt}#${id}` },
    byDomain: { partition: `rating:${givenOn.slice(0, 7)}`, sort: `${givenAt}#${id}` },
    ...(owner === undefined ? {} : { byOwner: { partition: `rating:${owner}`, sort: `${givenAt}#${id}` } }),
    ...(assignee === undefined ? {} : { byOffice: { partition: `rating:${assignee}`, sort: `${givenAt}#${id}` } }),
  }),
  nextDeadline,
  onDeadline: () => ({ type: "pass-time" }),
};

/** Who may not rate does not learn here whether somebody has. */
const giveAgain = (decision: Decision<RatingEvent>): Decision<RatingEvent> =>
  isRejection(decision) ? decision : notNow("permits.already-rated", { rule: "S-1" });

function carryOut(
  state: Rating,
  command: Exclude<RatingCommand, { type: "give" | "pass-time" }>,
  context: Context,
): Decision<RatingEvent> {
  switch (command.type) {
    case "assign":
      return assign(state, command, context);
    case "contact":
      return contact(state, command, context);
    case "call-back":
      return callBack(state, command, context);
    case "classify":
      return classify(state, command, context);
    case "rectify":
      return rectify(state, command, context);
    case "check":
      return check(state, command, context);
    case "appeal":
      return appeal(state, command, context);
    case "decide-appeal":
      return decideAppeal(state, command, context);
  }
}

const found = { easy: "rectified", hard: "to-rectify", groundless: "explained" } as const;

function evolve(state: Rating | undefined, event: Recorded<RatingEvent>): Rating {
  if (event.type === "permits.rating.submitted") {
    const { caller } = event.personal;
    const status = !isPoor(event.data.grade) ? "given" : caller === undefined ? "to-classify" : "to-call-back";
    const empty = { announced: false, calls: [], notes: [], overdue: [], appeals: 0 };
    return { ...empty, ...event.data, ...event.personal, status, givenAt: event.time };
  }
  if (state === undefined) throw new TypeError("a rating begins by being given");
  const after =
    "personal" in event && "note" in event.personal
      ? { ...state, notes: [...state.notes, event.personal.note] }
      : state;
  switch (event.type) {
    case "permits.rating.assigned":
      return { ...after, assignee: event.data.to };
    case "permits.rating.contact-disclosed":
      return after;
    case "permits.rating.called-back": {
      const call = { ...event.data, by: event.actor };
      return { ...after, calls: [...state.calls, call], status: call.reached ? "to-classify" : "to-call-back" };
    }
    case "permits.rating.classified":
      return { ...after, ...event.data, status: found[event.data.finding] };
    case "permits.rating.rectified":
      return { ...after, status: "rectified" };
    case "permits.rating.checked": {
      const back = state.status === "explained" ? "to-classify" : "to-rectify";
      return { ...after, status: event.data.passed ? "closed" : back };
    }
    case "permits.rating.appealed": {
      const before = state.status === "to-call-back" ? state.status : "to-classify";
      return { ...after, status: "appealed", before, appeals: state.appeals + 1 };
    }
    case "permits.rating.appeal-decided":
      return { ...after, status: event.data.upheld ? "excluded" : (state.before ?? "to-classify") };
    case "permits.rating.limit-recounted":
      return { ...after, [event.data.limit === "call-back" ? "followUp" : "rectification"]: event.data.to };
    case "permits.rating.given":
      return { ...after, announced: true };
    case "permits.rating.overdue":
      return { ...after, overdue: [...state.overdue, event.data.limit] };
  }
}
