import * as z from "zod";
import type { Route } from "../../shared/http/route.ts";
import type { Service } from "../../shared/service/index.ts";
import { operationIds, partsOfPath, pascal, routeKey, singular } from "./names.ts";

/** What routes answer, by a name of its own: told once, referred to everywhere else. */
export type Views = Readonly<Record<string, z.ZodType>>;

interface Use {
  readonly name: string;
  /** The use with the lowest rank gives the name. */
  readonly rank: number;
}

/** Answers are named after what they show (`Application`, `ApplicationList`, `ApplicationCounts`). */
export function viewsOf(services: readonly Service[]): Views {
  const ids = operationIds(services);
  const uses = new Map<z.ZodType, Use[]>();
  const use = (schema: z.ZodType | undefined, found: Use) => {
    if (schema !== undefined && isNameable(schema)) uses.set(schema, [...(uses.get(schema) ?? []), found]);
  };
  for (const route of services.flatMap((service) => service.routes)) {
    if (route.produces !== undefined) continue;
    use(route.returns, answerUse(route, ids));
  }
  return named(uses);
}

/** Answers of several steps that show another thing than the resource itself. */
const calledOtherwise: Readonly<Record<string, string>> = { TakeQueue: "QueuePlace", OpenWindow: "QueueWindows" };

function answerUse(route: Route, ids: ReadonlyMap<string, string>): Use {
  const { resource, isOne, below } = partsOfPath(route);
  const one = pascal(singular(resource));
  const id = ids.get(routeKey(route)) ?? "";
  if (route.method === "GET" && isOne && below === "") return { name: one, rank: 0 };
  if (route.method === "GET" && id.startsWith("list")) return { name: `${one}List`, rank: 1 };
  if (route.method === "GET") return { name: pascal(id.replace(/^(get|list)/, "")), rank: 1 };
  if (below === "") return { name: one, rank: 2 };
  const better = calledOtherwise[pascal(id)];
  if (better !== undefined) return { name: better, rank: 3 };
  return { name: `${pascal(id)}Answer`, rank: 4 };
}

/** Each schema under the name of its foremost use; a name that is taken goes on to the next use. */
function named(uses: ReadonlyMap<z.ZodType, readonly Use[]>): Views {
  const views: Record<string, z.ZodType> = {};
  const inOrder = [...uses].toSorted(([, one], [, other]) => lowest(one) - lowest(other));
  for (const [schema, found] of inOrder) {
    const names = found.toSorted((one, other) => one.rank - other.rank).map(({ name }) => name);
    const free = names.find((name) => !(name in views));
    views[free ?? `${names.at(-1) ?? ""}Answer`] = schema;
  }
  return views;
}

const lowest = (uses: readonly Use[]) => Math.min(...uses.map(({ rank }) => rank));

/** The name under which a schema is told elsewhere. */
export const nameIn = (views: Views, schema: z.ZodType) => Object.keys(views).find((name) => views[name] === schema);

const isNameable = (schema: z.ZodType) =>
  schema instanceof z.ZodObject || schema instanceof z.ZodUnion || schema instanceof z.ZodPipe;
