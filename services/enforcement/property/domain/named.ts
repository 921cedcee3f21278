import type { Confiscating } from "./messages.ts";

const kind = "没收非法财物";
const standing: ReadonlySet<string> = new Set(["decided", "in-effect", "ended"]);

/** Whether a decision that stands confiscates goods at all. */
export const confiscatesGoods = ({ status, decision, charges }: Confiscating): boolean =>
  standing.has(status) &&
  decision?.outcome === "punish" &&
  (charges?.items.some(({ kinds }) => kinds.includes(kind)) ?? false);

/** CF-74a: whether it confiscates this item: it names its id or its title. */
export function named(by: Confiscating, { id, title }: { readonly id?: string; readonly title: string }): boolean {
  if (!confiscatesGoods(by)) return false;
  const goods = by.charges?.items.flatMap(({ kinds, confiscation }) =>
    kinds.includes(kind) ? (confiscation?.goods ?? []) : [],
  );
  return goods?.some((one) => one === id || one === title) ?? false;
}
