import type { Actor, Context, Rejection } from "../../../../shared/decider/index.ts";
import { isHeadFor, knownPerson } from "../../../../shared/people/index.ts";
import { byMachine } from "../../common/domain/case-rules.ts";
import type { Goods, GoodsTitle, NamedKeeper } from "./goods.ts";
import type { GoodsCase } from "./messages.ts";
import { article26, article74, badInput, notYou, refuse } from "./refusals.ts";

/** Everybody who is or was an officer of the case, as far as the item or the case knows. */
export const handlersOf = ({ handlers }: Pick<Goods, "handlers">, of: GoodsCase | undefined): ReadonlySet<string> =>
  new Set([...handlers, ...(of?.handlers ?? [])]);

/** CF-74a: no officer of the case keeps its goods. QZ-26: a third person keeps by contract; the party only what is sealed or stays on the spot. */
export function keeperFault(
  keeper: NamedKeeper,
  {
    under,
    handlers,
    town,
  }: { readonly under: GoodsTitle; readonly handlers: ReadonlySet<string> } & Pick<Context, "town">,
  pointer = "/keeper",
): Rejection | undefined {
  if (keeper.kind === "party")
    return under === "seal" || under === "preservation"
      ? undefined
      : refuse("enforcement.goods-party-keeps-sealed", article26, pointer);
  if (keeper.kind === "third-party")
    return keeper.contract.trim() === ""
      ? badInput("enforcement.goods-contract-missing", article26, `${pointer}/contract`)
      : undefined;
  if (handlers.has(keeper.sub))
    return refuse("enforcement.goods-handler-keeps", { person: keeper.sub, ...article74 }, pointer);
  return knownPerson(keeper.sub, town) === undefined
    ? badInput("enforcement.unknown-person", { person: keeper.sub }, `${pointer}/sub`)
    : undefined;
}

const isKeeper = ({ keeper }: Goods, { sub }: Actor) => keeper.kind === "staff" && keeper.sub === sub;

/** The keeper, or an officer of the case: never the party of whom it was taken. */
export function keeperOrHandler(state: Goods, of: GoodsCase | undefined, { actor }: Context): Rejection | undefined {
  const own = actor.party === state.key;
  return !own && (isKeeper(state, actor) || handlersOf(state, of).has(actor.sub))
    ? undefined
    : notYou("enforcement.goods-not-yours", article74);
}

/** Who hands it on: the keeper by his login; of what lies with others, an officer with the slip that they signed. */
export function giverFault(state: Goods, of: GoodsCase | undefined, context: Context, slip: string | undefined) {
  if (state.keeper.kind === "staff")
    return isKeeper(state, context.actor) ? undefined : notYou("enforcement.goods-not-yours", article74);
  const refused = keeperOrHandler(state, of, context);
  if (refused !== undefined || state.keeper.kind === "officers" || slip !== undefined) return refused;
  return badInput("enforcement.goods-slip-missing", article74, "/slip");
}

/** CF-57, CF-74a: the organ's head decides on goods, as a person (P-5). He neither handled the case nor keeps them. */
export function goodsHeadFault(state: Goods, of: GoodsCase | undefined, { actor, town, today }: Context) {
  const machine = byMachine(actor);
  if (machine !== undefined) return machine;
  const isHead = isHeadFor(town.enforcementOffice, actor.sub, "organ", { heads: town.heads, today });
  const involved = handlersOf(state, of).has(actor.sub) || isKeeper(state, actor) || actor.party === state.key;
  return isHead && !involved ? undefined : notYou("enforcement.goods-head-only", article74);
}

/** CF-74a: who disposes of it neither decided, nor keeps it, nor handled the case. */
export function disposerFault(state: Goods, of: GoodsCase | undefined, { actor }: Context): Rejection | undefined {
  const involved =
    handlersOf(state, of).has(actor.sub) ||
    isKeeper(state, actor) ||
    state.disposal?.by === actor.sub ||
    actor.party === state.key;
  return byMachine(actor) ?? (involved ? notYou("enforcement.goods-disposer-apart", article74) : undefined);
}
