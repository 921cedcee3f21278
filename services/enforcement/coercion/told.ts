import { todayIn } from "../../../shared/calendar/index.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { present, theTownItself } from "../../../shared/decider/index.ts";
import { certificatesOf, contextFor, type Runtime } from "../../../shared/service/index.ts";
import { factReference, member } from "../../../shared/store/index.ts";
import { penaltyCase } from "../cases/index.ts";
import { knownOfficer } from "../common/domain/known-power.ts";
import { goods } from "../property/domain/decider.ts";
import type { ReturnGround } from "../property/domain/goods.ts";
import { measure } from "./domain/decider.ts";
import { type Measure, type MeasureEnd, untilOf } from "./domain/measure.ts";

export interface AskedOf {
  readonly id: string;
  readonly runtime: Runtime;
}

/** The measure as it stands when a step is asked for: it says which case and which goods change with it. */
export const measureOf = async ({ id, runtime }: AskedOf): Promise<Measure | undefined> =>
  (await runtime.store.load(measure, id))?.state;

/** What a step of a measure reads besides: itself, its case, and the certificates of its officers. */
export async function measureFacts({ id, actor, runtime }: AskedOf & { readonly actor: Actor }) {
  const state = await measureOf({ id, runtime });
  const found = state === undefined ? undefined : (await runtime.store.load(penaltyCase, state.case))?.state;
  const subs = [...(found?.officers ?? []).map(({ sub }) => sub), actor.sub];
  return {
    own: factReference(measure, id),
    of: factReference(penaltyCase, state?.case ?? ""),
    certificates: await certificatesOf(knownOfficer, subs, runtime),
  };
}

/** The case, as a member of the commit. */
export const caseOf = (state: Measure | undefined) => (state === undefined ? [] : [member(penaltyCase, state.case)]);
/** All goods of a measure, or some of them. What does not concern an item, it does not hear. */
export const goodsOf = (state: Measure | undefined, ids?: readonly string[]) =>
  (ids ?? state?.goods.map(({ id }) => id) ?? []).map((id) => member(goods, id));

export const contextOf = (runtime: Runtime) => contextFor(runtime, theTownItself);
export const todayOf = (runtime: Runtime): string => todayIn(runtime.clock()).toString();

/** What the case is told of a measure and its last day. */
export const noted = (id: string, state: Measure, replaces?: string, tested?: { from: string; to: string }) => ({
  ...{ type: "note-measure" as const, ...present({ replaces, tested }) },
  measure: {
    ...{ id, kind: state.kind, party: state.party },
    ...{ from: state.recordedOn ?? state.proposedOn, until: untilOf(state) },
  },
});
export const endedFor = (id: string, how: MeasureEnd, runtime: Runtime) => ({
  ...{ type: "end-measure" as const, measure: id },
  ...{ on: todayOf(runtime), how },
});
export const releasedFor = (ground: ReturnGround) => ({ type: "release" as const, ground });
