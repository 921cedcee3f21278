import type { z } from "zod";
import {
  type ListName,
  listedLicence,
  listedPenalty,
  listedService,
  penaltyKinds,
  type SideListName,
  stepKinds,
} from "../../../shared/town/lists.ts";
import { conditionsRow, earlierNormRow } from "./norm-sheets.ts";
import * as read from "./readers.ts";

/** A column of a CSV: its name, where its value goes in the item ("name.zh"), and how it is read. */
export interface Column extends read.Reader {
  readonly name: string;
  readonly path: string;
}
export interface Sheet<Item> {
  readonly list: ListName;
  readonly schema: z.ZodType<Item>;
  readonly columns: readonly Column[];
}

const column = (name: string, path: string, reader: read.Reader): Column => ({ name, path, ...reader });
const departments = read.several({ en: "departments", zh: "部门" });
const verified = column("verified", "verified", read.oneOf({ yes: "yes", memory: "memory" }));

const permit = (prefix: string): Column[] => [
  column("code", "code", read.code(prefix)),
  column("name_zh", "name.zh", read.text),
  column("name_en", "name.en", read.text),
  column("domain", "domain", read.text),
  column("legal_basis", "legalBasis", read.text),
  column("source_department", "sourceDepartment", read.text),
  column("statutory_working_days", "statutoryWorkingDays", read.whole(1, 365)),
  column("promised_working_days", "promisedWorkingDays", read.whole(0, 365)),
  column("fee_fen", "feeFen", read.whole(0, 100_000_000_000)),
  column("visits", "visits", read.whole(0, 9)),
  column("materials", "materials", read.materials),
  column("steps", "steps", read.steps(stepKinds)),
  column("result", "result", read.text),
  column("validity_months", "validityMonths", read.whole(1, 1200)),
  column("joint_departments", "jointDepartments", departments),
];

const fine = read.whole(0, 100_000_000_000);
const kinds = read.several({ en: `one or more of ${penaltyKinds.join(", ")}`, zh: "处罚种类" });
const needs = read.oneOf({ "order unmet": "order-unmet", "warning unmet": "warning-unmet", serious: "serious" });

export const sheets = {
  licences: { list: "licences", schema: listedLicence, columns: [...permit("PL"), verified] },
  services: {
    list: "services",
    schema: listedService,
    columns: [
      ...permit("PS"),
      column("kind", "kind", read.oneOf({ 即办件: "immediate", 承诺件: "promised" })),
      column("proxy_allowed", "proxyAllowed", read.flag),
      column("cross_town", "crossTown", read.flag),
      verified,
    ],
  },
  penalties: {
    list: "penalties",
    schema: listedPenalty,
    columns: [
      column("code", "code", read.code("PN")),
      column("act_zh", "act.zh", read.text),
      column("act_en", "act.en", read.text),
      column("domain", "domain", read.text),
      column("legal_basis", "legalBasis", read.text),
      column("source_department", "sourceDepartment", read.text),
      column("kinds", "kinds", kinds),
      column("fine_citizen_min_fen", "citizenFine.minFen", fine),
      column("fine_citizen_max_fen", "citizenFine.maxFen", fine),
      column("fine_org_min_fen", "organisationFine.minFen", fine),
      column("fine_org_max_fen", "organisationFine.maxFen", fine),
      column("multiple_of", "multiple", read.multiple),
      column("hearing_threshold", "hearingThresholdFen", fine),
      column("limitation_years", "limitationYears", read.oneOf({ 2: 2, 5: 5 })),
      column("tiers", "tiers", read.tiers),
      column("rectification_days", "rectificationDays", read.whole(0, 365)),
      column("simple_procedure_possible", "simpleProcedurePossible", read.flag),
      verified,
    ],
  },
  penaltiesBefore: {
    list: "penalties",
    schema: earlierNormRow,
    columns: [
      column("code", "code", read.code("PN")),
      column("act_until", "actUntil", read.day),
      column("legal_basis", "legalBasis", read.text),
      column("kinds", "kinds", kinds),
      column("fine_citizen_min_fen", "citizenFine.minFen", fine),
      column("fine_citizen_max_fen", "citizenFine.maxFen", fine),
      column("fine_org_min_fen", "organisationFine.minFen", fine),
      column("fine_org_max_fen", "organisationFine.maxFen", fine),
      column("multiple_of", "multiple", read.multiple),
      column("fine_needs", "fineNeeds", needs),
      column("note", "note", read.text),
      column("verified", "verified", read.oneOf({ yes: "yes", memory: "memory", doubtful: "doubtful" })),
    ],
  },
  penaltiesConditions: {
    list: "penalties",
    schema: conditionsRow,
    columns: [
      column("code", "code", read.code("PN")),
      column("fine_needs", "fineNeeds", needs),
      column("first_range_max_fen", "firstRangeMaxFen", fine),
      column("persons_min_fen", "persons.minFen", fine),
      column("persons_max_fen", "persons.maxFen", fine),
      column("also_basis", "also.basis", read.text),
      column("also_max_fen", "also.maxFen", fine),
      column("remark", "remark", read.text),
      column("source", "source", read.text),
    ],
  },
} as const satisfies Record<ListName | SideListName, Sheet<unknown>>;
