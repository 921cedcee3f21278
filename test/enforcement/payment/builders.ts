import { fine } from "../../../services/enforcement/payment/domain/decider.ts";
import type { Fine } from "../../../services/enforcement/payment/domain/fine.ts";
import type { Debt, FineCommand, FineEvent, Follow } from "../../../services/enforcement/payment/domain/messages.ts";
import { delivery } from "../../../services/enforcement/service-of-papers/domain/decider.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { Living } from "../../support/living.ts";

const team = { office: "enforcement-team" };
export const theOfficer: Actor = { sub: "officer-1", name: "执法一号", roles: ["officer"], ...team };
export const theMayor: Actor = { sub: "zhen-zhang", name: "镇长", roles: ["leader"], office: "party-government" };
export const theAccountant: Actor = { sub: "accountant-1", name: "会计", roles: ["accountant"], office: "finance" };
export const theParty: Actor = { sub: "party-1", name: "当事人", roles: ["resident"], party: "KEY" };

export const aDebt = (more: Partial<Debt> = {}): Debt => ({
  case: "C1",
  proceeding: "C1:p1",
  decision: "广通罚〔2026〕1号",
  fineFen: 100_000,
  gainsFen: 0,
  receivedOn: "2026-01-15",
  surcharge: true,
  suit: "six-months",
  handledBy: ["officer-1", "officer-2"],
  ...more,
});
export const following = (more: Partial<Debt> = {}, then: Partial<Follow> = {}): Follow => ({
  type: "follow",
  debt: aDebt(more),
  remedies: [],
  ...then,
});
export const aFine = (more: Partial<Debt> = {}) => new Living(fine).lawfully(following(more), "2026-01-16");
export const paying = (amountFen: number, on: string, receipt = `R-${on}`): FineCommand => ({
  type: "note-payment",
  ...{ amountFen, on, receipt, by: "bank" },
});
export const demanding: FineCommand = { type: "demand", payee: "广通镇财政所", account: "6228 0000" };
export const asking: FineCommand = { type: "apply-to-court", factsAndBasis: "事实和依据", object: "存款" };

/** The demand of a fine as its delivery brought it to the party that day. */
export function brought({ proceeding, handledBy, demand }: Fine, on: string) {
  const paper = { kind: "demand" as const, number: demand?.number.text.zh ?? "", issuedOn: demand?.issuedOn ?? "" };
  const from = { case: "C1", party: { kind: "citizen" as const, key: "KEY" }, handlers: handledBy };
  const sent = new Living(delivery).lawfully({ type: "send", proceeding, paper, of: from }, on, theOfficer);
  const taken = {
    type: "deliver-by-hand" as const,
    on,
    to: "self" as const,
    signedBy: "当事人",
    proof: "a".repeat(64),
  };
  return sent.lawfully(taken, on, theOfficer).state;
}
/** CF-61: the demand is served that day. */
export const served = (one: Living<Fine, FineCommand, FineEvent>, on: string) =>
  one.lawfully({ type: "note-demand-service", delivery: brought(one.state, on) }, on, theOfficer);
