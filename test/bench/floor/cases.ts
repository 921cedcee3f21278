import { createHash } from "node:crypto";
import { DatabaseSync } from "node:sqlite";
import type { Case } from "./rules.ts";

/**
 * One SQLite file: cases as JSON text, events as a hash chain, one counter. Each change is on disk before it is answered (WAL,
 * synchronous=FULL). The engine is Node's own SQLite: the same library as better-sqlite3, and nothing to compile.
 */
export function openCases(file: string) {
  const db = new DatabaseSync(file);
  db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    CREATE TABLE IF NOT EXISTS cases (id TEXT PRIMARY KEY, version INTEGER NOT NULL, status TEXT NOT NULL, state TEXT NOT NULL) STRICT;
    CREATE INDEX IF NOT EXISTS by_status ON cases (status, id);
    CREATE TABLE IF NOT EXISTS events (id TEXT, version INTEGER, data TEXT NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (id, version)) STRICT;
    CREATE TABLE IF NOT EXISTS numbers (series TEXT PRIMARY KEY, last INTEGER NOT NULL) STRICT;`);
  const found = db.prepare("SELECT state FROM cases WHERE id = ?");
  const inserted = db.prepare("INSERT INTO cases (id, version, status, state) VALUES (?, ?, ?, ?)");
  const updated = db.prepare("UPDATE cases SET version = ?, status = ?, state = ? WHERE id = ? AND version = ?");
  const appended = db.prepare("INSERT INTO events (id, version, data, hash) VALUES (?, ?, ?, ?)");
  const previous = db.prepare("SELECT hash FROM events WHERE id = ? AND version = ?");
  const counted = db.prepare(
    "INSERT INTO numbers (series, last) VALUES (?, 1) ON CONFLICT (series) DO UPDATE SET last = last + 1 RETURNING last",
  );

  const inTransaction = <T>(act: () => T): T => {
    db.exec("BEGIN IMMEDIATE");
    try {
      const result = act();
      db.exec("COMMIT");
      return result;
    } catch (error) {
      db.exec("ROLLBACK");
      throw error;
    }
  };

  return {
    read(id: string): Case | undefined {
      const row = found.get(id);
      return row === undefined ? undefined : JSON.parse(String(row.state));
    },
    /** Writes a case, its event and what `act` counted in one transaction; a version that moved on throws. */
    change(type: string, act: (nextNumber: () => string) => Case): Case {
      return inTransaction(() => {
        const next = act(() => `2026-${String(counted.get("decisions")?.last).padStart(5, "0")}`);
        const { id, version, status } = next;
        const state = JSON.stringify(next);
        if (version === 1) inserted.run(id, version, status, state);
        else if (updated.run(version, status, state, id, version - 1).changes === 0) throw new Error("stale");
        const before = version === 1 ? "" : String(previous.get(id, version - 1)?.hash);
        const data = JSON.stringify({ type, at: new Date().toISOString(), state: next });
        appended.run(id, version, data, createHash("sha256").update(before).update(data).digest("base64url"));
        return next;
      });
    },
    close: () => db.close(),
  };
}
