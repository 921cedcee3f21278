import { isNode, listAt, type Node, nodeAt } from "./contract/node.ts";

/** Where the document of one service is served. */
export const documentPath = (service: string) => `/openapi/${service}.json`;

/**
 * The document of one service, cut from the whole one: its paths, their tags, and each component that they lead to. A
 * component has the same name and the same content here and there. The town's own paths stand in the whole one only.
 * @param service its name and its titles
 */
export function openapiOfService(
  whole: Node,
  { name, title }: { readonly name: string; readonly title: { readonly zh: string; readonly en: string } },
): Node {
  const { info } = whole;
  const cut = cutTo(whole, (path) => path.split("/")[1] === name);
  return { ...cut, info: isNode(info) ? { ...info, title: `${info.title} · ${title.zh} / ${title.en}` } : {} };
}

/** The document of those paths alone that are wanted, with their tags and each component that they lead to. */
export function cutTo(whole: Node, isWanted: (path: string) => boolean): Node {
  const paths = Object.fromEntries(Object.entries(nodeAt(whole, "paths")).filter(([path]) => isWanted(path)));
  const operations = Object.values(paths).flatMap((methods) => (isNode(methods) ? Object.values(methods) : []));
  const tags = new Set(operations.flatMap((operation) => (isNode(operation) ? listAt(operation, "tags") : [])));
  return {
    ...whole,
    tags: listAt(whole, "tags").filter((tag) => isNode(tag) && tags.has(tag.name)),
    paths,
    components: componentsFor(paths, nodeAt(whole, "components")),
  };
}

/** The components that paths lead to, directly or by others, in their order; who signs in is always told. */
function componentsFor(paths: Node, components: Node): Node {
  const wanted = new Set<string>();
  const follow = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) follow(one);
    else if (isNode(value)) for (const one of Object.values(value)) follow(one);
    else if (typeof value === "string" && value.startsWith(prefix) && !wanted.has(value)) {
      wanted.add(value);
      const [kind = "", name = ""] = value.slice(prefix.length).split("/");
      follow(nodeAt(components, kind)[name]);
    }
  };
  follow(paths);
  const kept = Object.entries(components).map(([kind, all]) => {
    const named = Object.entries(isNode(all) ? all : {});
    return [kind, Object.fromEntries(named.filter(([name]) => wanted.has(`${prefix}${kind}/${name}`)))] as const;
  });
  return { ...Object.fromEntries(kept), securitySchemes: nodeAt(components, "securitySchemes") };
}

const prefix = "#/components/";
