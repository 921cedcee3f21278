import type { PowerCategory } from "../../../../shared/contracts/powers.ts";
import type { PowerPractice } from "../../../../shared/town/power-practice.ts";
import { type Figures, isEnforcement } from "./figures.ts";

export const advices = ["keep", "train", "recall"] as const;
export type Advice = (typeof advices)[number];

/** Why something is advised: the threshold, and the figure that reaches it or falls below it. */
export interface Reason {
  readonly ground: "overdue" | "overturned" | "complaints" | "staff" | "unused" | "volumes-unknown" | "few-cases";
  readonly advises: Advice;
  readonly figure: number;
  /** What the figure is a part of. */
  readonly of?: number;
  /** Per cent for shares, persons for staff, cases for few cases. */
  readonly threshold?: number;
  readonly text: { readonly zh: string; readonly en: string };
}

type Rules = PowerPractice["evaluation"];

/** P6, CF-24: keep, train or recall, by the thresholds the town has published; the gravest ground counts. Only a person decides. */
export function adviceOn(figures: Figures, category: PowerCategory, rules: Rules) {
  const reasons = [
    ...useOf(figures, category, rules),
    ...sharesOf(figures, rules),
    ...staffOf(figures, category, rules),
  ];
  const gravest = Math.max(0, ...reasons.map(({ advises }) => advices.indexOf(advises)));
  return { advice: advices[gravest] ?? "keep", reasons };
}

function useOf({ cases }: Figures, category: PowerCategory, { unused, fewestCases }: Rules): Reason[] {
  if (cases >= fewestCases) return [];
  if (cases > 0)
    return [
      {
        ground: "few-cases",
        advises: "keep",
        figure: cases,
        threshold: fewestCases,
        text: {
          zh: `全年${cases}件，不足${fewestCases}件，比例不作评价`,
          en: `${cases} cases in the year, fewer than ${fewestCases}: shares are not judged`,
        },
      },
    ];
  if (isEnforcement(category))
    return [
      {
        ground: "volumes-unknown",
        advises: "keep",
        figure: 0,
        text: {
          zh: "罚没数额和案件、检查数量不得与考核挂钩（行政处罚法74），不作办件评价",
          en: "Fines, cases and inspections are no part of an appraisal (行政处罚法74): volumes are not judged",
        },
      },
    ];
  const text = { zh: "全年未使用该职权", en: "The power was not used in the year" };
  return [{ ground: "unused", advises: unused, figure: 0, text }];
}

function sharesOf(figures: Figures, rules: Rules): Reason[] {
  const { cases, decided, overdue, overturned, complaints } = figures;
  if (cases < rules.fewestCases) return [];
  const { train, recall } = rules;
  return [
    ...share("overdue", overdue, cases, train.overduePercent, recall.overduePercent),
    ...share("overturned", overturned, decided, train.overturnedPercent, recall.overturnedPercent),
    ...share("complaints", complaints, cases, train.complaintPercent, recall.complaintPercent),
  ];
}

const words = {
  overdue: { zh: "超期", en: "Overdue" },
  overturned: { zh: "复议诉讼被纠正", en: "Overturned in review or court" },
  complaints: { zh: "投诉", en: "Complaints" },
};

/** A threshold is reached from its very figure on; nothing is rounded before it is compared. */
function share(ground: keyof typeof words, figure: number, of: number, train: number, recall: number): Reason[] {
  const reached = (threshold: number) => figure > 0 && figure * 100 >= threshold * of;
  const [advises, threshold] = reached(recall) ? (["recall", recall] as const) : (["train", train] as const);
  if (of === 0 || !reached(threshold)) return [];
  const { zh, en } = words[ground];
  const text = {
    zh: `${zh}${figure}件，共${of}件，达到${threshold}%`,
    en: `${en}: ${figure} of ${of}, ${threshold} per cent or more`,
  };
  return [{ ground, advises, figure, of, threshold, text }];
}

function staffOf({ certifiedOfficers, trainedStaff }: Figures, category: PowerCategory, rules: Rules): Reason[] {
  const figure = isEnforcement(category) ? certifiedOfficers : trainedStaff;
  const threshold = rules.certifiedStaff;
  if (figure >= threshold) return [];
  const zh = isEnforcement(category) ? "持证执法人员" : "受训人员";
  const en = isEnforcement(category) ? "certified officers" : "trained staff";
  const text = { zh: `${zh}${figure}人，少于${threshold}人`, en: `${figure} ${en}, fewer than ${threshold}` };
  return [{ ground: "staff", advises: "train", figure, threshold, text }];
}
