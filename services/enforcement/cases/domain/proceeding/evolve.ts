import { type Events, present, within } from "../../../../../shared/decider/index.ts";
import type { EventOf } from "./messages.ts";
import type {
  Charges,
  Decided,
  Ended,
  InEffect,
  Notice,
  Noticed,
  Open,
  Overturned,
  Proceeding,
  Remedy,
  Stopped,
} from "./proceeding.ts";
import type { ProceedingWords } from "./words.ts";

type UnderWay = Open | Noticed;
const isUnderWay = (state: Proceeding): state is UnderWay => state.status === "open" || state.status === "noticed";
const isDecided = (state: Proceeding): state is Decided | InEffect | Ended =>
  state.status === "decided" || state.status === "in-effect" || state.status === "ended";
const underWay = within<Proceeding, UnderWay>(isUnderWay);
const decided = within<Proceeding, Decided | InEffect | Ended>(isDecided);

/** What each event makes of a proceeding. */
export const proceedingEvents: Events<ProceedingWords> = {
  begun: {
    "enforcement.proceeding.begun": ({ data: { case: of, on, party: id }, personal: { party, handlers } }) => ({
      status: "open",
      case: of,
      party: { ...party, id },
      handlers,
      begunOn: on,
      earlier: [],
    }),
  },
  effects: {
    "enforcement.proceeding.charged": underWay(charged),
    "enforcement.proceeding.charges-signed": underWay((state, { actor }: EventOf<"charges-signed">) =>
      state.charges === undefined ? state : { ...state, charges: { ...state.charges, signedBy: actor } },
    ),
    "enforcement.proceeding.notice-drafted": {
      open: (state, { data: { on }, actor }) => ({ ...state, draft: { on, by: actor } }),
    },
    "enforcement.proceeding.noticed": { open: noticed },
    "enforcement.proceeding.notice-served": {
      noticed: (state, { data: { served } }) => told(state, { served }),
    },
    "enforcement.proceeding.defence-stated": { noticed: stated },
    "enforcement.proceeding.rights-waived": {
      noticed: (state, { data: { rights } }) => told(state, { waived: [...state.notice.waived, ...rights] }),
    },
    "enforcement.proceeding.defence-reviewed": {
      noticed: (state, { personal: { answers } }) => told(state, { answers: [...state.notice.answers, ...answers] }),
    },
    "enforcement.proceeding.hearing-requested": {
      noticed: (state, { data: { requestedOn } }) =>
        // CF-63: asked for in time, it is no longer given up.
        told(state, { hearing: { requestedOn }, waived: state.notice.waived.filter((right) => right !== "hearing") }),
    },
    "enforcement.proceeding.hearing-noted": { noticed: heard },
    "enforcement.proceeding.recusal-asked": (state) => state,
    "enforcement.proceeding.agent-appointed": (state, { data, personal: { name, key } }) => {
      const { agent: id, kind, extent, from, until } = data;
      const one = { id, name, key, kind, extent, from, ...present({ until }) };
      return { ...state, agents: [...(state.agents ?? []), one] };
    },
    "enforcement.proceeding.agent-ended": (state, { data: { agent, on } }) => ({
      ...state,
      agents: (state.agents ?? []).map((one) => (one.id === agent ? { ...one, endedOn: on } : one)),
    }),
    "enforcement.proceeding.counsel-asked": underWay(
      (state, { data: { on }, personal: { counsel } }: EventOf<"counsel-asked">) => ({
        ...state,
        counsel: { counsel, askedOn: on },
      }),
    ),
    "enforcement.proceeding.counsel-noted": underWay((state, { personal: { opinion } }: EventOf<"counsel-noted">) =>
      state.counsel === undefined ? state : { ...state, counsel: { ...state.counsel, opinion } },
    ),
    "enforcement.proceeding.legally-reviewed": underWay(
      (state, { data: { on, revision, conclusion }, actor }: EventOf<"legally-reviewed">) => ({
        ...state,
        legalReview: { on, revision, conclusion, by: actor },
      }),
    ),
    "enforcement.proceeding.discussed": underWay(
      (state, { data: { on, revision, agreedOn, minutes }, personal: { members } }: EventOf<"discussed">) => ({
        ...state,
        discussion: { on, revision, agreedOn, minutes, members },
      }),
    ),
    "enforcement.proceeding.decided": underWay(judged),
    "enforcement.proceeding.decision-served": {
      decided: (state, { data: { on, how } }) => ({
        ...state,
        status: "in-effect",
        decision: { ...state.decision, served: { on, how } },
      }),
    },
    "enforcement.proceeding.remedy-filed": decided(
      (state, { data: { id, kind, filedOn, examinedBy } }: EventOf<"remedy-filed">) => ({
        ...state,
        remedies: [...state.remedies, { id, kind, filedOn, ...(examinedBy === undefined ? {} : { examinedBy }) }],
      }),
    ),
    "enforcement.proceeding.answer-asked": decided(
      (state, { data: { remedy, procedure, admittedOn, receivedOn, answerDue, reviewDue } }: EventOf<"answer-asked">) =>
        withRemedy(state, remedy, { asked: { procedure, admittedOn, receivedOn, answerDue, reviewDue } }),
    ),
    "enforcement.proceeding.review-answered": decided(
      (state, { data: { remedy, on, late, evidence } }: EventOf<"review-answered">) =>
        withRemedy(state, remedy, { answered: { on, late, evidence } }),
    ),
    "enforcement.proceeding.answer-recounted": decided(
      (state, { data: { remedy, answerDue } }: EventOf<"answer-recounted">) => ({
        ...state,
        remedies: state.remedies.map((one) =>
          one.id === remedy && one.asked !== undefined ? { ...one, asked: { ...one.asked, answerDue } } : one,
        ),
      }),
    ),
    "enforcement.proceeding.answer-overdue": decided((state, { data: { remedy } }: EventOf<"answer-overdue">) =>
      withRemedy(state, remedy, { unanswered: true }),
    ),
    "enforcement.proceeding.remedy-ended": decided(
      (state, { data: { remedy, on, effect } }: EventOf<"remedy-ended">) => ({
        ...state,
        remedies: state.remedies.map((one) => (one.id === remedy ? { ...one, endedOn: on, effect } : one)),
      }),
    ),
    "enforcement.proceeding.changed": decided(
      (state, { data: { on, by }, personal: { document, amounts } }: EventOf<"changed">) => ({
        ...state,
        changes: [...state.changes, { on, by, document, amounts }],
      }),
    ),
    "enforcement.proceeding.overturned": decided(
      (state, { data: { on, how, by, anew }, personal: { document } }: EventOf<"overturned">): Overturned => ({
        ...state,
        status: "overturned",
        overturned: { how, by, document, on, anew },
      }),
    ),
    "enforcement.proceeding.begun-anew": { overturned: anew },
    "enforcement.proceeding.performed": {
      "in-effect": (state, { data: { what, on } }) => ({ ...state, performed: [...state.performed, { what, on }] }),
    },
    "enforcement.proceeding.owed-again": {
      "in-effect": (state) => ({ ...state, performed: state.performed.filter(({ what }) => what !== "fine") }),
    },
    "enforcement.proceeding.ended": {
      "in-effect": (state, { data: { on } }): Ended => ({ ...state, status: "ended", endedOn: on }),
    },
    "enforcement.proceeding.stopped": underWay(
      (state, { data: { on, ground } }: EventOf<"stopped">): Stopped => ({
        ...state,
        status: "stopped",
        stopped: { on, ground },
      }),
    ),
    "enforcement.proceeding.succeeded": decided(
      (state, { personal: { name, address, key } }: EventOf<"succeeded">) => ({
        ...state,
        party: {
          ...state.party,
          name,
          ...(address === undefined ? {} : { address }),
          ...(key === undefined ? {} : { key }),
        },
      }),
    ),
    "enforcement.proceeding.limit-recounted": {
      decided: (state, { data: { toServe } }) => ({ ...state, decision: { ...state.decision, toServe } }),
    },
    "enforcement.proceeding.overdue": {
      decided: (state) => ({ ...state, decision: { ...state.decision, late: true } }),
    },
  },
};

const withRemedy = <S extends { readonly remedies: readonly Remedy[] }>(
  state: S,
  id: string,
  more: Partial<Remedy>,
): S => ({ ...state, remedies: state.remedies.map((one) => (one.id === id ? { ...one, ...more } : one)) });

const told = (state: Noticed, more: Partial<Notice>): Noticed => ({ ...state, notice: { ...state.notice, ...more } });

/** CF-57b: charges that must be told anew put the notice among the earlier ones; what was reviewed is reviewed again. */
function charged(state: UnderWay, { data, personal, actor }: EventOf<"charged">): UnderWay {
  const { draft: _draft, legalReview, discussion: _discussion, notice, ...rest } = state;
  const { on, revision, anew: again } = data;
  const charges: Charges = { revision, items: personal.charges, on, by: actor };
  const party = { ...personal.party, id: data.party };
  const known = { ...rest, party, handlers: personal.handlers, charges };
  // The reviewer's word that the charges are wrong is what these answer to.
  const kept = legalReview === undefined ? {} : { legalReview };
  if (notice !== undefined && state.status === "noticed" && !again)
    return { ...known, ...kept, status: "noticed", notice };
  const earlier = notice === undefined ? rest.earlier : [...rest.earlier, notice];
  return { ...known, ...kept, status: "open", earlier };
}

function noticed(state: Open, { data, personal, actor }: EventOf<"noticed">): Noticed {
  const { draft: _draft, charges, ...rest } = state;
  if (charges === undefined) throw new TypeError("a notice without charges");
  const { number, on, hearingRight } = data;
  const notice: Notice = {
    ...{ number, on, hearingRight, by: personal.draftedBy, signedBy: actor },
    ...{ statements: [], waived: [], answers: [] },
  };
  const party = { ...personal.party, id: data.party };
  return { ...rest, party, charges, status: "noticed", notice };
}

/** CF-45: what is said in time is heard before the charges are reviewed and discussed. */
function stated(state: Noticed, { data, personal }: EventOf<"defence-stated">): Noticed {
  const { id, on, late, by } = data;
  const statement = { id, on, late, by, points: personal.points };
  const said = personal.paper === undefined ? statement : { ...statement, paper: personal.paper };
  const next = told(state, { statements: [...state.notice.statements, said] });
  return late ? next : withoutReview(next);
}

function heard(
  state: Noticed,
  { data: { how, heldOn }, personal: { chair, record } }: EventOf<"hearing-noted">,
): Noticed {
  const { hearing } = state.notice;
  if (hearing === undefined) return state;
  const outcome = {
    ...{ how, on: heldOn },
    ...(chair === undefined ? {} : { chair }),
    ...(record === undefined ? {} : { record }),
  };
  return withoutReview(told(state, { hearing: { ...hearing, outcome } }));
}

/** CF-58, CF-65: review and discussion come after what the party has said. */
function withoutReview(state: Noticed): Noticed {
  const { legalReview: _review, discussion: _discussion, ...rest } = state;
  return rest;
}

function judged(state: UnderWay, { data, personal, actor }: EventOf<"decided">): Decided {
  const { draft: _draft, ...rest } = state;
  const { outcome, ground, number, on, organ, revision, suit, toServe } = data;
  const { performance, party } = personal;
  return {
    ...rest,
    party: { ...party, id: data.party },
    status: "decided",
    decision: {
      ...{ outcome, number, on, by: actor, organ, revision, suit, toServe },
      ...(ground === undefined ? {} : { ground }),
      ...(performance === undefined ? {} : { performance }),
    },
    ...{ changes: [], remedies: [], performed: [] },
  };
}

/** All is to be done again: the notice is one of the earlier ones, the charges are made anew. */
function anew(state: Overturned): Open {
  const { case: of, party, handlers, begunOn, notice, earlier, counsel, charges } = state;
  return {
    ...{ status: "open", case: of, party, handlers, begunOn },
    earlier: notice === undefined ? earlier : [...earlier, notice],
    ...(counsel === undefined ? {} : { counsel }),
    // Unsigned: an officer charges anew, and another signs.
    ...(charges === undefined ? {} : { charges: unsigned(charges) }),
  };
}

const unsigned = ({ revision, items, on, by }: Charges): Charges => ({ revision, items, on, by });
