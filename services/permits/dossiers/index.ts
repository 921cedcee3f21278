import { aggregate, part } from "../../../shared/service/index.ts";
import { dossier } from "./domain/dossier.ts";
import { nameRecord } from "./domain/name-record.ts";

/** What the town has on file of a person, so that nobody asks for it twice (S-4). */
export const dossiers = part({
  aggregates: [aggregate(dossier), aggregate(nameRecord)],
});
