import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { create, list, type Route, readById, resource, severalOf } from "../../../../shared/http/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { sha256 as digestOf, factReference, factReferences, member } from "../../../../shared/store/index.ts";
import { lineOf, textOf, titled } from "../../../../shared/text/index.ts";
import type { Role } from "../../../../shared/town/roles.ts";
import { caseOfficers, organHeads } from "../../common/api/roles.ts";
import { enterprise } from "../../inspections/domain/enterprise/decider.ts";
import { inspectionItem } from "../../inspections/domain/item/decider.ts";
import { siteInspection } from "../../inspections/domain/visit/decider.ts";
import { bookingOf, planFields, visitFacts, visitKnown } from "../../inspections/index.ts";
import type { Campaign } from "../domain/campaign/campaign.ts";
import { campaignMoves } from "../domain/campaign/campaign.ts";
import { campaign } from "../domain/campaign/decider.ts";
import { campaignYear } from "../domain/campaign/year.ts";
import { campaignRow, campaignView, viewCampaign, viewCampaignRow } from "./campaign-view.ts";
import { campaignItems, planBody, venueId } from "./plan-body.ts";

const date = z.iso.date();
const line = lineOf(200, 2);
const words = textOf(2_000, 2);
const published = ["running", "closed"] as const;
export const campaignReaders = [
  "officer",
  "squad-leader",
  "approver",
  "leader",
  "supervisor",
] as const satisfies readonly Role[];

/** Campaigns (E8). The office and who oversees it know of all; anybody reads what is published (IN-6). */
export const campaigns = resource({
  of: campaign,
  at: "/enforcement/campaigns",
  staff: campaignReaders,
  moves: campaignMoves,
  statusOf: ({ status }) => status,
  returns: campaignView,
  view: (loaded) => viewCampaign(loaded, true),
});

const isPublished = ({ published: on }: Campaign): boolean => on !== undefined;
const stateOf = async (id: string, { store }: Runtime) => (await store.load(campaign, id))?.state;
const overVisits: ReadonlySet<string> = new Set(["not-approved", "called-off", "joined", "lapsed", "not-held", "told"]);

/** The inspections of a campaign that are not over. */
async function openOf(id: string, runtime: Runtime): Promise<readonly string[]> {
  const state = await stateOf(id, runtime);
  const found = await Promise.all((state?.inspections ?? []).map((one) => runtime.store.load(siteInspection, one.id)));
  return found.flatMap((one) => (one === undefined || overVisits.has(one.state.status) ? [] : [one.id]));
}

interface Learnt {
  readonly state: Campaign | undefined;
  readonly open: readonly string[];
}
const learnt = {
  learn: async ({ id, runtime }: { readonly id: string; readonly runtime: Runtime }): Promise<Learnt> => ({
    state: await stateOf(id, runtime),
    open: await openOf(id, runtime),
  }),
  learnsFromTable: true,
};

/** The year in which a plan of the town's own takes its place (IN-6). */
const yearIn = ({ clock }: Runtime) => String(todayIn(clock()).year);

/** An inspection of a campaign: the next one of it at the venue. */
const inspectionIdOf = (id: string, of: string, found: Learnt | undefined) =>
  digestOf(`campaign|${id}|${of}|${found?.state?.inspections.length ?? 0}`)
    .slice(0, 20)
    .toUpperCase();

export const campaignRoutes: readonly Route[] = [
  list("GET /enforcement/campaigns", {
    summary: { zh: "专项整治（公开）", en: "Campaigns whose plan is published" },
    allow: "public",
    of: campaign,
    query: { status: severalOf(published).optional() },
    sorts: ["from"],
    returns: campaignRow,
    find: ({ query }) =>
      (query.status ?? published).map((status) => ({
        index: "byStatus",
        partition: `campaign:${status}`,
        descending: true,
      })),
    keep: ({ state }) => isPublished(state),
    view: viewCampaignRow,
  }),
  list("GET /enforcement/campaigns/plans", {
    summary: {
      zh: "专项整治方案：待批准、待公布（缺省）及其他",
      en: "Plans by status: not yet published ones if none is named",
    },
    allow: campaignReaders,
    of: campaign,
    query: { status: severalOf(["drafted", "approved", "running", "closed", "abandoned"]).optional() },
    sorts: ["from"],
    returns: campaignRow,
    find: ({ query }) =>
      (query.status ?? (["drafted", "approved"] as const)).map((status) => ({
        index: "byStatus",
        partition: `campaign:${status}`,
      })),
    view: viewCampaignRow,
  }),
  create("POST /enforcement/campaigns", {
    summary: {
      zh: "拟定专项整治方案（不设案件、罚款、检查数量指标）",
      en: "Propose the plan of a campaign; it sets no number of cases, fines or inspections",
    },
    allow: caseOfficers,
    of: campaign,
    id: ({ unique }) => unique,
    body: planBody,
    returns: campaigns.returns,
    facts: ({ body }) => ({
      itemStates: factReferences(inspectionItem, body.items),
      enterprises: factReferences(enterprise, body.venues),
    }),
    run: ({ body: plan, facts }) => ({ type: "propose" as const, plan, ...facts }),
    view: campaigns.view,
  }),
  readById("GET /enforcement/campaigns/{id}", {
    summary: { zh: "一次专项整治的方案（公开）", en: "The plan of a campaign, as it is published" },
    allow: "public",
    of: campaign,
    mayRead: ({ state }) => isPublished(state),
    returns: campaignView,
    view: (loaded) => viewCampaign(loaded, false),
  }),
  campaigns.read({ zh: "一次专项整治（内部）", en: "A campaign as the office reads it" }, campaignReaders, {
    below: "/office",
  }),
  campaigns.history({ zh: "专项整治的经过", en: "History of a campaign" }, campaignReaders),
  campaigns.step("approve", {
    summary: {
      zh: "批准方案（自行发起的占用年度次数）",
      en: "Approve the plan; one of the town's own takes a place of the year",
    },
    allow: organHeads,
    body: z.strictObject({}),
    ...learnt,
    run: () => ({ type: "approve" }),
    others: {
      members: ({ learnt: found, runtime }) => ({
        years:
          found?.state?.origin.kind === "own" ? [member(campaignYear, yearIn(runtime), { expects: "either" })] : [],
      }),
      commands: ({ id, learnt: found }) => ({
        years: found?.state?.origin.kind === "own" ? [{ type: "take" as const, campaign: id }] : [],
      }),
    },
  }),
  campaigns.step("file-with-justice", {
    summary: { zh: "报司法行政部门备案", en: "File it with the bureau of justice" },
    allow: caseOfficers,
    body: z.strictObject({ on: date, document: line }),
    run: ({ body }) => ({ type: "file-with-justice", ...body }),
  }),
  campaigns.step("publish", {
    summary: { zh: "公布方案，开始整治", en: "Publish the plan; it runs from then on" },
    allow: caseOfficers,
    body: z.strictObject({ where: titled(line, { zh: "公布处", en: "Published where" }) }),
    run: ({ body }) => ({ type: "publish", ...body }),
  }),
  campaigns.step("add-venue", {
    summary: { zh: "增加整治对象（说明理由）", en: "Another venue, for reasons" },
    allow: caseOfficers,
    body: z.strictObject({ enterprise: venueId, reasons: words }),
    facts: ({ body }) => ({ state: factReference(enterprise, body.enterprise) }),
    run: ({ body, facts }) => ({ type: "add-venue", ...body, state: facts.state }),
  }),
  campaigns.step("inspect", {
    summary: {
      zh: "提请专项检查（计划、突击、联合；与检查同时生成，仍须批准）",
      en: "Propose an inspection of the campaign: planned, surprise or joint; it still needs its approval",
    },
    allow: caseOfficers,
    body: z.strictObject({
      enterprise: venueId,
      premises: z.string().regex(/^M\d{1,3}$/),
      items: campaignItems,
      ...planFields,
    }),
    ...learnt,
    facts: ({ body, runtime }) => visitFacts(body, runtime),
    run: ({ id, body, facts, learnt: found }) => ({
      ...{ type: "inspect" as const, id, inspection: inspectionIdOf(id, body.enterprise, found) },
      ...{
        enterprise: body.enterprise,
        state: facts.enterprise,
        items: body.items,
        from: body.from,
        until: body.until,
      },
      ...{ manner: body.manner, departments: body.departments },
    }),
    others: {
      members: ({ id, body, learnt: found }) => ({
        visits:
          found?.state === undefined
            ? []
            : [member(siteInspection, inspectionIdOf(id, body.enterprise, found), { expects: "new" })],
        registers: found?.state === undefined ? [] : [member(enterprise, body.enterprise)],
      }),
      commands: ({ id, body, learnt: found, facts }) => {
        if (found?.state === undefined) return { visits: [], registers: [] };
        const plan = {
          ...{ type: "propose" as const, ...body, occasion: { kind: "campaign" as const, ref: id } },
          separately: body.separately ?? `专项检查${id}`,
        };
        const inspection = inspectionIdOf(id, body.enterprise, found);
        return {
          visits: [{ ...plan, ...visitKnown(facts), lead: undefined }],
          registers: [bookingOf(inspection, plan, facts.items)],
        };
      },
    },
  }),
  campaigns.step("close", {
    summary: { zh: "结束专项整治（检查均已办结，附总结）", en: "Close it with its report, when nothing of it is open" },
    allow: caseOfficers,
    body: z.strictObject({ report: words }),
    ...learnt,
    run: ({ body, learnt: found }) => ({ type: "close", ...body, open: found?.open ?? [] }),
  }),
  campaigns.step("abandon", {
    summary: { zh: "终止专项整治（批准人，说明理由）", en: "Give it up, as who approves it, for reasons" },
    allow: organHeads,
    body: z.strictObject({ reasons: words }),
    ...learnt,
    run: ({ body, learnt: found }) => ({ type: "abandon", ...body, open: found?.open ?? [] }),
    others: {
      // What was never published gives its place of the year back.
      members: ({ learnt: found }) => ({
        years:
          found?.state?.status === "approved" && found.state.origin.kind === "own"
            ? [member(campaignYear, (found.state.approvedOn ?? "").slice(0, 4), { expects: "either" })]
            : [],
      }),
      commands: ({ id, learnt: found }) => ({
        years:
          found?.state?.status === "approved" && found.state.origin.kind === "own"
            ? [{ type: "give-back" as const, campaign: id }]
            : [],
      }),
    },
  }),
];
