import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import { limitView, type Viewing, viewLimit } from "../../../../shared/http/index.ts";
import { officialNumber } from "../../../../shared/papers/official-number-schema.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { inspectionOccasions } from "../../../../shared/town/enforcement-inspections.ts";
import { officerView } from "../../common/api/schemas.ts";
import { joinable } from "../domain/enterprise/booking.ts";
import { enterprise } from "../domain/enterprise/decider.ts";
import { isTheEnterprise } from "../domain/visit/visibility.ts";
import {
  companionRoles,
  findingResults,
  lateMarks,
  type SiteInspection,
  scanReasons,
  visitManners,
  visitStatuses,
  withoutLead,
} from "../domain/visit/visit.ts";
import { date } from "./bodies.ts";

const text = z.object({ zh: z.string(), en: z.string() });
const finding = z.object({
  item: z.string(),
  point: z.string(),
  result: z.enum(findingResults),
  power: z.string().optional(),
  note: z.string().optional(),
});

export const visitView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(visitStatuses),
  number: officialNumber.optional(),
  enterprise: z.string(),
  name: z.string(),
  address: z.string(),
  place: z.object({ lng: z.number(), lat: z.number() }),
  items: z.array(z.object({ code: z.string(), number: z.int(), name: text, points: z.array(z.string()) })),
  occasion: z.object({
    kind: z.enum(inspectionOccasions),
    ref: z.string().optional(),
    document: z.object({ title: z.string(), date }).optional(),
  }),
  /** IN-4: whether the yearly cap counts it. */
  counted: z.boolean(),
  manner: z.enum(visitManners),
  departments: z.array(z.string()),
  from: date,
  until: date,
  proposedOn: date,
  officers: z.array(officerView),
  companions: z.array(z.object({ name: z.string(), as: z.enum(companionRoles) })),
  separately: z.string().optional(),
  urgent: z.object({ reasons: z.string() }).optional(),
  approval: z.object({ on: date, afterwards: z.boolean() }).optional(),
  approveBy: limitView.optional(),
  announced: z.object({ on: date, how: z.string() }).optional(),
  /** IN-7: `asked` says whether the town has a platform. */
  scan: z.object({
    asked: z.boolean(),
    platform: text.optional(),
    receipt: z.object({ number: z.string(), at: z.iso.datetime() }).optional(),
    without: z.object({ ground: z.enum(scanReasons), reasons: z.string() }).optional(),
    by: limitView.optional(),
  }),
  entry: z.object({ on: date, at: z.iso.datetime() }).optional(),
  notHeld: z.object({ on: date, ground: z.string() }).optional(),
  record: z
    .object({
      on: date,
      findings: z.array(finding),
      summary: z.string(),
      sha256: z.string(),
      pages: z.int(),
      files: z.array(z.string()),
      signedBy: z.enum(["signed", "refused", "absent"]),
      lateReasons: z.string().optional(),
    })
    .optional(),
  /** E8: one found, one filed. */
  leads: z.array(z.object({ finding: z.int(), lead: z.string() })).optional(),
  withoutLead: z.array(z.object({ finding: z.int(), result: z.enum(findingResults) })).optional(),
  resultBy: limitView.optional(),
  result: z
    .object({ on: date, number: officialNumber, how: z.string(), text: z.string(), putRightBy: date.optional() })
    .optional(),
  next: z.string().optional(),
  into: z.string().optional(),
  late: z.array(z.enum(lateMarks)),
  /** IN-5 综合查一次: open plans for the same enterprise that one visit could hold. */
  joinable: z.array(z.object({ id: z.string(), from: date, until: date, items: z.array(z.string()) })).optional(),
});

export const visitRow = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(visitStatuses),
  enterprise: z.string(),
  items: z.array(z.string()),
  occasion: z.enum(inspectionOccasions),
  counted: z.boolean(),
  from: date,
  until: date,
  late: z.array(z.enum(lateMarks)),
});

function recordOf({ record }: SiteInspection) {
  if (record === undefined) return {};
  const { on, findings, summary, sha256, pages, files, signing, lateReasons } = record;
  return {
    record: {
      ...{ on, summary, sha256, pages, signedBy: signing.how },
      findings: findings.map((one) => ({ ...one })),
      files: [...files],
      ...present({ lateReasons }),
    },
  };
}

function scanOf({ scan }: SiteInspection, { runtime }: Viewing, inside: boolean) {
  const platform = runtime.town.enforcement.inspections.scan?.platform;
  return {
    asked: platform !== undefined,
    ...present({ platform, receipt: scan?.receipt }),
    ...(inside && scan?.without !== undefined ? { without: { ...scan.without } } : {}),
    ...(scan?.by === undefined ? {} : { by: viewLimit(scan.by, runtime, scan.receipt?.at.slice(0, 10)) }),
  };
}

/** What the office reads besides: leads, who comes along, why it was urgent. */
function insideOf(state: SiteInspection) {
  const { separately, urgent, leads } = state;
  return {
    ...present({ separately }),
    ...(urgent === undefined ? {} : { urgent: { reasons: urgent.reasons } }),
    leads: leads.map((one) => ({ ...one })),
    withoutLead: withoutLead(state).map(({ at, finding: { result } }) => ({ finding: at, result })),
  };
}

/** An inspection as this caller may read it: the enterprise reads what concerns it. */
export function viewVisit({ id, version, state }: Loaded<SiteInspection>, viewing: Viewing) {
  const { runtime } = viewing;
  const { status, name, address, place, counted, manner, from, until, proposedOn, occasion } = state;
  const { number, approval, approveBy, announced, entry, notHeld, resultBy, result, next, into } = state;
  const inside = !isTheEnterprise(state, viewing.actor);
  return {
    ...{
      id,
      version,
      status,
      enterprise: state.enterprise,
      name,
      address,
      place,
      counted,
      manner,
      from,
      until,
      proposedOn,
    },
    // P-17: who informed, or of what, is not told to the enterprise.
    occasion: inside ? { ...occasion } : { kind: occasion.kind },
    items: state.items.map(({ code, number: of, name: called, points }) => ({
      ...{ code, number: of, name: called },
      points: [...points],
    })),
    departments: [...state.departments],
    officers: state.officers.map((one) => ({ ...one })),
    companions: state.companions.map((one) => ({ ...one })),
    scan: scanOf(state, viewing, inside),
    late: [...state.late],
    ...present({ number, announced, notHeld, next: inside ? next : undefined, into: inside ? into : undefined }),
    ...(approval === undefined ? {} : { approval: { on: approval.on, afterwards: approval.afterwards } }),
    ...(entry === undefined ? {} : { entry: { on: entry.on, at: entry.at } }),
    ...(approveBy === undefined ? {} : { approveBy: viewLimit(approveBy, runtime, approval?.on) }),
    ...(resultBy === undefined ? {} : { resultBy: viewLimit(resultBy, runtime, result?.on) }),
    ...(result === undefined ? {} : { result: { ...result } }),
    ...recordOf(state),
    ...(inside ? insideOf(state) : {}),
  };
}

const isPlanned = ({ status }: SiteInspection) => status === "proposed" || status === "approved";

/** The same with what could be joined (IN-5): a proposal, nothing follows by itself. */
export async function viewVisitAlone(loaded: Loaded<SiteInspection>, viewing: Viewing) {
  const { id, state } = loaded;
  const view = viewVisit(loaded, viewing);
  const { store, town, clock } = viewing.runtime;
  if (isTheEnterprise(state, viewing.actor) || !isPlanned(state)) return view;
  const of = (await store.load(enterprise, state.enterprise))?.state;
  const near =
    of === undefined
      ? []
      : joinable(of, { id, from: state.from, until: state.until }, { town, today: todayIn(clock()) });
  return {
    ...view,
    joinable: near.map(({ id: one, from, until, items }) => ({ id: one, from, until, items: [...items] })),
  };
}

export function viewVisitRow({ id, version, state }: Loaded<SiteInspection>) {
  const { status, enterprise: of, items, occasion, counted, from, until, late } = state;
  return {
    ...{ id, version, status, enterprise: of, occasion: occasion.kind, counted, from, until },
    items: items.map(({ code }) => code),
    late: [...late],
  };
}
