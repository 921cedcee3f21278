import type { TownProfile } from "../../../../../shared/town/profile.ts";
import { partyAs } from "../../../penalty-list/domain/index.ts";
import type { KnownCase } from "./known-case.ts";
import type { Noticed, Open, Proceeding } from "./proceeding.ts";
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

/** CF-58(1): a legal reviewer looks at what is major or complex, or was heard. */
export const asksLegalReview = (
  state: Open | Noticed,
  { report }: Pick<KnownCase, "report">,
  town: Pick<TownProfile, "enforcement">,
): boolean =>
  (state.status === "noticed" && state.notice.hearing?.outcome?.how === "held") ||
  report?.complex === true ||
  isMajor(state, town);

/** CF-58: the charges are signed, and nobody has reviewed them as they stand. */
export const isUnreviewed = (state: Proceeding): state is Open | Noticed =>
  (state.status === "open" || state.status === "noticed") &&
  state.charges?.signedBy !== undefined &&
  state.legalReview?.revision !== state.charges.revision;
