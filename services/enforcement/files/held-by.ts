import { everythingIn, type Loaded, type Store } from "../../../shared/store/index.ts";
import { isFiled, type PenaltyCase } from "../cases/domain/case/case.ts";
import { evidenceFile } from "./domain/decider.ts";
import { type EvidenceFile, filesOfCase } from "./domain/evidence-file.ts";

/** All files of evidence that a case holds: its own, those of cases merged into it, those of the case it was split from. */
export async function filesHeldBy(
  { id, state }: Pick<Loaded<PenaltyCase>, "id" | "state">,
  store: Store,
): Promise<readonly Loaded<EvidenceFile>[]> {
  const others = isFiled(state) ? [...state.merged, ...(state.splitFrom === undefined ? [] : [state.splitFrom])] : [];
  const lists = [id, ...others].map((of) => ({ index: "byCase", partition: filesOfCase(of) }));
  return (await Promise.all(lists.map((list) => everythingIn(store, evidenceFile, list)))).flat();
}
