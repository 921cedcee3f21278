import { createReadStream, existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { DatabaseSync } from "node:sqlite";
import { createGunzip } from "node:zlib";
import * as z from "zod";
import { traceIdOf } from "../../shared/observability/trace-context.ts";
import { type Service, tableName } from "../../shared/service/index.ts";
import { filesOf } from "../embedded/data-directory.ts";
import { quoted } from "../embedded/sqlite/definition.ts";

/** One thing that happened, in the order of time. */
export interface Step {
  readonly at: string;
  readonly kind: "request" | "event" | "message" | "dead-letter";
  readonly what: string;
}

const logged = z.looseObject({ kind: z.enum(["request", "message"]), at: z.string(), trace: z.string().optional() });
const event = z.object({
  time: z.string(),
  type: z.string(),
  aggregate: z.string(),
  id: z.string(),
  sequence: z.number(),
});

/**
 * The story of a request, from its answer to the last consumer: what the logs say, and the events on record.
 * @param id `x-request-id` of an answer, or a trace of 32 hexadecimal digits
 */
export async function traceOf(
  dataDir: string,
  town: string,
  services: readonly Service[],
  id: string,
): Promise<readonly Step[]> {
  const files = filesOf(dataDir);
  const lines = await linesAbout(
    files.log,
    (line) => line.request === id || line.trace === id || line.trace === traceIdOf(id),
  );
  const traces = new Set([traceIdOf(id), id, ...lines.flatMap(({ trace }) => trace ?? [])]);
  // A request that was given a trace by its caller is found by its id; what follows, by the trace.
  const more = await linesAbout(files.log, (line) => line.trace !== undefined && traces.has(line.trace));
  const steps = [...more.map(stepOf), ...eventsOf(files.database, town, services, traces)];
  return steps.toSorted((a, b) => (a.at < b.at ? -1 : 1));
}

type Line = z.output<typeof logged>;

async function linesAbout(directory: string, wanted: (line: Line) => boolean): Promise<readonly Line[]> {
  const found: Line[] = [];
  if (!existsSync(directory)) return found;
  for (const name of readdirSync(directory).toSorted()) {
    const stream = createReadStream(join(directory, name));
    const input = name.endsWith(".gz") ? stream.pipe(createGunzip()) : stream;
    for await (const text of createInterface({ input })) {
      const line = parsed(text);
      if (line !== undefined && wanted(line)) found.push(line);
    }
  }
  return found;
}

/** The last line of a log may be cut off. */
function parsed(text: string): Line | undefined {
  try {
    return logged.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function stepOf({ kind, at, ...line }: Line): Step {
  if (kind === "request")
    return { at, kind, what: words(line, ["method", "route", "status", "milliseconds", "roles", "person", "request"]) };
  return { at, kind, what: words(line, ["queue", "event", "type", "attempt", "outcome", "reason"]) };
}

const words = (line: Readonly<Record<string, unknown>>, names: readonly string[]) =>
  names.flatMap((name) => (line[name] === undefined ? [] : [String(line[name])])).join(" ");

/** The events on record that go back to these traces. Each table is read once from its beginning. */
function eventsOf(path: string, town: string, services: readonly Service[], traces: ReadonlySet<string>): Step[] {
  if (!existsSync(path)) return [];
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    return services.flatMap(({ name }) => {
      const table = tableName(town, name);
      const there = database.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(table);
      if (there === undefined) return [];
      const like = [...traces].map(() => "instr(item, ?) > 0").join(" OR ");
      const marks = [...traces].map((trace) => `"trace":"${Buffer.from(trace, "hex").toString("base64url")}"`);
      const rows = database
        .prepare(`SELECT item FROM ${quoted(table)} WHERE type IS NOT NULL AND (${like}) ORDER BY seq`)
        .all(...marks);
      return rows.flatMap(({ item }) => {
        const found = event.safeParse(JSON.parse(String(item))).data;
        if (found === undefined) return [];
        const what = `${found.type} ${found.aggregate}/${found.id}/${found.sequence} (${name})`;
        return [{ at: found.time, kind: "event" as const, what }];
      });
    });
  } finally {
    database.close();
  }
}
