import * as z from "zod";
import { isRejection } from "../../../../shared/decider/index.ts";
import { fromRejection, problem, type Route } from "../../../../shared/http/index.ts";
import { parsedBy } from "../../../../shared/http/validation.ts";
import { financeReaders } from "../../common/roles.ts";
import { whatIfUnder } from "../domain/compare-sheets.ts";
import { schemeSchema } from "../domain/scheme.ts";
import { factsOfYear, settlement } from "../domain/settlement/decider.ts";
import { keptSheetOf } from "../domain/settlement/kept-sheet.ts";
import { bookedIn } from "./booked.ts";
import { settlementAbsent } from "./settlement-resource.ts";
import { changeView, sheetView, viewChange, viewSheet } from "./settlement-view.ts";

const body = z.strictObject({ schemes: z.array(schemeSchema).min(1).max(10) });

/** F-46: the same year under other schemes, and what changes by line. It writes nothing; a scheme that breaks a guard is refused with its article. */
export const whatIfRoute: Route = {
  method: "POST",
  path: "/finance/settlements/{id}/what-if",
  summary: {
    zh: "试算：同一年度按其他体制结算，并逐项列出差额；不改变任何数据",
    en: "The same year under other schemes, with the differences by line; nothing is written",
  },
  allow: financeReaders,
  body,
  returns: z.object({ sheet: sheetView, changes: z.array(changeView) }),
  status: 200,
  isCommand: false,
  absent: settlementAbsent,
  isKnownTo: async ({ params: { id = "" } }, { store }) => (await store.load(settlement, id)) !== undefined,
  async handle({ params: { id = "" }, body: sent }, runtime, texts) {
    const loaded = await runtime.store.load(settlement, id);
    if (loaded === undefined) return problem(404, "resource.not-found");
    const { schemes } = parsedBy(body, sent);
    const { year, facts: told } = loaded.state;
    const { town } = runtime;
    const { entries } = await bookedIn(runtime, year);
    const now = { year, schemes: town.finance.schemes, entries, facts: factsOfYear({ town }, told) };
    const found = whatIfUnder(now, schemes);
    if (isRejection(found)) return fromRejection(found, texts);
    const shown = { town: { ...town, finance: { ...town.finance, schemes } } };
    return {
      status: 200,
      body: { sheet: viewSheet(keptSheetOf(found.sheet), shown), changes: found.changes.map(viewChange) },
    };
  },
};
