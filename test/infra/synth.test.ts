import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { services } from "../../infra/services.ts";
import { townSlugs } from "../../infra/towns/load.ts";

const root = resolve(import.meta.dirname, "../..");

const output = mkdtempSync(join(tmpdir(), "qiangzhen-synth-"));
afterAll(() => rmSync(output, { recursive: true, force: true }));

const offline = "http://127.0.0.1:9";
const run = (program: string, ...args: readonly string[]) =>
  spawnSync(join(root, "node_modules/.bin", program), [...args, "--output", output], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: output, HTTPS_PROXY: offline, HTTP_PROXY: offline, CI: "true" },
    encoding: "utf8",
  });

function expectTemplatesOf(slug: string): void {
  const assembly = join(output, `assembly-${slug}`);
  const templates = readdirSync(assembly).filter((file) => file.endsWith(".template.json"));
  expect(templates.length).toBeGreaterThanOrEqual(services.length + 1);
  const context = JSON.parse(readFileSync(join(output, "manifest.json"), "utf8"));
  expect(context.missing ?? []).toEqual([]);
  expect(existsSync(join(root, "cdk.context.json"))).toBe(false);
}

const timeout = 240_000;

test("all towns are synthesised without an account, credentials, network or warning", { timeout }, () => {
  const { status, stderr } = run("node", "infra/synth/main.js");
  expect([status, stderr]).toEqual([0, ""]);
  for (const slug of townSlugs()) expectTemplatesOf(slug);
});

test("the CDK's own command finds the app as a deployment will", { timeout }, () => {
  expect(run("cdk", "synth", "--quiet", "--no-lookups", "--context", "town=jinshan").status).toBe(0);
  expectTemplatesOf("jinshan");
});

test("a town that is not there is refused in a line", () => {
  const { status, stderr } = run("node", "infra/synth/main.js", "--town", "nowhere");
  expect([status, stderr]).toEqual([1, expect.stringMatching(/^no town nowhere, only [^\n]+\n$/)]);
});
