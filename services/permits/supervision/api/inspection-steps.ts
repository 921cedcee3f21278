import * as z from "zod";
import { present } from "../../../../shared/decider/index.ts";
import { leadsTo, type Route, resource } from "../../../../shared/http/index.ts";
import { mostFen } from "../../../../shared/money/index.ts";
import { factReference } from "../../../../shared/store/index.ts";
import { lineOf, textOf } from "../../../../shared/text/index.ts";
import type { Role } from "../../../../shared/town/roles.ts";
import { application } from "../../cases/domain/application/decider.ts";
import { certificate } from "../../certificates/domain/certificate.ts";
import { certificateRegister } from "../../certificates/index.ts";
import { personNamed } from "../../common/api/schemas.ts";
import { officersNamed } from "../../common/officers.ts";
import { leadsToGuide } from "../../guides/index.ts";
import { inspection } from "../domain/inspection/decider.ts";
import { findingResults, measureKinds } from "../domain/inspection/inspection.ts";
import { inspectionMoves } from "../domain/inspection/moves.ts";
import { mayRead } from "../domain/inspection/visibility.ts";
import { inspectionView, results, viewInspection } from "./inspection-views.ts";

export const inspectors = ["officer", "squad-leader", "reviewer", "approver"] as const satisfies readonly Role[];
export const inCharge = ["approver", "leader"] as const satisfies readonly Role[];

const date = z.iso.date();
const line = lineOf(200);
export const words = textOf(2_000, 2);

/** By when, where and by whom. */
export const arrangement = z.strictObject({
  by: date,
  place: line,
  inspectors: z.array(personNamed).max(10),
});

/** Who may read it is a rule of each (XK-61): no role knows of all. */
export const inspections = resource({
  of: inspection,
  at: "/permits/inspections",
  staff: [],
  own: ({ state }, actor) => mayRead(state, actor),
  moves: inspectionMoves,
  statusOf: ({ status }) => status,
  returns: inspectionView,
  view: (loaded, { actor }) => viewInspection(loaded, actor),
  links: ({ state: { subject } }) => [
    certificateRegister.link("certificate", { zh: "证件", en: "Certificate" }, subject.certificate),
    leadsToGuide(subject.item.code),
  ],
});

certificateRegister.linked(({ id }) => [
  leadsTo(
    {
      ...{ rel: "inspections", title: { zh: "监督检查", en: "Inspections" } },
      path: `/permits/inspections?certificate=${id}`,
    },
    ["resident", ...inspectors, "supervisor", "leader", "archivist"],
  ),
]);

const conduct = z.strictObject({ hindered: z.boolean(), demanded: z.boolean(), words: words.exactOptional() });
const acknowledgement = z.discriminatedUnion("how", [
  z.strictObject({ how: z.literal("signed"), name: line }),
  z.strictObject({ how: z.enum(["refused", "absent"]), reasons: words, witness: line }),
]);

/** What becomes of an inspection, step by step. */
export const inspectionSteps: readonly Route[] = [
  inspections.step("rearrange", {
    summary: {
      zh: "调整检查人员、地点或者日期（说明理由）",
      en: "Other inspectors, another place or day, for reasons",
    },
    allow: inCharge,
    body: z.strictObject({
      by: date.exactOptional(),
      place: line.exactOptional(),
      inspectors: arrangement.shape.inspectors.exactOptional(),
      reasons: words,
    }),
    facts: async ({ id, body: { inspectors: named = [] }, runtime }) => {
      const held = named.length === 0 ? undefined : (await runtime.store.load(inspection, id))?.state.subject;
      const of = held && (await runtime.store.load(certificate, held.certificate))?.state.application;
      return {
        officers: await officersNamed(named, runtime),
        case: of === undefined ? undefined : factReference(application, of),
      };
    },
    run: ({ body, facts }) => ({
      type: "rearrange",
      ...body,
      officers: facts.officers.filter((one) => one !== undefined),
      ...present({ recusals: facts.case?.recusals }),
    }),
  }),
  inspections.step("call-off", {
    summary: { zh: "取消尚未进行的检查（说明理由）", en: "Call off what has not been held, for reasons" },
    allow: inCharge,
    body: z.strictObject({ reasons: words }),
    run: ({ body }) => ({ type: "call-off", ...body }),
  }),
  inspections.step("record", {
    summary: {
      zh: "记录检查情况和处理结果（签字前可以更正）",
      en: "Record what was found; anew until somebody has signed",
    },
    allow: inspectors,
    body: z.strictObject({
      heldOn: date,
      findings: z
        .array(z.strictObject({ point: lineOf(60), result: z.enum(findingResults), note: words.exactOptional() }))
        .max(60),
      result: results,
      putRightBy: date.exactOptional(),
      summary: words,
      chargedFen: z.int().min(0).max(mostFen).default(0),
    }),
    run: ({ body }) => ({ type: "record", ...body }),
  }),
  inspections.step("sign", {
    summary: { zh: "检查人员签字（可附不同意见）", en: "Sign as an inspector; who sees it differently says so" },
    allow: inspectors,
    body: z.strictObject({ remarks: words.exactOptional() }),
    run: ({ body }) => ({ type: "sign", ...body }),
  }),
  inspections.step("hold-anew", {
    summary: {
      zh: "记录无法签全时重新检查（镇领导，说明理由，留痕）",
      en: "Held anew where not everybody can sign any more, for reasons, on record",
    },
    allow: ["leader"],
    body: z.strictObject({ reasons: words }),
    run: ({ body }) => ({ type: "hold-anew", ...body }),
  }),
  inspections.step("acknowledge", {
    summary: {
      zh: "被检查人签字，或者注明拒签、不在场（须有见证人）",
      en: "The person inspected signs; that he refused or was absent is put down with a witness",
    },
    allow: ["resident", ...inspectors],
    body: z.strictObject({ acknowledgement, conduct }),
    run: ({ body }) => ({ type: "acknowledge", ...body }),
  }),
  inspections.step("act", {
    summary: {
      zh: "处理违法情形：已暂扣、已告知撤销或者移交执法",
      en: "What followed from a violation: suspension, revocation proposed, or handing over to enforcement",
    },
    allow: inCharge,
    body: z.strictObject({ measures: z.array(z.enum(measureKinds)).min(1).max(3), reasons: words }),
    facts: async ({ id, runtime }) => {
      const held = (await runtime.store.load(inspection, id))?.state.subject.certificate;
      return { certificate: held === undefined ? undefined : factReference(certificate, held) };
    },
    run: ({ body: { measures, reasons }, facts }) => ({
      type: "act",
      measures: [...new Set(measures)],
      reasons,
      certificate: facts.certificate,
    }),
  }),
  inspections.step("annotate", {
    summary: { zh: "在已签字的记录之外补充说明", en: "Add a note beside the signed record" },
    allow: inspectors,
    body: z.strictObject({ text: words }),
    run: ({ body }) => ({ type: "annotate", ...body }),
  }),
];
