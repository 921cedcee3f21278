import type { Rejection } from "../../../../shared/decider/index.ts";
import type { TownProfile } from "../../../../shared/town/profile.ts";
import { type GuideContent, legalLimitOf } from "./content.ts";
import { refuse } from "./refusals.ts";

type Forbidden = TownProfile["guides"]["forbidden"];

/** A text without what only separates: spaces, signs, invisible characters; full and half width are the same. */
const bare = (text: string) =>
  text
    .normalize("NFKC")
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .toLowerCase();

/** All that a guide asks of an applicant, each text with its place. */
function* askedBy({ materials, conditions, specialProcedures, sampleForms, steps }: GuideContent) {
  for (const [at, { name }] of materials.entries()) yield [`/materials/${at}/name`, name] as const;
  for (const [at, text] of conditions.entries()) yield [`/conditions/${at}`, text] as const;
  for (const [at, text] of specialProcedures.entries()) yield [`/specialProcedures/${at}`, text] as const;
  for (const [at, { name }] of steps.entries()) yield [`/steps/${at}/name`, name] as const;
  for (const [at, { material, fields }] of sampleForms.entries())
    for (const text of [material, ...fields.flatMap(({ label, example }) => [label, example])])
      yield [`/sampleForms/${at}`, text] as const;
}

/** XK-27, XK-31: no item asks for the transfer of technology, for goods bought of somebody named, or for other favours. */
export function asksForForbidden(content: GuideContent, { together, source }: Forbidden): Rejection | undefined {
  const meanings = together.map((words) => words.map(bare));
  for (const [pointer, text] of askedBy(content)) {
    const said = bare(text);
    const meaning = meanings.find((words) => words.every((word) => said.includes(word)));
    if (meaning === undefined) continue;
    const details = { meaning: meaning.join(" + "), source, article: "行政许可法31、27", rule: "XK-31" };
    return refuse("permits.material-forbidden", details, pointer);
  }
  return undefined;
}

const fixedFlags = ["inspection", "hearingRequired", "safety"] as const satisfies readonly (keyof GuideContent)[];
const followsThePower = [
  "powerSource",
  "implementingBody",
  "entrustingDepartment",
  "legalBasis",
] as const satisfies readonly (keyof GuideContent)[];

/** A law or regulation by its title and article. What a town, or "we", has written is neither. */
export function citesLaw(citation: string, { name }: Pick<TownProfile, "name">): boolean {
  const title = /《([^》]+)》第.+条/.exec(citation)?.[1];
  return title !== undefined && ![name.zh, "本镇", "我镇"].some((own) => bare(title).includes(bare(own)));
}

/** What staff cannot revise away: `listed` is what the town's lists give, `before` the guide as it stands. */
export function revisedAway(
  after: GuideContent,
  before: GuideContent,
  listed: GuideContent,
  town: Pick<TownProfile, "name">,
): Rejection | undefined {
  return (
    otherThanThePower(after, before) ??
    longerWithoutLaw(after, listed, town) ??
    stepGone(after, listed) ??
    flagGone(after, listed) ??
    otherThanListed(after, listed) ??
    takenBack(after, listed)
  );
}

/** XK-5, XK-30: who may have it; XK-50: for how long it is valid. The law of the item says so, and the town's list tells it. */
function otherThanListed(after: GuideContent, listed: GuideContent): Rejection | undefined {
  const source = { article: "行政许可法5、30、50", rule: "XK-30" };
  if (after.audience.toSorted().join() !== listed.audience.toSorted().join())
    return refuse("permits.fixed-by-law", { field: "audience", ...source }, "/audience");
  if (after.validityMonths === listed.validityMonths) return undefined;
  return refuse("permits.fixed-by-law", { field: "validityMonths", ...source }, "/validityMonths");
}

/** P3: whose power it is, in whose name and by which law, is the power's to say. */
function otherThanThePower(after: GuideContent, before: GuideContent): Rejection | undefined {
  const field = followsThePower.find((name) => JSON.stringify(after[name]) !== JSON.stringify(before[name]));
  return field === undefined ? undefined : refuse("permits.follows-the-power", { field, rule: "P3" }, `/${field}`);
}

/** XK-42-1: only a law or regulation gives a longer limit; it is named, with its article and the document. */
function longerWithoutLaw(
  after: GuideContent,
  listed: GuideContent,
  town: Pick<TownProfile, "name">,
): Rejection | undefined {
  const [limit, legal] = [legalLimitOf(after), legalLimitOf(listed)];
  if (limit === undefined || legal === undefined || limit <= legal) return undefined;
  const { limitBasis } = after;
  if (limitBasis !== undefined && citesLaw(limitBasis.citation, town)) return undefined;
  const details = { limit, legal, article: "行政许可法42", rule: "XK-42-1" };
  return refuse("permits.longer-limit-without-law", details, "/limitBasis");
}

/** XK-34, XK-26: a step that the list names for checking, deciding or handing over is not dropped. */
function stepGone(after: GuideContent, listed: GuideContent): Rejection | undefined {
  const count = ({ steps }: GuideContent, kind: string) => steps.filter((step) => step.kind === kind).length;
  const kept = ["intake", "survey", "joint-review", "review", "decision", "issue"] as const;
  const gone = kept.find((kind) => count(after, kind) < count(listed, kind));
  if (gone === undefined) return undefined;
  const details = { step: gone, article: "行政许可法34", rule: "XK-34" };
  return refuse("permits.step-required-by-law", details, "/steps");
}

/** S-4: what the town obtains from another register it does not ask for, under the same name. XK-57: places are limited by law only. */
function takenBack(after: GuideContent, listed: GuideContent): Rejection | undefined {
  const shared = listed.materials.filter((one) => one.shared).map(({ name }) => bare(name));
  const at = after.materials.findIndex(({ name, shared: still }) => !still && shared.includes(bare(name)));
  if (at >= 0) return refuse("permits.material-obtained-by-sharing", { rule: "S-4" }, `/materials/${at}/shared`);
  if (after.quantity === listed.quantity) return undefined;
  const source = { article: "行政许可法57", rule: "XK-57" };
  return refuse("permits.fixed-by-law", { field: "quantity", ...source }, "/quantity");
}

/** XK-46, XK-55, XK-78: inspection, hearing and safety stay as the town's profile sets them. */
function flagGone(after: GuideContent, listed: GuideContent): Rejection | undefined {
  const field = fixedFlags.find((name) => listed[name] === true && after[name] !== true);
  if (field === undefined) return undefined;
  return refuse("permits.fixed-by-law", { field, article: "行政许可法46、55、78", rule: "XK-30" }, `/${field}`);
}
