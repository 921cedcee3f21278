import * as z from "zod";
import type { Decider, DomainEvent, Moves, Rejection } from "../decider/index.ts";
import type { FactsAsked, Loaded, Members, NoFacts, NoMembers } from "../store/index.ts";
import type { Role } from "../town/roles.ts";
import { actionSchema, actionsOf, type Offer } from "./actions.ts";
import { command, type Viewing, type Writing } from "./commands.ts";
import { knownTo, mayKnow, type Readers } from "./known-to.ts";
import type { Text } from "./problem.ts";
import { historyOf, readById, type Told } from "./reads.ts";
import type { Route, RouteName } from "./route.ts";

/** What moves a thing, and the state it is in: the steps a view offers are read from both. */
type Life<S> =
  | { readonly moves: Moves; readonly statusOf: (state: S) => string }
  /** Its views offer no steps. */
  | { readonly moves?: undefined; readonly statusOf?: undefined };

type View<S, V extends z.ZodType> = (loaded: Loaded<S>, viewing: Viewing) => z.input<V> | Promise<z.input<V>>;

type Spec<S, C, E extends DomainEvent, V extends z.ZodObject> = Readers<S> &
  Life<S> & {
    readonly of: Decider<S, C, E>;
    /** Below which path: `/permits/complaints`. */
    readonly at: `/${string}`;
    readonly returns: V;
    readonly view: View<S, V>;
    /** Who besides takes steps with any of them, without leave to look through them. */
    readonly acting?: readonly Role[];
  };

type Stepping<S, C, E extends DomainEvent, B extends z.ZodType, L, F extends FactsAsked, M extends Members> = Omit<
  Writing<S, C, E, B, z.ZodType, L, F, M>,
  "of" | "returns" | "view"
> & {
  /** Its name in the table of moves, where it is not the verb. */
  readonly does?: string;
  /** Whether this caller may take it with this very thing; what the domain says, told beforehand. */
  readonly mayAct?: (loaded: Loaded<S>, viewing: Viewing) => boolean;
  /** A rule that refuses it in this state. */
  readonly blockedBy?: (loaded: Loaded<S>, viewing: Viewing) => Rejection | undefined;
  /** The command for asking the domain beforehand, where it needs neither body nor facts. */
  readonly trial?: (loaded: Loaded<S>, viewing: Viewing) => C;
};

/** A step that needs neither body nor facts: the domain is asked beforehand whether it would be refused. */
interface Bare<S, C> {
  readonly summary: Text;
  readonly allow: readonly Role[];
  readonly command: C;
  readonly does?: string;
  readonly mayAct?: (loaded: Loaded<S>, viewing: Viewing) => boolean;
}

const nothing = z.strictObject({});

/**
 * The routes of one kind of thing: steps, reading, history. One rule of who may know of it holds for all of them, and
 * each view says what its caller can do next.
 */
export function resource<S, C, E extends DomainEvent, V extends z.ZodObject>(spec: Spec<S, C, E, V>) {
  const { of, at, staff, own, acting = [] } = spec;
  const owners = own === undefined ? {} : { own };
  const readers: Readers<S> = { staff, ...owners };
  const steppers: Readers<S> = { staff: [...staff, ...acting], ...owners };
  const offers: Offer<S, C>[] = [];
  const life = spec.moves === undefined ? undefined : { moves: spec.moves, statusOf: spec.statusOf };
  const returns: z.ZodType =
    life === undefined ? spec.returns : z.object({ ...spec.returns.shape, actions: z.array(actionSchema) });
  const mayRead = (loaded: Loaded<S>, actor: Viewing["actor"], runtime: Viewing["runtime"]) =>
    mayKnow(readers, loaded, actor, runtime);

  /** A view that says besides what its caller can do next. */
  const offering = (view: View<S, V>) => async (loaded: Loaded<S>, viewing: Viewing) => {
    const shown = await view(loaded, viewing);
    if (life === undefined) return shown;
    const possible = (state: S) => Object.keys(life.moves[life.statusOf(state)] ?? {});
    return { ...shown, actions: actionsOf({ of, at, possible }, offers, loaded, viewing) };
  };
  const view = offering(spec.view);

  /** `POST <at>/{id}/<verb>` */
  function step<B extends z.ZodType, L = undefined, F extends FactsAsked = NoFacts, M extends Members = NoMembers>(
    verb: string,
    { does = verb, mayAct, blockedBy, trial, ...stepping }: Stepping<S, C, E, B, L, F, M>,
  ): Route {
    const name: RouteName = `POST ${at}/{id}/${verb}`;
    const { summary: title, allow } = stepping;
    offers.push({ verb, title, allow, does, mayAct, blockedBy, trial });
    return knownTo(of, steppers, command(name, { ...stepping, of, returns, view }));
  }

  return {
    /** What its views hold: what `view` says, and `actions`. */
    returns,
    view,
    mayRead,
    step,

    /** Any other route below `{id}`: hidden from whom the thing is. */
    hidden: (route: Route): Route => knownTo(of, readers, route),

    /** `POST <at>/{id}/<verb>` with an empty body. */
    bare: (verb: string, { command: asked, ...said }: Bare<S, C>): Route =>
      step(verb, { ...said, body: nothing, run: () => asked, trial: () => asked }),

    /** `GET <at>/{id}`, or below it; `view` where one thing alone shows more than others do. */
    read: (
      summary: Text,
      allow: readonly Role[],
      { below = "", view: own = spec.view }: { readonly below?: `/${string}` | ""; readonly view?: View<S, V> } = {},
    ): Route => readById(`GET ${at}/{id}${below}`, { summary, allow, of, returns, view: offering(own), mayRead }),

    /** `GET <at>/{id}/history`; `told` where not all of it is for everybody. */
    history: (summary: Text, allow: readonly Role[], told?: Told<S>): Route =>
      historyOf(`GET ${at}/{id}/history`, {
        ...{ summary, allow, of, mayRead },
        ...(told === undefined ? {} : { told }),
      }),
  };
}
