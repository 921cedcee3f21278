import { resolve } from "node:path";
import type { FunctionKind, Service } from "../../shared/service/index.ts";
import { kindsOf } from "../kinds.ts";
import {
  acquaintSource,
  additionsSource,
  aggregatesSource,
  learnPlaces,
  placesOf,
  protocolsSource,
  routesSource,
  subscriptionsSource,
  textsSource,
} from "../on-demand/index.ts";
import type { Places } from "../on-demand/places.ts";

const root = resolve(import.meta.dirname, "../..");

/** The name of the bundle in which a function runs: every service has the same relay. */
export const bundleName = ({ name }: Pick<Service, "name">, kind: FunctionKind): string =>
  kind === "relay" ? "relay" : `${name}-${kind}`;

/** Modules by the names of their bundles. */
export type Entries = Readonly<Record<string, string>>;

/**
 * The modules of all functions of a town, in the groups that are built together. They hold nothing of any town. The
 * services share most of what they read; the small functions would read more than they need with them.
 */
export function entriesOf(services: readonly Service[]): readonly Entries[] {
  learnPlaces(root, new Map(services.map((service) => [manifestOf(service), exportedName(service.name)])));
  const own = services.flatMap((service) =>
    kindsOf(service).map((kind) => [bundleName(service, kind), entryOf(service, kind)] as const),
  );
  const { relay = "", ...ofServices } = Object.fromEntries(own);
  return [{ ...ofServices, watch: watchEntry }, { relay }, { docs: docsEntry }, { claims: claimsEntry }];
}

/**
 * The module of one function of a service. What it is told of its town lies in files beside it (`functions/told.ts`).
 * The relay knows no service. Routes, reactions and deciders are named in it, each with where it is loaded from when it
 * is first asked for.
 * @param module the service's, from the repository's root; it exports the manifest by the service's name
 */
export function entryOf(service: Service, kind: FunctionKind, module = manifestOf(service)): string {
  const from = (path: string) => JSON.stringify(`./${path}`);
  const told = (name: string) => `import { ${name} } from ${from("infra/functions/told.ts")};`;
  const handler = `import { ${kind} } from ${from(`infra/functions/${kind}.ts`)};`;
  if (kind === "relay") return `${handler}\n${told("toldToRelay")}\nexport const handler = relay(toldToRelay());`;
  const exported = exportedName(service.name);
  if (kind === "opening") {
    const manifest = `import { ${exported} as service } from ${from(module)};`;
    return `${handler}\n${told("town, lists")}\n${manifest}\nexport const handler = opening(service, town(), lists());`;
  }
  const parts = Object.entries(partsOf(kind, placesOf(root, module, exported)));
  const said = parts.map(([name, source]) => `${name}: ${source}`).join(",\n");
  return `${handler}\n${told("town")}\nconst service = { name: "${service.name}",\n${said} };\nexport const handler = ${kind}(service, town());`;
}

/** So much of a manifest as a function needs: by name the source of its value. */
function partsOf(kind: "api" | "reactions" | "clockwork", places: Places): Readonly<Record<string, string>> {
  if (kind === "reactions") return { subscriptions: subscriptionsSource(places) };
  if (kind === "clockwork") return { aggregates: aggregatesSource(places) };
  const additions = additionsSource(places);
  const acquaint = acquaintSource(places);
  const protocols = protocolsSource(places);
  return {
    ...{ routes: routesSource(places), problems: "{}", texts: textsSource(places), additions },
    ...(acquaint === undefined ? {} : { acquaint }),
    ...(protocols === undefined ? {} : { protocols }),
  };
}

/** The module of the function that serves the town's health and documents. */
export const docsEntry = `import { docs } from "./infra/functions/docs.ts";
import { served } from "./infra/functions/told.ts";
export const handler = docs(served());`;

/** The module of the function that watches the town. */
export const watchEntry = `import { watch } from "./infra/functions/watch.ts";
import { watched } from "./infra/functions/told.ts";
export const handler = watch(watched());`;

/** The module of the user pool's trigger. */
export const claimsEntry = `import { claims } from "./infra/functions/claims.ts";
export const handler = claims(process.env.TOWN ?? "");`;

const manifestOf = ({ name }: Service) => `services/${name}/service.ts`;

/** `grid-events` is exported as `gridEvents`. */
export const exportedName = (name: string) => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
