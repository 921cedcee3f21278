import type { TownProfile } from "../../../shared/town/profile.ts";

/** What two towns may not share, and where it stands in a profile. */
const ownOf = (town: TownProfile): readonly (readonly [string, string])[] => [
  ["code 区划代码", town.code],
  ["uscc 统一社会信用代码", town.uscc],
  ["organ 机关名称", town.organName.zh],
  ["mark 机关代字", `${town.county.code} ${town.numbering.marks.own.zh}`],
  ...town.villages.map(({ code }): readonly [string, string] => ["village 村（社区）代码", code]),
];

/** F1, ID-1: each code, credit code, organ, mark of documents and village that two towns claim, with both. */
export function sharedBetween(towns: readonly TownProfile[]): readonly string[] {
  const known = new Map<string, string>();
  return towns.flatMap((town) =>
    ownOf(town).flatMap(([what, value]) => {
      const key = `${what} ${value}`;
      const other = known.get(key);
      if (other === undefined || other === town.slug) {
        known.set(key, town.slug);
        return [];
      }
      return [`${other}, ${town.slug}: both have the ${what} ${value} / 两镇重复`];
    }),
  );
}
