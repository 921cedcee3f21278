import { describe, expect, test } from "vitest";
import type { LedgerEntry } from "../../../services/finance/ledger/domain/posted/words.ts";
import {
  type EntryUse,
  type EntryUseCommand,
  entryUse,
} from "../../../services/finance/ledger/domain/use/entry-use.ts";
import { isRejection } from "../../../shared/decider/index.ts";
import { fen } from "../../../shared/money/index.ts";
import { aContext } from "../../support/tally-town.ts";

const context = { ...aContext(), numbers: { take: () => 1 } };
const anEntry = (more: Partial<LedgerEntry> = {}): LedgerEntry => ({
  ...{ status: "posted", book: "treasury", source: { service: "finance", id: "E1" }, nature: "budget-cash" },
  ...{ effectiveOn: "2026-02-20", enteredOn: "2026-02-20", period: { period: "2026-02" }, text: "拨款" },
  lines: [
    { account: "1003", side: "debit", amount: fen(1000) },
    { account: "4011", side: "credit", amount: fen(600), item: "11002", level: "town", origin: "transfer" },
    { account: "4001", side: "credit", amount: fen(400), item: "10101", level: "town", origin: "ordinary" },
  ],
  ...more,
});
type Use = Extract<EntryUseCommand, { type: "take" }>["use"];
function taking(use: Use, parts: readonly [string, number][], anew?: true): EntryUseCommand {
  const told = parts.map(([target, amount]) => ({ target, amount: fen(amount) }));
  return { type: "take", use, entry: anEntry(), parts: told, ...(anew === undefined ? {} : { anew }) };
}

/** The state after commands that are all allowed. */
const stateAfter = (...commands: EntryUseCommand[]): EntryUse | undefined =>
  commands.reduce<EntryUse | undefined>((state, command) => {
    const decision = entryUse.decide(state, command, context);
    if (isRejection(decision)) throw new Error(decision.code);
    return decision.reduce<EntryUse | undefined>(
      (before, event) => entryUse.evolve(before, { ...event, sequence: 1, time: "", actor: "" }),
      state,
    );
  }, undefined);
const codeOf = (command: EntryUseCommand, ...before: EntryUseCommand[]) => {
  const decision = entryUse.decide(stateAfter(...before), command, context);
  return isRejection(decision) ? decision.code : "allowed";
};

describe("F-35: the money of an entry is put down once for each use", () => {
  test("a transfer has what came as a transfer, a fund what came as money, and nothing went out", () => {
    expect(codeOf(taking("transfer", [["a", 600]]))).toBe("allowed");
    expect(codeOf(taking("transfer", [["a", 601]]))).toBe("finance.entry-used-up");
    expect(codeOf(taking("fund-in", [["a", 1000]]))).toBe("allowed");
    expect(codeOf(taking("fund-in", [["a", 1001]]))).toBe("finance.entry-used-up");
    expect(codeOf(taking("fund-out", [["a", 1]]))).toBe("finance.entry-used-up");
  });
  test.each(["fine", "fine-surcharge", "confiscated-goods", "permit-fee"] as const)(
    "CF-74, XK-59: money of origin %s fills no fund, also beside other money",
    (origin) => {
      const line = {
        account: "4001",
        side: "credit",
        amount: fen(1000),
        item: "10307",
        level: "town",
        origin,
      } as const;
      const entry = anEntry({ lines: [{ account: "1003", side: "debit", amount: fen(1000) }, line] });
      const parts = [{ target: "a", amount: fen(1) }];
      for (const use of ["fund-in", "asset-income"] as const)
        expect(codeOf({ type: "take", use, entry, parts })).toBe("finance.entry-of-fines");
    },
  );
  test("parts together stay within it; another use has all of it", () => {
    const first = taking("transfer", [["a", 400]]);
    expect(codeOf(taking("transfer", [["b", 200]]), first)).toBe("allowed");
    expect(codeOf(taking("transfer", [["b", 201]]), first)).toBe("finance.entry-used-up");
    expect(
      codeOf(
        taking("transfer", [
          ["b", 101],
          ["c", 100],
        ]),
        first,
      ),
    ).toBe("finance.entry-used-up");
    expect(codeOf(taking("fund-in", [["b", 1000]]), first)).toBe("allowed");
  });
  test("nothing, a part below zero and the same target twice are refused", () => {
    expect(codeOf(taking("transfer", [["a", 0]]))).toBe("finance.part-not-positive");
    expect(codeOf(taking("transfer", [["a", -1]]))).toBe("finance.part-not-positive");
    expect(codeOf(taking("transfer", [["a", 1]]), taking("transfer", [["a", 1]]))).toBe("finance.entry-used-already");
    expect(
      codeOf(
        taking("transfer", [
          ["a", 1],
          ["a", 1],
        ]),
      ),
    ).toBe("finance.entry-used-already");
  });
  test("told anew, a part takes the place of what stood for its target", () => {
    const first = taking("transfer", [["a", 400]]);
    const anew = (amount: number) => taking("transfer", [["a", amount]], true);
    expect(stateAfter(first, anew(400))).toEqual(stateAfter(first));
    expect(stateAfter(first, anew(600))?.parts).toEqual([{ use: "transfer", target: "a", amount: 600 }]);
    expect(codeOf(anew(601), first)).toBe("finance.entry-used-up");
  });
  test("what was taken back, and what takes back, moves nothing", () => {
    expect(codeOf({ type: "take", use: "transfer", entry: undefined, parts: [] })).toBe("finance.entry-unknown");
    const of = (more: Partial<LedgerEntry>) =>
      codeOf({ type: "take", use: "transfer", entry: anEntry(more), parts: [{ target: "a", amount: fen(1) }] });
    expect(of({ status: "reversed" })).toBe("finance.entry-moves-nothing");
    expect(of({ reverses: "treasury:finance:E0" })).toBe("finance.entry-moves-nothing");
    expect(of({ nature: "opening" })).toBe("finance.entry-moves-nothing");
  });
  test("given back, it is free again; what is not there is not given back", () => {
    const first = taking("transfer", [["a", 600]]);
    const back = (...targets: string[]) => ({ type: "give-back", use: "transfer", targets }) as const;
    expect(codeOf(back("b"), first)).toBe("finance.entry-not-used");
    expect(codeOf(taking("transfer", [["b", 600]]), first, back("a"))).toBe("allowed");
  });
});
