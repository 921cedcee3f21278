import { hoursLater } from "../../../../shared/calendar/index.ts";
import { type Context, type Decision, isRejection, present, type Rejection } from "../../../../shared/decider/index.ts";
import { nextNumber, type OfficialNumber } from "../../../../shared/papers/official-number.ts";
import { seriesOf } from "../../../../shared/town/series.ts";
import type { PenaltyCase } from "../../cases/domain/case/case.ts";
import { powerless } from "../../cases/domain/case/filing-checks.ts";
import { isOfficerOf } from "../../cases/domain/case/who.ts";
import { twoOfficers } from "../../common/domain/two-officers.ts";
import { goodsFault } from "./claims.ts";
import { basisOf, caseFault } from "./grounds.ts";
import { itemId, type Measure, type MeasureKind, untilOf } from "./measure.ts";
import type { CarryOut, MeasureEvent, OnTheSpot } from "./messages.ts";
import { article18, notYou, refuse } from "./refusals.ts";
import { termOf } from "./terms.ts";
import { measureHandlerFault } from "./who.ts";

/** QZ-18, QZ-24: each step of the list is done, or the measure is not taken. The refusal names all that is missing. */
function stepsFault({ course, record, handover }: OnTheSpot): Rejection | undefined {
  const done = {
    cards: course.cardsShown,
    reasons: course.reasonsTold,
    rights: course.rightsTold,
    heard: course.heard,
    signature: record.signing === "signed" || record.witness !== undefined,
    handover: handover !== undefined,
  };
  const missing = Object.entries(done).flatMap(([step, so]) => (so ? [] : [step]));
  return missing.length === 0
    ? undefined
    : refuse("enforcement.measure-steps-missing", { missing, ...article18 }, "/course");
}

/** CF-47a: what the profile names is recorded in sound and picture. */
const recordingFault = (kind: MeasureKind, { recording }: OnTheSpot, { town }: Context): Rejection | undefined =>
  recording === undefined && town.enforcement.recording.scenes.some((scene) => scene === kind)
    ? refuse("enforcement.measure-recording-missing", { article: "行政处罚法47", rule: "CF-47a" }, "/recording")
    : undefined;

/** CF-38: the power is in force today for an act of this party. */
function powerFaultOf(of: PenaltyCase, party: string, command: CarryOut, context: Context): Rejection | undefined {
  const faults = of.acts.filter(({ by }) => by.includes(party)).map((act) => powerless(act, command, context));
  return faults.some((fault) => fault === undefined) ? undefined : faults[0];
}

/** The number of its decision, in the name of the organ whose power is used. */
export function measureNumber(kind: MeasureKind, of: PenaltyCase, context: Context): OfficialNumber {
  const { town } = context;
  const { numbering } = town;
  const series = kind === "preservation" ? numbering.enforcement.preservation : numbering.enforcement.measure;
  const organ = of.acts[0]?.power?.inWhoseName ?? { name: town.organName, uscc: town.uscc };
  return nextNumber(context, seriesOf(series, organ, town));
}

/**
 * QZ-18, QZ-24, CF-42: two officers of the case carry it out; one of them records it with his login, and it is in force once the other
 * has signed with his. Approved before, or an emergency whose approval is made up within 24 hours (QZ-19).
 */
export function carryOut(state: Measure, command: CarryOut, context: Context): Decision<MeasureEvent> {
  const { of, officers, with: other, id, goods, adopts = [], preservation, record } = command;
  const { today, town, actor, now } = context;
  const on = today.toString();
  const refused = measureHandlerFault(command, context) ?? caseFault(of, state.party);
  if (refused !== undefined) return refused;
  if (of === undefined) return [];
  if (on > (state.carryOutBy ?? on))
    return refuse("enforcement.measure-approval-over", { until: state.carryOutBy, ...article18 });
  if (!isOfficerOf(of, { sub: other }))
    return notYou("enforcement.not-an-officer-of-the-case", { ...article18, rule: "CF-42" });
  const two = twoOfficers([actor.sub, other], { officers, domains: of.domains, on: today, town }, "/with");
  if (isRejection(two)) return two;
  const { kind, party } = state;
  const basis = basisOf({ kind, party, ...present({ basis: state.basis?.id }) }, of, context);
  if (basis !== undefined && isRejection(basis)) return basis;
  const fault =
    powerFaultOf(of, state.party, command, context) ??
    stepsFault(command) ??
    recordingFault(state.kind, command, context) ??
    (state.from !== undefined && preservation?.status !== "in-force"
      ? refuse("enforcement.preservation-not-open", { article: "行政处罚法56", rule: "CF-56a" }, "/adopts")
      : goodsFault(
          command,
          { ...state, preservation: state.from === undefined ? undefined : preservation },
          of,
          context,
        ));
  if (fault !== undefined) return fault;
  const limit = termOf(state, on, context);
  const titles = [
    ...goods.map(({ title }) => title),
    ...adopts.map((one) => preservation?.goods.find((item) => item.id === one.id)?.title ?? ""),
  ];
  return [
    {
      type: "enforcement.measure.recorded",
      data: {
        ...{ case: state.case, party: state.party, kind: state.kind, on, limit },
        until: untilOf({ ...state, limit, recordedOn: on }),
        goods: [...goods.map((_one, at) => itemId(id, at)), ...adopts.map((one) => one.id)],
        handedOver: command.handover?.to ?? "party",
        signing: record.signing,
        number: state.number ?? measureNumber(state.kind, of, context),
        ...(state.emergency === true ? { approveBy: hoursLater(now, 24) } : {}),
      },
      personal: {
        ...{ titles, officers: two, handlers: of.handlers, address: command.address },
        ...{ present: command.present, record: { sha256: record.sha256, ...present({ witness: record.witness }) } },
        ...present({ recording: command.recording }),
        decisionFile: command.handover?.decision ?? "",
        list: command.handover?.list ?? "",
      },
    },
  ];
}
