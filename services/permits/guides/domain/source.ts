import type { TownProfile } from "../../../../shared/town/profile.ts";
import type { GuideContent, Source } from "./content.ts";

const natures = {
  statutory: "statutory-organ",
  delegated: "authorised-organisation",
  entrusted: "entrusted-organisation",
} as const;

/** P3: the guide as the power is held: 权力来源、实施主体性质、委托部门、设定依据. */
export function withSource(
  { entrustingDepartment: before, ...content }: GuideContent,
  { mode, entrusting, legalBasis }: Source,
  { organName }: Pick<TownProfile, "organName">,
): GuideContent {
  const powerSource = mode ?? content.powerSource;
  const department = entrusting ?? before;
  return {
    ...content,
    powerSource,
    implementingBody: mode === undefined ? content.implementingBody : { name: organName.zh, nature: natures[mode] },
    ...(powerSource === "entrusted" && department !== undefined ? { entrustingDepartment: department } : {}),
    ...(legalBasis === undefined ? {} : { legalBasis }),
  };
}

/** Only an entrusted power has an organ that entrusted it. */
export function ownSource(content: GuideContent): GuideContent {
  if (content.powerSource === "entrusted" || content.entrustingDepartment === undefined) return content;
  const { entrustingDepartment: _before, ...own } = content;
  return own;
}

/** The days to come, in order, of each the last word. */
export const withComing = (coming: readonly Source[], source: Source): readonly Source[] =>
  [...coming.filter(({ from }) => from !== source.from), source].toSorted((one, other) =>
    one.from.localeCompare(other.from),
  );
