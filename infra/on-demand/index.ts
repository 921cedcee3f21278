import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { findPlaces, type Place, type Places } from "./places.ts";

const known = new Map<string, Places>();

/** Where everything of a service is declared; asked for once. Paths are relative to the root of the house. */
export function placesOf(root: string, manifest: string, exported: string): Places {
  learnPlaces(root, new Map([[manifest, exported]]));
  const places = known.get(manifest);
  if (places === undefined) throw new Error(`nothing was found of ${manifest}`);
  return places;
}

/** Asks for several services at once: what they share is loaded once. @param services manifest → the name it is exported by */
export function learnPlaces(root: string, services: ReadonlyMap<string, string>): void {
  const unknown = [...services].filter(([manifest]) => !known.has(manifest));
  if (unknown.length === 0) return;
  const program = join(import.meta.dirname, "main.ts");
  const found = execFileSync(process.execPath, [program, root, ...unknown.flat()], { maxBuffer: 64 * 1024 * 1024 });
  for (const [manifest, places] of Object.entries<Places>(JSON.parse(found.toString("utf8"))))
    known.set(manifest, places);
}

/** The same in this process: right only where no module of a service is loaded yet. */
export async function learnPlacesHere(root: string, services: ReadonlyMap<string, string>): Promise<void> {
  for (const [manifest, exported] of services) known.set(manifest, await findPlaces(root, manifest, exported));
}

const importOf = (module: string) => `await import(${JSON.stringify(`./${module}`)})`;
const taken = ({ module, pick }: Place) => `(${importOf(module)}).${pick}`;
const list = (entries: readonly string[]) => `[\n${entries.map((entry) => `  ${entry},\n`).join("")}]`;

/** Routes as an expression: method and path now, the rest with the first request. */
export const routesSource = ({ routes }: Places): string =>
  list(
    routes.map(({ method, path, at, counting }) => {
      const route =
        counting === undefined
          ? taken(at)
          : `(${importOf("shared/per-day/index.ts")}).counted(${taken(at)}, ${taken(counting)})`;
      return `{ method: "${method}", path: "${path}", load: async () => ${route} }`;
    }),
  );

/** Subscriptions as an expression: the type now, the reaction with the first event. */
export const subscriptionsSource = ({ subscriptions }: Places): string =>
  list(subscriptions.map(({ type, at }) => `{ type: "${type}", load: async () => ${taken(at)} }`));

/** Aggregates as an expression: the name now, the decider with the first deadline. */
export const aggregatesSource = ({ aggregates }: Places): string =>
  list(
    aggregates.map(({ name, at, decider }) => {
      const whole = decider ? `(${importOf("shared/service/instruct.ts")}).aggregate(${taken(at)})` : taken(at);
      return `{ name: "${name}", load: async () => ${whole} }`;
    }),
  );

/** What adds to the views of a resource as an expression: path → loads it. */
export const additionsSource = ({ additions }: Places): string =>
  `{\n${Object.entries(additions)
    .map(
      ([at, modules]) => `  "${at}": async () => { ${modules.map((module) => `${importOf(module)};`).join(" ")} },\n`,
    )
    .join("")}}`;

/** Protocols of others as an expression: the path now, the words with the first refusal. */
export const protocolsSource = ({ protocols }: Places): string | undefined =>
  protocols.length === 0
    ? undefined
    : list(protocols.map(({ path, at }) => `{ at: "${path}", load: async () => ${taken(at)} }`));

/** What the service knows of who asks as an expression: loaded with the first request of a person. */
export const acquaintSource = ({ acquaint }: Places): string | undefined =>
  acquaint === undefined ? undefined : `async (actor, runtime) => ${taken(acquaint)}(actor, runtime)`;

/** Texts of refusals as an expression that loads them from a file of their own. */
export const textsSource = ({ texts }: Places): string =>
  `async () => (await import("data:application/json;base64,${Buffer.from(JSON.stringify(texts)).toString("base64")}")).default`;
