/** Whether two values of plain data say the same, in any order of their fields. */
export function same(one: unknown, other: unknown): boolean {
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return one === other;
  const [left, right] = [
    new Map<string, unknown>(Object.entries(one)),
    new Map<string, unknown>(Object.entries(other)),
  ];
  return left.size === right.size && [...left].every(([key, value]) => same(value, right.get(key)));
}
