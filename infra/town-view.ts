import type * as z from "zod";
import type { Service } from "../shared/service/index.ts";
import type { TownProfile } from "../shared/town/profile.ts";
import { roles, roleTitle } from "../shared/town/roles.ts";
import { isNode, type Node, resolved } from "./docs/contract/node.ts";
import { openapi } from "./docs/index.ts";
import { cutTo } from "./docs/of-service.ts";
import { onceOf } from "./docs/once-of.ts";
import { type titleView, townView } from "./docs/town-schema.ts";
import { fileTypeNames } from "./docs/town-titles.ts";
import { titledValuesIn } from "./docs/value-titles.ts";

/** The town as anybody may know it: from its profile, and the labels of all values from the schemas. It names no person. */
export function viewTown(services: readonly Service[], town: TownProfile): z.output<typeof townView> {
  const { slug, code, name, organName, county, offices, departments, domains, windows, villages, materials } = town;
  return townView.parse({
    ...{ slug, code, name, organName, county, offices, departments, windows, villages },
    domains: domains.map(({ id, list, name: of }) => ({ code: id, list, name: of })),
    fileTypes: materials.accepted.map(({ type, maxBytes }) => ({
      type,
      maxBytes,
      name: fileTypeNames[type] ?? { zh: type, en: type },
    })),
    roles: roles.map((role) => ({ code: role, name: roleTitle(role) })),
    labels: labelsOf(services),
  });
}

type Labels = Record<string, Record<string, z.output<typeof titleView>>>;

/** Labels of values by service and field: the same for each town. */
const labelsOf = onceOf((services: readonly Service[]): Record<string, Labels> => {
  const whole = openapi(services, { name: { zh: "", en: "" } });
  const names = new Set(services.map(({ name }) => name));
  const labelsOfService = (service: string) =>
    labelsIn(
      cutTo(whole, (path) => {
        const [, first = ""] = path.split("/");
        return first === service || !names.has(first);
      }),
    );
  return Object.fromEntries(services.map(({ name }) => [name, labelsOfService(name)]));
});

/** Labels of values in a document, by the field that has them; a field of several places has the labels of all. */
function labelsIn(document: unknown): Labels {
  const found: Labels = {};
  const root = isNode(document) ? document : {};
  const gather = (node: unknown, field: string): void => {
    if (Array.isArray(node)) for (const one of node) gather(one, field);
    if (!isNode(node)) return;
    const labels = field === "" ? [] : titledValuesIn(resolved(root, node));
    if (labels.length > 0) found[field] = { ...Object.fromEntries(labels), ...found[field] };
    const isParameter = typeof node.name === "string" && "in" in node;
    if (isParameter) gather(node.schema, String(node.name));
    else
      for (const [name, child] of Object.entries(node)) {
        if (name === "properties" && isNode(child)) byField(child);
        else gather(child, field);
      }
  };
  const byField = (fields: Node) => {
    for (const [name, schema] of Object.entries(fields)) gather(schema, name);
  };
  gather(document, "");
  return found;
}
