import { createHash } from "node:crypto";
import { copyFileSync, linkSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

interface Written {
  readonly path: string;
  readonly hash: string;
}

/**
 * Writes bundles, a directory each. What several hold is hashed and written once, and linked for the others: they share most
 * of their files, and fonts of many megabytes.
 */
export class WrittenOnce {
  readonly #place: string;
  readonly #contents = new Map<Uint8Array, Written>();
  readonly #copies = new Map<string, Written>();
  readonly #bundles = new Map<string, string[]>();

  constructor(place: string) {
    this.#place = place;
  }

  /** Writes a file of a bundle. Contents are the same if they are one object. */
  put(bundle: string, name: string, contents: Uint8Array): void {
    const path = this.#pathOf(bundle, name);
    const before = this.#contents.get(contents);
    if (before === undefined) writeFileSync(path, contents);
    else link(before.path, path);
    const hash = before?.hash ?? hashOf(contents);
    this.#contents.set(contents, { path, hash });
    this.#note(bundle, name, hash);
  }

  /** Takes a file that lies elsewhere into a bundle. */
  copy(bundle: string, name: string, from: string): void {
    const path = this.#pathOf(bundle, name);
    const before = this.#copies.get(from) ?? { path: from, hash: hashOf(readFileSync(from)) };
    link(before.path, path);
    this.#copies.set(from, before);
    this.#note(bundle, name, before.hash);
  }

  /** A hash over names and contents of each bundle. */
  hashes(): Readonly<Record<string, string>> {
    return Object.fromEntries(
      [...this.#bundles].map(([bundle, files]) => [bundle, hashOf(Buffer.from(files.toSorted().join("\n")))]),
    );
  }

  #pathOf(bundle: string, name: string): string {
    if (!this.#bundles.has(bundle)) mkdirSync(join(this.#place, bundle), { recursive: true });
    return join(this.#place, bundle, name);
  }

  #note(bundle: string, name: string, hash: string): void {
    this.#bundles.set(bundle, [...(this.#bundles.get(bundle) ?? []), `${name} ${hash}`]);
  }
}

/** A file can be linked on its own disk only; elsewhere it is copied. */
function link(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

const hashOf = (contents: Uint8Array) => createHash("sha256").update(contents).digest("hex");
