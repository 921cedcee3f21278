import type { GuideContent, Step } from "./content.ts";
import { legalLimitOf } from "./content.ts";

/** A box of the flow chart, and what leaves the main line there. */
export interface FlowNode {
  readonly kind: "start" | Step["kind"] | "pause" | "end";
  readonly title: string;
  /** Limits and remarks, one a line. */
  readonly notes: readonly string[];
  readonly branches: readonly FlowBranch[];
}

export interface FlowBranch {
  /** On the arrow. */
  readonly when: string;
  readonly title: string;
  readonly notes: readonly string[];
  /** It comes back to the box it left. */
  readonly returns: boolean;
}

/** The flow of an item from its own steps: who does what, by when, what stops the clock, and where it may end early (L2). */
export function flowOf(guide: GuideContent): FlowNode[] {
  const isLicence = guide.category === "licence";
  const nodes = guide.steps.map((step) => nodeOf(step, guide));
  const hearing = guide.hearingRequired === true ? ["听证"] : [];
  const special = [...new Set([...hearing, ...guide.specialProcedures])].filter(
    (name) => !guide.steps.some((step) => step.name === name),
  );
  const at = nodes.findIndex(({ kind }) => kind === "decision" || kind === "issue");
  const pause: FlowNode[] =
    isLicence && special.length > 0
      ? [
          {
            kind: "pause",
            title: `特别程序：${special.join("、")}`,
            notes: ["书面告知所需时间后中止计时", "所需时间不计入办理期限（行政许可法45）"],
            branches: [],
          },
        ]
      : [];
  const place = at < 0 ? nodes.length : at;
  return [
    startOf(guide),
    ...nodes.slice(0, place),
    ...pause,
    ...nodes.slice(place),
    { kind: "end", title: guide.result, notes: [], branches: [] },
  ];
}

function startOf({ online, proxyAllowed, appointment, materials }: GuideContent): FlowNode {
  const ways = ["窗口", ...(online ? ["网上"] : []), ...(proxyAllowed ? ["代办"] : [])].join("、");
  const asked = materials.filter(({ shared }) => !shared).length;
  const notes = [`${ways}申请${appointment ? "，可预约" : ""}`, `提交材料${asked}份，共享材料不重复提交`];
  return { kind: "start", title: "提出申请", notes, branches: [] };
}

function nodeOf(step: Step, guide: GuideContent): FlowNode {
  const isLicence = guide.category === "licence";
  const node = { kind: step.kind, title: step.name };
  switch (step.kind) {
    case "intake":
      return { ...node, notes: intakeNotes(guide), branches: isLicence ? intakeBranches : [corrections([])] };
    case "survey": {
      const assigned = guide.inspection === true ? ["受理后5个工作日内指派（行政许可法55）"] : [];
      return { ...node, notes: ["两名以上工作人员", ...assigned], branches: [] };
    }
    case "joint-review":
      return { ...node, notes: [guide.jointDepartments.join("、")].filter((line) => line !== ""), branches: [] };
    case "review":
      return { ...node, notes: [], branches: [] };
    case "decision":
      return { ...node, notes: limitNotes(guide), branches: isLicence ? [refusal] : [] };
    case "issue": {
      const limits = guide.steps.some(({ kind }) => kind === "decision") ? [] : limitNotes(guide);
      const delivery = isLicence ? ["决定后10个工作日内送达（行政许可法44）"] : [];
      return { ...node, notes: [...limits, ...delivery, ...(guide.courier ? ["可快递送达"] : [])], branches: [] };
    }
  }
}

const intakeNotes = ({ kind, category }: GuideContent) => {
  if (kind === "immediate") return ["当场办理"];
  return category === "licence" ? ["5个工作日内决定是否受理", "逾期不告知的，自收到之日起即为受理"] : [];
};

/** S-4 for every item; the five working days are the licence law's (XK-32-4). */
const corrections = (limit: readonly string[]): FlowBranch => ({
  when: "材料不齐",
  title: "一次性告知补正",
  notes: [...limit, "补正后退回受理"],
  returns: true,
});
const intakeBranches: readonly FlowBranch[] = [
  corrections(["当场或者5个工作日内"]),
  { when: "不属受理范围", title: "不予受理", notes: ["告知理由、有权机关"], returns: false },
];
const refusal: FlowBranch = {
  when: "不符合条件",
  title: "不予许可",
  notes: ["说明理由", "告知复议、诉讼权利"],
  returns: false,
};

function limitNotes(guide: GuideContent): string[] {
  const legal = legalLimitOf(guide);
  const promised = guide.kind === "immediate" ? "即办" : `承诺${guide.promisedWorkingDays}个工作日`;
  return [promised, ...(legal === undefined ? [] : [`法定${legal}个工作日`])];
}
