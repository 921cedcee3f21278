import * as z from "zod";
import { type Title, titleStatedBy } from "../text/titled.ts";

/** The title that the schema of a field states itself, found by the path of a zod issue; an entry of a list is called as its list. */
export const titleIn = (schema: z.ZodType, path: readonly PropertyKey[]): Title | undefined =>
  titleBelow(schema, path) ?? (path.length === 1 && isPlace(path[0]) ? titleStatedBy(schema) : undefined);

/** The same by a JSON pointer into a body, or by `?name` of a parameter. */
export function titleAtPointer({ body, query }: Requested, pointer: string): Title | undefined {
  if (pointer.startsWith("?")) return query && titleIn(query, pointer.slice(1).split("."));
  const path = pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
  return body && titleIn(body, path);
}

/** What a route takes. */
interface Requested {
  readonly body?: z.ZodType;
  readonly query?: z.ZodType;
}

/** Whether a JSON pointer leads to a field that bodies of this schema may have. */
export function leadsInto(schema: z.ZodType, pointer: string): boolean {
  const [empty, ...names] = pointer.split("/");
  return empty === "" && names.length > 0 && mayHold(schema, names);
}

function mayHold(schema: z.ZodType, [name, ...below]: readonly string[]): boolean {
  if (name === undefined) return true;
  if (schema instanceof z.ZodObject) {
    const field: unknown = schema.shape[name];
    return field instanceof z.ZodType && mayHold(field, below);
  }
  if (schema instanceof z.ZodArray)
    return isPlace(name) && schema.element instanceof z.ZodType && mayHold(schema.element, below);
  const parts = partsOf(schema);
  return parts.length === 0 ? !isOneValue(schema) : parts.some((part) => mayHold(part, [name, ...below]));
}

/** Below one value there is nothing; a record or any other form may hold the field. */
const isOneValue = (schema: z.ZodType): boolean =>
  [z.ZodString, z.ZodNumber, z.ZodBoolean, z.ZodEnum, z.ZodLiteral].some((kind) => schema instanceof kind);

const isPlace = (name: PropertyKey | undefined): boolean => /^\d+$/.test(String(name));

function titleBelow(schema: z.ZodType, [name, ...below]: readonly PropertyKey[]): Title | undefined {
  if (name === undefined) return titleStatedBy(schema) ?? first(partsOf(schema), (part) => titleIn(part, []));
  if (schema instanceof z.ZodObject) {
    const field: unknown = schema.shape[String(name)];
    return field instanceof z.ZodType ? titleIn(field, below) : undefined;
  }
  if (schema instanceof z.ZodArray)
    return schema.element instanceof z.ZodType ? titleIn(schema.element, below) : undefined;
  return first(partsOf(schema), (part) => titleIn(part, [name, ...below]));
}

/** What a schema wraps, or is one of. */
function partsOf(schema: z.ZodType): readonly z.ZodType[] {
  const parts: readonly unknown[] =
    schema instanceof z.ZodOptional || schema instanceof z.ZodExactOptional || schema instanceof z.ZodNullable
      ? [schema.unwrap()]
      : schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault || schema instanceof z.ZodReadonly
        ? [schema.unwrap()]
        : schema instanceof z.ZodUnion
          ? schema.options
          : schema instanceof z.ZodPipe
            ? [schema.in]
            : [];
  return parts.filter((part) => part instanceof z.ZodType);
}

function first<T>(parts: readonly z.ZodType[], find: (part: z.ZodType) => T | undefined): T | undefined {
  for (const part of parts) {
    const found = find(part);
    if (found !== undefined) return found;
  }
  return undefined;
}
