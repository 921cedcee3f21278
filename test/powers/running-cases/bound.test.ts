import { expect, test } from "vitest";
import { registerOf } from "../../../services/powers/running-cases/domain/register.ts";
import { mostStateBytes } from "../../../shared/store/transaction-size.ts";
import { Living } from "../../support/living.ts";

const dayAfter = (days: number) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10);
const idOf = (day: number, nth: number) => `PL-018.${String(day * 1000 + nth).padStart(16, "0")}`;

const perDay = 10;
const daysOpen = 20;
/** The day of the end, and thirty more. */
const daysRemembered = 31;

test("CF-24b: an ended case leaves the register after thirty days, so that a hundred new ones a day fit one state", () => {
  const register = new Living(registerOf("PL-018"));
  for (let day = 0; day < daysOpen + daysRemembered + 20; day += 1)
    for (let nth = 0; nth < perDay; nth += 1) {
      const on = dayAfter(day);
      register.lawfully({ type: "follow", case: idOf(day, nth), sequence: 1, openedOn: on }, on);
      if (day < daysOpen) continue;
      register.lawfully({ type: "follow", case: idOf(day - daysOpen, nth), sequence: 99, openedOn: undefined }, on);
    }
  const { open, ended } = register.state;
  expect(Object.keys(open)).toHaveLength(perDay * daysOpen);
  const endedIds = Object.values(ended).flatMap((ids) => ids.trim().split(" "));
  expect(new Set(endedIds)).toHaveLength(perDay * daysRemembered);
  const known = Object.keys(open).length + endedIds.length;
  const bytes = Buffer.byteLength(JSON.stringify(register.state)) / known;
  expect(bytes * 100 * (daysOpen + daysRemembered)).toBeLessThan(mostStateBytes);
});
