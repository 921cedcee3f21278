import * as z from "zod";
import { type Actor, present } from "../../../../shared/decider/index.ts";
import { hasRole, resource } from "../../../../shared/http/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import type { Role } from "../../../../shared/town/roles.ts";
import { lines } from "../../budget/index.ts";
import { financeReaders } from "../../common/roles.ts";
import { payment } from "../domain/decider.ts";
import { duties, type Payment, paymentMoves } from "../domain/payment.ts";

/** Who asks for payments besides accountants: offices and teams. Each sees his own. */
export const offices = [
  "clerk",
  "reviewer",
  "approver",
  "squad-leader",
  "dispatcher",
] as const satisfies readonly Role[];
export const requesters = [...offices, "accountant"] as const;
export const paymentReaders = [...financeReaders, "county", ...offices] as const;

export const statuses = [
  "requested",
  "reviewed",
  "approved",
  "sent",
  "paid",
  "returned",
  "refused",
  "withdrawn",
  "given-up",
] as const;
const paymentView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(statuses),
  line: z.string(),
  payee: z.string(),
  amountFen: z.int(),
  purpose: z.string(),
  document: z.string(),
  agreementAboveFen: z.int().optional(),
  /** F-54: the document of the mode that asks for it. */
  agreementDocument: z.string().optional(),
  /** Steps that were taken since it was asked for. */
  taken: z.array(z.enum(duties)),
  file: z.string().optional(),
  serial: z.string().optional(),
  reasons: z.string().optional(),
});
export const paymentRow = paymentView.omit({ document: true, reasons: true });

export const viewPayment = ({ id, version, state }: Loaded<Payment>) => ({
  ...{ id, version, status: state.status, line: state.line, payee: state.payee, amountFen: state.amount },
  ...{ purpose: state.purpose, document: state.document },
  taken: duties.filter((duty) => state.by[duty] !== undefined),
  ...present({
    agreementDocument: state.agreementBy,
    agreementAboveFen: state.agreementAbove,
    file: state.file,
    serial: state.serial,
  }),
  ...present({ reasons: state.reasons }),
});

/** The county sees what it must agree to (F10). */
const needsCounty = ({ agreementAbove, amount }: Payment): boolean =>
  agreementAbove !== undefined && amount > agreementAbove;

/** What somebody outside of the finance office may know of. */
export const isHis = (state: Payment, actor: Actor): boolean =>
  state.by.request === actor.sub || (hasRole(actor, ["county"]) && needsCounty(state));

export const payments = resource({
  of: payment,
  at: "/finance/payments",
  staff: financeReaders,
  own: ({ state }, actor) => isHis(state, actor),
  moves: paymentMoves,
  statusOf: ({ status }) => status,
  returns: paymentView,
  view: viewPayment,
  links: ({ state }) => [lines.link("budget-line", { zh: "预算指标", en: "Budget line" }, state.line)],
});
