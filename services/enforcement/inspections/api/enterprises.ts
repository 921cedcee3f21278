import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import type { Actor } from "../../../../shared/decider/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import { create, hasRole, list, type Route, resource, severalOf, type Viewing } from "../../../../shared/http/index.ts";
import { strictUscc } from "../../../../shared/identity-codes/index.ts";
import { type Keyed, partyKey } from "../../../../shared/parties/index.ts";
import { certificatesOf, type Runtime } from "../../../../shared/service/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { domainCode, personOrBodyName } from "../../../../shared/text/index.ts";
import { caseOfficers } from "../../common/api/roles.ts";
import { knownOfficer } from "../../common/domain/known-power.ts";
import { visitsOfYear } from "../domain/enterprise/booking.ts";
import { enterprise } from "../domain/enterprise/decider.ts";
import { conflictGrounds, type Enterprise, enterpriseKinds, enterpriseMoves } from "../domain/enterprise/enterprise.ts";
import { isEnforcer } from "../domain/who.ts";
import { date, itemCode, line, office, person, place, premisesId } from "./bodies.ts";

const premisesBody = z
  .array(z.strictObject({ id: premisesId, address: line, place }))
  .min(1)
  .max(20);
const domains = z.array(domainCode).min(1).max(20);

const enterpriseView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(["listed", "closed"]),
  kind: z.enum(enterpriseKinds),
  name: z.string(),
  domains: z.array(z.string()),
  registeredOn: date,
  premises: z.array(
    z.object({ id: z.string(), address: z.string(), place: z.object({ lng: z.number(), lat: z.number() }) }),
  ),
  /** IN-4: of this year. */
  yearly: z.object({ year: z.string(), cap: z.int(), counted: z.int(), outside: z.int() }),
  results: z.array(z.object({ item: z.string(), organ: z.string(), document: z.string(), on: date, until: date })),
  conflicts: z.array(z.object({ sub: z.string(), ground: z.enum(conflictGrounds) })).optional(),
  /** Of the enterprise itself: what its sign shows, for officers to scan. */
  entryCode: z.string().optional(),
});
const enterpriseRow = enterpriseView.pick({
  id: true,
  version: true,
  status: true,
  kind: true,
  name: true,
  domains: true,
});

/** The id follows from the credit code, so that an enterprise stands on the register once. */
export const enterpriseIdOf = (keyed: Keyed, key: string): string => keyed("enterprise", key, 20);

/** IN-1: the office, and the enterprise itself by its own login; nobody else knows of it. */
export const mayReadEnterprise = (
  state: Enterprise,
  actor: Actor | undefined,
  { town }: Pick<Runtime, "town">,
): boolean => actor !== undefined && (state.key === actor.party || isEnforcer(actor, town));

function viewEnterprise({ id, version, state }: Loaded<Enterprise>, { actor, runtime }: Viewing) {
  const { status, kind, name, registeredOn, key } = state;
  const today = todayIn(runtime.clock()).toString();
  const year = today.slice(0, 4);
  const { counted, outside } = visitsOfYear(state, year, today);
  // A plan of a surprise is not told by a number.
  const isItself = actor?.party === key;
  const seen = (ones: typeof counted) => ones.filter((one) => !isItself || one.status === "held").length;
  return {
    ...{ id, version, status, kind, name, registeredOn },
    domains: [...state.domains],
    premises: state.premises.map((one) => ({ ...one })),
    yearly: {
      ...{ year, cap: runtime.town.enforcement.inspections.cap.perEnterprise },
      ...{ counted: seen(counted), outside: seen(outside) },
    },
    results: state.results.map((one) => ({ ...one })),
    ...(isItself
      ? present({ entryCode: runtime.scanning?.codeOf?.(id) })
      : { conflicts: state.conflicts.map(({ sub, ground }) => ({ sub, ground })) }),
  };
}

export const enterprises = resource({
  of: enterprise,
  at: "/enforcement/enterprises",
  staff: ["leader", "supervisor"],
  own: ({ state }, actor, runtime) => mayReadEnterprise(state, actor, runtime),
  moves: enterpriseMoves,
  statusOf: ({ status }) => status,
  returns: enterpriseView,
  view: viewEnterprise,
});

export const enterpriseRoutes: readonly Route[] = [
  list("GET /enforcement/enterprises", {
    summary: { zh: "检查对象名录", en: "The register of enterprises" },
    allow: ["resident", ...office, "leader", "supervisor"],
    of: enterprise,
    query: { domain: domainCode.optional(), status: severalOf(["listed", "closed"]).default(["listed"]) },
    sorts: ["registeredOn"],
    returns: enterpriseRow,
    find: ({ query, actor }) =>
      hasRole(actor, [...office, "leader", "supervisor"])
        ? query.status.map((one) => ({ index: "byStatus", partition: `enterprise:${one}` }))
        : { index: "byOwner", partition: `enterprise:${actor?.party ?? ""}`, unsorted: true },
    keep: ({ state }, { query, actor, runtime }) =>
      (hasRole(actor, ["leader", "supervisor"]) || mayReadEnterprise(state, actor, runtime)) &&
      (query.domain === undefined || state.domains.includes(query.domain)),
    view: ({ id, version, state: { status, kind, name, domains: of } }) => ({
      ...{ id, version, status, kind, name },
      domains: [...of],
    }),
  }),
  create("POST /enforcement/enterprises", {
    summary: { zh: "登记检查对象（一个经营主体一条）", en: "Put an enterprise on the register, each once" },
    allow: caseOfficers,
    of: enterprise,
    id: ({ body, runtime: { keyed } }) => enterpriseIdOf(keyed, partyKey(keyed, { idNumber: body.uscc })),
    body: z.strictObject({
      kind: z.enum(enterpriseKinds),
      name: personOrBodyName,
      uscc: strictUscc,
      domains,
      premises: premisesBody,
    }),
    returns: enterprises.returns,
    run: ({ body: { uscc, ...body }, runtime: { keyed } }) => ({
      type: "register" as const,
      ...body,
      key: partyKey(keyed, { idNumber: uscc }),
    }),
    view: enterprises.view,
  }),
  enterprises.read({ zh: "一个检查对象", en: "One enterprise" }, ["resident", ...office, "leader", "supervisor"]),
  enterprises.step("amend", {
    summary: { zh: "更正名称、领域、场所", en: "Correct name, domains or premises" },
    allow: caseOfficers,
    body: z.strictObject({
      name: personOrBodyName.exactOptional(),
      domains: domains.exactOptional(),
      premises: premisesBody.exactOptional(),
    }),
    run: ({ body }) => ({ type: "amend", ...body }),
  }),
  enterprises.step("declare-conflict", {
    summary: { zh: "申报应当回避的检查人员", en: "Say which officer keeps away from it" },
    allow: [...office, "leader"],
    body: z.strictObject({ sub: person, ground: z.enum(conflictGrounds) }),
    facts: async ({ body, runtime }) => ({ certificates: await certificatesOf(knownOfficer, [body.sub], runtime) }),
    run: ({ body, facts }) => ({
      type: "declare-conflict",
      conflict: { ...body, certificate: facts.certificates[0]?.certificate ?? "" },
    }),
  }),
  enterprises.step("note-result", {
    summary: { zh: "登记其他机关有效期内的检查结果", en: "Put down what another organ found, while it is valid" },
    allow: caseOfficers,
    body: z.strictObject({ item: itemCode, organ: line, document: line, on: date, until: date }),
    run: ({ body }) => ({ type: "note-result", ...body }),
  }),
  enterprises.bare("close", {
    summary: { zh: "检查对象不再经营", en: "It is in business no more" },
    allow: caseOfficers,
    command: { type: "close" },
  }),
  enterprises.bare("reopen", {
    summary: { zh: "检查对象恢复经营", en: "It is in business again" },
    allow: caseOfficers,
    command: { type: "reopen" },
  }),
];
