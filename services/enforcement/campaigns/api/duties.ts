import * as z from "zod";
import { present } from "../../../../shared/decider/index.ts";
import { fileDigest } from "../../../../shared/files/digest.ts";
import { create, hasRole, list, type Route, resource, severalOf } from "../../../../shared/http/index.ts";
import { factReference, type Loaded } from "../../../../shared/store/index.ts";
import { lineOf, personOrBodyName, textOf, titled } from "../../../../shared/text/index.ts";
import { caseOfficers } from "../../common/api/roles.ts";
import { enterprise } from "../../inspections/domain/enterprise/decider.ts";
import { dutyKinds } from "../domain/campaign/campaign.ts";
import { mayReadDuty, venueDuty } from "../domain/duty/decider.ts";
import { dutyMoves, type VenueDuty } from "../domain/duty/duty.ts";
import { campaignReaders } from "./campaigns.ts";
import { venueId } from "./plan-body.ts";

const date = z.iso.date();
const words = textOf(2_000, 2);
const statuses = ["due", "handed-in", "accepted"] as const;
const problem = z.object({ text: z.string(), putRight: z.boolean() });

const dutyView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(statuses),
  kind: z.enum(dutyKinds),
  enterprise: z.string(),
  name: z.string(),
  campaign: z.string().optional(),
  askedOn: titled(date, { zh: "要求日期", en: "Asked on" }),
  by: date,
  late: z.boolean(),
  text: z.string(),
  returned: z.int(),
  handedIn: z
    .object({
      on: date,
      channel: z.enum(["online", "paper"]),
      signedBy: z.string(),
      sha256: z.string(),
      problems: z.array(problem),
    })
    .optional(),
  checked: z.object({ on: date, accepted: z.boolean(), note: z.string() }).optional(),
});
const dutyRow = dutyView.pick({
  id: true,
  version: true,
  status: true,
  kind: true,
  enterprise: true,
  by: true,
  late: true,
});

function viewDuty({ id, version, state }: Loaded<VenueDuty>) {
  const { status, kind, enterprise: of, name, campaign, askedOn, by, late, text, returned, handedIn, checked } = state;
  return {
    ...{ id, version, status, kind, enterprise: of, name, askedOn, by, late, text, returned },
    ...present({ campaign }),
    ...(handedIn === undefined
      ? {}
      : {
          handedIn: {
            ...{ on: handedIn.on, channel: handedIn.channel, signedBy: handedIn.signedBy, sha256: handedIn.sha256 },
            problems: handedIn.problems.map((one) => ({ ...one })),
          },
        }),
    ...(checked === undefined ? {} : { checked: { on: checked.on, accepted: checked.accepted, note: checked.note } }),
  };
}

export const venueDuties = resource({
  of: venueDuty,
  at: "/enforcement/venue-duties",
  staff: ["leader", "supervisor"],
  own: ({ state }, actor, { town }) => mayReadDuty(state, actor, town),
  moves: dutyMoves,
  statusOf: ({ status }) => status,
  returns: dutyView,
  view: viewDuty,
});

/** E11: pledges and self-inspections, per venue: signed, checked, and listed when they are late. */
export const dutyRoutes: readonly Route[] = [
  list("GET /enforcement/venue-duties", {
    summary: {
      zh: "责任状和自查自纠：按状态（缺省为未办结）、专项整治、场所、是否逾期；场所只见本场所的",
      en: "Pledges and self-inspections by status (open ones if none is named), campaign, venue or lateness; a venue sees its own",
    },
    allow: ["resident", ...campaignReaders],
    of: venueDuty,
    query: {
      status: severalOf(statuses).optional(),
      campaign: venueId.optional(),
      enterprise: venueId.optional(),
      late: z.literal("true").optional(),
    },
    sparse: true,
    sorts: ["due"],
    returns: dutyRow,
    find: ({ query, actor }) => {
      if (!hasRole(actor, campaignReaders)) return { index: "byOwner", partition: `venue-duty:${actor?.party ?? ""}` };
      if (query.campaign !== undefined) return { index: "byCase", partition: `venue-duty:${query.campaign}` };
      if (query.enterprise !== undefined) return { index: "byCode", partition: `venue-duty:${query.enterprise}` };
      return (query.status ?? (["due", "handed-in"] as const)).map((status) => ({
        index: "byStatus",
        partition: `venue-duty:${status}`,
      }));
    },
    keep: ({ state }, { query, actor, runtime: { town } }) =>
      (hasRole(actor, ["leader", "supervisor"]) || mayReadDuty(state, actor, town)) &&
      query.status?.includes(state.status) !== false &&
      (query.campaign === undefined || state.campaign === query.campaign) &&
      (query.enterprise === undefined || state.enterprise === query.enterprise) &&
      (query.late === undefined || state.late),
    view: (loaded) => dutyRow.parse(viewDuty(loaded)),
  }),
  create("POST /enforcement/venue-duties", {
    summary: { zh: "要求场所签订责任状或者自查自纠", en: "Ask a venue for a pledge or a self-inspection" },
    allow: caseOfficers,
    of: venueDuty,
    id: ({ unique }) => unique,
    body: z.strictObject({ kind: z.enum(dutyKinds), enterprise: venueId, by: date, text: words }),
    returns: venueDuties.returns,
    facts: ({ body }) => ({ state: factReference(enterprise, body.enterprise) }),
    run: ({ body, facts }) => ({ type: "ask" as const, ...body, state: facts.state }),
    view: venueDuties.view,
  }),
  venueDuties.read({ zh: "一份责任状或者自查自纠", en: "One pledge or self-inspection" }, [
    "resident",
    ...campaignReaders,
  ]),
  venueDuties.history(
    { zh: "责任状或者自查自纠的经过", en: "History of a pledge or self-inspection" },
    campaignReaders,
  ),
  venueDuties.step("hand-in", {
    summary: {
      zh: "签署提交（场所本人登录，或者执法人员登记签署的原件）",
      en: "Hand it in, signed: the venue by its login, or an officer who keeps the paper",
    },
    allow: ["resident", ...caseOfficers],
    body: z.strictObject({
      signedBy: personOrBodyName,
      sha256: fileDigest,
      problems: z
        .array(z.strictObject({ text: lineOf(500, 2), putRight: z.boolean() }))
        .max(50)
        .default([]),
    }),
    run: ({ body }) => ({ type: "hand-in", ...body }),
  }),
  venueDuties.step("check", {
    summary: { zh: "核查（未整改的退回并重新限期）", en: "Check it; what is not put right goes back with another day" },
    allow: caseOfficers,
    body: z.strictObject({ accepted: z.boolean(), note: words, by: date.exactOptional() }),
    run: ({ body }) => ({ type: "check", ...body }),
  }),
];
