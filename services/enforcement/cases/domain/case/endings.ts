import type { Context, Decision, Rejection } from "../../../../../shared/decider/index.ts";
import { isTheTownItself } from "../../../../../shared/town/own-name.ts";
import { badInput, notNow, refuse } from "../refusals.ts";
import { aboutCase } from "./about.ts";
import type { FiledCase } from "./case.ts";
import { missingPapers } from "./closing-list.ts";
import { outOfTime, powerless } from "./filing-checks.ts";
import { isDecided } from "./joining.ts";
import type { CaseEvent, Close, Reopen, Return, Stop, TransferOrgan, Withdraw } from "./messages.ts";
import { headOnly, officersOnly } from "./who.ts";

type Decided = Decision<CaseEvent>;
const rule = { rule: "CF-57a" };

const standingDecision = (state: FiledCase): Rejection | undefined => {
  const party = state.parties.find(({ id }) => isDecided(state, id));
  return party === undefined ? undefined : notNow("enforcement.decided-already", { party: party.id, ...rule });
};

/** CF-57a 撤案: the facts did not exist, or it was filed wrongly. What was decided is not taken back this way. */
export function withdraw(state: FiledCase, { ground, reasons }: Withdraw, context: Context): Decided {
  const refused = headOnly(state, context) ?? standingDecision(state);
  if (refused !== undefined) return refused;
  const data = { ...aboutCase(state), ground, on: context.today.toString() };
  return [{ type: "enforcement.case.withdrawn", data, personal: { reasons } }];
}

/** CF-57a 终止: no breach, out of time, the party is dead or gone, no power. Its measures are lifted at once. */
export function stop(state: FiledCase, command: Stop, context: Context): Decided {
  const { ground, reasons } = command;
  const refused = headOnly(state, context) ?? standingDecision(state) ?? untrue(state, command, context);
  if (refused !== undefined) return refused;
  const data = { ...aboutCase(state), ground, on: context.today.toString() };
  return [{ type: "enforcement.case.stopped", data, personal: { reasons } }];
}

/** A case is not stopped for time or for want of a power while the record says otherwise. */
function untrue(state: FiledCase, command: Stop, context: Context): Rejection | undefined {
  const { ground } = command;
  const holds = (fault: (act: FiledCase["acts"][number]) => Rejection | undefined) =>
    state.acts.some((act) => fault(act));
  const so =
    ground === "time-barred"
      ? holds(outOfTime)
      : ground === "no-power"
        ? holds((act) => powerless(act, command, context))
        : ground === "party-dead"
          ? state.parties.every(({ kind }) => kind !== "organisation")
          : ground !== "organisation-ended" || state.parties.every(({ kind }) => kind !== "citizen");
  return so ? undefined : badInput("enforcement.ground-not-so", { ground, ...rule }, "/ground");
}

/** CF-22, CF-57: the matter is another organ's; the head hands it over by letter. */
export function transferToOrgan(
  state: FiledCase,
  { organ, letter, reasons }: TransferOrgan,
  context: Context,
): Decided {
  const refused = headOnly(state, context) ?? standingDecision(state);
  if (refused !== undefined) return refused;
  if (isTheTownItself(organ, context.town))
    return badInput("enforcement.case-to-the-town-itself", { organ, article: "行政处罚法22", rule: "CF-22" }, "/organ");
  const on = context.today.toString();
  const papers = [{ kind: "transfer-letter" as const, reference: letter, on }];
  const data = { ...aboutCase(state), to: "organ" as const, organ, on, papers };
  return [{ type: "enforcement.case.transferred", data, personal: { reasons } }];
}

/** What came back goes on where it was; its clock has run (CF-60a). */
export function returnFromOrgan(state: FiledCase, { on, document }: Return, context: Context): Decided {
  const refused = officersOnly(state, context);
  if (refused !== undefined) return refused;
  const { ending, endedOn = "" } = state;
  if (ending?.how !== "transferred" || ending.to !== "organ") return notNow("enforcement.nothing-to-transfer", rule);
  if (on < endedOn || on > context.today.toString())
    return badInput("enforcement.answer-before-transfer", { on: endedOn }, "/on");
  const data = { ...aboutCase(state), from: "organ" as const, on, document };
  return [{ type: "enforcement.case.returned", data, personal: {} }];
}

const final: ReadonlySet<string> = new Set(["ended", "stopped", "revoked", "void"]);
/** In these nothing was decided: they fall with a case that ends without a decision of the town. */
const undecided: ReadonlySet<string> = new Set(["open", "noticed"]);

/** Parties about whom something is still to do before the case can be closed. */
const openParties = ({ proceedings, ending }: FiledCase) =>
  proceedings.flatMap(({ party, status }) => {
    const falls = ending !== undefined && ending.how !== "decided" && undecided.has(status);
    return final.has(status) || falls ? [] : [party];
  });

/**
 * CF-57a 结案: the head closes a case once every proceeding is over, no measure on goods stands, nothing of it lies with the town
 * (CF-74a, QZ-28), and all papers of its ending are on file. The refusal names the missing papers.
 */
export function close(state: FiledCase, { report, lying }: Close, context: Context): Decided {
  const refused = headOnly(state, context);
  if (refused !== undefined) return refused;
  const open = openParties(state);
  if (open.length > 0) return refuse("enforcement.proceedings-open", { parties: open, ...rule });
  const goods = state.measures.filter(({ ended }) => ended === undefined).map(({ id }) => id);
  if (goods.length > 0) return refuse("enforcement.measures-open", { measures: goods, ...rule });
  if (lying.length > 0)
    return refuse("enforcement.goods-lying", { goods: lying, article: "行政强制法28", rule: "QZ-28" });
  const missing = missingPapers(state);
  if (missing.length > 0)
    return refuse("enforcement.papers-missing", { papers: missing.map(({ kind }) => kind), missing, ...rule });
  const on = context.today.toString();
  const paper = { kind: "closing-report" as const, reference: report, on };
  const ending = state.ending ?? { how: "decided" as const };
  return [{ type: "enforcement.case.closed", data: { ...aboutCase(state), on, paper, ending }, personal: {} }];
}

/** A decision was overturned and is made anew, or the case was ended wrongly: the head takes it up again. */
export function reopen(state: FiledCase, { ground, document, reasons }: Reopen, context: Context): Decided {
  const refused = headOnly(state, context);
  if (refused !== undefined) return refused;
  const overturned = state.proceedings.some(({ status }) => status === "revoked" || status === "void");
  if (ground === "overturned" && !overturned)
    return badInput("enforcement.ground-not-so", { ground, ...rule }, "/ground");
  const unended = state.ending === undefined || state.ending.how === "decided";
  if (ground === "ended-wrongly" && unended)
    return badInput("enforcement.ground-not-so", { ground, ...rule }, "/ground");
  const data = { ...aboutCase(state), ground, on: context.today.toString() };
  return [{ type: "enforcement.case.reopened", data, personal: { document, reasons } }];
}
