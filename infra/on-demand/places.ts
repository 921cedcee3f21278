import { resolve } from "node:path";
import type { Service } from "../../shared/service/index.ts";
import { leafFirst } from "./modules.ts";

/** Where a value of a manifest is declared: its module, and the expression that takes it out. */
export interface Place {
  readonly module: string;
  readonly pick: string;
}

/** Where each thing that a manifest lists is declared, and what else belongs to it. */
export interface Places {
  readonly routes: readonly {
    readonly method: string;
    readonly path: string;
    readonly at: Place;
    /** What its requests count as. */
    readonly counting?: Place;
  }[];
  readonly subscriptions: readonly { readonly type: string; readonly at: Place }[];
  readonly aggregates: readonly { readonly name: string; readonly at: Place; readonly decider: boolean }[];
  /** Path of a resource → the module that declares it, where others can add to it. */
  readonly resources: Readonly<Record<string, string>>;
  /** Path of a resource → the modules that add steps and links to its views. */
  readonly additions: Readonly<Record<string, readonly string[]>>;
  readonly texts: Service["problems"];
  readonly protocols: readonly { readonly path: string; readonly at: Place }[];
  /** Where it is looked up what the service knows of who asks. */
  readonly acquaint?: Place;
}

/**
 * Reads where everything of a manifest is declared. Each module is imported after those that it imports, so that what a
 * module adds to a resource is seen as its own. What no module exports by itself comes with the whole manifest.
 */
export async function findPlaces(root: string, manifest: string, exported: string): Promise<Places> {
  const places = new Map<unknown, Place>();
  const stated = new Map<Stating, number>();
  const resources = new Map<string, string>();
  const additions = new Map<string, string[]>();
  for (const module of leafFirst(root, manifest)) {
    const values: Readonly<Record<string, unknown>> = await import(resolve(root, module));
    for (const [resource, before] of stated)
      if (resource.stated() > before) {
        stated.set(resource, resource.stated());
        additions.set(resource.at, [...(additions.get(resource.at) ?? []), module]);
      }
    for (const [name, value] of Object.entries(values)) {
      for (const [one, pick] of [[value, name] as const, ...membersOf(value, name)])
        if (((typeof one === "object" && one !== null) || typeof one === "function") && !places.has(one))
          places.set(one, { module, pick });
      if (!isStating(value) || stated.has(value)) continue;
      stated.set(value, value.stated());
      resources.set(value.at, module);
    }
  }
  const service = serviceIn(await import(resolve(root, manifest)), exported);
  const whole = (list: string, index: number): Place => ({ module: manifest, pick: `${exported}.${list}[${index}]` });
  const acquaint =
    service.acquaint === undefined
      ? undefined
      : (places.get(service.acquaint) ?? { module: manifest, pick: `${exported}.acquaint` });
  return {
    routes: service.routes.map((route, index) => {
      const { method, path } = route;
      const counting = places.get(service.counting);
      const original = "counts" in route ? places.get(route.counts) : undefined;
      if (counting !== undefined && original !== undefined)
        return { method, path, at: original, counting: { ...counting, pick: `${counting.pick}["${method} ${path}"]` } };
      return { method, path, at: places.get(route) ?? whole("routes", index) };
    }),
    subscriptions: service.subscriptions.map((one, index) => ({
      type: one.type,
      at: places.get(one) ?? whole("subscriptions", index),
    })),
    aggregates: service.aggregates.map((one, index) => {
      const decider = one.alone === true ? places.get(one.decider) : undefined;
      const at = decider ?? places.get(one) ?? whole("aggregates", index);
      return { name: one.name, at, decider: decider !== undefined };
    }),
    resources: Object.fromEntries(resources),
    additions: Object.fromEntries(additions),
    protocols: (service.protocols ?? []).map((one, index) => ({
      path: one.at,
      at: places.get(one) ?? whole("protocols", index),
    })),
    texts: service.problems,
    ...(acquaint === undefined ? {} : { acquaint }),
  };
}

/** A resource, to which other modules may add. */
interface Stating {
  readonly at: string;
  stated(): number;
}
const isStating = (value: unknown): value is Stating =>
  typeof value === "object" && value !== null && "at" in value && "stated" in value;

const membersOf = (value: unknown, name: string) =>
  Array.isArray(value) ? value.map((one: unknown, index) => [one, `${name}[${index}]`] as const) : [];

function serviceIn(module: Readonly<Record<string, unknown>>, exported: string): Service {
  const isService = (value: unknown): value is Service =>
    typeof value === "object" && value !== null && "routes" in value && "functions" in value;
  const service = module[exported];
  if (!isService(service)) throw new Error(`no manifest is exported as ${exported}`);
  return service;
}
