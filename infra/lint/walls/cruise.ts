import "./typescript-for-walls.ts";
import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Layers, rulesFor } from "./rules.ts";
import { type Unset, unsetFields } from "./states.ts";
import { type Hiding, hidingViews } from "./views.ts";

const { cruise } = await import("dependency-cruiser");

/** One import through a wall, or one answer that lets a whole state out. */
export interface Breach {
  readonly wall: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

export interface Inspection {
  readonly modules: number;
  readonly imports: number;
  readonly breaches: readonly Breach[];
}

const kept = ["infra", "services", "shared", "test"];
/** Imports of a house (an absolute directory) held against its walls. It refuses to answer when a file was not read. */
export async function inspectWalls(house: string): Promise<Inspection> {
  const folders = kept.filter((folder) => existsSync(join(house, folder)));
  const { subContexts, layers } = layersOf(house);
  const reasons = rulesFor(subContexts, layers);
  const { output } = await cruise(folders, {
    baseDir: house,
    validate: true,
    ruleSet: { forbidden: reasons },
    parser: "tsc",
    tsPreCompilationDeps: true,
    preserveSymlinks: true,
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: {
      extensions: [".ts", ".js", ".json"],
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
    },
  });
  if (typeof output === "string") throw new Error(output);
  const read = new Map(output.modules.map((module) => [module.source, module.dependencies.length]));
  const unread = folders
    .flatMap((folder) => globSync(`${folder}/**/*.ts`, { cwd: house }))
    .filter((file) => !read.has(file));
  const imports = output.modules.reduce((sum, module) => sum + module.dependencies.length, 0);
  if (unread.length > 0 || imports < read.size)
    throw new Error(
      `The walls are not inspected: ${unread.length} files unread, ${imports} imports of ${read.size} modules`,
    );
  const breaches = output.summary.violations.map(({ rule, from, to, comment }) => ({
    wall: rule.name,
    from,
    to,
    reason: comment ?? reasons.find(({ name }) => name === rule.name)?.comment ?? "",
  }));
  const inSource = [...hidingViews(house).map(asBreach), ...unsetFields(house).map(asForgotten)];
  return { modules: read.size, imports, breaches: [...breaches, ...inSource] };
}

const asBreach = ({ file, line, of, reason }: Hiding): Breach => ({
  wall: "views-pick-fields",
  from: `${file}:${line}`,
  to: of,
  reason,
});

const asForgotten = ({ file, line, field }: Unset): Breach => ({
  wall: "states-set-fields",
  from: `${file}:${line}`,
  to: field,
  reason: "No effect sets this field of a state, and no event brings it: write the effect, or leave the field out",
});

/** The sub-contexts that lie in each service's folder, and their order: that of the parts in its `service.ts`, lowest first. */
function layersOf(house: string): { readonly subContexts: Layers; readonly layers: Layers } {
  const services = readdirSync(join(house, "services"));
  return {
    subContexts: Object.fromEntries(services.map((service) => [service, foldersOf(join(house, "services", service))])),
    layers: Object.fromEntries(
      services.map((service) => [service, orderOf(join(house, "services", service, "service.ts"))]),
    ),
  };
}

const foldersOf = (directory: string) =>
  readdirSync(directory, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

/** The folders of the parts that a manifest joins, in its order. */
function orderOf(file: string): string[] {
  const source = existsSync(file) ? readFileSync(file, "utf8") : "";
  const folders = new Map(
    [...source.matchAll(/import \{ (\w+) \} from "\.\/([^/"]+)\/index\.ts"/g)].map(([, name, folder]) => [
      name,
      folder,
    ]),
  );
  const joined = /joined\(\[([\s\S]*?)\n\]\);/.exec(source)?.[1] ?? /joined\(\[([^\]]*)/.exec(source)?.[1] ?? "";
  return (joined.match(/\w+/g) ?? []).flatMap((name) => folders.get(name) ?? []);
}
