import type { FileFacts } from "../../../shared/files/index.ts";
import { rowNumber, rowText } from "./row.ts";
import type { TownFile } from "./town-file.ts";

/** A file that is kept in the town's file, with its content. */
export interface Shelved extends FileFacts {
  readonly content: Uint8Array;
}

/** Small files that a service makes itself, e.g. its papers. A key is written once. */
export interface Shelf {
  /** Settles when the file is committed. The same key again changes nothing. */
  put(key: string, file: Shelved): Promise<void>;
  /** Undefined: there is no such file here. */
  find(key: string): Shelved | undefined;
  remove(key: string): Promise<void>;
}

/** The small files of a service in the town's file: one commit keeps them with all else, where a directory takes a dozen calls. */
export function sqliteShelf({ database, write, writeNow }: TownFile, service: string): Shelf {
  writeNow(() =>
    database.exec(`CREATE TABLE IF NOT EXISTS files (
      id INTEGER PRIMARY KEY,
      service TEXT NOT NULL,
      key TEXT NOT NULL,
      type TEXT NOT NULL,
      bytes INTEGER NOT NULL,
      sha256 TEXT NOT NULL,
      content BLOB NOT NULL,
      UNIQUE (service, key)
    ) STRICT`),
  );
  const insert = database.prepare(
    "INSERT INTO files (service, key, type, bytes, sha256, content) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
  );
  const select = database.prepare("SELECT type, bytes, sha256, content FROM files WHERE service = ? AND key = ?");
  const remove = database.prepare("DELETE FROM files WHERE service = ? AND key = ?");
  const carryOut = (act: () => unknown) =>
    write(() => {
      act();
      return { changed: true, result: undefined };
    });
  return {
    put: (key, { type, bytes, sha256, content }) =>
      carryOut(() => insert.run(service, key, type, bytes, sha256, content)),
    find(key) {
      const row = select.get(service, key);
      if (row === undefined || !(row.content instanceof Uint8Array)) return undefined;
      const { content } = row;
      return { type: rowText(row, "type"), bytes: rowNumber(row, "bytes"), sha256: rowText(row, "sha256"), content };
    },
    remove: (key) => carryOut(() => remove.run(service, key)),
  };
}
