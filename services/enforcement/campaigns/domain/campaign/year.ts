import { deciderOf } from "../../../../../shared/decider/index.ts";
import { type CampaignsRefusal, in6, refuse } from "../refusals.ts";

/** The campaigns of the town's own in one year (IN-6); its id is the year. */
export interface CampaignYear {
  readonly own: readonly string[];
}
export type YearCommand =
  | { readonly type: "take"; readonly campaign: string }
  | { readonly type: "give-back"; readonly campaign: string };
export type YearEvent =
  | { readonly type: "enforcement.campaign-year.taken"; readonly data: { readonly campaign: string } }
  | { readonly type: "enforcement.campaign-year.given-back"; readonly data: { readonly campaign: string } };

/** IN-6: how many campaigns of its own a town holds in a year is limited; two approvals at once cannot both take the last place. */
export const campaignYear = deciderOf<{
  readonly state: CampaignYear;
  readonly command: YearCommand;
  readonly event: YearEvent;
  readonly moves: Record<never, never>;
  readonly begins: never;
  readonly begun: never;
  readonly refusal: CampaignsRefusal;
}>({
  aggregate: "campaign-year",
  shape: 1,
  begin: {},
  empty: { own: [] },
  always: {
    take: ({ own }, { campaign }, { town }) => {
      const most = town.enforcement.campaigns.perYear;
      if (own.includes(campaign)) return [];
      if (own.length >= most) return refuse("enforcement.campaign-yearly", { most, campaigns: own.length, ...in6 });
      return [{ type: "enforcement.campaign-year.taken", data: { campaign } }];
    },
    "give-back": ({ own }, { campaign }) =>
      own.includes(campaign) ? [{ type: "enforcement.campaign-year.given-back", data: { campaign } }] : [],
  },
  begun: {},
  effects: {
    "enforcement.campaign-year.taken": ({ own }, { data: { campaign } }) => ({ own: [...own, campaign] }),
    "enforcement.campaign-year.given-back": ({ own }, { data: { campaign } }) => ({
      own: own.filter((one) => one !== campaign),
    }),
  },
});
