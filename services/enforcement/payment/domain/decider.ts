import { deciderOf } from "../../../../shared/decider/index.ts";
import { applyToCourt, courtAnswered, courtRuled, end, pause, resume } from "./court.ts";
import { askDeferral, decideDeferral, waiveSurcharge } from "./deferring.ts";
import { demand, hearOpinion, noteDemandService, stateOpinion } from "./demanding.ts";
import { fineEffects } from "./evolve.ts";
import { begin, follow } from "./following.ts";
import { noteAuction, releaseGoods, takeGoods } from "./goods.ts";
import { fineMoves } from "./moves.ts";
import { lastDueDay } from "./owed.ts";
import { nextDeadline, passTime } from "./passing.ts";
import { notePayment, takePaymentBack } from "./paying.ts";
import { notTheirs } from "./whose.ts";
import type { FineWords } from "./words.ts";

/** What a party owes by a decision (E12), from its service to the last fen, the court, or its end. */
export const fine = deciderOf<FineWords>({
  aggregate: "fine",
  shape: 5,
  ended: ({ status }) => status === "paid" || status === "ended" || status === "annulled",
  moves: fineMoves,
  impossible: "enforcement.fine-not-in-this-state",
  byItself: ["pass-time", "take-payment-back"],
  guard: notTheirs,
  begin: { follow: begin },
  // A decision can be changed or fall in every state.
  always: { follow },
  steps: {
    "note-payment": notePayment,
    "take-payment-back": takePaymentBack,
    "ask-deferral": askDeferral,
    "decide-deferral": decideDeferral,
    demand,
    "note-demand-service": noteDemandService,
    "state-opinion": stateOpinion,
    "hear-opinion": hearOpinion,
    "waive-surcharge": waiveSurcharge,
    "take-goods": takeGoods,
    "note-auction": noteAuction,
    "release-goods": releaseGoods,
    "apply-to-court": applyToCourt,
    "court-answered": courtAnswered,
    "court-ruled": courtRuled,
    pause,
    resume,
    end,
    "pass-time": (state, _command, context) => passTime(state, context),
  },
  ...fineEffects,
  listed: (state, id) => ({
    byStatus: { partition: `fine:${state.status}`, sort: `${lastDueDay(state)}#${id}` },
    byCase: { partition: `fine:${state.case}`, sort: id },
  }),
  nextDeadline,
  onDeadline: () => ({ type: "pass-time" }),
});
