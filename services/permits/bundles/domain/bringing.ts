import { type Context, type Decision, present, type Rejection } from "../../../../shared/decider/index.ts";
import type { Application } from "../../cases/domain/application/application.ts";
import { notAsked } from "../../cases/domain/application/materials.ts";
import { type Material, materialMoves, waitsForVerdict } from "../../common/domain/uploaded-file.ts";
import { maySend } from "../../files/domain/access.ts";
import { takesMaterials } from "../../files/domain/attaching.ts";
import {
  type Bring,
  type Brought,
  type Bundle,
  type BundleCommand,
  type BundleEvent,
  isOver,
  type Part,
} from "./bundle.ts";
import { type FormMaterial, formOf } from "./form.ts";
import { badInput, checkMove, notNow, refuse } from "./refusals.ts";
import { mayNotAct } from "./who-may.ts";

type Decided = Decision<BundleEvent>;
type Passed = Extract<BundleEvent, { type: "permits.bundle.brought" }>["data"]["parts"][number];

/**
 * L12: what several parts ask for is brought once, and goes to each of them. A file that nobody may use is refused whole;
 * else each part answers for itself, and none holds up another.
 */
export function bring(state: Bundle, command: Bring, context: Context): Decided {
  const { materials, applications } = command;
  const mayNot = mayNotAct(state, command.authorisation, context);
  if (mayNot !== undefined) return mayNot;
  if (state.status !== "open") return notNow("permits.bundle-over", { status: state.status });
  const form = state.form ?? formOf({ merged: [] }, guidesOf(applications));
  const strange = materials.findIndex(({ name }) => !form.some((one) => one.name === name));
  if (strange >= 0) return refuse("permits.material-not-asked", article31, `/materials/${strange}/name`);
  for (const [at, { file }] of materials.entries()) {
    const unusable = file === undefined ? undefined : cannotBeGiven(command.files[at], at, context);
    if (unusable !== undefined) return unusable;
  }
  const parts = state.parts
    .map((part, at) => passed(part, wantedBy(form, part, command), applications[at]))
    .filter((part) => part.materials.length > 0);
  const { bundle, name } = state;
  return [{ type: "permits.bundle.brought", data: { bundle, name, on: context.today.toString(), parts } }];
}

const guidesOf = (all: Bring["applications"]) => all.flatMap((one) => (one === undefined ? [] : [one.guide]));

const article31 = { article: "行政许可法31", rule: "XK-31" };

/** Whose it is not is told there is none; and a file must be what it says, and harmless, before a case takes it. */
function cannotBeGiven(file: Material | undefined, at: number, { actor, town }: Context): Rejection | undefined {
  if (file === undefined || !maySend(file, actor)) return badInput("permits.unknown-file", {}, `/materials/${at}/file`);
  if (waitsForVerdict(file, town)) return notNow("permits.material-not-scanned");
  return checkMove(materialMoves, "permits.material-not-in-this-state", file.status, "attach");
}

/** What of all that is brought a part asks for, as its own guide calls it, with the files it comes as. */
function wantedBy(form: readonly FormMaterial[], { item }: Part, { materials }: Bring): Map<string, string[]> {
  const wanted = materials.flatMap(({ name, file }) =>
    form
      .filter((one) => one.name === name)
      .flatMap(({ items }) => items.filter((one) => one.item === item).map(({ material }) => ({ material, file }))),
  );
  const groups = Map.groupBy(wanted, ({ material }) => material);
  return new Map([...groups].map(([material, all]) => [material, all.flatMap(({ file }) => file ?? [])]));
}

function passed(part: Part, wanted: ReadonlyMap<string, readonly string[]>, of: Application | undefined): Passed {
  const materials = [...wanted].map(([material, files]) => ({
    material,
    files: [...files],
    ...answerAtOnce(part, of, material, files),
  }));
  return { item: part.item, application: part.application, materials };
}

/** What is certain already needs not go the long way: a part that is over or decided, and a paper that it has. */
function answerAtOnce(part: Part, of: Application | undefined, material: string, files: readonly string[]) {
  const status = of?.status ?? part.status;
  const closed = of === undefined ? isOver(part) : !takesMaterials(of);
  if (closed) return refusedBy(notNow("permits.case-takes-no-materials", { status }));
  const strange = of === undefined ? undefined : notAsked(of.guide, [material], "/materials");
  if (strange !== undefined) return refusedBy(strange);
  const had = files.length === 0 && of?.given.includes(material) === true;
  return { outcome: had ? ("had" as const) : ("passed-on" as const) };
}

const refusedBy = ({ code, details }: Rejection) => ({
  outcome: "refused" as const,
  refusal: { code, details: { ...details } },
});

/** A part has answered; once, and not for what was brought again since. */
export function noteBrought(state: Bundle, command: Extract<BundleCommand, { type: "note-brought" }>): Decided {
  const { item, since, results } = command;
  const waits = (state.brought ?? []).filter(
    (one) => one.item === item && one.since === since && one.outcome === "passed-on",
  );
  const answers = results.filter(({ material }) => waits.some((one) => one.material === material));
  return answers.length === 0
    ? []
    : [{ type: "permits.bundle.part-answered", data: { item, since, results: answers } }];
}

export function brought({ brought: before = [] }: Bundle, parts: readonly Passed[], since: number): Brought[] {
  const now = parts.flatMap(({ item, materials }) =>
    materials.map(({ refusal, ...one }): Brought => ({ item, ...one, since, ...present({ refusal }) })),
  );
  const replaced = ({ item, material }: Brought) => now.some((one) => one.item === item && one.material === material);
  return [...before.filter((one) => !replaced(one)), ...now];
}

export function answered(
  { brought: before = [] }: Bundle,
  { item, results }: Extract<BundleEvent, { type: "permits.bundle.part-answered" }>["data"],
): Brought[] {
  return before.map((one) => {
    const result = results.find(({ material }) => material === one.material);
    if (one.item !== item || result === undefined) return one;
    const { refusal } = result;
    return refusal === undefined ? { ...one, outcome: "taken" } : { ...one, outcome: "refused", refusal };
  });
}
