import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { PenaltyListRefusal } from "./domain/refusals.ts";

/** What the law of amounts refuses (CF-28 to CF-38, CF-34a). */
export const penaltyListProblems = {
  "enforcement.base-missing": {
    zh: "罚款按{base}的倍数、比例计算，请先载明该数额（{legalBasis}）",
    en: "The fine is a multiple of {base}; state its value first ({legalBasis})",
  },
  "enforcement.fine-above-maximum": {
    zh: "罚款{amountFen}分超过法定上限{maxFen}分，任何理由均不得超过（{legalBasis}）",
    en: "A fine of {amountFen} fen is above the legal maximum of {maxFen}; nothing allows that ({legalBasis})",
  },
  "enforcement.fine-below-minimum": {
    zh: "罚款{amountFen}分低于法定下限{minFen}分，须有法定减轻情形（{article}）",
    en: "A fine of {amountFen} fen is below the legal minimum of {minFen}; it needs a ground of the law ({article})",
  },
  "enforcement.fine-of-nothing": { zh: "罚款须为一分以上的整数", en: "A fine is a whole number of fen, one at least" },
  "enforcement.fine-outside-tier": {
    zh: "罚款{amountFen}分不在裁量档次{tier}之内（{fromFen}至{toFen}分），须说明理由并经批准（{article}）",
    en: "A fine of {amountFen} fen is outside the tier {tier} ({fromFen} to {toFen}); it needs reasons and approval ({article})",
  },
  "enforcement.fine-too-early": {
    zh: "依{legalBasis}，须先有{needs}，才能罚款",
    en: "By {legalBasis} there is no fine before: {needs}",
  },
  "enforcement.fine-without-amount": {
    zh: "{legalBasis}未定罚款数额，须由地方规定，现无数额可依（{article}）",
    en: "{legalBasis} sets no amount; without a local rule no fine is possible ({article})",
  },
  "enforcement.kind-not-allowed": {
    zh: "{legalBasis}在此情形下不允许：{kinds}；可以：{allowed}（{article}）",
    en: "{legalBasis} does not allow {kinds} here; it allows: {allowed} ({article})",
  },
  "enforcement.persons-not-fined": {
    zh: "{legalBasis}未规定处罚责任人员（{rule}）",
    en: "{legalBasis} does not fine responsible persons ({rule})",
  },
  "enforcement.unknown-tier": {
    zh: "没有裁量档次{tier}；可选：{known}",
    en: "There is no tier {tier}; there are: {known}",
  },
  // The code is told as it is to be sent.
  "word.enforcement.unknown-tier.minor": { zh: "minor（从轻）", en: "minor" },
  "word.enforcement.unknown-tier.ordinary": { zh: "ordinary（一般）", en: "ordinary" },
  "word.enforcement.unknown-tier.serious": { zh: "serious（从重）", en: "serious" },
  "word.enforcement.fine-outside-tier.minor": { zh: "从轻", en: "minor" },
  "word.enforcement.fine-outside-tier.ordinary": { zh: "一般", en: "ordinary" },
  "word.enforcement.fine-outside-tier.serious": { zh: "从重", en: "serious" },
  "word.order-unmet": { zh: "责令改正而未改正", en: "an order to correct that was not followed" },
  "word.warning-unmet": { zh: "警告后拒不改正", en: "a warning that was not followed" },
  "word.enforcement.fine-too-early.serious": { zh: "情节严重", en: "a serious case" },
} satisfies ProblemTexts<PenaltyListRefusal>;
