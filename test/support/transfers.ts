import { digest, member, type Store } from "../../shared/store/index.ts";
import { tally } from "./tally.ts";
import { aContext } from "./tally-town.ts";

export interface Transfer {
  readonly command: string;
  readonly from: string;
  readonly to: string;
  readonly amount: number;
}

/** Moves an amount from one tally to another in one commit; the same command moves it once. */
export const transfer = (store: Store, { command, from, to, amount }: Transfer) =>
  store.execute({
    decider: tally,
    id: from,
    expects: "existing",
    command: { type: "add", amounts: [-amount] } as const,
    others: {
      members: { to: member(tally, to) },
      commands: () => ({ to: { type: "add", amounts: [amount] } as const }),
    },
    commandId: command,
    bodyDigest: digest([from, to, amount]),
    context: aContext(),
  });
