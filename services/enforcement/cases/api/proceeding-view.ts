import type * as z from "zod";
import { limitFrom, todayIn } from "../../../../shared/calendar/index.ts";
import { remedies, remedyNotice, suitWithin } from "../../../../shared/case-rules/remedies.ts";
import { type Actor, present } from "../../../../shared/decider/index.ts";
import type { Viewing } from "../../../../shared/http/index.ts";
import { erasedMark } from "../../../../shared/identity-codes/index.ts";
import { partyName } from "../../../../shared/parties/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { notPerformed } from "../domain/proceeding/ending.ts";
import { isTheParty } from "../domain/proceeding/people.ts";
import type { Notice, Proceeding, Remedy } from "../domain/proceeding/proceeding.ts";
import { agentNow } from "../domain/proceeding/representation.ts";
import { isToldParty } from "../domain/proceeding/visibility.ts";
import { owed } from "../domain/proceeding/weighing.ts";
import type { proceedingView } from "./proceeding-schema.ts";

/** A name is masked for everybody but the party himself (P-17). */
function partyOf({ party }: Proceeding, actor: Actor | undefined) {
  const { id, kind, role, key, name } = party;
  const own = actor?.party !== undefined && actor.party === key;
  return { id, kind, role, name: own ? name : partyName({ kind: kind === "organisation" ? kind : "citizen", name }) };
}

const viewNotice = ({ number, on, hearingRight, served, statements, waived, answers, hearing }: Notice) => ({
  ...{ number, on, hearingRight, waived: [...waived], answers: answers.map((one) => ({ ...one })) },
  statements: statements.map(({ paper: _paper, points, ...one }) => ({ ...one, points: [...points] })),
  ...present({ served }),
  ...(hearing === undefined ? {} : { hearing: viewHearing(hearing) }),
});

function viewHearing({ requestedOn, outcome }: NonNullable<Notice["hearing"]>) {
  if (outcome === undefined) return { requestedOn };
  const { how, on, record } = outcome;
  return { requestedOn, outcome: { how, on, ...present({ record }) } };
}

type Copy<T> = T extends readonly (infer Item)[]
  ? Copy<Item>[]
  : T extends object
    ? { -readonly [Field in keyof T]: Copy<T[Field]> }
    : T;
/** The same in a form that a schema takes: its lists may be changed. */
const copyOf = <T>(value: T): Copy<T> => JSON.parse(JSON.stringify(value));

/** CF-45, CF-44: the party reads the charges that he was told, and the house reads its drafts too. */
function viewCharges(state: Proceeding, forParty: boolean) {
  const { charges } = state;
  const hidden = forParty && (charges?.signedBy === undefined || !isToldParty(state));
  // P-8: of charges that were erased nothing is left to show.
  const erased = charges?.items.some(({ code }) => code === erasedMark) === true;
  if (charges === undefined || hidden || erased) return {};
  const { revision, on, signedBy, items } = charges;
  return {
    charges: {
      ...{ revision, on, signed: signedBy !== undefined },
      items: items.map(copyOf),
    },
  };
}

/** E5, CF-57, CF-58: what the house says among itself. */
function viewInside({ counsel, legalReview, discussion }: Proceeding) {
  return {
    ...present({ counsel, legalReview }),
    ...(discussion === undefined ? {} : { discussion: { ...discussion, members: [...discussion.members] } }),
  };
}

function viewDecision(state: Proceeding, { runtime }: Viewing) {
  if (!("decision" in state)) return {};
  const { outcome, ground, number, on, organ, performance, served, toServe, late, suit } = state.decision;
  const { calendar, town } = runtime;
  const { review, suit: halfYear } = remedies(served?.on, calendar);
  const suitLimit =
    served === undefined || suit === "six-months" ? halfYear : limitFrom(calendar, suitWithin[suit], served.on);
  const { reviewOrgan, reviewDays, reviewFirst } = remedyNotice("ordinary-penalty", town.enforcement.review.organ);
  return {
    decision: {
      ...{ outcome, number, on, organ, toServe, late: late === true, ...owed(state) },
      ...present({ ground, performance, served }),
    },
    remedyNotice: {
      ...{ organ: reviewOrgan, reviewDays, suit, reviewFirst },
      ...present({ review, suitLimit }),
    },
    ...(state.status === "in-effect" ? { left: [...notPerformed(state)] } : {}),
  };
}

const viewRemedy = ({ answered, ...remedy }: Remedy) => ({
  ...remedy,
  ...(answered === undefined ? {} : { answered: { on: answered.on, late: answered.late } }),
});

/** A proceeding as this caller may read it. */
export function viewProceeding(loaded: Loaded<Proceeding>, viewing: Viewing) {
  const { id, version, state } = loaded;
  const { actor } = viewing;
  const today = todayIn(viewing.runtime.clock()).toString();
  const forParty = actor !== undefined && (isTheParty(state, actor) || agentNow(state, actor, today) !== undefined);
  const { status, case: of, begunOn, notice, earlier } = state;
  return {
    ...{ id, version, status, case: of, begunOn, party: partyOf(state, actor) },
    ...viewCharges(state, forParty),
    ...(notice === undefined ? {} : { priorNotice: viewNotice(notice) }),
    earlier: earlier.map(viewNotice),
    agents: (state.agents ?? []).map(({ key: _key, name, ...one }) => ({
      ...one,
      name: forParty ? name : partyName({ kind: "citizen", name }),
    })),
    ...(forParty ? {} : viewInside(state)),
    remedies: "remedies" in state ? state.remedies.map(viewRemedy) : [],
    performed: "performed" in state ? state.performed.map((one) => ({ ...one })) : [],
    left: [],
    ...viewDecision(state, viewing),
    ...(state.status === "stopped" ? { stopped: state.stopped } : {}),
    ...(state.status === "overturned" ? { overturned: overturnedOf(state.overturned) } : {}),
    ...(state.status === "ended" ? { endedOn: state.endedOn } : {}),
  };
}

const overturnedOf = ({ on, how, by, anew }: NonNullable<z.input<typeof proceedingView>["overturned"]>) => ({
  on,
  how,
  by,
  anew,
});

export function viewProceedingRow({ id, version, state }: Loaded<Proceeding>, actor: Actor | undefined) {
  const { status, case: of, begunOn } = state;
  const outcome = "decision" in state ? state.decision.outcome : undefined;
  return { ...{ id, version, status, case: of, begunOn, party: partyOf(state, actor) }, ...present({ outcome }) };
}
