import { factReferences } from "../../../../shared/store/index.ts";
import { type ListedPenalty, listedPenalty } from "../../penalty-list/domain/listed-penalty.ts";
import type { ListedAct } from "../domain/case/case.ts";

/** The rows of the penalty list that a command names, as facts. */
export const penaltiesOf = (codes: readonly string[]) => factReferences(listedPenalty, [...new Set(codes)]);

/** What a case keeps of each row. */
export const listedIn = (rows: readonly (ListedPenalty | undefined)[]): readonly ListedAct[] =>
  rows.flatMap((row) => {
    if (row === undefined) return [];
    const { code, act: name, domain, sourceDepartment, limitationYears } = row.content;
    return [{ code, name, domain, sourceDepartment, limitationYears }];
  });
