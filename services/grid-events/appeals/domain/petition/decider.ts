import { deciderOf, present } from "../../../../../shared/decider/index.ts";
import { listedByNumber } from "../../../common/domain/numbered.ts";
import { againstKinds } from "../concern.ts";
import type { AppealsRefusal } from "../refusals.ts";
import {
  accept,
  askReview,
  conclude,
  deliver,
  disclose,
  extend,
  giveBack,
  identify,
  receive,
  review,
  sendElsewhere,
  withdraw,
} from "./handling.ts";
import { petitionMoves } from "./moves.ts";
import { nextPetitionDeadline, passTime } from "./passing.ts";
import type { Petition, PetitionCommand, PetitionEvent } from "./petition.ts";

interface PetitionWords {
  readonly state: Petition;
  readonly command: PetitionCommand;
  readonly event: PetitionEvent;
  readonly moves: typeof petitionMoves;
  readonly begins: "receive";
  readonly begun: "grid-events.petition.received";
  readonly refusal: AppealsRefusal;
}

const over: ReadonlySet<string> = new Set(["final", "returned", "elsewhere", "withdrawn"]);
const after = { conclusion: "concluded", review: "reviewed", "re-review": "final" } as const;
const askedFor = { conclusion: "accepted", review: "review-asked", "re-review": "re-review-asked" } as const;

/** A petition (信访, S-10, S-11), from its receipt to the final opinion. */
export const petition = deciderOf<PetitionWords>({
  aggregate: "petition",
  shape: 2,
  codes: { kind: againstKinds },
  ended: ({ status }) => over.has(status),
  retainedAs: "voice",
  moves: petitionMoves,
  impossible: "grid-events.petition-not-in-this-state",
  byItself: ["pass-time"],
  begin: { receive },
  steps: {
    ...{ accept, identify, extend, conclude, deliver, review, disclose, return: giveBack },
    ...{ "send-elsewhere": sendElsewhere, "ask-review": askReview },
    withdraw: (state, _command, context) => withdraw(state, context),
    "pass-time": (state, _command, context) => passTime(state, context),
  },
  begun: {
    "grid-events.petition.received": ({ data, personal, time }) => ({
      ...{ status: "received", receivedAt: time, opinions: [], extended: false, overdue: false },
      ...data,
      ...personal,
    }),
  },
  effects: {
    "grid-events.petition.target-identified": ({ assignee, ...state }, { personal: { target } }) => {
      const left = assignee?.office === target.office ? undefined : assignee;
      return {
        ...state,
        ...(assignee !== left && state.status === "accepted" ? { status: "received" } : {}),
        target,
        ...present({ assignee: left }),
      };
    },
    "grid-events.petition.accepted": (state, { data: { lead, limit }, personal: { assignee } }) => ({
      ...{ ...state, status: "accepted", lead, assignee, limit },
      overdue: state.lead === undefined ? false : state.overdue,
    }),
    "grid-events.petition.returned": (state) => ({ ...state, status: "returned" }),
    "grid-events.petition.sent-elsewhere": (state, { data: { way } }) => ({ ...state, status: "elsewhere", way }),
    "grid-events.petition.extended": (state, { data: { limit } }) => ({ ...state, limit, extended: true }),
    "grid-events.petition.concluded": (state, { data: { on, stage, result }, personal, actor }) => ({
      ...{ ...state, status: after[stage] },
      opinions: [...state.opinions, { stage, on, by: actor, result, ...personal }],
    }),
    "grid-events.petition.delivered": (state, { data: { on, window } }) => ({
      ...state,
      ...present({ window }),
      opinions: state.opinions.map((one, at) => (at === state.opinions.length - 1 ? { ...one, deliveredOn: on } : one)),
    }),
    "grid-events.petition.review-asked": (
      { window: _window, lookAgainOn: _look, ...state },
      { data: { stage, limit } },
    ) => ({ ...state, status: askedFor[stage], limit, overdue: false }),
    "grid-events.petition.final": (state) => ({ ...state, status: "final" }),
    "grid-events.petition.withdrawn": (state) => ({ ...state, status: "withdrawn" }),
    "grid-events.petition.disclosed": (state) => state,
    "grid-events.petition.limit-recounted": ({ lookAgainOn: _before, ...state }, { data: { limit, lookAgainOn } }) =>
      state.status === "concluded" || state.status === "reviewed"
        ? { ...state, window: limit, ...present({ lookAgainOn }) }
        : { ...state, limit },
    "grid-events.petition.overdue": (state) => ({ ...state, overdue: true }),
  },
  listed: ({ status, number, person, receivedAt, lead }, id) => {
    const sort = `${receivedAt}#${id}`;
    return {
      byStatus: { partition: `petition:${status}`, sort },
      ...(person.owner === undefined ? {} : { byOwner: { partition: `petition:${person.owner}`, sort } }),
      ...(lead === undefined ? {} : { byCode: { partition: `petition:${lead}`, sort } }),
      ...listedByNumber("petition", number, id),
    };
  },
  nextDeadline: nextPetitionDeadline,
  onDeadline: () => ({ type: "pass-time" }),
});
