import { createReadStream } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { directoryFiles } from "../../shared/files/directory-files.ts";
import { FileDirectory, type Kept } from "../../shared/files/file-directory.ts";
import { type Files, isFileKey } from "../../shared/files/index.ts";
import { judge, parametersOf, type Signer } from "../../shared/files/signed-url.ts";
import { type HttpResult, type Problem, problem } from "../../shared/http/index.ts";
import { type Asked, headersOf } from "./http-event.ts";
import { systemCode } from "./start-problem.ts";

/** Below this path a town on one machine serves its files, as S3 would below a bucket's address. */
export const filesPath = "/_files/";

interface Spec {
  /** The services that keep files. */
  readonly services: readonly string[];
  readonly directory: string;
  /** Signs the URLs; known to this town alone. */
  readonly secret: string;
  /** The origin by which the town is reached. */
  readonly address: string;
  readonly region: string;
  readonly clock: () => string;
}

/**
 * The files of a town on one machine, and the door by which people fetch and bring them. URLs are signed as S3's are and
 * judged by recomputing the signature; they expire on the town's clock, like all that the town says of time: putting a
 * simulated clock forward ends them. The host that was signed is the town's own address, whatever a proxy makes of it.
 */
export class FilesDoor {
  readonly files: ReadonlyMap<string, Files>;
  readonly #directories: ReadonlyMap<string, FileDirectory>;
  readonly #signer: Signer;
  readonly #spec: Spec;

  constructor(spec: Spec) {
    this.#spec = spec;
    this.#signer = { accessKeyId: "embedded", secret: spec.secret, region: spec.region };
    this.#directories = new Map(spec.services.map((name) => [name, new FileDirectory(join(spec.directory, name))]));
    this.files = new Map([...this.#directories].map(([name, directory]) => [name, this.#filesOf(name, directory)]));
  }

  /** Answers `PUT` and `GET` below `filesPath`; undefined: the file itself was the answer. */
  readonly serve = async (
    request: IncomingMessage,
    response: ServerResponse,
    { path, query }: Asked,
  ): Promise<HttpResult | Problem | undefined> => {
    const { method = "" } = request;
    if (method !== "GET" && method !== "PUT")
      return problem(405, "request.method-not-allowed", { details: { method }, headers: { allow: "GET, PUT" } });
    const { host } = new URL(this.#spec.address);
    const headers = { ...headersOf(request), host };
    const verdict = judge(this.#signer, { method, path, query, headers }, this.#spec.clock());
    if (verdict === "late") return problem(403, "files.url-expired");
    const [, service = "", key = ""] = /^\/_files\/([a-z-]+)\/(.+)$/.exec(path) ?? [];
    const directory = this.#directories.get(service);
    if (verdict === "forged" || directory === undefined || !isFileKey(key)) return problem(403, "files.url-invalid");
    if (method === "PUT") return take(request, headers, directory, key);
    const kept = await directory.find(key);
    if (kept === undefined) return problem(404, "resource.not-found");
    await give(response, kept, parametersOf(query)?.["response-content-disposition"] ?? "attachment");
    return undefined;
  };

  #filesOf(service: string, directory: FileDirectory): Files {
    const base = `${this.#spec.address}${filesPath}${service}/`;
    return directoryFiles({ directory, signer: this.#signer, base, clock: this.#spec.clock });
  }
}

/** What the signature binds is what was announced; whether it came is for the hash to say, while it streams to the disk. */
async function take(
  request: IncomingMessage,
  headers: Readonly<Record<string, string>>,
  directory: FileDirectory,
  key: string,
): Promise<HttpResult | Problem> {
  if ((await directory.find(key)) !== undefined) return problem(412, "files.already-there");
  const announced = {
    bytes: Number(headers["content-length"]),
    sha256: Buffer.from(headers["x-amz-checksum-sha256"] ?? "", "base64").toString("hex"),
    type: headers["content-type"] ?? "",
  };
  const written = await directory.write(key, announced, request.iterator({ destroyOnReturn: false }));
  if (written === "already-there") return problem(412, "files.already-there");
  if (written === "wrong-content") return problem(400, "files.wrong-content");
  return { statusCode: 200, headers: { etag: `"${announced.sha256}"` }, body: "" };
}

/** Nothing that somebody sent in is shown as a page of the town. */
async function give(response: ServerResponse, { bytes, type, path }: Kept, disposition: string): Promise<void> {
  response.writeHead(200, {
    "content-type": type,
    "content-length": bytes,
    "content-disposition": disposition,
    "cache-control": "private, no-store",
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
  });
  await pipeline(createReadStream(path), response).catch((error: unknown) => {
    // Whoever asked has gone away meanwhile
    if (systemCode(error) !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
  });
}
