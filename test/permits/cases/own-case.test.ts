import { describe, expect, test } from "vitest";
import { certificate } from "../../../services/permits/certificates/domain/certificate.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { on, refusalOf } from "../../support/deciding.ts";
import { aGrant, told } from "../certificates/builders.ts";
import {
  aCommand,
  anApplication,
  aReviewed,
  Case,
  theApprover,
  theClerk,
  theIssuer,
  theParty,
  theReviewer,
} from "./builders.ts";

const today = "2026-03-02";
const sample = aCommand(today);
/** The same login, of the person whom the identity provider knows as the applicant. */
const asApplicant = (actor: Actor): Actor => ({ ...actor, party: theParty });
const refused = { code: "permits.own-case", ground: "actor", details: { rule: "CF-43" } };

describe("CF-43, V4: nobody acts for the town in a case of his own", () => {
  test.each([
    ["accept", theClerk],
    ["decline", theClerk],
    ["notify-corrections", theClerk],
  ] as const)("a clerk does not %s it", (type, clerk) => {
    expect(refusalOf(anApplication().tell(sample[type], today, asApplicant(clerk)))).toMatchObject(refused);
  });

  test("a clerk does not take it in at the counter", () => {
    expect(refusalOf(new Case().tell(sample.receive, today, asApplicant(theClerk)))).toMatchObject(refused);
    expect(new Case().lawfully(sample.receive, today, { ...theClerk, party: "party-2" }).status).toBe("received");
  });

  test("a reviewer does not review it, and an approver does not decide it", () => {
    const accepted = anApplication({ status: "accepted" });
    expect(refusalOf(accepted.tell(sample.review, today, asApplicant(theReviewer)))).toMatchObject(refused);
    expect(refusalOf(aReviewed().tell(sample.decide, today, asApplicant(theApprover)))).toMatchObject(refused);
    expect(aReviewed().lawfully(sample.decide, today, { ...theApprover, party: "party-2" }).status).toBe("granted");
  });

  test("an issuer does not issue his own certificate", () => {
    const issue = { type: "issue", party: theParty } as const;
    const state = told(certificate, undefined, aGrant(), "2026-04-28");
    expect(refusalOf(certificate.decide(state, issue, on("2026-04-29", asApplicant(theIssuer))))).toMatchObject(
      refused,
    );
    expect(certificate.decide(state, issue, on("2026-04-29", theIssuer))).toMatchObject([
      { type: "permits.certificate.issued" },
    ]);
  });

  test("what the applicant does as a party he does himself", () => {
    expect(anApplication().lawfully(sample.withdraw, today, asApplicant(theClerk)).status).toBe("withdrawn");
  });
});
