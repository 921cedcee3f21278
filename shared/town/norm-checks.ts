import type { TownLists } from "./lists.ts";
import type { Problem } from "./text.ts";

/** Earlier norms and conditions belong to a penalty of the list, each once; CF-37: one norm for one day. */
export function normProblems({ penalties, penaltiesBefore = [], penaltiesConditions = [] }: TownLists): Problem[] {
  const kinds = new Map(penalties.map((penalty) => [penalty.code, penalty.kinds]));
  const seen = new Set<string>();
  const once = (path: PropertyKey[], key: string): Problem[] => {
    const twice = seen.has(key);
    seen.add(key);
    return twice ? [{ path, message: `${key} appears twice / ${key} 重复` }] : [];
  };
  const known = (path: PropertyKey[], code: string): Problem[] =>
    kinds.has(code) ? [] : [{ path, message: `${code} is not on the penalty list / 处罚清单无 ${code}` }];
  return [
    ...penaltiesBefore.flatMap(({ code, actUntil }, at) => {
      const path = ["penaltiesBefore", at, "code"];
      return [...known(path, code), ...once(path, `${code} (${actUntil})`)];
    }),
    ...penaltiesConditions.flatMap(({ code, persons, fineNeeds, firstRange }, at) => {
      const path = ["penaltiesConditions", at, "code"];
      const ofFines = [persons, fineNeeds, firstRange].some((one) => one !== undefined);
      const unfined = ofFines && kinds.get(code)?.includes("罚款") === false;
      const message = `${code} has conditions of a fine, but no fine / ${code} 无罚款却有罚款条件`;
      return [...known(path, code), ...once(path, code), ...(unfined ? [{ path, message }] : [])];
    }),
  ];
}
