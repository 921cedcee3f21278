import { aggregate, endOfAll, type Runtime } from "../../../shared/service/index.ts";
import type { Loaded } from "../../../shared/store/index.ts";
import { application } from "../cases/domain/application/decider.ts";
import { type Material, materialKey } from "../common/domain/uploaded-file.ts";
import { takenBy } from "./domain/access.ts";
import { material } from "./domain/decider.ts";

/** P-8: a file is over with the last of the cases that have it. */
const endOfFile = (runtime: Runtime, { state, retained }: Loaded<Material>): Promise<string | "open"> =>
  endOfAll(
    runtime,
    takenBy(state).map((id) => ({ of: application, id })),
    retained?.endedOn ?? "",
  );

/** P-8: its content goes. */
const removeFile = ({ files }: Runtime, { id }: Pick<Loaded<Material>, "id">): Promise<void> =>
  files.remove(materialKey(id));

export const materialAggregate = aggregate(material, undefined, { endOf: endOfFile, remove: removeFile });
