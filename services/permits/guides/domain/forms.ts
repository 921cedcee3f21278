import { type Actor, type Context, present, type Rejection } from "../../../../shared/decider/index.ts";
import type { TownProfile } from "../../../../shared/town/profile.ts";
import { type Material, materialMoves, waitsForVerdict } from "../../common/domain/uploaded-file.ts";
import type { DropForm, FormFile, FormFiles, FormKind, GiveForm, GuideContent } from "./content.ts";
import { badInput, checkMove, notNow, refuse } from "./refusals.ts";

/**
 * Why a file cannot be a public form: it is not there, whole and harmless; somebody else sent it, or a case counts on it: what
 * people brought is never published (P-1).
 */
export function cannotBeForm(file: Material | undefined, actor: Actor, town: TownProfile): Rejection | undefined {
  if (file === undefined || file.by !== actor.sub) return badInput("permits.unknown-file", {}, "/file");
  if (waitsForVerdict(file, town)) return notNow("permits.material-not-scanned");
  const unusable = checkMove(materialMoves, "permits.material-not-in-this-state", file.status, "attach");
  if (unusable !== undefined) return unusable;
  const taken = "attachments" in file && file.attachments.length > 0;
  return taken ? refuse("permits.form-belongs-to-a-case", { rule: "P-1" }, "/file") : undefined;
}

/** The guide with the form; refused for a material that it does not name (XK-31). */
export function withForm(
  content: GuideContent,
  { material, kind, file, kept }: GiveForm,
  { actor, town }: Context,
): GuideContent | Rejection {
  if (!content.materials.some(({ name }) => name === material))
    return refuse("permits.material-not-asked", { article: "行政许可法31", rule: "XK-31" }, "/material");
  const unfit = cannotBeForm(file, actor, town);
  if (unfit !== undefined || file === undefined) return unfit ?? badInput("permits.unknown-file", {}, "/file");
  if (!kept) return notNow("permits.material-not-there");
  const { type, bytes, sha256 } = file;
  return { ...content, formFiles: changed(content, material, kind, { type, bytes, sha256 }) };
}

export const withoutForm = (content: GuideContent, { material, kind }: DropForm): GuideContent =>
  withForms(content, changed(content, material, kind, undefined));

/** Forms of what is asked for no more go with it. */
export const pruned = (content: GuideContent): GuideContent =>
  withForms(
    content,
    (content.formFiles ?? []).filter((form) => content.materials.some(({ name }) => name === form.material)),
  );

/** A guide without forms is as if there never were any. */
function withForms({ formFiles: _before, ...content }: GuideContent, formFiles: readonly FormFiles[]): GuideContent {
  return formFiles.length === 0 ? content : { ...content, formFiles };
}

function changed({ formFiles = [] }: GuideContent, material: string, kind: FormKind, file: FormFile | undefined) {
  const { blank, sample } = formFiles.find((one) => one.material === material) ?? {};
  const form: FormFiles = {
    material,
    ...present(kind === "blank" ? { blank: file, sample } : { blank, sample: file }),
  };
  const others = formFiles.filter((one) => one.material !== material);
  return form.blank === undefined && form.sample === undefined ? others : [...others, form];
}
