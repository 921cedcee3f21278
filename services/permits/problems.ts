import type { ProblemTexts } from "../../shared/http/index.ts";
import { applicationProblems } from "./problems/application.ts";
import { banProblems } from "./problems/ban.ts";
import { certificateProblems } from "./problems/certificate.ts";
import { consultationProblems } from "./problems/consultation.ts";
import { documentProblems } from "./problems/document.ts";
import { examinationProblems } from "./problems/examination.ts";
import { guideProblems } from "./problems/guide.ts";
import { hallProblems } from "./problems/hall.ts";
import { inspectionProblems } from "./problems/inspection.ts";
import { materialProblems } from "./problems/material.ts";
import { peopleProblems } from "./problems/people.ts";
import { reductionProblems } from "./problems/reduction.ts";

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
