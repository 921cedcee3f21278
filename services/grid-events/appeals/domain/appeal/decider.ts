import { deciderOf, present } from "../../../../../shared/decider/index.ts";
import { listedByNumber } from "../../../common/domain/numbered.ts";
import { againstKinds, listOfHolder } from "../concern.ts";
import type { AppealsRefusal } from "../refusals.ts";
import type { Appeal, AppealCommand, AppealEvent } from "./appeal.ts";
import {
  answer,
  assign,
  bringIn,
  confirm,
  disclose,
  extend,
  identify,
  raise,
  receive,
  sendElsewhere,
  withdraw,
} from "./handling.ts";
import { appealMoves } from "./moves.ts";
import { nextAppealDeadline, passTime } from "./passing.ts";
import { tellingSource } from "./telling.ts";

interface AppealWords {
  readonly state: Appeal;
  readonly command: AppealCommand;
  readonly event: AppealEvent;
  readonly moves: typeof appealMoves;
  readonly begins: "receive";
  readonly begun: "grid-events.appeal.received";
  readonly refusal: AppealsRefusal;
}

const over: ReadonlySet<string> = new Set(["confirmed", "unconfirmed", "elsewhere", "withdrawn"]);

/** An appeal (诉求, G8), from its receipt to the word of who made it. */
export const appeal = deciderOf<AppealWords>({
  aggregate: "appeal",
  shape: 3,
  codes: { kind: againstKinds },
  ended: ({ status }) => over.has(status),
  retainedAs: "voice",
  moves: appealMoves,
  impossible: "grid-events.appeal-not-in-this-state",
  byItself: ["pass-time"],
  // P-1: told of by the town, so that no envelope says who appealed.
  unnamed: ["grid-events.appeal.outcome-told"],
  begin: { receive },
  // The same complaint handed over again is the same appeal.
  always: { receive: () => [] },
  steps: {
    ...{ assign, "bring-in": bringIn, identify, extend, disclose },
    ...{ answer: tellingSource(answer), confirm: tellingSource(confirm), raise: tellingSource(raise) },
    withdraw: tellingSource(withdraw),
    "send-elsewhere": tellingSource(sendElsewhere),
    "pass-time": tellingSource((state, _command, context) => passTime(state, context)),
  },
  begun: {
    "grid-events.appeal.received": ({ data, personal, time }) => ({
      ...{ status: "received", level: "office", receivedAt: time, helpers: [], answers: [] },
      ...{ extended: false, overdue: false },
      ...data,
      ...personal,
    }),
  },
  effects: {
    "grid-events.appeal.assigned": (state, { data: { lead }, personal: { assignee } }) => ({
      ...state,
      ...{ status: "assigned", lead, assignee },
    }),
    "grid-events.appeal.office-brought-in": (state, { data: { office } }) => ({
      ...state,
      helpers: [...state.helpers, office],
    }),
    // Neither he nor his office has it any more.
    "grid-events.appeal.target-identified": ({ assignee, lead, helpers, ...state }, { personal: { target } }) => {
      const left = assignee?.office === target.office ? undefined : assignee;
      return {
        ...state,
        ...(assignee !== left && state.status === "assigned" ? { status: "received" } : {}),
        ...{ target, helpers: helpers.filter((office) => office !== target.office) },
        ...present({ lead: lead === target.office ? undefined : lead, assignee: left }),
      };
    },
    "grid-events.appeal.extended": (state, { data: { limit } }) => ({ ...state, limit, extended: true }),
    "grid-events.appeal.answered": (state, { data, personal, actor }) => ({
      ...{ ...state, status: "answered", confirmBy: personal.confirmBy },
      answers: [
        ...state.answers,
        { on: data.on, by: actor, level: data.level, outcome: data.outcome, text: personal.text },
      ],
    }),
    "grid-events.appeal.confirmed": (state) => ({ ...state, status: "confirmed" }),
    "grid-events.appeal.raised": (
      { confirmBy: _by, lookAgainOn: _look, assignee: _before, ...state },
      { data: { level, limit } },
    ) => ({ ...state, status: "assigned", level, limit, extended: false, overdue: false }),
    "grid-events.appeal.unconfirmed": (state) => ({ ...state, status: "unconfirmed" }),
    "grid-events.appeal.withdrawn": (state) => ({ ...state, status: "withdrawn" }),
    "grid-events.appeal.sent-elsewhere": (state, { data: { way } }) => ({ ...state, status: "elsewhere", way }),
    "grid-events.appeal.outcome-told": (state) => state,
    "grid-events.appeal.disclosed": (state) => state,
    "grid-events.appeal.limit-recounted": ({ lookAgainOn: _before, ...state }, { data: { limit, lookAgainOn } }) =>
      state.status === "answered" ? { ...state, confirmBy: limit, ...present({ lookAgainOn }) } : { ...state, limit },
    "grid-events.appeal.overdue": (state) => ({ ...state, overdue: true }),
  },
  listed: ({ status, number, person, receivedAt, lead, handlingDay }, id) => {
    const sort = `${receivedAt}#${id}`;
    const among = listOfHolder(person.holder);
    return {
      byStatus: { partition: `appeal:${status}`, sort },
      byGrid: { partition: handlingDayPartition(handlingDay), sort },
      ...(person.owner === undefined ? {} : { byOwner: { partition: `appeal:${person.owner}`, sort } }),
      ...(among === undefined ? {} : { byOwner: { partition: handedOverPartition(among), sort } }),
      ...(lead === undefined ? {} : { byCode: { partition: `appeal:${lead}`, sort } }),
      ...listedByNumber("appeal", number, id),
    };
  },
  nextDeadline: nextAppealDeadline,
  onDeadline: () => ({ type: "pass-time" }),
});

/** Where those handed over stand for who complained, with those of others. */
export const handedOverPartition = (list: string): string => `appeal-handed-over:${list}`;
/** Where the appeals of a handling day stand. */
export const handlingDayPartition = (day: string): string => `appeal-day:${day}`;
