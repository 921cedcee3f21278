import type { TownProfile } from "../../../../shared/town/profile.ts";
import { onSpotPenalty } from "../../cases/domain/on-spot/decider.ts";
import { fine } from "../../payment/domain/decider.ts";
import type { Fine } from "../../payment/domain/fine.ts";
import { followed } from "../../payment/domain/owed-by.ts";
import { delivery } from "../../service-of-papers/domain/decider.ts";
import type { Delivery } from "../../service-of-papers/domain/delivery.ts";
import type { Dossier } from "../domain/dossier.ts";
import { aCase } from "./case.ts";
import type { AddPaper } from "./index.ts";
import { sampledGoods } from "./measures.ts";
import { castOf, Sampled } from "./sampled.ts";
import { certificates, citizen, code, digest, penalty, power } from "./things.ts";

/** The demand of a fine as it reached the party on the next day. */
function broughtBy({ case: of, proceeding, handledBy, demand }: Fine, town: TownProfile): Delivery {
  const [one] = castOf(town).officers;
  const paper = { kind: "demand" as const, number: demand?.number.text.zh ?? "", issuedOn: "2026-02-10" };
  const from = { case: of, party: { kind: "citizen" as const }, handlers: handledBy };
  return new Sampled(delivery, town)
    .do({ type: "send", proceeding, paper, of: from }, "2026-02-10", one)
    .do({ type: "deliver-by-hand", on: "2026-02-11", to: "self", signedBy: "当事人", proof: digest }, "2026-02-11", one)
    .state;
}

/** Instalments, the demand, the application to the court, and how enforcement stands still and ends. */
export function moneyPapers(
  town: TownProfile,
  add: AddPaper,
  with_: Pick<Dossier, "case" | "proceeding" | "party" | "pieces">,
): void {
  const { head, party, officers } = castOf(town);
  const [one] = officers;
  const begin = () => new Sampled(fine, town).do(followed("SAMPLE:P1", with_.proceeding), "2026-01-16");
  const asked = begin().do(
    {
      ...{
        type: "ask-deferral",
        partyKeys: party.party === undefined ? [] : [party.party],
        kind: "instalments",
        reasons: "家中有重病人，收入减少",
      },
      plan: [
        { due: "2026-03-02", amountFen: 300_000 },
        { due: "2026-04-02", amountFen: 300_000 },
      ],
    },
    "2026-01-20",
    party,
  );
  asked.do({ type: "decide-deferral", approved: true, reasons: "困难属实" }, "2026-01-22", head);
  const deferred = asked.after("enforcement.fine.deferral-decided");
  add("deferral-decision", "2026-01-22", { ...deferred, ...with_, fine: asked.state });
  const late = begin().do(
    { type: "demand", payee: "禄丰市财政非税收入专户〔示例〕", account: "5300 0000 0000 0000" },
    "2026-02-10",
    one,
  );
  add("demand-letter", "2026-02-10", { ...late.after("enforcement.fine.demanded"), ...with_, fine: late.state });
  const seized = { goods: ["SAMPLE-1", "SAMPLE-2"], known: ["SAMPLE-1", "SAMPLE-2"] };
  const demanded = begin().do(
    { type: "demand", payee: "禄丰市财政非税收入专户〔示例〕", account: "5300" },
    "2026-02-10",
    one,
  );
  const auctioned = demanded
    .do({ type: "note-demand-service", delivery: broughtBy(demanded.state, town) }, "2026-02-11", one)
    .do({ type: "take-goods", ...seized, reasons: "有财物可供拍卖而拒不缴纳" }, "2026-07-20", head);
  add("goods-against-fine", "2026-07-20", {
    ...auctioned.after("enforcement.fine.goods-taken"),
    ...{ ...with_, fine: auctioned.state, goods: sampledGoods("2026-10-18") },
  });
  const paused = begin().do(
    { type: "pause", ground: "unable-to-pay", reasons: "当事人因病住院，暂无收入" },
    "2026-02-12",
    head,
  );
  add("enforcement-pause", "2026-02-12", {
    ...{ ...paused.after("enforcement.fine.paused"), ...with_, fine: paused.state },
  });
  paused.do({ type: "resume", reasons: "当事人已经出院，恢复收入" }, "2026-05-12", head);
  add("enforcement-resumption", "2026-05-12", {
    ...{ ...paused.after("enforcement.fine.resumed"), ...with_, fine: paused.state },
  });
  const over = begin().do(
    { type: "end", ground: "dead-without-estate", reasons: "户籍和遗产情况已经查明" },
    "2026-06-12",
    head,
  );
  add("enforcement-end", "2026-06-12", { ...over.after("enforcement.fine.ended"), ...with_, fine: over.state });
  late.do({ type: "note-demand-service", delivery: broughtBy(late.state, town) }, "2026-02-11", one).do(
    {
      ...{ type: "apply-to-court", object: "被申请人在禄丰农商银行的存款〔示例〕" },
      factsAndBasis: "被申请人未经登记从事经营活动，本机关依法作出处罚决定并送达。",
    },
    "2026-07-20",
    head,
  );
  add("court-application", "2026-07-20", { ...late.after("enforcement.fine.court-asked"), ...with_, fine: late.state });
}

/** A penalty on the spot of two hundred yuan. */
export function onTheSpot(town: TownProfile): Omit<Dossier, "town" | "calendar"> {
  const cast = castOf(town);
  const [one, two] = cast.officers;
  const officers = certificates(cast);
  const place = aCase(town).of.state.acts[0]?.place ?? { lng: 0, lat: 0 };
  const spot = new Sampled(onSpotPenalty, town)
    .do(
      {
        ...{ type: "record", code, penalty, power: power(town), place, address: "广通镇农贸市场〔示例〕门口" },
        ...{ facts: "占道摆摊销售日用百货", party: citizen, with: two.sub, officers },
        told: { cardsShown: true, factsAndBasis: true, rights: true, defence: { stated: true, note: "马上收摊" } },
        ...{ kinds: ["罚款"], amountFen: 20_000, tier: "一般", grounds: [], correction: { how: "at-once" } },
        form: { how: "signed" },
      },
      "2026-01-14",
      one,
    )
    .do({ type: "countersign", power: power(town), officers, earlier: undefined }, "2026-01-14", two);
  return { ...spot.after("enforcement.on-spot.decided"), onSpot: spot.state, party: citizen, pieces: [] };
}
