import * as z from "zod";
import { letter, powerCategory, powerMode } from "../../../../shared/contracts/powers.ts";
import { pick } from "../../../../shared/decider/index.ts";
import { fileDigest } from "../../../../shared/files/digest.ts";
import { create, filedBefore, list, type Route, resource, rowOf, severalOf } from "../../../../shared/http/index.ts";
import { factReferences, type Loaded } from "../../../../shared/store/index.ts";
import { textOf } from "../../../../shared/text/index.ts";
import { condition, organ, text } from "../../common/api/schemas.ts";
import { power } from "../../powers/domain/decider.ts";
import { leadsToPower, powerItems } from "../../powers/index.ts";
import { handover, handoverMoves } from "../domain/decider.ts";
import { type Handover, type HandoverCommand, handoverStatuses } from "../domain/handover.ts";
import { draftOf, formBody } from "./handover-form.ts";

const day = z.iso.date();
const signature = z.object({ sub: z.string(), name: z.string(), at: z.string() });
const authority = z.object({
  kind: z.enum(["province", "county"]),
  document: z.string(),
  date: day,
  publication: z.object({ where: z.string(), on: day }).optional(),
  stateCouncilApproval: z.string().optional(),
  scope: z.object({
    codes: z.array(z.string()).readonly().optional(),
    domains: z.array(z.string()).readonly().optional(),
  }),
});

const handoverView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(handoverStatuses),
  number: z.object({ series: z.string(), year: z.int(), serial: z.int(), text }).optional(),
  mode: powerMode,
  inForceFrom: day,
  until: day.optional(),
  lines: z
    .array(
      z.object({
        code: z.string(),
        name: text,
        category: powerCategory,
        domain: z.string(),
        sourceDepartment: z.string(),
        kinds: z.array(z.string()).readonly().optional(),
        inWhoseName: organ,
        conditions: z.array(condition).readonly(),
      }),
    )
    .readonly(),
  files: z.array(z.object({ name: z.string(), count: z.int(), from: z.string(), to: z.string() })).readonly(),
  authority: authority.optional(),
  letter: letter.optional(),
  giverHolds: z.enum(["as-its-own", "by-entrustment"]),
  receiver: organ,
  capability: z.object({ document: z.string(), date: day, capable: z.boolean() }).optional(),
  /** What a signature is put under: the digest of everything above from `mode` on. */
  hash: z.string(),
  draftedOn: day,
  signatures: z.object({ county: signature.optional(), town: signature.optional() }),
  signedOn: day.optional(),
  handed: z.array(z.string()).readonly().optional(),
  delayed: z.boolean().optional(),
  inEffectSince: day.optional(),
  withdrawnOn: day.optional(),
  reasons: z.string().optional(),
});

/** A form in a list: what it hands over, and by what authority, is read by its id. */
const handoverRow = handoverView.pick({
  id: true,
  version: true,
  status: true,
  number: true,
  mode: true,
  inForceFrom: true,
  until: true,
  draftedOn: true,
  signedOn: true,
  delayed: true,
  inEffectSince: true,
  withdrawnOn: true,
});

function view({ id, version, state }: Loaded<Handover>) {
  return {
    ...{ id, version },
    ...pick(state.content, [
      ...(["mode", "inForceFrom", "until", "lines", "files", "authority", "letter", "giverHolds", "receiver"] as const),
      "capability",
    ]),
    ...pick(state, [
      ...(["status", "number", "hash", "draftedOn", "signatures", "signedOn", "handed", "delayed"] as const),
      ...(["inEffectSince", "withdrawnOn", "reasons"] as const),
    ]),
  };
}

const readers = ["county", "leader", "supervisor", "archivist", "legal-reviewer", "ops"] as const;

/** Both parties and who supervises know of each. */
const handovers = resource({
  of: handover,
  at: "/powers/handovers",
  staff: readers,
  moves: handoverMoves,
  statusOf: ({ status }) => status,
  returns: handoverView,
  view,
  links: ({ state: { content } }) => content.lines.map(({ code }) => leadsToPower(code)),
});

powerItems.linked(({ state: { forms = [] } }) =>
  forms.map((form) => handovers.link("handover", { zh: "交接单", en: "Handover form" }, form)),
);

const signing = z.strictObject({ party: z.enum(["county", "town"]), hash: fileDigest });

/** Handover forms (P2): drawn up, signed by both parties, carried out by the powers themselves. */
export const handoverRoutes: readonly Route[] = [
  create("POST /powers/handovers", {
    summary: { zh: "起草交接单（法所不许的不予起草）", en: "Draw up a handover form; what the law forbids is refused" },
    allow: ["county", "leader"],
    of: handover,
    body: formBody,
    returns: handovers.returns,
    id: ({ unique }) => unique,
    facts: ({ body }) => ({
      listed: factReferences(
        power,
        body.lines.map(({ code }) => code),
      ),
    }),
    run: ({ body, facts, runtime }): HandoverCommand => draftOf(body, facts.listed, runtime.town),
    view: handovers.view,
  }),
  list("GET /powers/handovers", {
    summary: { zh: "交接单列表，新的在前", en: "Handover forms, the newest first" },
    allow: readers,
    of: handover,
    query: { status: severalOf(handoverStatuses).optional() },
    sorts: ["draftedOn"],
    returns: handoverRow,
    find: () => ({ index: "byCode", partition: "handovers", descending: true }),
    keep: ({ state }, { query }) => query.status?.includes(state.status) !== false,
    view: rowOf(handoverRow, view),
  }),
  handovers.read({ zh: "一份交接单", en: "One handover form" }, readers),
  handovers.history({ zh: "一份交接单的全过程", en: "All that happened to a handover form" }, readers),
  handovers.step("sign", {
    summary: { zh: "签署（双方签同一内容）", en: "Sign; both parties sign the same content" },
    allow: ["county", "leader"],
    body: signing,
    run: ({ body }) => ({ type: "sign", ...body }),
    blames: filedBefore(formBody, signing),
  }),
  handovers.step("withdraw", {
    summary: { zh: "撤回未签妥的交接单", en: "Withdraw a form that not both have signed" },
    allow: ["county", "leader"],
    body: z.strictObject({ reasons: textOf(2_000) }),
    run: ({ body }) => ({ type: "withdraw", ...body }),
  }),
];
