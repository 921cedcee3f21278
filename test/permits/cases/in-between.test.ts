import { describe, expect, test } from "vitest";
import { isRejection } from "../../../shared/decider/index.ts";
import { on, refusalOf } from "../../support/deciding.ts";
import { aCertificate, aProposal, certificate, heardOn, noHarm } from "../certificates/builders.ts";
import { aCommand, anApplication, theApprover, theHead, theReviewer, theSecond, theTwo } from "./builders.ts";

const today = "2026-03-02";
const sample = aCommand(today);
const { earlierActsStand: _stand, ...granting } = sample["decide-recusal"];
const asking = (person: string) => ({ ...sample["ask-recusal"], person });
const survey = { type: "review", opinion: "agree", inspectors: theTwo, affectsThirdParties: false } as const;

describe("CF-43a: two recusals at once", () => {
  const both = () =>
    anApplication({ status: "accepted" })
      .lawfully(survey, today, theReviewer)
      // The builder has the other inspector sign.
      .lawfully({ type: "review", opinion: "agree" }, today, theReviewer)
      .lawfully(asking(theReviewer.sub), today)
      .lawfully(asking(theSecond.sub), today);

  test("each keeps his own person from the case, and the decision waits for the head's word on both", () => {
    const one = both();
    for (const who of [theReviewer, theSecond])
      expect(refusalOf(one.tell({ ...survey, inspectors: theTwo }, today, who)).code).toBe("permits.recusal-undecided");
    one.lawfully({ ...granting, person: theReviewer.sub, recused: false }, today, theHead);
    expect(refusalOf(one.tell(sample.decide, today)).code).toBe("permits.recusal-undecided");
    one.lawfully({ ...granting, person: theSecond.sub, recused: false }, today, theHead);
    expect(one.state).toMatchObject({ recusals: [{ decided: { recused: false } }, { decided: { recused: false } }] });
  });
});

describe("XK-69 in a year that is not announced", () => {
  test("nothing is revoked while the end of the holder's days is provisional", () => {
    const proposed = aCertificate({ validUntil: "2040-12-31" }, [aProposal(), "2031-12-29"]);
    const revoking = { type: "revoke", heard: heardOn("2031-12-30"), publicHarm: noHarm } as const;
    for (const day of ["2032-01-05", "2032-02-02"]) {
      const decided = certificate.decide(proposed, revoking, on(day, theApprover));
      expect(isRejection(decided) ? decided.code : "revoked").toBe("permits.statement-period-runs");
    }
  });
});
