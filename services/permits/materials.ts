import { aggregate } from "../../shared/service/index.ts";
import { materialRoutes } from "./api/materials.ts";
import { dossier } from "./domain/dossier/dossier.ts";
import { caseFile } from "./domain/material/case-file.ts";
import { material } from "./domain/material/decider.ts";

/** Files that people bring, and what is on file of them (S-4), as the service's manifest takes it. */
export const materialAggregates = [aggregate(material), aggregate(caseFile), aggregate(dossier)];
export { materialRoutes };
