import { type Progress, type ProgressKeeper, progressSchema } from "../checkpoint.ts";
import { rowText } from "./row.ts";
import type { TownFile } from "./town-file.ts";

/** Keeps the progress of the feeds in the town's own file. It can so never be ahead of what was committed. */
export function sqliteProgress({ database, write }: TownFile): ProgressKeeper {
  const kept = new Map(
    database
      .prepare("SELECT name, progress FROM feeds")
      .all()
      .map((row) => [rowText(row, "name"), rowText(row, "progress")]),
  );
  const put = database.prepare("INSERT OR REPLACE INTO feeds (name, progress) VALUES (?, ?)");
  const remove = database.prepare("DELETE FROM feeds WHERE name = ?");
  return {
    before: Object.fromEntries([...kept].map(([name, text]) => [name, progressSchema.parse(JSON.parse(text))])),
    async write(feeds) {
      const now = new Map(Object.entries(feeds).map(([name, progress]) => [name, textOf(progress)]));
      const changed = [...now].filter(([name, text]) => kept.get(name) !== text);
      const gone = [...kept.keys()].filter((name) => !now.has(name));
      if (changed.length === 0 && gone.length === 0) return;
      await write(() => {
        for (const [name, text] of changed) put.run(name, text);
        for (const name of gone) remove.run(name);
        return { changed: true, result: undefined };
      });
      for (const [name, text] of changed) kept.set(name, text);
      for (const name of gone) kept.delete(name);
    },
  };
}

const textOf = (progress: Progress) => JSON.stringify(progress);
