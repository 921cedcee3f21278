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
  const others: R[] = [];
  const known = new Map<string, R[]>();
  for (const route of routes) {
    const name = resourceOf(route.path);
    if (name === "" || name.startsWith("{")) for (const list of [others, ...known.values()]) list.push(route);
    else {
      const list = known.get(name) ?? [...others];
      list.push(route);
      known.set(name, list);
    }
  }
  return (path) => known.get(resourceOf(path)) ?? others;
}
