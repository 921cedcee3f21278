import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import type { Route } from "../../../../shared/http/index.ts";
import { certificatesOf } from "../../../../shared/service/index.ts";
import { factReference, member } from "../../../../shared/store/index.ts";
import { caseOfficers } from "../../common/api/roles.ts";
import { knownOfficer, knownPower } from "../../common/domain/known-power.ts";
import { penalRecordId } from "../domain/penal-record/id.ts";
import { penalRecord } from "../domain/penal-record/penal-record.ts";
import { words } from "./case-bodies.ts";
import { officersTold } from "./case-register.ts";
import { onSpotPenaltyOf, onSpotRegister } from "./on-spot-register.ts";

/** From the record to the decision, and its report (CF-52). */
export const onSpotSteps: readonly Route[] = [
  onSpotRegister.step("countersign", {
    summary: {
      zh: "另一名执法人员当日签字，处罚决定作出",
      en: "Sign as the other officer on the same day: the decision is made",
    },
    allow: caseOfficers,
    body: z.strictObject({}),
    learn: async ({ id, runtime }) => {
      const state = await onSpotPenaltyOf(id, runtime);
      if (state === undefined) return undefined;
      return {
        code: state.act.code,
        on: state.act.on,
        record: penalRecordId(runtime.keyed, state.party.key, state.act.code),
      };
    },
    learnsFromTable: true,
    facts: async ({ id, runtime }) => {
      const state = await onSpotPenaltyOf(id, runtime);
      const subs = (state?.officers ?? []).map(({ sub }) => sub);
      return {
        power: factReference(knownPower, state?.act.code ?? ""),
        earlier: factReference(
          penalRecord,
          penalRecordId(runtime.keyed, state?.party.key ?? "", state?.act.code ?? ""),
        ),
        certificates: await certificatesOf(knownOfficer, subs, runtime),
      };
    },
    run: ({ facts }) => ({
      type: "countersign",
      power: facts.power,
      earlier: facts.earlier,
      ...officersTold(facts.certificates),
    }),
    others: {
      members: ({ learnt }) => ({
        records: learnt === undefined ? [] : [member(penalRecord, learnt.record, { expects: "either" })],
      }),
      commands: ({ id, learnt, runtime }) => ({
        records:
          learnt === undefined
            ? []
            : [
                {
                  type: "record" as const,
                  of: id,
                  code: learnt.code,
                  actOn: learnt.on,
                  decidedOn: todayIn(runtime.clock()).toString(),
                  outcome: "punished" as const,
                },
              ],
      }),
    },
  }),
  onSpotRegister.step("report", {
    summary: { zh: "报所属行政机关备案", en: "Report it to the organ for record" },
    allow: caseOfficers,
    body: z.strictObject({}),
    run: () => ({ type: "report" }),
  }),
  onSpotRegister.step("drop", {
    summary: { zh: "听取申辩后不予处罚", en: "Drop it after the defence was heard" },
    allow: caseOfficers,
    body: z.strictObject({ reasons: words }),
    run: ({ body }) => ({ type: "drop", ...body }),
  }),
];
