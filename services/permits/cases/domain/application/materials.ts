import type { GuideContent } from "../../../guides/domain/guide.ts";
import { refuse } from "../refusals.ts";
import type { Filed } from "./application.ts";
import type { Unobtainable } from "./parts.ts";

/** Materials the guide requires, that the applicant must bring himself, that are not on file (S-4), and that he has not brought. */
export const missingFrom = (
  { materials }: GuideContent,
  given: readonly string[],
  onFile: readonly string[] = [],
): string[] =>
  materials
    .filter(({ name, required, shared }) => required && !shared && !given.includes(name) && !onFile.includes(name))
    .map(({ name }) => name);

export const missingOf = ({ guide, given, onFile }: Pick<Filed, "guide" | "given" | "onFile">): string[] =>
  missingFrom(guide, given, onFile);

/** XK-31: nothing is asked for or taken in that the guide does not name. */
export function notAsked({ materials }: GuideContent, named: readonly string[], pointer: string) {
  const asked = new Set(materials.map(({ name }) => name));
  const place = named.findIndex((name) => !asked.has(name));
  if (place < 0) return undefined;
  return refuse("permits.material-not-asked", { article: "行政许可法31", rule: "XK-31" }, `${pointer}/${place}`);
}

/**
 * S-4: what is obtained by sharing, or is on file already, is not asked for again. A shared material may be asked for
 * with the reason why it could not be obtained.
 */
export function alreadyHad(
  { guide, onFile = [] }: Pick<Filed, "guide" | "onFile">,
  asked: readonly string[],
  unobtainable: readonly Unobtainable[] = [],
) {
  const isShared = (name: string) => guide.materials.some((one) => one.name === name && one.shared);
  const excused = new Set(unobtainable.map(({ material }) => material));
  const unasked = unobtainable.findIndex(({ material }) => !asked.includes(material) || !isShared(material));
  if (unasked >= 0) return refuse("permits.not-obtained-by-sharing", { rule: "S-4" }, `/unobtainable/${unasked}`);
  const obtainable = asked.findIndex((name) => isShared(name) && !excused.has(name));
  if (obtainable >= 0) return refuse("permits.material-obtained-by-sharing", { rule: "S-4" }, `/missing/${obtainable}`);
  const kept = asked.findIndex((name) => onFile.includes(name));
  if (kept >= 0) return refuse("permits.material-on-file", { rule: "S-4" }, `/missing/${kept}`);
  return undefined;
}

/** 容缺受理: those of the missing that the guide lets come later. */
export const tolerable = ({ materials }: GuideContent, missing: readonly string[]) =>
  materials.filter((one) => one.tolerable === true && missing.includes(one.name)).map(({ name }) => name);
