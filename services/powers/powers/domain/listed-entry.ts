import type { PowerCategory } from "../../../../shared/contracts/powers.ts";
import type { Rejection } from "../../../../shared/decider/index.ts";
import { domainCodeOf, domainCodes } from "../../../../shared/town/domains.ts";
import type { TownProfile } from "../../../../shared/town/profile.ts";
import { listedDepartment } from "../../../../shared/town/series.ts";
import { citedIn, citesTheSame, dated } from "./legal-basis.ts";
import type { ListPower } from "./power.ts";
import { badInput } from "./refusals.ts";

/** What the list says of a power. */
export type Entry = ListPower["power"];

/** An entry as it comes in: the laws may be given one by one, or only in the text. */
export type GivenEntry = Omit<Entry, "basis" | "dutyList"> & {
  readonly basis?: Entry["basis"] | undefined;
  readonly dutyList?: Entry["dutyList"] | undefined;
};

/** The entry with its laws one by one, dated as the profile knows them, and a duty list: its own if it decides (CF-24b). */
export function entryFrom({ basis, dutyList, ...given }: GivenEntry, town: TownProfile): Entry {
  return {
    ...given,
    sourceDepartment: listedDepartment(given.sourceDepartment, town),
    basis: basis ?? dated(citedIn(given.legalBasis), town.powers.laws),
    dutyList: dutyList ?? (given.townRole === "decides" ? "basic" : "cooperating"),
  };
}

/** ID-9: the item type in an implementation code (positions 22 and 23) for each category. */
export const itemTypeOf = {
  licence: "01",
  penalty: "02",
  coercion: "03",
  levy: "04",
  benefit: "05",
  inspection: "06",
  confirmation: "07",
  award: "08",
  adjudication: "09",
  other: "10",
  "public-service": "20",
} as const satisfies Record<PowerCategory, string>;

/** The list whose domains a power of the category has. Coercion, inspection and the like have a domain of either. */
function listOf(category: PowerCategory): "permits" | "penalties" | undefined {
  if (category === "penalty") return "penalties";
  return category === "licence" || category === "public-service" ? "permits" : undefined;
}

/** A line of an office's table may call a domain by its Chinese name, and a department as papers do. */
export const withListedNames = <E extends GivenEntry>(entry: E, town: TownProfile): E => ({
  ...entry,
  sourceDepartment: listedDepartment(entry.sourceDepartment, town),
  domain: domainCodeOf(entry.domain, town, listOf(entry.category)),
});

/** Everything in an entry that no schema can see: what the profile does not know, and what contradicts itself. */
export function entryFaults(entry: GivenEntry, town: TownProfile): Rejection[] {
  const { itemCode, category, domain, sourceDepartment, legalBasis, basis } = entry;
  const type = itemCode.slice(21, 23);
  const known = domainCodes(town, listOf(category));
  return [
    ...(type === itemTypeOf[category]
      ? []
      : [
          badInput(
            "powers.item-code-of-another-category",
            { type, expected: itemTypeOf[category], rule: "ID-9" },
            "/itemCode",
          ),
        ]),
    ...(known.includes(domain) ? [] : [badInput("powers.unknown-domain", { domain, known }, "/domain")]),
    ...(town.departments.some(({ name }) => name.zh === listedDepartment(sourceDepartment, town))
      ? []
      : [badInput("powers.unknown-department", { department: sourceDepartment }, "/sourceDepartment")]),
    ...((basis ?? citedIn(legalBasis)).length > 0
      ? []
      : [badInput("powers.no-basis", { rule: "P1" }, basis === undefined ? "/legalBasis" : "/basis")]),
    ...(basis === undefined || basis.length === 0 || citesTheSame(legalBasis, basis)
      ? []
      : [badInput("powers.basis-differs", { cited: citedIn(legalBasis).map(({ law }) => law) }, "/basis")]),
    ...(basis ?? []).flatMap(({ law, inForceFrom, repealedFrom }, at) =>
      inForceFrom === undefined || repealedFrom === undefined || inForceFrom < repealedFrom
        ? []
        : [badInput("powers.repealed-before-in-force", { law, rule: "CF-T2" }, `/basis/${at}/repealedFrom`)],
    ),
  ];
}
