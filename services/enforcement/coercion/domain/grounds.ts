import type { Context, Rejection } from "../../../../shared/decider/index.ts";
import { isRejection } from "../../../../shared/decider/index.ts";
import type { PenaltyCase } from "../../cases/domain/case/case.ts";
import type { MeasureBasis, MeasureKind } from "./measure.ts";
import type { ProposeMeasure } from "./messages.ts";
import { badInput, notNow, refuse } from "./refusals.ts";
import { measureHandlerFault } from "./who.ts";

const article16 = { article: "行政强制法16(2)", rule: "QZ-16" };
const article17 = { article: "行政强制法10、11、17、22", rule: "QZ-17a" };

/** A measure is one on goods of a party of a case under investigation (CF-54). */
export function caseFault(of: PenaltyCase | undefined, party: string): Rejection | undefined {
  if (of === undefined || of.status !== "investigating")
    return notNow("enforcement.case-not-in-this-state", {
      ...{ status: of?.status ?? "proposed", command: "note-measure", possible: [] },
    });
  return of.parties.some(({ id }) => id === party)
    ? undefined
    : badInput("enforcement.unknown-case-party", { party }, "/party");
}

interface Meant {
  readonly kind: MeasureKind;
  readonly party: string;
  readonly basis?: string;
}

/**
 * QZ-17a: the power to punish carries no seal and no seizure. A law or regulation names the organ for an act of this party; the
 * profile has it with its source. QZ-17: it is not used in another organ's name. Answers the basis, if one is needed.
 */
export function basisOf(
  { kind, party, basis: asked }: Meant,
  of: PenaltyCase,
  { town }: Pick<Context, "town">,
): MeasureBasis | undefined | Rejection {
  if (kind === "preservation") return undefined;
  const acts = of.acts.filter(({ by }) => by.includes(party));
  const basis = town.enforcement.coercion.bases.find(({ id }) => id === asked);
  const carried = acts.filter(({ code }) => basis?.codes.includes(code) === true);
  if (basis === undefined || !basis.kinds.includes(kind) || carried.length === 0)
    return refuse("enforcement.measure-without-basis", { kind, ...article17 }, "/basis");
  const own = carried.some(({ power }) => power?.inWhoseName.uscc === town.uscc);
  if (!own) return refuse("enforcement.measure-entrusted", { ...article17, rule: "QZ-17" }, "/basis");
  return { id: basis.id, law: basis.law };
}

/** QZ-16: what is slight or harms nobody needs no seal and no seizure. */
export function slightFault({ kind, slight }: Pick<ProposeMeasure, "kind" | "slight">): Rejection | undefined {
  return kind !== "preservation" && slight ? refuse("enforcement.slight-act", article16, "/slight") : undefined;
}

/** Whether it may be meant at all: by whom, in which case, against whom, for which act. Answers its basis. */
export function meantBy(command: ProposeMeasure, context: Context): { readonly basis?: MeasureBasis } | Rejection {
  const { of, party, kind, emergency } = command;
  const refused = measureHandlerFault(command, context) ?? caseFault(of, party) ?? slightFault(command);
  if (refused !== undefined) return refused;
  if (of === undefined) return {};
  if (emergency !== undefined && kind === "preservation")
    return refuse("enforcement.emergency-only-for-coercion", { article: "行政处罚法56", rule: "CF-56" }, "/emergency");
  const basis = basisOf(command, of, context);
  if (basis === undefined) return {};
  return isRejection(basis) ? basis : { basis };
}
