import { startOfDay } from "../../../../shared/calendar/index.ts";
import {
  type Context,
  type Decider,
  type Decision,
  isRejection,
  type Recorded,
} from "../../../../shared/decider/index.ts";
import { badInput, notNow } from "./refusals.ts";

/** What becomes of a case that was open when its power was recalled: decided by somebody, in writing. */
export interface Settlement {
  readonly outcome: "finish" | "transfer";
  readonly document: string;
  /** The organ that takes it over. */
  readonly to?: string;
  readonly on: string;
  readonly by: string;
}
interface OpenCase {
  readonly openedOn: string;
  /** Sequence of the last event of the case that was followed. */
  readonly followedTo: number;
  readonly settlement?: Settlement;
}

/** The cases under one power that are under way, and what is decided of them once the power is recalled. */
export interface CaseRegister {
  readonly code: string;
  readonly open: Readonly<Record<string, OpenCase>>;
  /** Cases that have ended, for as long as a late message may still speak of them. */
  readonly ended: Readonly<Record<string, string>>;
  readonly recall?: { readonly from: string; readonly document: string };
  /** The day on which the undecided cases were last brought up; absent: not yet. */
  readonly broughtUpOn?: string;
  /** When they are next. */
  readonly remindOn?: string;
}

export type RegisterCommand =
  | { readonly type: "follow"; readonly case: string; readonly sequence: number; readonly openedOn: string | undefined }
  | { readonly type: "recall"; readonly from: string; readonly document: string }
  | { readonly type: "hand-over"; readonly from: string }
  | {
      readonly type: "settle";
      readonly case: string;
      readonly outcome: Settlement["outcome"];
      readonly document: string;
      readonly to?: string;
    }
  | { readonly type: "bring-up" };

interface About {
  readonly code: string;
}
export type RegisterEvent =
  | {
      readonly type: "powers.running-case.opened";
      readonly data: About & { readonly case: string; readonly sequence: number; readonly on: string };
    }
  | {
      readonly type: "powers.running-case.ended";
      readonly data: About & { readonly case: string; readonly on: string; readonly forgotten: readonly string[] };
    }
  | {
      readonly type: "powers.running-case.recall-noted";
      readonly data: About & { readonly from: string; readonly document: string };
    }
  | { readonly type: "powers.running-case.recall-lifted"; readonly data: About }
  | {
      readonly type: "powers.running-case.undecided";
      readonly data: About & {
        readonly from: string;
        readonly document: string;
        readonly cases: readonly string[];
        readonly on: string;
        readonly remindOn: string;
        readonly reminder: boolean;
      };
    }
  | { readonly type: "powers.running-case.looked-at"; readonly data: About & { readonly on: string } }
  | {
      readonly type: "powers.running-case.settled";
      readonly data: About & {
        readonly case: string;
        readonly recalledFrom: string;
        readonly outcome: Settlement["outcome"];
        readonly document: string;
        readonly to?: string;
        readonly on: string;
      };
    };

type Decided = Decision<RegisterEvent>;
type Command<T extends RegisterCommand["type"]> = Extract<RegisterCommand, { type: T }>;

/** The code of the power a register is of; it is the register's id too. */
export const registerOf = (code: string): Decider<CaseRegister, RegisterCommand, RegisterEvent> => ({
  ...caseRegister,
  decide(state, command, context) {
    const decision = caseRegister.decide(state ?? { code, open: {}, ended: {} }, command, context);
    // The first thing anybody says opens the register, even if there is nothing to note.
    if (state !== undefined || isRejection(decision) || decision.length > 0) return decision;
    return [{ type: "powers.running-case.looked-at", data: { code, on: context.today.toString() } }];
  },
});

/**
 * CF-24b: a power taken back while cases are open leaves none of them orphaned: each is brought up, again and again,
 * until somebody has decided in writing whether the town finishes it or hands it on.
 */
export const caseRegister: Decider<CaseRegister, RegisterCommand, RegisterEvent> = {
  aggregate: "case-register",
  shape: 1,
  decide(state, command, context) {
    if (state === undefined) return [];
    switch (command.type) {
      case "follow":
        return follow(state, command, context);
      case "recall":
        return recalled(state, command);
      case "hand-over":
        return handedOver(state, command);
      case "settle":
        return settle(state, command, context);
      case "bring-up":
        return bringUp(state, context);
    }
  },
  evolve,
  listed: (state, id) =>
    state.recall !== undefined && undecided(state).length > 0
      ? { byCode: { partition: "running-cases", sort: `${state.recall.from}#${id}` } }
      : {},
  nextDeadline(state) {
    if (state.recall === undefined) return undefined;
    if (state.broughtUpOn === undefined) return startOfDay(state.recall.from);
    return state.remindOn === undefined || undecided(state).length === 0 ? undefined : startOfDay(state.remindOn);
  },
  onDeadline: () => ({ type: "bring-up" }),
};

/** The cases opened before the first hour of the recall's day of which nobody has decided yet. */
export const undecided = ({ open, recall }: CaseRegister): string[] =>
  recall === undefined
    ? []
    : Object.entries(open)
        .filter(([, { openedOn, settlement }]) => openedOn < recall.from && settlement === undefined)
        .map(([id]) => id);

/** Days for which an ended case is remembered: longer than any queue keeps a message. */
const remembered = 30;

function follow(state: CaseRegister, { case: id, sequence, openedOn }: Command<"follow">, { today }: Context): Decided {
  const { code, open, ended } = state;
  if (ended[id] !== undefined || sequence <= (open[id]?.followedTo ?? 0)) return [];
  if (openedOn !== undefined)
    return open[id] === undefined
      ? [{ type: "powers.running-case.opened", data: { code, case: id, sequence, on: openedOn } }]
      : [];
  const before = today.subtract({ days: remembered }).toString();
  const forgotten = Object.entries(ended).flatMap(([one, on]) => (on < before ? [one] : []));
  return [{ type: "powers.running-case.ended", data: { code, case: id, on: today.toString(), forgotten } }];
}

function recalled({ code, recall }: CaseRegister, { from, document }: Command<"recall">): Decided {
  if (recall !== undefined && recall.from <= from) return [];
  return [{ type: "powers.running-case.recall-noted", data: { code, from, document } }];
}

/** Handed over anew no later than it would have been taken back: its cases simply go on. */
function handedOver({ code, recall }: CaseRegister, { from }: Command<"hand-over">): Decided {
  if (recall === undefined || from < recall.from) return [];
  return [{ type: "powers.running-case.recall-lifted", data: { code } }];
}

function settle(state: CaseRegister, command: Command<"settle">, { today }: Context): Decided {
  const { code, open, recall } = state;
  const { case: id, outcome, document, to } = command;
  if (recall === undefined) return notNow("powers.not-recalled", { code });
  const known = open[id];
  if (known === undefined || known.openedOn >= recall.from)
    return badInput("powers.no-such-running-case", { case: id, from: recall.from }, "/case");
  if (known.settlement !== undefined)
    return notNow("powers.running-case-settled", { case: id, document: known.settlement.document });
  if (outcome === "transfer" && to === undefined) return badInput("powers.transfer-to-missing", { case: id }, "/to");
  const about = { code, case: id, recalledFrom: recall.from, outcome, document, on: today.toString() };
  return [{ type: "powers.running-case.settled", data: to === undefined ? about : { ...about, to } }];
}

function bringUp(state: CaseRegister, { today, town }: Context): Decided {
  const { code, recall, broughtUpOn, remindOn } = state;
  const on = today.toString();
  if (recall === undefined || on < (broughtUpOn === undefined ? recall.from : (remindOn ?? on))) return [];
  const cases = undecided(state);
  if (cases.length === 0) return [{ type: "powers.running-case.looked-at", data: { code, on } }];
  const next = today.add({ days: town.powerPractice.runningCases.remindEveryDays }).toString();
  const data = { code, ...recall, cases, on, remindOn: next, reminder: broughtUpOn !== undefined };
  return [{ type: "powers.running-case.undecided", data }];
}

function evolve(state: CaseRegister | undefined, event: Recorded<RegisterEvent>): CaseRegister {
  const register = state ?? { code: event.data.code, open: {}, ended: {} };
  const { open, ended, recall: _recall, broughtUpOn: _brought, remindOn: _remind, ...about } = register;
  switch (event.type) {
    case "powers.running-case.opened": {
      const { case: id, sequence, on } = event.data;
      return { ...register, open: { ...open, [id]: { openedOn: on, followedTo: sequence } } };
    }
    case "powers.running-case.ended": {
      const { case: id, on, forgotten } = event.data;
      const { [id]: _gone, ...rest } = open;
      const kept = Object.entries({ ...ended, [id]: on }).filter(([one]) => !forgotten.includes(one));
      return { ...register, open: rest, ended: Object.fromEntries(kept) };
    }
    case "powers.running-case.recall-noted": {
      const { from, document } = event.data;
      return { ...about, open, ended, recall: { from, document } };
    }
    case "powers.running-case.recall-lifted":
      return { ...about, open: Object.fromEntries(Object.entries(open).map(withoutSettlement)), ended };
    case "powers.running-case.undecided":
      return { ...register, broughtUpOn: event.data.on, remindOn: event.data.remindOn };
    case "powers.running-case.looked-at":
      return { ...register, broughtUpOn: event.data.on };
    case "powers.running-case.settled": {
      const { case: id, outcome, document, to, on } = event.data;
      const known = open[id];
      if (known === undefined) throw new TypeError("only a case under way is decided of");
      const settlement = { outcome, document, on, by: event.actor, ...(to === undefined ? {} : { to }) };
      return { ...register, open: { ...open, [id]: { ...known, settlement } } };
    }
  }
}

const withoutSettlement = ([id, { settlement: _settlement, ...rest }]: [string, OpenCase]): [string, OpenCase] => [
  id,
  rest,
];
