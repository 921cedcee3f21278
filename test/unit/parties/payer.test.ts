import { expect, test } from "vitest";
import { maskedPayer, payerKey, unmaskedPayer } from "../../../shared/parties/index.ts";
import { someCitizenNumbers } from "../../support/citizen-numbers.ts";
import { keyed, partyId } from "../../support/keyed.ts";

const keyOf = (name: string) => keyed("actor", name, 16);
const [one = "", two = ""] = someCitizenNumbers(2).map(partyId);
const at = (now: string) => ({ keyOf, now: `2026-03-02T0${now}:00:00.000Z` });
const told = (key: string, now = "1", kind: "citizen" | "organisation" | "sole-trader" = "citizen") =>
  maskedPayer(at(now), { kind, key }).payer?.masked ?? "";

test("P-1: a payer is told under a mask that the town's secret takes off", () => {
  expect(told(one)).toMatch(/^[0-9A-F]{32}$/);
  expect(unmaskedPayer(keyOf, told(one))).toBe(payerKey(keyOf, one));
  expect(unmaskedPayer(keyOf, told(two))).toBe(payerKey(keyOf, two));
  const otherTown = (name: string) => keyed("another", name, 16);
  expect(unmaskedPayer(otherTown, told(one))).not.toBe(payerKey(keyOf, one));
});

test("P-1: of two claims of one person others do not see that they are his", () => {
  const [first, second] = [told(one, "1"), told(one, "2")];
  expect(unmaskedPayer(keyOf, first)).toBe(unmaskedPayer(keyOf, second));
  expect(first.slice(0, 16)).not.toBe(second.slice(0, 16));
  expect(first.slice(16)).not.toBe(second.slice(16));
  expect([first, second].some((masked) => masked.includes(payerKey(keyOf, one)))).toBe(false);
});

test("a sole trader is a person; nothing is told of a party without a key", () => {
  const payer = (kind: "citizen" | "organisation" | "sole-trader", key = one) => maskedPayer(at("1"), { kind, key });
  expect(payer("sole-trader")).toMatchObject({ payer: { kind: "citizen" } });
  expect(payer("organisation")).toMatchObject({ payer: { kind: "organisation" } });
  expect(payer("citizen", "")).toEqual({});
  expect(payer("citizen", "已按期删除")).toEqual({});
  expect(maskedPayer({ now: at("1").now }, { kind: "citizen", key: one })).toEqual({});
});
