import { certificatesSettled } from "../../../../shared/contracts/powers-running-cases.ts";
import { present } from "../../../../shared/decider/index.ts";
import { instruct, on, type Subscription } from "../../../../shared/service/index.ts";
import { certificateSettlement } from "../domain/settlement.ts";

/** What the side that recalled a power says of the certificates granted before (CF-24b). */
export const settlementReactions: readonly Subscription[] = [
  on(
    "powers.running-case.certificates-settled",
    certificatesSettled,
    ({ code, recalledFrom, outcome, document, to }) => [
      instruct({
        of: certificateSettlement,
        id: code,
        expects: "either",
        command: { type: "learn" as const, recalledFrom, outcome, document, ...present({ to }) },
      }),
    ],
  ),
];
