import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import { resource, type Viewing } from "../../../../shared/http/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { financeReaders } from "../../common/roles.ts";
import { announcedKinds, ruleOfShare } from "../domain/announced.ts";
import { entitlement } from "../domain/decider.ts";
import type { EntitlementBasis } from "../domain/entitlement.ts";
import { payerNameIn } from "../domain/payers.ts";
import { entitlementOf, entitlementStates, standingOn } from "../domain/standing.ts";
import { entitlementMoves, entitlementOrigins, type KeptEntitlement } from "../domain/words.ts";

export const entitlementStatuses = ["promised", "owed", "met", "dropped"] as const;
const day = z.iso.date();
const paper = z.object({ number: z.string(), on: day });

const entitlementView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(entitlementStatuses),
  /** How it stands today. */
  state: z.enum(entitlementStates),
  origin: z.enum(entitlementOrigins),
  title: z.string(),
  payer: z.string(),
  payerName: z.string(),
  promisedOn: day,
  document: paper.optional(),
  isWithoutDocument: z.boolean(),
  basis: z.enum(["amount", "range", "promise", "announced"]),
  /** F-34: as it was announced; what it reaches as a rule, 90 % of this year for general and 70 % for special transfers. */
  announced: z
    .object({
      ...{ transfer: z.enum(announcedKinds), year: z.int(), amountFen: z.int(), expectedThisYearFen: z.int() },
      ...{ atLeastFen: z.int(), isBelowRule: z.boolean() },
    })
    .optional(),
  formula: z.string().optional(),
  lowerFen: z.int().optional(),
  upperFen: z.int().optional(),
  fixed: z.object({ amountFen: z.int(), document: paper }).optional(),
  /** Absent while the promise is open: it is not zero. */
  owedFen: z.int().optional(),
  advancedFen: z.int(),
  receivedFen: z.int(),
  outstandingFen: z.int().optional(),
  dueOn: day.optional(),
  ageDays: z.int(),
  /** F-32: the entry by which swept money left the books. */
  entry: z.string().optional(),
  receipts: z.array(z.object({ receipt: z.string(), on: day, amountFen: z.int(), isAdvance: z.boolean() })),
  remindOn: day.optional(),
  reminders: z.int(),
  droppedBy: paper.optional(),
});
export const entitlementRow = entitlementView.omit({ receipts: true, fixed: true, droppedBy: true, announced: true });

const shownBasis = (basis: EntitlementBasis) => {
  if (basis.kind === "amount") return { basis: basis.kind, formula: basis.formula };
  if (basis.kind === "announced") {
    const { transfer, year, amount, thisYear } = basis;
    const announced = { transfer, year, amountFen: amount, expectedThisYearFen: thisYear, ...ruleOfShare(basis) };
    return { basis: basis.kind, announced };
  }
  return basis.kind === "range"
    ? { basis: basis.kind, lowerFen: basis.lower, upperFen: basis.upper }
    : { basis: basis.kind };
};

export const viewEntitlement = (
  { id, version, state }: Loaded<KeptEntitlement>,
  { runtime }: { readonly runtime: Pick<Runtime, "town" | "clock"> },
) => {
  const today = todayIn(runtime.clock()).toString();
  const { status, origin, title, payer, promisedOn, document, basis, fixed, dueOn, remindOn, droppedBy } = state;
  const stands = standingOn(today, entitlementOf({ id, state }));
  return {
    ...{ id, version, status, state: stands.state, origin, title, payer, payerName: payerNameIn(runtime.town, payer) },
    ...{ promisedOn, isWithoutDocument: stands.isWithoutDocument, ...shownBasis(basis) },
    ...present({
      document,
      dueOn,
      remindOn,
      droppedBy,
      entry: state.entry,
      owedFen: stands.owed,
      outstandingFen: stands.outstanding,
    }),
    ...(fixed === undefined ? {} : { fixed: { amountFen: fixed.amount, document: fixed.document } }),
    ...{ advancedFen: stands.advanced, receivedFen: stands.received, ageDays: stands.ageDays },
    receipts: state.receipts.map(({ amount, ...one }) => ({ ...one, amountFen: amount })),
    reminders: state.reminders,
  };
};

export const entitlements = resource({
  of: entitlement,
  at: "/finance/entitlements",
  staff: financeReaders,
  moves: entitlementMoves,
  statusOf: ({ status }) => status,
  returns: entitlementView,
  view: (loaded: Loaded<KeptEntitlement>, viewing: Viewing) => viewEntitlement(loaded, viewing),
});
