import type { TownProfile } from "../../../../../shared/town/profile.ts";
import { partyAs } from "../../../penalty-list/domain/index.ts";
import type { Proceeding } from "./proceeding.ts";
import { totalConfiscation, totalFine } from "./weighing.ts";

/** CF-57(2), CF-58: a major penalty, by its sum or its kind, as the profile says. */
export function isMajor(
  { charges, party }: Pick<Proceeding, "charges" | "party">,
  town: Pick<TownProfile, "enforcement">,
): boolean {
  const { citizenFen, organisationFen, kinds } = town.enforcement.major;
  const items = charges?.items ?? [];
  const from = partyAs(party.kind, town) === "citizen" ? citizenFen : organisationFen;
  return (
    totalFine(items) >= from ||
    totalConfiscation(items) >= from ||
    items.some((charge) => charge.kinds.some((kind) => kinds.includes(kind)))
  );
}
