import * as z from "zod";
import { present } from "../../../../shared/decider/index.ts";
import { create, hasRole, list, type Route, resource, severalOf } from "../../../../shared/http/index.ts";
import { documentKind, partyKey, partyName } from "../../../../shared/parties/index.ts";
import { certificatesOf } from "../../../../shared/service/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { lineOf, personOrBodyName } from "../../../../shared/text/index.ts";
import { partyKinds } from "../../cases/domain/case/case.ts";
import { officersTold, penaltiesOf } from "../../cases/index.ts";
import { caseHouse, caseOfficers } from "../../common/api/roles.ts";
import { text } from "../../common/api/schemas.ts";
import { knownOfficer } from "../../common/domain/known-power.ts";
import { type Guidance, guidance, guidanceEnd, guidanceMoves } from "../domain/guidance.ts";
import { isOfTheOffice } from "../domain/who.ts";
import { date, dayOf, line, orders, penaltyCode, person, pictures, place, words } from "./rectifications.ts";

const statuses = ["given", "followed", "ordered"] as const;

const view = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(statuses),
  item: z.string(),
  name: text,
  domain: z.string(),
  party: z.object({ kind: z.enum(partyKinds), name: z.string(), known: z.boolean() }),
  on: date,
  address: z.string(),
  said: z.string(),
  ownWord: z.string(),
  files: z.array(z.string()),
  people: z.array(z.string()),
  followed: z.object({ on: date, note: z.string() }).optional(),
  order: z.string().optional(),
});
const row = view.pick({ id: true, version: true, status: true, item: true, on: true }).extend({ party: z.string() });

const nameOf = ({ party: { kind, name } }: Guidance, own: boolean) =>
  own ? name : partyName({ kind: kind === "citizen" ? "citizen" : "organisation", name });

const isHis = ({ party }: Guidance, actor: { readonly party?: string } | undefined): boolean =>
  party.key !== undefined && actor?.party === party.key;

function viewGuidance({ id, version, state }: Loaded<Guidance>, own: boolean) {
  const { status, act, party, on, address, said, answer, files, officers: people } = state;
  return {
    ...{ id, version, status, item: act.code, name: act.name, domain: act.domain, on, address, said, ownWord: answer },
    party: { kind: party.kind, name: nameOf(state, own), known: party.key !== undefined },
    files: [...files],
    people: people.map(({ sub }) => sub),
    ...guidanceEnd(state),
  };
}

/** Oral guidance on record. The office reads it, and the person it was given to. */
export const guidances = resource({
  of: guidance,
  at: "/enforcement/guidances",
  staff: [],
  own: ({ state }, actor, runtime) => isHis(state, actor) || isOfTheOffice(state, actor, dayOf(runtime)),
  moves: guidanceMoves,
  statusOf: ({ status }) => status,
  returns: view,
  view: (loaded, { actor }) => viewGuidance(loaded, isHis(loaded.state, actor)),
  links: ({ state }) => [orders.link("order", { zh: "责令改正通知书", en: "Order to correct" }, state.order)],
});

/** Persuasion first (E3): who was spoken to, where, what was said, and what he answered. */
export const guidanceRoutes: readonly Route[] = [
  create("POST /enforcement/guidances", {
    summary: { zh: "登记口头劝导", en: "Record oral guidance" },
    allow: caseOfficers,
    of: guidance,
    id: ({ unique }) => unique,
    body: z.strictObject({
      code: penaltyCode,
      party: z.strictObject({
        kind: z.enum(partyKinds),
        name: personOrBodyName,
        document: documentKind.exactOptional(),
        idNumber: lineOf(40, 5).exactOptional(),
      }),
      on: date,
      place,
      address: line,
      said: words,
      ownWord: words,
      files: pictures.default([]),
      with: person.exactOptional(),
    }),
    facts: async ({ body, actor, runtime }) => ({
      penalties: penaltiesOf([body.code]),
      certificates: await certificatesOf(
        knownOfficer,
        [actor.sub, ...(body.with === undefined ? [] : [body.with])],
        runtime,
      ),
    }),
    run: ({ body: { party, ownWord, ...body }, facts, runtime: { keyed } }) => {
      const { kind, name, idNumber, document } = party;
      const key = idNumber === undefined ? undefined : partyKey(keyed, { idNumber, ...present({ document }) });
      return {
        type: "give" as const,
        ...body,
        answer: ownWord,
        party: { kind, name, ...present({ key }) },
        penalty: facts.penalties[0]?.content,
        ...officersTold(facts.certificates),
      };
    },
    returns: guidances.returns,
    view: guidances.view,
  }),
  list("GET /enforcement/guidances", {
    summary: {
      zh: "口头劝导列表：按状态；当事人只见本人的",
      en: "Oral guidance by status; a person sees what was said to himself",
    },
    allow: ["resident", ...caseHouse],
    of: guidance,
    query: { status: severalOf(statuses).optional() },
    sparse: true,
    sorts: ["on"],
    returns: row,
    find: ({ query, actor }) =>
      hasRole(actor, caseHouse)
        ? (query.status ?? (["given"] as const)).map((status) => ({
            index: "byStatus",
            partition: `guidance:${status}`,
            descending: true,
          }))
        : { index: "byOwner", partition: `guidance:${actor?.party ?? ""}`, descending: true },
    keep: ({ state }, { query, actor, runtime }) =>
      actor !== undefined &&
      (isHis(state, actor) || isOfTheOffice(state, actor, dayOf(runtime))) &&
      query.status?.includes(state.status) !== false,
    view: ({ id, version, state }) => ({
      ...{ id, version, status: state.status, item: state.act.code, on: state.on },
      party: nameOf(state, false),
    }),
  }),
  guidances.read({ zh: "一次口头劝导", en: "One oral guidance" }, ["resident", ...caseHouse]),
  guidances.history({ zh: "口头劝导的经过", en: "All that happened to oral guidance" }, caseHouse),
  guidances.step("note-followed", {
    summary: { zh: "登记当事人已听从劝导", en: "Record that it was followed" },
    allow: caseOfficers,
    body: z.strictObject({ note: words }),
    run: ({ body }) => ({ type: "note-followed", ...body }),
  }),
];
