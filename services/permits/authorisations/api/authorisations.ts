import * as z from "zod";
import { agentActs } from "../../../../shared/contracts/permits-agents.ts";
import { create, hasRole, list, type Route, resource, rowOf, severalOf } from "../../../../shared/http/index.ts";
import { maskIdentityNumber, maskName, maskPhone } from "../../../../shared/identity-codes/index.ts";
import { partyKey, villagerParty } from "../../../../shared/parties/index.ts";
import { factReferences, type Loaded } from "../../../../shared/store/index.ts";
import { lineOf, personOrBodyName, titled } from "../../../../shared/text/index.ts";
import type { Role } from "../../../../shared/town/roles.ts";
import { guide } from "../../guides/domain/guide.ts";
import {
  type Authorisation,
  type AuthorisationCommand,
  authorisation,
  authorisationMoves,
  type Proof,
} from "../domain/authorisation.ts";

const date = z.iso.date();
const itemCode = z.string().regex(/^P[LS]-\d{3}$/);
const login = lineOf(128);
const name = personOrBodyName;
const codes = titled(z.union([z.literal("all"), z.array(itemCode).min(1).max(50)]), { zh: "事项", en: "Permit items" });
const acts = z.array(z.enum(agentActs)).min(1).max(agentActs.length);

const proof = z.discriminatedUnion("kind", [
  /** The id of the material that shows the signed paper. */
  z.strictObject({ kind: z.literal("paper"), document: lineOf(200) }),
  z.strictObject({ kind: z.literal("counter") }),
  z.strictObject({ kind: z.literal("login") }),
]);

const authorisationView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(["pending", "valid", "ended"]),
  villager: z.object({ name: z.string(), idNumber: z.string(), phone: z.string() }),
  agent: z.object({ sub: z.string(), name: z.string() }),
  items: codes,
  acts,
  proof: z.object({ kind: z.enum(["paper", "counter", "login"]), document: z.string().optional() }),
  givenOn: date,
  until: date,
  witness: z.string().optional(),
  ended: z.object({ on: date, why: z.string(), by: z.string() }).optional(),
});

/** An authorisation in a list: for which items, and by what proof, is read by its id. */
const authorisationRow = authorisationView.omit({ items: true, proof: true, witness: true });

function view({ id, version, state }: Loaded<Authorisation>) {
  const { villager, scope, agent, status, givenOn, until, witness, ended } = state;
  return {
    id,
    version,
    status,
    villager: {
      name: maskName(villager.name),
      idNumber: maskIdentityNumber(villager.idNumber),
      phone: maskPhone(villager.phone),
    },
    agent,
    items: scope.items === "all" ? scope.items : [...scope.items],
    acts: [...scope.acts],
    proof: state.proof,
    givenOn,
    until,
    ...(witness === undefined ? {} : { witness }),
    ...(ended === undefined ? {} : { ended }),
  };
}

const overseers: readonly Role[] = ["clerk", "supervisor", "leader", "archivist"];
const all: readonly Role[] = [...overseers, "resident", "agent"];

/** Overseers know of each, its resident and its agent of their own. */
export const authorisationRegister = resource({
  of: authorisation,
  at: "/permits/authorisations",
  staff: overseers,
  own: ({ state }, { sub }) => state.resident === sub || state.agent.sub === sub,
  moves: authorisationMoves,
  statusOf: ({ status }) => status,
  returns: authorisationView,
  view,
});

/** Village agents' authorisations (代办代缴, L9). */
export const authorisationRoutes: readonly Route[] = [
  create("POST /permits/authorisations", {
    summary: {
      zh: "委托代办：群众登录委托、窗口当面委托，或者代办员提交书面委托（待窗口核对）",
      en: "Authorise an agent: by one's own login, before a clerk, or on paper that the agent hands in for a clerk to see",
    },
    allow: ["clerk", "resident", "agent"],
    of: authorisation,
    body: z.strictObject({
      villager: villagerParty,
      /** The villager's own login, so that he is told there and may revoke. */
      resident: login.optional(),
      agent: z.strictObject({ sub: login, name }),
      items: codes,
      acts,
      proof,
      until: date,
    }),
    returns: authorisationRegister.returns,
    id: ({ unique }) => unique,
    facts: ({ body }) => ({ guides: factReferences(guide, body.items === "all" ? [] : body.items) }),
    run: ({ body, facts, runtime }): AuthorisationCommand => {
      const { villager, resident, agent, items, acts: may, until } = body;
      const shown: Proof = body.proof;
      return {
        type: "give",
        villager,
        party: partyKey(runtime.keyed, villager),
        ...(resident === undefined ? {} : { resident }),
        agent,
        scope: { items, acts: may },
        proof: shown,
        until,
        guides: facts.guides,
      };
    },
    view: authorisationRegister.view,
  }),
  list("GET /permits/authorisations", {
    summary: {
      zh: "委托列表：群众见本人的，代办员见委托其代办的，窗口按状态",
      en: "Authorisations: a resident's own, an agent's, for clerks by status",
    },
    allow: all,
    of: authorisation,
    query: { status: severalOf(authorisationView.shape.status.options).optional() },
    sorts: ["givenOn"],
    returns: authorisationRow,
    find: ({ query, actor }) => {
      if (hasRole(actor, overseers))
        return (query.status ?? (["pending"] as const)).map((status) => ({
          index: "byStatus",
          partition: `authorisation:${status}`,
        }));
      return actor?.roles.includes("agent") === true
        ? { index: "byCode", partition: `authorisation-of-agent:${actor.sub}` }
        : { index: "byOwner", partition: `authorisation:${actor?.sub ?? ""}` };
    },
    keep: ({ state }, { query }) => query.status?.includes(state.status) !== false,
    view: rowOf(authorisationRow, view),
  }),
  authorisationRegister.read({ zh: "一份委托", en: "One authorisation" }, all),
  authorisationRegister.history({ zh: "一份委托的经过", en: "All that happened to an authorisation" }, all),
  authorisationRegister.bare("confirm", {
    summary: {
      zh: "核对书面委托，或者当面核实登录未证明身份的委托人",
      en: "A clerk has seen the signed paper, or the villager whom his login did not prove",
    },
    allow: ["clerk"],
    command: { type: "confirm" },
  }),
  authorisationRegister.bare("reject", {
    summary: { zh: "书面委托不予认可", en: "The paper proves nothing" },
    allow: ["clerk"],
    command: { type: "reject" },
  }),
  authorisationRegister.bare("revoke", {
    summary: { zh: "撤销委托（随时）", en: "The villager revokes it, at any time" },
    allow: ["clerk", "resident"],
    command: { type: "revoke" },
  }),
  authorisationRegister.bare("resign", {
    summary: { zh: "代办员辞去委托", en: "The agent gives it up" },
    allow: ["agent"],
    command: { type: "resign" },
  }),
];
