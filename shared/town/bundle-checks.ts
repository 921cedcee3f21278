import type { BundleDefinition } from "./bundles.ts";
import type { TownLists } from "./lists.ts";
import type { Problem } from "./text.ts";

/** L12: a bundle stands once, of listed items, each once, and its form replaces materials that they ask for. */
export function bundleProblems(bundles: readonly BundleDefinition[], { licences, services }: TownLists): Problem[] {
  const listed = new Map([...licences, ...services].map(({ code, materials }) => [code, materials]));
  return bundles.flatMap(({ code, items, merged }, at) => {
    const path = ["bundles", at];
    const asked = new Set(items.flatMap((item) => listed.get(item) ?? []).map(({ name }) => name));
    const twice = bundles.findIndex((other) => other.code === code) < at;
    return [
      ...(twice ? [{ path: [...path, "code"], message: `${code} appears twice / ${code} 重复` }] : []),
      ...items.flatMap((item, index) => {
        const where = [...path, "items", index];
        if (!listed.has(item)) return [{ path: where, message: `${item} is on no list / 清单中无 ${item}` }];
        return items.indexOf(item) < index ? [{ path: where, message: `${item} appears twice / ${item} 重复` }] : [];
      }),
      ...merged.flatMap(({ replaces }, index) =>
        replaces
          .filter((name) => !asked.has(name))
          .map((name) => ({
            path: [...path, "merged", index],
            message: `no item of the bundle asks for ${name} / 各事项均未要求 ${name}`,
          })),
      ),
    ];
  });
}
