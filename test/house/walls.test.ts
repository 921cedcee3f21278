import { globSync } from "node:fs";
import { rm } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copyOfHouse, plant, wallsOf } from "./copy.ts";

/** One fault for each wall: the wall's name, the file it is planted in, and what that file imports. */
const faults: readonly (readonly [wall: string, file: string, imports: string])[] = [
  ["shared-stands-alone", "shared/money/planted.ts", "services/permits/service.ts"],
  ["shared-stands-alone", "shared/store/planted.ts", "infra/services.ts"],
  ["service-below-infra", "services/permits/cases/api/planted-infra.ts", "infra/services.ts"],
  ["infra-below-test", "infra/planted-test.ts", "test/planted.ts"],
  ["no-other-service", "services/permits/cases/api/planted-service.ts", "services/powers/service.ts"],
  ["no-other-service", "services/permits/cases/domain/planted-service.ts", "services/powers/powers/domain/power.ts"],
  ["no-other-service", "services/planted/one/api/planted.ts", "services/powers/service.ts"],
  ["infra-by-manifest", "infra/planted-domain.ts", "services/powers/powers/domain/power.ts"],
  ["pure-domain", "services/permits/cases/domain/planted-store.ts", "shared/store/index.ts"],
  ["pure-domain", "services/permits/cases/domain/planted-http.ts", "shared/http/index.ts"],
  ["pure-domain", "services/permits/cases/domain/planted-messaging.ts", "shared/messaging/index.ts"],
  ["pure-domain", "services/permits/cases/domain/planted-observability.ts", "shared/observability/index.ts"],
  ["pure-domain", "services/permits/cases/domain/planted-api.ts", "services/permits/cases/api/planted-target.ts"],
  ["pure-domain", "services/permits/cases/domain/planted-follow.ts", "shared/powers-in-force/follow.ts"],
  ["pure-domain", "services/planted/one/domain/planted.ts", "shared/store/index.ts"],
  ["pure-library", "shared/money/planted-http.ts", "shared/http/index.ts"],
  [
    "reactions-know-no-api",
    "services/permits/cases/reactions/planted.ts",
    "services/permits/cases/api/planted-target.ts",
  ],
  [
    "api-knows-no-reactions",
    "services/permits/cases/api/planted.ts",
    "services/permits/cases/reactions/planted-target.ts",
  ],
  ["cloud-by-its-own-file", "shared/store/planted-client.ts", "shared/store/dynamo-table.ts"],
  ["by-index-or-domain", "services/permits/figures/api/planted.ts", "services/permits/cases/api/planted-target.ts"],
  ["test-of-one-service", "test/permits/cases/planted.ts", "services/powers/powers/domain/power.ts"],
  ["test-of-one-service", "test/permits/cases/planted-builders.ts", "test/powers/planted-builders.ts"],
  ["test-support-stands-alone", "test/support/planted.ts", "services/powers/powers/domain/power.ts"],
  ["test-support-stands-alone", "test/unit/planted.test.ts", "test/powers/planted-builders.ts"],
  ["downward-only", "services/permits/guides/domain/planted.ts", "services/permits/cases/domain/planted-target.ts"],
  ["downward-only", "services/permits/common/domain/planted.ts", "services/permits/cases/domain/planted-target.ts"],
  ["downward-only", "services/planted/one/domain/planted-up.ts", "services/planted/two/domain/planted-target.ts"],
];
const targets = [
  "test/powers/planted-builders.ts",
  "test/planted.ts",
  "services/permits/cases/api/planted-target.ts",
  "services/permits/cases/domain/planted-target.ts",
  "services/permits/cases/reactions/planted-target.ts",
  "services/planted/two/domain/planted-target.ts",
];
/** Packages and modules of Node's own: the import is written as it stands. */
const outside: readonly (readonly [file: string, imports: string, found: string])[] = [
  ["services/permits/cases/domain/planted-node.ts", "node:fs", "fs"],
  [
    "services/permits/cases/domain/planted-sdk.ts",
    "@aws-sdk/client-sqs",
    "node_modules/@aws-sdk/client-sqs/dist-cjs/index.js",
  ],
];

/** A circle, and an import of nothing. */
const alone = ["shared/money/circle-a.ts", "shared/money/circle-b.ts", "shared/money/lost.ts"];

/** A view that lets its whole state out, and one that states the type of its answer. */
const spreading = "services/permits/voices/api/planted-view.ts";
const stating = "services/permits/voices/api/planted-type.ts";

/** An aggregate whose state has a field that nothing sets, beside one that an effect sets and one that an event brings. */
const forgetful = "services/planted/one/domain/planted-state.ts";
const forgetfulText = `export interface Planted extends Brought { readonly set?: string; readonly forgotten?: string }
interface Brought { readonly brought?: string }
interface PlantedWords {
  readonly state: Planted;
  readonly event: { readonly type: "planted.begun"; readonly data: Brought };
  readonly begun: "planted.begun";
}
export const effects = { "planted.begun": (state: Planted, { data }: { data: Brought }) => ({ ...state, ...data, set: "" }) };
`;

const lawful = "services/permits/cases/domain/planted-lawful.ts";
/** What goes through several services. */
const across = "test/across/planted.test.ts";

const upward = (file: string) => "../".repeat(file.split("/").length - 1);

describe("walls of the house", () => {
  let house: string;
  let faulty: Awaited<ReturnType<typeof wallsOf>>;

  beforeAll(async () => {
    house = await copyOfHouse();
    for (const file of targets) await plant(house, file, "export const planted = 1;\n");
    for (const [, file, imports] of faults) await plant(house, file, `import "${upward(file)}${imports}";\n`);
    for (const [file, imports] of outside) await plant(house, file, `import "${imports}";\n`);
    await plant(house, "shared/money/circle-a.ts", 'import "./circle-b.ts";\n');
    await plant(house, "shared/money/circle-b.ts", 'import "./circle-a.ts";\n');
    await plant(house, "shared/money/lost.ts", 'import "./nowhere.ts";\n');
    await plant(house, spreading, "export const view = ({ id, state }) => ({ id, ...state });\n");
    await plant(house, forgetful, forgetfulText);
    await plant(house, stating, "const view = z.object({});\nexport const a = (): z.input<typeof view> => ({});\n");
    const lower = `${upward(lawful)}services/permits/guides/domain/guide.ts`;
    await plant(house, lawful, `import "${lower}";\nimport "${upward(lawful)}shared/calendar/index.ts";\n`);
    await plant(house, across, `import "${upward(across)}services/powers/powers/domain/power.ts";\n`);
    faulty = await wallsOf(house);
  });
  afterAll(() => rm(house, { recursive: true }));

  it("stand: each source file is read, and no import goes through a wall", () => {
    const planted = [...faults, ...outside].map(([first, second]) => (first.includes("/") ? first : second));
    const ours = [...planted, ...targets, ...alone, `${spreading}:1`, `${stating}:2`, `${forgetful}:1`];
    expect(faulty.breaches.filter((breach) => !ours.some((file) => breach.includes(`: ${file} → `)))).toEqual([]);
    expect(faulty.modules).toBeGreaterThan(
      globSync("{infra,services,shared}/**/*.ts", { cwd: `${import.meta.dirname}/../..` }).length,
    );
  });

  it.each(faults)("name the wall %s when %s imports %s", (wall, file, imports) => {
    expect(faulty.breaches).toContain(`${wall}: ${file} → ${imports}`);
  });

  it.each(outside)("name the pure domain when %s imports %s", (file, _imports, found) => {
    expect(faulty.breaches).toContain(`pure-domain: ${file} → ${found}`);
  });

  it("name a circle of values, and an import that nobody finds", () => {
    expect(faulty.breaches).toContain("no-circle: shared/money/circle-a.ts → shared/money/circle-b.ts");
    expect(faulty.breaches).toContain("resolved: shared/money/lost.ts → ./nowhere.ts");
  });

  it("name an answer that spreads a state, with its line", () => {
    expect(faulty.breaches).toContain(`views-pick-fields: ${spreading}:1 → ...state`);
  });

  it("name a view that states the type of its answer", () => {
    expect(faulty.breaches).toContain(`views-pick-fields: ${stating}:2 → z.input<typeof view>`);
  });

  it("name an optional field of a state that nothing sets, and no other", () => {
    expect(faulty.breaches.filter((breach) => breach.includes(forgetful))).toEqual([
      `states-set-fields: ${forgetful}:1 → forgotten`,
    ]);
  });

  it("leave alone what is lawful: a lower domain, a pure library, a test across services", () => {
    expect(faulty.breaches.filter((breach) => [lawful, across].some((file) => breach.includes(file)))).toEqual([]);
  });
});
