import type { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { dutyList, lawCited, letter, powerCategory, powerMode, townRole } from "../../../../shared/contracts/powers.ts";
import { conditions, type FailedCondition, type InForce, inForceOn } from "../../../../shared/powers-in-force/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import type { TownProfile } from "../../../../shared/town/profile.ts";
import { officialDepartment, officially } from "../../../../shared/town/series.ts";
import { organ, readinessView, text } from "../../common/api/schemas.ts";
import { repealedFor } from "../domain/basis.ts";
import { entryOn } from "../domain/entry.ts";
import type { Power } from "../domain/power.ts";

const failed = z.object({
  condition: z.enum(conditions),
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
  reason: z.string().optional(),
  document: z.string().optional(),
  laws: z.array(z.string()).optional(),
  split: z.string().optional(),
  area: text.optional(),
  legalBasis: z.string().optional(),
  domains: z.array(z.string()).optional(),
});

/** Whether the power may be used on a day, in whose name, and if not, why not. */
export const inForceView = z.object({
  on: z.iso.date(),
  inForce: z.boolean(),
  mode: powerMode.optional(),
  inWhoseName: organ.optional(),
  since: z.iso.date().optional(),
  letter: letter.optional(),
  failed: z.array(failed).optional(),
});

export const powerView = z.object({
  code: z.string(),
  itemCode: z.string(),
  name: text,
  category: powerCategory,
  domain: z.string(),
  legalBasis: z.string(),
  basis: z.array(lawCited).optional(),
  sourceDepartment: z.string(),
  townRole,
  dutyList: dutyList.optional(),
  listedOn: z.iso.date().optional(),
  status: inForceView,
  /** P4: the conditions of its handover, and a warning: which of them are not met any more. */
  readiness: readinessView.optional(),
  /** CF-T2: laws it is listed under though they are repealed. */
  repealed: z.array(lawCited).readonly().optional(),
  version: z.int(),
});

/** P3: the organ in whose name the town acts has the one name that certificates and papers bear. */
export function viewInForce(answer: InForce, on: Temporal.PlainDate, town: Pick<TownProfile, "county">) {
  if (!answer.inForce) return { on: on.toString(), inForce: false, failed: answer.failed.map(viewFailed) };
  const { mode, since, letter: by } = answer;
  const inWhoseName = officially(answer.inWhoseName, town);
  return { on: on.toString(), inForce: true, mode, inWhoseName, since, ...(by === undefined ? {} : { letter: by }) };
}

function viewFailed(one: FailedCondition) {
  if ("splits" in one) return { condition: one.condition };
  if ("laws" in one) return { ...one, laws: [...one.laws] };
  return "domains" in one ? { ...one, domains: [...one.domains] } : one;
}

/** P4: of a power that is not ready, its conditions and what of them is lacking today. */
export function viewLacking({ conditions = [], unmet = [] }: Partial<Power> = {}, answer: InForce) {
  const lacking = !answer.inForce && answer.failed.some(({ condition }) => condition === "not-ready");
  return lacking ? { readiness: { conditions, unmet } } : {};
}

export function viewPower(
  { state, version }: Loaded<Power>,
  on: Temporal.PlainDate,
  town: Pick<TownProfile, "county">,
) {
  const { listedOn, conditions = [], unmet = [] } = state;
  const repealed = repealedFor(state, on.toString());
  const entry = entryOn(state, on);
  return {
    ...entry,
    sourceDepartment: officialDepartment(entry.sourceDepartment, town),
    ...(listedOn === undefined ? {} : { listedOn }),
    status: viewInForce(inForceOn(state, on), on, town),
    ...(conditions.length === 0 ? {} : { readiness: { conditions, unmet } }),
    ...(repealed.length === 0 ? {} : { repealed }),
    version,
  };
}
