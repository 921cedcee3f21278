import { aggregate } from "../../shared/service/index.ts";
import { dossier } from "./dossiers/domain/dossier.ts";
import { materialRoutes } from "./files/api/materials.ts";
import { caseFile } from "./files/domain/case-file.ts";
import { material } from "./files/domain/decider.ts";

/** Files that people bring, and what is on file of them (S-4), as the service's manifest takes it. */
export const materialAggregates = [aggregate(material), aggregate(caseFile), aggregate(dossier)];
export { materialRoutes };
