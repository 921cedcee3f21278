import type { TownProfile } from "./profile.ts";
import type { Problem } from "./text.ts";

/** P8: every split has an id of its own, and names domains and areas that the profile has. */
export function splitProblems({ splits, domains, territory }: TownProfile): Problem[] {
  const known = new Set(domains.map(({ id }) => id));
  const roles = new Set(territory.features.map(({ properties }) => properties.role));
  const ids = splits.map(({ id }) => id);
  return splits.flatMap(({ id, domains: named, area }, at) => [
    ...(ids.indexOf(id) < at ? [{ path: ["splits", at, "id"], message: `${id} appears twice / ${id} 重复` }] : []),
    ...named.flatMap((domain, place) =>
      known.has(domain)
        ? []
        : [{ path: ["splits", at, "domains", place], message: `no domain ${domain} / 镇配置无此领域` }],
    ),
    ...(area.kind === "territory" && !roles.has(area.role)
      ? [{ path: ["splits", at, "area", "role"], message: `the territory has no ${area.role} / 镇域要素中没有此区域` }]
      : []),
  ]);
}
