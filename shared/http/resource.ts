import * as z from "zod";
import type { Decider, DomainEvent, Moves } from "../decider/index.ts";
import type { FactsAsked, Loaded, Members, NoFacts, NoMembers } from "../store/index.ts";
import type { Role } from "../town/roles.ts";
import { type Action, actionSchema, actionsOf, type Offer, type Step, stepSchema } from "./actions.ts";
import { asking, type Tries } from "./asking.ts";
import { command, type Viewing, type Writing } from "./commands.ts";
import type { Declares } from "./declared.ts";
import { hasRole, knownTo, mayKnow, type Readers } from "./known-to.ts";
import { type Leads, type Link, linkSchema, linksTo } from "./links.ts";
import type { Text } from "./problem.ts";
import { historyOf, readById, type Told } from "./reads.ts";
import type { Absent, Route, RouteName } from "./route.ts";

/** What moves a thing, and the state it is in: the steps a view offers are read from both. */
type Life<S> =
  | { readonly moves: Moves; readonly statusOf: (state: S) => string }
  /** The domain alone says what is possible. */
  | { readonly moves?: undefined; readonly statusOf?: undefined };

type View<S, V extends z.ZodType, Said = z.input<V>> = (loaded: Loaded<S>, viewing: Viewing) => Said | Promise<Said>;

type Spec<S, C, E extends DomainEvent, V extends z.ZodObject, Said> = Readers<S> &
  Life<S> & {
    readonly of: Decider<S, C, E>;
    /** Below which path: `/permits/complaints`. */
    readonly at: `/${string}`;
    readonly returns: V;
    readonly view: View<S, V, Said>;
    /** Who besides takes steps with any of them, without leave to look through them. */
    readonly acting?: readonly Role[];
    /** Whom its views tell also what others can do next with it: each step that its state allows, with its roles. */
    readonly tellsSteps?: (loaded: Loaded<S>, viewing: Viewing) => boolean;
    /** Until which day a step is in time, by its verb; undefined: it has no term. */
    readonly stepUntil?: (state: S, verb: string) => string | null | undefined;
    /** Related things that it knows of itself. */
    readonly links?: Related<S>;
    /** How its routes say that one is not there yet, and what comes first. */
    readonly absent?: Absent;
  };

type Related<S> = (loaded: Loaded<S>, viewing: Viewing) => readonly Leads[];

/** What a step answers, where it is not the view of its thing. */
interface Answers<S, A extends z.ZodType, Said> {
  readonly returns: A;
  readonly view: View<S, A, Said>;
}

type Stepping<S, C, E extends DomainEvent, B extends z.ZodType, L, F extends FactsAsked, M extends Members> = Omit<
  Writing<S, C, E, B, z.ZodType, L, F, M>,
  "of" | "returns" | "view"
> & {
  /** Its name in the table of moves, where it is not the verb. */
  readonly does?: string;
  /** Bodies that may be sent, where the schema alone does not tell; none: there is nothing to do it to. */
  readonly tries?: Tries<S, B>;
};

interface Bare<C> {
  readonly summary: Text;
  readonly allow: readonly Role[];
  readonly command: C;
  readonly does?: string;
}

const nothing = z.strictObject({});

/** What each view says beside what is its own. */
const besides = { actions: z.array(actionSchema), links: z.array(linkSchema) };

/**
 * The routes of one kind of thing: steps, reading, history. One rule of who may know of it holds for all of them, and
 * each view says what its caller can do next and what is related.
 */
export function resource<S, C, E extends DomainEvent, V extends z.ZodObject, Said extends z.input<V> = z.input<V>>(
  spec: Spec<S, C, E, V, Said> & Declares<V, Said>,
) {
  const { of, at, staff, own, acting = [], moves, statusOf } = spec;
  const owners = own === undefined ? {} : { own };
  const readers: Readers<S> = { staff, ...owners };
  const steppers: Readers<S> = { staff: [...staff, ...acting], ...owners };
  const offers: Offer<S>[] = [];
  const related: Related<S>[] = spec.links === undefined ? [] : [spec.links];
  let reading: { readonly below: string; readonly allow: readonly Role[] } | undefined;
  const ofAll = spec.tellsSteps === undefined ? {} : { steps: z.array(stepSchema).optional() };
  const returns: z.ZodType = z.object({ ...spec.returns.shape, ...besides, ...ofAll });
  const absent = spec.absent === undefined ? {} : { absent: spec.absent };
  const mayRead = (loaded: Loaded<S>, actor: Viewing["actor"], runtime: Viewing["runtime"]) =>
    mayKnow(readers, loaded, actor, runtime);
  /** Of several roles those count that open the route: another one gives no leave to look through all by it. */
  const mayReadAs =
    (allow: readonly Role[]): typeof mayRead =>
    (loaded, actor, runtime) =>
      mayRead(loaded, actor && { ...actor, roles: actor.roles.filter((role) => allow.includes(role)) }, runtime);

  const listed = new Set(Object.values(moves ?? {}).flatMap((row) => Object.keys(row)));
  /** The steps that the table lists for a state, and those that no row names. */
  function possible(state: S): readonly string[] {
    const always = offers.map(({ does }) => does).filter((verb) => !listed.has(verb));
    return [...Object.keys(moves?.[statusOf?.(state) ?? ""] ?? {}), ...always];
  }

  const offering = { at, possible: moves === undefined ? undefined : possible };
  /** What comes next and what is related ask for the same things: each is read once for both, and the thing itself not again. */
  const remembering = ({ runtime, ...viewing }: Viewing, loaded: Loaded<S>): Viewing => ({
    ...viewing,
    runtime: { ...runtime, store: runtime.store.remembering({ of, loaded }) },
  });
  const actions = async (loaded: Loaded<S>, viewing: Viewing): Promise<Action[]> => {
    await viewing.runtime.completed?.(at);
    return actionsOf(offering, offers, loaded, viewing);
  };

  const links = async (loaded: Loaded<S>, viewing: Viewing): Promise<Link[]> => {
    await viewing.runtime.completed?.(at);
    return linksTo(
      related.flatMap((one) => one(loaded, viewing)),
      viewing,
    );
  };

  /** The steps that its state allows to anybody. */
  function stepsOf(loaded: Loaded<S>, viewing: Viewing): { readonly steps?: Step[] } {
    if (spec.tellsSteps?.(loaded, viewing) !== true) return {};
    const moves = possible(loaded.state);
    const open = offers.filter(({ does }) => moves.includes(does));
    return {
      steps: open.map(({ verb, title, allow }) => {
        const until = spec.stepUntil?.(loaded.state, verb) ?? undefined;
        return { verb, title: { ...title }, roles: [...allow], ...(until === undefined ? {} : { until }) };
      }),
    };
  }

  /** A view that says besides what its caller can do next, and what is related. */
  const andMore =
    (view: View<S, V>): View<S, z.ZodType> =>
    async (loaded, viewing) => {
      const reading = remembering(viewing, loaded);
      const [shown, next, related] = await Promise.all([
        view(loaded, viewing),
        actions(loaded, reading),
        links(loaded, reading),
      ]);
      return { ...shown, actions: next, links: related, ...stepsOf(loaded, viewing) };
    };
  const view = andMore(spec.view);

  /** A link to one of them, where this caller reads it: 404 first. */
  async function linkTo(
    { rel, title }: Pick<Link, "rel" | "title">,
    loaded: Loaded<S> | undefined,
    { actor, runtime }: Viewing,
  ): Promise<Link | undefined> {
    if (loaded === undefined) return undefined;
    await runtime.completed?.(at);
    const { below = "", allow } = reading ?? {};
    if (allow !== undefined && !hasRole(actor, allow)) return undefined;
    if (!(await mayRead(loaded, actor, runtime))) return undefined;
    const { id, state } = loaded;
    const status = statusOf === undefined ? {} : { status: statusOf(state) };
    return { rel, title: { ...title }, path: `${at}/${encodeURIComponent(id)}${below}`, id, ...status };
  }

  /** `POST <at>/{id}/<verb>`; `answers`, where it is not the thing that is answered. */
  function step<
    B extends z.ZodType,
    L = undefined,
    F extends FactsAsked = NoFacts,
    M extends Members = NoMembers,
    A extends z.ZodType = z.ZodType,
    SaidOnce extends z.input<A> = z.input<A>,
  >(
    verb: string,
    {
      does = verb,
      tries,
      answers,
      ...stepping
    }: Stepping<S, C, E, B, L, F, M> & {
      readonly answers?: Answers<S, A, SaidOnce> & Declares<A, SaidOnce>;
    },
  ): Route {
    const name: RouteName = `POST ${at}/{id}/${verb}`;
    const { summary: title, allow } = stepping;
    offers.push({ verb, title, allow, does, refusal: asking({ ...stepping, of, tries }) });
    const answered = answers ?? { returns, view };
    return { ...knownTo(of, steppers, command(name, { ...stepping, of, ...answered })), step: verb, ...absent };
  }

  return {
    /** Below which path it lies, and how much was stated of it so far: modules that are loaded later may add to it. */
    at,
    stated: (): number => offers.length + related.length + (reading === undefined ? 0 : 1),

    /** What its views hold: what `view` says, `actions` and `links`. */
    returns,
    view,
    actions,
    links,

    /** More that is related, as those know who know of it. */
    linked: (more: Related<S>): void => void related.push(more),

    /** Leads to one of them by its id. */
    link:
      (rel: string, title: Text, id: string | undefined): Leads =>
      async (viewing) =>
        id === undefined ? undefined : linkTo({ rel, title }, await viewing.runtime.store.load(of, id), viewing),

    /** Leads to the first that stands in a list. */
    linkIn:
      (rel: string, title: Text, place: { readonly index: string; readonly partition: string }): Leads =>
      async (viewing) => {
        const { items } = await viewing.runtime.store.list(of, { ...place, limit: 1 });
        return linkTo({ rel, title }, items[0], viewing);
      },

    mayRead,
    step,

    /** A step that is kept as something else under the same id, such as a list that goes with the thing. */
    beside<
      S2,
      C2,
      E2 extends DomainEvent,
      B extends z.ZodType,
      A extends z.ZodType,
      L = undefined,
      F extends FactsAsked = NoFacts,
      M extends Members = NoMembers,
      Beside extends z.input<A> = z.input<A>,
    >(
      verb: string,
      said: Writing<S2, C2, E2, B, A, L, F, M, Beside> & Declares<A, Beside> & { readonly tries?: Tries<S2, B> },
    ): Route {
      const { tries, ...stepping }: Writing<S2, C2, E2, B, z.ZodType, L, F, M> & { tries?: Tries<S2, B> } = said;
      const { summary: title, allow, of: other } = stepping;
      const ask = asking({ ...stepping, tries });
      offers.push({
        ...{ verb, title, allow, does: verb },
        refusal: async ({ id }, asker) => {
          const state = (await asker.runtime.store.load(other, id))?.state;
          return ask({ id, state }, asker);
        },
      });
      return { ...knownTo(of, steppers, command(`POST ${at}/{id}/${verb}`, stepping)), step: verb };
    },

    /** `POST <at>/{id}/<verb>` with an empty body. */
    bare: (verb: string, { command: asked, ...said }: Bare<C>): Route =>
      step(verb, { ...said, body: nothing, run: () => asked }),

    /** `GET <at>/{id}`, or below it; `view` where one thing alone shows more than others do. */
    read<Alone extends z.input<V> = z.input<V>>(
      summary: Text,
      allow: readonly Role[],
      said?: { readonly below?: `/${string}` | ""; readonly view?: View<S, V, Alone> } & Declares<V, Alone>,
    ): Route {
      const { below = "", view: own = spec.view } = said ?? {};
      reading = { below, allow };
      const asked = { summary, allow, of, returns, view: andMore(own), mayRead: mayReadAs(allow) };
      return { ...readById(`GET ${at}/{id}${below}`, asked), ...absent };
    },

    /** `GET <at>/{id}/actions`: what its caller can do next with a thing that anybody reads, and what is related. */
    readActions: (summary: Text, allow: readonly Role[]): Route =>
      readById(`GET ${at}/{id}/actions`, {
        ...{ summary, allow, of, mayRead: mayReadAs(allow) },
        returns: z.object({ id: z.string(), version: z.int(), ...besides }),
        view: async (loaded, viewing) => {
          const reading = remembering(viewing, loaded);
          const [next, related] = await Promise.all([actions(loaded, reading), links(loaded, reading)]);
          const { id, version } = loaded;
          return { id, version, actions: next, links: related };
        },
      }),

    /** `GET <at>/{id}/history`; `told` where not all of it is for everybody. */
    history: (summary: Text, allow: readonly Role[], told?: Told<S>): Route => {
      const said = { summary, allow, of, mayRead: mayReadAs(allow), ...(told === undefined ? {} : { told }) };
      return { ...historyOf(`GET ${at}/{id}/history`, said), ...absent };
    },
  };
}
