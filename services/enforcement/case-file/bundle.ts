import { createHash } from "node:crypto";

/** One file of an export. */
export interface Entry {
  /** Within the export, in ASCII: `papers/001-filing-approval.html`. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** What the index says of it. */
  readonly about: Readonly<Record<string, unknown>>;
}

/** A line of the index: what it is, its hash, and the link of the chain that holds it and all before it. */
export type Line = Entry["about"] & {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly chain: string;
};

const hashOf = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");

/** The link from which the chain begins. */
export const firstLink = "0".repeat(64);

/** `chain(n) = SHA-256(chain(n−1) + " " + path + " " + sha256)`: an entry that is changed, missing, added or moved breaks it. */
export const linkAfter = (before: string, path: string, sha256: string): string =>
  hashOf(`${before} ${path} ${sha256}`);

/** The index of entries in their order. */
export function indexOf(entries: readonly Entry[]): { readonly lines: readonly Line[]; readonly chain: string } {
  let chain = firstLink;
  const lines = entries.map(({ path, bytes, about }): Line => {
    const sha256 = hashOf(bytes);
    chain = linkAfter(chain, path, sha256);
    return { ...about, path, bytes: bytes.length, sha256, chain };
  });
  return { lines, chain };
}

/** One file of a `SHA256SUMS`, as `sha256sum -c` reads it. */
export const sumsOf = (lines: readonly Pick<Line, "path" | "sha256">[]): string =>
  lines.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join("");

const block = 512;
const padded = (length: number) => Math.ceil(length / block) * block;

/** A head of POSIX ustar. Owner, rights and time are the same for each file, so that the same files make the same bytes. */
function headOf(path: string, size: number): Uint8Array {
  const head = new Uint8Array(block);
  const put = (text: string, at: number) => head.set(new TextEncoder().encode(text), at);
  const octal = (value: number, length: number) => `${value.toString(8).padStart(length - 1, "0")}\0`;
  if (path.length > 100) throw new RangeError("a path is too long for the file");
  put(path, 0);
  put(octal(0o644, 8), 100);
  put(octal(0, 8), 108);
  put(octal(0, 8), 116);
  put(octal(size, 12), 124);
  put(octal(0, 12), 136);
  put("        ", 148);
  put("0", 156);
  put("ustar\u000000", 257);
  const sum = head.reduce((total, byte) => total + byte, 0);
  put(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return head;
}

/** Several files as one archive that each system opens (`tar xf`). */
export function tarOf(files: readonly Pick<Entry, "path" | "bytes">[]): Uint8Array {
  const size = files.reduce((total, { bytes }) => total + block + padded(bytes.length), 2 * block);
  const tar = new Uint8Array(size);
  let at = 0;
  for (const { path, bytes } of files) {
    tar.set(headOf(path, bytes.length), at);
    tar.set(bytes, at + block);
    at += block + padded(bytes.length);
  }
  return tar;
}
