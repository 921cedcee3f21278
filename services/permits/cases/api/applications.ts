import * as z from "zod";
import { postedSchema, todayIn } from "../../../../shared/calendar/index.ts";
import { concern } from "../../../../shared/contracts/permits-application.ts";
import { type Actor, present } from "../../../../shared/decider/index.ts";
import { command, create, historyOf, type Route, readById } from "../../../../shared/http/index.ts";
import { divisionCode } from "../../../../shared/identity-codes/index.ts";
import { party as applicant, partyKey } from "../../../../shared/parties/index.ts";
import { factReference, type Loaded } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { authorisation } from "../../authorisations/domain/authorisation.ts";
import { certificate } from "../../certificates/domain/certificate.ts";
import { forReason } from "../../common/api/guarded.ts";
import { authority } from "../../common/api/schemas.ts";
import { knownPower } from "../../common/domain/known-power.ts";
import { onFileOn } from "../../dossiers/domain/dossier.ts";
import { guide } from "../../guides/domain/guide.ts";
import { isOwn } from "../domain/application/agent.ts";
import type { Application, ApplicationCommand } from "../domain/application/application.ts";
import { application } from "../domain/application/decider.ts";
import { ban, banId } from "../domain/ban/ban.ts";
import { applicationView, party } from "./application-schema.ts";
import { atTheCounter, dossierFor } from "./case-facts.ts";
import { viewApplication } from "./views.ts";

/** Who may look at a case: those who work on cases, and the resident whose own it is. */
export const staff = ["clerk", "reviewer", "approver", "issuer", "supervisor", "leader", "archivist"] as const;

export function mayRead({ state }: Loaded<Application>, actor: Actor | undefined): boolean {
  if (actor === undefined) return false;
  return actor.roles.some((role) => staff.some((one) => one === role)) || isOwn(state, actor);
}

export const materials = z.array(lineOf(100)).max(50);
export { party as applicant } from "../../../../shared/parties/index.ts";

/** WGS 84, degrees, longitude and latitude. */
export const place = z.strictObject({ lng: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) });

const receive = create("POST /permits/applications", {
  summary: { zh: "收件：递交申请", en: "Receive an application" },
  allow: ["clerk", "resident", "agent"],
  of: application,
  body: z.strictObject({
    itemCode: z.string().regex(/^P[LS]-\d{3}$/),
    applicant,
    materials,
    channel: z.enum(["window", "online", "agent"]).default("window"),
    concerns: concern.optional(),
    residence: divisionCode.optional(),
    place: place.optional(),
    authorisation: authority.optional(),
    posted: postedSchema.optional(),
  }),
  returns: applicationView,
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
    body: { concerns, residence, place: where, authorisation: id, posted, ...body },
    facts,
    runtime,
  }): ApplicationCommand => ({
    type: "receive",
    ...body,
    party: partyKey(runtime.keyed, body.applicant),
    ...present({ concerns, residence, place: where, posted }),
    guide: facts.guide,
    power: facts.power,
    ban: facts.ban,
    certificate: facts.certificate,
    onFile: onFileOn(facts.dossier, todayIn(runtime.clock())),
    ...(id === undefined ? {} : { authorisation: { id, state: facts.authorisation } }),
  }),
  view: viewApplication,
});

const disclosure = command("POST /permits/applications/{id}/disclose", {
  summary: {
    zh: "查看申请人完整信息（须说明理由，留痕）",
    en: "The applicant in full, for a stated reason, on record",
  },
  allow: ["clerk", "reviewer", "approver", "issuer"],
  of: application,
  body: forReason,
  returns: z.object({ id: z.string(), version: z.number(), applicant: party }),
  run: ({ body }): ApplicationCommand => ({ type: "disclose", ...body }),
  view: ({ id, version, state }) => ({ id, version, applicant: state.applicant }),
});

export const applicationRoutes: readonly Route[] = [
  receive,
  disclosure,
  readById("GET /permits/applications/{id}", {
    summary: { zh: "一件申请", en: "One application" },
    allow: [...staff, "resident", "agent"],
    of: application,
    mayRead,
    returns: applicationView,
    view: async (loaded, viewing) => {
      const state = await atTheCounter(loaded.state, viewing.actor, viewing.runtime);
      return viewApplication({ ...loaded, state }, viewing);
    },
  }),
  historyOf("GET /permits/applications/{id}/history", {
    summary: {
      zh: "一件申请的全部经过及校验",
      en: "All that happened to an application, and whether its chain is intact",
    },
    allow: [...staff, "resident", "agent"],
    of: application,
    mayRead,
  }),
];
