import { aggregate, part } from "../../../shared/service/index.ts";
import { officerRoutes } from "./api/officers.ts";
import { officer } from "./domain/officer.ts";
import { officerProblems } from "./problems.ts";
import { officersTitles } from "./titles.ts";

/** Officers and their certificates (E1, P5). */
export const officers = part({
  aggregates: [aggregate(officer)],
  routes: [...officerRoutes],
  problems: officerProblems,
  titles: officersTitles,
});
