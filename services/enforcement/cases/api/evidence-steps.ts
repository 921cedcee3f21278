import * as z from "zod";
import { possibleIn } from "../../../../shared/decider/index.ts";
import type { Route } from "../../../../shared/http/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { factReference, member } from "../../../../shared/store/index.ts";
import { caseHouse, caseOfficers, organHeads } from "../../common/api/roles.ts";
import { penaltyCase } from "../domain/case/decider.ts";
import { caseMoves } from "../domain/case/moves.ts";
import { entryOf, evidence } from "../domain/evidence/decider.ts";
import { exclusionGrounds } from "../domain/evidence/evidence.ts";
import { line, person, words } from "./case-bodies.ts";
import { casesOf, evidenceRegister } from "./evidence-register.ts";

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

/** The other signature, exclusion and custody (CF-46). */
export const evidenceSteps: readonly Route[] = [
  evidenceRegister.step("countersign", {
    summary: { zh: "另一名执法人员签字确认", en: "Sign as the other officer" },
    allow: caseOfficers,
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
    allow: [...caseOfficers, "legal-reviewer", ...organHeads],
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
