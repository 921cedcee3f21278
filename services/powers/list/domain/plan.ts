import type { Temporal } from "temporal-polyfill";
import type { Actor, Rejection } from "../../../../shared/decider/index.ts";
import type { TownProfile } from "../../../../shared/town/profile.ts";
import { entryOn } from "../../powers/domain/entry.ts";
import { type Entry, entryFaults, entryFrom, type GivenEntry } from "../../powers/domain/listed-entry.ts";
import type { Adjust, Power } from "../../powers/domain/power.ts";
import { same } from "../../powers/domain/same.ts";
import { boundFields, notTheirsToChange } from "../../powers/domain/sides.ts";
import { badInput } from "./refusals.ts";

/** Who imports the list, and the county's document, where the import changes what only the county changes. */
export interface ImportedBy {
  readonly actor: Pick<Actor, "roles">;
  readonly document?: string | undefined;
}

/** What an import would do to the list; nothing of it may be done while there is a fault. */
export interface Plan {
  /** By the position of the entry. */
  readonly faults: readonly { readonly at: number; readonly rejection: Rejection }[];
  readonly fresh: readonly Entry[];
  readonly changed: readonly {
    readonly code: string;
    readonly fields: readonly string[];
    readonly command: Adjust;
  }[];
  readonly unchanged: number;
  /** On the list and not among the entries: left as they are. */
  readonly absent: readonly string[];
}

/**
 * Holds entries against the list as it is today. A new entry is listed, a changed one adjusted from today; the category of
 * a power decides which law binds its handover and cannot be changed. The same entries again change nothing.
 */
export function planOf(
  given: readonly GivenEntry[],
  list: ReadonlyMap<string, Power>,
  town: TownProfile,
  today: Temporal.PlainDate,
  by: ImportedBy,
): Plan {
  const entries = given.map((one) => entryFrom(one, town));
  const owners = ownersOf(entries, list, today);
  const first = new Map([...entries.entries()].reverse().map(([at, { code }]) => [code, at]));
  const faults = given.flatMap((one, at) =>
    [
      ...entryFaults(one, town),
      ...(first.get(one.code) !== at ? [badInput("powers.code-twice", { code: one.code }, "/code")] : []),
      ...(owners.get(one.itemCode) === one.code
        ? []
        : [badInput("powers.item-code-taken", { itemCode: one.itemCode, by: owners.get(one.itemCode) }, "/itemCode")]),
      ...otherCategory(one, list.get(one.code)),
      ...notTheirs(one, list.get(one.code), town, today, by),
    ].map((rejection) => ({ at, rejection })),
  );
  const known = entries.flatMap((entry) => {
    const power = list.get(entry.code);
    return power === undefined ? [] : [{ entry, fields: differences(entryOn(power, today), entry) }];
  });
  const changed = known.filter(({ fields }) => fields.length > 0);
  const codes = new Set(entries.map(({ code }) => code));
  return {
    faults,
    fresh: entries.filter(({ code }) => !list.has(code)),
    changed: changed.map(({ entry, fields }) => ({
      code: entry.code,
      fields,
      command: {
        type: "adjust",
        from: today.toString(),
        ...(by.document === undefined ? {} : { document: by.document }),
        ...only(entry, fields),
      },
    })),
    unchanged: known.length - changed.length,
    absent: [...list.keys()].filter((code) => !codes.has(code)),
  };
}

/** ID-8: an implementation code stands for one item; the first to have it keeps it. */
function ownersOf(entries: readonly Entry[], list: ReadonlyMap<string, Power>, today: Temporal.PlainDate) {
  const owners = new Map<string, string>();
  const claim = (itemCode: string, code: string) => owners.set(itemCode, owners.get(itemCode) ?? code);
  const given = new Set(entries.map(({ code }) => code));
  for (const power of list.values()) if (!given.has(power.code)) claim(entryOn(power, today).itemCode, power.code);
  for (const { itemCode, code } of entries) claim(itemCode, code);
  return owners;
}

/** P6: an import changes no more of a power than the person who imports it may change, by the document it names. */
function notTheirs(
  one: GivenEntry,
  power: Power | undefined,
  town: TownProfile,
  today: Temporal.PlainDate,
  { actor, document }: ImportedBy,
): Rejection[] {
  if (power === undefined) return [];
  const entry = entryFrom(one, town);
  const change = only(entry, differences(entryOn(power, today), entry));
  const refused = notTheirsToChange(change, document, actor);
  if (refused === undefined) return [];
  const [field = ""] = boundFields(change);
  return [{ ...refused, pointer: `/${field}` }];
}

function otherCategory({ category }: GivenEntry, power: Power | undefined): Rejection[] {
  if (power === undefined || power.category === category) return [];
  return [badInput("powers.category-fixed", { category, is: power.category }, "/category")];
}

const adjustable = [
  "name",
  "itemCode",
  "domain",
  "sourceDepartment",
  "townRole",
  "dutyList",
  "legalBasis",
  "basis",
] as const;

const differences = (now: Omit<Entry, "basis"> & { basis?: Entry["basis"] }, entry: Entry): string[] =>
  adjustable.filter((field) => !same(now[field], entry[field]));

function only(entry: Entry, fields: readonly string[]): Partial<Entry> {
  const { name, itemCode, domain, sourceDepartment, townRole, dutyList, legalBasis, basis } = entry;
  return {
    ...(fields.includes("name") ? { name } : {}),
    ...(fields.includes("itemCode") ? { itemCode } : {}),
    ...(fields.includes("domain") ? { domain } : {}),
    ...(fields.includes("sourceDepartment") ? { sourceDepartment } : {}),
    ...(fields.includes("townRole") ? { townRole } : {}),
    ...(fields.includes("dutyList") && dutyList !== undefined ? { dutyList } : {}),
    // Text and laws belong together.
    ...(fields.includes("legalBasis") || fields.includes("basis")
      ? { legalBasis, ...(basis === undefined ? {} : { basis }) }
      : {}),
  };
}
