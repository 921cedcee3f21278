import { type Fen, fen, larger, smaller } from "../../../../../shared/money/index.ts";
import type { EntitlementBasis } from "../../../entitlements/domain/entitlement.ts";
import { settledLineId } from "../../../entitlements/domain/settled-line.ts";
import type { EntitlementClaim } from "../../../entitlements/domain/words.ts";
import { duesOf, type SettlementDue } from "./dues.ts";
import { isSameLine, type LineRef } from "./kept-sheet.ts";
import type { Settlement } from "./words.ts";

/** What a line of an answered settlement makes of an entitlement. */
export interface SettledEntitlement {
  readonly id: string;
  readonly claim: EntitlementClaim;
}

const atLeastNothing = (amount: Fen): Fen => larger(amount, fen(0));

/** A disputed line owes what both parties grant until the ruling; an agreed one its amount. A negative result owes the town nothing. */
function basisOf(settlement: Settlement, due: SettlementDue, amount: Fen): EntitlementBasis {
  const disputed = settlement.disputes.find((one) => isSameLine(one, due));
  const isOpen = disputed !== undefined && !settlement.rulings.some((one) => isSameLine(one, due));
  if (isOpen) {
    const [ours, theirs] = [atLeastNothing(disputed.ours), atLeastNothing(disputed.theirs)];
    return { kind: "range", lower: smaller(ours, theirs), upper: larger(ours, theirs) };
  }
  const line = settlement.sheet.schemes
    .find(({ scheme, version }) => scheme === due.scheme && version === due.version)
    ?.lines.find(({ id }) => id === due.line);
  return { kind: "amount", amount: atLeastNothing(amount), formula: line?.formula ?? line?.title ?? due.line };
}

/** F7, 预算法 52: what an answered settlement gives the town, line by line, advances set off. A line that is open gives nothing yet. */
export function entitledBy(
  settlement: Settlement,
  dueDaysOf: (one: LineRef) => number | undefined,
): readonly SettledEntitlement[] {
  const paper = settlement.settled ?? settlement.answered;
  if (paper === undefined) return [];
  const { year } = settlement;
  return duesOf(settlement, dueDaysOf).flatMap((due): readonly SettledEntitlement[] => {
    if (due.to !== "town" || due.amount === undefined) return [];
    const title = settlement.sheet.schemes
      .find(({ scheme, version }) => scheme === due.scheme && version === due.version)
      ?.lines.find(({ id }) => id === due.line)?.title;
    const claim: EntitlementClaim = {
      ...{
        origin: "settlement",
        title: `${year}年${title ?? due.line}`,
        payer: due.payer,
        promisedOn: `${year}-01-01`,
      },
      document: { number: paper.document, on: paper.on },
      basis: basisOf(settlement, due, due.amount),
      setOff: due.advanced,
      ...(due.dueOn === undefined ? {} : { dueOn: due.dueOn }),
    };
    const { scheme, version, line } = due;
    return [{ id: settledLineId({ year, scheme, version, line }), claim }];
  });
}
