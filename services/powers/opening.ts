import type { PowerCategory } from "../../shared/contracts/powers.ts";
import { instruct } from "../../shared/service/index.ts";
import { itemCode } from "../../shared/town/item-code.ts";
import type { TownLists } from "../../shared/town/lists.ts";
import { inForceFrom, kindOf, type ListKind, powerOf } from "../../shared/town/powers.ts";
import type { TownProfile } from "../../shared/town/profile.ts";
import { conditionsOf } from "./common/domain/conditions.ts";
import { power } from "./powers/domain/decider.ts";
import { entryFrom } from "./powers/domain/listed-entry.ts";
import type { HandOver, ListPower } from "./powers/domain/power.ts";

const categories = {
  licence: "licence",
  service: "public-service",
  penalty: "penalty",
} as const satisfies Record<ListKind, PowerCategory>;

interface Listed {
  readonly code: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly domain: string;
  readonly legalBasis: string;
  readonly sourceDepartment: string;
}

/** The powers of the profile's lists, each listed and handed over as the profile says the town holds it. */
export function* openingOf(town: TownProfile, { licences, services, penalties }: TownLists) {
  const acts = penalties.map(({ act, ...penalty }) => ({ ...penalty, name: act }));
  for (const item of [...licences, ...services, ...acts]) {
    const listed = instruct({ of: power, id: item.code, expects: "new", command: listing(town, item) });
    yield { ...listed, key: `list|${item.code}` };
    const handed = instruct({ of: power, id: item.code, command: handover(town, item) });
    yield { ...handed, key: `hand-over|${item.code}` };
  }
}

function listing(town: TownProfile, item: Listed): ListPower {
  const { code, name, domain, legalBasis, sourceDepartment } = item;
  const { townRole } = powerOf(town.powers, code);
  const category = categories[kindOf(code)];
  const given = {
    code,
    itemCode: itemCode(town, item),
    name,
    category,
    domain,
    legalBasis,
    sourceDepartment,
    townRole,
  };
  return { type: "list", power: entryFrom(given, town) };
}

function handover(town: TownProfile, item: Listed): HandOver {
  const { mode } = powerOf(town.powers, item.code);
  const entrusting = town.departments.find(({ name }) => name.zh === item.sourceDepartment);
  const inWhoseName =
    mode === "entrusted" && entrusting !== undefined
      ? { name: entrusting.name, uscc: entrusting.uscc }
      : { name: town.organName, uscc: town.uscc };
  const conditions = conditionsOf(categories[kindOf(item.code)]);
  const from = {
    ...{ type: "hand-over" as const, mode, inWhoseName, inForceFrom: inForceFrom(town.powers, item) },
    // CF-42: listed on opening day, and in force when its officers are there.
    ...(conditions.length === 0 ? {} : { conditions, awaitsReadiness: true as const }),
  };
  if (mode === "statutory") return from;
  const { stateCouncilApproval, ...authority } = town.powers.authority;
  return {
    ...from,
    letter: town.powers.letter,
    authority: stateCouncilApproval === undefined ? authority : { ...authority, stateCouncilApproval },
  };
}
