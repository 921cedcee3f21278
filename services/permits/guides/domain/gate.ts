import type { Rejection } from "../../../../shared/decider/index.ts";
import type { TownProfile } from "../../../../shared/town/profile.ts";
import { type GuideContent, legalLimitOf } from "./content.ts";
import { asksForForbidden, citesLaw } from "./law.ts";
import { refuse } from "./refusals.ts";

/** XK-58: what may carry a fee. */
const mayCarryFee = (level: string | undefined) => level === "law" || level === "administrative-regulation";

/** Why a guide cannot be published: XK-30 something is missing, S-7 the promise is too long, XK-58 a fee without law. */
export function cannotBePublished(
  content: GuideContent,
  town: Pick<TownProfile, "guides" | "name">,
): Rejection | undefined {
  const missing = missingFields(content);
  if (missing.length > 0)
    return refuse("permits.guide-incomplete", { missing, article: "行政许可法30", rule: "XK-30" }, `/${missing[0]}`);
  const { promisedWorkingDays: promised, feeFen, feeBasis, feeBasisLevel } = content;
  const legal = legalLimitOf(content);
  if (legal !== undefined && promised > legal)
    return refuse("permits.promise-longer-than-law", { promised, legal, rule: "S-7" }, "/promisedWorkingDays");
  if (feeFen > 0 && (feeBasis === undefined || !mayCarryFee(feeBasisLevel) || !citesLaw(feeBasis, town)))
    return refuse("permits.fee-without-basis", { article: "行政许可法58", rule: "XK-58" }, "/feeBasis");
  return asksForForbidden(content, town.guides.forbidden);
}

/** XK-30, S-7: the fields that every guide shows, and this one leaves empty. */
export function missingFields(content: GuideContent): string[] {
  const {
    materials,
    sampleForms,
    formFiles = [],
    powerSource,
    entrustingDepartment,
    statutoryWorkingDays,
    limitNote,
  } = content;
  const fromApplicant = materials.some(({ source }) => source === "applicant");
  const absent: Readonly<Record<string, boolean>> = {
    ...Object.fromEntries(texts.map((field) => [field, content[field].trim() === ""])),
    ...Object.fromEntries(lists.map((field) => [field, content[field].length === 0])),
    name: content.name.zh.trim() === "",
    implementingBody: content.implementingBody.name.trim() === "",
    entrustingDepartment: powerSource === "entrusted" && entrustingDepartment === undefined,
    limitNote: statutoryWorkingDays === undefined && limitNote === undefined,
    consulting: content.consulting.phone === "" || content.consulting.place === "",
    complaints: content.complaints.phone === "" || content.complaints.place === "",
    materials:
      (content.category === "licence" && materials.length === 0) ||
      materials.some(({ copies, source }) => copies === undefined || source === undefined),
    sampleForms: fromApplicant && sampleForms.length === 0 && formFiles.every(({ sample }) => sample === undefined),
  };
  return Object.entries(absent).flatMap(([field, isAbsent]) => (isAbsent ? [field] : []));
}

const texts = [
  "code",
  "itemCode",
  "basicCode",
  "legalBasis",
  "sourceDepartment",
  "office",
  "crossTownScope",
  "result",
] as const satisfies readonly (keyof GuideContent)[];

const lists = ["conditions", "audience", "places", "steps"] as const satisfies readonly (keyof GuideContent)[];
