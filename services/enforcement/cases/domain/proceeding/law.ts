import type { Context, Rejection } from "../../../../../shared/decider/index.ts";
import type { FineRange, ListedPenalty, PenaltyKind, Tier } from "../../../../../shared/town/listed-penalties.ts";
import type { TownProfile } from "../../../../../shared/town/profile.ts";
import { ageOn } from "./capacity.ts";
import type { KnownAct, KnownParty } from "./known-case.ts";
import { countsAs } from "./major.ts";
import type { ProposedCharge } from "./messages.ts";
import type { Charge } from "./proceeding.ts";
import { badInput, refuse } from "./refusals.ts";
import { totalConfiscation, totalFine } from "./weighing.ts";

interface Asked {
  readonly charge: ProposedCharge;
  readonly act: KnownAct;
  readonly party: KnownParty;
  readonly penalties: Readonly<Record<string, ListedPenalty | undefined>>;
}

/** The law that counts for an act (CF-37), and what it allows against this party. */
export interface Law {
  readonly cited: Charge["law"];
  readonly kinds: readonly PenaltyKind[];
  readonly range?: FineRange;
  readonly tiers: readonly Tier[];
}

export function lawThatCounts(
  { charge, act, party, penalties }: Asked,
  { town }: Pick<Context, "town">,
  at: string,
): Law | Rejection {
  const penalty = penalties[charge.code];
  if (penalty === undefined || ![act.code, ...charge.competing].includes(charge.code))
    return badInput("enforcement.unknown-penalty", { code: charge.code }, `${at}/code`);
  const range = countsAs(party.kind, town) === "citizen" ? penalty.citizenFine : penalty.organisationFine;
  return {
    cited: { version: "now", legalBasis: penalty.legalBasis },
    kinds: penalty.kinds,
    tiers: penalty.tiers,
    ...(range === undefined ? {} : { range }),
  };
}

export function lawFault(
  { charge, act, party, law }: Asked & { readonly law: Law },
  _context: Pick<Context, "town">,
  at: string,
): Rejection | undefined {
  const strange = charge.kinds.find((kind) => !law.kinds.includes(kind));
  if (strange !== undefined)
    return refuse(
      "enforcement.kind-not-in-norm",
      { kind: strange, article: "行政处罚法4、38", rule: "CF-38" },
      `${at}/kinds`,
    );
  const { fine, circumstances } = charge;
  if (fine === undefined) return undefined;
  if (law.range === undefined)
    return refuse("enforcement.fine-not-in-norm", { article: "行政处罚法4", rule: "CF-29b" }, `${at}/fine`);
  const young = ageOn(party, act.until ?? act.from) === "lighten";
  const there = [...circumstances.grounds, ...(young ? (["minor-age"] as const) : [])];
  const ignored = there.filter((ground) => !fine.grounds.includes(ground));
  if (ignored.length > 0 && fine.notLighter === undefined)
    return refuse(
      "enforcement.ground-to-be-applied",
      { grounds: ignored, article: "行政处罚法30、32", rule: young ? "CF-30" : "CF-32" },
      `${at}/fine/grounds`,
    );
  return undefined;
}

/** CF-63: whether the party may ask for a hearing. */
export function hearingRightOf(charges: readonly Charge[], party: KnownParty, town: TownProfile): boolean {
  const { citizenFen, organisationFen } = town.hearingThresholds;
  const { confiscationToo, others } = town.enforcement.hearing;
  const from = countsAs(party.kind, town) === "citizen" ? citizenFen : organisationFen;
  const listed: readonly PenaltyKind[] = [
    "降低资质等级",
    "吊销许可证件",
    "责令停产停业",
    "责令关闭",
    "限制从业",
    ...others,
  ];
  return (
    totalFine(charges) >= from ||
    (confiscationToo && totalConfiscation(charges) >= from) ||
    charges.some(({ kinds }) => kinds.some((kind) => listed.includes(kind)))
  );
}
