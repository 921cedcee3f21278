import { afterAll, beforeAll, expect, test } from "vitest";
import { type RunningTown, startTown } from "../../infra/embedded/start.ts";
import { anOpenedTown } from "../support/opened-town.ts";
import { aTypedClient } from "../support/typed-client/generate.ts";

let town: RunningTown;
let client: Awaited<ReturnType<typeof aTypedClient>> | undefined;
let directory: Awaited<ReturnType<typeof anOpenedTown>>;
beforeAll(async () => {
  directory = await anOpenedTown();
  town = await startTown({ dataDir: directory.path, port: 0, retryDelay: 5 });
  client = await aTypedClient();
});
afterAll(async () => {
  await client?.remove();
  await town.stop();
  await directory.remove();
});

test("A6: a client generated from /openapi.json is sound under tsc --strict", async () => {
  expect(await client?.check()).toBe("");
  expect(client?.types).toContain("notifyCorrections");
});

test("A6: with it a program files, corrects, reviews, decides, issues and verifies", async () => {
  expect(await client?.run(town.url)).toEqual({
    code: "permits.materials-missing",
    status: "granted",
    number: expect.stringMatching(/\p{Script=Han}/u),
    verified: "valid",
  });
});
