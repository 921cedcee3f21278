import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import type { Actor } from "../../../../shared/decider/index.ts";
import {
  type BadValue,
  type Problem,
  type ProblemTexts,
  problem,
  type Request,
  type Route,
} from "../../../../shared/http/index.ts";
import { textOf } from "../../../../shared/http/problem.ts";
import { badValues, parsedBy } from "../../../../shared/http/validation.ts";
import { contextFor, type Runtime } from "../../../../shared/service/index.ts";
import { digest, sha256 } from "../../../../shared/store/index.ts";
import { power } from "../../powers/domain/decider.ts";
import type { GivenEntry } from "../../powers/domain/listed-entry.ts";
import type { Power, PowerCommand } from "../../powers/domain/power.ts";
import { entryBody, everyPower } from "../../powers/index.ts";
import { type Plan, planOf } from "../domain/plan.ts";
import { readList } from "./list-csv.ts";

const query = z.strictObject({
  dryRun: z.enum(["yes", "no"]).default("no"),
  /** The county's document, for what only the county changes. */
  document: z.string().trim().min(1).max(300).optional(),
});
const report = z.object({
  dryRun: z.boolean(),
  new: z.array(z.string()),
  changed: z.array(z.object({ code: z.string(), fields: z.array(z.string()) })),
  same: z.number().int(),
  /** On the list and not in the import: left as they are. */
  absent: z.array(z.string()),
});

const common = {
  method: "POST" as const,
  allow: ["county", "leader", "ops"] as const,
  query,
  returns: report,
  status: 200 as const,
  // Not of one aggregate: no version to answer, and the same again is the same without a key.
  isCommand: false,
};

const jsonBody = z.strictObject({ items: z.array(entryBody).min(1).max(10_000) });

/** What an HTTP API hands to a function is 6 MB at most. */
const bodyLimit = 4 * 1024 * 1024;

const fromJson: Route = {
  ...common,
  path: "/powers/list/import",
  summary: {
    zh: "导入清单（JSON）：全部合格才导入；重复导入不产生变化",
    en: "Import the list as JSON: all or nothing; the same again changes nothing",
  },
  body: jsonBody,
  bytes: bodyLimit,
  async handle(request, runtime, texts) {
    const { items } = parsedBy(jsonBody, request.body);
    return carryOut(request, runtime, texts, items, [], (entry, pointer) => `/items/${entry}${pointer}`);
  },
};

const csvBody = z.string().min(1);
const fromCsv: Route = {
  ...common,
  path: "/powers/list/import-csv",
  summary: {
    zh: "导入清单（CSV）：错误按“行:列”逐处指出；全部合格才导入",
    en: "Import the list as CSV: every fault by line:column; all or nothing",
  },
  accepts: { type: "text/csv", bytes: bodyLimit },
  body: csvBody,
  async handle(request, runtime, texts) {
    const { entries, faults, placeOf } = readList(parsedBy(csvBody, request.body));
    const told = faults.flatMap(({ line, column, ...fault }) => {
      const pointer = `${line}:${column}`;
      if ("issue" in fault) return badValues(fault.issue, texts, "body").map((one) => ({ ...one, pointer }));
      const { code, details } = fault.rejection;
      return [{ pointer, code, detail: textOf(code, details, texts) }];
    });
    return carryOut(request, runtime, texts, entries, told, (entry, pointer) => {
      const { line, column } = placeOf(entry, pointer);
      return `${line}:${column}`;
    });
  },
};

async function carryOut(
  request: Request,
  runtime: Runtime,
  texts: ProblemTexts,
  entries: readonly GivenEntry[],
  unreadable: readonly BadValue[],
  place: (entry: number, pointer: string) => string,
) {
  const { actor } = request;
  if (actor === undefined) return problem(401, "auth.missing");
  const list = new Map<string, Power>();
  for await (const one of everyPower(runtime.store)) list.set(one.code, one);
  const { dryRun, document } = parsedBy(query, request.query);
  const plan = planOf(entries, list, runtime.town, todayIn(runtime.clock()), { actor, document });
  const faults = [
    ...unreadable,
    ...plan.faults.map(({ at, rejection: { code, details, pointer = "" } }) => ({
      pointer: place(at, pointer),
      code,
      detail: textOf(code, details, texts),
    })),
  ];
  if (faults.length > 0) return refused(faults);
  if (dryRun === "no") {
    const lost = await write(plan, request, actor, runtime);
    if (lost !== undefined) return lost;
  }
  return { status: 200, body: reportOf(plan, dryRun === "yes") };
}

/** Who has mended a hundred faults imports again; `faults` says how many there are. */
const enough = 100;

const refused = (errors: readonly BadValue[]): Problem =>
  problem(422, "powers.import-refused", {
    details: { faults: errors.length },
    errors: [...errors].sort(byPlace).slice(0, enough),
  });

const byPlace = (one: BadValue, other: BadValue) => one.pointer.localeCompare(other.pointer, "en", { numeric: true });

const reportOf = ({ fresh, changed, unchanged, absent }: Plan, dryRun: boolean): z.input<typeof report> => ({
  dryRun,
  new: fresh.map(({ code }) => code),
  changed: changed.map(({ code, fields }) => ({ code, fields: [...fields] })),
  same: unchanged,
  absent: [...absent],
});

/** Writes under way at one time. */
const abreast = 16;

/**
 * Carries out a plan, each entry in a transaction of its own. One that was interrupted is completed by sending it again: what
 * is done already is then the same.
 */
async function write(
  { fresh, changed }: Plan,
  request: Request,
  actor: Actor,
  runtime: Runtime,
): Promise<Problem | undefined> {
  const commands: [string, PowerCommand][] = [
    ...fresh.map((entry): [string, PowerCommand] => [entry.code, { type: "list", power: entry }]),
    ...changed.map(({ code, command }): [string, PowerCommand] => [code, command]),
  ];
  let failed: Problem | undefined;
  const waiting = commands.values();
  const lane = async () => {
    for (const [code, command] of waiting) {
      const asked = digest(command).slice(0, 16);
      const outcome = await runtime.store.execute({
        decider: power,
        id: code,
        expects: command.type === "list" ? "new" : "existing",
        commandId: sha256(`${request.id}|${code}|${asked}`).slice(0, 24),
        bodyDigest: asked,
        command,
        context: contextFor(runtime, actor),
        ...(request.traceparent === undefined ? {} : { traceparent: request.traceparent }),
      });
      if (outcome.kind === "done") continue;
      // Somebody changed the list meanwhile: what is left is for another import.
      failed ??= problem(503, "service.busy", { headers: { "retry-after": "1" } });
    }
  };
  await Promise.all(Array.from({ length: abreast }, lane));
  return failed;
}

/** The list as a whole, brought in. */
export const importRoutes: readonly Route[] = [fromJson, fromCsv];
