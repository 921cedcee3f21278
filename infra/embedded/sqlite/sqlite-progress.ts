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
  const last = new Map<string, Progress>();
  const put = database.prepare("INSERT OR REPLACE INTO feeds (name, progress) VALUES (?, ?)");
  const remove = database.prepare("DELETE FROM feeds WHERE name = ?");
  return {
    before: Object.fromEntries([...kept].map(([name, text]) => [name, progressSchema.parse(JSON.parse(text))])),
    async write(feeds) {
      const moved = Object.entries(feeds).filter(([name, progress]) => last.get(name) !== progress);
      const texts = moved.map(([name, progress]) => [name, textOf(progress)] as const);
      const changed = texts.filter(([name, text]) => kept.get(name) !== text);
      const gone = [...kept.keys()].filter((name) => feeds[name] === undefined);
      if (changed.length === 0 && gone.length === 0) return;
      await write(() => {
        for (const [name, text] of changed) put.run(name, text);
        for (const name of gone) remove.run(name);
        return { changed: true, result: undefined };
      });
      for (const [name, text] of changed) kept.set(name, text);
      for (const [name, progress] of moved) last.set(name, progress);
      for (const name of gone) kept.delete(name);
    },
  };
}

const textOf = (progress: Progress) => JSON.stringify(progress);
