import * as z from "zod";
import { present } from "../../../../shared/decider/index.ts";
import { officialNumber } from "../../../../shared/papers/official-number-schema.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { titled } from "../../../../shared/text/index.ts";
import { type Campaign, dutyKinds, fromOf, observerKinds, stageKinds, untilOf } from "../domain/campaign/campaign.ts";
import { stagesTitle } from "./plan-body.ts";

const date = z.iso.date();
const statuses = ["drafted", "approved", "running", "closed", "abandoned"] as const;

/** What anybody reads of a campaign that was published (IN-6): the plan, not its venues. */
export const campaignView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(statuses),
  number: officialNumber.optional(),
  name: z.string(),
  origin: z.object({
    kind: z.enum(["own", "ordered"]),
    organ: z.string().optional(),
    document: z.object({ title: z.string(), date }).optional(),
  }),
  aims: z.string(),
  domains: z.array(z.string()),
  items: titled(z.array(z.string()), { zh: "检查事项", en: "Items of inspection" }),
  stages: titled(
    z.array(z.object({ kind: z.enum(stageKinds), from: date, until: date, text: z.string() })),
    stagesTitle,
  ),
  from: date,
  until: date,
  published: z.object({ on: date, where: z.string() }).optional(),
  closedOn: date.optional(),
  /** Of the office. */
  proposedOn: date.optional(),
  approvedOn: date.optional(),
  filed: titled(z.object({ on: date, document: z.string() }), {
    zh: "报司法行政部门备案",
    en: "Filed with the bureau of justice",
  }).optional(),
  venues: z.array(z.string()).optional(),
  duties: z.array(z.object({ kind: z.enum(dutyKinds), by: date, text: z.string() })).optional(),
  observers: z.array(z.object({ name: z.string(), as: z.enum(observerKinds) })).optional(),
  inspections: z.array(z.object({ id: z.string(), enterprise: z.string() })).optional(),
  late: z.boolean().optional(),
});
export const campaignRow = campaignView.pick({
  id: true,
  version: true,
  status: true,
  name: true,
  from: true,
  until: true,
});

function insideOf(state: Campaign) {
  const { proposedOn, approvedOn, filed, late } = state;
  return {
    ...{ proposedOn, late, venues: [...state.venues] },
    duties: state.duties.map((one) => ({ ...one })),
    observers: state.observers.map((one) => ({ ...one })),
    inspections: state.inspections.map((one) => ({ ...one })),
    ...present({ approvedOn, filed }),
  };
}

/** A campaign for everybody, or for the office. */
export function viewCampaign({ id, version, state }: Loaded<Campaign>, inside: boolean) {
  const { status, number, name, origin, aims, published, closed } = state;
  return {
    ...{ id, version, status, name, aims, from: fromOf(state), until: untilOf(state) },
    origin: { ...origin },
    domains: [...state.domains],
    items: [...state.items],
    stages: state.stages.map((one) => ({ ...one })),
    ...present({ number, published, closedOn: closed?.on }),
    ...(inside ? insideOf(state) : {}),
  };
}
export const viewCampaignRow = (loaded: Loaded<Campaign>) => campaignRow.parse(viewCampaign(loaded, false));
