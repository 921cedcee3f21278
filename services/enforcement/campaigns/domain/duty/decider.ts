import { endOfDay } from "../../../../../shared/calendar/index.ts";
import { type Context, type Decision, deciderOf, present } from "../../../../../shared/decider/index.ts";
import { enforcerOnly, isEnforcer } from "../../../inspections/domain/who.ts";
import { badInput, e11, notYou, refuse } from "../refusals.ts";
import { type DutyCommand, type DutyEvent, type DutyWords, dutyMoves, type VenueDuty } from "./duty.ts";

type Decided = Decision<DutyEvent>;
type CommandOf<T extends DutyCommand["type"]> = Extract<DutyCommand, { type: T }>;

/** E11: what a venue owes, from the day on which it is asked to the day on which it is accepted. */
export const venueDuty = deciderOf<DutyWords>({
  aggregate: "venue-duty",
  shape: 1,
  ended: ({ status }) => status === "accepted",
  moves: dutyMoves,
  impossible: "enforcement.duty-not-in-this-state",
  byItself: ["pass-time"],
  begin: {
    ask: (command, context) => enforcerOnly(context) ?? asked(command, context),
    "ask-by-plan": asked,
  },
  // An event that comes twice asks once.
  always: { "ask-by-plan": () => [], ask: () => [] },
  steps: {
    "hand-in": handIn,
    check,
    "pass-time": ({ status, late, kind, by, campaign }, _command, { today }) =>
      status === "due" && !late && by < today.toString()
        ? [{ type: "enforcement.venue-duty.overdue", data: { kind, due: by, ...present({ campaign }) }, personal: {} }]
        : [],
  },
  begun: {
    "enforcement.venue-duty.asked": ({ data, personal }) => ({
      ...data,
      ...personal,
      ...{ status: "due", returned: 0, late: false },
    }),
  },
  effects: {
    "enforcement.venue-duty.handed-in": (state, { data, personal, actor }) => ({
      ...state,
      ...{ status: "handed-in", handedIn: { ...data, ...personal, by: actor } },
    }),
    "enforcement.venue-duty.accepted": (state, { data: { on }, personal: { note }, actor }) => ({
      ...state,
      ...{ status: "accepted", checked: { on, by: actor, note, accepted: true } },
    }),
    "enforcement.venue-duty.returned": (state, { data: { on, by }, personal: { note }, actor }) => ({
      ...state,
      ...{ status: "due", by, late: false, returned: state.returned + 1 },
      checked: { on, by: actor, note, accepted: false },
    }),
    "enforcement.venue-duty.overdue": (state) => ({ ...state, late: true }),
  },
  listed: ({ status, enterprise, campaign, by, key }, id) => {
    const sort = `${by}#${id}`;
    return {
      byStatus: { partition: `venue-duty:${status}`, sort },
      byOwner: { partition: `venue-duty:${key}`, sort },
      byCode: { partition: `venue-duty:${enterprise}`, sort },
      ...(campaign === undefined ? {} : { byCase: { partition: `venue-duty:${campaign}`, sort } }),
    };
  },
  nextDeadline: ({ status, late, by }) => (status === "due" && !late ? endOfDay(by) : undefined),
  onDeadline: () => ({ type: "pass-time" }),
});

/** A venue of the register, and a day that it can still keep. */
function asked(
  { kind, enterprise, campaign, by, text, state }: CommandOf<"ask"> | CommandOf<"ask-by-plan">,
  { today }: Context,
): Decided {
  const askedOn = today.toString();
  if (state?.status !== "listed")
    return badInput("enforcement.enterprise-not-listed", { id: enterprise }, "/enterprise");
  if (by < askedOn) return badInput("enforcement.duty-day", { from: askedOn, ...e11 }, "/by");
  const { name, key } = state;
  return [
    {
      type: "enforcement.venue-duty.asked",
      data: { kind, enterprise, askedOn, by, ...present({ campaign }) },
      personal: { text, name, key },
    },
  ];
}

/**
 * E11: handed in by the venue's own login, or by an officer who keeps the signed paper. A self-inspection says what was found, also that
 * nothing was; a pledge says nothing of the kind.
 */
function handIn(state: VenueDuty, { signedBy, sha256, problems }: CommandOf<"hand-in">, context: Context): Decided {
  const { actor, town, today } = context;
  const itself = actor.party !== undefined && actor.party === state.key;
  if (!itself && !isEnforcer(actor, town)) return notYou("enforcement.duty-not-yours", e11);
  if (state.kind === "pledge" && problems.length > 0) return badInput("enforcement.duty-report", e11, "/problems");
  return [
    {
      type: "enforcement.venue-duty.handed-in",
      data: { on: today.toString(), channel: itself ? "online" : "paper", sha256 },
      personal: { signedBy, problems },
    },
  ];
}

/** E11: checked by an officer who did not hand it in, nor belongs to the venue; what is not put right goes back with another day. */
function check(state: VenueDuty, { accepted, note, by }: CommandOf<"check">, context: Context): Decided {
  const { actor, today } = context;
  const refused = enforcerOnly(context);
  if (refused !== undefined) return refused;
  if (actor.sub === state.handedIn?.by || actor.party === state.key) return notYou("enforcement.duty-own-record", e11);
  const on = today.toString();
  if (accepted) {
    const open = (state.handedIn?.problems ?? []).some(({ putRight }) => !putRight);
    if (open) return refuse("enforcement.duty-not-put-right", e11, "/accepted");
    return [{ type: "enforcement.venue-duty.accepted", data: { on }, personal: { note } }];
  }
  if (by === undefined || by <= on) return badInput("enforcement.duty-day", { from: on, ...e11 }, "/by");
  return [{ type: "enforcement.venue-duty.returned", data: { on, by }, personal: { note } }];
}

/** Its venue by its own login, the office, and who oversees it; nobody else. */
export const mayReadDuty = ({ key }: VenueDuty, actor: Context["actor"] | undefined, town: Context["town"]): boolean =>
  actor !== undefined && (actor.party === key || isEnforcer(actor, town));
