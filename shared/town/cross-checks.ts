import { bundleProblems } from "./bundle-checks.ts";
import { domainCodes } from "./domains.ts";
import { type ListName, listNames, type TownLists } from "./lists.ts";
import { normProblems } from "./norm-checks.ts";
import type { TownProfile } from "./profile.ts";
import type { Problem } from "./text.ts";

/** What an item names from the profile; fields as in the list's own schema. */
export interface Named {
  readonly domain: string;
  readonly sourceDepartment: string;
  readonly jointDepartments?: readonly string[];
}

/** Items of penalties have domains of penalties, all others those of permits. */
export const domainListOf = (list: ListName) => (list === "penalties" ? "penalties" : "permits");

/** The domain and departments of an item of this list that the profile does not know; paths are the item's fields. */
export function itemProblems(profile: TownProfile, list: ListName, item: Named): Problem[] {
  const domains = domainCodes(profile, domainListOf(list));
  const departments = new Set(profile.departments.map(({ name }) => name.zh));
  const unknown = (field: string, name: string): Problem => ({
    path: [field],
    message: `no department ${name} in the profile / 镇配置无此部门：${name}`,
  });
  const message = `no domain ${item.domain} in the profile, only ${domains.join(", ")} / 镇配置无此领域`;
  return [
    ...(domains.includes(item.domain) ? [] : [{ path: ["domain"], message }]),
    ...(departments.has(item.sourceDepartment) ? [] : [unknown("sourceDepartment", item.sourceDepartment)]),
    ...(item.jointDepartments ?? []).flatMap((name) =>
      departments.has(name) ? [] : [unknown("jointDepartments", name)],
    ),
  ];
}

/** What the profile says of items: its powers and promises name listed codes, and no promise is over the legal limit (S-7). */
export function profileListProblems(profile: TownProfile, lists: TownLists): Problem[] {
  const permits = new Map([...lists.licences, ...lists.services].map((item) => [item.code, item]));
  const codes = new Set([...permits.keys(), ...lists.penalties.map(({ code }) => code)]);
  const powers = Object.keys(profile.powers.byCode).filter((code) => !codes.has(code));
  return [
    ...bundleProblems(profile.bundles, lists),
    ...powers.map((code) => unlisted(["powers", "byCode", code], code)),
    ...profile.splits.flatMap(({ items }, at) =>
      items.flatMap((code, place) => (codes.has(code) ? [] : [unlisted(["splits", at, "items", place], code)])),
    ),
    ...lenienceProblems(profile, new Set(lists.penalties.map(({ code }) => code))),
    ...guideProblems(profile, permits),
    ...Object.entries(profile.promisedLimits).flatMap(([code, promised]) => {
      const item = permits.get(code);
      const path = ["promisedLimits", code];
      if (item === undefined) return [unlisted(path, code)];
      const legal = item.statutoryWorkingDays;
      if (legal === undefined || promised <= legal) return [];
      const message = `${promised} is more than the statutory ${legal} (S-7) / 承诺时限 ${promised} 超过法定时限 ${legal}`;
      return [{ path, message }];
    }),
  ];
}

/** CF-33a, CF-48: the published lists name penalties of the list, each once. */
function lenienceProblems({ enforcement }: TownProfile, penalties: ReadonlySet<string>): Problem[] {
  const { lenience, publication } = enforcement;
  const lists = (["noPenalty", "firstTime", "mitigation", "noCoercion"] as const).map((name) => ({
    codes: lenience[name].map(({ code }) => code),
    path: (at: number) => ["enforcement", "lenience", name, at, "code"],
  }));
  const published = [
    { codes: publication.effect.codes, path: (at: number) => ["enforcement", "publication", "effect", "codes", at] },
    {
      codes: publication.credit.seriousCodes,
      path: (at: number) => ["enforcement", "publication", "credit", "seriousCodes", at],
    },
  ];
  return [...lists, ...published].flatMap(({ codes, path }) =>
    codes.flatMap((code, at): Problem[] => {
      if (!penalties.has(code)) return [unlisted(path(at), code)];
      return codes.indexOf(code) < at ? [{ path: path(at), message: `${code} appears twice / ${code} 重复` }] : [];
    }),
  );
}

/** What guides say of single items names listed ones, and tolerates only materials that the item asks for. */
function guideProblems(
  { guides }: TownProfile,
  permits: ReadonlyMap<string, { readonly materials: readonly { name: string }[] }>,
) {
  return Object.entries(guides.byCode).flatMap(([code, { tolerable = [] }]): Problem[] => {
    const item = permits.get(code);
    const path = ["guides", "byCode", code];
    if (item === undefined) return [unlisted(path, code)];
    const asked = new Set(item.materials.map(({ name }) => name));
    return tolerable.flatMap((name, at) =>
      asked.has(name)
        ? []
        : [{ path: [...path, "tolerable", at], message: `${code} asks for no ${name} / ${code} 无此材料：${name}` }],
    );
  });
}

const unlisted = (path: PropertyKey[], code: string): Problem => ({
  path,
  message: `${code} is on no list / 清单中无 ${code}`,
});

/** Every problem between a profile and its lists, codes used twice included; paths begin with the list, or a profile field. */
export function listProblems(profile: TownProfile, lists: TownLists): Problem[] {
  const items = listNames.flatMap((list) => lists[list].map((item, index) => ({ list, index, item })));
  const seen = new Set<string>();
  return [
    ...items.flatMap(({ list, index, item }) => {
      const twice = seen.has(item.code);
      seen.add(item.code);
      const message = `${item.code} appears twice / ${item.code} 重复`;
      return [...(twice ? [{ path: ["code"], message }] : []), ...itemProblems(profile, list, item)].map((problem) => ({
        path: [list, index, ...problem.path],
        message: problem.message,
      }));
    }),
    ...normProblems(lists),
    ...profileListProblems(profile, lists),
  ];
}
