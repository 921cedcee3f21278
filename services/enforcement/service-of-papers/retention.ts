import { aggregate, endOfAll, type Runtime } from "../../../shared/service/index.ts";
import type { Loaded } from "../../../shared/store/index.ts";
import { proceeding } from "../cases/index.ts";
import { addressConfirmation, type Confirmation } from "./domain/confirmation.ts";

/** P-8: where a party takes papers is over with his proceeding, whose id it has. */
const endOfConfirmation = (runtime: Runtime, { id, retained }: Loaded<Confirmation>): Promise<string | "open"> =>
  endOfAll(runtime, [{ of: proceeding, id }], retained?.endedOn ?? "");

export const confirmationAggregate = aggregate(addressConfirmation, undefined, { endOf: endOfConfirmation });
