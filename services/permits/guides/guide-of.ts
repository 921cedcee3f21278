import { parseItemCode } from "../../../shared/identity-codes/index.ts";
import { itemCode } from "../../../shared/town/item-code.ts";
import type { ListedLicence, ListedService } from "../../../shared/town/lists.ts";
import { powerOf } from "../../../shared/town/powers.ts";
import type { TownProfile } from "../../../shared/town/profile.ts";
import type { GuideContent, Material, SampleForm } from "./domain/guide.ts";

type Listed = ListedLicence | ListedService;
type OfItem = TownProfile["guides"]["byCode"][string];

/** The guide of a listed item (S-7): the list's row, the town's office, promise, places and channels, and its own of the item. */
export function guideOf(town: TownProfile, item: Listed): GuideContent {
  const service = "kind" in item ? item : undefined;
  const own: OfItem = town.guides.byCode[item.code] ?? {};
  const category = own.category ?? (service === undefined ? "licence" : "public-service");
  const { code, name, domain, legalBasis, sourceDepartment, feeFen, visits, steps, result, jointDepartments } = item;
  const materials = item.materials.map((material) => materialOf(material, own));
  const implementation = itemCode(town, item);
  const parsed = parseItemCode(implementation);
  const crossTown = service?.crossTown ?? false;
  return {
    code,
    itemCode: implementation,
    basicCode: parsed.ok ? parsed.basic : "",
    name,
    category,
    domain,
    legalBasis,
    sourceDepartment,
    ...sourceOf(town, item),
    conditions: own.conditions ?? town.guides.conditions[category],
    audience: own.audience ?? ["citizen", "organisation"],
    office: town.decidingOffices[domain] ?? town.enforcementOffice,
    kind: service?.kind ?? "promised",
    ...(item.statutoryWorkingDays === undefined ? {} : { statutoryWorkingDays: item.statutoryWorkingDays }),
    limitNote: own.limitNote ?? limitNoteOf(town, item, category),
    promisedWorkingDays: town.promisedLimits[code] ?? item.promisedWorkingDays,
    feeFen,
    ...(own.feeBasis === undefined ? {} : { feeBasis: own.feeBasis.citation, feeBasisLevel: own.feeBasis.level }),
    visits,
    materials,
    sampleForms: sampleFormsOf(town, materials),
    steps,
    specialProcedures: own.specialProcedures ?? [],
    result,
    ...(item.validityMonths === undefined ? {} : { validityMonths: item.validityMonths }),
    ...flagsOf(own),
    jointDepartments,
    proxyAllowed: service?.proxyAllowed ?? false,
    crossTown,
    crossTownScope: crossTown ? town.guides.scope.crossTown : town.guides.scope.town,
    places: placesOf(town, domain),
    consulting: town.guides.consulting,
    complaints: town.guides.complaints,
    online: own.online ?? town.guides.online,
    appointment: own.appointment ?? town.guides.appointment,
    courier: own.courier ?? town.guides.courier,
    verified: item.verified,
  };
}

/** 权力来源、实施主体及性质、委托部门, from how the town holds the power on opening day. */
function sourceOf(town: TownProfile, { code, sourceDepartment }: Listed) {
  const { mode } = powerOf(town.powers, code);
  const natures = {
    statutory: "statutory-organ",
    delegated: "authorised-organisation",
    entrusted: "entrusted-organisation",
  } as const;
  return {
    powerSource: mode,
    implementingBody: { name: town.organName.zh, nature: natures[mode] },
    ...(mode === "entrusted" ? { entrustingDepartment: sourceDepartment } : {}),
  };
}

function limitNoteOf({ guides: { limitNotes } }: TownProfile, item: Listed, category: GuideContent["category"]) {
  if (item.statutoryWorkingDays !== undefined) return limitNotes.statutory;
  if (category !== "licence") return limitNotes.none;
  return item.jointDepartments.length === 0 ? limitNotes.general : limitNotes.joint;
}

/** What is drawn from another register comes from the government; papers others make are known by their names. */
function materialOf(material: Listed["materials"][number], { tolerable = [] }: OfItem): Material {
  const byOthers = /报告|鉴定|检测|评估|图|保险|证明/.test(material.name);
  const source = material.shared ? "government" : byOthers ? "third-party" : "applicant";
  const copies = material.shared ? { original: 0, copy: 0 } : { original: 1, copy: source === "applicant" ? 0 : 1 };
  return { ...material, copies, source, ...(tolerable.includes(material.name) ? { tolerable: true } : {}) };
}

/** XK-30: a filled-in example of every form the applicant fills in. */
function sampleFormsOf({ guides: { sampleFields } }: TownProfile, materials: readonly Material[]): SampleForm[] {
  const own = materials.filter(({ source }) => source === "applicant");
  const forms = own.filter(({ name }) => /表|书|单|说明/.test(name));
  return (forms.length === 0 ? own.slice(0, 1) : forms).map(({ name }) => ({ material: name, fields: sampleFields }));
}

const flagsOf = ({ inspection, hearingRequired, safety, quantity, onePerHousehold, givesLand }: OfItem) => ({
  ...(inspection === undefined ? {} : { inspection }),
  ...(hearingRequired === undefined ? {} : { hearingRequired }),
  ...(safety === undefined ? {} : { safety }),
  ...(quantity === undefined ? {} : { quantity }),
  ...(onePerHousehold === undefined ? {} : { onePerHousehold }),
  ...(givesLand === undefined ? {} : { givesLand }),
});

const weekdays = [
  ["monday", "周一"],
  ["tuesday", "周二"],
  ["wednesday", "周三"],
  ["thursday", "周四"],
  ["friday", "周五"],
  ["saturday", "周六"],
  ["sunday", "周日"],
] as const;

/** The windows that take items of a domain, with the hall's address and hours. */
function placesOf({ windows, guides: { address }, officeHours: { week } }: TownProfile, domain: string) {
  const hours = weekdays
    .filter(([day]) => week[day].length > 0)
    .map(([day, name]) => `${name} ${week[day].map(({ from, to }) => `${from}–${to}`).join("、")}`);
  return windows
    .filter(({ domains }) => domains.includes(domain))
    .map(({ name }) => ({ name: name.zh, address, hours }));
}
