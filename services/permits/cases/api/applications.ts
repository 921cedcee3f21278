import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import { create, forReason, type Route } from "../../../../shared/http/index.ts";
import { documentKind, partyKey } from "../../../../shared/parties/index.ts";
import { factReference } from "../../../../shared/store/index.ts";
import { authorisation } from "../../authorisations/domain/authorisation.ts";
import { certificate } from "../../certificates/domain/certificate.ts";
import { knownPower } from "../../common/domain/known-power.ts";
import { document } from "../../documents/domain/document.ts";
import { receiptIdOf } from "../../documents/domain/document-id.ts";
import { onFileOn } from "../../dossiers/domain/dossier.ts";
import { guide } from "../../guides/domain/guide.ts";
import type { ApplicationCommand } from "../domain/application/application.ts";
import { application } from "../domain/application/decider.ts";
import { ban, banId } from "../domain/ban/ban.ts";
import { householdFrom } from "../domain/household/household.ts";
import { party } from "./application-schema.ts";
import { atTheCounter, dossierFor } from "./case-facts.ts";
import { received } from "./received.ts";
import { caseRegister, staff } from "./register.ts";
import { viewApplication } from "./views.ts";

const receive = create("POST /permits/applications", {
  summary: { zh: "收件：递交申请", en: "Receive an application" },
  allow: ["clerk", "resident", "agent"],
  of: application,
  body: received,
  returns: caseRegister.returns,
  id: ({ body, unique }) => `${body.itemCode}.${unique}`,
  facts: ({ body, actor, runtime: { keyed } }) => ({
    guide: factReference(guide, body.itemCode),
    power: factReference(knownPower, body.itemCode),
    ban: factReference(ban, banId(partyKey(keyed, body.applicant), body.itemCode)),
    authorisation: body.authorisation === undefined ? undefined : factReference(authorisation, body.authorisation),
    dossier: dossierFor(actor, partyKey(keyed, body.applicant)),
    certificate: body.concerns === undefined ? undefined : factReference(certificate, body.concerns.certificate),
  }),
  run: ({
    body: { concerns, residence, place: where, household: stated, authorisation: id, posted, ...body },
    facts,
    runtime,
  }): ApplicationCommand => ({
    type: "receive",
    ...body,
    party: partyKey(runtime.keyed, body.applicant),
    ...present({
      concerns,
      residence,
      place: where,
      posted,
      household:
        stated && householdFrom(stated, facts.guide?.content.onePerHousehold ?? "", body.applicant, runtime.keyed),
    }),
    guide: facts.guide,
    power: facts.power,
    ban: facts.ban,
    certificate: facts.certificate,
    onFile: onFileOn(facts.dossier, todayIn(runtime.clock())),
    ...(id === undefined ? {} : { authorisation: { id, state: facts.authorisation } }),
  }),
  view: caseRegister.view,
});

const disclosure = caseRegister.step("disclose", {
  summary: {
    zh: "查看申请人完整信息（须说明理由，留痕）",
    en: "The applicant in full, for a stated reason, on record",
  },
  allow: ["clerk", "reviewer", "approver", "issuer"],
  body: forReason,
  run: ({ body }) => ({ type: "disclose", ...body }),
  answers: {
    returns: z.object({
      id: z.string(),
      version: z.int(),
      applicant: party.extend({ document: documentKind.optional() }),
    }),
    view: ({ id, version, state }) => ({ id, version, applicant: state.applicant }),
  },
});

export const applicationRoutes: readonly Route[] = [
  receive,
  disclosure,
  caseRegister.read({ zh: "一件申请", en: "One application" }, [...staff, "resident", "agent"], {
    view: async (loaded, viewing) => {
      const state = await atTheCounter(loaded.state, viewing.actor, viewing.runtime);
      const receipt = await viewing.runtime.store.load(document, receiptIdOf(viewing.runtime.keyed, loaded.id));
      return {
        ...viewApplication({ ...loaded, state }, viewing),
        ...present({ receiptNumber: receipt?.state.number }),
      };
    },
  }),
  caseRegister.history(
    {
      zh: "一件申请的全部经过及校验",
      en: "All that happened to an application, and whether its chain is intact",
    },
    [...staff, "resident", "agent"],
  ),
];
