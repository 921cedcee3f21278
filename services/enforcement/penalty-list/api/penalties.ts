import * as z from "zod";
import { list, type Route, read, readById, wholeNumber } from "../../../../shared/http/index.ts";
import type { Loaded, Store } from "../../../../shared/store/index.ts";
import { domainCode, lineOf } from "../../../../shared/text/index.ts";
import { text } from "../../common/api/schemas.ts";
import { domainPartition, type ListedPenalty, listedPenalty, penaltyPartition } from "../domain/listed-penalty.ts";
import { verifications } from "../domain/penalty.ts";
import { rangeRoute } from "./range.ts";
import { illustrative, penaltyRow, penaltyView } from "./schemas.ts";
import { rowOfPenalty, viewPenalty } from "./views.ts";

/** An entry as it was listed in a version; without one, as it is now. Undefined: there is no such version. */
export async function penaltyAt(
  store: Store,
  code: string,
  number?: number,
): Promise<Loaded<ListedPenalty> | undefined> {
  const current = await store.load(listedPenalty, code);
  if (number === undefined || number === current?.state.number) return current;
  for (const { data, sequence } of await store.recorded(listedPenalty, code))
    if (data.number === number) return { id: code, version: sequence, state: data };
  return undefined;
}

const listRoute = list("GET /enforcement/penalties", {
  summary: { zh: "行政处罚事项清单", en: "The penalty list" },
  allow: "public",
  of: listedPenalty,
  query: {
    domain: domainCode.optional(),
    /** Words of the act, of its legal basis, or its code. */
    q: lineOf(60).optional(),
    verified: z.enum(verifications).optional(),
  },
  sorts: ["code"],
  returns: penaltyRow,
  find: ({ query }) =>
    query.domain === undefined
      ? { index: "byCode", partition: penaltyPartition }
      : { index: "byDomain", partition: domainPartition(query.domain) },
  keep: ({ state: { content } }, { query }) =>
    (query.verified === undefined || content.verified === query.verified) &&
    (query.q === undefined || says(content, query.q)),
  exact: ({ query }) => query.q === undefined && query.verified === undefined,
  sparse: true,
  view: rowOfPenalty,
});

/** Every word that was asked for stands somewhere in the entry. */
function says({ code, act, norm }: ListedPenalty["content"], asked: string): boolean {
  const said = [code, act.zh, act.en, norm.legalBasis].join("\n").toLowerCase();
  return asked
    .toLowerCase()
    .split(/\s+/)
    .every((word) => said.includes(word));
}

const oneRoute = readById("GET /enforcement/penalties/{id}", {
  summary: { zh: "一项处罚事项（可查历次版本）", en: "One penalty, as it is or as it was in a version" },
  allow: "public",
  of: listedPenalty,
  query: z.strictObject({ listVersion: wholeNumber(z.int().min(1).max(1_000_000)).optional() }),
  returns: penaltyView,
  asOf: ({ id }, { listVersion }, { store }) => penaltyAt(store, id, listVersion),
  view: (loaded, { runtime }) => viewPenalty(loaded, runtime.town),
});

const entries = z.array(z.object({ code: z.string(), conditions: text }));

const leniencyRoute = read("GET /enforcement/leniency", {
  summary: {
    zh: "不予处罚、首违不罚、减轻处罚、不予强制清单（公开）",
    en: "The published lists of no penalty, first time, mitigation and no coercion",
  },
  allow: "public",
  returns: z.object({
    windowYears: z.int(),
    source: z.string(),
    notice: text,
    noPenalty: entries,
    firstTime: entries,
    mitigation: entries,
    noCoercion: entries,
  }),
  run: async (_request, { town: { enforcement } }) => ({ ...enforcement.lenience, notice: illustrative }),
});

/** The penalty list (E2) and the lists of leniency (CF-33a): public. */
export const penaltyRoutes: readonly Route[] = [listRoute, oneRoute, rangeRoute, leniencyRoute];
