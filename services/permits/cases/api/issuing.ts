import * as z from "zod";
import { present } from "../../../../shared/decider/index.ts";
import type { Route } from "../../../../shared/http/index.ts";
import { factReference } from "../../../../shared/store/index.ts";
import { type Authorisation, authorisation } from "../../authorisations/domain/authorisation.ts";
import { certificate } from "../../certificates/domain/certificate.ts";
import type { Collector } from "../../certificates/domain/messages.ts";
import { certificateRegister } from "../../certificates/index.ts";
import { authority } from "../../common/api/schemas.ts";
import type { Application } from "../domain/application/application.ts";
import { application } from "../domain/application/decider.ts";

const withFee = z.object({ fee: z.object({ amountFen: z.int(), paid: z.unknown().optional() }) });

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

function collectorOf(
  by: z.output<typeof collector>,
  of: Application | undefined,
  given: Authorisation | undefined,
): Collector {
  if (by.kind === "holder") return by;
  const party = of?.party ?? "";
  return { ...by, given, party, proxyAllowed: of?.guide.proxyAllowed === true };
}

/** A certificate is issued by what its case knows: the fee, the party, the agent (L9, L11, XK-58). */
export const issuingRoute: Route = certificateRegister.step("issue", {
  summary: { zh: "出证送达（费用缴清后）", en: "Issue and hand over, once the fee is paid" },
  allow: ["issuer"],
  body: z.strictObject({
    handedOver: z.enum(["in-person", "courier", "electronic"]).default("in-person"),
    collectedBy: collector.default({ kind: "holder" }),
  }),
  facts: async ({ id, body: { collectedBy: by }, runtime: { store } }) => {
    const of = (await store.load(certificate, id))?.state.application;
    return {
      case: of === undefined ? undefined : factReference(application, of),
      authorisation: by.kind === "agent" ? factReference(authorisation, by.authorisation) : undefined,
    };
  },
  run: ({ body, facts }) => ({
    type: "issue",
    unpaidFen: unpaidOf(facts.case),
    ...present({ party: facts.case?.party, recusals: facts.case?.recusals }),
    handedOver: body.handedOver,
    collectedBy: collectorOf(body.collectedBy, facts.case, facts.authorisation),
  }),
});
