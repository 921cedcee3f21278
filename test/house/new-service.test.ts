import { readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { attempt, copyOfHouse, plant, wallsOf } from "./copy.ts";
import { recipeFiles } from "./recipe.ts";

const list = "infra/services.ts";
const files = recipeFiles();
const before = readFileSync(join(import.meta.dirname, "../..", list), "utf8");
const imported = 'import { markets } from "../services/markets/service.ts";';
const after = `${imported}\n${before.replace(/(,?)(\s*)\];/, ", markets$2];")}`;
const program = (house: string, name: string) => join(house, "node_modules/.bin", name);

/** Asks the house what its manifests say of the new service. */
const question = `
import { openapi } from "./docs/index.ts";
import { services } from "./services.ts";
import { loadProfileFrom } from "./towns/load.ts";
const [service] = services.filter(({ name }) => name === "markets");
const { paths = {} } = openapi(services, loadProfileFrom("guangtong"));
console.log(JSON.stringify({
  aggregates: service?.aggregates.map(({ name }) => name),
  subscriptions: service?.subscriptions.map(({ type }) => type),
  paths: Object.keys(paths).filter((path) => path.startsWith("/markets/stalls")),
}));
`;
const answer = z.object({
  aggregates: z.array(z.string()),
  subscriptions: z.array(z.string()),
  paths: z.array(z.string()),
});

describe("a new service, made by the recipe of CONTRIBUTING.md", () => {
  let house: string;

  beforeAll(async () => {
    house = await copyOfHouse();
    for (const { path, text } of files) await plant(house, path, text);
    await plant(house, list, after);
  });
  afterAll(() => rm(house, { recursive: true }));

  it("takes at most seven files", () => {
    expect(files.map(({ path }) => path)).toContain("services/markets/service.ts");
    expect(files.length).toBeLessThanOrEqual(7);
    expect(files.filter(({ path }) => !path.startsWith("services/markets/"))).toEqual([]);
  });

  it("changes one line of the list, and adds its import", () => {
    const known = linesOf(before);
    const added = linesOf(after).filter((line) => !known.includes(line));
    expect(added).toEqual([imported, expect.stringContaining("markets")]);
    expect(linesOf(after)).toHaveLength(known.length + 1);
  });

  it("compiles, and has the format of the house", async () => {
    const scope = { extends: "./tsconfig.json", include: ["services/markets", "shared/**/*.d.ts"] };
    await plant(house, "tsconfig.new.json", JSON.stringify(scope));
    expect(
      await attempt(program(house, "tsc"), ["--noEmit", "--checkers", "1", "-p", "tsconfig.new.json"], house),
    ).toMatchObject({
      code: 0,
      stdout: "",
    });
    const format = ["ci", "--vcs-enabled=false", "services/markets"];
    expect(await attempt(program(house, "biome"), format, house)).toMatchObject({ code: 0 });
  });

  it("is known to the house with its aggregate, its route and its subscription", async () => {
    await plant(house, "infra/question.ts", question);
    const { stdout } = await attempt(process.execPath, ["infra/question.ts"], house);
    expect(answer.parse(JSON.parse(stdout))).toEqual({
      aggregates: ["stall"],
      subscriptions: ["permits.application.recorded"],
      paths: ["/markets/stalls/{id}/close"],
    });
  });

  it("is walled at once: an import of permits is named, and nothing else of it", async () => {
    const planted = "services/markets/stalls/api/planted.ts";
    const foreign = "services/permits/guides/domain/guide.ts";
    await plant(house, planted, `import "../../../../${foreign}";\n`);
    const ours = (await wallsOf(house)).breaches.filter((breach) => breach.includes("services/markets/"));
    expect(ours).toEqual([`no-other-service: ${planted} → ${foreign}`]);
  });
});

const linesOf = (text: string) => text.split("\n").filter((line) => line.trim() !== "");
