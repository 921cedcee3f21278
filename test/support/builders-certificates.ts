import { type Ban, ban, type RecordFalsehood, type Undoing } from "../../services/permits/domain/ban/ban.ts";
import { startOfDay } from "../../shared/calendar/index.ts";
import type { Decider, DomainEvent, Recorded } from "../../shared/decider/index.ts";
import { isRejection } from "../../shared/decider/index.ts";
import { on, theApplicant, theApprover, theClerk } from "./builders-permits.ts";

/** Tells an aggregate a lawful command on a day and answers its new state. */
export function told<S, C, E extends DomainEvent>(
  decider: Decider<S, C, E>,
  state: S | undefined,
  command: C,
  date: string,
  actor = theClerk,
): S {
  const decision = decider.decide(state, command, on(date, actor));
  if (isRejection(decision)) throw new Error(JSON.stringify(decision));
  let next = state;
  for (const event of decision) {
    const recorded: Recorded<E> = { ...event, sequence: 1, time: startOfDay(date), actor: actor.sub };
    next = decider.evolve(next, recorded);
  }
  if (next === undefined) throw new Error("nothing came of it");
  return next;
}

export const theHolder = { kind: "citizen", name: theApplicant.name, idNumber: theApplicant.idNumber } as const;

export const aJudgment: Undoing = {
  kind: "judgment",
  organ: "禄丰市人民法院",
  number: "（2026）云行初1号",
  date: "2026-03-01",
};

export const aFalsehood = (more: Partial<RecordFalsehood> = {}): RecordFalsehood => ({
  type: "record",
  item: "PL-018",
  holder: theHolder,
  ground: "false-materials",
  source: "PL-018.X",
  from: "2026-03-02",
  safety: true,
  ...more,
});

/** Somebody found false; `lifted` on a day, if it is said. */
export function aBan({ lifted, ...more }: Partial<RecordFalsehood> & { readonly lifted?: string } = {}): Ban {
  const found = told(ban, undefined, aFalsehood(more), more.from ?? "2026-03-02");
  if (lifted === undefined) return found;
  return told(ban, found, { type: "lift", document: aJudgment }, lifted, theApprover);
}
