import type { Rejection } from "../../../../../shared/decider/index.ts";
import { isOrderUnmet } from "../order-record/order-record.ts";
import { wasWarned } from "../penal-record/penal-record.ts";
import type { KnownAct } from "./known-case.ts";
import type { Grounds } from "./messages.ts";
import type { Charge, Proceeding } from "./proceeding.ts";
import { refuse } from "./refusals.ts";
import { proceedingId } from "./said.ts";

interface Asked {
  readonly state: Pick<Proceeding, "case" | "party">;
  readonly act: KnownAct;
  readonly charge: Pick<Charge, "code" | "competing" | "circumstances">;
  readonly today: string;
}

/**
 * CF-28, CF-40: what a norm needs first is proved, not stated. An order is unmet if it was served on this party about this act and
 * two officers found it not met. A warning is unmet if the act went on after an earlier penalty of its kind.
 */
export function needsFault(
  { state, act, charge, today }: Asked,
  { records, orders }: Pick<Grounds, "records" | "orders">,
  at: string,
): Rejection | undefined {
  const { orderUnmet, warningUnmet } = charge.circumstances;
  if (!orderUnmet && warningUnmet !== true) return undefined;
  const until = act.until ?? today;
  const codes = [...new Set([act.code, charge.code, ...charge.competing])];
  const given = codes.flatMap((code) => orders[code] ?? []);
  const unmet = isOrderUnmet(given, { case: state.case, act: act.id, from: act.from, until });
  if (orderUnmet && !unmet)
    return refuse(
      "enforcement.order-not-proved",
      { act: act.id, article: "行政处罚法28、40", rule: "CF-28" },
      `${at}/circumstances/orderUnmet`,
    );
  const proceeding = proceedingId(state.case, state.party.id);
  const warned = codes.some((code) => wasWarned(records[code], { of: proceeding, from: act.from, until }));
  return warningUnmet === true && !unmet && !warned
    ? refuse(
        "enforcement.warning-not-proved",
        { act: act.id, article: "行政处罚法40", rule: "CF-40" },
        `${at}/circumstances/warningUnmet`,
      )
    : undefined;
}
