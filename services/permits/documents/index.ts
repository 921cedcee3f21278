import { part } from "../../../shared/service/index.ts";
import { documentProblems } from "./problems.ts";

/** The register of papers: each with its kind, its number and its hashes. `papers` says when one goes, for that hangs on its case. */
export const documents = part({ problems: documentProblems });
