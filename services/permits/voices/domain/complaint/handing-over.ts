import { type Context, type Decision, present } from "../../../../../shared/decider/index.ts";
import { badInput, notYou, refuse } from "../refusals.ts";
import { type Complaint, type ComplaintCommand, type ComplaintEvent, saidOf } from "./complaint.ts";
import { inLine } from "./handling.ts";

type Ask<T extends ComplaintCommand["type"]> = Extract<ComplaintCommand, { readonly type: T }>;

/**
 * G8: a complaint that is no matter of the hall goes on as an appeal of the town, and is never typed again. Before it was answered; to
 * an office that has no part in it. One against a person stays here: his name is said to no other service.
 */
export function handOver(
  state: Complaint,
  { office, reasons, appeal, holder }: Ask<"hand-over">,
  context: Context,
): Decision<ComplaintEvent> {
  const { actor, today, town } = context;
  const { against, target, receivedOn } = state;
  if (target?.sub === actor.sub) return notYou("permits.complaint-against-yourself", { rule: "L7" });
  if (against.kind === "person" || target !== undefined)
    return refuse("permits.complaint-of-a-person-stays", { rule: "L7" });
  if (!town.offices.some(({ id }) => id === office)) return badInput("permits.no-such-office", { office }, "/office");
  if (inLine({ sub: "", office }, against, target, town))
    return refuse("permits.assignee-in-line", { rule: "L7" }, "/office");
  const againstOffice =
    against.kind === "window" ? town.windows.find(({ id }) => id === against.window)?.office : undefined;
  return [
    {
      type: "permits.complaint.handed-over",
      data: { ...saidOf(against), office, receivedOn, on: today.toString(), ...present({ againstOffice }) },
      personal: { reasons, appeal, ...present({ holder }) },
    },
  ];
}

/** How far the appeal is; told twice it changes nothing. */
export function noteAppeal(
  { handedOver }: Complaint,
  { stage, on, ended }: Ask<"note-appeal">,
): Decision<ComplaintEvent> {
  if (handedOver?.stage === stage && handedOver.stageOn === on) return [];
  return [{ type: "permits.complaint.appeal-noted", data: { stage, on, ended } }];
}
