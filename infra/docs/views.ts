import * as z from "zod";
import type { Service } from "../../shared/service/index.ts";

/** What several routes answer, by a name of its own: told once, referred to everywhere else. */
export type Views = Readonly<Record<string, z.ZodType>>;

interface Use {
  readonly service: string;
  readonly path: string;
}

/** Named after service and resource (`PermitsApplications`); what several services answer after its last word (`Parked`). */
export function viewsOf(services: readonly Service[]): Views {
  const uses = new Map<z.ZodType, Use[]>();
  for (const { name: service, routes } of services)
    for (const { returns, path } of routes)
      for (const view of [returns, elementOf(returns)])
        if (view !== undefined) uses.set(view, [...(uses.get(view) ?? []), { service, path }]);
  const views: Record<string, z.ZodType> = {};
  for (const [view, [first, ...others]] of uses)
    if (first !== undefined && others.length > 0) views[freeName(nameOf(first, others), views)] = view;
  return views;
}

/** The name under which a schema is told elsewhere. */
export const nameIn = (views: Views, schema: z.ZodType) => Object.keys(views).find((name) => views[name] === schema);

/** What a list is a list of. */
function elementOf(schema: z.ZodType): z.ZodType | undefined {
  const items = schema instanceof z.ZodObject ? schema.shape.items : undefined;
  return items instanceof z.ZodArray && items.element instanceof z.ZodType ? items.element : undefined;
}

function nameOf({ service, path }: Use, others: readonly Use[]): string {
  const [, , resource = "", ...rest] = path.split("/").filter((part) => !part.startsWith("{"));
  const shared = others.some((other) => other.service !== service);
  return shared ? capital(rest.at(-1) ?? resource) : capital(service) + capital(resource);
}

const capital = (words: string) =>
  words
    .split("-")
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join("");

const freeName = (name: string, taken: Views, serial = 1): string => {
  const full = serial === 1 ? name : `${name}${serial}`;
  return full in taken ? freeName(name, taken, serial + 1) : full;
};
