import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { ReadinessRefusal } from "./domain/refusals.ts";

export const readinessProblems = {
  "powers.record-ended-already": { zh: "该记录已终止", en: "This record has ended already" },
} satisfies ProblemTexts<ReadinessRefusal>;
