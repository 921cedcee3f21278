import { financeEvents } from "../../shared/contracts/finance.ts";
import { withHolds } from "../../shared/holds/index.ts";
import { parkedRoute } from "../../shared/messaging/index.ts";
import { fontAssets } from "../../shared/printing/font-assets.ts";
import { rareFontAssets } from "../../shared/printing/rare-assets.ts";
import { defaultFunctions, joined, type Service, setAsideRoute } from "../../shared/service/index.ts";
import { assetsPart } from "./assets/index.ts";
import { bankLines } from "./bank-lines/index.ts";
import { benefitsPart } from "./benefits/index.ts";
import { board } from "./board/index.ts";
import { budget } from "./budget/index.ts";
import { commonPart } from "./common/part.ts";
import { contractsPart } from "./contracts/index.ts";
import { creditPart } from "./credit/index.ts";
import { debtPart } from "./debt/index.ts";
import { entitlementsPart } from "./entitlements/index.ts";
import { fundsPart } from "./funds/index.ts";
import { ledger } from "./ledger/index.ts";
import { openingPart } from "./opening/index.ts";
import { payments } from "./payments/index.ts";
import { receivables } from "./receivables/index.ts";
import { reports } from "./reports/index.ts";
import { revenue } from "./revenue/index.ts";
import { rewards } from "./rewards/index.ts";
import { scheme } from "./scheme/index.ts";
import { statements } from "./statements/index.ts";

/** Each part knows only those before it. */
const subContexts = joined([
  ...[bankLines, ledger, budget, payments, receivables, revenue, statements, entitlementsPart, scheme],
  ...[fundsPart, debtPart, benefitsPart, contractsPart, assetsPart, creditPart, openingPart],
  ...[reports, rewards, board],
  commonPart([parkedRoute("finance"), setAsideRoute("finance")]),
]);

/** The money of a town: every fen explained. */
export const finance: Service = {
  name: "finance",
  title: { zh: "财政", en: "Finance" },
  ...withHolds("finance", subContexts),
  indexes: [
    { name: "byStatus", projection: "keys" },
    { name: "byOwner", projection: "keys" },
    { name: "byCode", projection: "keys" },
  ],
  publishes: financeEvents,
  // Letters and settlements are drawn as PDF where somebody asks for them: some 150 MB for the first.
  assets: { api: { ...fontAssets, ...rareFontAssets } },
  functions: { ...defaultFunctions, api: { memoryMb: 1024, timeoutSeconds: 29 } },
  attempts: 5,
};
