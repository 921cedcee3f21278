import * as z from "zod";
import { problem, type Route } from "../../../../shared/http/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { importPart, importPartId } from "../../powers/domain/importing/import-part.ts";
import type { ImportPart, ListImport } from "../../powers/domain/importing/words.ts";
import { importsOf } from "../../powers/index.ts";
import type { Plan } from "../domain/plan.ts";

/** How far an import is. The new list counts in both. */
export const importStatuses = ["carrying-out", "done"] as const;
export type ImportStatus = (typeof importStatuses)[number];

/** What an import does to the list. */
export const importReport = z.object({
  /** Absent where nothing was to be changed. */
  id: z.string().optional(),
  status: z.enum(importStatuses).optional(),
  dryRun: z.boolean(),
  new: z.array(z.string()),
  changed: z.array(z.object({ code: z.string(), fields: z.array(z.string()) })),
  same: z.int(),
  /** On the list and not in the import: left as they are. */
  absent: z.array(z.string()),
});
type Report = z.input<typeof importReport>;

export const reportOf = ({ fresh, changed, unchanged, absent }: Plan, dryRun: boolean): Report => ({
  dryRun,
  new: fresh.map(({ code }) => code),
  changed: changed.map(({ code, fields }) => ({ code, fields: [...fields] })),
  same: unchanged,
  absent: [...absent],
});

/** Whether the list is already as the import wants it. */
export const isEmpty = ({ fresh, changed }: Plan) => fresh.length + changed.length === 0;

const notFields = new Set(["type", "from", "document"]);
const fieldsOf = (command: object) => Object.keys(command).filter((field) => !notFields.has(field));

/** The same, told again from the parts of the import. */
export function reportFromParts(id: string, status: ImportStatus, parts: readonly ImportPart[]): Report {
  const changes = parts.flatMap((part) => part.changes);
  return {
    ...{ id, status, dryRun: false },
    new: changes.flatMap(({ code, command }) => (command.type === "list" ? [code] : [])),
    changed: changes.flatMap(({ code, command }) =>
      command.type === "adjust" ? [{ code, fields: fieldsOf(command) }] : [],
    ),
    same: parts[0]?.same ?? 0,
    absent: [...(parts[0]?.absent ?? [])],
  };
}

/** Where an import stands; undefined: no import of this id was adopted lately. */
export function standingOf(imports: ListImport | undefined, id: string) {
  if (imports?.running?.id === id && imports.running.adopted !== undefined)
    return { status: "carrying-out" as const, parts: imports.running.adopted.parts };
  const done = imports?.done.find((one) => one.id === id);
  return done === undefined ? undefined : { status: "done" as const, parts: done.parts };
}

/** The report of an adopted import, with how far it is. */
export async function reportOfImport(runtime: Runtime, id: string): Promise<Report | undefined> {
  const standing = standingOf(await importsOf(runtime), id);
  if (standing === undefined) return undefined;
  const ids = Array.from({ length: standing.parts }, (_none, part) => importPartId(id, part));
  const found = new Map((await runtime.store.loadAll(importPart, ids)).map((one) => [one.id, one.state]));
  const parts = ids.flatMap((one) => found.get(one) ?? []);
  return reportFromParts(id, standing.status, parts);
}

export const readImport: Route = {
  method: "GET",
  path: "/powers/imports/{id}",
  summary: { zh: "一次清单导入及其进度", en: "An import of the list, and how far it is" },
  allow: ["county", "leader", "ops"],
  returns: importReport,
  status: 200,
  isCommand: false,
  async handle({ params: { id = "" } }, runtime) {
    const body = await reportOfImport(runtime, id);
    return body === undefined ? problem(404, "resource.not-found") : { status: 200, body };
  },
};
