import { expect, it } from "vitest";
import { numbersFrom } from "../support/chance.ts";
import { surviveKills } from "../support/killing.ts";

it("loses nothing in a hundred kills under load", { timeout: 900_000 }, async () => {
  const acknowledged = await surviveKills(100, numbersFrom(100));
  console.log(`${acknowledged} commands acknowledged`);
  expect(acknowledged).toBeGreaterThan(100);
});
