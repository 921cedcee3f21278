import * as z from "zod";
import { createSchema } from "zod-openapi";
import { type Title, type TitleTexts, titleOfField } from "../../shared/text/index.ts";
import { documentOptions } from "./schemas.ts";
import type { Views } from "./views.ts";

/** One line of a table of fields: where it stands, what it may be, and whether it must be there. */
export interface Field {
  readonly path: string;
  readonly title?: Title;
  readonly kind: string;
  readonly required: boolean;
  readonly note: string;
  /** The name of a view that is told elsewhere, in place of its own fields. */
  readonly view?: string;
}

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && !Array.isArray(value);
const nodes = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isNode) : []);
const deepest = 5;

/** What routes answer, written at once: each view refers to others, so that one alone takes as long as all. */
export interface Answers {
  readonly views: Views;
  /** A view or another answer → its JSON Schema. */
  readonly written: ReadonlyMap<z.ZodType, unknown>;
  /** What they refer to, by name. */
  readonly components: Node;
}

/** @param others what is answered besides views, without a name */
export function answersOf(views: Views, others: readonly z.ZodType[] = []): Answers {
  const nameless = Object.fromEntries(others.map((schema, at) => [`nameless ${at}`, schema]));
  const options = { io: "output", opts: documentOptions, schemaComponents: views } as const;
  const { schema, components } = createSchema(z.object({ ...views, ...nameless }), options);
  const all = isNode(schema) && isNode(schema.properties) ? schema.properties : {};
  const written = [
    ...Object.entries(views).map(([name, view]) => [view, components[name]] as const),
    ...Object.entries(nameless).map(([name, other]) => [other, all[name]] as const),
  ];
  return { views, written: new Map(written), components };
}

/** How a schema is read: as it comes in or goes out, and with the words that title its fields. */
export interface Reading {
  readonly io: "input" | "output";
  readonly words?: TitleTexts;
  readonly answers?: Answers;
}

/** The fields a schema describes, nested ones by their path: `applicant.name`, `materials[].code`. */
export function fieldsOf(schema: z.ZodType, { io, words = {}, answers = noAnswers }: Reading): readonly Field[] {
  const { views, written } = answers;
  const { schema: root, components } = written.has(schema)
    ? { schema: written.get(schema), components: answers.components }
    : createSchema(schema, { io, opts: documentOptions });
  const resolve = (node: Node): Node => {
    const name = typeof node.$ref === "string" ? (node.$ref.split("/").at(-1) ?? "") : "";
    if (Object.hasOwn(views, name)) return { type: name, view: name };
    const target = components[name];
    return isNode(target) ? { ...target, ...node, $ref: undefined } : node;
  };
  const fields = isNode(root) ? below(resolve(root), "", resolve, 0) : [];
  return fields.map((field) => {
    const title = field.title ?? titleOfField(words, field.path.replaceAll("[]", "").split("."));
    return title === undefined ? field : { ...field, title };
  });
}

const noAnswers: Answers = { views: {}, written: new Map(), components: {} };

function below(node: Node, path: string, resolve: (node: Node) => Node, depth: number): Field[] {
  if (depth > deepest) return [];
  const go = (child: Node, at: string) => below(resolve(child), at, resolve, depth + 1);
  if (typeof node.view === "string") return [];
  if (isNode(node.items)) return go(node.items, `${path}[]`);
  const choices = [...nodes(node.anyOf), ...nodes(node.oneOf), ...nodes(node.allOf)];
  if (!isNode(node.properties)) return unique(choices.flatMap((choice) => go(choice, path)));
  const required = Array.isArray(node.required) ? node.required : [];
  return Object.entries(node.properties).flatMap(([name, child]) => {
    if (!isNode(child)) return [];
    const at = path === "" ? name : `${path}.${name}`;
    const found = resolve(child);
    return [
      {
        path: at,
        kind: kindOf(found, resolve),
        required: required.includes(name),
        note: noteOf(found),
        ...titleIn(found),
        ...viewIn(isNode(found.items) ? resolve(found.items) : found),
      },
      ...go(found, at),
    ];
  });
}

/** The title that a schema states itself. */
const titleIn = ({ title: en, "x-title-zh": zh }: Node) =>
  typeof en === "string" && typeof zh === "string" ? { title: { zh, en } } : {};

const viewIn = ({ view }: Node) => (typeof view === "string" ? { view } : {});

/** Alternatives often share fields: each is told once, with all it may be. */
const unique = (fields: readonly Field[]): Field[] =>
  Map.groupBy(fields, ({ path }) => path)
    .values()
    .flatMap(([first, ...others]) => (first === undefined ? [] : [others.reduce(either, first)]))
    .toArray();

const either = (one: Field, other: Field): Field => ({
  ...one,
  kind: joined([one.kind, other.kind], " | "),
  required: one.required && other.required,
  note: joined([one.note, other.note], "; "),
});

const joined = (parts: readonly string[], by: string) =>
  [...new Set(parts.flatMap((part) => part.split(by)))].filter((part) => part !== "").join(by);

function kindOf(node: Node, resolve: (node: Node) => Node): string {
  if (Array.isArray(node.enum)) return node.enum.map(String).join(" | ");
  if ("const" in node) return String(node.const);
  if (isNode(node.items)) return `${kindOf(resolve(node.items), resolve)}[]`;
  const choices = [...nodes(node.anyOf), ...nodes(node.oneOf)];
  if (choices.length > 0) return [...new Set(choices.map((choice) => kindOf(resolve(choice), resolve)))].join(" | ");
  const type = Array.isArray(node.type) ? node.type.join(" | ") : String(node.type ?? "any");
  return typeof node.format === "string" ? `${type} ${node.format}` : type;
}

const limits = ["minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems", "default"] as const;

function noteOf(node: Node): string {
  const bounds = limits.flatMap((name) =>
    node[name] === undefined || Math.abs(Number(node[name])) === Number.MAX_SAFE_INTEGER
      ? []
      : [`${name} ${node[name]}`],
  );
  return [...(typeof node.description === "string" ? [node.description] : []), ...bounds].join("; ");
}
