import type { TownProfile } from "./profile.ts";

type Named = Pick<TownProfile, "name" | "organName" | "offices">;

/** Letters and digits alone, full width or not, in one case. */
const plain = (name: string) =>
  name
    .normalize("NFKC")
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .toLowerCase();

/** Names of divisions in a row, such as 楚雄州禄丰市. */
const divisions = /^(?:[^省州市县区]{1,10}(?:省|州|市|县|区))*$/u;

/** Words by which an organ calls itself, without a name. */
const itself = /^(?:本|我|我们)(?:机关|单位|部门|府|政府|窗口|中心|大厅)$|^镇(?:人民)?政府$/u;
/** 本镇, 我镇: the town, before what is called of it. */
const ourTown = /^(?:本|我|我们)镇/u;

/**
 * Whether an organ that somebody names is the town itself, its government or an office of it: with the divisions above it or
 * without, in Chinese or English, however it is spaced. A branch of the county in the town (…局广通镇…所) is another organ,
 * and so is a village committee.
 */
export function isTheTownItself(organ: string, { name, organName, offices }: Named): boolean {
  const given = plain(organ).replace(ourTown, plain(name.zh));
  if (itself.test(given)) return true;
  const own = [name, organName, ...offices.map((office) => office.name)];
  if (own.some(({ zh, en }) => given === plain(zh) || given === plain(en))) return true;
  const town = plain(name.zh);
  const at = given.indexOf(town);
  if (at < 0 || !divisions.test(given.slice(0, at))) return false;
  return !/(?<!农)村|社区/u.test(given.slice(at + town.length));
}
