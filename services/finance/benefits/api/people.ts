import * as z from "zod";
import { present } from "../../../../shared/decider/index.ts";
import { create, list, type Route, resource, severalOf } from "../../../../shared/http/index.ts";
import { citizenNumber, maskIdentityNumber, maskName } from "../../../../shared/identity-codes/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { everythingIn, factReference, factReferences, heldFact, type Loaded } from "../../../../shared/store/index.ts";
import { lineOf, personOrBodyName } from "../../../../shared/text/index.ts";
import { amountFen } from "../../common/amounts.ts";
import { financeReaders } from "../../common/roles.ts";
import { type Beneficiary, type BeneficiaryCommand, beneficiary, beneficiaryMoves } from "../domain/beneficiary.ts";
import { benefitGrant, type Grant, type GrantCommand, grantId, grantMoves } from "../domain/grant.ts";
import {
  everyProgramme,
  type Programme,
  type ProgrammeCommand,
  programme,
  programmeMoves,
} from "../domain/programme.ts";

const line = lineOf(200, 1);
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const account = { bank: lineOf(100, 2), account: lineOf(40, 1) };

const beneficiaryView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(["open", "ended"]),
  /** Masked. */
  name: z.string(),
  idNumber: z.string(),
  village: z.string(),
  bank: z.string(),
  accountEnd: z.string(),
});
const viewPerson = ({ id, version, state }: Loaded<Beneficiary>) => ({
  ...{ id, version, status: state.status, name: maskName(state.name), idNumber: maskIdentityNumber(state.idNumber) },
  ...{ village: state.village, bank: state.bank, accountEnd: state.account.slice(-4) },
});
const people = resource({
  of: beneficiary,
  at: "/finance/beneficiaries",
  staff: financeReaders,
  moves: beneficiaryMoves,
  statusOf: ({ status }) => status,
  returns: beneficiaryView,
  view: viewPerson,
});

const programmeView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(["running", "stopped"]),
  title: z.string(),
  document: z.string(),
  fromMonth: z.string(),
  excludes: z.array(z.string()),
});
const viewProgramme = ({ id, version, state }: Loaded<Programme>) => ({
  ...{ id, version, status: state.status, title: state.title, document: state.document },
  ...{ fromMonth: state.from, excludes: [...state.excludes] },
});
const programmes = resource({
  of: programme,
  at: "/finance/benefit-programmes",
  staff: financeReaders,
  moves: programmeMoves,
  statusOf: ({ status }) => status,
  returns: programmeView,
  view: viewProgramme,
});

const grantView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(["open", "ended"]),
  programme: z.string(),
  beneficiary: z.string(),
  document: z.string(),
  amountFen: z.int(),
  fromMonth: z.string(),
  untilMonth: z.string().optional(),
});
const viewGrant = ({ id, version, state }: Loaded<Grant>) => ({
  ...{ id, version, status: state.status, programme: state.programme, beneficiary: state.beneficiary },
  ...{ document: state.document, amountFen: state.amount, fromMonth: state.from },
  ...present({ untilMonth: state.until }),
});
const grants = resource({
  of: benefitGrant,
  at: "/finance/benefit-grants",
  staff: financeReaders,
  moves: grantMoves,
  statusOf: ({ status }) => status,
  returns: grantView,
  view: viewGrant,
});

/** Programmes that exclude this one, or that it excludes: one side saying so is enough. */
async function excludedBy({ store }: Pick<Runtime, "store">, id: string): Promise<readonly string[]> {
  const all = await everythingIn(store, programme, { index: "byStatus", partition: everyProgramme });
  const own = all.find((one) => one.id === id)?.state.excludes ?? [];
  return all
    .filter((one) => one.id !== id && (own.includes(one.id) || one.state.excludes.includes(id)))
    .map((one) => one.id);
}
interface Granting {
  readonly body: { readonly programme: string; readonly beneficiary: string };
  readonly runtime: Runtime;
}
const standing = async ({ body, runtime }: Granting) => ({
  programme: heldFact(factReference(programme, body.programme)),
  person: heldFact(factReference(beneficiary, body.beneficiary)),
  others: factReferences(
    benefitGrant,
    (await excludedBy(runtime, body.programme)).map((one) => grantId(one, body.beneficiary)),
  ).map(heldFact),
});

/** Who gets benefits, by which programme, how much (F13). */
export const peopleRoutes: readonly Route[] = [
  list("GET /finance/beneficiaries", {
    summary: { zh: "一个村的补贴对象", en: "Beneficiaries of a village" },
    allow: financeReaders,
    of: beneficiary,
    query: { village: lineOf(20, 1), status: severalOf(["open", "ended"]).default(["open"]) },
    returns: beneficiaryView,
    find: ({ query: { village, status } }) =>
      status.map((one) => ({ index: "byStatus", partition: `beneficiary:${village}:${one}` })),
    view: viewPerson,
  }),
  create("POST /finance/beneficiaries", {
    summary: { zh: "登记补贴对象（一人一条）", en: "Enter a beneficiary; each person once" },
    allow: ["accountant"],
    of: beneficiary,
    body: z.strictObject({ name: personOrBodyName, idNumber: citizenNumber, village: lineOf(20, 1), ...account }),
    id: ({ body, runtime }) => runtime.keyed("beneficiary", body.idNumber, 20).toUpperCase(),
    run: ({ body }): BeneficiaryCommand => ({ type: "enter", ...body }),
    returns: people.returns,
    view: people.view,
  }),
  people.read({ zh: "一个补贴对象", en: "One beneficiary" }, financeReaders),
  people.step("change-account", {
    summary: { zh: "更正账户", en: "Enter another account" },
    allow: ["accountant"],
    body: z.strictObject(account),
    run: ({ body }) => ({ type: "change-account", ...body }),
  }),
  people.step("end", {
    summary: { zh: "注销补贴对象", en: "End it: he died, or moved away" },
    allow: ["accountant"],
    body: z.strictObject({}),
    run: () => ({ type: "end" }),
  }),
  people.history({ zh: "补贴对象的经过", en: "History of a beneficiary" }, financeReaders),
  list("GET /finance/benefit-programmes", {
    summary: { zh: "补贴项目", en: "Programmes of benefits" },
    allow: financeReaders,
    of: programme,
    returns: programmeView,
    find: () => ({ index: "byStatus", partition: everyProgramme }),
    view: viewProgramme,
  }),
  create("POST /finance/benefit-programmes", {
    summary: {
      zh: "设立补贴项目，写明不能同时享受的项目",
      en: "Start a programme, and say beside which others it is not given",
    },
    allow: ["finance-approver"],
    of: programme,
    body: z.strictObject({
      programme: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/),
      title: line,
      document: line,
      from: month,
      excludes: z.array(lineOf(40, 1)).max(20).default([]),
    }),
    id: ({ body }) => body.programme,
    run: ({ body: { programme: id, ...body } }): ProgrammeCommand => ({ type: "start", id, ...body }),
    returns: programmes.returns,
    view: programmes.view,
  }),
  programmes.read({ zh: "一个补贴项目", en: "One programme" }, financeReaders),
  programmes.step("stop", {
    summary: { zh: "停止补贴项目", en: "Stop a programme" },
    allow: ["finance-approver"],
    body: z.strictObject({ document: line }),
    run: ({ body }) => ({ type: "stop", ...body }),
  }),
  programmes.history({ zh: "补贴项目的经过", en: "History of a programme" }, financeReaders),
  list("GET /finance/benefit-grants", {
    summary: { zh: "补贴资格：按项目或者按人", en: "Grants by programme or by person" },
    allow: financeReaders,
    of: benefitGrant,
    query: {
      programme: lineOf(40, 1).optional(),
      beneficiary: lineOf(40, 1).optional(),
      status: severalOf(["open", "ended"]).default(["open"]),
    },
    returns: grantView,
    find: ({ query }) =>
      query.beneficiary === undefined
        ? query.status.map((one) => ({ index: "byStatus", partition: `benefit-grant:${query.programme ?? ""}:${one}` }))
        : { index: "byOwner", partition: `benefit-grants:${query.beneficiary}` },
    keep: ({ state }, { query }) =>
      query.status.includes(state.status) && (query.programme === undefined || state.programme === query.programme),
    view: viewGrant,
  }),
  create("POST /finance/benefit-grants", {
    summary: {
      zh: "认定补贴资格：互斥项目不能同时享受",
      en: "Grant a benefit; nobody gets two that exclude each other",
    },
    allow: ["finance-approver"],
    of: benefitGrant,
    body: z.strictObject({
      programme: lineOf(40, 1),
      beneficiary: lineOf(40, 1),
      document: line,
      amountFen,
      from: month,
      until: month.exactOptional(),
    }),
    id: ({ body }) => grantId(body.programme, body.beneficiary),
    facts: standing,
    run: ({ body: { amountFen: amount, ...body }, facts }): GrantCommand => granting({ ...body, amount }, facts),
    returns: grants.returns,
    view: grants.view,
  }),
  grants.read({ zh: "一项补贴资格", en: "One grant" }, financeReaders),
  grants.step("grant", {
    summary: { zh: "重新认定资格", en: "Grant it anew, for other months" },
    allow: ["finance-approver"],
    body: z.strictObject({ document: line, amountFen, from: month, until: month.exactOptional() }),
    facts: ({ id, runtime }) => standing({ body: partsOf(id), runtime }),
    run: ({ id, body: { amountFen: amount, ...body }, facts }) => granting({ ...partsOf(id), ...body, amount }, facts),
  }),
  grants.step("end", {
    summary: { zh: "终止资格，写明最后一个月", en: "End it with its last month" },
    allow: ["finance-approver"],
    body: z.strictObject({ until: month, document: line }),
    run: ({ body }) => ({ type: "end", ...body }),
  }),
  grants.history({ zh: "补贴资格的经过", en: "History of a grant" }, financeReaders),
];

const partsOf = (id: string) => {
  const at = id.indexOf(":");
  return { programme: id.slice(0, at), beneficiary: id.slice(at + 1) };
};

type Said = Omit<Extract<GrantCommand, { type: "grant" }>, "type" | "isKnown" | "programmeFrom" | "others">;
interface Stands {
  readonly programme: Programme | undefined;
  readonly person: Beneficiary | undefined;
  readonly others: readonly (Grant | undefined)[];
}
const granting = (said: Said, { programme: of, person, others }: Stands): GrantCommand => ({
  ...{ type: "grant", ...said, others },
  isKnown: person?.status === "open",
  programmeFrom: of?.status === "running" ? of.from : undefined,
});
