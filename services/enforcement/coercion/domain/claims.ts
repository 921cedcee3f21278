import type { Context, Rejection } from "../../../../shared/decider/index.ts";
import type { PenaltyCase } from "../../cases/domain/case/case.ts";
import { keeperFault } from "../../property/domain/who.ts";
import { type Measure, type MeasureKind, openGoods } from "./measure.ts";
import type { ClaimsOfItem, OnTheSpot } from "./messages.ts";
import { badInput, refuse } from "./refusals.ts";

const article23 = { article: "行政强制法23", rule: "QZ-16" };

interface Taking {
  readonly kind: MeasureKind;
  readonly citizen: boolean;
}

/** QZ-16, QZ-23: only what belongs to the case, never what a citizen and his family live on, never what another organ has sealed. */
function claimFault(claims: ClaimsOfItem, { kind, citizen }: Taking, pointer: string): Rejection | undefined {
  if (claims.relation === "unrelated") return refuse("enforcement.goods-not-of-the-case", article23, pointer);
  if (claims.sealedElsewhere) return refuse("enforcement.sealed-already", article23, pointer);
  const forbidden = claims.dailyNecessity && citizen && kind !== "preservation";
  return forbidden ? refuse("enforcement.daily-necessity", article23, pointer) : undefined;
}

/** What may be taken, item by item, and who keeps each. */
export function goodsFault(
  { goods, adopts = [] }: Pick<OnTheSpot, "goods" | "adopts">,
  {
    kind,
    party,
    handlers,
    preservation,
  }: Pick<Measure, "kind" | "party" | "handlers"> & {
    readonly preservation: Measure | undefined;
  },
  of: PenaltyCase,
  { town }: Pick<Context, "town">,
): Rejection | undefined {
  if (goods.length + adopts.length === 0) return badInput("enforcement.measure-without-goods", article23, "/goods");
  const citizen = of.parties.some((one) => one.id === party && one.kind !== "organisation");
  const all = new Set([...handlers, ...of.handlers]);
  for (const [at, item] of goods.entries()) {
    const pointer = `/goods/${at}`;
    const fault =
      claimFault(item, { kind, citizen }, pointer) ??
      (item.kind === "place" && kind !== "seal"
        ? refuse("enforcement.place-is-not-seized", { ...article23, article: "行政强制法9" }, pointer)
        : undefined) ??
      keeperFault(item.keeper, { under: kind, handlers: all, town }, `${pointer}/keeper`);
    if (fault !== undefined) return fault;
  }
  return adoptionFault(adopts, preservation, { kind, citizen });
}

/** CF-56a: a seizure takes over what is preserved: all that the preservation still holds, so that nothing is left without a measure. */
function adoptionFault(
  adopts: NonNullable<OnTheSpot["adopts"]>,
  preservation: Measure | undefined,
  taking: Taking,
): Rejection | undefined {
  const open = preservation?.status === "in-force" ? openGoods(preservation).map(({ id }) => id) : [];
  for (const [at, item] of adopts.entries()) {
    const pointer = `/adopts/${at}`;
    if (!open.includes(item.id)) return badInput("enforcement.goods-not-of-the-measure", { item: item.id }, pointer);
    const fault = claimFault(item, taking, pointer);
    if (fault !== undefined) return fault;
  }
  const left = preservation === undefined ? [] : open.filter((id) => !adopts.some((one) => one.id === id));
  return left.length === 0
    ? undefined
    : refuse("enforcement.goods-left-over", { items: left, article: "行政处罚法56", rule: "CF-56a" }, "/adopts");
}
