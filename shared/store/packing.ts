import type { Item } from "./table.ts";

const suffix = "Json";

/**
 * An item as it lies in DynamoDB: a structure (state, data, …) is kept as JSON text under `<name>Json`. Nothing is ever
 * asked about the inside of one, and a tag on each of its values costs client and engine several times what the text costs.
 */
export const packed = (item: Item): Item => ({
  pk: item.pk,
  sk: item.sk,
  ...Object.fromEntries(
    Object.entries(item).map(([name, value]) =>
      typeof value === "object" && value !== null ? [`${name}${suffix}`, JSON.stringify(value)] : [name, value],
    ),
  ),
});

/** The item that was packed; undefined: this was never one of ours. */
export function unpacked(stored: Readonly<Record<string, unknown>> | undefined): Item | undefined {
  if (stored === undefined) return undefined;
  const { pk, sk, ...rest } = stored;
  if (typeof pk !== "string" || typeof sk !== "string") return undefined;
  const attributes = Object.entries(rest).map(([name, value]) =>
    name.endsWith(suffix) && typeof value === "string"
      ? [name.slice(0, -suffix.length), JSON.parse(value)]
      : [name, value],
  );
  return { pk, sk, ...Object.fromEntries(attributes) };
}
