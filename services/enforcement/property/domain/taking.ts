import type { Context, Decision } from "../../../../shared/decider/index.ts";
import { daysFromToday } from "./days.ts";
import type { Confiscating, Described, GoodsEvent, TakeConfiscated, TakeIn } from "./messages.ts";
import { named } from "./named.ts";
import { article74, badInput, notNow, notYou, refuse } from "./refusals.ts";
import { keeperFault } from "./who.ts";

type Decided = Decision<GoodsEvent>;

/** What is said of an item, in its public and its personal part. */
const said = ({ kind, quantity, keeper: _keeper, ...item }: Described) => ({
  data: { kind, quantity },
  personal: item,
});

/** On the way to its keeper; what stays with the party or a third person, who signed on paper, is with him. */
function toKeeper({ keeper, place }: Described, on: string): GoodsEvent {
  const reasons = "";
  return keeper.kind === "staff"
    ? { type: "enforcement.goods.sent", data: { on }, personal: { keeper, place, reasons } }
    : { type: "enforcement.goods.received", data: { on }, personal: { keeper, place } };
}

/** QZ-24, CF-56: taken under a measure. The measure asks who may and why; the item asks who keeps it. */
export function takeIn(command: TakeIn, { town }: Context): Decided {
  const { item, case: of, measure, under, party, handlers, takenOn, until } = command;
  const refused = keeperFault(item.keeper, { under, handlers: new Set(handlers), town });
  if (refused !== undefined) return refused;
  const { data, personal } = said(item);
  return [
    {
      type: "enforcement.goods.taken-in",
      data: { case: of, measure, under, party: party.id, takenOn, until, ...data },
      personal: { ...personal, key: party.key, handlers },
    },
    toKeeper(item, takenOn),
  ];
}

/** What went back to its owner can be taken again; anything else of this name is on record already. */
const isKnown = ({ known, item }: TakeConfiscated, { party }: Confiscating): boolean =>
  known.some((one) => one?.party === party.id && one.title === item.title && one.status !== "returned");

/**
 * CF-74a: what a decision confiscates that no measure holds. The decision was served and names it; two officers of the case
 * draw up the list on the spot. Each thing that it names is taken in once.
 */
export function takeConfiscated(command: TakeConfiscated, context: Context): Decided {
  const { item, proceeding, by, of, with: other, list } = command;
  const { actor, town, today } = context;
  if (by === undefined || of === undefined || by.status !== "in-effect" || !named(by, { title: item.title }))
    return refuse("enforcement.goods-not-confiscated-by-decision", article74, "/proceeding");
  if (isKnown(command, by)) return notNow("enforcement.goods-taken-in-already", { title: item.title, ...article74 });
  const subs = of.officers.map(({ sub }) => sub);
  if (!subs.includes(actor.sub) || !subs.includes(other) || actor.sub === other)
    return notYou("enforcement.goods-list-officers", article74);
  if (list.trim() === "") return badInput("enforcement.goods-list-officers", article74, "/list");
  const refused = keeperFault(item.keeper, { under: "decision", handlers: new Set(of.handlers), town });
  if (refused !== undefined) return refused;
  const on = today.toString();
  const { data, personal } = said(item);
  return [
    {
      type: "enforcement.goods.taken-in",
      data: {
        ...{ case: by.case, under: "decision", party: by.party.id, takenOn: on, proceeding, ...data },
        until: daysFromToday(context, town.enforcement.goods.disposalDays),
      },
      personal: { ...personal, key: by.party.key, handlers: of.handlers, with: other, list },
    },
    toKeeper(item, on),
  ];
}
