import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { services } from "../../infra/services.ts";
import { townSlugs } from "../../infra/towns/load.ts";

const root = resolve(import.meta.dirname, "../..");

const output = mkdtempSync(join(tmpdir(), "qiangzhen-synth-"));
afterAll(() => rmSync(output, { recursive: true, force: true }));

test.each(townSlugs())(
  "%s is synthesised without an account, credentials or network",
  {
    timeout: 240_000,
  },
  (slug) => {
    const offline = "http://127.0.0.1:9";
    execFileSync(
      join(root, "node_modules/.bin/cdk"),
      ["synth", "--quiet", "--no-lookups", "--context", `town=${slug}`, "--output", output],
      {
        cwd: root,
        env: { PATH: process.env.PATH, HOME: output, HTTPS_PROXY: offline, HTTP_PROXY: offline, CI: "true" },
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
    const assembly = join(output, `assembly-${slug}`);
    const templates = readdirSync(assembly).filter((file) => file.endsWith(".template.json"));
    expect(templates.length).toBeGreaterThanOrEqual(services.length + 1);
    const context = JSON.parse(readFileSync(join(output, "manifest.json"), "utf8"));
    expect(context.missing ?? []).toEqual([]);
    expect(existsSync(join(root, "cdk.context.json"))).toBe(false);
  },
);
