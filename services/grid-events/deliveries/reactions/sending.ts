import * as z from "zod";
import { present } from "../../../../shared/decider/index.ts";
import type { CloudEvent } from "../../../../shared/messaging/index.ts";
import { roundOfLead } from "../../../../shared/service/grid-lead-id.ts";
import {
  type Instruction,
  instruct,
  on,
  type Runtime,
  type Subscription,
  subjectId,
} from "../../../../shared/service/index.ts";
import { gridEvent } from "../../events/domain/decider.ts";
import { assignmentOf } from "../../events/domain/event.ts";
import { deliveriesOfEvent, delivery } from "../domain/decider.ts";
import type { Delivery, DeliveryCommand } from "../domain/delivery.ts";

const about = z.object({ number: z.string(), category: z.string(), grid: z.string().exactOptional() });
const toUnit = about.extend({ unit: z.string() });
type Sent = Pick<Delivery, "event" | "number" | "category" | "grid" | "unit" | "what" | "because">;

/** The id is that of the step: however often it is told, it is sent once. */
const sending = (sent: Sent, { sequence }: Pick<CloudEvent, "sequence">): Instruction =>
  instruct({
    ...{ of: delivery, id: `${sent.event}-${sequence}`, expects: "either" },
    command: (): DeliveryCommand => ({ type: "send", ...sent, step: sequence }),
  });

/** What was sent to a unit about a matter before, and is not at its end. */
async function before(event: string, unit: string, step: number, { store }: Runtime) {
  const { items } = await store.list(delivery, { index: "byCode", partition: deliveriesOfEvent(event), limit: 100 });
  return items.filter(
    ({ state }) => state.unit === unit && state.step < step && state.status !== "received" && state.status !== "void",
  );
}

/** Gives each earlier send of the unit an end. One that ended meanwhile stays as it is. */
const ending = (
  type: "note-received" | "supersede",
  { event, unit }: Pick<Sent, "event" | "unit">,
  { sequence }: Pick<CloudEvent, "sequence">,
): Instruction => ({
  key: `deliveries/${event}`,
  async carryOut(runtime, cause) {
    for (const { id } of await before(event, unit, sequence, runtime)) {
      const carried = await instruct({ of: delivery, id, command: { type } }).carryOut(runtime, cause);
      if (!carried.done && carried.code !== "grid-events.delivery-not-in-this-state") return carried;
    }
    return { done: true };
  },
});

/** Under another category the unit that has the matter is told anew. */
const toldAnew = (told: Omit<Sent, "unit" | "what" | "because">, event: CloudEvent): Instruction => ({
  key: `deliveries/${told.event}/anew`,
  async carryOut(runtime, cause) {
    const then = await runtime.store.asOf(gridEvent, told.event, event.sequence);
    const now = await runtime.store.load(gridEvent, told.event);
    const unit = then === undefined ? undefined : assignmentOf(then.state)?.unit;
    // Another unit that has it now was told of this category with its dispatch.
    if (unit === undefined || now === undefined || assignmentOf(now.state)?.unit !== unit) return { done: true };
    const ended = await ending("supersede", { event: told.event, unit }, event).carryOut(runtime, cause);
    if (!ended.done) return ended;
    return sending({ ...told, unit, what: "act", because: "recategorised" }, event).carryOut(runtime, cause);
  },
});

const source = z.object({ kind: z.string(), id: z.string().optional() });

/** G2: the one who is to act is told, and the one who no longer is. */
export const deliveryReactions: readonly Subscription[] = [
  on("grid-events.event.dispatched", toUnit, ({ unit, ...data }, event) => [
    sending({ event: subjectId(event), ...said(data), unit, what: "act", because: "dispatched" }, event),
  ]),
  on("grid-events.event.unit-withdrawn", toUnit, ({ unit, ...data }, event) => [
    ending("supersede", { event: subjectId(event), unit }, event),
    sending({ event: subjectId(event), ...said(data), unit, what: "withdrawn", because: "unit-withdrawn" }, event),
  ]),
  on("grid-events.event.recategorised", about, (data, event) => [
    toldAnew({ event: subjectId(event), ...said(data) }, event),
  ]),
  ...(["started", "returned"] as const).map((verb) =>
    on(`grid-events.event.${verb}`, toUnit, ({ unit }, event) => [
      ending("note-received", { event: subjectId(event), unit }, event),
    ]),
  ),
  // E6: enforcement has the lead. That of an earlier round says nothing of what it was sent in this one.
  on("enforcement.lead.received", z.object({ source }), ({ source: { kind, id } }, event) =>
    kind === "grid" && id !== undefined ? [leadReceived(id, subjectId(event))] : [],
  ),
];

const said = ({ number, category, grid }: z.output<typeof about>) => ({ number, category, ...present({ grid }) });

const leadReceived = (event: string, lead: string): Instruction => ({
  key: `deliveries/${event}`,
  async carryOut(runtime, cause) {
    const round = (await runtime.store.load(gridEvent, event))?.state.round;
    if (round !== undefined && (roundOfLead(lead, event, round) ?? round) !== round) return { done: true };
    const units = runtime.town.gridEvents.units.filter(({ kind }) => kind === "enforcement");
    for (const { id: unit } of units) {
      const carried = await ending("note-received", { event, unit }, { sequence: Number.MAX_SAFE_INTEGER }).carryOut(
        runtime,
        cause,
      );
      if (!carried.done) return carried;
    }
    return { done: true };
  },
});
