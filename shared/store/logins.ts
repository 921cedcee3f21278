/** By the place of a field in an event's data: the key that stands there for a login when the event is published. */
export type Told = Readonly<Record<string, string>>;

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What is told of a person whose key is not known. */
const nobody = "unknown";

/**
 * D7: the keys of the logins in an event's data, by their places, such as `inquiry.owner`; undefined: there is none.
 * @param fields names of fields that hold a login, at any depth
 */
export function toldOf(
  data: object,
  fields: readonly string[] = [],
  keyOf: (login: string) => string = () => nobody,
): Told | undefined {
  if (fields.length === 0) return undefined;
  const found: [string, string][] = [];
  const look = (value: object, above: string) => {
    for (const [name, inner] of Object.entries(value)) {
      const place = `${above}${name}`;
      if (typeof inner === "string" && fields.includes(name)) found.push([place, keyOf(inner)]);
      else if (Array.isArray(inner)) {
        for (const [at, one] of inner.entries()) {
          if (typeof one === "string" && fields.includes(name)) found.push([`${place}.${at}`, keyOf(one)]);
          else if (isFields(one)) look(one, `${place}.${at}.`);
        }
      } else if (isFields(inner)) look(inner, `${place}.`);
    }
  };
  look(data, "");
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

/** The data as it is published: keys in the places of logins. */
export function withKeys(data: object, told: Told = {}, above = ""): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).map(([name, inner]) => [name, keyed(inner, told, `${above}${name}`)]));
}

function keyed(value: unknown, told: Told, place: string): unknown {
  if (Object.hasOwn(told, place)) return told[place];
  if (Array.isArray(value)) return value.map((one, at) => keyed(one, told, `${place}.${at}`));
  return isFields(value) ? withKeys(value, told, `${place}.`) : value;
}
