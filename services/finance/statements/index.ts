import { aggregate, part } from "../../../shared/service/index.ts";
import { bankLines } from "../bank-lines/index.ts";
import { ledger } from "../ledger/index.ts";
import { receivables } from "../receivables/index.ts";
import { lineRoutes } from "./api/lines.ts";
import { statementRoutes } from "./api/statements.ts";
import { statementPart } from "./domain/part.ts";
import { statementProblems } from "./problems.ts";
import { statementAggregate } from "./statement-aggregate.ts";
import { statementTitles } from "./titles.ts";

/** Files of the bank: refused whole or accepted whole, and each line recorded once (F-43). */
export const statements = part({
  aggregates: [statementAggregate, aggregate(statementPart)],
  routes: [...statementRoutes, ...lineRoutes],
  problems: statementProblems,
  titles: statementTitles,
  asks: [bankLines, ledger, receivables],
});
