import * as z from "zod";
import { present } from "../../../../shared/decider/index.ts";
import { list, type Route } from "../../../../shared/http/index.ts";
import { partyName } from "../../../../shared/parties/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { officialNumber, text } from "../../common/api/schemas.ts";
import type { Application, WasAccepted } from "../domain/application/application.ts";
import { application } from "../domain/application/decider.ts";

const date = z.iso.date();
const item = z.object({ code: z.string(), name: text });
const delays = z.array(z.object({ limit: z.string(), due: date.optional(), cause: z.string(), reasons: z.string() }));

/** XK-40: what anybody may know of an approval; of a person no more than a masked name. */
const approval = z.object({
  number: officialNumber,
  item,
  organ: z.object({ name: text, uscc: z.string() }).optional(),
  holder: z.string(),
  decidedOn: date,
  validUntil: date.optional(),
  delays,
});

/** XK-46, XK-48: a hearing that anybody may attend; XK-T3: why a case took longer than promised. */
const announcement = z.object({
  item,
  office: z.string(),
  hearing: z
    .object({
      number: z.string(),
      noticedOn: date,
      heldOn: date,
      heldAt: z.iso.time({ precision: -1 }),
      place: z.string(),
      closed: z.string().optional(),
      /** XK-47: the organ is late; it was to be held by this day. */
      wasDue: date.optional(),
    })
    .optional(),
  delays,
});

const delaysOf = ({ explanations = [], limits }: WasAccepted) =>
  explanations.map(({ limit, cause, reasons }) => ({
    limit,
    cause,
    reasons,
    ...present({ due: limits[limit]?.due ?? undefined }),
  }));

const holderOf = ({ applicant }: Application) => partyName(applicant);
const itemOf = ({ item: { code, name } }: Application) => ({ code, name });

/** What the law makes public; the index holds nothing else. */
export const publishedRoutes: readonly Route[] = [
  list("GET /permits/approvals", {
    summary: { zh: "行政许可决定公开", en: "Approvals, published; the latest first" },
    allow: "public",
    of: application,
    query: { item: lineOf(20).optional() },
    sorts: ["decidedOn"],
    returns: approval,
    find: () => ({ index: "byCode", partition: "approvals", descending: true }),
    keep: ({ state }, { query }) => isApproval(state) && (query.item === undefined || state.item.code === query.item),
    view: ({ state }) => viewApproval(state),
  }),
  list("GET /permits/announcements", {
    summary: { zh: "听证公告和逾期原因公开", en: "Hearings announced and delays accounted for" },
    allow: "public",
    of: application,
    sorts: ["on"],
    returns: announcement,
    find: () => ({ index: "byCode", partition: "notices", descending: true }),
    keep: ({ state }) => "limits" in state,
    view: ({ state }) => viewAnnouncement(state),
  }),
];

type Approval = Extract<Application, { status: "granted" | "closed" }>;

const isApproval = (state: Application): state is Approval =>
  (state.status === "granted" || state.status === "closed") &&
  state.number !== undefined &&
  state.secrecy === undefined;

function viewApproval(state: Application) {
  if (!isApproval(state) || state.number === undefined) throw new TypeError("not an approval");
  const { number, decidedOn, inWhoseName, validUntil } = state;
  const shown = { number, item: itemOf(state), holder: holderOf(state), decidedOn, delays: delaysOf(state) };
  return { ...shown, ...present({ organ: inWhoseName, validUntil }) };
}

function viewAnnouncement(state: Application) {
  if (!("limits" in state)) throw new TypeError("nothing to announce");
  const { office, hearing } = state;
  const notice = hearing?.notice;
  return {
    item: itemOf(state),
    office,
    delays: delaysOf(state),
    ...(notice === undefined ? {} : { hearing: hearingOf(notice) }),
  };
}

/** XK-48: of a closed hearing it is said that there is one, and why it is closed. */
function hearingOf({
  number,
  noticedOn,
  heldOn,
  heldAt,
  place,
  closed,
  wasDue,
}: NonNullable<NonNullable<WasAccepted["hearing"]>["notice"]>) {
  const where = closed === undefined ? place : "";
  return { number, noticedOn, heldOn, heldAt, place: where, ...present({ closed, wasDue }) };
}
