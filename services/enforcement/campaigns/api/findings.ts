import * as z from "zod";
import { type Route, readById } from "../../../../shared/http/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { titled } from "../../../../shared/text/index.ts";
import { siteInspection } from "../../inspections/domain/visit/decider.ts";
import { lead } from "../../leads/domain/decider.ts";
import type { Campaign } from "../domain/campaign/campaign.ts";
import { campaign } from "../domain/campaign/decider.ts";
import { campaignReaders } from "./campaigns.ts";

const finding = z.object({
  inspection: z.string(),
  enterprise: z.string(),
  item: z.string(),
  point: z.string(),
  result: z.enum(["breach", "put-right"]),
  note: z.string().optional(),
  lead: z.string().optional(),
  leadStatus: z.string().optional(),
});
const findingsView = z.object({
  id: z.string(),
  version: z.int(),
  found: titled(z.array(finding), { zh: "已形成线索的问题", en: "Found, with its lead" }),
  /** What was found, and no lead follows it: put right at once, or the other officer has not signed yet. */
  withoutLead: z.array(finding),
});

/** E8: one found, one filed. What the inspections of a campaign found, with the lead of each. */
async function findingsOf({ inspections }: Campaign, { store }: Runtime) {
  const visits = await Promise.all(inspections.map(({ id }) => store.load(siteInspection, id)));
  const found = visits.flatMap((visit) =>
    (visit?.state.record?.findings ?? []).flatMap((one, at) => {
      const { result, item, point, note } = one;
      if (visit === undefined || (result !== "breach" && result !== "put-right")) return [];
      const of = visit.state.leads.find((each) => each.finding === at)?.lead;
      return [{ inspection: visit.id, enterprise: visit.state.enterprise, item, point, result, note, of }];
    }),
  );
  return Promise.all(
    found.map(async ({ of, note, ...one }) => {
      const status = of === undefined ? undefined : (await store.load(lead, of))?.state.status;
      return {
        ...one,
        ...(note === undefined ? {} : { note }),
        ...(of === undefined ? {} : { lead: of }),
        ...(status === undefined ? {} : { leadStatus: status }),
      };
    }),
  );
}

export const findingRoutes: readonly Route[] = [
  readById("GET /enforcement/campaigns/{id}/findings", {
    summary: {
      zh: "专项整治发现的问题（发现一起、查处一起；列出未形成线索的）",
      en: "What a campaign found, each with its lead; and what has none",
    },
    allow: campaignReaders,
    of: campaign,
    returns: findingsView,
    view: async ({ id, version, state }, { runtime }) => {
      const all = await findingsOf(state, runtime);
      return {
        ...{ id, version },
        found: all.filter((one) => one.lead !== undefined),
        withoutLead: all.filter((one) => one.lead === undefined),
      };
    },
  }),
];
