import * as z from "zod";
import { fileDigest } from "../../../../shared/files/digest.ts";
import { create, list, type Route } from "../../../../shared/http/index.ts";
import { certificatesOf } from "../../../../shared/service/index.ts";
import { factReference, member } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { caseHouse, caseOfficers } from "../../common/api/roles.ts";
import { knownOfficer } from "../../common/domain/known-power.ts";
import { penaltyCase } from "../domain/case/decider.ts";
import { evidenceKinds } from "../domain/case/evidence-kinds.ts";
import { evidence } from "../domain/evidence/decider.ts";
import { actId, date, line, person, words } from "./case-bodies.ts";
import { mayRead, officersTold } from "./case-register.ts";
import { evidenceParts } from "./evidence-parts.ts";
import { evidenceRegister } from "./evidence-register.ts";
import { evidenceSteps } from "./evidence-steps.ts";
import { evidenceRow, viewEvidence } from "./evidence-view.ts";

const caseId = lineOf(60);

export const evidenceRoutes: readonly Route[] = [
  create("POST /enforcement/evidence", {
    summary: {
      zh: "记录收集的证据（由另一名执法人员签字后有效）",
      en: "Record a piece of evidence; it counts once the other officer has signed",
    },
    allow: caseOfficers,
    of: evidence,
    id: ({ unique }) => unique,
    body: z.strictObject({
      case: caseId,
      kind: z.enum(evidenceKinds),
      acts: z.array(actId).max(20),
      files: z.array(z.strictObject({ sha256: fileDigest, title: line })).max(50),
      collectedOn: date,
      address: line,
      provider: line,
      proves: words,
      with: person,
      ...evidenceParts,
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
    allow: caseOfficers,
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
  ...evidenceSteps,
];
