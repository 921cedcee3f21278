import type { KnownParty } from "../../../services/enforcement/cases/domain/proceeding/known-case.ts";
import type { ProposedCharge } from "../../../services/enforcement/cases/domain/proceeding/messages.ts";
import type { Proceeding } from "../../../services/enforcement/cases/domain/proceeding/proceeding.ts";
import type { NumberedCase } from "../../../services/enforcement/publication/domain/decided.ts";
import { publication } from "../../../services/enforcement/publication/domain/decider.ts";
import type { PublicationCommand } from "../../../services/enforcement/publication/domain/messages.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { Living } from "../../support/living.ts";
import { aCase, aCharge, aParty, inEffect, sha, someGrounds, theHead } from "../cases/proceeding/builders.ts";

export { afterwards, another, officerA, officerB, sha, theHead, theParty } from "../cases/proceeding/builders.ts";

/** A leader who is no head of the organ. */
export const aLeader: Actor = { sub: "leader-9", name: "副镇长", roles: ["leader"], office: "party-government" };
/** The decision is of this day, a Tuesday; ordinary: repair from 2026-06-30, shown until 2027-03-31. */
export const decidedOn = "2026-03-31";
export const number = "广通罚〔2026〕1号";

/** A body that must stop its business and pay. */
export const aBody = (more: Partial<KnownParty> = {}): KnownParty =>
  aParty({ kind: "organisation", address: "云南省禄丰市广通镇某村18号", ...more });
export const stopping = (more: Partial<ProposedCharge> = {}) =>
  aCharge({ kinds: ["罚款", "责令停产停业"], fine: { amountFen: 500_000, tier: "一般", grounds: [] }, ...more });

/** A decision that was served, and its case. A closure needs review and discussion, so they are on file. */
export function aDecision(party: KnownParty = aParty(), items: readonly ProposedCharge[] = [aCharge()]) {
  const of = aCase({ parties: [party] });
  const decided = inEffect(items, someGrounds({ case: of })).state;
  const { idNumber } = { idNumber: party.kind === "organisation" ? "91530000MA6K00000X" : "532331199005050016" };
  const numbered: NumberedCase = { ...of, parties: of.parties.map((one) => ({ ...one, idNumber })) };
  return { decided, of: numbered };
}
export type Known = ReturnType<typeof aDecision>;

export const following = (known: { readonly decided: Proceeding | undefined; readonly of: NumberedCase }) => ({
  ...{ type: "follow" as const, number },
  ...known,
});
export const proposing = (known = aDecision()): PublicationCommand => ({
  ...{ type: "propose", number, reasons: "群众关注" },
  ...known,
});
export const publishing = (
  known = aDecision(),
  summary = "当事人违反管理规定经营",
  elsewhere: readonly string[] = [],
): PublicationCommand => ({ type: "publish", summary, elsewhere, ...known });

/** Proposed by an officer on the day of the decision. */
export const aProposal = (known = aDecision(), officer: Actor = { ...theHead, sub: "officer-1", roles: ["officer"] }) =>
  new Living(publication).lawfully(proposing(known), decidedOn, officer);
/** Let be read by the head the day after. */
export const aPublication = (known = aDecision(), elsewhere: readonly string[] = []) =>
  aProposal(known).lawfully(publishing(known, "当事人违反管理规定经营", elsewhere), "2026-04-01", theHead);

export const asking = (decided: Proceeding | undefined, paper?: string): PublicationCommand => ({
  ...{ type: "ask-repair", promise: sha, decided },
  ...(paper === undefined ? {} : { paper }),
});
/** All that the decision asks for is done. */
export function performed({ decided, of }: Known): Known {
  if (decided.status !== "in-effect") throw new TypeError("not in effect");
  const done = (["fine", "confiscation", "order", "other"] as const).map((what) => ({ what, on: "2026-04-10" }));
  return { decided: { ...decided, performed: done }, of };
}
/** The decision as it is after something happened to it. */
export function fallen({ decided, of }: Known, how: "changed" | "revoked" | "void" | "unlawful"): Known {
  if (decided.status !== "in-effect") throw new TypeError("not in effect");
  const document = { number: "楚政复决〔2026〕3号", date: "2026-04-29" };
  if (how === "unlawful") {
    const remedy = { id: "R1", kind: "review" as const, filedOn: "2026-04-01", endedOn: "2026-04-30", effect: how };
    return { decided: { ...decided, remedies: [remedy] }, of };
  }
  if (how === "changed") {
    const amounts = [{ act: "A1", fineFen: 50_000, confiscateFen: 0 }];
    const changes = [...decided.changes, { on: "2026-04-30", by: "review" as const, document, amounts }];
    return { decided: { ...decided, changes }, of };
  }
  const overturned = { how, by: "review" as const, document, on: "2026-04-30", anew: false };
  return { decided: { ...decided, status: "overturned", overturned }, of };
}
