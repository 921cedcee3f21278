import { present } from "../../../shared/decider/index.ts";
import type { ListedPenalty, TownLists } from "../../../shared/town/lists.ts";
import type { EarlierNorm, NormConditions, Penalty } from "./domain/penalty.ts";

type Norms = Pick<TownLists, "penaltiesBefore" | "penaltiesConditions">;

/** A penalty as its row, its conditions and its earlier norms say. A condition of the closure holds only where the norm has one. */
export function penaltyOf(row: ListedPenalty, { penaltiesBefore = [], penaltiesConditions = [] }: Norms): Penalty {
  const { code, act, domain, sourceDepartment, limitationYears, rectificationDays } = row;
  const { simpleProcedurePossible, verified, legalBasis, kinds, tiers } = row;
  const earlier = penaltiesBefore
    .filter((one) => one.code === code)
    .toSorted((one, other) => (one.actUntil < other.actUntil ? -1 : 1))
    .map((one): EarlierNorm => {
      const {
        code: _code,
        fineNeeds,
        firstRange,
        closureNeeds,
        citizenFine,
        organisationFine,
        multiple,
        ...norm
      } = one;
      const conditions = present({ fineNeeds, firstRange, closureNeeds });
      return {
        ...norm,
        tiers,
        ...present({ citizenFine, organisationFine, multiple }),
        ...(Object.keys(conditions).length === 0 ? {} : { conditions }),
      };
    });
  return {
    ...{ code, act, domain, sourceDepartment, limitationYears, rectificationDays, simpleProcedurePossible, verified },
    norm: {
      ...{ legalBasis, kinds, tiers },
      ...present({
        citizenFine: row.citizenFine,
        organisationFine: row.organisationFine,
        multiple: row.multiple,
        conditions: conditionsOf(code, penaltiesConditions),
      }),
    },
    ...(earlier.length === 0 ? {} : { before: earlier }),
  };
}

function conditionsOf(code: string, all: NonNullable<Norms["penaltiesConditions"]>): NormConditions | undefined {
  const found = all.find((one) => one.code === code);
  if (found === undefined) return undefined;
  const { code: _code, ...conditions } = found;
  return conditions;
}
