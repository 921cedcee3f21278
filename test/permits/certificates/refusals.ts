import type { CertificateCommand } from "../../../services/permits/certificates/domain/certificate.ts";
import { type Concerning, cannotConcern } from "../../../services/permits/certificates/domain/renewal.ts";
import { on, town } from "../../support/deciding.ts";
import { theApprover, theIssuer } from "../cases/builders.ts";
import type { Provoked } from "../provoked.ts";
import { aCertificate, aGrant, aPaper, aProposal, certificate, heardOn, noHarm, theHolder, told } from "./builders.ts";

const today = "2026-05-10";
const drawn = () => told(certificate, undefined, aGrant(), "2026-04-28");
const tell = (command: CertificateCommand, state = aCertificate(), actor = theApprover) =>
  certificate.decide(state, command, on(today, actor));
const proposed = (ground: "procedure" | "fraud" = "procedure") => aCertificate({}, [aProposal(ground), "2026-05-04"]);
const renewal: Concerning = { kind: "renewal", item: "PL-018", idNumber: theHolder.idNumber };
const strictTown = {
  ...town,
  limits: { ...town.limits, renewal: { unit: "calendar", days: 30, lateFiling: "refused" } },
} as const;
const filed = () => aCertificate({}, [{ type: "file-renewal", application: "A", filedOn: "2026-11-30" }, "2026-11-30"]);

/** Every refusal of a certificate. */
export const certificateRefusals: Provoked = {
  "permits.certificate-not-in-this-state": () => tell({ type: "issue" }, aCertificate(), theIssuer),
  "permits.decider-cannot-issue": () => tell({ type: "issue" }, drawn(), theApprover),
  "permits.issuer-recused": () => {
    const recusals = [{ sub: theIssuer.sub, askedBy: "resident-1", askedOn: today, ground: "relative" as const }];
    return tell({ type: "issue", recusals }, drawn(), theIssuer);
  },
  "permits.fee-not-paid": () => tell({ type: "issue", unpaidFen: 1000 }, drawn(), theIssuer),
  "permits.not-the-holder": () => cannotConcern(undefined, renewal, on(today)) ?? [],
  "permits.nothing-to-renew": () =>
    cannotConcern(
      aCertificate({}, [{ type: "cancel", ground: "holder-died", document: aPaper }, today]),
      renewal,
      on(today),
    ) ?? [],
  "permits.renewal-not-needed": () => {
    const endless = told(certificate, drawn(), { type: "issue" }, "2026-04-29", theIssuer);
    return cannotConcern(endless, renewal, on(today)) ?? [];
  },
  "permits.renewal-already-filed": () => cannotConcern(filed(), renewal, on("2026-11-30")) ?? [],
  "permits.renewal-too-late": () =>
    cannotConcern(aCertificate(), renewal, { ...on("2026-12-02"), town: strictTown }) ?? [],
  "permits.revocation-already-proposed": () => tell(aProposal(), proposed()),
  "permits.no-revocation-proposed": () => tell({ type: "revoke", heard: heardOn(today), publicHarm: noHarm }),
  "permits.not-heard": () => tell({ type: "revoke", publicHarm: noHarm }, proposed()),
  "permits.revocation-open": () =>
    tell({ type: "issue" }, told(certificate, drawn(), aProposal(), "2026-05-04", theApprover), theIssuer),
  "permits.statement-period-runs": () =>
    certificate.decide(
      proposed(),
      { type: "revoke", heard: heardOn("2026-05-05"), publicHarm: noHarm },
      on("2026-05-05", theApprover),
    ),
  "permits.must-revoke": () => tell({ type: "drop-revocation", reasons: "算了" }, proposed("fraud")),
  "permits.revocation-harms-public": () =>
    tell({ type: "revoke", heard: heardOn(today), publicHarm: { grave: true, assessment: "停水" } }, proposed()),
  "permits.no-power-over-certificate": () =>
    tell({ type: "cancel", ground: "withdrawn", document: aPaper, power: undefined }),
  "permits.not-compensated": () =>
    tell({ type: "revoke", heard: heardOn(today), publicHarm: noHarm, lossFen: 1 }, proposed("fraud")),
  "permits.cancellation-without-ground": () => tell({ type: "cancel", ground: "expired" }),
  "permits.cancellation-without-document": () => tell({ type: "cancel", ground: "withdrawn" }),
};
