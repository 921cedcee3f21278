import { Logger } from "@aws-lambda-powertools/logger";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { lostBlame } from "../../shared/http/blamed.ts";
import { fuzzed } from "../support/fuzzing.ts";
import { aLivedTown, type LivedTown } from "../support/lived-town.ts";
import { type Overheard, overhear } from "../support/overheard.ts";

const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 1_000_000_000);
const span = {
  ...{ seed, from: Number(process.env.FUZZ_FROM ?? 0), requests: Number(process.env.FUZZ_REQUESTS ?? 15_000) },
  below: (process.env.FUZZ_BELOW ?? "").split(",").filter((path) => path !== ""),
};
vi.setConfig({ testTimeout: 7_200_000, hookTimeout: 600_000 });

let lived: LivedTown;
let overheard: Overheard;
beforeAll(async () => {
  vi.spyOn(console, "log").mockReturnValue();
  overheard = overhear();
  lived = await aLivedTown();
  overheard.stop();
});
afterAll(() => lived.stop());

test(`A8: all roles ask what the document says, and near it (FUZZ_SEED=${seed})`, async () => {
  const told = vi.spyOn(Logger.prototype, "error");
  const { faults, statuses } = await fuzzed(lived, overheard.exchanges, span);
  process.stdout.write(`${JSON.stringify([...statuses].toSorted())}\n`);
  expect([200, 201, 400, 401, 403, 404, 409, 422].filter((status) => !statuses.has(status))).toEqual([]);
  expect(faults).toEqual([]);
  // Operators are told where a rule blames a field that its request does not have.
  expect(told.mock.calls.filter(([message]) => message === lostBlame)).toEqual([]);
});
