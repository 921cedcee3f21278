import canonicalize from "canonicalize";

export interface Difference {
  /** JSON pointer; an entry of a list of named things by its name, any other by its place. */
  readonly path: string;
  /** Absent: it was not there. */
  readonly before?: unknown;
  /** Absent: it is there no more. */
  readonly after?: unknown;
}

/** What differs between two JSON values, leaf by leaf. Lists of named things are compared by name, so that one more moves no other. */
export function differences(before: unknown, after: unknown, path = ""): Difference[] {
  if (canonicalize(before) === canonicalize(after)) return [];
  if (before === undefined) return [{ path, after }];
  if (after === undefined) return [{ path, before }];
  const [one, other] = [entriesOf(before), entriesOf(after)];
  if (one === undefined || other === undefined) return [{ path, before, after }];
  const keys = [...new Set([...one.keys(), ...other.keys()])];
  const found = keys.flatMap((key) => differences(one.get(key), other.get(key), `${path}/${pointer(key)}`));
  // The same things in another order.
  return found.length === 0 ? [{ path, before, after }] : found;
}

/** The entries of an object or list; undefined for anything that is one value. */
function entriesOf(value: unknown): Map<string, unknown> | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (!Array.isArray(value)) return new Map(Object.entries(value));
  const names = value.map(nameOf);
  const named = names.every((name) => name !== undefined) && new Set(names).size === names.length;
  return new Map(value.map((one, at) => [(named ? names[at] : undefined) ?? String(at), one]));
}

function nameOf(entry: unknown): string | undefined {
  if (typeof entry === "string") return entry;
  if (typeof entry !== "object" || entry === null) return undefined;
  if ("name" in entry && typeof entry.name === "string") return entry.name;
  return "material" in entry && typeof entry.material === "string" ? entry.material : undefined;
}

const pointer = (key: string) => key.replaceAll("~", "~0").replaceAll("/", "~1");
