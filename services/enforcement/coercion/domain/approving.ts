import { type Context, type Decision, isRejection, present } from "../../../../shared/decider/index.ts";
import { countersignFault } from "../../common/domain/two-officers.ts";
import { caseFault, meantBy } from "./grounds.ts";
import { type Measure, openGoods } from "./measure.ts";
import type { MeasureCommandOf, MeasureEvent, ProposeMeasure } from "./messages.ts";
import { measureNumber } from "./on-the-spot.ts";
import { article18, badInput, notNow, refuse } from "./refusals.ts";
import { ending, release } from "./releasing.ts";
import { measureHandlerFault, measureHeadFault } from "./who.ts";

type Decided = Decision<MeasureEvent>;
const article19 = { article: "行政强制法19", rule: "QZ-19" };
const todayOf = ({ today }: Context) => today.toString();

/** QZ-18(1), CF-56: officers of the case propose it, with its basis and reasons. QZ-19: in an emergency it is carried out that day. */
export function propose(command: ProposeMeasure, context: Context): Decided {
  const { case: id, kind, party, of, from, preservation, reasons, emergency } = command;
  const meant = meantBy(command, context);
  if (isRejection(meant)) return meant;
  const open = preservation?.status === "in-force" && preservation.case === id && preservation.party === party;
  if (from !== undefined && (!open || preservation.kind !== "preservation" || kind === "preservation"))
    return badInput("enforcement.preservation-not-open", { article: "行政处罚法56", rule: "CF-56a" }, "/from");
  const on = todayOf(context);
  return [
    {
      type: "enforcement.measure.proposed",
      data: {
        ...{ case: id, kind, party, on, ...meant, ...present({ from }) },
        ...(emergency === undefined ? {} : { carryOutBy: on }),
      },
      personal: {
        ...{ reasons, handlers: of?.handlers ?? [], ...present({ emergency }) },
        key: of?.parties.find((one) => one.id === party)?.key ?? "",
      },
    },
  ];
}

/** QZ-18(1), CF-56: the head approves it before it is carried out. */
export function approve(state: Measure, { of }: MeasureCommandOf<"approve">, context: Context): Decided {
  const refused = measureHeadFault(state, of, context) ?? caseFault(of, state.party);
  if (refused !== undefined || of === undefined) return refused ?? [];
  const carryOutBy = context.today.add({ days: context.town.enforcement.coercion.approvalDays }).toString();
  const number = measureNumber(state.kind, of, context);
  const data = { on: todayOf(context), number, carryOutBy };
  return [{ type: "enforcement.measure.approved", data, personal: {} }];
}

export function refuseIt(state: Measure, { of, reasons }: MeasureCommandOf<"refuse">, context: Context): Decided {
  const refused = measureHeadFault(state, of, context);
  if (refused !== undefined) return refused;
  return [{ type: "enforcement.measure.refused", data: { on: todayOf(context) }, personal: { reasons } }];
}

/** It is not needed any more: nothing was taken. */
export function drop(state: Measure, command: MeasureCommandOf<"drop">, context: Context): Decided {
  const { reasons } = command;
  const refused = measureHandlerFault(command, context);
  if (refused !== undefined && measureHeadFault(state, command.of, context) !== undefined) return refused;
  const data = { on: todayOf(context), cause: "not-needed" as const };
  return [{ type: "enforcement.measure.dropped", data, personal: { reasons } }];
}

/** CF-42: the other officer signs on the same day, with his own login. */
export function countersign(state: Measure, command: MeasureCommandOf<"countersign">, context: Context): Decided {
  const { officers, recordedBy = "", recordedOn = "" } = state;
  const refused = countersignFault({ officers, recordedBy }, context.actor) ?? measureHandlerFault(command, context);
  if (refused !== undefined) return refused;
  if (todayOf(context) > recordedOn) return notNow("enforcement.measure-term-over", { due: recordedOn, ...article18 });
  return [{ type: "enforcement.measure.countersigned", data: { on: todayOf(context) }, personal: {} }];
}

/** QZ-19: within 24 hours the head makes up his approval. Where he finds no need for it, it is lifted at once. */
export function makeUpApproval(
  state: Measure,
  { of, approved, reasons }: MeasureCommandOf<"make-up-approval">,
  context: Context,
): Decided {
  const refused = measureHeadFault(state, of, context);
  if (refused !== undefined) return refused;
  const { approveBy } = state;
  if (approveBy === undefined) return notNow("enforcement.measure-nothing-to-approve", article19);
  if (context.now > approveBy) return refuse("enforcement.measure-approval-late", { due: approveBy, ...article19 });
  const on = todayOf(context);
  if (approved) return [{ type: "enforcement.measure.approval-made-up", data: { on }, personal: { reasons } }];
  const items = openGoods(state).map(({ id }) => id);
  return [release(items, "not-approved", context, reasons), ending(state, "released", context)];
}
