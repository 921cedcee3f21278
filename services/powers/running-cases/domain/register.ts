import { startOfDay } from "../../../../shared/calendar/index.ts";
import {
  become,
  type Context,
  type Decider,
  type Decision,
  deciderOf,
  isRejection,
  keep,
  type OfType,
  type Recorded,
  type Rejection,
} from "../../../../shared/decider/index.ts";
import { sideOf } from "../../powers/domain/sides.ts";
import { hasEnded, withEnded } from "./ended.ts";
import { badInput, notNow, notYou, type RunningCaseRefusal } from "./refusals.ts";
import type { About, CaseRegister, OpenCase, RegisterCommand, RegisterEvent } from "./states.ts";

type Decided = Decision<RegisterEvent>;
type Command<T extends RegisterCommand["type"]> = OfType<RegisterCommand, T>;
type Of<T extends RegisterEvent["type"]> = Recorded<OfType<RegisterEvent, T>>;

/** Any of the first four events may be the first of a register. */
interface RegisterWords {
  readonly state: CaseRegister;
  readonly command: RegisterCommand;
  readonly event: RegisterEvent;
  readonly moves: Record<never, never>;
  readonly begins: never;
  readonly begun: `powers.running-case.${"opened" | "ended" | "recall-noted" | "looked-at"}`;
  readonly refusal: RunningCaseRefusal;
}

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
export const caseRegister = deciderOf<RegisterWords>({
  aggregate: "case-register",
  shape: 4,
  begin: {},
  always: {
    follow,
    recall: recalled,
    "hand-over": handedOver,
    settle,
    "settle-certificates": settleCertificates,
    "bring-up": (state, _command, context) => bringUp(state, context),
  },
  begun: {
    "powers.running-case.opened": ({ data }, before = empty(data)) => {
      const { case: id, sequence: followedTo, on: openedOn } = data;
      return { ...before, open: { ...before.open, [id]: { openedOn, followedTo } } };
    },
    "powers.running-case.ended": ({ data }, before = empty(data)) => {
      const { [data.case]: _gone, ...open } = before.open;
      return { ...before, open, ended: withEnded(before.ended, data.case, data.on) };
    },
    "powers.running-case.recall-noted": ({ data }, before = empty(data)) => {
      const { from, document, by } = data;
      const recall = { from, document, ...(by === undefined ? {} : { by }) };
      return become<CaseRegister, Cases>(cases(before), { ...notBroughtUp, recall });
    },
    "powers.running-case.looked-at": ({ data }, before = empty(data)) => ({ ...before, broughtUpOn: data.on }),
  },
  effects: {
    "powers.running-case.recall-lifted": (state) => {
      const { open, ...rest } = cases(state);
      const unsettled = Object.fromEntries(Object.entries(open).map(withoutSettlement));
      return become<CaseRegister, Cases>({ ...rest, open: unsettled }, { ...notBroughtUp, recall: undefined });
    },
    "powers.running-case.undecided": (state, { data: { on: broughtUpOn, remindOn } }) => ({
      ...state,
      broughtUpOn,
      remindOn,
    }),
    "powers.running-case.settled": settled,
    "powers.running-case.certificates-settled": (state, { data, actor: by }) => {
      const { outcome, document, to, on } = data;
      return { ...state, certificates: { outcome, document, on, by, ...(to === undefined ? {} : { to }) } };
    },
  },
  listed: (state, id) =>
    state.recall !== undefined && undecided(state).length > 0
      ? { byCode: { partition: "running-cases", sort: `${state.recall.from}#${id}` } }
      : {},
  nextDeadline(state) {
    if (state.recall === undefined) return undefined;
    if (state.broughtUpOn === undefined) return startOfDay(state.recall.from);
    // A case that is heard of after the others were told is told at once.
    return undecided(state).length === 0 ? undefined : startOfDay(state.remindOn ?? state.broughtUpOn);
  },
  onDeadline: () => ({ type: "bring-up" }),
});

/**
 * The cases under a recalled power of which nobody has decided yet. A case is opened only under a power in force: each that is open
 * was opened before the recall was heard of, on the recall's own day too.
 */
export const undecided = ({ open, recall }: CaseRegister): string[] =>
  recall === undefined
    ? []
    : Object.entries(open)
        .filter(([, { settlement }]) => settlement === undefined)
        .map(([id]) => id);

function follow(state: CaseRegister, { case: id, sequence, openedOn }: Command<"follow">, { today }: Context): Decided {
  const { code, open, ended } = state;
  if (hasEnded(ended, id) || sequence <= (open[id]?.followedTo ?? 0)) return [];
  if (openedOn !== undefined)
    return open[id] === undefined
      ? [{ type: "powers.running-case.opened", data: { code, case: id, sequence, on: openedOn } }]
      : [];
  return [{ type: "powers.running-case.ended", data: { code, case: id, on: today.toString() } }];
}

function recalled({ code, recall }: CaseRegister, { from, document, by }: Command<"recall">): Decided {
  if (recall !== undefined && recall.from <= from) return [];
  return [
    { type: "powers.running-case.recall-noted", data: { code, from, document, ...(by === undefined ? {} : { by }) } },
  ];
}

/** Handed over anew no later than it would have been taken back: its cases simply go on. */
function handedOver({ code, recall }: CaseRegister, { from }: Command<"hand-over">): Decided {
  if (recall === undefined || from < recall.from) return [];
  return [{ type: "powers.running-case.recall-lifted", data: { code } }];
}

/** CF-24b: the side that took the power back says what becomes of what is open under it. */
function notTheRecaller({ code, recall }: CaseRegister, { actor }: Context): Rejection | undefined {
  if (recall === undefined) return notNow("powers.not-recalled", { code });
  if (recall.by === undefined || recall.by === sideOf(actor)) return undefined;
  return notYou("powers.recaller-decides", { code, by: recall.by, rule: "CF-24b" });
}

/** Decided once, of all certificates granted before: the town goes on looking after them, or another organ does. */
function settleCertificates(state: CaseRegister, command: Command<"settle-certificates">, context: Context): Decided {
  const { code, recall, certificates } = state;
  const { outcome, document, to } = command;
  const notTheirs = notTheRecaller(state, context);
  if (notTheirs !== undefined || recall === undefined) return notTheirs ?? [];
  if (certificates !== undefined)
    return notNow("powers.certificates-settled", { code, document: certificates.document });
  if (outcome === "transfer" && to === undefined) return badInput("powers.transfer-to-missing", { case: code }, "/to");
  const data = { code, recalledFrom: recall.from, outcome, document, on: context.today.toString() };
  return [{ type: "powers.running-case.certificates-settled", data: to === undefined ? data : { ...data, to } }];
}

function settle(state: CaseRegister, command: Command<"settle">, context: Context): Decided {
  const { code, open, recall } = state;
  const { case: id, outcome, document, to } = command;
  const notTheirs = notTheRecaller(state, context);
  if (notTheirs !== undefined || recall === undefined) return notTheirs ?? [];
  const known = open[id];
  if (known === undefined) return badInput("powers.no-such-running-case", { case: id, from: recall.from }, "/case");
  if (known.settlement !== undefined)
    return notNow("powers.running-case-settled", { case: id, document: known.settlement.document });
  if (outcome === "transfer" && to === undefined) return badInput("powers.transfer-to-missing", { case: id }, "/to");
  const about = { code, case: id, recalledFrom: recall.from, outcome, document, on: context.today.toString() };
  return [{ type: "powers.running-case.settled", data: to === undefined ? about : { ...about, to } }];
}

function bringUp(state: CaseRegister, { today, town }: Context): Decided {
  const { code, recall, broughtUpOn, remindOn } = state;
  const on = today.toString();
  if (recall === undefined || on < (broughtUpOn === undefined ? recall.from : (remindOn ?? on))) return [];
  const cases = undecided(state);
  if (cases.length === 0) return [{ type: "powers.running-case.looked-at", data: { code, on } }];
  const next = today.add({ days: town.powerPractice.runningCases.remindEveryDays }).toString();
  const { from, document } = recall;
  const data = { code, from, document, cases, on, remindOn: next, reminder: remindOn !== undefined };
  return [{ type: "powers.running-case.undecided", data }];
}

type Cases = Pick<CaseRegister, "code" | "open" | "ended">;
const cases = keep<Cases>({ code: true, open: true, ended: true });
const notBroughtUp = { broughtUpOn: undefined, remindOn: undefined, certificates: undefined };
const empty = ({ code }: About): CaseRegister => ({ code, open: {}, ended: {} });

function settled(state: CaseRegister, { data, actor: by }: Of<"powers.running-case.settled">): CaseRegister {
  const { case: id, outcome, document, to, on } = data;
  const known = state.open[id];
  if (known === undefined) throw new TypeError("only a case under way is decided of");
  const settlement = { outcome, document, on, by, ...(to === undefined ? {} : { to }) };
  return { ...state, open: { ...state.open, [id]: { ...known, settlement } } };
}

const withoutSettlement = ([id, { settlement: _settlement, ...rest }]: [string, OpenCase]): [string, OpenCase] => [
  id,
  rest,
];
