import * as z from "zod";
import type { Route } from "../../../../shared/http/index.ts";
import { certificatesOf } from "../../../../shared/service/index.ts";
import { sha256 as digestOf, member } from "../../../../shared/store/index.ts";
import { caseOfficers } from "../../common/api/roles.ts";
import { knownOfficer } from "../../common/domain/known-power.ts";
import { penaltyCase } from "../domain/case/decider.ts";
import type { OnSpotPenalty } from "../domain/on-spot/on-spot.ts";
import { date, words } from "./case-bodies.ts";
import { officersTold } from "./case-register.ts";
import { onSpotPenaltyOf, onSpotRegister } from "./on-spot-register.ts";
import { listedIn, penaltiesOf } from "./penalties.ts";

/** The id of the case into which it turns: asked again it is the same. */
const ordinaryId = (id: string) => digestOf(`on-spot|${id}`).slice(0, 20).toUpperCase();

/** The ordinary procedure in its place. */
export const onSpotToOrdinary: readonly Route[] = [
  onSpotRegister.step("to-ordinary", {
    summary: { zh: "转普通程序（提请立案）", en: "Take the ordinary procedure: the case is proposed" },
    allow: caseOfficers,
    body: z.strictObject({ discoveredOn: date.exactOptional(), harm: z.boolean(), reasons: words }),
    learn: async ({ id, runtime }) => {
      const state = await onSpotPenaltyOf(id, runtime);
      return state === undefined ? undefined : { state };
    },
    learnsFromTable: true,
    facts: async ({ id, runtime }) => {
      const state = await onSpotPenaltyOf(id, runtime);
      const subs = (state?.officers ?? []).map(({ sub }) => sub);
      return {
        penalties: penaltiesOf(state === undefined ? [] : [state.act.code]),
        certificates: await certificatesOf(knownOfficer, subs, runtime),
      };
    },
    run: ({ id, body }) => ({ type: "to-ordinary", case: ordinaryId(id), reasons: body.reasons }),
    others: {
      members: ({ id, learnt }) => ({
        cases: learnt === undefined ? [] : [member(penaltyCase, ordinaryId(id), { expects: "new" })],
      }),
      commands: ({ id, body, learnt, facts }) => ({
        cases: learnt === undefined ? [] : [proposal(id, learnt.state, body, facts)],
      }),
    },
  }),
];

/** The proposal of the case into which a penalty on the spot turns: its act, its party, its two officers. */
function proposal(
  id: string,
  { act, party, officers: two }: OnSpotPenalty,
  { discoveredOn, harm }: { readonly discoveredOn?: string; readonly harm: boolean },
  {
    penalties,
    certificates,
  }: {
    readonly penalties: Parameters<typeof listedIn>[0];
    readonly certificates: Parameters<typeof officersTold>[0];
  },
) {
  const { code, on, place: where, address, facts } = act;
  const doneBy = { code, by: [party.id], from: on, until: on, discoveredOn: discoveredOn ?? on, harm };
  return {
    type: "propose" as const,
    acts: [{ ...doneBy, place: where, address, facts }],
    listed: listedIn(penalties),
    parties: [party],
    investigators: two.map(({ sub }) => sub),
    source: { kind: "on-spot" as const, id, receivedOn: on },
    ...officersTold(certificates),
  };
}
