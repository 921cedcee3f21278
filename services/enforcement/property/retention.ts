import { aggregate, endOfAll, type Runtime } from "../../../shared/service/index.ts";
import type { Loaded } from "../../../shared/store/index.ts";
import { penaltyCase } from "../cases/index.ts";
import { goods } from "./domain/decider.ts";
import type { Goods } from "./domain/goods.ts";

/** P-8: what an item says of people is over with its case. */
const endOfGoods = (runtime: Runtime, { state, retained }: Loaded<Goods>): Promise<string | "open"> =>
  endOfAll(runtime, [{ of: penaltyCase, id: state.case }], retained?.endedOn ?? "");

export const goodsAggregate = aggregate(goods, undefined, { endOf: endOfGoods });
