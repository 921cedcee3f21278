import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import { resource, type Viewing } from "../../../../shared/http/index.ts";
import { actorKey, type Runtime } from "../../../../shared/service/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { financeReaders } from "../../common/roles.ts";
import { receivable } from "../domain/decider.ts";
import { isPayer, keyOfLogin } from "../domain/payer.ts";
import { maskedCode, paymentCodeOf } from "../domain/payment-code.ts";
import { awaitedOf, inHandsOf, instalmentsOf, mayStillMove, owedOfPenalty } from "../domain/penalty.ts";
import {
  listedOn,
  owedOf,
  type Receivable,
  type Received,
  receivableKinds,
  receivableMoves,
  receivedOf,
  refundableOf,
  surplusOf,
} from "../domain/receivable.ts";

const day = z.iso.date();
const holders = ["officer", "organ", "bank"] as const;
export const receivableStatuses = ["open", "settled", "cancelled"] as const;
export const receivableView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(receivableStatuses),
  service: z.string(),
  claim: z.string(),
  kind: z.enum(receivableKinds),
  dueFen: z.int(),
  dueOn: day,
  overdue: z.boolean(),
  receivedFen: z.int(),
  owedFen: z.int(),
  surplusFen: z.int(),
  /** CF-72: what of it is surcharge today, and the days that were counted. */
  surchargeFen: z.int(),
  lateDays: z.int(),
  /** CF-66: the parts in which it is paid. */
  instalments: z.array(z.object({ dueOn: day, amountFen: z.int(), openFen: z.int() })),
  /** CF-71: who has the money that an officer took, and by when it goes on. */
  inHands: z.object({ holder: z.enum(holders), handOnBy: day.optional(), late: z.boolean() }).optional(),
  /** What the service has on record and the treasury does not show yet. */
  awaitedFen: z.int(),
  refundDueFen: z.int(),
  /** What may still be proposed to go back. */
  refundableFen: z.int(),
  received: z.array(z.object({ serial: z.string(), receipt: z.string(), amountFen: z.int(), on: day })),
  /** F-47: what was booked to this claim by mistake. It counts for nothing. */
  takenBack: z.array(
    z.object({ serial: z.string(), receipt: z.string(), amountFen: z.int(), on: day, takenBackOn: day }),
  ),
  refunds: z.array(
    z.object({
      amountFen: z.int(),
      document: z.string(),
      approved: z.boolean(),
      paidOn: day.optional(),
      serial: z.string().optional(),
    }),
  ),
  reason: z.string().optional(),
  payerKind: z.enum(["citizen", "organisation"]).optional(),
  /** 缴款码: whole for the payer himself and for a body; of a person others see its last four digits. */
  paymentCode: z.string(),
});
export const receivableRow = receivableView.omit({
  received: true,
  takenBack: true,
  refunds: true,
  reason: true,
  instalments: true,
});

/** The key of a login by which finance knows a payer; undefined: nobody verified who it is. */
export const payerKeyOf = (runtime: Runtime, actor: Viewing["actor"]): string | undefined =>
  keyOfLogin(actor, (name) => actorKey(runtime, name));
/** Whether this claim is the caller's own debt. */
export const owesIt = ({ state }: Pick<Loaded<Receivable>, "state">, actor: Viewing["actor"], runtime: Runtime) =>
  isPayer(state.payer, actor, (name) => actorKey(runtime, name));

/** The whole payment code of a claim. */
export const codeOf = (id: string, { keyed, town }: Pick<Runtime, "keyed" | "town">): string =>
  paymentCodeOf(keyed, town.code, id);
/** The code as this caller sees it: a person's is masked to others (P-17). */
export function shownCode(loaded: Loaded<Receivable>, { actor, runtime }: Pick<Viewing, "actor" | "runtime">): string {
  const code = codeOf(loaded.id, runtime);
  const whole = loaded.state.payer?.kind === "organisation" || owesIt(loaded, actor, runtime);
  return whole ? code : maskedCode(code);
}

export const viewReceivable = (loaded: Loaded<Receivable>, viewing: Pick<Viewing, "actor" | "runtime">) => {
  const { id, version, state } = loaded;
  const { runtime } = viewing;
  const today = todayIn(runtime.clock()).toString();
  const owed = owedOf(state, today);
  const dueOn = listedOn(state);
  return {
    ...{ id, version, status: state.status, service: state.service, claim: state.claim, kind: state.kind },
    ...{ dueFen: state.due, dueOn, receivedFen: receivedOf(state), owedFen: owed },
    ...viewPenalty(state, today),
    overdue:
      owed > 0 && dueOn < today && !(state.terms !== undefined && mayStillMove({ ...state, terms: state.terms })),
    ...{ surplusFen: surplusOf(state, today), refundDueFen: state.refundDue, refundableFen: refundableOf(state) },
    received: state.received.map(viewReceived),
    takenBack: (state.takenBack ?? []).map((one) => ({ ...viewReceived(one), takenBackOn: one.takenBackOn })),
    refunds: state.refunds.map(({ amount, document, approvedBy, paidOn, serial }) => ({
      ...{ amountFen: amount, document, approved: approvedBy !== undefined },
      ...present({ paidOn, serial }),
    })),
    ...present({ reason: state.reason, payerKind: state.payer?.kind }),
    paymentCode: shownCode(loaded, viewing),
  };
};

const viewReceived = ({ serial, receipt, amount, on }: Received) => ({ serial, receipt, amountFen: amount, on });

const noPenalty = { surchargeFen: 0, lateDays: 0, instalments: [], awaitedFen: 0 };
/** CF-66 to CF-72: what a penalty is made of on a day. */
function viewPenalty(state: Receivable, today: string) {
  const { terms } = state;
  if (terms === undefined) return noPenalty;
  const claim = { ...state, terms };
  const { surchargeFen, lateDays } = owedOfPenalty(claim, today);
  const hands = inHandsOf(claim);
  return {
    ...{ surchargeFen, lateDays, awaitedFen: awaitedOf(claim).reduce((total, { amountFen }) => total + amountFen, 0) },
    instalments: instalmentsOf(claim).map(({ due, amountFen, openFen }) => ({ dueOn: due, amountFen, openFen })),
    ...(hands === undefined
      ? {}
      : { inHands: { ...hands, late: hands.handOnBy !== undefined && hands.handOnBy < today } }),
  };
}

/** The finance office knows of every claim, a payer of his own: 404 for others. */
export const receivables = resource({
  of: receivable,
  at: "/finance/receivables",
  staff: financeReaders,
  own: owesIt,
  moves: receivableMoves,
  statusOf: ({ status }) => status,
  returns: receivableView,
  view: viewReceivable,
});
