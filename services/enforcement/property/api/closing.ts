import * as z from "zod";
import { fileDigest } from "../../../../shared/files/digest.ts";
import type { Route } from "../../../../shared/http/index.ts";
import { factReference, heldFact } from "../../../../shared/store/index.ts";
import { caseRegister } from "../../cases/index.ts";
import { organHeads } from "../../common/api/roles.ts";
import { goods } from "../domain/decider.ts";
import { liesThere } from "../domain/goods.ts";
import { goodsOfCase } from "../goods-of-case.ts";

/** CF-57a, QZ-28: a case is not closed while an item of it lies with the town, or waits to be handed back. */
export const closingSteps: readonly Route[] = [
  caseRegister.step("close", {
    summary: { zh: "结案（案卷齐全，财物均已了结）", en: "Close the case, its file complete and its goods settled" },
    allow: organHeads,
    body: z.strictObject({ report: fileDigest }),
    learnsFromTable: true,
    learn: async ({ id, runtime }) => (await goodsOfCase(id, runtime)).map((one) => one.id),
    facts: async ({ id, runtime }) => ({
      goods: (await goodsOfCase(id, runtime)).map((one) => heldFact(factReference(goods, one.id))),
    }),
    run: ({ body, facts, learnt }) => ({
      ...{ type: "close", ...body },
      lying: facts.goods.flatMap((state, at) =>
        state !== undefined && liesThere(state) ? [learnt?.[at] ?? state.title] : [],
      ),
    }),
  }),
];
