import * as z from "zod";
import type { Decider, DomainEvent, Moves, Rejection } from "../decider/index.ts";
import type { FactsAsked, Loaded, Members, NoFacts, NoMembers } from "../store/index.ts";
import type { Role } from "../town/roles.ts";
import { actionSchema, actionsOf, type Offer } from "./actions.ts";
import { command, type Viewing, type Writing } from "./commands.ts";
import { knownTo, mayKnow, type Readers } from "./known-to.ts";
import type { Text } from "./problem.ts";
import { historyOf, readById } from "./reads.ts";
import type { Route, RouteName } from "./route.ts";

interface Spec<S, C, E extends DomainEvent, V extends z.ZodObject> extends Readers<S> {
  readonly of: Decider<S, C, E>;
  /** Below which path: `/permits/complaints`. */
  readonly at: `/${string}`;
  readonly returns: V;
  readonly view: (loaded: Loaded<S>, viewing: Viewing) => z.input<V> | Promise<z.input<V>>;
  /** What moves it, and the state it is in: the steps a view offers are read from both. */
  readonly moves: Moves;
  readonly statusOf: (state: S) => string;
}

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

/**
 * The routes of one kind of thing: steps, reading, history. One rule of who may know of it holds for all of them, and
 * each view says what its caller can do next.
 */
export function resource<S, C, E extends DomainEvent, V extends z.ZodObject>(spec: Spec<S, C, E, V>) {
  const { of, at, view, staff, own } = spec;
  const readers: Readers<S> = own === undefined ? { staff } : { staff, own };
  const offers: Offer<S, C>[] = [];
  const possible = (state: S) => Object.keys(spec.moves[spec.statusOf(state)] ?? {});
  const returns: z.ZodType = z.object({ ...spec.returns.shape, actions: z.array(actionSchema) });
  const viewWithActions = async (loaded: Loaded<S>, viewing: Viewing) => ({
    ...(await view(loaded, viewing)),
    actions: actionsOf({ of, at, possible }, offers, loaded, viewing),
  });

  return {
    /** What its views hold: what `view` says, and `actions`. */
    returns,
    view: viewWithActions,
    mayRead: (loaded: Loaded<S>, actor: Viewing["actor"], runtime: Viewing["runtime"]) =>
      mayKnow(readers, loaded, actor, runtime),

    /** Any other route below `{id}`: hidden from whom the thing is. */
    hidden: (route: Route): Route => knownTo(of, readers, route),

    /** `POST <at>/{id}/<verb>` */
    step<B extends z.ZodType, L = undefined, F extends FactsAsked = NoFacts, M extends Members = NoMembers>(
      verb: string,
      { does = verb, mayAct, blockedBy, trial, ...stepping }: Stepping<S, C, E, B, L, F, M>,
    ): Route {
      const name: RouteName = `POST ${at}/{id}/${verb}`;
      const { summary: title, allow } = stepping;
      offers.push({ verb, title, allow, does, mayAct, blockedBy, trial });
      return knownTo(of, readers, command(name, { ...stepping, of, returns, view: viewWithActions }));
    },

    /** `GET <at>/{id}` */
    read: (summary: Text, allow: readonly Role[]): Route =>
      readById(`GET ${at}/{id}`, {
        ...{ summary, allow, of, returns, view: viewWithActions },
        mayRead: (loaded, actor, runtime) => mayKnow(readers, loaded, actor, runtime),
      }),

    /** `GET <at>/{id}/history` */
    history: (summary: Text, allow: readonly Role[]): Route =>
      historyOf(`GET ${at}/{id}/history`, {
        ...{ summary, allow, of },
        mayRead: (loaded, actor, runtime) => mayKnow(readers, loaded, actor, runtime),
      }),
  };
}
