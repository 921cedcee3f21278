import {
  type AbsenceCommand,
  type AbsenceEvent,
  type Absences,
  absence,
} from "../../../services/permits/duties/domain/absence/absence.ts";
import {
  type Assignment,
  type AssignmentCommand,
  type AssignmentEvent,
  withWhom,
} from "../../../services/permits/duties/domain/assignment/assignment.ts";
import { assignment } from "../../../services/permits/duties/domain/assignment/decider.ts";
import { startOfDay } from "../../../shared/calendar/index.ts";
import {
  type Actor,
  type Context,
  type Decider,
  type Decision,
  type DomainEvent,
  isRejection,
} from "../../../shared/decider/index.ts";
import { on, town } from "../../support/deciding.ts";

/** An aggregate of any kind that lives: it decides, records and folds. */
export class Living<S, C, E extends DomainEvent> {
  state: S | undefined;
  readonly events: E[] = [];
  readonly #decider: Decider<S, C, E>;

  constructor(decider: Decider<S, C, E>) {
    this.#decider = decider;
  }

  tell(command: C, date: string, actor?: Actor, more: Partial<Context> = {}): Decision<E> {
    const context = { ...on(date, actor), ...more };
    const decision = this.#decider.decide(this.state, command, context);
    if (isRejection(decision)) return decision;
    for (const event of decision) {
      this.events.push(event);
      const recorded = { ...event, sequence: this.events.length, time: startOfDay(date), actor: context.actor.sub };
      this.state = this.#decider.evolve(this.state, recorded);
    }
    return decision;
  }

  lawfully(command: C, date: string, actor?: Actor, more: Partial<Context> = {}): this {
    const decision = this.tell(command, date, actor, more);
    if (isRejection(decision)) throw new Error(JSON.stringify(decision));
    return this;
  }
}

const counter = "service-centre";
export const office = "agriculture-centre";
const clerk = { roles: ["clerk"], office: counter } as const;
const reviewer = { roles: ["reviewer"], office } as const;
/** A and B of the counter, A and B of the agriculture centre, their head, and the town's, as the profile names them. */
export const counterA: Actor = { sub: "clerk-1", name: "甲", ...clerk };
export const counterB: Actor = { sub: "clerk-2", name: "乙", ...clerk };
export const handlerA: Actor = { sub: `reviewer-${office}`, name: "丙", ...reviewer };
export const handlerB: Actor = { sub: `deputy-${office}`, name: "丁", ...reviewer };
export const theHead: Actor = { sub: `head-${office}`, name: "主任", roles: ["approver"], office };
export const theDirector: Actor = { sub: "director-1", name: "中心主任", roles: ["approver"], office: counter };
export const theMayor: Actor = { sub: "zhen-zhang", name: "镇长", roles: ["leader"], office: "party-government" };

export const anOpening = {
  type: "open",
  item: { code: "PL-018", name: { zh: "农药", en: "Pesticides" } },
  channel: "window",
  receivedOn: "2026-03-02",
  domain: "agriculture",
  clerk: counterA.sub,
  away: [],
} as const;

export type Responsible = Living<Assignment, AssignmentCommand, AssignmentEvent>;

/** A case received by A of the counter, and taken up by A of the agriculture centre if it is accepted. */
export function anAssignment({
  accepted = true,
  away = [],
}: {
  accepted?: boolean;
  away?: readonly string[];
} = {}): Responsible {
  const one: Responsible = new Living(assignment);
  one.lawfully({ ...anOpening, away }, "2026-03-02");
  return accepted ? one.lawfully({ type: "take-up", office, domain: "agriculture", away }, "2026-03-03") : one;
}

/** Who does a duty of the case. */
export const doing = ({ state }: Responsible, duty: "inquiry" | "handling") => {
  const held = state?.[duty];
  return held === undefined ? undefined : withWhom(held);
};

export const aCalendar = (): Living<Absences, AbsenceCommand, AbsenceEvent> => new Living(absence);

export const anAbsence = (from: string, to: string, person = handlerA.sub) =>
  ({ type: "record", person, from, to, kind: "leave", toHead: false, partners: [] }) as const;

/** The town with the other rule for A's return. */
export const allBack = { ...town, duties: { ...town.duties, onReturn: "all-back" as const } };
