import type { Actor } from "../../../../shared/decider/index.ts";
import { powerOfCase } from "../../../../shared/powers-in-force/index.ts";
import { certificatesOf, type Runtime } from "../../../../shared/service/index.ts";
import { type Facts, factReference, factReferences } from "../../../../shared/store/index.ts";
import { knownOfficer, knownPower } from "../../common/domain/known-power.ts";
import { listedPenalty } from "../../penalty-list/domain/listed-penalty.ts";
import { penaltyCase } from "../domain/case/decider.ts";
import { orderRecordId } from "../domain/order-record/id.ts";
import { orderRecord } from "../domain/order-record/order-record.ts";
import { penalRecordId } from "../domain/penal-record/id.ts";
import { penalRecord } from "../domain/penal-record/penal-record.ts";
import { proceeding } from "../domain/proceeding/decider.ts";
import type { Grounds, Known } from "../domain/proceeding/messages.ts";
import { runningCase, runningCaseId } from "../domain/running-case.ts";

/** The case of a proceeding, and the party, by the proceeding's id. */
export function placeOf(id: string): { readonly caseId: string; readonly party: string } {
  const at = id.lastIndexOf(":");
  return { caseId: id.slice(0, Math.max(at, 0)), party: id.slice(at + 1) };
}

interface Asking {
  readonly id: string;
  readonly actor: Actor;
  readonly runtime: Runtime;
}

/** What a step of an officer reads besides: the case, and certificates of its officers and of the actor. */
export async function knownFacts({ id, actor, runtime }: Asking, more: readonly string[] = []) {
  const { caseId } = placeOf(id);
  const found = (await runtime.store.load(penaltyCase, caseId))?.state;
  const subs = [...(found?.officers ?? []).map(({ sub }) => sub), actor.sub, ...more];
  return {
    of: factReference(penaltyCase, caseId),
    officers: await certificatesOf(knownOfficer, subs, runtime),
  };
}

/** What a decision rests on besides: the powers, the list and the earlier penalties, for each code of the case. */
export async function groundFacts(asking: Asking, more: readonly string[] = []) {
  const { id, runtime } = asking;
  const { caseId, party } = placeOf(id);
  const [of, own] = await Promise.all([runtime.store.load(penaltyCase, caseId), runtime.store.load(proceeding, id)]);
  const competing = own?.state.charges?.items.flatMap((one) => [one.code, ...one.competing]) ?? [];
  const codes = [...new Set([...(of?.state.acts ?? []).map(({ code }) => code), ...competing, ...more])].toSorted();
  const known = of?.state.parties.find((one) => one.id === party);
  const key = own?.state.party.key ?? known?.key ?? "";
  // CF-29b: a responsible person answers for an order that his unit did not meet.
  const unit = of?.state.parties.find((one) => one.id === known?.of)?.key;
  const keys = [...new Set([key, known?.key ?? key, ...(unit === undefined ? [] : [unit])])];
  return {
    ...(await knownFacts(asking)),
    powers: factReferences(knownPower, codes),
    settled: factReferences(
      runningCase,
      codes.map((code) => runningCaseId(caseId, code)),
    ),
    penalties: factReferences(listedPenalty, codes),
    records: factReferences(
      penalRecord,
      codes.map((code) => penalRecordId(runtime.keyed, key, code)),
    ),
    orders: factReferences(
      orderRecord,
      codes.flatMap((code) => keys.map((one) => orderRecordId(runtime.keyed, one, code))),
    ),
  };
}

type KnownFacts = Facts<Awaited<ReturnType<typeof knownFacts>>>;
type GroundFacts = Facts<Awaited<ReturnType<typeof groundFacts>>>;

export const knownOf = ({ of, officers }: KnownFacts): Known => ({
  case: of,
  officers: officers.filter((one) => one !== undefined),
});

const byCode = <T extends { readonly code: string }>(ones: readonly (T | undefined)[]): Record<string, T | undefined> =>
  Object.fromEntries(ones.flatMap((one) => (one === undefined ? [] : [[one.code, one]])));

/** CF-24b: a recalled power counts as it was decided for this case. */
export function groundsOf({ powers, settled, penalties, records, orders, ...facts }: GroundFacts): Grounds {
  const counted = powers.map((power, at) => powerOfCase(power, settled[at]));
  return {
    ...knownOf(facts),
    powers: byCode(counted),
    penalties: byCode(penalties.map((one) => one?.content)),
    records: Object.fromEntries(
      records.flatMap((one) => {
        const code = one?.entries[0]?.code;
        return code === undefined ? [] : [[code, one]];
      }),
    ),
    orders: Object.groupBy(
      orders.filter((one) => one !== undefined),
      ({ entries }) => entries[0]?.code ?? "",
    ),
  };
}
