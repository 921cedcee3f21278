import * as z from "zod";
import { create, list, type Route, resource, severalOf } from "../../../../shared/http/index.ts";
import { knownPerson } from "../../../../shared/people/index.ts";
import { certificatesOf, type Runtime } from "../../../../shared/service/index.ts";
import { factReference, heldFact, type Loaded } from "../../../../shared/store/index.ts";
import { domainCode, lineOf } from "../../../../shared/text/index.ts";
import { text } from "../../common/api/schemas.ts";
import { there } from "../../common/api/there.ts";
import { knownOfficer, type OfficerCopy } from "../../common/domain/known-power.ts";
import { squad, squadPartition } from "../domain/squad/decider.ts";
import { memberKinds, type Squad, type SquadCommand, squadMoves } from "../domain/squad/squad.ts";
import { standingSquads } from "../squads-of.ts";
import { arranging, teamReaders } from "./leads.ts";

const login = lineOf(128);
const domains = z.array(domainCode).min(1).max(40);
const reasons = z.strictObject({ reasons: lineOf(500, 2) });
const statuses = ["active", "disbanded"] as const;

const squadView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(statuses),
  name: text,
  leader: z.string(),
  domains: z.array(z.string()),
  formedOn: z.iso.date(),
  members: z.array(
    z.object({ sub: z.string(), name: z.string().optional(), kind: z.enum(memberKinds), since: z.iso.date() }),
  ),
  disbandedOn: z.iso.date().optional(),
  reasons: z.string().optional(),
});

const view = ({ id, version, state }: Loaded<Squad>, { runtime }: { readonly runtime: Runtime }) => ({
  ...{ id, version, status: state.status, name: state.name, leader: state.leader, formedOn: state.formedOn },
  domains: [...state.domains],
  members: state.members.map(({ sub, kind, since }) => {
    const name = knownPerson(sub, runtime.town)?.name;
    return { sub, kind, since, ...(name === undefined ? {} : { name }) };
  }),
  ...(state.status === "disbanded" ? { disbandedOn: state.disbandedOn, reasons: state.reasons } : {}),
});

export const squads = resource({
  of: squad,
  at: "/enforcement/squads",
  staff: teamReaders,
  moves: squadMoves,
  statusOf: ({ status }) => status,
  returns: squadView,
  view,
});

/** The person's certificates, and the other squads as they are when it is committed: two squads cannot take him at once. */
const about = async (sub: string, runtime: Runtime, own?: string) => ({
  officers: await certificatesOf(knownOfficer, [sub], runtime),
  others: (await standingSquads(runtime))
    .filter(({ id }) => id !== own)
    .map(({ id }) => heldFact(factReference(squad, id))),
});
const known = (facts: {
  readonly officers: readonly (OfficerCopy | undefined)[];
  readonly others: readonly (Squad | undefined)[];
}) => ({ officers: there(facts.officers), others: there(facts.others) });

/** Squads of the one team (E1). */
export const squadRoutes: readonly Route[] = [
  list("GET /enforcement/squads", {
    summary: { zh: "执法中队", en: "Squads" },
    allow: teamReaders,
    of: squad,
    query: { status: severalOf(statuses).default(["active"]) },
    returns: squadView.omit({ members: true, reasons: true, disbandedOn: true }),
    find: ({ query }) => query.status.map((one) => ({ index: "byStatus", partition: squadPartition(one) })),
    view: (loaded, viewing) => {
      const { members: _members, reasons: _reasons, disbandedOn: _on, ...row } = squadView.parse(view(loaded, viewing));
      return row;
    },
  }),
  create("POST /enforcement/squads", {
    summary: { zh: "组建中队", en: "Form a squad" },
    allow: arranging,
    of: squad,
    body: z.strictObject({ name: z.strictObject({ zh: lineOf(60), en: lineOf(60) }), leader: login, domains }),
    returns: squads.returns,
    id: ({ unique }) => unique,
    facts: ({ body, runtime }) => about(body.leader, runtime),
    run: ({ body, facts }): SquadCommand => ({ type: "form", ...body, ...known(facts) }),
    view: squads.view,
  }),
  squads.read({ zh: "一个中队", en: "One squad" }, teamReaders),
  squads.step("add-member", {
    summary: { zh: "增加执法人员或者辅助人员", en: "Add an officer or an auxiliary" },
    allow: arranging,
    body: z.strictObject({ sub: login, kind: z.enum(memberKinds) }),
    facts: ({ id, body, runtime }) => about(body.sub, runtime, id),
    run: ({ body, facts }) => ({ type: "add-member", ...body, ...known(facts) }),
  }),
  squads.step("remove-member", {
    summary: { zh: "移出成员", en: "Remove a member" },
    allow: arranging,
    body: z.strictObject({ sub: login }),
    tries: ({ state }) => (state?.members ?? []).map(({ sub }) => ({ sub })),
    run: ({ body }) => ({ type: "remove-member", ...body }),
  }),
  squads.step("change-leader", {
    summary: { zh: "更换中队长", en: "Change the leader" },
    allow: arranging,
    body: z.strictObject({ leader: login }),
    facts: ({ id, body, runtime }) => about(body.leader, runtime, id),
    run: ({ body, facts }) => ({ type: "change-leader", ...body, ...known(facts) }),
  }),
  squads.step("change-domains", {
    summary: { zh: "调整领域", en: "Change the domains" },
    allow: arranging,
    body: z.strictObject({ domains }),
    run: ({ body }) => ({ type: "change-domains", ...body }),
  }),
  squads.step("disband", {
    summary: { zh: "撤销中队", en: "Disband the squad" },
    allow: arranging,
    body: reasons,
    run: ({ body }) => ({ type: "disband", ...body }),
  }),
  squads.history({ zh: "中队的经过", en: "History of a squad" }, teamReaders),
];
