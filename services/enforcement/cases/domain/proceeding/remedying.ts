import { Temporal } from "temporal-polyfill";
import { examinedBy } from "../../../../../shared/case-rules/review-terms.ts";
import { type Context, type Decision, present, type Rejection } from "../../../../../shared/decider/index.ts";
import { byMachine, datedLater } from "../../../common/domain/case-rules.ts";
import type { CommandOf, ProceedingEvent } from "./messages.ts";
import { headFault, independenceFault, notInvestigating } from "./people.ts";
import type { Change, Decided, Ended, InEffect, Overturned, Remedy } from "./proceeding.ts";
import { badInput, notNow, refuse } from "./refusals.ts";
import { about } from "./said.ts";
import { amountsOf } from "./weighing.ts";

type Told = Decision<ProceedingEvent>;
const article73 = { article: "行政处罚法73", rule: "CF-73" };

/** CF-73, FY-20, SS-46: the party went to review or to court. The decision stays in effect meanwhile. */
export function noteRemedy(state: InEffect | Ended, command: CommandOf<"note-remedy">, context: Context): Told {
  const { kind, document, filedOn } = command;
  const later = byMachine(context.actor) ?? datedLater(document, context) ?? dayFault(state, filedOn, context);
  if (later !== undefined) return later;
  if (state.remedies.some((one) => one.kind === kind && one.endedOn === undefined))
    return notNow("enforcement.remedy-still-open", { kind, ...article73 });
  const id = `R${state.remedies.length + 1}`;
  return [
    {
      type: "enforcement.proceeding.remedy-filed",
      data: {
        ...{ ...about(state), id, kind, filedOn },
        ...(kind === "review" ? { examinedBy: examinedBy(context.calendar, filedOn) } : {}),
      },
      personal: { document },
    },
  ];
}

function dayFault({ decision }: InEffect | Ended, filedOn: string, { today }: Context): Rejection | undefined {
  const early = decision.served !== undefined && filedOn < decision.on;
  return early || Temporal.PlainDate.compare(filedOn, today) > 0
    ? badInput("enforcement.served-in-the-future", { on: filedOn, ...article73 }, "/filedOn")
    : undefined;
}

/** CF-48, CF-57a: how review or suit ended, and what it makes of the decision. */
export function endRemedy(state: InEffect | Ended, command: CommandOf<"end-remedy">, context: Context): Told {
  const { effect, document, amounts, anew = false } = command;
  // An officer of the case does not undo his own work, or spare anybody, by a word of his.
  const refused =
    byMachine(context.actor) ?? independenceFault(command.case, context.actor, "enforcement.handler-cannot-decide");
  if (refused !== undefined) return refused;
  const remedy = state.remedies.find(({ id, endedOn }) => id === command.remedy && endedOn === undefined);
  if (remedy === undefined) return badInput("enforcement.no-remedy-open", article73, "/remedy");
  const later = datedLater(document, context);
  if (later !== undefined) return later;
  const { kind } = remedy;
  const ended: ProceedingEvent = {
    type: "enforcement.proceeding.remedy-ended",
    data: { ...about(state), on: context.today.toString(), remedy: remedy.id, kind, effect },
    personal: { document },
  };
  if (effect !== "changed" && effect !== "revoked" && effect !== "void") return [ended];
  const by = kind === "review" ? ("review" as const) : ("court" as const);
  const fallen = overturning(state, { how: effect, by, document, anew, ...present({ amounts }) }, context);
  return "rejected" in fallen ? fallen : [ended, fallen];
}

/** CF-48, CF-75: the organ corrects itself, or the organ above it does. */
export function overturn(state: Decided | InEffect | Ended, command: CommandOf<"overturn">, context: Context): Told {
  const { type: _type, how, by, document, reasons, amounts, anew = false } = command;
  const refused = headFault(command.case, context) ?? datedLater(document, context);
  if (refused !== undefined) return refused;
  if (reasons.trim() === "") return badInput("enforcement.reasons-missing", { rule: "CF-48" }, "/reasons");
  const fallen = overturning(state, { how, by, document, anew, reasons, ...present({ amounts }) }, context);
  return "rejected" in fallen ? fallen : [fallen];
}

interface Falling {
  readonly how: "changed" | "revoked" | "void";
  readonly by: Change["by"];
  readonly document: { readonly number: string; readonly date: string };
  readonly anew: boolean;
  readonly reasons?: string;
  readonly amounts?: Change["amounts"];
}

/** FY-63, SS-77: a change is never heavier for the party, in no act and not in sum. */
function overturning(
  state: Decided | InEffect | Ended,
  { how, by, document, anew, reasons, amounts }: Falling,
  { today }: Context,
): ProceedingEvent | Rejection {
  const on = today.toString();
  if (how !== "changed")
    return {
      type: "enforcement.proceeding.overturned",
      data: { ...about(state), on, how, by, anew },
      personal: { document, ...present({ reasons }) },
    };
  const before = amountsOf(state);
  const left = before.map((one) => amounts?.find(({ act }) => act === one.act) ?? one);
  const heavier = left.some(
    (one, at) => one.fineFen > (before[at]?.fineFen ?? 0) || one.confiscateFen > (before[at]?.confiscateFen ?? 0),
  );
  const strange = amounts?.some(({ act }) => !before.some((one) => one.act === act)) === true;
  const same = JSON.stringify(left) === JSON.stringify(before);
  if (heavier || strange || same)
    return refuse("enforcement.heavier-change", { article: "行政复议法63，行政诉讼法77", rule: "FY-63" }, "/amounts");
  return {
    type: "enforcement.proceeding.changed",
    data: { ...about(state), on, by },
    personal: { document, amounts: left, ...present({ reasons }) },
  };
}

/** A paper that revoked the decision may order a new one: the case is open again, and the party is told anew. */
export function beginAnew(state: Overturned, { case: of }: CommandOf<"begin-anew">, context: Context): Told {
  const refused = headFault(of, context) ?? notInvestigating(of);
  if (refused !== undefined) return refused;
  if (!state.overturned.anew)
    return refuse("enforcement.not-ordered-anew", { article: "行政诉讼法70、71", rule: "CF-57a" });
  return [
    {
      type: "enforcement.proceeding.begun-anew",
      data: { ...about(state), on: context.today.toString() },
      personal: {},
    },
  ];
}

/** A review or a suit that is not over. */
export const openRemedy = ({ remedies }: { readonly remedies: readonly Remedy[] }) =>
  remedies.find(({ endedOn }) => endedOn === undefined);
