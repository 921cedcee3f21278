import * as z from "zod";

/** Where a number stands: route or event, and the way to it through the schema. */
export interface Finding {
  readonly at: string;
  readonly why: "measured-in-an-appraisal" | "counted-by-person-or-team" | "appraisal-without-a-schema";
}

interface Served {
  readonly method: string;
  readonly path: string;
  readonly summary?: { readonly zh: string; readonly en: string };
  readonly body?: unknown;
  readonly query?: unknown;
  readonly returns?: unknown;
  readonly produces?: string;
}
/** So much of a manifest as the firewall reads. */
export interface Told {
  readonly name: string;
  readonly routes: readonly Served[];
  readonly publishes: Readonly<Record<string, unknown>>;
}

/** What judges or rewards a person, a team or the town (CF-74, IN-8, F-8). */
const appraising =
  /\b(apprais\w*|assess\w*|evaluat\w*|kpis?|scor(?:e|es|ing)|rank(?:s|ing|ings|ed)?|quotas?|targets?|goals?|bonus\w*|rewards?|incentives?|merit|shares?|sharing|allocat\w*|entitle\w*|performance|returned)\b|考核|考评|评比|评估|排名|指标|任务数|奖励|绩效|分成|返还|留成|提成/iu;
/** What must not be counted there: fines, what is confiscated, cases, inspections. */
const measuring =
  /\b(fin(?:e|es|ed)|penalt(?:y|ies)|penal|confiscat\w*|forfeit\w*|gains?|surcharges?|cases?|filed|filings?|inspections?|inspected|sanctions?|punish\w*)\b|罚款|罚没|没收|处罚|案件|立案|办案|检查/iu;
/** Names of whom something is counted for. */
const somebody =
  /^(sub|officer|officers|squad|squads|member|members|leader|person|team|handler|certificate|inspector|owner)$/iu;
/** A number of several things, not the sum of one. */
const several =
  /\b(fines|penalties|cases|inspections|filings|confiscations|counts?|counted|totals?|sums?|numbers?|filed|inspected|punished|fined)\b|件数|次数|总额|合计|数量/iu;

/** `fineFen` reads as `fine fen`, `on-spot` as `on spot`. */
const words = (name: string) => name.replace(/([a-z\d])([A-Z])/g, "$1 $2").replace(/[-_./{}]/g, " ");

type Schema = Readonly<Record<string, unknown>>;
const isSchema = (value: unknown): value is Schema =>
  typeof value === "object" && value !== null && !Array.isArray(value);

interface Field {
  readonly path: readonly string[];
  readonly names: string;
  readonly isNumber: boolean;
  /** The other fields of the same object. */
  readonly beside: readonly string[];
}

/** A schema is walked once, however many manifests hold it. */
const walked = new WeakMap<z.ZodType, readonly Field[]>();
function fieldsOf(schema: unknown): readonly Field[] {
  if (!(schema instanceof z.ZodType)) return [];
  const known = walked.get(schema) ?? fieldsIn(schema);
  walked.set(schema, known);
  return known;
}

/** Every field of a schema, with the way to it. */
function fieldsIn(schema: z.ZodType): Field[] {
  const root: unknown = z.toJSONSchema(schema, { unrepresentable: "any", io: "input" });
  if (!isSchema(root)) return [];
  const found: Field[] = [];
  const seen = new Set<string>();
  const walk = (node: unknown, path: readonly string[], names: string, beside: readonly string[]): void => {
    if (!isSchema(node)) return;
    if (typeof node.$ref === "string") {
      const name = node.$ref.split("/").at(-1) ?? "";
      const key = `${name}|${path.join(".")}`;
      if (seen.has(key) || path.length > 12) return;
      seen.add(key);
      const defs = isSchema(root.$defs) ? root.$defs : {};
      walk(defs[name], path, names, beside);
      return;
    }
    const said = [names, node.title, node.description].filter((one) => typeof one === "string").join(" ");
    const isNumber = node.type === "integer" || node.type === "number";
    if (path.length > 0) found.push({ path, names: said, isNumber, beside });
    for (const one of ["anyOf", "oneOf", "allOf"])
      for (const inner of Array.isArray(node[one]) ? node[one] : []) walk(inner, path, said, beside);
    walk(node.items, path, said, beside);
    walk(node.additionalProperties, [...path, "*"], said, beside);
    if (!isSchema(node.properties)) return;
    const siblings = Object.keys(node.properties);
    for (const [name, inner] of Object.entries(node.properties))
      walk(
        inner,
        [...path, name],
        words(name),
        siblings.filter((one) => one !== name),
      );
  };
  walk(root, [], "", []);
  return found;
}

/** What in a schema breaks the firewall; `about` says of whom or what the whole is. */
export function findingsIn(at: string, about: string, schema: unknown): Finding[] {
  return fieldsOf(schema).flatMap(({ path, names, isNumber, beside }): Finding[] => {
    if (!isNumber) return [];
    const way = [about, ...path.slice(0, -1)].map(words).join(" ");
    const whole = `${way} ${names}`;
    const name = `${at} ${path.join(".")}`;
    // The number is a measure by its own name, or by what it stands in.
    const own = [...path].slice(-2).map(words).join(" ");
    if (measuring.test(`${own} ${names}`) && appraising.test(whole))
      return [{ at: name, why: "measured-in-an-appraisal" }];
    const counts = several.test(`${words(path.at(-1) ?? "")} ${names}`) && measuring.test(`${own} ${names}`);
    return counts && (beside.some((one) => somebody.test(one)) || path.slice(0, -1).some((one) => somebody.test(one)))
      ? [{ at: name, why: "counted-by-person-or-team" }]
      : [];
  });
}

/**
 * CF-74, IN-8, F-8 (YS 55): every number in every event, view, list, body and query of a service. Answers those that count or sum
 * fines, cases or inspections where somebody is judged or rewarded by them.
 */
export function brokenIn({ routes, publishes }: Told): Finding[] {
  const ofRoutes = routes.flatMap(({ method, path, summary, body, query, returns, produces }) => {
    const at = `${method} ${path}`;
    const about = `${path} ${summary?.zh ?? ""} ${summary?.en ?? ""}`;
    const isExport = produces !== undefined && !produces.startsWith("text/event-stream");
    const blind: Finding[] =
      isExport && appraising.test(words(about)) && measuring.test(words(about))
        ? [{ at, why: "appraisal-without-a-schema" }]
        : [];
    return [...blind, ...[body, query, returns].flatMap((schema) => findingsIn(at, about, schema))];
  });
  const ofEvents = Object.entries(publishes).flatMap(([type, schema]) => findingsIn(type, type, schema));
  return [...ofRoutes, ...ofEvents];
}
