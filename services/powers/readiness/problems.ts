import type { ProblemTexts } from "../../../shared/http/index.ts";

export const readinessProblems: ProblemTexts = {
  "powers.record-ended-already": { zh: "该记录已终止", en: "This record has ended already" },
};
