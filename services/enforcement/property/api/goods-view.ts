import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import { rowOf, type Viewing } from "../../../../shared/http/index.ts";
import { partyName } from "../../../../shared/parties/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import {
  disposals,
  dueFen,
  type Goods,
  goodsKinds,
  goodsStatuses,
  type Keeper,
  liesThere,
  returnGrounds,
  titles,
} from "../domain/goods.ts";
import { fen } from "./schemas.ts";

const date = z.iso.date();
const keeperView = z.object({
  kind: z.enum(["officers", "staff", "party", "third-party"]),
  name: z.string().optional(),
});

export const goodsView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(goodsStatuses),
  case: z.string(),
  measure: z.string().optional(),
  under: z.enum(titles),
  party: z.string(),
  kind: z.enum(goodsKinds),
  title: z.string(),
  quantity: z.number(),
  unit: z.string(),
  mark: z.string().optional(),
  condition: z.string(),
  valueFen: fen.optional(),
  takenOn: date,
  place: z.string(),
  keeper: keeperView,
  moving: z.object({ keeper: keeperView, place: z.string(), on: date }).optional(),
  moves: z.int(),
  seals: z.array(z.string()),
  pictures: z.array(z.string()),
  /** The last day of its present state. */
  until: date.optional(),
  overdue: z.boolean(),
  costsFen: fen,
  proceeds: z.object({ amountFen: fen, marketFen: fen, on: date }).optional(),
  /** QZ-28: what is paid in its place or besides, when it goes back. */
  dueFen: fen,
  returning: z.enum(returnGrounds).optional(),
  calledOn: date.optional(),
  proceeding: z.string().optional(),
  disposal: z.object({ how: z.enum(disposals), on: date }).optional(),
  paidInFen: fen.optional(),
  endedOn: date.optional(),
});

/** P-17: a third party by his kind; who is not said to be a body is masked as a person. */
const viewKeeper = (keeper: Keeper) => ({
  kind: keeper.kind,
  ...(keeper.kind === "staff" ? { name: keeper.sub } : {}),
  ...(keeper.kind === "third-party"
    ? { name: partyName({ kind: keeper.partyKind ?? "citizen", name: keeper.name }) }
    : {}),
});

/** An item with all that the town and its owner may know of it. */
export function viewGoods({ id, version, state }: Loaded<Goods>, { runtime }: Pick<Viewing, "runtime">) {
  const { status, case: of, under, party, kind, title, quantity, unit, condition, takenOn, place, moves } = state;
  const today = todayIn(runtime.clock()).toString();
  const lies = liesThere(state);
  return {
    ...{ id, version, status, case: of, under, party, kind, title, quantity, unit, condition, takenOn, place, moves },
    keeper: viewKeeper(state.keeper),
    ...(state.moving === undefined ? {} : { moving: { ...state.moving, keeper: viewKeeper(state.moving.keeper) } }),
    seals: [...state.seals],
    pictures: [...state.pictures],
    ...(lies ? { until: state.until } : {}),
    overdue: lies && state.until < today,
    costsFen: state.costsFen,
    dueFen: status === "returning" || status === "lost" ? dueFen(state) : 0,
    ...present({ measure: state.measure, mark: state.mark, valueFen: state.valueFen, proceeds: state.proceeds }),
    ...present({ returning: state.returning, calledOn: state.calledOn, proceeding: state.proceeding }),
    ...(state.disposal === undefined ? {} : { disposal: { how: state.disposal.how, on: state.disposal.on } }),
    ...present({ paidInFen: state.paidInFen, endedOn: state.endedOn }),
  };
}

/** An item in the list of what lies: where, with whom, until when. */
export const goodsRow = goodsView.pick({
  ...{ id: true, version: true, status: true, case: true, title: true, quantity: true, unit: true },
  ...{ place: true, until: true, overdue: true },
});

export const viewGoodsRow = rowOf(goodsRow, viewGoods);
