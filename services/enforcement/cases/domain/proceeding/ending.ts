import { Temporal } from "temporal-polyfill";
import { isOverdue, recalculate, startOfDay, toDate } from "../../../../../shared/calendar/index.ts";
import { type Context, type Decision, present, theTownItself } from "../../../../../shared/decider/index.ts";
import { datedLater } from "../../../common/domain/case-rules.ts";
import { nextAnswerDeadline, passAnswerTime } from "./answering.ts";
import type { CommandOf, ProceedingEvent } from "./messages.ts";
import { handlerFault, headFault } from "./people.ts";
import type { Decided, Ended, InEffect, Noticed, Open, Performed, Proceeding } from "./proceeding.ts";
import { badInput, refuse } from "./refusals.ts";
import { openRemedy } from "./remedying.ts";
import { about } from "./said.ts";
import { owed } from "./weighing.ts";

type Told = Decision<ProceedingEvent>;
const article57a = { article: "行政处罚法57", rule: "CF-57a" };

/** What the decision asks of the party and is not done. */
export function notPerformed(state: InEffect): readonly Performed["what"][] {
  const { decision, charges, performed } = state;
  if (decision.outcome !== "punish") return [];
  const { fineFen, gainsFen } = owed(state);
  const items = charges?.items ?? [];
  const goods = items.some(({ confiscation }) => (confiscation?.goods.length ?? 0) > 0);
  const sums = ["罚款", "没收违法所得", "没收非法财物", "警告", "通报批评"];
  const asked: Readonly<Record<Performed["what"], boolean>> = {
    fine: fineFen > 0,
    confiscation: gainsFen > 0 || goods,
    order: items.length > 0,
    other: items.some(({ kinds }) => kinds.some((kind) => !sums.includes(kind))),
  };
  const parts: readonly Performed["what"][] = ["fine", "confiscation", "order", "other"];
  return parts.filter((what) => asked[what] && !performed.some((one) => one.what === what));
}

/** CF-67: the party did what the decision asks; the proof is on file. That a fine is settled, the town notes by itself. */
export function perform(state: InEffect, { performed, proof, ...known }: CommandOf<"perform">, context: Context): Told {
  const settled = context.actor.sub === theTownItself.sub && performed.what === "fine";
  const refused = settled ? undefined : handlerFault(known, context);
  if (refused !== undefined) return refused;
  const { on } = performed;
  if (Temporal.PlainDate.compare(on, context.today) > 0)
    return badInput("enforcement.served-in-the-future", { on, rule: "CF-67" }, "/performed/on");
  return [{ type: "enforcement.proceeding.performed", data: { ...about(state), ...performed }, personal: { proof } }];
}

/**
 * F-47: money that had paid the fine was another one's, and the fine is owed again: it is not performed, and the proceeding does not end on
 * it. Nothing noted: nothing to do.
 */
export const oweAgain = (state: InEffect, { on }: CommandOf<"owe-again">): Told =>
  state.performed.some(({ what }) => what === "fine")
    ? [{ type: "enforcement.proceeding.owed-again", data: { ...about(state), on }, personal: {} }]
    : [];

/** CF-57a, QZ-40: over once all is done, or once the head has ended the enforcement; not while review or suit is open. */
export function end(state: InEffect, { ground, reasons, ...known }: CommandOf<"end">, context: Context): Told {
  const refused = ground === "performed" ? handlerFault(known, context) : headFault(known.case, context);
  if (refused !== undefined) return refused;
  if (openRemedy(state) !== undefined)
    return refuse("enforcement.remedy-still-open", { article: "行政处罚法73", rule: "CF-73" });
  const left = ground === "performed" ? notPerformed(state) : [];
  if (left.length > 0) return refuse("enforcement.not-performed", { left, ...article57a });
  if (ground === "enforcement-ended" && (reasons ?? "").trim() === "")
    return badInput("enforcement.reasons-missing", { article: "行政强制法40", rule: "QZ-39" }, "/reasons");
  const data = { ...about(state), on: context.today.toString(), ground };
  return [{ type: "enforcement.proceeding.ended", data, personal: present({ reasons }) }];
}

/** CF-57a, CF-57c: ended without a decision. Heirs inherit no undecided penalty. */
export function stop(state: Open | Noticed, { ground, reasons, ...known }: CommandOf<"stop">, context: Context): Told {
  const refused = headFault(known.case, context);
  if (refused !== undefined) return refused;
  const body = state.party.kind === "organisation";
  if ((ground === "party-died" && body) || (ground === "organisation-ended" && !body))
    return refuse("enforcement.stop-not-so", { ground, ...article57a }, "/ground");
  if (reasons.trim() === "") return badInput("enforcement.reasons-missing", article57a, "/reasons");
  return [
    {
      type: "enforcement.proceeding.stopped",
      data: { ...about(state), on: context.today.toString(), ground },
      personal: { reasons },
    },
  ];
}

/** CF-57c: under another name, or merged into another body, the decision goes on against the successor. */
export function succeed(state: Decided | InEffect, command: CommandOf<"succeed">, context: Context): Told {
  const { how, name, address, key, document, ...known } = command;
  const refused = handlerFault(known, context) ?? datedLater(document, context);
  if (refused !== undefined) return refused;
  const inherits = state.party.kind !== "organisation" && (how === "merged" || key !== undefined);
  if (inherits) return refuse("enforcement.successor-of-a-person", { article: "行政处罚法57", rule: "CF-57c" }, "/how");
  return [
    {
      type: "enforcement.proceeding.succeeded",
      data: { ...about(state), on: context.today.toString(), how },
      personal: { name, document, ...present({ address, key }) },
    },
  ];
}

/** CF-61, FY-48: a decision that is not served in time, or an answer that is not given in time, is told once. */
export function passTime(state: Decided | InEffect | Ended, context: Context): Told {
  if (state.status !== "decided") return passAnswerTime(state, context);
  const { calendar, today } = context;
  const { toServe, late } = state.decision;
  if (late === true || toServe.due === null || toServe.due >= today.toString()) return [];
  const limit = recalculate(calendar, toServe);
  if (!isOverdue(limit, today))
    return [
      { type: "enforcement.proceeding.limit-recounted", data: { ...about(state), toServe: limit }, personal: {} },
    ];
  const due = limit.due ?? toServe.due;
  return [{ type: "enforcement.proceeding.overdue", data: { ...about(state), what: "service", due }, personal: {} }];
}

export function nextDeadline(state: Proceeding): string | undefined {
  if (state.status === "in-effect" || state.status === "ended") return nextAnswerDeadline(state);
  if (state.status !== "decided" || state.decision.late === true || state.decision.toServe.due === null)
    return undefined;
  return startOfDay(toDate(state.decision.toServe.due).add({ days: 1 }));
}
