import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import type { Actor } from "../../../../shared/decider/index.ts";
import { fileDigest } from "../../../../shared/files/digest.ts";
import { create, hasRole, list, type Route, resource, severalOf } from "../../../../shared/http/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { factReference, heldFact } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import type { Role } from "../../../../shared/town/roles.ts";
import { caseRegister, isOfTheProceeding, penaltyCase, placeOf, proceeding } from "../../cases/index.ts";
import { caseHouse, caseOfficers } from "../../common/api/roles.ts";
import { goods } from "../domain/decider.ts";
import { type Goods, goodsStatuses, lyingStatuses } from "../domain/goods.ts";
import { goodsMoves } from "../domain/moves.ts";
import { goodsOfCase } from "../goods-of-case.ts";
import { goodsRow, goodsView, viewGoods, viewGoodsRow } from "./goods-view.ts";
import { describedItem } from "./schemas.ts";

/** CF-74a: who keeps goods is no officer of their case; who pays in what they bring is the accountant. */
export const keepers = [...caseOfficers, "clerk", "reviewer", "accountant"] as const satisfies readonly Role[];
const house = [...caseHouse, "clerk", "reviewer", "accountant"] as const satisfies readonly Role[];

const isKeeper = ({ keeper, moving }: Goods, sub: string) =>
  (keeper.kind === "staff" && keeper.sub === sub) || (moving?.keeper.kind === "staff" && moving.keeper.sub === sub);

/** Who deals with the case, who keeps the item or is to receive it, the accountant; and the party his own. */
function mayReadGoods(state: Goods, actor: Actor | undefined, { town, clock }: Runtime): boolean {
  if (actor === undefined) return false;
  if (actor.party === state.key) return true;
  if (actor.roles.includes("accountant") || isKeeper(state, actor.sub)) return true;
  return isOfTheProceeding(state, actor, { town, today: todayIn(clock()) });
}

/** Goods that the town holds: seized, sealed, preserved, confiscated. */
export const goodsRegister = resource({
  of: goods,
  at: "/enforcement/goods",
  staff: ["accountant"],
  own: ({ state }, actor, runtime) => mayReadGoods(state, actor, runtime),
  moves: goodsMoves,
  statusOf: ({ status }) => status,
  returns: goodsView,
  view: viewGoods,
  links: ({ state }) => [caseRegister.link("case", { zh: "案件", en: "Case" }, state.case)],
});

export const goodsReads: readonly Route[] = [
  create("POST /enforcement/goods", {
    summary: { zh: "登记按处罚决定没收的财物（当场清点）", en: "Take in goods that a served decision confiscates" },
    allow: caseOfficers,
    of: goods,
    // What a decision names is one thing under one name.
    id: ({ body, runtime }) => runtime.keyed("confiscated-goods", `${body.proceeding}|${body.item.title}`, 26),
    body: z.strictObject({ proceeding: lineOf(120), item: describedItem, with: lineOf(100), list: fileDigest }),
    facts: async ({ body, runtime }) => ({
      // Held, so that of two who take in the same thing at once one is refused, and none comes after the decision fell.
      by: heldFact(factReference(proceeding, body.proceeding)),
      known: (await goodsOfCase(placeOf(body.proceeding).caseId, runtime)).map(({ id }) =>
        heldFact(factReference(goods, id)),
      ),
      of: factReference(penaltyCase, placeOf(body.proceeding).caseId),
    }),
    run: ({ body, facts }) => ({ type: "take-confiscated" as const, ...body, ...facts }),
    returns: goodsRegister.returns,
    view: goodsRegister.view,
  }),
  list("GET /enforcement/goods", {
    summary: {
      zh: "在管财物：按状态、案件或者本人保管，写明期限；当事人只见本人的",
      en: "What lies and until when: by status, case, or kept by oneself; a party sees his own",
    },
    allow: [...house, "resident"],
    of: goods,
    query: {
      status: severalOf(goodsStatuses).optional(),
      case: lineOf(80).optional(),
      keptBy: z.literal("mine").optional(),
    },
    sorts: ["due"],
    returns: goodsRow,
    find: ({ query, actor }) => {
      if (query.keptBy !== undefined) return { index: "byOwner", partition: `goods:keeper:${actor?.sub ?? ""}` };
      if (query.case !== undefined) return { index: "byCase", partition: `goods:${query.case}`, unsorted: true };
      if (!hasRole(actor, house))
        return { index: "byCode", partition: `goods:party:${actor?.party ?? ""}`, unsorted: true };
      return (query.status ?? lyingStatuses).map((status) => ({ index: "byStatus", partition: `goods:${status}` }));
    },
    keep: ({ state }, { query, actor, runtime }) =>
      mayReadGoods(state, actor, runtime) && query.status?.includes(state.status) !== false,
    view: viewGoodsRow,
  }),
  goodsRegister.read({ zh: "一件财物", en: "One item of goods" }, [...house, "resident"]),
  goodsRegister.history({ zh: "一件财物的经过", en: "All that happened to an item" }, house),
];
