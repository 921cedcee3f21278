import { valuesOf } from "../../../../shared/text/index.ts";
import type { PenaltyKind } from "../../../../shared/town/listed-penalties.ts";

const kindsInEnglish: Readonly<Record<PenaltyKind, string>> = {
  警告: "warning",
  通报批评: "public criticism",
  罚款: "fine",
  没收违法所得: "confiscation of illegal gains",
  没收非法财物: "confiscation of illegal goods",
  暂扣许可证件: "suspension of a licence",
  降低资质等级: "lower grade",
  吊销许可证件: "revocation of a licence",
  限制开展生产经营活动: "restriction of business",
  责令停产停业: "stop of business",
  责令关闭: "closure",
  限制从业: "restriction of occupation",
  限期拆除: "removal by a day",
};

/** The kinds of penalties are Chinese words of the law (CF-9). */
export const penaltyKindTitles = valuesOf(
  "kinds",
  Object.fromEntries(Object.entries(kindsInEnglish).map(([zh, en]) => [zh, { zh, en }])),
);
