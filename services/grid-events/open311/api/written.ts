import { XMLBuilder } from "fast-xml-parser";
import { type Document, type Format, isList, type Value, withoutControls } from "../domain/formats.ts";

function inJson(value: Value): unknown {
  if (typeof value === "string") return withoutControls(value);
  if (typeof value !== "object" || value === null) return value;
  if (isList(value)) return value.items.map(inJson);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, inJson(inner)]));
}

function inXml(value: Value): unknown {
  if (value === null) return "";
  if (typeof value === "string") return withoutControls(value);
  if (typeof value !== "object") return String(value);
  if (isList(value)) return value.items.length === 0 ? "" : { [value.each]: value.items.map(inXml) };
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, inXml(inner)]));
}

const builder = new XMLBuilder({ suppressEmptyNode: true, processEntities: true });

/** Open311 G2: the same document in XML, and in JSON by the Spark rule: a wrapper of equal children is an array. */
export const written = ({ root, content }: Document, format: Format): string =>
  format === "json"
    ? JSON.stringify(inJson(content))
    : `<?xml version="1.0" encoding="UTF-8"?>\n${String(builder.build({ [root]: inXml(content) }))}`;
