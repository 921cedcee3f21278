import {
  type Context,
  type Decision,
  deciderOf,
  present,
  type Rejection,
} from "../../../../../shared/decider/index.ts";
import { domainCodes } from "../../../../../shared/town/domains.ts";
import { datedLater } from "../../../common/domain/case-rules.ts";
import { article43, badInput, in5, notYou } from "../refusals.ts";
import { enforcerOnly, headOnly, isTooNear } from "../who.ts";
import { bookVisit, keptVisits } from "./booking.ts";
import {
  type BookedVisit,
  type Enterprise,
  type EnterpriseCommand,
  type EnterpriseEvent,
  type EnterpriseWords,
  enterpriseMoves,
} from "./enterprise.ts";

type Decided = Decision<EnterpriseEvent>;
type CommandOf<T extends EnterpriseCommand["type"]> = Extract<EnterpriseCommand, { type: T }>;

const only = (type: "closed" | "reopened", context: Context): Decided =>
  enforcerOnly(context) ?? [
    { type: `enforcement.enterprise.${type}`, data: { on: context.today.toString() }, personal: {} },
  ];

/** An enterprise with the inspections that it bears (IN-4, IN-5). */
export const enterprise = deciderOf<EnterpriseWords>({
  aggregate: "enterprise",
  shape: 1,
  ended: ({ status }) => status === "closed",
  moves: enterpriseMoves,
  impossible: "enforcement.enterprise-not-in-this-state",
  byItself: ["book", "release", "note-held", "merge"],
  begin: { register },
  guard: (state, { type }, { actor }) =>
    type !== "declare-conflict" && isTooNear(state, actor)
      ? notYou("enforcement.inspection-conflict", { person: actor.sub, ...article43 })
      : undefined,
  steps: {
    amend,
    "declare-conflict": declareConflict,
    "note-result": noteResult,
    close: (_state, _command, context) => only("closed", context),
    reopen: (_state, _command, context) => only("reopened", context),
    book: bookVisit,
    release: ({ visits }, { id }) =>
      isPlanned(visits, id) ? [{ type: "enforcement.enterprise.visit-released", data: { id }, personal: {} }] : [],
    "note-held": ({ visits }, { id }) =>
      isPlanned(visits, id) ? [{ type: "enforcement.enterprise.visit-held", data: { id }, personal: {} }] : [],
    merge: ({ visits }, { from, into }) =>
      isPlanned(visits, from) && isPlanned(visits, into)
        ? [{ type: "enforcement.enterprise.visits-merged", data: { from, into }, personal: {} }]
        : badInput("enforcement.inspection-not-joined", { into, ...in5 }, "/into"),
  },
  begun: {
    "enforcement.enterprise.registered": ({ data, personal }) => ({
      ...data,
      ...personal,
      ...{ status: "listed", conflicts: [], visits: [], results: [] },
    }),
  },
  effects: {
    "enforcement.enterprise.amended": (state, { data, personal }) => ({ ...state, ...data, ...personal }),
    "enforcement.enterprise.conflict-declared": (state, { data, personal }) => ({
      ...state,
      conflicts: [...state.conflicts.filter(({ sub }) => sub !== personal.sub), { ...data, ...personal }],
    }),
    "enforcement.enterprise.result-noted": (state, { data }) => ({
      ...state,
      results: [...state.results.filter(({ item }) => item !== data.item), data],
    }),
    "enforcement.enterprise.closed": (state) => ({ ...state, status: "closed" }),
    "enforcement.enterprise.reopened": (state) => ({ ...state, status: "listed" }),
    "enforcement.enterprise.visit-booked": (state, { data: { visit } }) => ({
      ...state,
      visits: keptVisits(state.visits, visit),
    }),
    "enforcement.enterprise.visit-released": (state, { data: { id } }) => withStatus(state, id, "off"),
    "enforcement.enterprise.visit-held": (state, { data: { id } }) => withStatus(state, id, "held"),
    "enforcement.enterprise.visits-merged": (state, { data: { from, into } }) => {
      const more = state.visits.find(({ id }) => id === from)?.items ?? [];
      const visits = state.visits.map((one) =>
        one.id === into ? { ...one, items: [...new Set([...one.items, ...more])] } : one,
      );
      return withStatus({ ...state, visits }, from, "off");
    },
  },
  listed: ({ status, domains, key, registeredOn }, id) => ({
    byStatus: { partition: `enterprise:${status}`, sort: `${registeredOn}#${id}` },
    byOwner: { partition: `enterprise:${key}`, sort: id },
    ...(domains[0] === undefined ? {} : { byDomain: { partition: `enterprise:${domains[0]}`, sort: id } }),
  }),
});

const isPlanned = (visits: readonly BookedVisit[], of: string) =>
  visits.some(({ id, status }) => id === of && status === "planned");

const withStatus = (state: Enterprise, of: string, status: BookedVisit["status"]): Enterprise => ({
  ...state,
  visits: state.visits.map((one) => (one.id === of ? { ...one, status } : one)),
});

/** The register of enterprises: each once, by its number, so that its cap cannot be doubled. */
function register(command: CommandOf<"register">, context: Context): Decided {
  const { kind, domains, name, key, premises } = command;
  const fault = enforcerOnly(context) ?? domainsFault(domains, context) ?? premisesFault(premises);
  if (fault !== undefined) return fault;
  if (context.actor.party === key)
    return notYou("enforcement.inspection-conflict", { person: context.actor.sub, ...article43 });
  const data = { kind, domains, registeredOn: context.today.toString() };
  return [{ type: "enforcement.enterprise.registered", data, personal: { name, key, premises } }];
}

function amend(_state: Enterprise, { domains, name, premises }: CommandOf<"amend">, context: Context): Decided {
  const fault = enforcerOnly(context) ?? domainsFault(domains ?? [], context) ?? premisesFault(premises ?? []);
  if (fault !== undefined) return fault;
  return [
    { type: "enforcement.enterprise.amended", data: present({ domains }), personal: present({ name, premises }) },
  ];
}

function domainsFault(domains: readonly string[], { town }: Context): Rejection | undefined {
  const known = domainCodes(town, "penalties");
  const strange = domains.find((one) => !known.includes(one));
  return strange === undefined
    ? undefined
    : badInput("enforcement.unknown-domain", { domain: strange, known }, "/domains");
}

function premisesFault(premises: Enterprise["premises"]): Rejection | undefined {
  const ids = premises.map(({ id }) => id);
  return new Set(ids).size === ids.length
    ? undefined
    : badInput("enforcement.enterprise-place-unknown", { place: ids.join() }, "/premises");
}

/** CF-43: an officer says it of himself; of another the head says it. It keeps him from every inspection of it. */
function declareConflict(state: Enterprise, { conflict }: CommandOf<"declare-conflict">, context: Context): Decided {
  const { sub, certificate, ground } = conflict;
  const refused = sub === context.actor.sub ? enforcerOnly(context) : headOnly(context);
  if (refused !== undefined) return refused;
  if (certificate === "") return badInput("enforcement.unknown-person", { person: sub }, "/sub");
  if (state.conflicts.some((one) => one.sub === sub)) return [];
  return [{ type: "enforcement.enterprise.conflict-declared", data: { ground }, personal: { sub, certificate } }];
}

/** IN-5: another organ's result, with its document and until when it is valid. */
function noteResult(_state: Enterprise, command: CommandOf<"note-result">, context: Context): Decided {
  const { item, organ, document, on, until } = command;
  const fault = enforcerOnly(context) ?? datedLater({ date: on }, context, "/on");
  if (fault !== undefined) return fault;
  if (until < on) return badInput("enforcement.inspection-period", { from: on, until, ...in5 }, "/until");
  return [{ type: "enforcement.enterprise.result-noted", data: { item, organ, document, on, until }, personal: {} }];
}
