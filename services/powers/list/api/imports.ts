import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
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
import type { Runtime } from "../../../../shared/service/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { type GivenEntry, withListedNames } from "../../powers/domain/listed-entry.ts";
import { entryBody, everyPower } from "../../powers/index.ts";
import { type Plan, planOf } from "../domain/plan.ts";
import { importReport, isEmpty, readImport, reportOf } from "./import-report.ts";
import { askedFor, importList, newImportId, type Planning, repetitionOf } from "./importing.ts";
import { mostEntries, readList } from "./list-csv.ts";

const query = z.strictObject({
  dryRun: z.enum(["yes", "no"]).default("no"),
  /** The county's document, for what only the county changes. */
  document: lineOf(300).optional(),
});
const common = {
  method: "POST" as const,
  later: true as const,
  allow: ["county", "leader", "ops"] as const,
  query,
  returns: importReport,
  status: 200 as const,
  // Not of one aggregate: no version to answer. The same again is the same, with a key also word for word.
  isCommand: false,
};

const jsonBody = z.strictObject({ items: z.array(entryBody).min(1).max(mostEntries) });

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
    const coded = entries.map((entry) => withListedNames(entry, runtime.town));
    return carryOut(request, runtime, texts, coded, told, (entry, pointer) => {
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
  const { dryRun, document } = parsedBy(query, request.query);
  const refusing = (faults: Plan["faults"]) =>
    refused([
      ...unreadable,
      ...faults.map(({ at, rejection: { code, details, pointer = "" } }) => ({
        pointer: place(at, pointer),
        code,
        detail: textOf(code, details, texts),
      })),
    ]);
  const held: Planning = async () => {
    const list = new Map((await everyPower(runtime)).map((one) => [one.code, one]));
    return planOf(entries, list, runtime.town, todayIn(runtime.clock()), { actor, document });
  };
  const asked = askedFor(request, actor, { entries, document });
  const before = dryRun === "yes" ? undefined : await repetitionOf(asked, runtime);
  if (before !== undefined) return before;
  const plan = await held();
  if (unreadable.length + plan.faults.length > 0) return refusing(plan.faults);
  if (dryRun === "yes" || isEmpty(plan)) return { status: 200, body: reportOf(plan, dryRun === "yes") };
  return importList({ id: newImportId(), asked, plan: held, by: actor, refusing }, runtime, texts);
}

/** Who has mended a hundred faults imports again; `faults` says how many there are. */
const enough = 100;

const refused = (errors: readonly BadValue[]): Problem =>
  problem(422, "powers.import-refused", {
    details: { faults: errors.length },
    errors: [...errors].sort(byPlace).slice(0, enough),
  });

const byPlace = (one: BadValue, other: BadValue) => one.pointer.localeCompare(other.pointer, "en", { numeric: true });

/** The list as a whole, brought in. */
export const importRoutes: readonly Route[] = [fromJson, fromCsv, readImport];
