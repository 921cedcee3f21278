import {
  endOfDay,
  isOverdue,
  type LimitSpec,
  limitFrom,
  recalculate,
  startOfDay,
} from "../../../../shared/calendar/index.ts";
import { type Context, type Decision, deciderOf, type MovesOf, type OfType } from "../../../../shared/decider/index.ts";
import type { AdmissionGround, Duty, DutyCommand, DutyEvent, Propose } from "./duty.ts";
import { badInput, type DutyRefusal, notYou, refuse } from "./refusals.ts";

export const dutyMoves = {
  proposed: {
    supply: "proposed",
    admit: "admitted",
    refuse: "refused",
    withdraw: "withdrawn",
    "pass-time": ["proposed", "refused"],
  },
  admitted: {},
  refused: {},
  withdrawn: {},
} as const satisfies MovesOf<Duty, DutyCommand>;

type Decided = Decision<DutyEvent>;
type Command<T extends DutyCommand["type"]> = OfType<DutyCommand, T>;

interface DutyWords {
  readonly state: Duty;
  readonly command: DutyCommand;
  readonly event: DutyEvent;
  readonly moves: typeof dutyMoves;
  readonly begins: "propose";
  readonly begun: "powers.duty.proposed";
  readonly refusal: DutyRefusal;
}

/**
 * Duty admission 职责准入 (P7, F9): what is on the list is admitted at once; what is not needs an approval document and
 * its money, or is refused; either way on record.
 */
export const duty = deciderOf<DutyWords>({
  aggregate: "duty",
  shape: 1,
  moves: dutyMoves,
  impossible: "powers.duty-not-in-this-state",
  begin: { propose },
  // Proposed twice it is the same task.
  always: { propose: () => [] },
  steps: {
    supply,
    admit: (state, _command, context) => admit(state, context),
    refuse: refused,
    withdraw: (state, _command, context) => withdraw(state, context),
    "pass-time": (state, _command, context) => passTime(state, context),
  },
  begun: { "powers.duty.proposed": ({ data }) => ({ ...data, status: "proposed", overdue: false }) },
  effects: {
    "powers.duty.supplied": {
      proposed: (state, { data: { approval, moneyFen } }) => ({
        ...state,
        moneyFen,
        ...(approval === undefined ? {} : { approval }),
      }),
    },
    "powers.duty.admitted": {
      proposed: (state, { data: { on: answeredOn, ground, overdue } }) => ({
        ...{ ...state, answeredOn, ground, overdue },
        status: "admitted",
      }),
    },
    "powers.duty.refused": {
      proposed: (state, { data: { on: answeredOn, ground, overdue }, personal }) => ({
        ...{ ...state, ...personal, answeredOn, ground, overdue },
        status: "refused",
      }),
    },
    "powers.duty.answer-recounted": {
      proposed: ({ lookAgainOn: _before, ...state }, { data: { answer, lookAgainOn } }) => ({
        ...{ ...state, answer },
        ...(lookAgainOn === undefined ? {} : { lookAgainOn }),
      }),
    },
    "powers.duty.answer-overdue": { proposed: (state) => ({ ...state, overdue: true }) },
    "powers.duty.withdrawn": {
      proposed: (state, { data: { on: withdrawnOn } }) => ({ ...state, status: "withdrawn", withdrawnOn }),
    },
  },
  listed: (state, id) => ({
    byCode: { partition: dutiesOf(yearOf(state)), sort: `${state.department}#${state.proposedOn}#${id}` },
  }),
  nextDeadline: (state) => (state.status === "proposed" && !state.overdue ? passes(state) : undefined),
  onDeadline: () => ({ type: "pass-time" }),
});

/** The list in which the tasks proposed in a year stand, by department and day. */
export const dutiesOf = (year: string) => `duties:${year}`;
const yearOf = ({ proposedOn }: Duty) => proposedOn.slice(0, 4);

const passes = ({ answer: { due }, lookAgainOn }: Duty) => {
  if (lookAgainOn !== undefined) return startOfDay(lookAgainOn);
  return due === null ? undefined : endOfDay(due);
};

const daysBetweenLooks = 7;

/** P7: how long the town may take to answer, as its own rules say. */
const answerLimit = ({ town }: Context): LimitSpec => ({
  rule: "P7",
  article: town.powerPractice.duties.source,
  unit: "working-day",
  length: town.powerPractice.duties.answerWorkingDays,
});

function propose({ task, listed }: Propose, context: Context): Decided {
  const { actor, town, today, calendar } = context;
  const department = town.departments.find(({ id }) => id === actor.department);
  if (department === undefined) return notYou("powers.no-department", { rule: "P7" });
  const { period, item } = task;
  if (period.to < period.from) return badInput("powers.period-inverted", { ...period }, "/period/to");
  if (period.to < today.toString())
    return badInput("powers.date-past", { date: period.to, today: today.toString() }, "/period/to");
  if (item !== undefined && listed === undefined) return badInput("powers.task-not-listed", { item }, "/item");
  if (listed !== undefined && listed.sourceDepartment !== department.name.zh)
    return badInput(
      "powers.item-of-another-department",
      { item: listed.code, of: listed.sourceDepartment, rule: "P7" },
      "/item",
    );
  const proposedOn = today.toString();
  const answer = limitFrom(calendar, answerLimit(context), proposedOn);
  const proposed = { ...task, department: department.id, proposedOn, answer };
  const events: DutyEvent[] = [{ type: "powers.duty.proposed", data: proposed }];
  if (listed === undefined) return events;
  return [...events, admission({ ...proposed, status: "proposed", overdue: false }, "on-the-list", context)];
}

/** What a task that is on no list still lacks (P7, F9). */
export function lacking({ item, approval, moneyFen }: Duty): ("approval" | "money")[] {
  if (item !== undefined) return [];
  return [...(approval === undefined ? ["approval" as const] : []), ...(moneyFen === 0 ? ["money" as const] : [])];
}

const about = ({ department, title }: Duty) => ({ department, title });

function supply(state: Duty, { approval, moneyFen }: Command<"supply">, { actor, today }: Context): Decided {
  if (actor.department !== state.department) return notYou("powers.not-your-department", { of: state.department });
  if (approval !== undefined && approval.date > today.toString())
    return badInput("powers.approval-not-given-yet", { date: approval.date }, "/approval/date");
  const given = approval === undefined ? {} : { approval };
  return [{ type: "powers.duty.supplied", data: { ...about(state), ...given, moneyFen: moneyFen ?? state.moneyFen } }];
}

/** P7, F9: a task on no list is taken on only with the document that allows it and the money it costs. */
function admit(state: Duty, context: Context): Decided {
  const lacks = lacking(state);
  if (lacks.includes("approval")) return refuse("powers.duty-not-approved", { rule: "P7" }, "/approval");
  if (lacks.includes("money")) return refuse("powers.duty-without-money", { rule: "F9" }, "/moneyFen");
  return [admission(state, "approved", context)];
}

function admission(state: Duty, ground: AdmissionGround, context: Context): DutyEvent {
  const { basis, item, period, workload, moneyFen, approval } = state;
  return {
    type: "powers.duty.admitted",
    data: {
      ...about(state),
      basis,
      ...(item === undefined ? {} : { item }),
      period,
      workload,
      moneyFen,
      ...(approval === undefined ? {} : { approval }),
      on: context.today.toString(),
      ground,
      overdue: isLate(state, context),
    },
  };
}

function refused(state: Duty, { reasons }: Command<"refuse">, context: Context): Decided {
  const on = context.today.toString();
  const data = { ...about(state), on, ground: "reasons" as const, overdue: isLate(state, context) };
  return [{ type: "powers.duty.refused", data, personal: { reasons } }];
}

const isLate = ({ answer, overdue }: Duty, { calendar, today }: Context) =>
  overdue || isOverdue(recalculate(calendar, answer), today);

function withdraw(state: Duty, { actor, today }: Context): Decided {
  if (actor.department !== state.department) return notYou("powers.not-your-department", { of: state.department });
  return [{ type: "powers.duty.withdrawn", data: { ...about(state), on: today.toString() } }];
}

/** The limit has passed: what still lacks its document or money is refused; what only waits for the town is overdue. */
function passTime(state: Duty, { calendar, today }: Context): Decided {
  const answer = recalculate(calendar, state.answer);
  if (answer.due === null || !isOverdue(answer, today))
    return answer.due === state.answer.due
      ? []
      : [{ type: "powers.duty.answer-recounted", data: { ...about(state), answer } }];
  // T-10: a department loses its task only on a day that no later notice can move.
  if (lacking(state).length > 0 && answer.provisional) {
    const lookAgainOn = today.add({ days: daysBetweenLooks }).toString();
    return [{ type: "powers.duty.answer-recounted", data: { ...about(state), answer, lookAgainOn } }];
  }
  if (lacking(state).length > 0) {
    const ground = "approval-or-money-missing" as const;
    return [
      { type: "powers.duty.refused", data: { ...about(state), on: today.toString(), ground, overdue: state.overdue } },
    ];
  }
  if (state.overdue) return [];
  return [{ type: "powers.duty.answer-overdue", data: { ...about(state), due: answer.due } }];
}
