import * as z from "zod";
import { present } from "../../../../shared/decider/index.ts";
import { create, list, type Route, readById, resource, severalOf } from "../../../../shared/http/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { factReferences, type Loaded } from "../../../../shared/store/index.ts";
import { domainCode, lineOf, titled } from "../../../../shared/text/index.ts";
import { caseOfficers, organHeads } from "../../common/api/roles.ts";
import { knownPower } from "../../common/domain/known-power.ts";
import { inspectionItem } from "../domain/item/decider.ts";
import {
  type InspectionItem,
  type ItemContent,
  itemMethods,
  itemMoves,
  withdrawalGrounds,
} from "../domain/item/item.ts";
import { date, itemCode, office, powerCode, text } from "./bodies.ts";

const bilingual = z.object({ zh: z.string(), en: z.string() });
const statuses = ["drafted", "listed", "withdrawn"] as const;
const methodTitle = { zh: "检查方式", en: "How it is checked" };
const pointsTitle = { zh: "检查要点", en: "Points" };
const contentFields = {
  name: text,
  domain: domainCode,
  powers: z.array(powerCode).min(1).max(20),
  legalBasis: lineOf(500, 2),
  source: lineOf(500, 2),
  method: titled(z.enum(itemMethods), methodTitle),
  points: titled(
    z
      .array(z.strictObject({ id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/), text }))
      .min(1)
      .max(40),
    pointsTitle,
  ),
  perYear: z.int().min(1).max(50).exactOptional(),
};
const contentBody = z.strictObject(contentFields);

const itemView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(statuses),
  number: z.int().optional(),
  publishedOn: date.optional(),
  withdrawn: z.object({ on: date, ground: z.enum(withdrawalGrounds) }).optional(),
  name: bilingual,
  domain: z.string(),
  powers: z.array(z.string()),
  legalBasis: z.string(),
  source: z.string(),
  method: titled(z.enum(itemMethods), methodTitle),
  points: titled(z.array(z.object({ id: z.string(), text: bilingual })), pointsTitle),
  perYear: z.int().optional(),
});
const itemRow = itemView.pick({
  id: true,
  version: true,
  status: true,
  number: true,
  name: true,
  domain: true,
  method: true,
});

/** The public reads what is published; the office what is drafted of it. */
const contentOf = ({ published, draft }: InspectionItem, inside: boolean): ItemContent | undefined =>
  inside ? (draft?.content ?? published) : (published ?? draft?.content);

function viewItem({ id, version, state }: Loaded<InspectionItem>, inside: boolean) {
  const content = contentOf(state, inside);
  if (content === undefined) throw new TypeError(`${id} says nothing`);
  const { name, domain, powers, legalBasis, source, method, points, perYear } = content;
  return {
    ...{ id, version, status: state.status, name, domain, legalBasis, source, method },
    powers: [...powers],
    points: points.map((one) => ({ ...one })),
    ...present({
      number: state.published?.number,
      publishedOn: state.published?.on,
      withdrawn: state.withdrawn,
      perYear,
    }),
  };
}

/** The published list of items (IN-2). A draft is known to the office. */
export const inspectionItems = resource({
  of: inspectionItem,
  at: "/enforcement/inspection-items",
  staff: [...office, "leader", "supervisor"],
  moves: itemMoves,
  statusOf: ({ status }) => status,
  returns: itemView,
  view: (loaded) => viewItem(loaded, true),
});

/** The item with what is drafted of it in place of what is published. */
const draftOf = async (id: string, { store }: Runtime) => (await store.load(inspectionItem, id))?.state.draft?.content;

export const inspectionItemRoutes: readonly Route[] = [
  list("GET /enforcement/inspection-items", {
    summary: { zh: "行政检查事项清单（公开）", en: "The published items of inspection" },
    allow: "public",
    of: inspectionItem,
    query: { domain: domainCode.optional() },
    sorts: ["code"],
    returns: itemRow,
    find: ({ query }) =>
      query.domain === undefined
        ? { index: "byStatus", partition: "inspection-item:listed" }
        : { index: "byDomain", partition: `inspection-item:${query.domain}` },
    keep: ({ state }) => state.status === "listed",
    view: (loaded) => itemRow.parse(viewItem(loaded, false)),
  }),
  list("GET /enforcement/inspection-items/drafts", {
    summary: { zh: "待公布和已停用的检查事项", en: "Items that are not published, or no longer" },
    allow: [...office, "leader", "supervisor"],
    of: inspectionItem,
    query: { status: severalOf(["drafted", "withdrawn"]).optional() },
    sorts: ["code"],
    returns: itemRow,
    find: ({ query }) =>
      (query.status ?? (["drafted", "withdrawn"] as const)).map((status) => ({
        index: "byStatus",
        partition: `inspection-item:${status}`,
      })),
    view: (loaded) => itemRow.parse(viewItem(loaded, false)),
  }),
  create("POST /enforcement/inspection-items", {
    summary: { zh: "拟定检查事项", en: "Draft an item of inspection" },
    allow: caseOfficers,
    of: inspectionItem,
    id: ({ body }) => body.code,
    body: z.strictObject({ code: itemCode, ...contentFields }),
    returns: inspectionItems.returns,
    run: ({ body: { code: _code, ...content } }) => ({ type: "draft" as const, content }),
    view: inspectionItems.view,
  }),
  readById("GET /enforcement/inspection-items/{id}", {
    summary: { zh: "一项检查事项（公开）", en: "One item as it is published" },
    allow: "public",
    of: inspectionItem,
    mayRead: ({ state }) => state.published !== undefined,
    returns: itemView,
    view: (loaded) => viewItem(loaded, false),
  }),
  inspectionItems.read(
    { zh: "一项检查事项（含待公布的修改）", en: "One item, with what is drafted of it" },
    [...office, "leader", "supervisor"],
    { below: "/office" },
  ),
  inspectionItems.step("revise", {
    summary: { zh: "修改检查事项（公布后生效）", en: "Revise an item; it counts once published" },
    allow: caseOfficers,
    body: contentBody,
    run: ({ body: content }) => ({ type: "revise", content }),
  }),
  inspectionItems.step("publish", {
    summary: { zh: "公布检查事项（行政机关负责人）", en: "Publish an item, as the organ's head" },
    allow: organHeads,
    body: z.strictObject({}),
    facts: async ({ id, runtime }) => ({
      powers: factReferences(knownPower, (await draftOf(id, runtime))?.powers ?? []),
    }),
    run: ({ facts }) => ({
      type: "publish",
      powers: facts.powers.flatMap((one) =>
        one === undefined ? [] : [{ code: one.code, decides: one.townRole === "decides" }],
      ),
    }),
  }),
  inspectionItems.step("withdraw", {
    summary: { zh: "停用检查事项", en: "Inspect by it no more" },
    allow: organHeads,
    body: z.strictObject({ ground: z.enum(withdrawalGrounds) }),
    run: ({ body }) => ({ type: "withdraw", ...body }),
  }),
];
