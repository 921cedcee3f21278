import { deciderOf } from "../../../../shared/decider/index.ts";
import { erasedMark } from "../../../../shared/identity-codes/index.ts";
import { auction, setAgainst } from "./against-fine.ts";
import { confiscate, decideDisposal, destroy, giveOver, handOver, realise } from "./disposing.ts";
import { goodsEffects } from "./evolve.ts";
import { type Goods, liesThere } from "./goods.ts";
import { inspect, move, noteCost, noteLoss, receive, sellPerishable } from "./keeping.ts";
import { goodsMoves } from "./moves.ts";
import { nextGoodsDeadline, passTime } from "./passing.ts";
import { article74, notNow } from "./refusals.ts";
import { callOwner, compensate, giveBack, release, restore, takeBack, turnIn } from "./returning.ts";
import { takeConfiscated, takeIn } from "./taking.ts";
import type { GoodsWords } from "./words.ts";

const isHeld = ({ status }: Goods) => status === "held" || status === "sold";

/** An item that the town seized, sealed, preserved or confiscated: at all times in one state, with a last day (CF-74a, QZ-24, QZ-27). */
export const goods = deciderOf<GoodsWords>({
  aggregate: "goods",
  shape: 2,
  codes: { kind: ["officers", "staff", "party", "third-party"] },
  ended: (state) => !liesThere(state),
  moves: goodsMoves,
  impossible: "enforcement.goods-not-in-this-state",
  byItself: ["pass-time"],
  begin: { "take-in": takeIn, "take-confiscated": takeConfiscated },
  // What its measure or its decision says is heard in every state.
  always: {
    // Taken in twice it is the same item.
    "take-in": () => [],
    "take-confiscated": ({ title }) => notNow("enforcement.goods-taken-in-already", { title, ...article74 }),
    prolong: (state, { until }) =>
      isHeld(state) && until !== state.until
        ? [{ type: "enforcement.goods.prolonged", data: { until }, personal: {} }]
        : [],
    adopt: (state, { until, measure, under }) =>
      isHeld(state) ? [{ type: "enforcement.goods.adopted", data: { until, measure, under }, personal: {} }] : [],
    release,
    confiscate,
    "hand-over": handOver,
    restore,
  },
  steps: {
    move,
    receive,
    inspect,
    "note-cost": noteCost,
    "sell-perishable": sellPerishable,
    "note-loss": noteLoss,
    compensate,
    "give-back": giveBack,
    "call-owner": callOwner,
    "turn-in": turnIn,
    "decide-disposal": decideDisposal,
    realise,
    destroy,
    "give-over": giveOver,
    "set-against": setAgainst,
    auction,
    "take-back": takeBack,
    "pass-time": (state, _command, context) => passTime(state, context),
  },
  ...goodsEffects,
  listed: ({ status, case: of, until, keeper, key }, id) => ({
    byStatus: { partition: `goods:${status}`, sort: `${until}#${id}` },
    byCase: { partition: `goods:${of}`, sort: id },
    ...(keeper.kind === "staff" && keeper.sub !== erasedMark
      ? { byOwner: { partition: `goods:keeper:${keeper.sub}`, sort: `${until}#${id}` } }
      : {}),
    ...(key === "" || key === erasedMark ? {} : { byCode: { partition: `goods:party:${key}`, sort: id } }),
  }),
  nextDeadline: nextGoodsDeadline,
  onDeadline: () => ({ type: "pass-time" }),
});
