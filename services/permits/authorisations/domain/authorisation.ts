import type * as z from "zod";
import { endOfDay } from "../../../../shared/calendar/index.ts";
import type * as published from "../../../../shared/contracts/permits-agents.ts";
import { type Actor, type Context, type Decision, deciderOf, type MovesOf } from "../../../../shared/decider/index.ts";
import { type DocumentKind, parseDocument } from "../../../../shared/parties/index.ts";
import type { Guide } from "../../guides/domain/guide.ts";
import { type AuthorisationRefusal, badInput, notYou, refuse } from "./refusals.ts";

export type Act = (typeof published.agentActs)[number];
export type EndReason = z.infer<typeof published.authorisationEnded>["why"];

export interface Villager {
  readonly name: string;
  readonly idNumber: string;
  readonly document?: DocumentKind;
  readonly phone: string;
}

/** `paper`: signed, scanned as a material; `counter`: said in person before a clerk; `login`: by the villager's own login. */
export type Proof =
  | { readonly kind: "paper"; readonly document: string }
  | { readonly kind: "counter" }
  | { readonly kind: "login" };

export interface Scope {
  /** Codes, or everything that agents may bring at all. */
  readonly items: "all" | readonly string[];
  readonly acts: readonly Act[];
}

/** What a villager lets an agent do for him (代办代缴, L9). */
export interface Authorisation {
  readonly status: "pending" | "valid" | "ended";
  readonly villager: Villager;
  readonly party: string;
  /** The villager's own login, where he has one. */
  readonly resident?: string;
  readonly agent: { readonly sub: string; readonly name: string };
  readonly scope: Scope;
  readonly proof: Proof;
  readonly givenOn: string;
  /** The last day on which it holds. */
  readonly until: string;
  readonly witness?: string;
  readonly ended?: { readonly on: string; readonly why: EndReason; readonly by: string };
}

export interface Give {
  readonly type: "give";
  readonly villager: Villager;
  readonly party: string;
  readonly resident?: string;
  readonly agent: Authorisation["agent"];
  readonly scope: Scope;
  readonly proof: Proof;
  readonly until: string;
  /** The guides of the items named, in their order. */
  readonly guides: readonly (Guide | undefined)[];
}
export type AuthorisationCommand =
  | Give
  | { readonly type: "confirm" }
  | { readonly type: "reject" }
  | { readonly type: "revoke" }
  | { readonly type: "resign" }
  | { readonly type: "pass-time" };

export type AuthorisationEvent =
  | {
      readonly type: "permits.authorisation.given";
      readonly data: z.infer<typeof published.authorisationGiven>;
      readonly personal: {
        readonly villager: Villager;
        readonly party: string;
        readonly resident?: string;
        readonly agentName: string;
        readonly document?: string;
      };
    }
  | {
      readonly type: "permits.authorisation.confirmed";
      readonly data: z.infer<typeof published.authorisationConfirmed>;
    }
  | { readonly type: "permits.authorisation.ended"; readonly data: z.infer<typeof published.authorisationEnded> };

export const authorisationMoves = {
  pending: { confirm: "valid", reject: "ended", revoke: "ended", resign: "ended", "pass-time": "ended" },
  valid: { revoke: "ended", resign: "ended", "pass-time": "ended" },
  ended: {},
} as const satisfies MovesOf<Authorisation, AuthorisationCommand>;

interface AuthorisationWords {
  readonly state: Authorisation;
  readonly command: AuthorisationCommand;
  readonly event: AuthorisationEvent;
  readonly moves: typeof authorisationMoves;
  readonly begins: "give";
  readonly begun: "permits.authorisation.given";
  readonly refusal: AuthorisationRefusal;
}

type Decided = Decision<AuthorisationEvent>;
type Given = Extract<AuthorisationEvent, { type: "permits.authorisation.given" }>;

/** The villager's authorisation of an agent: with its scope, its end, and how it was proved. */
export const authorisation = deciderOf<AuthorisationWords>({
  aggregate: "authorisation",
  shape: 1,
  logins: ["agent"],
  ended: ({ status }) => status === "ended",
  moves: authorisationMoves,
  impossible: "permits.authorisation-not-in-this-state",
  begin: { give },
  // Given twice it is the same authorisation.
  always: { give: () => [] },
  steps: {
    confirm: (state, _command, context) => confirm(state, context),
    reject: (state, _command, context) => ended(state, context, "rejected"),
    revoke: (state, _command, context) => revoke(state, context),
    resign: (state, _command, context) => resign(state, context),
    "pass-time": (state, _command, context) => passTime(state, context),
  },
  begun: { "permits.authorisation.given": given },
  effects: {
    "permits.authorisation.confirmed": (state, { actor: witness }) => ({ ...state, status: "valid", witness }),
    "permits.authorisation.ended": (state, { data: { on, why }, actor: by }) => ({
      ...state,
      status: "ended",
      ended: { on, why, by },
    }),
  },
  listed: (state, id) => ({
    byStatus: { partition: `authorisation:${state.status}`, sort: `${state.until}#${id}` },
    byCode: { partition: `authorisation-of-agent:${state.agent.sub}`, sort: `${state.givenOn}#${id}` },
    ...(state.resident === undefined
      ? {}
      : { byOwner: { partition: `authorisation:${state.resident}`, sort: `${state.givenOn}#${id}` } }),
  }),
  nextDeadline: ({ status, until }) => (status === "ended" ? undefined : endOfDay(until)),
  onDeadline: () => ({ type: "pass-time" }),
});

function confirm({ agent }: Authorisation, { actor, today }: Context): Decided {
  if (actor.sub === agent.sub) return notYou("permits.agent-is-no-witness", { rule: "L9" });
  return [{ type: "permits.authorisation.confirmed", data: { on: today.toString() } }];
}

/** By the villager himself, or by a clerk for him. */
function revoke(state: Authorisation, context: Context): Decided {
  const { actor } = context;
  if (!actor.roles.includes("clerk") && !isOwn(state, actor)) return notYou("permits.not-yours");
  return ended(state, context, "revoked");
}

const resign = (state: Authorisation, context: Context): Decided =>
  context.actor.sub === state.agent.sub ? ended(state, context, "resigned") : notYou("permits.not-yours");

const passTime = (state: Authorisation, context: Context): Decided =>
  context.today.toString() > state.until ? ended(state, context, "expired") : [];

export const isOwn = ({ resident }: Authorisation, { sub }: Actor) => resident === sub;

const ended = ({ agent }: Authorisation, { today }: Context, why: EndReason): Decided => [
  { type: "permits.authorisation.ended", data: { agent: agent.sub, on: today.toString(), why } },
];

/**
 * By the villager at the counter or by his login; a paper that the agent hands in waits for a clerk to see it. A login proves
 * only the number whose key its token carries: without it, or with another's, the authorisation waits for the counter too.
 */
function give(command: Give, context: Context): Decision<AuthorisationEvent> {
  const { villager, party, agent, scope, proof, until } = command;
  const { actor, today, town } = context;
  const clerk = actor.roles.includes("clerk");
  const own = actor.roles.includes("resident") && !clerk;
  if (clerk && actor.sub === agent.sub) return notYou("permits.agent-is-no-witness", { rule: "L9" });
  const possible = clerk ? ["paper", "counter"] : own ? ["login"] : ["paper"];
  if (!possible.includes(proof.kind))
    return badInput("permits.proof-not-possible", { proof: proof.kind, possible, rule: "L9" }, "/proof/kind");
  if (own && actor.sub === agent.sub) return badInput("permits.own-agent", { rule: "L9" }, "/agent/sub");
  if (!clerk && !own && actor.sub !== agent.sub) return notYou("permits.not-yours");
  const identity = parseDocument(villager.document ?? "resident-id", villager.idNumber, today);
  if (!identity.ok) return badInput(identity.reason, {}, "/villager/idNumber");
  const longest = today.add({ days: town.agents.longestDays }).toString();
  if (until < today.toString() || until > longest)
    return badInput("permits.authorisation-too-long", { from: today.toString(), longest, rule: "L9" }, "/until");
  const barred = scope.items === "all" ? undefined : notForAgents(scope.items, command.guides);
  if (barred !== undefined) return barred;
  const resident = own ? actor.sub : command.resident;
  const proven = own && actor.party === party;
  return [
    {
      type: "permits.authorisation.given",
      data: {
        agent: agent.sub,
        items: scope.items === "all" ? "all" : [...new Set(scope.items)],
        acts: [...new Set(scope.acts)],
        givenOn: today.toString(),
        until,
        proof: proof.kind,
        confirmed: clerk || proven,
      },
      personal: {
        villager,
        party,
        agentName: agent.name,
        ...(resident === undefined ? {} : { resident }),
        ...(proof.kind === "paper" ? { document: proof.document } : {}),
      },
    },
  ];
}

/** L9: only what the guide lets agents bring. */
function notForAgents(items: readonly string[], guides: readonly (Guide | undefined)[]) {
  const at = items.findIndex((_code, place) => guides[place]?.content.proxyAllowed !== true);
  return at < 0 ? undefined : refuse("permits.item-not-for-agents", { item: items[at], rule: "L9" }, `/items/${at}`);
}

function given({ data, personal, actor }: Given & { readonly actor: string }): Authorisation {
  const { agent, items, acts, givenOn, until, proof, confirmed } = data;
  const { villager, party, resident, agentName, document } = personal;
  return {
    status: confirmed ? "valid" : "pending",
    villager,
    party,
    ...(resident === undefined ? {} : { resident }),
    agent: { sub: agent, name: agentName },
    scope: { items, acts },
    proof: proof === "paper" ? { kind: proof, document: document ?? "" } : { kind: proof },
    givenOn,
    until,
    ...(confirmed ? { witness: actor } : {}),
  };
}
