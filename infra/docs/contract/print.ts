import { isNode } from "./node.ts";

const width = 120;

/** JSON with sorted keys, so that a difference shows what changed; what fits in a line stays in it. */
export const printed = (value: unknown): string => `${print(value, "")}\n`;

function print(value: unknown, indent: string): string {
  const sorted = isNode(value) ? Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)) : [];
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  if (sorted.length === 0 && list.length === 0) return JSON.stringify(value);
  const [open, close] = isNode(value) ? ["{", "}"] : ["[", "]"];
  const inner = `${indent}  `;
  const parts = isNode(value)
    ? sorted.map(([key, each]) => `${JSON.stringify(key)}: ${print(each, inner)}`)
    : list.map((each) => print(each, inner));
  const line = `${open} ${parts.join(", ")} ${close}`;
  if (!line.includes("\n") && indent.length + line.length <= width) return line;
  return `${open}\n${parts.map((part) => inner + part).join(",\n")}\n${indent}${close}`;
}
