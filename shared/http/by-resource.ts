/** The part of a path that names the resource: `applications` of `/permits/applications/{id}`. */
function resourceOf(path: string): string {
  const from = path.indexOf("/", 1) + 1;
  const to = path.indexOf("/", from);
  return from === 0 ? "" : path.slice(from, to < 0 ? undefined : to);
}

/**
 * Sorts routes by the resource they are below, so that a request is held against those alone that could take it.
 * @returns finds the routes for a path, in their order; one whose resource is a parameter is among all
 */
export function byResource<R extends { readonly path: string }>(routes: readonly R[]): (path: string) => readonly R[] {
  const named = routes.map((route) => ({ route, name: resourceOf(route.path) }));
  const anyResource = (name: string) => name === "" || name.startsWith("{");
  const others = named.flatMap(({ route, name }) => (anyResource(name) ? [route] : []));
  const known = new Map<string, readonly R[]>();
  for (const { name: wanted } of named)
    if (!known.has(wanted) && !anyResource(wanted))
      known.set(
        wanted,
        named.flatMap(({ route, name }) => (name === wanted || anyResource(name) ? [route] : [])),
      );
  return (path) => known.get(resourceOf(path)) ?? others;
}
