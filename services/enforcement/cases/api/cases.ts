import * as z from "zod";
import { create, list, type Route, severalOf } from "../../../../shared/http/index.ts";
import { certificatesOf } from "../../../../shared/service/index.ts";
import { caseHouse, caseOfficers } from "../../common/api/roles.ts";
import { knownOfficer } from "../../common/domain/known-power.ts";
import { caseStatuses } from "../domain/case/case.ts";
import { penaltyCase } from "../domain/case/decider.ts";
import { actsBody, elsewhereBody, partiesBody, partyOf, penaltyCode, person, sourceBody } from "./case-bodies.ts";
import { caseRegister, mayRead, officersTold } from "./case-register.ts";
import { caseSteps } from "./case-steps.ts";
import { caseRow, viewCaseRow } from "./case-view.ts";
import { listedIn, penaltiesOf } from "./penalties.ts";

export const caseRoutes: readonly Route[] = [
  create("POST /enforcement/cases", {
    summary: { zh: "提请立案（普通程序）", en: "Propose to file a penalty case" },
    allow: caseOfficers,
    of: penaltyCase,
    id: ({ unique }) => unique,
    body: z.strictObject({
      acts: actsBody,
      parties: partiesBody,
      investigators: z.array(person).min(1).max(20),
      source: sourceBody,
      elsewhere: elsewhereBody.exactOptional(),
    }),
    facts: async ({ body, runtime }) => ({
      penalties: penaltiesOf(body.acts.map(({ code }) => code)),
      certificates: await certificatesOf(knownOfficer, body.investigators, runtime),
    }),
    run: ({ body: { parties, ...body }, facts, runtime }) => ({
      type: "propose" as const,
      ...body,
      parties: parties.map((one) => partyOf(one, runtime.keyed)),
      listed: listedIn(facts.penalties),
      ...officersTold(facts.certificates),
    }),
    returns: caseRegister.returns,
    view: caseRegister.view,
  }),
  list("GET /enforcement/cases", {
    summary: {
      zh: "案件列表：按状态（缺省为未结）、按执法人员、按事项、按到期日",
      en: "Cases by status (open ones if none is named), officer, item or due day",
    },
    allow: caseHouse,
    of: penaltyCase,
    query: {
      status: severalOf(caseStatuses).optional(),
      officer: person.optional(),
      item: penaltyCode.optional(),
      dueBy: z.iso.date().optional(),
      late: z.literal("true").optional(),
    },
    sorts: ["due"],
    sparse: true,
    returns: caseRow,
    find: ({ query }) => {
      const asked = query.status ?? (["proposed", "investigating", "suspended", "performing"] as const);
      return asked.map((status) => ({ index: "byStatus", partition: `case:${status}` }));
    },
    keep: (loaded, { query, actor, runtime }) => {
      if (!mayRead(loaded, actor, runtime)) return false;
      const row = viewCaseRow(loaded);
      return (
        query.status?.includes(row.status) !== false &&
        (query.officer === undefined || row.officers.includes(query.officer)) &&
        (query.item === undefined || row.items.includes(query.item)) &&
        (query.dueBy === undefined || (row.due !== undefined && row.due <= query.dueBy)) &&
        (query.late === undefined || row.late)
      );
    },
    view: (loaded) => viewCaseRow(loaded),
  }),
  caseRegister.read({ zh: "一个案件", en: "One case" }, ["resident", ...caseHouse]),
  caseRegister.history({ zh: "案件的办理经过", en: "History of a case" }, caseHouse),
  ...caseSteps,
];
