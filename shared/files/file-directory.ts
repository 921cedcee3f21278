import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { type FileHandle, mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { fileKey } from "./file-key.ts";
import type { FileFacts } from "./files.ts";

const facts = z.object({ bytes: z.int(), sha256: z.string(), type: z.string() });

/** What became of a file that was sent. */
export type Written = "written" | "already-there" | "wrong-content";

/** A file that is there: what is known of it, and the path of its content. */
export interface Kept extends FileFacts {
  readonly path: string;
}

const firstOf = (key: string) => key.split("/", 1)[0] ?? key;

const ownerOnly = { mode: 0o700 };
const names = { content: "content", facts: "facts.json" } as const;

/**
 * Files in a directory, each in one of its own under its key: the content and its facts. A file is put together and synced
 * in `.incoming` and gets its name by one `rename`, which fails where there is one of that name: it is there whole or not
 * at all, also after `kill -9` or a power cut, and never twice. What an end left in `.incoming` is swept at the start.
 */
export class FileDirectory {
  readonly #kept: string;
  readonly #incoming: string;
  readonly #below = new Map<string, boolean>();

  constructor(path: string) {
    this.#kept = join(path, "kept");
    this.#incoming = join(path, ".incoming");
    rmSync(this.#incoming, { recursive: true, force: true });
    for (const directory of [this.#kept, this.#incoming]) mkdirSync(directory, { recursive: true, ...ownerOnly });
  }

  /** Settles when the file is on the disk, or is refused; no more is read than the announced size and one part. */
  async write(key: string, announced: FileFacts, content: AsyncIterable<Uint8Array>): Promise<Written> {
    const place = this.#placeOf(key);
    const draft = join(this.#incoming, randomUUID());
    await mkdir(draft, ownerOnly);
    try {
      if (!(await this.#copy(content, join(draft, names.content), announced))) return "wrong-content";
      await synced(join(draft, names.facts), (file) => file.writeFile(JSON.stringify(announced)));
      await syncDirectory(draft);
      this.#below.set(firstOf(key), true);
      if (!(await renamed(draft, place))) return "already-there";
      await syncDirectory(this.#kept);
      return "written";
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
  }

  /** Asks the disk only where something lies below the first name of the key. */
  has(key: string): boolean {
    return this.#holdsBelow(firstOf(key)) && existsSync(this.#placeOf(key));
  }

  /** Looked up once: nobody else writes here. */
  #holdsBelow(first: string): boolean {
    const known = this.#below.get(first) ?? readdirSync(this.#kept).some((name) => name.split("~", 1)[0] === first);
    this.#below.set(first, known);
    return known;
  }

  /** Undefined: there is no such file. */
  async find(key: string): Promise<Kept | undefined> {
    const place = this.#placeOf(key);
    const text = await ifThere(readFile(join(place, names.facts), "utf8"));
    return text === undefined ? undefined : { ...facts.parse(JSON.parse(text)), path: join(place, names.content) };
  }

  async read(key: string): Promise<Uint8Array | undefined> {
    return ifThere(readFile(join(this.#placeOf(key), names.content)));
  }

  async remove(key: string): Promise<void> {
    const grave = join(this.#incoming, randomUUID());
    await ifThere(rename(this.#placeOf(key), grave));
    await syncDirectory(this.#kept);
    await rm(grave, { recursive: true, force: true });
  }

  /** A key's names hold neither `~` nor `/`: each key has one place, and every place is right below `kept`. */
  #placeOf(key: string): string {
    return join(this.#kept, fileKey(key).replaceAll("/", "~"));
  }

  async #copy(content: AsyncIterable<Uint8Array>, path: string, { bytes, sha256 }: FileFacts): Promise<boolean> {
    const hash = createHash("sha256");
    let size = 0;
    await synced(path, async (file) => {
      for await (const part of content) {
        size += part.length;
        if (size > bytes) return;
        hash.update(part);
        await file.writeFile(part);
      }
    });
    return size === bytes && hash.digest("hex") === sha256;
  }
}

async function synced(path: string, write: (file: FileHandle) => Promise<void>): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    await write(file);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The name of a new file is on the disk only when its directory is. */
async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, "r");
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

/** @returns false where there is something of that name */
async function renamed(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === "ENOTEMPTY" || codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

async function ifThere<T>(found: Promise<T>): Promise<T | undefined> {
  try {
    return await found;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

const codeOf = (error: unknown) => (error instanceof Error && "code" in error ? error.code : undefined);
