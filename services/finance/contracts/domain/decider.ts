import { type Context, type Decision, deciderOf, type OfType } from "../../../../shared/decider/index.ts";
import { subtract, sum } from "../../../../shared/money/index.ts";
import { countyRuns } from "../../../../shared/town/finance.ts";
import {
  type ContractCommand,
  type ContractEvent,
  contractMoves,
  paidFor,
  payableFor,
  type ServiceContract,
} from "./contract.ts";
import { badInput, type ContractRefusal, notNow, notYou, refuse } from "./refusals.ts";

type Ask<T extends ContractCommand["type"]> = OfType<ContractCommand, T>;

/** F-54: where the county runs the purchases of the town, a contract names the county's purchase. */
function sign({ type: _type, isPayee, ...data }: Ask<"sign">, { town, today }: Context): Decision<ContractEvent> {
  const mode = countyRuns(town.finance, "purchases", today.toString());
  if (mode !== undefined && data.purchase === undefined)
    return refuse("finance.purchase-of-county", { document: mode }, "/purchase");
  if (!isPayee) return badInput("finance.supplier-unknown", {}, "/supplier");
  const months = data.terms.map(({ month }) => month);
  const twice = months.findIndex((one, at) => months.indexOf(one) !== at);
  if (twice >= 0) return badInput("finance.terms-twice", {}, `/terms/${twice}/month`);
  if (sum(data.terms.map(({ amount }) => amount)) !== data.total)
    return badInput("finance.terms-unlike-total", {}, "/totalFen");
  if (data.fullFrom < data.nothingBelow) return badInput("finance.result-bounds-inverted", {}, "/fullFromBps");
  return [{ type: "finance.service-contract.signed", data }];
}

/** F12: the villagers accept a month once it is over. Enough of them come, and more than half of them accept. */
function accept(
  { terms, acceptances, quorum }: ServiceContract,
  { type: _type, ...data }: Ask<"record-acceptance">,
  { today, actor }: Context,
): Decision<ContractEvent> {
  const { month, present, agreed } = data;
  if (!terms.some((one) => one.month === month)) return badInput("finance.term-unknown", { month }, "/month");
  if (today.toString().slice(0, 7) <= month) return notNow("finance.service-period-runs", { month });
  if (acceptances.some((one) => one.month === month)) return notNow("finance.accepted-already", { month });
  if (agreed > present) return badInput("finance.more-agreed-than-came", {}, "/agreed");
  if (present < quorum || agreed * 2 <= present)
    return refuse("finance.villagers-did-not-accept", { quorum, present, agreed });
  return [{ type: "finance.service-contract.accepted", data: { ...data, by: actor.sub } }];
}

/** F12, F-49: what was accepted is paid by its result, by somebody who did not record the acceptance. */
function pay(
  state: ServiceContract,
  { type: _type, ...data }: Ask<"pay">,
  { actor }: Context,
): Decision<ContractEvent> {
  const { month } = data;
  if (!state.terms.some((one) => one.month === month)) return badInput("finance.term-unknown", { month }, "/month");
  const accepted = state.acceptances.find((one) => one.month === month);
  if (accepted === undefined) return notNow("finance.service-not-accepted", { month });
  if (accepted.by === actor.sub) return notYou("finance.acceptor-pays-not", { article: "会计法 25(1)" });
  const left = subtract(payableFor(state, month), paidFor(state, month));
  if (data.amount > left) return refuse("finance.above-result", { left }, "/amountFen");
  return [{ type: "finance.service-contract.paid", data }];
}

/** A contract of services bought. */
export const serviceContract = deciderOf<{
  readonly state: ServiceContract;
  readonly command: ContractCommand;
  readonly event: ContractEvent;
  readonly moves: typeof contractMoves;
  readonly begins: "sign";
  readonly begun: "finance.service-contract.signed";
  readonly refusal: ContractRefusal;
}>({
  aggregate: "service-contract",
  shape: 1,
  logins: ["by"],
  moves: contractMoves,
  impossible: "finance.contract-not-in-this-state",
  begin: { sign },
  steps: {
    "record-acceptance": accept,
    pay,
    "take-back": ({ payments }, { entry }) =>
      payments.some((one) => one.entry === entry)
        ? [{ type: "finance.service-contract.taken-back", data: { entry } }]
        : badInput("finance.contract-holds-no-payment", {}, "/entry"),
    end: (_state, { document }) => [{ type: "finance.service-contract.ended", data: { document } }],
  },
  begun: {
    "finance.service-contract.signed": ({ data }) => ({ status: "running", ...data, acceptances: [], payments: [] }),
  },
  effects: {
    "finance.service-contract.accepted": (state, { data }) => ({
      ...state,
      acceptances: [...state.acceptances, data],
    }),
    "finance.service-contract.paid": (state, { data }) => ({ ...state, payments: [...state.payments, data] }),
    "finance.service-contract.taken-back": (state, { data: { entry } }) => ({
      ...state,
      payments: state.payments.filter((one) => one.entry !== entry),
    }),
    "finance.service-contract.ended": (state) => ({ ...state, status: "ended" }),
  },
  listed: ({ status }, id) => ({ byStatus: { partition: `service-contract:${status}`, sort: id } }),
});
