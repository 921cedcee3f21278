import { toDate } from "../../../../shared/calendar/index.ts";
import {
  type Context,
  type Decision,
  deciderOf,
  type MovesOf,
  present,
  type Rejection,
} from "../../../../shared/decider/index.ts";
import { knownPerson } from "../../../../shared/people/index.ts";
import type { OfficerCopy } from "../../../../shared/powers-in-force/index.ts";
import { type Place, territoryOf, whereIs } from "../../../../shared/territory/index.ts";
import type { Text } from "../../cases/domain/case/case.ts";
import { officerFaultsOf } from "../../common/domain/two-officers.ts";
import type { Penalty } from "../../penalty-list/domain/index.ts";
import { badInput, notYou, type OrderRefusal, refuse } from "./refusals.ts";
import { isEnforcer } from "./who.ts";

/** Whom an officer talks to. He may not say his number: then no key leads to him. */
export interface GuidedParty {
  readonly kind: "citizen" | "organisation" | "sole-trader";
  readonly name: string;
  readonly key?: string;
}

/** Oral guidance on record (劝导, E3): who, where, what was said, and the party's own word. It binds nobody. */
export interface Guidance {
  readonly status: "given" | "followed" | "ordered";
  readonly act: { readonly code: string; readonly name: Text; readonly domain: string };
  readonly party: GuidedParty;
  readonly on: string;
  readonly place: Place;
  readonly address: string;
  readonly said: string;
  /** What the party answered. */
  readonly answer: string;
  /** Digests of pictures or recordings. */
  readonly files: readonly string[];
  readonly officers: readonly { readonly sub: string }[];
  readonly followed?: { readonly on: string; readonly note: string };
  /** The order to correct that came of it. */
  readonly order?: string;
}

interface Give extends Pick<Guidance, "party" | "on" | "place" | "address" | "said" | "answer" | "files"> {
  readonly type: "give";
  readonly code: string;
  readonly penalty: Penalty | undefined;
  /** Another officer, an auxiliary or a grid worker who was there. */
  readonly with?: string;
  readonly officers: readonly OfficerCopy[];
}
export type GuidanceCommand =
  | Give
  | { readonly type: "note-followed"; readonly note: string }
  | { readonly type: "note-order"; readonly order: string };

type Of<T extends string, D extends object, P extends object = object> = {
  readonly type: `enforcement.guidance.${T}`;
  readonly data: D;
  readonly personal: P;
};
export type GuidanceEvent =
  | Of<
      "given",
      Pick<Guidance, "act" | "on">,
      Pick<Guidance, "party" | "place" | "address" | "said" | "answer" | "files" | "officers">
    >
  | Of<"followed", { readonly on: string }, { readonly note: string }>
  | Of<"ordered", { readonly order: string; readonly on: string }>;

/** States of oral guidance and what moves them. */
export const guidanceMoves = {
  given: { "note-followed": "followed", "note-order": "ordered" },
  followed: {},
  ordered: {},
} as const satisfies MovesOf<Guidance, GuidanceCommand>;

interface GuidanceWords {
  readonly state: Guidance;
  readonly command: GuidanceCommand;
  readonly event: GuidanceEvent;
  readonly moves: typeof guidanceMoves;
  readonly begins: "give";
  readonly begun: "enforcement.guidance.given";
  readonly refusal: OrderRefusal;
}
const article5 = { article: "行政处罚法6", rule: "CF-33" };

/** Persuasion first (劝导为主): educated before anything is ordered. */
export const guidance = deciderOf<GuidanceWords>({
  aggregate: "guidance",
  shape: 1,
  ended: () => true,
  moves: guidanceMoves,
  impossible: "enforcement.guidance-not-in-this-state",
  byItself: ["note-order"],
  begin: { give },
  guard: ({ party }, _command, { actor }) =>
    actor.party !== undefined && actor.party === party.key
      ? notYou("enforcement.order-own-matter", { article: "行政处罚法43", rule: "CF-43" })
      : undefined,
  steps: {
    "note-followed": ({ officers }, { note }, { actor, today }) =>
      officers.some(({ sub }) => sub === actor.sub)
        ? [{ type: "enforcement.guidance.followed", data: { on: today.toString() }, personal: { note } }]
        : notYou("enforcement.order-not-yours", article5),
    "note-order": (_state, { order }, { today }) => [
      { type: "enforcement.guidance.ordered", data: { order, on: today.toString() }, personal: {} },
    ],
  },
  begun: {
    "enforcement.guidance.given": ({ data, personal }) => ({ ...data, ...personal, status: "given" }),
  },
  effects: {
    "enforcement.guidance.followed": (state, { data: { on }, personal: { note } }) => ({
      ...state,
      ...{ status: "followed", followed: { on, note } },
    }),
    "enforcement.guidance.ordered": (state, { data: { order } }) => ({ ...state, status: "ordered", order }),
  },
  listed: ({ status, on, party }, id) => ({
    byStatus: { partition: `guidance:${status}`, sort: `${on}#${id}` },
    ...(party.key === undefined ? {} : { byOwner: { partition: `guidance:${party.key}`, sort: `${on}#${id}` } }),
  }),
});

/** An officer with a certificate in force records it himself; who helps is named, and counts for nothing (CF-42). */
function give(command: Give, context: Context): Decision<GuidanceEvent> {
  const { code, penalty, party, on, place, address, said, answer, files, officers, with: other } = command;
  const { actor, town } = context;
  if (!isEnforcer(actor, town)) return notYou("enforcement.order-not-enforcement", article5);
  if (penalty === undefined || penalty.code !== code)
    return badInput("enforcement.unknown-penalty", { item: code }, "/code");
  const fault = dayOrPlaceFault(command, context);
  if (fault !== undefined) return fault;
  if (actor.party !== undefined && actor.party === party.key)
    return notYou("enforcement.order-own-matter", { article: "行政处罚法43", rule: "CF-43" });
  if (officerFaultsOf(actor.sub, { officers, domains: [penalty.domain], on: toDate(on) }).length > 0)
    return notYou("enforcement.order-not-enforcement", { article: "行政处罚法42", rule: "CF-42" });
  if (other !== undefined && knownPerson(other, town, officers) === undefined)
    return badInput("enforcement.unknown-person", { person: other }, "/with");
  const there = [actor.sub, ...(other === undefined || other === actor.sub ? [] : [other])];
  return [
    {
      type: "enforcement.guidance.given",
      data: { act: { code, name: penalty.act, domain: penalty.domain }, on },
      personal: { party, place, address, said, answer, files, officers: there.map((sub) => ({ sub })) },
    },
  ];
}

function dayOrPlaceFault({ on, place }: Give, { today, town }: Context): Rejection | undefined {
  if (on > today.toString()) return badInput("enforcement.guidance-day", { on: today.toString() }, "/on");
  return whereIs(place, territoryOf(town).town) === "outside"
    ? refuse("enforcement.order-outside-the-town", { article: "行政处罚法22", rule: "CF-22" }, "/place")
    : undefined;
}

/** What a view of guidance says of its end. */
export const guidanceEnd = ({ followed, order }: Guidance) => present({ followed, order });
