import {
  type Context,
  type Decision,
  deciderOf,
  isRejection,
  type OfType,
  type Rejection,
} from "../../../../../shared/decider/index.ts";
import { type Fen, fen, sum } from "../../../../../shared/money/index.ts";
import { compareSheets } from "../compare-sheets.ts";
import { factsRefusal, type SchemeFacts, schemeFactsSchema, withFacts } from "../facts.ts";
import { badInput, notNow, refuse, type SchemeRefusal } from "../refusals.ts";
import { settleYear } from "../settle-year.ts";
import { disputesOf, rulingsRefusal } from "./disputes.ts";
import { duesOf } from "./dues.ts";
import { keptSheetOf, type LineRef } from "./kept-sheet.ts";
import { paidRefusal } from "./paying.ts";
import { type Settlement, type SettlementCommand, type SettlementEvent, settlementMoves } from "./words.ts";

type CommandOf<T extends SettlementCommand["type"]> = OfType<SettlementCommand, T>;

/** The facts of a year: those of the profile, and those told with the settlement in their place or beside. */
export const factsOfYear = ({ town }: Pick<Context, "town">, told: SchemeFacts): SchemeFacts =>
  withFacts(town.finance.fiscalFacts, told);

/** F-35: an advance is money that the books hold. Refuses one that no transfer in the books covers. */
function advancesRefusal({ advances }: SchemeFacts, transfers: Readonly<Record<string, Fen>>): Rejection | undefined {
  for (const { entry } of advances) {
    const advanced = sum(advances.filter((one) => one.entry === entry).map(({ amount }) => amount));
    const booked = transfers[entry] ?? fen(0);
    if (advanced > booked)
      return refuse("finance.advance-not-booked", { entry, advanced, booked, article: "预算法实施条例 83" });
  }
  return undefined;
}

/**
 * F-19 to F-25, F-35: computes the year by the schemes in force, from booked entries. The same entries and facts give the same sheet, and
 * then nothing happens. Another result makes the next number, a draft, with what changed by line.
 */
function computed(
  state: Settlement | undefined,
  { year, entries, facts: told, transfers, received: came }: CommandOf<"compute">,
  { town, today }: Pick<Context, "town" | "today">,
): Decision<SettlementEvent> {
  if (!(Number.isSafeInteger(year) && year >= 2000 && year <= today.year))
    return badInput("finance.settlement-of-no-year", { upTo: today.year });
  const twice = factsRefusal(told);
  if (twice !== undefined) return twice;
  const facts = withFacts(state?.facts ?? schemeFactsSchema.parse({}), told);
  const all = factsOfYear({ town }, facts);
  const uncovered = advancesRefusal(all, transfers);
  if (uncovered !== undefined) return uncovered;
  const sheet = settleYear({ year, schemes: town.finance.schemes, entries, facts: all });
  if (isRejection(sheet)) return sheet;
  const kept = keptSheetOf(sheet);
  // Once it is answered, what comes is counted where it is promised, and makes no other sheet.
  const isAnswered = state !== undefined && state.status !== "draft" && state.status !== "sent";
  const received = came.filter(({ amount }) => amount > 0);
  const isSame =
    state !== undefined &&
    JSON.stringify([kept, facts]) === JSON.stringify([state.sheet, state.facts]) &&
    (isAnswered || JSON.stringify(received) === JSON.stringify(state.received ?? []));
  if (isSame) return [];
  const changes = state === undefined ? [] : compareSheets(state.sheet, kept);
  const data = { year, number: (state?.number ?? 0) + 1, computedOn: today.toString(), sheet: kept, facts, changes };
  const more = received.length === 0 ? {} : { received };
  return [{ type: "finance.settlement.computed", data: { ...data, ...more } }];
}

/** Sends the sheet to the county, once the year is over. */
function send({ year }: Settlement, { document }: CommandOf<"send">, { today }: Context): Decision<SettlementEvent> {
  if (today.year <= year) return notNow("finance.settlement-year-runs", { year });
  return [{ type: "finance.settlement.sent", data: { document, on: today.toString() } }];
}

/** What follows from an answer was worked out from the sheet that was seen: another one is looked at first. */
const otherSheet = ({ number }: Pick<Settlement, "number">, { seen }: { readonly seen: number }) =>
  seen === number ? undefined : notNow("finance.settlement-moved-on", { number });

function agree(state: Settlement, command: CommandOf<"agree">, { today }: Context): Decision<SettlementEvent> {
  const data = { document: command.document, on: today.toString() };
  return otherSheet(state, command) ?? [{ type: "finance.settlement.agreed", data }];
}

/** 结清: all that the sheet says came in and went out. */
function pay(state: Settlement, command: CommandOf<"pay">, { today, town }: Context): Decision<SettlementEvent> {
  const daysOf = ({ scheme, version }: LineRef) =>
    town.finance.schemes.find((one) => one.id === scheme && one.version === version)?.dueDays;
  const { remittances } = command;
  const refused = otherSheet(state, command) ?? paidRefusal(duesOf(state, daysOf), command);
  return refused ?? [{ type: "finance.settlement.paid", data: { on: today.toString(), remittances } }];
}

/** F-25: the county has other figures, by line, with reasons. The rest is agreed. */
function dispute(
  state: Settlement,
  command: CommandOf<"dispute">,
  { today, town }: Context,
): Decision<SettlementEvent> {
  const { document, disputes } = command;
  const found = otherSheet(state, command) ?? disputesOf(state.sheet, disputes, town.finance.schemes);
  if (isRejection(found)) return found;
  return [{ type: "finance.settlement.disputed", data: { document, on: today.toString(), disputes: found } }];
}

/** A document settles each disputed line, and no other. */
function settle(state: Settlement, command: CommandOf<"resolve">, { today }: Context): Decision<SettlementEvent> {
  const { document, rulings } = command;
  const refused = otherSheet(state, command) ?? rulingsRefusal(state.disputes, rulings);
  return refused ?? [{ type: "finance.settlement.settled", data: { document, on: today.toString(), rulings } }];
}

/** The settlement of a year between the town and those who owe it (预算法 52, 预算法实施条例 83, 87). */
export const settlement = deciderOf<{
  readonly state: Settlement;
  readonly command: SettlementCommand;
  readonly event: SettlementEvent;
  readonly moves: typeof settlementMoves;
  readonly begins: "compute";
  readonly begun: "finance.settlement.computed";
  readonly refusal: SchemeRefusal;
}>({
  aggregate: "settlement",
  shape: 2,
  moves: settlementMoves,
  impossible: "finance.settlement-not-in-this-state",
  begin: { compute: (command, context) => computed(undefined, command, context) },
  steps: {
    send,
    agree,
    dispute,
    resolve: settle,
    pay,
  },
  always: { compute: computed },
  begun: {
    "finance.settlement.computed": ({ data }) => ({ status: "draft", ...data, disputes: [], rulings: [] }),
  },
  effects: {
    "finance.settlement.sent": (state, { data }) => ({ ...state, status: "sent", sent: data }),
    "finance.settlement.agreed": (state, { data }) => ({ ...state, status: "agreed", answered: data }),
    "finance.settlement.disputed": (state, { data: { disputes, ...answered } }) => ({
      ...{ ...state, status: "disputed", answered, disputes },
    }),
    "finance.settlement.settled": (state, { data: { rulings, ...settled } }) => ({
      ...{ ...state, status: "resolved", settled, rulings },
    }),
    "finance.settlement.paid": (state, { data: { on } }) => ({ ...state, status: "paid", paidOn: on }),
  },
  listed: (_state, id) => ({ byStatus: { partition: everySettlement, sort: id } }),
});

/** The partition of `byStatus` in which every settlement stands. */
export const everySettlement = "settlement:all";
