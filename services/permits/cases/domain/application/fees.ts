import type { Context, Decision } from "../../../../../shared/decider/index.ts";
import { maskedPayer } from "../../../../../shared/parties/index.ts";
import { notAuthorised } from "../../../authorisations/domain/covers.ts";
import { refuse } from "../refusals.ts";
import type { ApplicationEvent, CommandOf, Fee, Filed, Running } from "./application.ts";
import { about } from "./said.ts";

const article58 = { article: "行政许可法58", rule: "XK-58" };

/** XK-58: a licence or a filing costs nothing, unless a law or an administrative regulation says so. */
export function feeWithoutBasis({ guide }: Pick<Filed, "guide">) {
  const { feeFen, feeBasis, category } = guide;
  if (feeFen === 0 || feeBasis !== undefined || category === "public-service") return undefined;
  return refuse("permits.fee-without-basis", { feeFen, ...article58 });
}

/** The fee the law lets the town take of this case: at its acceptance, before the certificate. */
export function feeOf({ guide: { feeFen, feeBasis } }: Pick<Filed, "guide">, dueOn: string): Fee | undefined {
  return feeFen === 0 || feeBasis === undefined ? undefined : { amountFen: feeFen, basis: feeBasis, dueOn };
}

/** XK-58: the fee is owed by the applicant; his key goes out under a mask. */
export function feeDue(state: Filed, context: Context): ApplicationEvent[] {
  const fee = feeOf(state, context.today.toString());
  const payer = maskedPayer(context, { kind: state.applicant.kind, key: state.party ?? "" });
  if (fee === undefined) return [];
  const { amountFen, basis, dueOn } = fee;
  return [{ type: "permits.fee.due", data: { ...about(state), amountFen, basis, dueOn, ...payer } }];
}

/**
 * L9 (代缴): an agent pays for the applicant, under an authorisation to pay that stands on the day. He says so himself in a
 * case that he filed; for others the counter enters it. The fee and the payer of the bill stay the applicant's.
 */
export function payByAgent(
  state: Filed & Pick<Partial<Running>, "fee">,
  { authorisation, given }: CommandOf<"pay-by-agent">,
  { actor, today }: Context,
): Decision<ApplicationEvent> {
  const { fee, party = "", guide: item } = state;
  if (fee === undefined) return refuse("permits.no-fee-due", article58);
  if (fee.paid !== undefined) return refuse("permits.fee-paid-already", { on: fee.paid.on, rule: "L9" });
  const on = today.toString();
  const asked = { party, item, act: "pay" as const, on };
  const atCounter = actor.roles.includes("clerk");
  const refused = notAuthorised(given, atCounter ? asked : { ...asked, agent: actor.sub });
  if (refused !== undefined) return refused;
  return fee.payer?.authorisation === authorisation
    ? []
    : [{ type: "permits.fee.payer-named", data: { authorisation, on } }];
}

const paidByOf = ({ payer }: Fee) =>
  payer === undefined ? {} : { paidBy: { kind: "agent" as const, authorisation: payer.authorisation } };

/** XK-59: what is due and no other sum, and the whole of it in the treasury. The same payment told again changes nothing. */
export function pay(
  { fee, ...state }: Filed & Pick<Partial<Running>, "fee">,
  { amountFen, treasuryFen, receipt }: CommandOf<"pay">,
  { today }: Context,
): Decision<ApplicationEvent> {
  if (fee === undefined) return refuse("permits.no-fee-due", article58);
  if (fee.paid !== undefined) return [];
  const article59 = { article: "行政许可法59", rule: "XK-59" };
  if (amountFen !== fee.amountFen)
    return refuse("permits.fee-differs", { due: fee.amountFen, amountFen, ...article59 });
  if (treasuryFen !== amountFen) return refuse("permits.fee-not-to-treasury", { amountFen, treasuryFen, ...article59 });
  const data = { ...about(state), amountFen, paidOn: today.toString(), receipt, ...paidByOf(fee) };
  return [{ type: "permits.fee.paid", data }];
}

/** F-47: what paid the fee was another one's money. The fee is owed again; it never was paid by this receipt. */
export function takePaymentBack(
  { fee, ...state }: Filed & Pick<Partial<Running>, "fee">,
  _command: CommandOf<"take-payment-back">,
  { today }: Context,
): Decision<ApplicationEvent> {
  if (fee?.paid === undefined) return [];
  const { amountFen, paid } = fee;
  const data = { ...about(state), amountFen, on: today.toString(), receipt: paid.receipt, ...paidByOf(fee) };
  return [{ type: "permits.fee.payment-taken-back", data }];
}
