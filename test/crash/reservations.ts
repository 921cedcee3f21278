import { budgetLine } from "../../services/finance/budget/domain/decider.ts";
import { fen } from "../../shared/money/index.ts";
import { digest, type Store } from "../../shared/store/index.ts";
import { aContext } from "../support/tally-town.ts";

/** A request for money of a line; the same request holds it once. */
export interface Reservation {
  readonly line: string;
  readonly request: string;
  readonly amount: number;
}

export const reserve = (store: Store, { line, request, amount }: Reservation) =>
  store.execute({
    ...{ decider: budgetLine, id: line, expects: "existing", context: aContext() },
    command: { type: "reserve", request, amount: fen(amount) },
    ...{ commandId: request, bodyDigest: digest([line, request, amount]) },
  });
