import type { Runtime } from "../../../shared/service/index.ts";
import type { Position } from "../../../shared/store/index.ts";
import { allOfficers, knownOfficer, type OfficerCopy } from "../common/domain/known-power.ts";

/** All certificates that the service knows; a town has some dozens. */
export async function everyCertificate({ store }: Pick<Runtime, "store">): Promise<readonly OfficerCopy[]> {
  const found: OfficerCopy[] = [];
  let after: Position | undefined;
  do {
    const page = await store.list(knownOfficer, {
      ...{ index: "byStatus", partition: allOfficers, limit: 100 },
      ...(after === undefined ? {} : { after }),
    });
    found.push(...page.items.map(({ state }) => state));
    after = page.last;
  } while (after !== undefined);
  return found;
}
