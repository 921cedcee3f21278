import { deciderOf } from "../../../../../shared/decider/index.ts";
import { type CampaignWords, campaignMoves, fromOf } from "./campaign.ts";
import { approve, fileWithJustice, propose, publish } from "./planning.ts";
import { abandon, addVenue, close, inspect, nextCampaignDeadline, passTime } from "./running.ts";

/** A campaign, from its plan to its report (E8, IN-6). */
export const campaign = deciderOf<CampaignWords>({
  aggregate: "campaign",
  shape: 1,
  ended: ({ status }) => status === "closed" || status === "abandoned",
  moves: campaignMoves,
  impossible: "enforcement.campaign-not-in-this-state",
  byItself: ["pass-time"],
  begin: { propose },
  steps: {
    approve,
    "file-with-justice": fileWithJustice,
    publish,
    "add-venue": addVenue,
    inspect,
    close,
    abandon,
    "pass-time": (state, _command, context) => passTime(state, context),
  },
  begun: {
    "enforcement.campaign.proposed": ({ data: { on, ...data }, personal, actor }) => ({
      ...data,
      ...personal,
      ...{ status: "drafted", proposedOn: on, proposedBy: actor, inspections: [], late: false },
    }),
  },
  effects: {
    "enforcement.campaign.approved": (state, { data: { on, number } }) => ({
      ...state,
      ...{ status: "approved", approvedOn: on, number },
    }),
    "enforcement.campaign.filed": (state, { data }) => ({ ...state, filed: data }),
    "enforcement.campaign.published": (state, { data: { on }, personal: { where } }) => ({
      ...state,
      ...{ status: "running", published: { on, where } },
    }),
    "enforcement.campaign.venue-added": (state, { data: { enterprise } }) => ({
      ...state,
      venues: [...state.venues, enterprise],
    }),
    "enforcement.campaign.inspection-proposed": (state, { data: { inspection, enterprise } }) => ({
      ...state,
      inspections: [...state.inspections, { id: inspection, enterprise }],
    }),
    "enforcement.campaign.closed": (state, { data: { on }, personal: { report } }) => ({
      ...state,
      ...{ status: "closed", closed: { on, report } },
    }),
    "enforcement.campaign.abandoned": (state) => ({ ...state, status: "abandoned" }),
    "enforcement.campaign.overdue": (state) => ({ ...state, late: true }),
  },
  listed: (state, id) => ({
    byStatus: { partition: `campaign:${state.status}`, sort: `${fromOf(state)}#${id}` },
  }),
  nextDeadline: nextCampaignDeadline,
  onDeadline: () => ({ type: "pass-time" }),
});
