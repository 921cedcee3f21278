import { kindOf } from "./powers.ts";
import type { TownProfile } from "./profile.ts";

/** ID-9: item types 01 许可, 02 处罚, 20 公共服务. */
const types = { licence: "01", penalty: "02", service: "20" } as const;
const townLevel = "5";

/**
 * ID-8: the implementation code (实施编码) of a listed item, 31 characters: the town's USCC, level 5 (镇), and the basic code
 * 00 (national), type, system (from the domain), the number of the list code, 001. Throws on a domain not in the profile.
 */
export function itemCode(
  profile: Pick<TownProfile, "uscc" | "domains">,
  item: { readonly code: string; readonly domain: string },
): string {
  const domain = profile.domains.find(({ id }) => id === item.domain);
  if (domain === undefined) throw new Error(`${item.code}: no domain ${item.domain} in the profile / 镇配置无此领域`);
  return `${profile.uscc}${townLevel}00${types[kindOf(item.code)]}${domain.system}${item.code.slice(3)}001`;
}
