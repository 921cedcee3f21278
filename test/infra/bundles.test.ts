import { execFileSync } from "node:child_process";
import { createSocket } from "node:dgram";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { type BundleFile, bundlesOfAll } from "../../infra/bundling/build.ts";
import { bundleName, entriesOf } from "../../infra/bundling/entries.ts";
import { type Files, toldOf, toldOfDocuments } from "../../infra/bundling/telling.ts";
import { relayRoutesOf } from "../../infra/relay-routes.ts";
import { services } from "../../infra/services.ts";
import { permits } from "../../services/permits/service.ts";
import type { FunctionKind } from "../../shared/service/index.ts";
import { allServices, guangtong } from "./town.ts";

const relayed = { "powers.power.listed": ["guangtong-permits-reactions.fifo"] };
const kinds = ["api", "relay", "reactions", "clockwork", "opening"] as const satisfies readonly FunctionKind[];
const [service] = services;
if (service === undefined) throw new Error("there is no service");
const told = toldOf(service, guangtong, relayed);
const all = await bundlesOfAll(entriesOf(services));
const bundleOf = (one: { readonly name: string }, kind: FunctionKind) => all.get(bundleName(one, kind)) ?? [];
const bundles = new Map(kinds.map((kind) => [kind, bundleOf(service, kind)]));
const text = (kind: FunctionKind) =>
  (bundles.get(kind) ?? [])
    .filter(({ name }) => name.endsWith(".mjs"))
    .map(({ contents }) => Buffer.from(contents).toString("utf8"))
    .join("\n");

const directories: string[] = [];
afterAll(() => {
  for (const directory of directories) rmSync(directory, { recursive: true, force: true });
});

/** What a start reads: the entry file, and each file that it imports at once, also by way of others. */
function startText(files: readonly BundleFile[]): string {
  const known = new Map(files.map(({ name, contents }) => [name, Buffer.from(contents).toString("utf8")]));
  const read = new Set<string>();
  const waiting = ["index.mjs"];
  for (const name of waiting) {
    if (read.has(name)) continue;
    read.add(name);
    const code = known.get(name) ?? "";
    for (const [, imported = ""] of code.matchAll(/(?:\bfrom|\bimport)\s*"\.\/([^"]+\.mjs)"/g)) waiting.push(imported);
  }
  return [...read].map((name) => known.get(name) ?? "").join("\n");
}

const startBytes = (files: readonly BundleFile[]) => Buffer.byteLength(startText(files));

/** The functions of permits that start often. */
const startable = (["api", "reactions", "clockwork", "relay"] as const).map(
  (kind) => [kind, bundleOf(permits, kind)] as const,
);

function written(files: readonly BundleFile[], told: Files = {}): string {
  const directory = mkdtempSync(join(tmpdir(), "qiangzhen-bundle-"));
  directories.push(directory);
  for (const { name, contents } of files) writeFileSync(join(directory, name), contents);
  for (const [name, content] of Object.entries(told)) writeFileSync(join(directory, name), content);
  return join(directory, "index.mjs");
}

/** A process whose function finds what it is told beside its code. */
const run = (code: string, file: string, env: Record<string, string> = {}) =>
  execFileSync(process.execPath, ["--input-type=module", "-e", code], {
    env: {
      TOLD_IN: dirname(file),
      AWS_REGION: "cn-northwest-1",
      TABLE_NAME: "t",
      TOWN_SECRET: "s".repeat(32),
      TOWN: "guangtong",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  }).toString();

describe("bundles", () => {
  test.each(kinds)("the %s function starts from its bundle alone and has a handler", (kind) => {
    const file = written(bundles.get(kind) ?? [], told);
    expect(run(`const { handler } = await import(${JSON.stringify(file)}); console.log(typeof handler);`, file)).toBe(
      "function\n",
    );
  });

  test("no bundle holds anything of a town: what a function is told lies beside it", () => {
    const { organName, slug, code } = guangtong.profile;
    for (const [name, files] of all)
      for (const file of files.filter((one) => one.name.endsWith(".mjs")))
        for (const own of [organName.zh, organName.en, slug, code])
          expect(Buffer.from(file.contents).toString("utf8").includes(own), `${name}: ${own}`).toBe(false);
    expect(Object.keys(told)).toEqual(["town.json", "lists.json", "relay.json"]);
    expect(JSON.parse(told["relay.json"] ?? "")).toEqual({
      ...{ service: service.name, townCode: code, types: ["powers.power.listed"] },
    });
  });

  test("the relay holds neither a service nor a schema, and is the same for all", () => {
    expect(text("relay")).not.toContain("ZodObject");
    expect(text("relay")).not.toContain("BatchGetItem");
    for (const { name } of services) expect(text("relay")).not.toContain(`"${name}"`);
  });

  test("no bundle holds languages or code nobody uses", () => {
    for (const kind of kinds) expect(text(kind), kind).not.toMatch(/Invoer|nieprawidłow|rasprostranen/i);
  });

  test("the client of S3 is loaded by the first file, not by a start", () => {
    for (const [kind, files] of bundles) {
      const main = files.find(({ name }) => name === "index.mjs");
      expect(Buffer.from(main?.contents ?? []).toString("utf8"), kind).not.toMatch(/x-amz-checksum-sha256|PutObject/);
    }
    expect(text("api")).toContain("PutObject");
  });

  test("a start of permits, the widest service, reads no law, no route, no schema and no paper", () => {
    for (const [kind, files] of startable) {
      const read = startText(files);
      expect(read, kind).not.toMatch(/ZodObject|PDFDocument|setUrlAccessPolicy/);
      expect(read, kind).not.toMatch(/\\u51C6\\u4E88\\u884C\\u653F/);
      expect(read, kind).not.toContain("permits.deemed-accepted");
    }
  });

  test("a start of permits reads less than 630 KB in all its files, and one of its relay less than 250 KB", () => {
    const limits = { api: 630, reactions: 570, clockwork: 550, relay: 250 } as const;
    for (const [kind, files] of startable) {
      const main = files.find(({ name }) => name === "index.mjs")?.contents.length ?? Number.NaN;
      expect(startBytes(files), kind).toBeGreaterThanOrEqual(main);
      expect(startBytes(files), kind).toBeLessThan(limits[kind] * 1024);
    }
  });

  test("the same source gives the same bytes", async () => {
    const again = await bundlesOfAll(entriesOf(services));
    for (const [name, files] of all) expect(again.get(name), name).toEqual(files);
  });

  test("the functions that belong to no service start too", () => {
    const health = { type: "application/json", body: () => '{"status":"ok"}' };
    const docs = written(all.get("docs") ?? [], toldOfDocuments({ "/health": health }));
    const asked = `const { handler } = await import(${JSON.stringify(docs)}); const answer = await handler({ rawPath: "/health" });`;
    expect(run(`${asked} console.log(answer.statusCode, answer.body);`, docs)).toBe('200 {"status":"ok"}\n');

    const claims = written(all.get("claims") ?? []);
    const event = {
      request: {
        groupConfiguration: { groupsToOverride: ["clerk", "agent"] },
        userAttributes: { "custom:office": "permits" },
      },
    };
    const token = `const { handler } = await import(${JSON.stringify(claims)}); const { response } = await handler(${JSON.stringify(event)});`;
    expect(JSON.parse(run(`${token} console.log(JSON.stringify(response));`, claims))).toEqual({
      claimsOverrideDetails: { claimsToAddOrOverride: { town: "guangtong", office: "permits", roles: "clerk agent" } },
    });
  });
});

describe("tracing", () => {
  const daemon = createSocket("udp4");

  test("records the SDK's calls of each sampled invocation after the first, under its own trace", async () => {
    const documents: Record<string, string>[] = [];
    daemon.on("message", (message) => documents.push(JSON.parse(message.toString().split("\n")[1] ?? "{}")));
    await new Promise<void>((resolve) => daemon.bind(0, "127.0.0.1", resolve));
    const file = written(bundles.get("clockwork") ?? [], told);
    const trace = (at: number) => `Root=1-6911a2b3-00000000000000000000000${at};Parent=000000000000000${at}`;
    const code = `
      const { handler } = await import(${JSON.stringify(file)});
      const invoke = (trace) => new Promise((resolve) => setTimeout(async () => {
        process.env._X_AMZN_TRACE_ID = trace;
        await handler({}, {}).catch(() => {});
        resolve();
      }, 5));
      await invoke("${trace(1)};Sampled=1");
      await invoke("${trace(2)};Sampled=1");
      await invoke("${trace(3)};Sampled=0");
      await invoke("${trace(4)};Sampled=1");
      await new Promise((resolve) => setTimeout(resolve, 100));`;
    const { execFile } = await import("node:child_process");
    await new Promise((resolve) =>
      execFile(
        process.execPath,
        ["--input-type=module", "-e", code],
        {
          env: {
            TOLD_IN: dirname(file),
            AWS_REGION: "cn-northwest-1",
            AWS_ACCESS_KEY_ID: "none",
            AWS_SECRET_ACCESS_KEY: "none",
            AWS_MAX_ATTEMPTS: "1",
            AWS_ENDPOINT_URL_DYNAMODB: "http://127.0.0.1:9",
            AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x",
            AWS_LAMBDA_FUNCTION_NAME: "clockwork",
            LAMBDA_TASK_ROOT: "/var/task",
            AWS_XRAY_DAEMON_ADDRESS: `127.0.0.1:${daemon.address().port}`,
            TABLE_NAME: "t",
            POWERTOOLS_LOG_LEVEL: "SILENT",
          },
        },
        resolve,
      ),
    );
    daemon.close();
    const seen = documents.map(({ trace_id, parent_id, name }) => [trace_id?.at(-1), parent_id?.at(-1), name]);
    expect(seen).toEqual([
      ["2", "2", "DynamoDB"],
      ["4", "4", "DynamoDB"],
    ]);
  });
});

test("an event goes to every queue that wants its type, and what is not published stays in the house", () => {
  for (const publisher of allServices) {
    const routes = relayRoutesOf(publisher, allServices, guangtong.profile);
    for (const type of Object.keys(routes)) expect(Object.keys(publisher.publishes)).toContain(type);
  }
  const wanting = { ...service, name: "permits", subscriptions: [], publishes: service.publishes };
  const [type = ""] = Object.keys(service.publishes);
  const prefix = `${type.split(".").slice(0, 2).join(".")}.*`;
  const profile = { ...guangtong.profile, subscribers: [{ id: "county", department: "d", types: [prefix] }] };
  const routes = relayRoutesOf(service, [service, wanting], profile);
  expect(routes[type]).toEqual(["guangtong-subscriber-county.fifo"]);
});
