import { awaited } from "../../cases/domain/application/acceptance.ts";
import type { Application } from "../../cases/domain/application/application.ts";
import type { Bundle } from "./bundle.ts";

/** One thing that is still to be brought, whichever parts wait for it. */
export interface Missing {
  /** As the form calls it: under this name it is brought to the bundle. */
  readonly name: string;
  readonly items: readonly string[];
  /** Whether a one-time notice has asked for it (XK-32-4). */
  readonly notified: boolean;
}

/** L12: what any part still waits for, each thing once. `applications`: of each part, as it stands. */
export function missingOnce(
  { form = [], parts }: Pick<Bundle, "form" | "parts">,
  applications: readonly (Application | undefined)[],
): Missing[] {
  const nameOf = (item: string, material: string) =>
    form.find(({ items }) => items.some((one) => one.item === item && one.material === material))?.name ?? material;
  const all = parts.flatMap(({ item }, at) => {
    const of = applications[at];
    const notified = of?.status === "incomplete";
    return of === undefined ? [] : awaited(of).map((material) => ({ name: nameOf(item, material), item, notified }));
  });
  return [...Map.groupBy(all, ({ name }) => name)].map(([name, found]) => ({
    name,
    items: [...new Set(found.map(({ item }) => item))],
    notified: found.some((one) => one.notified),
  }));
}
