import type { TownProfile } from "../../../../shared/town/profile.ts";
import type { KnownCase } from "../../cases/domain/proceeding/known-case.ts";
import type { Proceeding } from "../../cases/domain/proceeding/proceeding.ts";
import { owed } from "../../cases/domain/proceeding/weighing.ts";
import { partyAs } from "../../penalty-list/domain/index.ts";
import { decisionOf } from "./decided.ts";
import type { Effect } from "./publication.ts";

/** CF-48: why the lists of the profile say that a decision has social effect. Empty: they do not. */
export function socialEffect(
  decided: Proceeding,
  of: KnownCase,
  town: Pick<TownProfile, "enforcement">,
): readonly Effect[] {
  const { effect } = town.enforcement.publication;
  const { kinds, codes, acts } = decisionOf(decided);
  const { fineFen, gainsFen } = owed(decided);
  const from = partyAs(decided.party.kind, town) === "citizen" ? effect.citizenFen : effect.organisationFen;
  const domains = of.acts.filter(({ id }) => acts.includes(id)).map(({ domain }) => domain);
  const found: Readonly<Record<Exclude<Effect, "proposed">, boolean>> = {
    kind: kinds.some((kind) => effect.kinds.includes(kind)),
    item: codes.some((code) => effect.codes.includes(code)),
    domain: domains.some((domain) => effect.domains.includes(domain)),
    sum: Math.max(fineFen, gainsFen) >= from,
  };
  return (["kind", "item", "domain", "sum"] as const).filter((one) => found[one]);
}
