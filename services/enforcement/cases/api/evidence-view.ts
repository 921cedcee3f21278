import * as z from "zod";
import { present } from "../../../../shared/decider/index.ts";
import { maskName } from "../../../../shared/identity-codes/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { officerView } from "../../common/api/schemas.ts";
import { evidenceKinds } from "../domain/case/evidence-kinds.ts";
import { type Evidence, exclusionGrounds } from "../domain/evidence/evidence.ts";
import { date } from "./case-bodies.ts";
import { evidenceParts } from "./evidence-parts.ts";

export const evidenceView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(["collected", "established", "excluded"]),
  case: z.string(),
  kind: z.enum(evidenceKinds),
  acts: z.array(z.string()),
  files: z.array(z.object({ sha256: z.string(), title: z.string() })),
  collectedOn: date,
  address: z.string(),
  provider: z.string(),
  proves: z.string(),
  officers: z.array(officerView),
  recordedBy: z.string(),
  recordedOn: date,
  establishedOn: date.optional(),
  excluded: z.object({ ground: z.enum(exclusionGrounds), on: date, reasons: z.string().optional() }).optional(),
  custody: z.array(z.object({ keeper: z.string(), place: z.string(), on: date, reason: z.string() })),
  parts: z.array(z.string()),
});
export const evidenceRow = evidenceView.pick({
  id: true,
  version: true,
  status: true,
  case: true,
  kind: true,
  collectedOn: true,
});

export function viewEvidence({ id, version, state }: Loaded<Evidence>) {
  const { status, case: of, kind, acts, files, collectedOn, address, proves, recordedBy, recordedOn } = state;
  // P-17: a name alone does not say whose it is; the papers name the provider in full. Keepers are logins of the house.
  const house = new Set([recordedBy, ...state.officers.flatMap(({ sub, name }) => [sub, name])]);
  const shown = (name: string) => (house.has(name) ? name : maskName(name));
  return {
    ...{ id, version, status, case: of, kind, collectedOn, address, proves, recordedBy, recordedOn },
    provider: shown(state.provider),
    acts: [...acts],
    files: files.map((one) => ({ ...one })),
    officers: state.officers.map((one) => ({ ...one })),
    custody: state.custody.map((one) => ({ ...one })),
    parts: Object.keys(evidenceParts).filter((part) => part in state),
    ...present({ establishedOn: state.establishedOn, excluded: state.excluded }),
  };
}
