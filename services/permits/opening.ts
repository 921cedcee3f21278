import { instruct } from "../../shared/service/index.ts";
import { itemCode } from "../../shared/town/item-code.ts";
import type { ListedLicence, ListedService, TownLists } from "../../shared/town/lists.ts";
import type { TownProfile } from "../../shared/town/profile.ts";
import { type GuideContent, guide } from "./domain/guide/guide.ts";

/** A guide for every licence and public service of the lists; a changed row is published as the next version. */
export function* openingOf(town: TownProfile, { licences, services }: TownLists, asked: string) {
  for (const item of [...licences, ...services]) {
    const content = guideOf(town, item);
    const instruction = instruct({
      of: guide,
      id: item.code,
      expects: "either",
      command: { type: "publish" as const, content },
    });
    yield { ...instruction, key: `guide|${item.code}|${asked}` };
  }
}

/** The guide of a listed item, with the town's office and promise. */
export function guideOf(town: TownProfile, item: ListedLicence | ListedService): GuideContent {
  const service = "kind" in item ? item : undefined;
  const { statutoryWorkingDays, validityMonths, promisedWorkingDays, ...row } = item;
  const {
    code,
    name,
    domain,
    legalBasis,
    sourceDepartment,
    feeFen,
    visits,
    materials,
    steps,
    result,
    jointDepartments,
    verified,
  } = row;
  return {
    code,
    itemCode: itemCode(town, item),
    name,
    category: service === undefined ? "licence" : "public-service",
    domain,
    legalBasis,
    sourceDepartment,
    office: town.decidingOffices[domain] ?? town.enforcementOffice,
    kind: service?.kind ?? "promised",
    ...(statutoryWorkingDays === undefined ? {} : { statutoryWorkingDays }),
    promisedWorkingDays: town.promisedLimits[code] ?? promisedWorkingDays,
    feeFen,
    visits,
    materials,
    steps,
    result,
    ...(validityMonths === undefined ? {} : { validityMonths }),
    jointDepartments,
    proxyAllowed: service?.proxyAllowed ?? false,
    crossTown: service?.crossTown ?? false,
    verified,
  };
}
