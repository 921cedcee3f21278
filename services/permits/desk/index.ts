import { aggregate, part } from "../../../shared/service/index.ts";
import { guides } from "../guides/index.ts";
import { consultationRoutes } from "./api/consultations.ts";
import { consultation } from "./domain/consultation.ts";
import { consultationProblems } from "./problems.ts";
import { deskTitles } from "./titles.ts";

/** The consulting desk (L15). */
export const desk = part({
  aggregates: [aggregate(consultation)],
  routes: [...consultationRoutes],
  asks: [guides],
  problems: consultationProblems,
  titles: deskTitles,
});
