import type { ProblemTexts } from "../../shared/http/index.ts";
import { applicationProblems } from "./cases/problems/application.ts";
import { banProblems } from "./cases/problems/ban.ts";
import { examinationProblems } from "./cases/problems/examination.ts";
import { certificateProblems } from "./certificates/problems.ts";
import { consultationProblems } from "./desk/problems.ts";
import { peopleProblems } from "./duties/problems.ts";
import { reductionProblems } from "./figures/problems.ts";
import { materialProblems } from "./files/problems.ts";
import { guideProblems } from "./guides/problems.ts";
import { hallProblems } from "./hall/problems.ts";
import { documentProblems } from "./papers/problems.ts";
import { inspectionProblems } from "./supervision/problems.ts";

/** Every refusal of the service in words, by the resource it belongs to. */
export const problems: ProblemTexts = {
  ...applicationProblems,
  ...banProblems,
  ...examinationProblems,
  ...peopleProblems,
  ...guideProblems,
  ...hallProblems,
  ...certificateProblems,
  ...inspectionProblems,
  ...materialProblems,
  ...consultationProblems,
  ...reductionProblems,
  ...documentProblems,
};
