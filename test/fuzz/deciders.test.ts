import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { services } from "../../infra/services.ts";
import { fuzzDecider, listenToDeciders, type Seen } from "../support/decider-fuzz.ts";
import { aLivedTown, type LivedTown } from "../support/lived-town.ts";

const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 1_000_000_000);
const commands = Number(process.env.FUZZ_COMMANDS ?? 10_000);
vi.setConfig({ testTimeout: 7_200_000, hookTimeout: 600_000 });

let lived: LivedTown;
let seen: readonly Seen[];
beforeAll(async () => {
  vi.spyOn(console, "log").mockReturnValue();
  seen = listenToDeciders(services);
  lived = await aLivedTown();
});
afterAll(() => lived.stop());

test(`every decider of every service takes or refuses ${commands} random commands (FUZZ_SEED=${seed})`, () => {
  const everybody = [
    ...new Map(
      seen.flatMap(({ commands: all }) => [...all.values()].flat()).map(({ actor }) => [actor.sub, actor]),
    ).values(),
  ];
  const asked = seen.filter((one) => one.commands.size > 0);
  const all = asked.map((one, at) => fuzzDecider(one, everybody, commands, seed + at));
  const sum = (count: "taken" | "refused" | "idle") => all.reduce((total, one) => total + one[count], 0);
  process.stdout.write(
    `${asked.length} of ${seen.length} deciders: ${sum("taken")} taken, ${sum("refused")} refused\n`,
  );
  expect(sum("taken")).toBeGreaterThan(asked.length * 10);
  expect(all.flatMap(({ faults }) => faults).map(({ what, first }) => `${what}\n  ${first}`)).toEqual([]);
});
