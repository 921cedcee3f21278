import type { Problem, ProblemTexts } from "./problem.ts";
import type { Answer, Method } from "./route.ts";

/** Another protocol than the house's JSON: all that lies below its path is read, refused and answered in its own words. */
export interface Protocol {
  /** The path below which it is spoken, e.g. `/grid-events/open311/v2`. */
  readonly at: string;
  /** A refusal in its words, also where no route was found; never RFC 9457. */
  renders(refused: Problem, path: string, texts: ProblemTexts): Answer;
}

/** The protocol that is spoken at a path; undefined: the house's own. */
export const protocolAt = <P extends Pick<Protocol, "at">>(protocols: readonly P[] = [], path: string): P | undefined =>
  protocols.find(({ at }) => path === at || path.startsWith(`${at}/`));

/** The methods that a path takes, by the routes that are declared. */
export function methodsAt(
  routes: readonly { readonly method: Method; readonly path: string }[],
  path: string,
): readonly Method[] {
  const parts = path.replace(/\/$/, "").split("/");
  const fits = (template: string) => {
    const wanted = template.split("/");
    return wanted.length === parts.length && wanted.every((part, at) => part.startsWith("{") || part === parts[at]);
  };
  return [...new Set(routes.filter((route) => fits(route.path)).map(({ method }) => method))];
}
