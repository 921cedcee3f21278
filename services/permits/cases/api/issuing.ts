import * as z from "zod";
import { command, type Route } from "../../../../shared/http/index.ts";
import { type Facts, factOf } from "../../../../shared/store/index.ts";
import { authorisation } from "../../authorisations/domain/authorisation.ts";
import { type CertificateCommand, certificate } from "../../certificates/domain/certificate.ts";
import type { Collector } from "../../certificates/domain/messages.ts";
import { certificateView, viewCertificate } from "../../certificates/index.ts";
import { authority } from "../../common/api/schemas.ts";
import { partyId } from "../../common/party.ts";
import type { Application } from "../domain/application/application.ts";
import { application } from "../domain/application/decider.ts";

const withFee = z.object({ fee: z.object({ amountFen: z.number(), paid: z.unknown().optional() }) });

/** What is still to be paid in a case, in fen. */
function unpaidOf(state: Application | undefined): number {
  const { data } = withFee.safeParse(state);
  return data === undefined || data.fee.paid !== undefined ? 0 : data.fee.amountFen;
}

const collector = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("holder") }),
  /** L9: the villager's agent, by the id of an authorisation to collect. */
  z.strictObject({ kind: z.literal("agent"), authorisation: authority }),
]);

function collectorOf(by: z.output<typeof collector>, facts: Facts): Collector {
  if (by.kind === "holder") return by;
  const of = factOf(application, facts, 0);
  const party = of === undefined ? "" : partyId(of.applicant.idNumber);
  return { ...by, given: factOf(authorisation, facts, 1), party, proxyAllowed: of?.guide.proxyAllowed === true };
}

/** Issuing waits for the fee, which the application knows: it is read in the round trip of the command, as is an authorisation. */
const issueFor = (applicationId: string | undefined): Route =>
  command("POST /permits/certificates/{id}/issue", {
    summary: { zh: "出证送达（费用缴清后）", en: "Issue and hand over, once the fee is paid" },
    allow: ["issuer"],
    of: certificate,
    body: z.strictObject({
      handedOver: z.enum(["in-person", "courier", "electronic"]).default("in-person"),
      collectedBy: collector.default({ kind: "holder" }),
    }),
    returns: certificateView,
    facts: ({ body: { collectedBy: by } }) => [
      { aggregate: application.aggregate, id: applicationId ?? "-" },
      { aggregate: authorisation.aggregate, id: by.kind === "agent" ? by.authorisation : "-" },
    ],
    run: ({ body, facts }): CertificateCommand => ({
      type: "issue",
      unpaidFen: unpaidOf(factOf(application, facts, 0)),
      handedOver: body.handedOver,
      collectedBy: collectorOf(body.collectedBy, facts),
    }),
    view: viewCertificate,
  });
/** A certificate is issued by what its case knows: the fee, the party, the agent (L9, L11, XK-58). */
export const issuingRoute: Route = {
  ...issueFor(undefined),
  async handle(request, runtime, texts) {
    const loaded = await runtime.store.load(certificate, request.params.id ?? "");
    return issueFor(loaded?.state.application).handle(request, runtime, texts);
  },
};
