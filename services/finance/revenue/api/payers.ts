import * as z from "zod";
import { strictUscc } from "../../../../shared/identity-codes/index.ts";
import { citizenNumber, partyKey } from "../../../../shared/parties/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import type { Payer } from "../domain/revenue.ts";

const name = lineOf(100, 2);
/** Who paid, as he is told when income is booked. */
export const toldPayer = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("organisation"), name, code: strictUscc }),
  z.strictObject({ kind: z.literal("person"), idNumber: citizenNumber }),
  z.strictObject({ kind: z.literal("government"), name }),
  z.strictObject({ kind: z.literal("various") }),
]);

/** A payer as he is kept: by his key, which comes from his number and leads to none. */
export function keptPayer(given: z.output<typeof toldPayer>, { keyed }: Pick<Runtime, "keyed">): Payer {
  switch (given.kind) {
    case "organisation":
      return { kind: given.kind, name: given.name, key: partyKey(keyed, { idNumber: given.code }) };
    case "person":
      return { kind: given.kind, key: partyKey(keyed, { idNumber: given.idNumber }) };
    case "government":
    case "various":
      return given;
  }
}
