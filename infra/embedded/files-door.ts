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
import { shelvedFiles } from "./shelved-files.ts";
import type { Shelf, Shelved } from "./sqlite/sqlite-shelf.ts";
import { systemCode } from "./start-problem.ts";

/** Below this path a town on one machine serves its files, as S3 would below a bucket's address. */
export const filesPath = "/_files/";

interface Spec {
  /** The services that keep files. */
  readonly services: readonly string[];
  readonly directory: string;
  /** Where a service keeps small files of its own; undefined: in its directory too. */
  readonly shelfOf: (service: string) => Shelf | undefined;
  /** Signs the URLs; known to this town alone. */
  readonly secret: string;
  /** The origin by which the town is reached. */
  readonly address: string;
  readonly region: string;
  readonly clock: () => string;
}

/** Where the files of a service lie. */
interface Place {
  readonly directory: FileDirectory;
  readonly shelf: Shelf | undefined;
}

/**
 * The files of a town on one machine, and the door by which people fetch and bring them. URLs are signed as S3's are and
 * judged by recomputing the signature; they expire on the town's clock, like all that the town says of time: putting a
 * simulated clock forward ends them. The host that was signed is the town's own address, behind any proxy.
 */
export class FilesDoor {
  readonly files: ReadonlyMap<string, Files>;
  readonly #places: ReadonlyMap<string, Place>;
  readonly #signer: Signer;
  readonly #spec: Spec;

  constructor(spec: Spec) {
    this.#spec = spec;
    this.#signer = { accessKeyId: "embedded", secret: spec.secret, region: spec.region };
    const placeOf = (name: string): Place => ({
      directory: new FileDirectory(join(spec.directory, name)),
      shelf: spec.shelfOf(name),
    });
    this.#places = new Map(spec.services.map((name) => [name, placeOf(name)]));
    this.files = new Map([...this.#places].map(([name, place]) => [name, this.#filesOf(name, place)]));
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
    const place = this.#places.get(service);
    if (verdict === "forged" || place === undefined || !isFileKey(key)) return problem(403, "files.url-invalid");
    if (method === "PUT") return take(request, headers, place, key);
    const kept = place.shelf?.find(key) ?? (await place.directory.find(key));
    if (kept === undefined) return problem(404, "resource.not-found");
    await give(response, kept, parametersOf(query)?.["response-content-disposition"] ?? "attachment");
    return undefined;
  };

  #filesOf(service: string, { directory, shelf }: Place): Files {
    const base = `${this.#spec.address}${filesPath}${service}/`;
    const files = directoryFiles({ directory, signer: this.#signer, base, clock: this.#spec.clock });
    return shelf === undefined ? files : shelvedFiles(files, directory, shelf);
  }
}

/** What the signature binds is what was announced; whether it came is for the hash to say, while it streams to the disk. */
async function take(
  request: IncomingMessage,
  headers: Readonly<Record<string, string>>,
  { directory, shelf }: Place,
  key: string,
): Promise<HttpResult | Problem> {
  if (shelf?.find(key) !== undefined || directory.has(key)) return problem(412, "files.already-there");
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
async function give(response: ServerResponse, kept: Kept | Shelved, disposition: string): Promise<void> {
  const { bytes, type } = kept;
  response.writeHead(200, {
    "content-type": type,
    "content-length": bytes,
    "content-disposition": disposition,
    "cache-control": "private, no-store",
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
  });
  if ("content" in kept) {
    response.end(kept.content);
    return;
  }
  await pipeline(createReadStream(kept.path), response).catch((error: unknown) => {
    // The caller has gone away meanwhile
    if (systemCode(error) !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
  });
}
