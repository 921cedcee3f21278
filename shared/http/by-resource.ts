/** The part of a path that names the resource: `applications` of `/permits/applications/{id}`. */
const resourceOf = (path: string): string => path.split("/", 3)[2] ?? "";

/**
 * Sorts routes by the resource they are below, so that a request is held against those alone that could take it.
 * @returns finds the routes for a path, in their order; one whose resource is a parameter is among all
 */
export function byResource<R extends { readonly path: string }>(routes: readonly R[]): (path: string) => readonly R[] {
  const anyResource = ({ path }: R) => resourceOf(path) === "" || resourceOf(path).startsWith("{");
  const others = routes.filter(anyResource);
  const known = new Map(
    routes.map(({ path }) => {
      const name = resourceOf(path);
      return [name, routes.filter((one) => anyResource(one) || resourceOf(one.path) === name)];
    }),
  );
  return (path) => known.get(resourceOf(path)) ?? others;
}
