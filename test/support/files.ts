import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateBucketCommand, S3Client } from "@aws-sdk/client-s3";
import { corsFor } from "../../infra/embedded/cors.ts";
import { FilesDoor } from "../../infra/embedded/files-door.ts";
import { startGateway } from "../../infra/embedded/gateway.ts";
import { sqliteShelf } from "../../infra/embedded/sqlite/sqlite-shelf.ts";
import { type FileFacts, type Files, memoryFiles } from "../../shared/files/index.ts";
import { s3Files } from "../../shared/files/s3-files.ts";
import { problem } from "../../shared/http/index.ts";
import { listening } from "./tally-town.ts";
import { aTownFile } from "./town-file.ts";

/** A place for files as the suite sees it. */
export interface Place {
  readonly files: Files;
  setClock(now: string): void;
  close(): Promise<void>;
}

export const factsOf = (content: Uint8Array, type = "application/pdf"): FileFacts => ({
  bytes: content.length,
  sha256: createHash("sha256").update(content).digest("hex"),
  type,
});

export async function inMemory(): Promise<Place> {
  return { files: memoryFiles(), setClock: () => undefined, close: async () => undefined };
}

/** The directory of a town on one machine, behind the real gateway. */
export async function onOneMachine(): Promise<Place & { readonly directory: string; readonly origin: string }> {
  let now = "2026-03-02T02:00:00.000Z";
  const directory = mkdtempSync(join(tmpdir(), "qiangzhen-files-"));
  const gateway = await startGateway(0, corsFor(["*"], true), {
    observability: listening(),
    log: { request: () => undefined },
  });
  const region = "cn-north-1";
  const services = ["permits"];
  const { file, remove } = await aTownFile();
  const door = new FilesDoor({
    ...{ services, directory, secret: "s", address: gateway.url, region, clock: () => now },
    shelfOf: (service) => sqliteShelf(file, service),
  });
  gateway.open(async () => problem(404, "request.unknown-route"), door.serve);
  const files = door.files.get("permits");
  if (files === undefined) throw new Error("no files");
  return {
    files,
    directory,
    origin: gateway.url,
    setClock: (later) => {
      now = later;
    },
    async close() {
      await gateway.close();
      await remove();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

export const s3Access = { region: "cn-north-1", credentials: { accessKeyId: "AKIDTEST", secretAccessKey: "secret" } };

/**
 * S3 as fauxqs speaks it, on this machine. It takes every write, so the two refusals that S3 makes itself are made here:
 * a key that is there (`If-None-Match: *`), and a content that is not the one of its checksum.
 */
export async function inS3(): Promise<Place> {
  const { buildApp } = await import("fauxqs");
  const app = buildApp({ logger: false, defaultRegion: s3Access.region });
  app.addHook("preHandler", async ({ method, url, headers, body }, reply) => {
    if (method !== "PUT" || !/^\/files\/./.test(url)) return;
    const there = await app.inject({ method: "HEAD", url: url.split("?")[0] ?? "", headers: { host: headers.host } });
    if (headers["if-none-match"] === "*" && there.statusCode === 200)
      return reply.code(412).type("application/xml").send("<Error><Code>PreconditionFailed</Code></Error>");
    const checksum = headers["x-amz-checksum-sha256"];
    const content = Buffer.isBuffer(body) ? body : Buffer.from("");
    if (checksum !== createHash("sha256").update(content).digest("base64"))
      return reply.code(400).type("application/xml").send("<Error><Code>BadDigest</Code></Error>");
  });
  const endpoint = await app.listen({ port: 0, host: "127.0.0.1" });
  const config = { ...s3Access, endpoint, forcePathStyle: true };
  const client = new S3Client(config);
  await client.send(new CreateBucketCommand({ Bucket: "files" }));
  client.destroy();
  const clock = () => new Date().toISOString();
  return {
    files: s3Files({ bucket: "files", clock, config }),
    setClock: () => undefined,
    close: async () => void (await app.close()),
  };
}
