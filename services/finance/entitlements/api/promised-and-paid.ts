import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import { type Route, read } from "../../../../shared/http/index.ts";
import { everythingIn } from "../../../../shared/store/index.ts";
import { financeReaders } from "../../common/roles.ts";
import { entitlement, entitlementsIn } from "../domain/decider.ts";
import { payerNameIn } from "../domain/payers.ts";
import { entitlementOf, entitlementStates, promisedAndPaid } from "../domain/standing.ts";

const day = z.iso.date();
const line = z.object({
  id: z.string(),
  title: z.string(),
  payer: z.string(),
  payerName: z.string(),
  state: z.enum(entitlementStates),
  document: z.string().optional(),
  formula: z.string().optional(),
  isWithoutDocument: z.boolean(),
  owedFen: z.int().optional(),
  advancedFen: z.int(),
  receivedFen: z.int(),
  outstandingFen: z.int().optional(),
  /** F-34: expected of next year, and not yet due. */
  announcedFen: z.int().optional(),
  dueOn: day.optional(),
  ageDays: z.int(),
});

/** What towns open first: promised and paid (政策兑现, F7). */
export const promisedAndPaidRoute: Route = read("GET /finance/promised-and-paid", {
  summary: {
    zh: "政策兑现：应得、预拨、到账、尚欠、逾期天数；没有金额的承诺列为待定，不按零计",
    en: "Promised and paid: owed, advanced, received, outstanding, age; an open promise is never zero",
  },
  allow: financeReaders,
  returns: z.object({
    on: day,
    lines: z.array(line),
    owedFen: z.int(),
    receivedFen: z.int(),
    outstandingFen: z.int(),
    overdueFen: z.int(),
    overpaidFen: z.int(),
    openPromises: z.int(),
    announcedFen: z.int(),
  }),
  async run(_request, { store, town, clock }) {
    const on = todayIn(clock()).toString();
    const lists = await Promise.all(
      (["promised", "owed", "met"] as const).map((status) =>
        everythingIn(store, entitlement, { index: "byStatus", partition: entitlementsIn(status) }),
      ),
    );
    const all = lists.flat().map(entitlementOf);
    const page = promisedAndPaid(on, all);
    return {
      ...{ on, owedFen: page.owed, receivedFen: page.received, outstandingFen: page.outstanding },
      ...{
        overdueFen: page.overdue,
        overpaidFen: page.overpaid,
        openPromises: page.open,
        announcedFen: page.announced,
      },
      lines: page.lines.map((one) => {
        const kept = all.find(({ id }) => id === one.id);
        const formula = kept?.basis.kind === "amount" ? kept.basis.formula : undefined;
        return {
          ...{ id: one.id, title: one.title, payer: one.payer, payerName: payerNameIn(town, one.payer) },
          ...{ state: one.state, isWithoutDocument: one.isWithoutDocument, ageDays: one.ageDays },
          ...{ advancedFen: one.advanced, receivedFen: one.received },
          ...present({
            owedFen: one.owed,
            outstandingFen: one.outstanding,
            dueOn: one.dueOn,
            formula,
            announcedFen: one.announced,
          }),
          ...present({ document: (kept?.fixed?.document ?? kept?.document)?.number }),
        };
      }),
    };
  },
});
