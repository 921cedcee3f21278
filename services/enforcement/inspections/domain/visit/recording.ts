import { limitFrom } from "../../../../../shared/calendar/index.ts";
import { type Context, type Decision, present, type Rejection } from "../../../../../shared/decider/index.ts";
import { nextNumber } from "../../../../../shared/papers/official-number.ts";
import { countersignFault } from "../../../common/domain/two-officers.ts";
import { badInput, in2, in3, in7, in8, refuse } from "../refusals.ts";
import { namedOnly } from "./entering.ts";
import type { CommandOf, RecordVisit, VisitEvent } from "./messages.ts";
import { isBreach, type SiteInspection } from "./visit.ts";

type Decided = Decision<VisitEvent>;

/**
 * IN-3: one of the officers puts down, at the place, what was seen of each point, and the enterprise signs each page, or that it
 * refused is put down with a witness. IN-8: nothing was taken for it.
 */
export function record(state: SiteInspection, command: RecordVisit, context: Context): Decided {
  const { findings, summary, sha256, pages, files, signing, lateReasons, chargedFen } = command;
  const on = context.today.toString();
  const fault =
    namedOnly(state, context) ??
    (chargedFen === 0 ? undefined : refuse("enforcement.inspection-free", in8, "/chargedFen")) ??
    emergencyScanFault(state) ??
    pointsFault(state, command) ??
    signingFault(state, command) ??
    (on === state.entry?.on || lateReasons !== undefined
      ? undefined
      : refuse("enforcement.inspection-record-late", { on: state.entry?.on ?? "", ...in3 }, "/lateReasons"));
  if (fault !== undefined) return fault;
  return [
    {
      type: "enforcement.site-inspection.recorded",
      data: { on, sha256, pages },
      personal: { findings, summary, files, signing, ...present({ lateReasons }) },
    },
  ];
}

/** IN-7: after an emergency they scan before they leave. */
const emergencyScanFault = ({ scan }: SiteInspection): Rejection | undefined =>
  scan?.without?.ground === "emergency" && scan.receipt === undefined
    ? refuse("enforcement.inspection-scan-missing", in7)
    : undefined;

/** IN-2: every point of every item once and nothing else; a breach falls under a power of its item. */
function pointsFault({ items }: SiteInspection, { findings }: RecordVisit): Rejection | undefined {
  const wanted = items.flatMap(({ code, points }) => points.map((point) => `${code}/${point}`));
  const looked = findings.map(({ item, point }) => `${item}/${point}`);
  const missing = wanted.filter((one) => !looked.includes(one));
  const strange = looked.findIndex((one, at) => !wanted.includes(one) || looked.indexOf(one) !== at);
  if (missing.length > 0 || strange >= 0)
    return badInput(
      "enforcement.inspection-points",
      { missing, ...in2 },
      strange < 0 ? "/findings" : `/findings/${strange}`,
    );
  const bare = findings.findIndex((one) => {
    const { powers = [] } = items.find(({ code }) => code === one.item) ?? {};
    const named = one.power !== undefined && powers.includes(one.power);
    return isBreach(one)
      ? !named || one.note === undefined
      : one.power !== undefined || (one.result !== "ok" && one.note === undefined);
  });
  return bare < 0 ? undefined : badInput("enforcement.inspection-points", { missing: [], ...in2 }, `/findings/${bare}`);
}

/** IN-3: signed on every page. For a refusal or an absence a witness signs, and no officer is that witness. */
function signingFault({ officers }: SiteInspection, { signing, pages }: RecordVisit): Rejection | undefined {
  const stands =
    signing.how === "signed"
      ? signing.signedPages === pages
      : signing.witness !== undefined && !officers.some(({ name }) => name === signing.witness);
  return stands ? undefined : refuse("enforcement.inspection-record-signing", in3, "/signing");
}

/** CF-42: another of the officers signs with his own login. Each breach has its lead in the same commit (E8). */
export function countersign(state: SiteInspection, { leads }: CommandOf<"countersign">, context: Context): Decided {
  const { officers, record: done } = state;
  const fault = countersignFault({ officers, recordedBy: done?.by ?? "" }, context.actor);
  if (fault !== undefined) return fault;
  const breaches = (done?.findings ?? []).flatMap((one, at) => (isBreach(one) ? [at] : []));
  if (breaches.join() !== leads.map(({ finding }) => finding).join())
    return badInput("enforcement.inspection-points", { missing: breaches.map(String), ...in2 });
  const { calendar, today, town } = context;
  const length = town.enforcement.inspections.resultWorkingDays;
  const resultBy = limitFrom(calendar, { ...in3, unit: "working-day", length }, today);
  const data = { on: today.toString(), leads, resultBy };
  return [{ type: "enforcement.site-inspection.signed", data, personal: {} }];
}

/** IN-3: the result in writing, with a number; a day to put it right only where something is wrong. */
export function tellResult(state: SiteInspection, command: CommandOf<"tell-result">, context: Context): Decided {
  const { how, text, proof, putRightBy } = command;
  const refused =
    namedOnly(state, context) ??
    (state.approval === undefined ? refuse("enforcement.inspection-not-approved", in3) : undefined);
  if (refused !== undefined) return refused;
  const on = context.today.toString();
  const found = (state.record?.findings ?? []).some(({ result }) => result === "breach" || result === "put-right");
  if (putRightBy !== undefined && (!found || putRightBy <= on))
    return badInput("enforcement.inspection-put-right-by", { on, ...in3 }, "/putRightBy");
  const number = nextNumber(context, context.town.numbering.enforcement["inspection-result"]);
  return [
    {
      type: "enforcement.site-inspection.result-told",
      data: { on, how, occasion: state.occasion.kind, found, ...present({ putRightBy }) },
      personal: { number, text, proof },
    },
  ];
}
