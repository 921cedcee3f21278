import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import type { Actor } from "../../../../shared/decider/index.ts";
import { fileDigest } from "../../../../shared/files/digest.ts";
import { create, hasRole, list, type Route, resource, severalOf } from "../../../../shared/http/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { factReference } from "../../../../shared/store/index.ts";
import { lineOf, personOrBodyName, textOf, titled } from "../../../../shared/text/index.ts";
import type { Role } from "../../../../shared/town/roles.ts";
import type { Proceeding } from "../../cases/domain/proceeding/proceeding.ts";
import { actsForParty, caseRegister, isActing, isOfTheProceeding, proceeding } from "../../cases/index.ts";
import { caseHouse, caseOfficers } from "../../common/api/roles.ts";
import { isOrderedParty, orders, rectification, sentFromOrder } from "../../rectification/index.ts";
import { addressConfirmation } from "../domain/confirmation.ts";
import { delivery } from "../domain/decider.ts";
import { paperKinds, receivers, type Way, ways } from "../domain/delivery.ts";
import type { DeliveryCommand } from "../domain/messages.ts";
import { deliveryMoves } from "../domain/moves.ts";
import { deliveryRow, deliveryStatuses, deliveryView, viewDelivery, viewDeliveryRow } from "./delivery-view.ts";
import { awaitedBy, toldCommands, toldFacts, toldMembers } from "./noting.ts";

const isKnown = (handlers: readonly string[], actor: Actor, { town, clock }: Runtime) =>
  isOfTheProceeding({ handlers }, actor, { town, today: todayIn(clock()) });
const date = z.iso.date();
const reasons = textOf(2_000, 2);

/** Who deals with the case, and the party, know of a delivery. */
export const deliveries = resource({
  of: delivery,
  at: "/enforcement/deliveries",
  staff: [],
  own: async ({ state }, actor, runtime) => {
    if (isKnown(state.handlers, actor, runtime)) return true;
    const { proceeding: of, order } = state;
    const ordered = order === undefined ? undefined : (await runtime.store.load(rectification, order))?.state;
    const tried = of === undefined ? undefined : (await runtime.store.load(proceeding, of))?.state;
    return (
      (tried !== undefined && actsForParty(tried, actor, todayIn(runtime.clock()).toString())) ||
      (ordered !== undefined && isOrderedParty(ordered, actor))
    );
  },
  moves: deliveryMoves,
  statusOf: ({ status }) => status,
  returns: deliveryView,
  view: viewDelivery,
  links: ({ state }) => [
    caseRegister.link("case", { zh: "案件", en: "Case" }, state.case),
    orders.link("order", { zh: "责令改正通知书", en: "Order to correct" }, state.order),
  ],
});

interface Reaching<B extends z.ZodType<{ readonly on: string; readonly proof: string }>> {
  readonly summary: { readonly zh: string; readonly en: string };
  readonly body: B;
  readonly how: Way;
  readonly run: (body: z.output<B>, own: Proceeding | undefined) => DeliveryCommand;
}

/** A way in which a paper reaches the party; a notice or decision gives its proceeding the day in the same commit. */
const reaching = <B extends z.ZodType<{ readonly on: string; readonly proof: string }>>(
  verb: string,
  { summary, body, how, run }: Reaching<B>,
): Route =>
  deliveries.step(verb, {
    summary,
    allow: caseOfficers,
    body,
    learn: ({ id, runtime }) => awaitedBy({ id, runtime }),
    facts: async ({ id, actor, runtime }) => {
      const of = (await runtime.store.load(delivery, id))?.state.proceeding;
      const known = await toldFacts({ id, actor, runtime });
      return { ...known, own: of === undefined ? undefined : factReference(proceeding, of) };
    },
    run: ({ body: asked, facts }) => run(asked, facts.own),
    others: {
      members: ({ learnt }) => toldMembers(learnt),
      commands: ({ body: asked, learnt, facts, runtime }) =>
        toldCommands({
          ...{ awaited: learnt, served: { on: asked.on, how }, proof: asked.proof },
          ...{ facts, runtime },
        }),
    },
  });

const readers = [...caseHouse, "resident"] as const satisfies readonly Role[];

/** Papers on their way to parties (CF-61, CF-61a). */
export const deliveryRoutes: readonly Route[] = [
  create("POST /enforcement/deliveries", {
    summary: { zh: "开始送达一份文书", en: "Begin to serve a paper" },
    allow: caseOfficers,
    of: delivery,
    body: z
      .strictObject({
        proceeding: lineOf(120).exactOptional(),
        order: titled(lineOf(80), { zh: "责令改正通知书", en: "Order to correct" }).exactOptional(),
        paper: z.strictObject({
          kind: z.enum(paperKinds),
          number: lineOf(100).exactOptional(),
          issuedOn: date.exactOptional(),
        }),
      })
      .refine((body) => (body.proceeding === undefined) !== (body.order === undefined), {
        message: "proceeding or order, one of them / 程序或者责令改正通知书，二选一",
        path: ["proceeding"],
      }),
    returns: deliveries.returns,
    id: ({ body, unique }) => `${body.proceeding ?? body.order}.${body.paper.kind}.${unique}`,
    facts: ({ body: { proceeding: of, order } }) => ({
      of: of === undefined ? undefined : factReference(proceeding, of),
      order: order === undefined ? undefined : factReference(rectification, order),
    }),
    run: ({ body, facts }): DeliveryCommand => ({
      type: "send",
      ...body,
      of: facts.of ?? (facts.order === undefined ? undefined : sentFromOrder(facts.order)),
    }),
    view: deliveries.view,
  }),
  list("GET /enforcement/deliveries", {
    summary: {
      zh: "送达：按状态或者案件；当事人只见本人的文书",
      en: "Deliveries by status or case; a party sees papers to himself",
    },
    allow: ["resident", ...caseHouse],
    of: delivery,
    query: { status: severalOf(deliveryStatuses).optional(), case: lineOf(120).optional() },
    sorts: ["due"],
    returns: deliveryRow,
    find: ({ query, actor }) => {
      if (!hasRole(actor, caseHouse))
        return { index: "byOwner", partition: `delivery:${actor?.party ?? ""}`, descending: true, unsorted: true };
      if (query.case !== undefined) return { index: "byCase", partition: `delivery:${query.case}`, unsorted: true };
      const asked = query.status ?? (["under-way"] as const);
      return asked.map((status) => ({ index: "byStatus", partition: `delivery:${status}` }));
    },
    keep: ({ state }, { query, actor, runtime }) =>
      actor !== undefined &&
      (isKnown(state.handlers, actor, runtime) || (actor.party !== undefined && state.recipient === actor.party)) &&
      (query.case === undefined || state.case === query.case) &&
      query.status?.includes(state.status) !== false,
    view: viewDeliveryRow,
  }),
  deliveries.read({ zh: "一份文书的送达", en: "One delivery" }, readers),
  deliveries.history({ zh: "一份文书送达的经过", en: "All that happened to a delivery" }, caseHouse),
  reaching("deliver-by-hand", {
    summary: { zh: "直接送达（当日签收）", en: "Handed over and signed for" },
    body: z.strictObject({
      on: date,
      to: z.enum(receivers),
      livesWithHim: z.boolean().exactOptional(),
      signedBy: personOrBodyName,
      proof: fileDigest,
    }),
    how: "handed-over",
    run: (body, own) => ({
      type: "deliver-by-hand",
      ...body,
      // Who is an agent of the party, his proceeding knows; an order has none yet.
      ...(own === undefined
        ? {}
        : { agents: (own.agents ?? []).filter((one) => isActing(one, body.on)).map(({ name }) => name) }),
    }),
  }),
  reaching("leave", {
    summary: {
      zh: "留置送达（拒收；见证人或者录音录像）",
      en: "Left, as it was refused, before a witness or recorded",
    },
    body: z.strictObject({
      on: date,
      reasons,
      proof: fileDigest,
      witness: personOrBodyName.exactOptional(),
      recording: fileDigest.exactOptional(),
    }),
    how: "left",
    run: (body) => ({ type: "leave", ...body }),
  }),
  deliveries.step("deliver-electronically", {
    summary: { zh: "电子送达（当事人签有确认书）", en: "Served electronically, with the party's signed consent" },
    allow: caseOfficers,
    body: z.strictObject({ on: date, proof: fileDigest }),
    learn: ({ id, runtime }) => awaitedBy({ id, runtime }),
    facts: async ({ id, actor, runtime }) => {
      const of = (await runtime.store.load(delivery, id))?.state.proceeding;
      const known = await toldFacts({ id, actor, runtime });
      return { ...known, confirmation: of === undefined ? undefined : factReference(addressConfirmation, of) };
    },
    run: ({ body, facts }) => ({ type: "deliver-electronically", ...body, confirmation: facts.confirmation }),
    others: {
      members: ({ learnt }) => toldMembers(learnt),
      commands: ({ body, learnt, facts, runtime }) =>
        toldCommands({
          ...{ awaited: learnt, served: { on: body.on, how: "electronic" as const }, proof: body.proof },
          ...{ facts, runtime },
        }),
    },
  }),
  reaching("deliver-by-mail", {
    summary: { zh: "邮寄送达（回执注明的收件日期）", en: "Served by mail; the day on the receipt" },
    body: z.strictObject({ on: date, tracking: lineOf(60, 4), signedBy: personOrBodyName, proof: fileDigest }),
    how: "mail",
    run: (body) => ({ type: "deliver-by-mail", ...body }),
  }),
  reaching("entrust", {
    summary: { zh: "委托送达", en: "Served by another organ" },
    body: z.strictObject({ on: date, organ: lineOf(100, 2), proof: fileDigest }),
    how: "entrusted",
    run: (body) => ({ type: "entrust", ...body }),
  }),
  deliveries.step("note-failure", {
    summary: { zh: "登记未能送达", en: "Record a way that failed" },
    allow: caseOfficers,
    body: z.strictObject({
      way: z.enum(ways).exclude(["public-notice"]),
      on: date,
      reasons,
      proof: fileDigest.exactOptional(),
    }),
    run: ({ body }) => ({ type: "note-failure", ...body }),
  }),
  deliveries.step("publish-notice", {
    summary: { zh: "公告送达（三十日后视为送达）", en: "Public notice; served thirty days later" },
    allow: caseOfficers,
    body: z.strictObject({
      where: lineOf(200, 2),
      because: titled(z.enum(["whereabouts-unknown", "all-else-failed"]), {
        zh: "公告送达的原因",
        en: "Why by public notice",
      }),
      reasons,
      proof: fileDigest.exactOptional(),
    }),
    facts: async ({ id, runtime }) => {
      const of = (await runtime.store.load(delivery, id))?.state.proceeding;
      return { confirmation: of === undefined ? undefined : factReference(addressConfirmation, of) };
    },
    run: ({ body, facts }) => ({ type: "publish-notice", ...body, confirmation: facts.confirmation }),
  }),
  deliveries.step("ask-copy", {
    summary: { zh: "索取电子送达文书的纸质件", en: "Ask for a paper copy of what came electronically" },
    allow: ["resident", ...caseOfficers],
    body: z.strictObject({}),
    run: () => ({ type: "ask-copy" }),
  }),
  deliveries.step("give-copy", {
    summary: { zh: "交付纸质件", en: "Give the paper copy" },
    allow: caseOfficers,
    body: z.strictObject({ proof: fileDigest }),
    run: ({ body }) => ({ type: "give-copy", ...body }),
  }),
  deliveries.step("abandon", {
    summary: {
      zh: "不再送达（文书已被替换或者程序终止）",
      en: "Serve it no more, as it was replaced or the proceeding stopped",
    },
    allow: caseOfficers,
    body: z.strictObject({ reasons }),
    run: ({ body }) => ({ type: "abandon", ...body }),
  }),
];
