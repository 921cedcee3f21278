import { handover } from "../../../services/powers/handovers/domain/decider.ts";
import type { Content, HandoverCommand } from "../../../services/powers/handovers/domain/handover.ts";
import type { Actor, Decision, DomainEvent } from "../../../shared/decider/index.ts";
import { Living } from "../../support/living.ts";
import { theLeader } from "../duties/builders.ts";
import { inTheTownsName, theCounty } from "../powers/builders.ts";
import { aContent, aForm, aLine, bothSigned, drafted, drafting, provincial, signing, without } from "./builders.ts";

const draft = (content: Partial<Content>, more: Partial<Extract<HandoverCommand, { type: "draft" }>> = {}) => {
  const command = drafting(aContent(content));
  if (command.type !== "draft") throw new Error("unreachable");
  return new Living(handover).tell({ ...command, ...more }, drafted, theCounty);
};
const both: Actor = { ...theCounty, roles: ["county", "leader"] };
const association = { name: { zh: "某协会", en: "An association" }, uscc: "51532302YY00013033" };

/** Every refusal of a handover form, provoked. */
export const handoverRefusals: Readonly<Record<string, () => Decision<DomainEvent>>> = {
  "powers.lines-not-listed": () => draft({}, { unlisted: ["PN-999"] }),
  "powers.line-twice": () => draft({ lines: [aLine(), aLine()] }),
  "powers.lines-held-already": () => draft({}, { alreadyHeld: ["PN-001"] }),
  "powers.entrusting-organ-unknown": () => draft({}, { strangers: ["PN-001"] }),
  "powers.liberty-not-handed-over": () => draft({ lines: [aLine({ kinds: ["行政拘留"] })] }),
  "powers.delegated-to-another": () => draft({ receiver: association }),
  "powers.entrusted-to-no-organ": () => draft({ mode: "entrusted", until: "2027-03-31", receiver: association }),
  "powers.re-entrusted": () => draft({ mode: "entrusted", until: "2027-03-31", giverHolds: "by-entrustment" }),
  "powers.outside-scope": () => draft({ authority: { ...provincial, scope: { codes: ["PN-002"] } } }),
  "powers.term-missing": () => draft({ mode: "entrusted" }),
  "powers.not-capable": () =>
    new Living(handover).tell(drafting(without(aContent(), "capability")), drafted, theCounty),
  "powers.handover-not-in-this-state": () =>
    bothSigned().tell({ type: "withdraw", reasons: "x" }, "2026-03-04", theCounty),
  "powers.not-of-this-party": () => {
    const form = aForm();
    return form.tell(signing(form, "town"), drafted, theCounty);
  },
  "powers.already-signed": () => {
    const form = aForm();
    return form.lawfully(signing(form, "town"), drafted, theLeader).tell(signing(form, "town"), drafted, theLeader);
  },
  "powers.one-person-for-both": () => {
    const form = aForm();
    return form.lawfully(signing(form, "county"), drafted, both).tell(signing(form, "town"), drafted, both);
  },
  "powers.signed-something-else": () =>
    aForm(aContent({ receiver: inTheTownsName })).tell(
      { type: "sign", party: "county", hash: "0".repeat(64) },
      drafted,
      theCounty,
    ),
};
