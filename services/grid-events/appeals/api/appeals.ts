import * as z from "zod";
import { type Actor, present } from "../../../../shared/decider/index.ts";
import { create, hasRole, list, type Route, severalOf, withoutActorOf } from "../../../../shared/http/index.ts";
import { handedOverList } from "../../../../shared/service/complaint-appeal.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { bearsNumber, numberPartition } from "../../common/domain/numbered.ts";
import { type Appeal, type AppealCommand, appealStatuses, channels } from "../domain/appeal/appeal.ts";
import { appeal, handedOverPartition, handlingDayPartition } from "../domain/appeal/decider.ts";
import { appealSteps } from "./appeal-steps.ts";
import { appealRow, appeals, mayRead } from "./appeal-views.ts";
import { against, appellantOf, contact, offices, overseers, readers, said, writers } from "./reading.ts";

const day = z.iso.date();
/** What only who appealed does would say who that is. */
const byAppellant = ["received", "confirmed", "raised", "withdrawn", "outcome-told"].map(
  (name) => `grid-events.appeal.${name}`,
);

/** What is listed where no state is asked for: what waits for who asks. Undefined: all. */
function waitingFor(actor: Actor | undefined): readonly Appeal["status"][] | undefined {
  if (hasRole(actor, overseers)) return ["received"];
  if (hasRole(actor, ["county"])) return ["assigned"];
  return hasRole(actor, offices) ? ["received", "assigned"] : undefined;
}

/** Where a person's own appeals stand: those he made here, and those that were handed over for him. */
const ownLists = (sub: string, { keyed }: Pick<Runtime, "keyed">) =>
  [`appeal:${sub}`, handedOverPartition(handedOverList(sub, keyed))].map((partition) => ({
    ...{ index: "byOwner", partition, descending: true },
  }));

/** Appeals (诉求, G8). */
export const appealRoutes: readonly Route[] = [
  create("POST /grid-events/appeals", {
    summary: {
      zh: "提出诉求（群众本人；热线、来访、来信由工作人员登记，首接单位牵头）",
      en: "Appeal to the town; staff write down what comes by hotline, visit or letter, and their office leads",
    },
    allow: writers,
    of: appeal,
    id: ({ unique }) => unique,
    body: z.strictObject({
      text: said,
      against: against.default({ kind: "matter" }),
      channel: z.enum(channels).exclude(["online"]).exactOptional(),
      contact: contact.exactOptional(),
    }),
    learn: async ({ actor }) => actor,
    run: ({ body: { channel = "hotline", contact: named, ...body }, learnt }): AppealCommand => {
      const person = learnt === undefined ? {} : appellantOf(learnt, named);
      return { type: "receive", ...body, person, channel: person.owner === undefined ? channel : "online" };
    },
    returns: appeals.returns,
    view: appeals.view,
  }),
  list("GET /grid-events/appeals", {
    summary: {
      zh: "诉求列表：按状态、集中办理日或者编号；单位只见本单位牵头的，群众只见本人的，被反映人不得见",
      en: "Appeals by status, handling day or number; an office sees those it leads, a resident his own, nobody those against him",
    },
    allow: readers,
    of: appeal,
    query: { status: severalOf(appealStatuses).optional(), handlingDay: day.optional(), number: lineOf(60).optional() },
    sparse: true,
    sorts: ["receivedAt"],
    returns: appealRow,
    find: ({ query: { status, handlingDay, number }, actor, runtime }) => {
      if (number !== undefined) return { index: "byNumber", partition: numberPartition("appeal", number) };
      if (handlingDay !== undefined) return { index: "byGrid", partition: handlingDayPartition(handlingDay) };
      if (hasRole(actor, [...overseers, "county"]))
        return (status ?? waitingFor(actor) ?? []).map((one) => ({ index: "byStatus", partition: `appeal:${one}` }));
      return hasRole(actor, offices)
        ? { index: "byCode", partition: `appeal:${actor?.office ?? ""}` }
        : ownLists(actor?.sub ?? "", runtime);
    },
    keep: ({ id, state }, { actor, query, runtime }) =>
      mayRead({ id, version: 0, state }, actor, runtime) &&
      bearsNumber(state.number, query.number) &&
      (query.status === undefined
        ? query.number !== undefined ||
          query.handlingDay !== undefined ||
          waitingFor(actor)?.includes(state.status) !== false
        : query.status.includes(state.status)),
    view: ({ id, version, state }) => {
      const { status, number, channel, receivedOn, handlingDay, lead, level, extended, overdue, limit } = state;
      return {
        ...{ id, version, status, channel, receivedOn, handlingDay, level, extended, overdue },
        ...present({ number: number?.text.zh, lead, due: limit.due ?? undefined }),
      };
    },
  }),
  appeals.read({ zh: "一件诉求", en: "One appeal" }, readers),
  appeals.history(
    { zh: "一件诉求的全部经过（不示诉求人）", en: "All that happened to an appeal, without who made it" },
    readers,
    withoutActorOf(byAppellant),
  ),
  ...appealSteps,
];
