import type { Runtime } from "../../../shared/service/index.ts";
import type { Loaded, Position } from "../../../shared/store/index.ts";
import { goods } from "./domain/decider.ts";
import type { Goods } from "./domain/goods.ts";

/** All goods of a case, those that are gone too. */
export async function goodsOfCase(of: string, { store }: Runtime): Promise<readonly Loaded<Goods>[]> {
  const all: Loaded<Goods>[] = [];
  let after: Position | undefined;
  do {
    const page = await store.list(goods, {
      ...{ index: "byCase", partition: `goods:${of}`, limit: 100 },
      ...(after === undefined ? {} : { after }),
    });
    all.push(...page.items);
    after = page.last;
  } while (after !== undefined);
  return all;
}
