import * as z from "zod";
import { limitSchema } from "../../../../shared/calendar/index.ts";
import { type Actor, present } from "../../../../shared/decider/index.ts";
import { maskName } from "../../../../shared/identity-codes/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { officialNumber, text } from "../../common/api/schemas.ts";
import { findingResults, type Inspection, measureKinds } from "../domain/inspection/inspection.ts";
import { mayKnowOfConduct, mayKnowOfReport } from "../domain/inspection/visibility.ts";

export const inspectionStatuses = ["planned", "called-off", "unsigned", "to-act", "archived"] as const;
export const results = z.enum(["conforming", "put-right", "violation"]);

const date = z.iso.date();
const item = z.object({ code: z.string(), name: text });
const point = z.object({ id: z.string(), text });
const finding = z.object({ point: z.string(), result: z.enum(findingResults) });
const measures = z.array(z.enum(measureKinds));

export const inspectionView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(inspectionStatuses),
  certificate: z.string(),
  certificateNumber: officialNumber,
  item,
  office: z.string().optional(),
  holder: z.object({ kind: z.string(), name: z.string() }),
  /** `report` is told to nobody but the heads of the office and who supervises. */
  occasion: z.enum(["routine", "for-cause", "report", "re-inspection"]),
  announced: z.boolean(),
  place: z.string(),
  inspectors: z.array(z.object({ sub: z.string(), name: z.string() })),
  points: z.array(point),
  plannedOn: date,
  by: date,
  limit: limitSchema.optional(),
  late: z.boolean(),
  brief: z.string().optional(),
  report: z.string().optional(),
  follows: z.object({ inspection: z.string(), putRightBy: date }).optional(),
  heldOn: date.optional(),
  result: results.optional(),
  putRightBy: date.optional(),
  findings: z.array(finding.extend({ note: z.string().optional() })).optional(),
  summary: z.string().optional(),
  signatures: z.array(z.object({ by: z.string(), on: date, remarks: z.string().optional() })).optional(),
  acknowledged: z
    .object({
      how: z.enum(["signed", "refused", "absent"]),
      on: date,
      reasons: z.string().optional(),
      witness: z.string().optional(),
      /** To the person inspected and to who supervises. */
      conduct: z.object({ hindered: z.boolean(), demanded: z.boolean(), words: z.string().optional() }).optional(),
    })
    .optional(),
  signing: limitSchema.optional(),
  signingLate: z.boolean().optional(),
  number: officialNumber.optional(),
  concludedOn: date.optional(),
  handling: limitSchema.optional(),
  handlingLate: z.boolean().optional(),
  acted: z.object({ on: date, by: z.string(), measures }).optional(),
  annotations: z.array(z.object({ on: date, by: z.string(), text: z.string() })).optional(),
});

/** An inspection in a list. What was looked at and found is read by its id. */
export const inspectionRow = inspectionView
  .pick({
    id: true,
    version: true,
    status: true,
    certificate: true,
    office: true,
    occasion: true,
    announced: true,
    plannedOn: true,
    by: true,
    late: true,
    heldOn: true,
    result: true,
    putRightBy: true,
    signingLate: true,
    handlingLate: true,
    concludedOn: true,
  })
  .extend({ item: z.object({ code: z.string() }), holder: z.string() });

const holderName = ({ kind, name }: Inspection["subject"]["holder"]) => (kind === "citizen" ? maskName(name) : name);

/** An inspection as its inspectors, the office and the holder see it; the person masked. */
export function viewInspection({ id, version, state }: Loaded<Inspection>, actor: Actor | undefined) {
  const { status, subject, announced, place, plannedOn, by, late, limit, follows, brief, report } = state;
  const byReport = state.occasion === "report" && !mayKnowOfReport(state, actor);
  const himself = subject.owner === actor?.sub;
  return {
    id,
    version,
    status,
    certificate: subject.certificate,
    certificateNumber: subject.number,
    item: subject.item,
    holder: { kind: subject.holder.kind, name: holderName(subject.holder) },
    occasion: byReport ? "for-cause" : state.occasion,
    announced,
    place,
    inspectors: state.inspectors.map((one) => ({ ...one })),
    points: state.points.map((one) => ({ ...one })),
    plannedOn,
    by,
    late: late === true,
    ...present({ office: subject.office, limit, follows }),
    ...(himself ? {} : present({ brief })),
    ...(mayKnowOfReport(state, actor) ? present({ report }) : {}),
    ...held(state, actor),
  };
}

function held(state: Inspection, actor: Actor | undefined) {
  if (!("record" in state)) return {};
  const { record, signatures, acknowledged, signing, signingLate } = state;
  const { heldOn, result, putRightBy, summary, findings } = record;
  return {
    heldOn,
    result,
    summary,
    findings: findings.map((one) => ({ ...one })),
    signatures: signatures.map((one) => ({ ...one })),
    ...present({ putRightBy, signingLate }),
    ...(state.status === "unsigned" ? { signing } : {}),
    ...(acknowledged === undefined
      ? {}
      : { acknowledged: acknowledgedOf(acknowledged, mayKnowOfConduct(state, actor)) }),
    ...concluded(state),
  };
}

type Acknowledged = NonNullable<Extract<Inspection, { status: "unsigned" }>["acknowledged"]>;

function acknowledgedOf(one: Acknowledged, withConduct: boolean) {
  const { how, on } = one;
  const said = withConduct ? { conduct: one.conduct } : {};
  if (one.how === "signed") return { how, on, ...said };
  return { how, on, ...said, reasons: one.reasons, witness: maskName(one.witness) };
}

function concluded(state: Inspection) {
  if (state.status !== "to-act" && state.status !== "archived") return {};
  const { number, concludedOn, annotations, handlingLate } = state;
  const known = { number, concludedOn, annotations: annotations.map((one) => ({ ...one })) };
  if (state.status === "to-act") return { ...known, handling: state.handling, ...present({ handlingLate }) };
  const acted = state.acted === undefined ? {} : { acted: { ...state.acted, measures: [...state.acted.measures] } };
  return { ...known, ...acted, ...present({ handlingLate }) };
}

/**
 * XK-61: what anybody may consult of a record: its results and that it was signed. No id, by which it or its certificate
 * could be looked up, no place, no name of a citizen, an inspector or a witness, nothing that anybody wrote.
 */
export const openRecord = z.object({
  record: officialNumber,
  certificateNumber: officialNumber,
  item,
  holder: z.string(),
  office: z.string().optional(),
  kind: z.enum(["routine", "for-cause", "re-inspection"]),
  announced: z.boolean(),
  heldOn: date,
  concludedOn: date,
  findings: z.array(z.object({ point: text, result: z.enum(findingResults) })),
  result: results,
  putRightBy: date.optional(),
  acted: z.object({ on: date, measures }).optional(),
  signed: z.object({ inspectors: z.int(), inspected: z.enum(["signed", "refused", "absent"]) }),
  annotatedOn: z.array(date),
});

export function viewOpen({ state }: Loaded<Inspection>) {
  if (state.status !== "archived" || state.acknowledged === undefined)
    throw new TypeError("not a record in the archive");
  const { subject, record, number, concludedOn, announced, signatures, acknowledged, annotations, acted } = state;
  const textOf = (id: string) => state.points.find((one) => one.id === id)?.text ?? { zh: id, en: id };
  return {
    record: number,
    certificateNumber: subject.number,
    item: subject.item,
    holder: holderName(subject.holder),
    kind: state.occasion === "report" ? "for-cause" : state.occasion,
    announced,
    heldOn: record.heldOn,
    concludedOn,
    findings: record.findings.map(({ point: id, result }) => ({ point: textOf(id), result })),
    result: record.result,
    signed: { inspectors: signatures.length, inspected: acknowledged.how },
    annotatedOn: annotations.map(({ on }) => on),
    ...present({ office: subject.office, putRightBy: record.putRightBy }),
    ...(acted === undefined ? {} : { acted: { on: acted.on, measures: [...acted.measures] } }),
  };
}

/** An inspection in a list, the person masked. */
export function viewInspectionRow(loaded: Loaded<Inspection>, actor: Actor | undefined) {
  const { holder, ...view } = viewInspection(loaded, actor);
  return inspectionRow.parse({ ...view, holder: holder.name });
}
