import { type Decision, deciderOf, isRejection } from "../../../../../shared/decider/index.ts";
import { notNow, type VoiceRefusal } from "../refusals.ts";
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

interface RatingWords {
  readonly state: Rating;
  readonly command: RatingCommand;
  readonly event: RatingEvent;
  readonly moves: typeof ratingMoves;
  readonly begins: "give";
  readonly begun: "permits.rating.submitted";
  readonly refusal: VoiceRefusal;
}

const found = { easy: "rectified", hard: "to-rectify", groundless: "explained" } as const;

/** A rating (L17): one for a matter, followed up where it is poor. */
export const rating = deciderOf<RatingWords>({
  aggregate: "rating",
  shape: 1,
  ended: ({ status }) => status === "given" || status === "closed" || status === "excluded",
  retainedAs: "voice",
  moves: ratingMoves,
  impossible: "permits.rating-not-in-this-state",
  begin: { give },
  always: {
    give: (_state, command, context) => giveAgain(give(command, context)),
    // Every rating is announced, and what is late is put on record, in each state.
    "pass-time": (state, _command, context) => passTime(state, context),
  },
  steps: {
    assign,
    contact,
    "call-back": callBack,
    classify,
    rectify,
    check,
    appeal,
    "decide-appeal": decideAppeal,
  },
  begun: {
    "permits.rating.submitted": ({ data, personal, time: givenAt }) => {
      const poor = personal.caller === undefined ? "to-classify" : "to-call-back";
      const status = isPoor(data.grade) ? poor : "given";
      const empty = { announced: false, calls: [], notes: [], overdue: [], appeals: 0 };
      return { ...empty, ...data, ...personal, status, givenAt };
    },
  },
  effects: {
    "permits.rating.assigned": (state, { data: { to: assignee } }) => ({ ...state, assignee }),
    "permits.rating.contact-disclosed": (state) => state,
    "permits.rating.called-back": (state, { data, personal, actor: by }) => ({
      ...noted(state, personal),
      calls: [...state.calls, { ...data, by }],
      status: data.reached ? "to-classify" : "to-call-back",
    }),
    "permits.rating.classified": (state, { data, personal }) => ({
      ...{ ...noted(state, personal), ...data },
      status: found[data.finding],
    }),
    "permits.rating.rectified": (state, { personal }) => ({ ...noted(state, personal), status: "rectified" }),
    "permits.rating.checked": (state, { data: { passed }, personal }) => {
      const back = state.status === "explained" ? "to-classify" : "to-rectify";
      return { ...noted(state, personal), status: passed ? "closed" : back };
    },
    "permits.rating.appealed": (state, { personal }) => {
      const before = state.status === "to-call-back" ? state.status : "to-classify";
      return { ...noted(state, personal), status: "appealed", before, appeals: state.appeals + 1 };
    },
    "permits.rating.appeal-decided": (state, { data: { upheld }, personal }) => ({
      ...noted(state, personal),
      status: upheld ? "excluded" : (state.before ?? "to-classify"),
    }),
    "permits.rating.limit-recounted": (state, { data: { limit, to } }) =>
      limit === "call-back" ? { ...state, followUp: to } : { ...state, rectification: to },
    "permits.rating.given": (state) => ({ ...state, announced: true }),
    "permits.rating.overdue": (state, { data: { limit } }) => ({ ...state, overdue: [...state.overdue, limit] }),
  },
  listed: ({ status, givenOn, givenAt, owner, assignee }, id) => ({
    byStatus: { partition: `rating:${status}`, sort: `${givenAt}#${id}` },
    byDomain: { partition: `rating:${givenOn.slice(0, 7)}`, sort: `${givenAt}#${id}` },
    ...(owner === undefined ? {} : { byOwner: { partition: `rating:${owner}`, sort: `${givenAt}#${id}` } }),
    ...(assignee === undefined ? {} : { byOffice: { partition: `rating:${assignee}`, sort: `${givenAt}#${id}` } }),
  }),
  nextDeadline,
  onDeadline: () => ({ type: "pass-time" }),
});

/** Who may not rate does not learn here whether somebody has. */
function giveAgain(decision: Decision<RatingEvent>): Decision<RatingEvent> {
  return isRejection(decision) ? decision : notNow("permits.already-rated", { rule: "S-1" });
}

function noted(state: Rating, { note }: { readonly note: string }): Rating {
  return { ...state, notes: [...state.notes, note] };
}
