import type { Context, Rejection } from "../../../../../shared/decider/index.ts";
import { isHeadFor } from "../../../../../shared/people/index.ts";
import type { TownProfile } from "../../../../../shared/town/profile.ts";
import {
  fineFault,
  type Circumstances as How,
  hearingTriggered,
  higherFine,
  kindsFault,
  lawFor,
  type Penalty,
  type PenaltyNorm,
  partyAs,
  rangeOf,
  underHigherNorm,
} from "../../../penalty-list/domain/index.ts";
import { ageOn } from "./capacity.ts";
import type { KnownAct, KnownParty } from "./known-case.ts";
import type { ProposedCharge } from "./messages.ts";
import type { Charge } from "./proceeding.ts";
import { badInput, refuse } from "./refusals.ts";
import { totalConfiscation, totalFine } from "./weighing.ts";

type Asking = Pick<Context, "town" | "today">;
export interface Asked {
  readonly charge: ProposedCharge;
  readonly act: KnownAct;
  readonly party: KnownParty;
  readonly penalties: Readonly<Record<string, Penalty | undefined>>;
}

/** The law that counts for an act against this party, and how the paper cites it (CF-37). */
export interface Law {
  readonly cited: Charge["law"];
  readonly norm: PenaltyNorm;
}

const howOf = ({ charge: { circumstances }, party }: Asked, town: Asking["town"]): How => {
  const { base, orderUnmet, warningUnmet, serious, asOrganisation, lawfulNow, lawfulThen } = circumstances;
  const { role } = party;
  return {
    ...{ party: partyAs(party.kind, town), role, base, orderUnmet, warningUnmet, serious },
    ...{ asOrganisation, lawfulNow, lawfulThen },
  };
};

/** CF-37, CF-37a: by the law of the day of the act, or the lighter one of today. What one of them allows is not charged. */
export function lawThatCounts(asked: Asked, context: Asking, at: string): Law | Rejection {
  const { charge, act } = asked;
  if (![act.code, ...charge.competing].includes(charge.code))
    return badInput("enforcement.unknown-penalty", { item: charge.code, rule: "CF-29" }, `${at}/code`);
  return lawUnder(charge.code, asked, context, at);
}

function lawUnder(code: string, asked: Asked, { town, today }: Asking, at: string): Law | Rejection {
  const penalty = asked.penalties[code];
  if (penalty === undefined) return badInput("enforcement.unknown-penalty", { item: code }, `${at}/code`);
  const { from, until } = asked.act;
  const how = howOf(asked, town);
  const chosen = lawFor(penalty, { from, until, decidedOn: today.toString() }, how);
  if (chosen.version === "none")
    return refuse(
      "enforcement.law-not-applicable",
      { because: chosen.because, article: "行政处罚法37", rule: "CF-37" },
      `${at}/circumstances`,
    );
  const norm = underHigherNorm(chosen.norm, how);
  return { norm, cited: { version: chosen.version, legalBasis: norm.legalBasis } };
}

/** CF-34a, CF-38, CF-29b: kinds and sum are those that the law allows against this party. */
export function lawFault(asked: Asked & { readonly law: Law }, context: Asking, at: string): Rejection | undefined {
  const { charge, law } = asked;
  const how = howOf(asked, context.town);
  const strange = kindsFault(law.norm, how, charge.kinds);
  if (strange !== undefined) return below(strange, at);
  const { fine } = charge;
  if (fine === undefined) return undefined;
  const unlawful = fineFault(law.norm, how, fine);
  if (unlawful !== undefined) return below(unlawful, `${at}/fine`);
  return groundsFault(asked, at) ?? departureFault(asked, context, at) ?? lowerNorm(asked, context, at);
}

const below = (rejection: Rejection, at: string): Rejection => ({
  ...rejection,
  ...(rejection.pointer === undefined ? {} : { pointer: `${at}${rejection.pointer}` }),
});

/** CF-30, CF-32: a ground that is there makes the fine lighter, or the paper says why not; one that is not there does not. */
function groundsFault({ charge, act, party }: Asked, at: string): Rejection | undefined {
  const { fine, circumstances } = charge;
  if (fine === undefined) return undefined;
  const young = ageOn(party, act.until ?? act.from) === "lighten";
  const there = [...circumstances.grounds, ...(young ? (["minor-age"] as const) : [])];
  const rule = { article: "行政处罚法30、32", rule: young ? "CF-30" : "CF-32" };
  const invented = fine.grounds.filter((ground) => !there.includes(ground) || (ground === "minor-age" && !young));
  if (invented.length > 0)
    return refuse("enforcement.ground-not-met", { ground: invented[0], ...rule }, `${at}/fine/grounds`);
  const ignored = there.filter((ground) => !fine.grounds.includes(ground));
  // The law leaves no choice about a minor: no reason stands against it.
  const excused = fine.notLighter !== undefined && fine.notLighter.trim() !== "" && !ignored.includes("minor-age");
  return ignored.length === 0 || excused
    ? undefined
    : refuse("enforcement.ground-to-be-applied", { grounds: ignored, ...rule }, `${at}/fine/grounds`);
}

/** CF-34a: the head approves what lies outside of its tier. */
function departureFault({ charge }: Asked, { town, today }: Asking, at: string): Rejection | undefined {
  const { departure } = charge.fine ?? {};
  if (
    departure === undefined ||
    isHeadFor(town.enforcementOffice, departure.approvedBy, "organ", { heads: town.heads, today })
  )
    return undefined;
  return refuse(
    "enforcement.departure-not-approved",
    { article: "行政处罚法34、57(2)", rule: "CF-34a" },
    `${at}/fine/departure/approvedBy`,
  );
}

/** CF-29: of several norms that one act breaks, the one with the higher fine is applied. */
function lowerNorm(asked: Asked, context: Asking, at: string): Rejection | undefined {
  const { charge, act } = asked;
  const codes = [...new Set([charge.code, act.code, ...charge.competing])];
  const how = howOf(asked, context.town);
  const candidates = codes.flatMap((code) => {
    const law = lawUnder(code, asked, context, at);
    const range = "rejected" in law ? undefined : rangeOf(law.norm, how);
    return range === undefined ? [] : [{ law: code, range }];
  });
  const highest = higherFine(candidates)?.law;
  return highest === undefined || highest === charge.code
    ? undefined
    : refuse("enforcement.higher-fine-counts", { code: highest, article: "行政处罚法29", rule: "CF-29" }, `${at}/code`);
}

/** CF-63: whether the party may ask for a hearing, by all that is proposed against him. */
export const hearingRightOf = (charges: readonly Charge[], party: KnownParty, town: TownProfile): boolean =>
  hearingTriggered(
    {
      party: partyAs(party.kind, town),
      kinds: [...new Set(charges.flatMap(({ kinds }) => kinds))],
      fineFen: totalFine(charges),
      confiscateFen: totalConfiscation(charges),
    },
    town,
  );
