import type { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { dutyList, powerCategory, powerMode } from "../../../../shared/contracts/powers.ts";
import { heldOn, inForceOn } from "../../../../shared/powers-in-force/index.ts";
import { domainCode, lineOf } from "../../../../shared/text/index.ts";
import type { TownProfile } from "../../../../shared/town/profile.ts";
import { officialDepartment } from "../../../../shared/town/series.ts";
import { entryOn, onTheListFrom } from "../domain/entry.ts";
import type { Power } from "../domain/power.ts";

/** How the list may be narrowed; everything is judged as of the day `on`, today unless given. */
export const filters = {
  on: z.iso.date().optional(),
  domain: domainCode.optional(),
  category: powerCategory.optional(),
  mode: powerMode.optional(),
  dutyList: dutyList.optional(),
  department: lineOf(100).optional(),
  inForce: z.enum(["yes", "no"]).optional(),
  /** Words in name, code, implementation code or legal basis. */
  text: lineOf(100).optional(),
};
type Filters = z.infer<z.ZodObject<typeof filters>>;

/** Whether a power stands on the list on that day and is what was asked for. */
export function matches(
  power: Power,
  asked: Filters,
  on: Temporal.PlainDate,
  town: Pick<TownProfile, "county">,
): boolean {
  if (onTheListFrom(power) > on.toString()) return false;
  const { domain, category, dutyList: duties, department, text, mode, inForce } = asked;
  const entry = entryOn(power, on);
  return (
    is(domain, entry.domain) &&
    is(category, entry.category) &&
    is(duties, entry.dutyList) &&
    is(
      department === undefined ? undefined : officialDepartment(department, town),
      officialDepartment(entry.sourceDepartment, town),
    ) &&
    (text === undefined || says(entry, text)) &&
    (mode === undefined || heldOn(power, on)?.mode === mode) &&
    (inForce === undefined || inForceOn(power, on).inForce === (inForce === "yes"))
  );
}

const is = (wanted: string | undefined, value: string | undefined) => wanted === undefined || wanted === value;

const says = ({ code, itemCode, name, legalBasis }: ReturnType<typeof entryOn>, text: string) =>
  [code, itemCode, name.zh, name.en, legalBasis].join("\n").toLowerCase().includes(text.toLowerCase());
