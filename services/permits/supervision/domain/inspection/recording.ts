import { limitFrom } from "../../../../../shared/calendar/index.ts";
import type { Context, Decision, Rejection } from "../../../../../shared/decider/index.ts";
import { nextNumber } from "../../../../../shared/papers/official-number.ts";
import { seriesOf } from "../../../../../shared/town/series.ts";
import { badInput, notYou, refuse } from "../refusals.ts";
import type { Acknowledgement, ToBeHeld, Unsigned } from "./inspection.ts";
import type { InspectionCommand, InspectionEvent, RecordIt } from "./messages.ts";
import { about, isInspector } from "./subject.ts";

type Decided = Decision<InspectionEvent>;
const article61 = { article: "行政许可法61(2)", rule: "XK-61" };
const article66 = { article: "行政许可法66", rule: "XK-66" };

/** Each with his own login; not he whose licence it is, by any of his logins. */
function inspectorsOnly({ inspectors, subject }: ToBeHeld | Unsigned, { actor }: Context): Rejection | undefined {
  if (!isInspector(inspectors, actor)) return notYou("permits.not-an-inspector", article61);
  const own = actor.party !== undefined && actor.party === subject.party;
  return own ? notYou("permits.own-case", { rule: "CF-43" }) : undefined;
}

/** XK-61: one of the inspectors records what was found at every point, and what comes of it; anew until somebody has signed. */
export function record(state: ToBeHeld | Unsigned, command: RecordIt, context: Context): Decided {
  const refused = inspectorsOnly(state, context) ?? faultyRecord(state, command, context);
  if (refused !== undefined) return refused;
  const { heldOn, result, putRightBy, findings, summary } = command;
  return [
    {
      type: "permits.inspection.recorded",
      data: {
        heldOn,
        result,
        ...(putRightBy === undefined ? {} : { putRightBy }),
        signing: signingFrom(heldOn, context),
      },
      personal: { findings, summary },
    },
  ];
}

const signingFrom = (heldOn: string, { calendar, town }: Context) =>
  limitFrom(calendar, { ...article61, unit: "working-day", length: town.inspections.signingWorkingDays }, heldOn);

/**
 * Where somebody who was there can sign no more it is held anew, by whom the heads then name: for the town's leaders alone to
 * say, so that no finding is lost for being unwelcome. What was recorded stays in its history.
 */
export const holdAnew = (reasons: string, { actor, today }: Context): Decided =>
  actor.roles.includes("leader")
    ? [{ type: "permits.inspection.to-be-held-anew", data: { on: today.toString() }, personal: { reasons } }]
    : notYou("permits.leader-only", article61);

function faultyRecord(state: ToBeHeld | Unsigned, command: RecordIt, { today }: Context): Rejection | undefined {
  const { heldOn, result, putRightBy, findings, chargedFen } = command;
  const now = today.toString();
  if (state.status === "unsigned" && (state.signatures.length > 0 || state.acknowledged !== undefined))
    return refuse("permits.inspection-signed", article61);
  if (chargedFen > 0)
    return refuse("permits.inspection-is-free", { article: "行政许可法58(1)", rule: "XK-58" }, "/chargedFen");
  if (heldOn > now) return badInput("permits.held-in-the-future", { heldOn }, "/heldOn");
  if (heldOn < state.plannedOn)
    return refuse("permits.held-before-planned", { plannedOn: state.plannedOn, ...article61 }, "/heldOn");
  const open = state.points.filter(({ id }) => findings.filter(({ point }) => point === id).length !== 1);
  if (open.length > 0 || findings.length !== state.points.length)
    return badInput("permits.points-missing", { points: open.map(({ text }) => text.zh).join("、") }, "/findings");
  if (findings.some((finding) => finding.result === "fails") === (result === "conforming"))
    return badInput("permits.result-against-findings", article61, "/result");
  if ((putRightBy !== undefined) !== (result === "put-right"))
    return badInput("permits.day-for-putting-right", article66, "/putRightBy");
  if (putRightBy !== undefined && putRightBy <= now)
    return badInput("permits.day-for-putting-right", article66, "/putRightBy");
  const { follows } = state;
  if (follows !== undefined && result === "put-right") return refuse("permits.put-right-once", article66, "/result");
  if (follows !== undefined && result === "violation" && heldOn <= follows.putRightBy)
    return refuse("permits.still-time-to-put-right", { ...article66, until: follows.putRightBy }, "/heldOn");
  return undefined;
}

/** XK-61: every inspector signs for himself; who sees it differently says so beside his signature. */
export function sign(
  state: Unsigned,
  { remarks }: Extract<InspectionCommand, { type: "sign" }>,
  context: Context,
): Decided {
  const refused = inspectorsOnly(state, context);
  if (refused !== undefined) return refused;
  const { actor, today } = context;
  if (state.signatures.some(({ by }) => by === actor.sub)) return [];
  const signed: InspectionEvent = {
    type: "permits.inspection.signed",
    data: { on: today.toString() },
    personal: remarks === undefined ? {} : { remarks },
  };
  const by = [...state.signatures.map((one) => one.by), actor.sub];
  return [signed, ...conclusion(state, by, state.acknowledged !== undefined, context)];
}

/**
 * The person inspected signs, on the inspectors' device or by his own login; that he refused, or was not there, an inspector
 * puts down with a witness. XK-63: he is asked whether business was hindered or something demanded.
 */
export function acknowledge(
  state: Unsigned,
  { acknowledgement, conduct }: Extract<InspectionCommand, { type: "acknowledge" }>,
  context: Context,
): Decided {
  const himself = context.actor.sub === state.subject.owner;
  const refused = himself ? undefined : inspectorsOnly(state, context);
  if (refused !== undefined) return refused;
  if (state.acknowledged !== undefined) return refuse("permits.inspection-signed", article61);
  const impossible = badAcknowledgement(state, acknowledgement, himself);
  if (impossible !== undefined) return impossible;
  const on = context.today.toString();
  const acknowledged: InspectionEvent = {
    type: "permits.inspection.acknowledged",
    data: { on, how: acknowledgement.how },
    personal: { acknowledgement, conduct },
  };
  const { hindered, demanded } = conduct;
  const stated: InspectionEvent = {
    type: "permits.inspection.conduct-stated",
    data: { ...about(state.subject), hindered, demanded },
  };
  const by = state.signatures.map((one) => one.by);
  return [acknowledged, stated, ...conclusion(state, by, true, context)];
}

function badAcknowledgement(
  { inspectors }: Unsigned,
  acknowledgement: Acknowledgement,
  himself: boolean,
): Rejection | undefined {
  if (acknowledgement.how === "signed") return undefined;
  const { witness } = acknowledgement;
  const plain = (name: string) => name.replace(/\s/g, "");
  const isWitness = !himself && inspectors.every(({ name }) => plain(name) !== plain(witness));
  return isWitness ? undefined : badInput("permits.witness-is-none", article61, "/acknowledgement/witness");
}

/** XK-61: signed by all it is numbered and closed; a violation waits until it is acted upon, all else is archived. */
function conclusion(
  state: Unsigned,
  signedBy: readonly string[],
  acknowledged: boolean,
  context: Context,
): InspectionEvent[] {
  if (!acknowledged || !state.inspectors.every(({ sub }) => signedBy.includes(sub))) return [];
  const { subject, record: seen } = state;
  const { heldOn, result, putRightBy, findings } = seen;
  const { calendar, today, town } = context;
  const length = town.inspections.handlingWorkingDays;
  const spec = { ...article61, unit: "working-day" as const, length };
  return [
    {
      type: "permits.inspection.concluded",
      data: {
        ...about(subject),
        record: nextNumber(context, seriesOf(town.numbering.inspection, state.subject.issuer, town)),
        heldOn,
        result,
        failed: findings.filter((finding) => finding.result === "fails").map(({ point }) => point),
        ...(putRightBy === undefined ? {} : { putRightBy }),
        ...(result === "violation" ? { handling: limitFrom(calendar, spec, today) } : {}),
      },
    },
  ];
}
