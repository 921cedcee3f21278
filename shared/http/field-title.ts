import * as z from "zod";
import { type Title, titleStatedBy } from "../text/titled.ts";

/** The title that the schema of a field states itself, found by the path of a zod issue. */
export function titleIn(schema: z.ZodType, [name, ...below]: readonly PropertyKey[]): Title | undefined {
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
    schema instanceof z.ZodOptional || schema instanceof z.ZodNullable
      ? [schema.unwrap()]
      : schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault
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
