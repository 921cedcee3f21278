import type { VenueDuty } from "../../campaigns/domain/duty/duty.ts";
import { type Measure, untilOf } from "../../coercion/domain/measure.ts";
import { isOpen, type Letter, lastDayOf } from "../../cooperation/domain/letter/letter.ts";
import type { JointMeeting } from "../../cooperation/domain/meeting/meeting.ts";
import type { Hearing } from "../../hearings/domain/hearing.ts";
import { termsOfVisit } from "../../inspections/domain/visit/passing.ts";
import type { SiteInspection } from "../../inspections/domain/visit/visit.ts";
import type { Lead } from "../../leads/domain/lead.ts";
import { type Goods, isLying } from "../../property/domain/goods.ts";
import type { Publication } from "../../publication/domain/publication.ts";
import type { Rectification } from "../../rectification/domain/rectification.ts";
import type { Delivery } from "../../service-of-papers/domain/delivery.ts";
import { dated, type Term } from "./term.ts";

const looked: ReadonlySet<Lead["status"]> = new Set(["received", "checked", "verified"]);

/** CF-54a: a lead is verified, and filed or not, within its term. */
export const boardOfLead = ({ status, fileBy }: Lead): readonly Term[] =>
  looked.has(status) ? dated("filing", fileBy?.due) : [];

/** CF-56: preserved evidence in seven working days. QZ-25: seal and seizure. What waits for its approval has its own last day. */
export function boardOfMeasure(state: Measure): readonly Term[] {
  const kind = state.kind === "preservation" ? "evidence" : "seizure";
  if (state.status === "proposed") return [{ kind, waitsFor: "town" }];
  if (state.status === "approved") return dated(kind, state.carryOutBy);
  return state.status === "recorded" || state.status === "in-force" ? dated(kind, untilOf(state)) : [];
}

/** CF-64: a hearing that is asked for is planned, held on its day, then reported. */
export function boardOfHearing({ status, plan }: Hearing): readonly Term[] {
  if (status === "scheduled") return dated("hearing", plan?.on);
  return status === "requested" || status === "held" ? [{ kind: "hearing", waitsFor: "town" }] : [];
}

/** CF-61: a paper under way. A public notice runs by itself. */
export const boardOfDelivery = ({ status, limit }: Delivery): readonly Term[] =>
  status === "under-way" ? dated("service", limit.due) : [];

/** QZ-27, CF-74a: nothing lies without a last day. */
export const boardOfGoods = ({ status, until }: Goods): readonly Term[] =>
  isLying(status) ? dated("goods", until) : [];

/** E3: after its last day two officers look again. Before it is signed it waits for the other officer. */
export function boardOfOrder({ status, limit }: Rectification): readonly Term[] {
  if (status === "binding") return dated("order", limit?.due);
  return status === "unsigned" || status === "issued" ? [{ kind: "order", waitsFor: "town" }] : [];
}

/** IN-2 to IN-8: the approval afterwards, the scan, the result for the enterprise. */
export const boardOfVisit = (state: SiteInspection): readonly Term[] =>
  termsOfVisit(state).flatMap(({ by }) => dated("inspection", by.due));

/** CF-26, CF-27a, CF-S2: the town's own letters wait for the other organ, all others for the town. */
export const boardOfLetter = (state: Letter): readonly Term[] =>
  isOpen(state) ? dated("letter", lastDayOf(state), state.status === "sent" ? "organ" : "town") : [];

/** CF-48, CF-48a: to be shown, to be taken down elsewhere, a repair to be decided. */
export function boardOfPublication(state: Publication): readonly Term[] {
  if (state.status === "proposed") return dated("publication", state.publishBy.due);
  if (state.status === "published") return dated("publication", state.repair?.decideBy.due);
  const takeDown = "takeDown" in state ? state.takeDown : undefined;
  return takeDown === undefined || takeDown.doneOn !== undefined ? [] : dated("publication", takeDown.by.due);
}

/** E11: a venue hands in until its day; what came in is looked at. */
export function boardOfDuty({ status, by }: VenueDuty): readonly Term[] {
  if (status === "due") return dated("venue-duty", by, "party");
  return status === "handed-in" ? [{ kind: "venue-duty", waitsFor: "town" }] : [];
}

/** E7: what a meeting decided, each with the person who does it. */
export const boardOfMeeting = ({ status, decisions }: JointMeeting): readonly Term[] =>
  status !== "held"
    ? []
    : decisions
        .filter(({ doneOn }) => doneOn === undefined)
        .map(({ due, responsible }) => ({ kind: "meeting", due, waitsFor: "town", also: [responsible] }));
