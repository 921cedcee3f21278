import * as z from "zod";
import { possibleIn, present } from "../../../../shared/decider/index.ts";
import { create, list, type Route, resource } from "../../../../shared/http/index.ts";
import { certificatesOf, type Runtime } from "../../../../shared/service/index.ts";
import { factReference, type Loaded, member } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { officerView } from "../../common/api/schemas.ts";
import { knownOfficer } from "../../common/domain/known-power.ts";
import type { PenaltyCase } from "../domain/case/case.ts";
import { penaltyCase } from "../domain/case/decider.ts";
import { evidenceKinds } from "../domain/case/evidence-kinds.ts";
import { caseMoves } from "../domain/case/moves.ts";
import { entryOf, evidence, evidenceMoves, holdersOf } from "../domain/evidence/decider.ts";
import { companionRelations, type Evidence, exclusionGrounds } from "../domain/evidence/evidence.ts";
import { actId, date, line, person, sha256, words } from "./case-bodies.ts";
import { caseHouse, heads, mayRead, officers, officersTold } from "./case-register.ts";

const caseId = lineOf(60);
const review = z.strictObject({ by: line, on: date });

/** What the law asks of each kind besides its files (CF-46a, CF-41, CF-30a). */
const parts = {
  original: z
    .discriminatedUnion("what", [
      z.strictObject({ what: z.literal("original") }),
      z.strictObject({
        what: z.literal("copy"),
        checkedAgainstOriginal: z.boolean(),
        keeper: line,
        marked: z.boolean(),
      }),
    ])
    .exactOptional(),
  recording: z
    .strictObject({
      carrier: z.enum(["original", "copy"]),
      method: line,
      madeOn: date,
      maker: line,
      sound: z.boolean(),
      transcript: words.exactOptional(),
    })
    .exactOptional(),
  monitoring: z
    .strictObject({
      device: line,
      legalReview: review.exactOptional(),
      technicalReview: review.exactOptional(),
      sign: z.boolean(),
      locationPublic: z.boolean(),
      recordReviewedBy: person.exactOptional(),
    })
    .exactOptional(),
  interview: z
    .strictObject({
      person: line,
      bornOn: date,
      identity: line,
      told: z.boolean(),
      companion: z.strictObject({ name: line, relation: z.enum(companionRelations) }).exactOptional(),
    })
    .exactOptional(),
  signing: z
    .discriminatedUnion("how", [
      z.strictObject({
        how: z.literal("signed"),
        pages: z.int().min(1).max(500),
        signedPages: z.int().min(0).max(500),
      }),
      z.strictObject({
        how: z.enum(["refused", "absent"]),
        reasons: words,
        witness: line.exactOptional(),
        recording: sha256.exactOptional(),
      }),
    ])
    .exactOptional(),
  onSite: z.strictObject({ from: z.iso.datetime(), to: z.iso.datetime(), events: words }).exactOptional(),
  opinion: z
    .strictObject({
      institution: line,
      qualification: line,
      experts: z.array(line).min(1).max(10),
      entrustedOn: date,
    })
    .exactOptional(),
};

export const evidenceView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(["collected", "established", "excluded"]),
  case: z.string(),
  kind: z.enum(evidenceKinds),
  acts: z.array(z.string()),
  files: z.array(z.object({ sha256: z.string(), title: z.string() })),
  collectedOn: date,
  address: z.string(),
  provider: z.string(),
  proves: z.string(),
  officers: z.array(officerView),
  recordedBy: z.string(),
  recordedOn: date,
  establishedOn: date.optional(),
  excluded: z.object({ ground: z.enum(exclusionGrounds), on: date, reasons: z.string().optional() }).optional(),
  custody: z.array(z.object({ keeper: z.string(), place: z.string(), on: date, reason: z.string() })),
  parts: z.array(z.string()),
});
const evidenceRow = evidenceView.pick({
  id: true,
  version: true,
  status: true,
  case: true,
  kind: true,
  collectedOn: true,
});

function viewEvidence({ id, version, state }: Loaded<Evidence>): z.input<typeof evidenceView> {
  const { status, case: of, kind, acts, files, collectedOn, address, provider, proves, recordedBy, recordedOn } = state;
  return {
    ...{ id, version, status, case: of, kind, collectedOn, address, provider, proves, recordedBy, recordedOn },
    acts: [...acts],
    files: files.map((one) => ({ ...one })),
    officers: state.officers.map((one) => ({ ...one })),
    custody: state.custody.map((one) => ({ ...one })),
    parts: Object.keys(parts).filter((part) => part in state),
    ...present({ establishedOn: state.establishedOn, excluded: state.excluded }),
  };
}

/** The cases that hold it now: after a merger the one that took it in, after a split the other one too. */
async function casesOf(
  id: string,
  runtime: Runtime,
): Promise<readonly { readonly id: string; readonly state: PenaltyCase }[]> {
  const first = await runtime.store.load(penaltyCase, id);
  if (first === undefined) return [];
  const ids = holdersOf(id, first.state);
  const all = await Promise.all(
    ids.map(async (one) => (one === id ? first : await runtime.store.load(penaltyCase, one))),
  );
  return all.flatMap((one) => (one === undefined ? [] : [{ id: one.id, state: one.state }]));
}

/** CF-46: evidence is known to who reads a case that holds it, and is no party of it. */
const evidenceRegister = resource({
  of: evidence,
  at: "/enforcement/evidence",
  staff: [],
  own: async ({ state }, actor, runtime) => {
    const holders = await casesOf(state.case, runtime);
    return holders.some(({ id, state: of }) => {
      const isParty = of.parties.some(({ key }) => key === actor.party);
      return !isParty && mayRead({ id, version: 0, state: of }, actor, runtime);
    });
  },
  moves: evidenceMoves,
  statusOf: ({ status }) => status,
  returns: evidenceView,
  view: (loaded) => viewEvidence(loaded),
});

/** What a step of evidence reads: the case it belongs to, which has to stand as it is read. */
async function caseOf(id: string, runtime: Runtime) {
  const loaded = await runtime.store.load(evidence, id);
  const holders = loaded === undefined ? [] : await casesOf(loaded.state.case, runtime);
  // A case that is over keeps its register as it was; if all are over, the first one refuses.
  const open = holders.filter(({ state }) => possibleIn(caseMoves, state.status).includes("note-evidence"));
  return { holders: (open.length > 0 ? open : holders.slice(0, 1)).map((one) => one.id) };
}

const together = {
  learn: ({ id, runtime }: { readonly id: string; readonly runtime: Runtime }) => caseOf(id, runtime),
  learnsFromTable: true,
};

export const evidenceRoutes: readonly Route[] = [
  create("POST /enforcement/evidence", {
    summary: {
      zh: "记录收集的证据（由另一名执法人员签字后有效）",
      en: "Record a piece of evidence; it counts once the other officer has signed",
    },
    allow: officers,
    of: evidence,
    id: ({ unique }) => unique,
    body: z.strictObject({
      case: caseId,
      kind: z.enum(evidenceKinds),
      acts: z.array(actId).max(20),
      files: z.array(z.strictObject({ sha256, title: line })).max(50),
      collectedOn: date,
      address: line,
      provider: line,
      proves: words,
      with: person,
      ...parts,
    }),
    learn: async ({ body, actor, runtime }) => {
      const of = await runtime.store.load(penaltyCase, body.case);
      return of !== undefined && mayRead(of, actor, runtime) ? { by: [actor.sub, body.with] } : undefined;
    },
    facts: async ({ body, actor, runtime }) => ({
      of: factReference(penaltyCase, body.case),
      certificates: await certificatesOf(knownOfficer, [actor.sub, body.with], runtime),
    }),
    run: ({ body, facts, learnt }) => ({
      type: "collect" as const,
      ...body,
      of: learnt === undefined ? undefined : facts.of,
      ...officersTold(facts.certificates),
    }),
    others: {
      members: ({ body, learnt }) => ({ cases: learnt === undefined ? [] : [member(penaltyCase, body.case)] }),
      commands: ({ id, body, learnt }) => ({
        cases:
          learnt === undefined
            ? []
            : [
                {
                  type: "note-evidence" as const,
                  evidence: {
                    id,
                    kind: body.kind,
                    acts: body.acts,
                    sha256: body.files.map((one) => one.sha256),
                    collectedOn: body.collectedOn,
                    by: learnt.by,
                    established: false,
                  },
                },
              ],
      }),
    },
    returns: evidenceRegister.returns,
    view: evidenceRegister.view,
  }),
  list("GET /enforcement/evidence", {
    summary: { zh: "待本人签字的证据", en: "Evidence that waits for one's own signature" },
    allow: officers,
    of: evidence,
    sparse: true,
    returns: evidenceRow,
    find: () => ({ index: "byStatus", partition: "evidence:collected" }),
    keep: ({ state }, { actor }) =>
      state.status === "collected" &&
      state.recordedBy !== actor?.sub &&
      state.officers.some(({ sub }) => sub === actor?.sub),
    view: (loaded) => evidenceRow.parse(viewEvidence(loaded)),
  }),
  evidenceRegister.read({ zh: "一件证据", en: "One piece of evidence" }, caseHouse),
  evidenceRegister.history({ zh: "证据的经过", en: "History of a piece of evidence" }, caseHouse),
  evidenceRegister.step("countersign", {
    summary: { zh: "另一名执法人员签字确认", en: "Sign as the other officer" },
    allow: officers,
    body: z.strictObject({}),
    ...together,
    facts: async ({ id, runtime }) => {
      const [holder] = (await caseOf(id, runtime)).holders;
      return { own: factReference(evidence, id), of: factReference(penaltyCase, holder ?? "") };
    },
    run: ({ facts }) => ({ type: "countersign", of: facts.of }),
    others: {
      members: ({ learnt }) => ({ cases: (learnt?.holders ?? []).map((one) => member(penaltyCase, one)) }),
      commands: ({ id, facts: { own }, learnt }) => ({
        cases: (learnt?.holders ?? []).flatMap(() =>
          own === undefined
            ? []
            : [{ type: "note-evidence" as const, evidence: { ...entryOf(id, own), established: true } }],
        ),
      }),
    },
  }),
  evidenceRegister.step("exclude", {
    summary: { zh: "排除证据（说明理由）", en: "Exclude it, for reasons" },
    allow: [...officers, "legal-reviewer", ...heads],
    body: z.strictObject({ ground: z.enum(exclusionGrounds.filter((one) => one !== "recusal")), reasons: words }),
    ...together,
    facts: async ({ id, runtime }) => {
      const [holder] = (await caseOf(id, runtime)).holders;
      return { own: factReference(evidence, id), of: factReference(penaltyCase, holder ?? "") };
    },
    run: ({ body, facts }) => ({ type: "exclude", ...body, of: facts.of }),
    others: {
      members: ({ learnt }) => ({ cases: (learnt?.holders ?? []).map((one) => member(penaltyCase, one)) }),
      commands: ({ id, body, facts: { own }, learnt }) => ({
        cases: (learnt?.holders ?? []).flatMap(() =>
          own === undefined
            ? []
            : [{ type: "note-evidence" as const, evidence: { ...entryOf(id, own), excluded: body.ground } }],
        ),
      }),
    },
  }),
  evidenceRegister.step("hand-over", {
    summary: { zh: "移交保管", en: "Hand it over to another keeper" },
    allow: caseHouse,
    body: z.strictObject({ to: person, place: line, reason: line }),
    facts: async ({ id, runtime }) => {
      const [holder] = (await caseOf(id, runtime)).holders;
      return { of: factReference(penaltyCase, holder ?? "") };
    },
    run: ({ body, facts }) => ({ type: "hand-over", ...body, of: facts.of }),
  }),
];
