/** One place in which two profiles differ: a JSON pointer, and what stands there in each. */
export interface Difference {
  readonly at: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const escaped = (key: string): string => key.replaceAll("~", "~0").replaceAll("/", "~1");

/** An element of an array is known by what it is called; one without a name by its place. */
const keysOf = (list: readonly unknown[]): ReadonlyMap<string, unknown> =>
  new Map(list.map((one, at) => [isObject(one) ? String(one.id ?? one.code ?? one.sub ?? at) : String(at), one]));

/** Every place in which two values differ, in the order of their pointers. Elements of arrays are compared by id, code or login. */
export function differencesOf(before: unknown, after: unknown, at = ""): readonly Difference[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const both = [before, after];
  const parts = both.every(isObject)
    ? both.map((one) => new Map(Object.entries(one ?? {})))
    : both.every(Array.isArray) && both.every((one) => Array.isArray(one) && one.some(isObject))
      ? both.map((one) => keysOf(Array.isArray(one) ? one : []))
      : undefined;
  const [was, is] = parts ?? [];
  if (was === undefined || is === undefined || (was.size === 0 && is.size === 0))
    return [
      {
        at: at === "" ? "/" : at,
        ...(before === undefined ? {} : { before }),
        ...(after === undefined ? {} : { after }),
      },
    ];
  const found = [...new Set([...was.keys(), ...is.keys()])].toSorted();
  return found.flatMap((key) => differencesOf(was.get(key), is.get(key), `${at}/${escaped(key)}`));
}

const mostShown = 80;
const shown = (value: unknown): string => {
  const text = value === undefined ? "∅" : JSON.stringify(value);
  return text.length > mostShown ? `${text.slice(0, mostShown)}…` : text;
};
/** `/finance/schemes/x/bps: 5000 → 6000`. */
export const sayDifference = ({ at, before, after }: Difference): string => `${at}: ${shown(before)} → ${shown(after)}`;
