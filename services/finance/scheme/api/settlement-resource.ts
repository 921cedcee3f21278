import { resource } from "../../../../shared/http/index.ts";
import { financeReaders } from "../../common/roles.ts";
import { settlement } from "../domain/settlement/decider.ts";
import { settlementMoves } from "../domain/settlement/words.ts";
import { settlementView, viewSettlement } from "./settlement-view.ts";

export const settlementAbsent = { code: "finance.settlement-absent", as: "year" };

/** Settlements, by their year. */
export const settlements = resource({
  of: settlement,
  at: "/finance/settlements",
  staff: financeReaders,
  moves: settlementMoves,
  statusOf: ({ status }) => status,
  returns: settlementView,
  view: viewSettlement,
  absent: settlementAbsent,
});
