import { aggregate, part } from "../../../shared/service/index.ts";
import { authorisations } from "../authorisations/index.ts";
import { cases } from "../cases/index.ts";
import { guides } from "../guides/index.ts";
import { formRoutes } from "./api/forms.ts";
import { materialRoutes } from "./api/materials.ts";
import { caseFile } from "./domain/case-file.ts";
import { materialProblems } from "./problems.ts";
import { dossierReactions } from "./reactions/dossier.ts";
import { materialReactions } from "./reactions/material.ts";
import { materialAggregate } from "./retention.ts";
import { filesTitles } from "./titles.ts";

/** Files that people bring, the files of a case, and the forms of guides (S-4, XK-30). */
export const files = part({
  aggregates: [materialAggregate, aggregate(caseFile)],
  routes: [...materialRoutes, ...formRoutes],
  subscriptions: [...materialReactions, ...dossierReactions],
  asks: [authorisations, cases, guides],
  problems: materialProblems,
  titles: filesTitles,
});
