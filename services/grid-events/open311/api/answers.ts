import type { Answer, Problem, ProblemTexts, Protocol } from "../../../../shared/http/index.ts";
import { textOf } from "../../../../shared/http/problem.ts";
import { contentTypes, type Document, type Fault, type Format, faultsDocument, formats } from "../domain/formats.ts";
import { written } from "./written.ts";

/** The last part of a path: `services.xml`. undefined: it has no suffix that we know. */
export function fileOf(text = ""): { readonly name: string; readonly format: Format } | undefined {
  const at = text.lastIndexOf(".");
  const format = formats.find((one) => one === text.slice(at + 1));
  return format === undefined || at < 1 ? undefined : { name: text.slice(0, at), format };
}

export const answered = (document: Document, format: Format): Answer => ({
  status: 200,
  headers: { "content-type": contentTypes[format] },
  body: written(document, format),
});

/** Faults in the format asked for; XML where none is. */
export const refused = (
  status: number,
  faults: readonly Fault[],
  format: Format = "xml",
  headers: Answer["headers"] = {},
): Answer => ({
  status,
  headers: { ...headers, "content-type": contentTypes[format] },
  body: written(faultsDocument(faults), format),
});

const absent = {
  resource: ["没有此资源", "There is no such resource"],
  format: ["没有此格式，只有.xml和.json", "There is no such format: only .xml and .json"],
  jurisdiction: ["没有此辖区", "There is no such jurisdiction"],
  service: ["没有这项服务", "There is no such service"],
  request: ["没有这个编号的事件", "There is no request of this id"],
  token: ["没有这个令牌", "There is no such token"],
} as const;

/** 404, and what is not there. Without a format it is that which is missing, and XML says so. */
export const notFound = (what: keyof typeof absent, format?: Format): Answer =>
  refused(404, [{ code: 404, description: absent[what].join(" / ") }], format);
export const badRequest = (description: string, format: Format): Answer =>
  refused(400, [{ code: 400, description }], format);

/** 404, 403, 429 and the faults of the server keep their status; everything else is 400. */
const kept: ReadonlySet<number> = new Set([404, 403, 429, 500, 503]);

/** A refusal of the house in the words of the protocol: never RFC 9457, 401, 422 or HTML. Each bad value is an error of its own. */
function renders({ status, code, details = {}, errors, headers }: Problem, path: string, texts: ProblemTexts): Answer {
  const said = kept.has(status) ? status : 400;
  const texted = errors?.map(({ pointer, detail }) => ({ before: `${pointer}: `, ...detail }));
  const faults = (texted ?? [{ before: "", ...textOf(code, details, texts) }]).map(({ before, zh, en }) => ({
    ...{ code: said, description: `${before}${zh} / ${en}` },
  }));
  return refused(said, faults, fileOf(path)?.format, headers);
}

/** Where the protocol is spoken. */
export const base = "/grid-events/open311/v2";
export const open311Protocol: Protocol = { at: base, renders };
