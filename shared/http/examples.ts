import * as z from "zod";
import { sampleWord as word } from "../store/index.ts";
import { sampleOfPattern } from "./sample-of-pattern.ts";

type Schema = z.core.JSONSchema.BaseSchema;

/** What the values are made with: the day, and the schemas that others name. */
interface Made {
  readonly today: string;
  readonly named: Schema["$defs"];
}

/** No step has more ways to be asked for than these. */
const mostExamples = 24;

/**
 * Bodies that a schema takes, to ask the domain what it would say of them: the shortest, the fullest, and one for each value
 * of an enumeration and each kind of a union. Days are `today`. None, where a field has a form that no schema tells.
 */
export function examplesOf<B extends z.ZodType>(body: B, today: string): z.output<B>[] {
  const told = z.toJSONSchema(body, { io: "input", unrepresentable: "any" });
  const parsed = valuesOf(told, { today, named: told.$defs })
    .slice(0, mostExamples)
    .map((value) => body.safeParse(value));
  return parsed.flatMap(({ success, data }) => (success ? [data] : []));
}

function valuesOf(schema: Schema, made: Made): readonly unknown[] {
  const named = made.named?.[schema.$ref?.replace("#/$defs/", "") ?? ""];
  if (named !== undefined) return valuesOf(named, made);
  const { const: only, enum: several, examples, anyOf, oneOf } = schema;
  if (only !== undefined) return [only];
  if (several !== undefined) return several;
  if (Array.isArray(examples) && examples.length > 0) return examples.slice(0, 1);
  const kinds = anyOf ?? oneOf;
  if (kinds !== undefined) return kinds.flatMap((one) => valuesOf(one, made));
  switch (schema.type) {
    case "object":
      return objectsOf(schema, made);
    case "array":
      return listsOf(schema, made);
    case "boolean":
      return [false, true];
    case "integer":
    case "number":
      return [Math.max(schema.minimum ?? 1, 1)];
    case "string":
      return [stringOf(schema, made)];
    default:
      return [];
  }
}

/** The shortest and the fullest, then each with one field other than usual. */
function objectsOf({ properties = {}, required = [] }: Schema, made: Made): readonly object[] {
  const fields = Object.entries(properties).map(([name, one]): [string, readonly unknown[]] => [
    name,
    typeof one === "boolean" ? [] : valuesOf(one, made),
  ]);
  const usual = fields.flatMap(([name, [first]]) => (first === undefined ? [] : [[name, first] as const]));
  const shortest = Object.fromEntries(usual.filter(([name]) => required.includes(name)));
  const fullest = Object.fromEntries(usual);
  const others = fields.flatMap(([name, [, ...rest]]) =>
    rest.flatMap((value) => [
      ...(required.includes(name) ? [{ ...shortest, [name]: value }] : []),
      { ...fullest, [name]: value },
    ]),
  );
  return [shortest, ...(usual.length > required.length ? [fullest] : []), ...others];
}

/** As short as it may be, and one longer. */
function listsOf({ items, minItems = 0 }: Schema, made: Made): readonly unknown[] {
  const [first] = typeof items === "object" && !Array.isArray(items) ? valuesOf(items, made) : [];
  if (first === undefined) return minItems === 0 ? [[]] : [];
  return [minItems, minItems + 1].map((length) => Array.from({ length }, () => first));
}

function stringOf({ format, minLength = 0, maxLength, pattern }: Schema, { today }: Made): string {
  if (format === "date") return today;
  if (format === "time") return "10:00";
  if (format === "date-time") return `${today}T02:00:00Z`;
  const usual = word.repeat(Math.ceil(Math.max(minLength, 1) / word.length)).slice(0, maxLength);
  return pattern === undefined || new RegExp(pattern, "u").test(usual) ? usual : sampleOfPattern(pattern);
}
