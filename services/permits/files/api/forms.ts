import * as z from "zod";
import type { Actor } from "../../../../shared/decider/index.ts";
import { keepFile } from "../../../../shared/files/index.ts";
import type { Route } from "../../../../shared/http/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { factReference } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { materialKey } from "../../common/domain/uploaded-file.ts";
import { cannotBeForm } from "../../guides/domain/forms.ts";
import { formKey, formKinds } from "../../guides/domain/guide.ts";
import { guideChangers, guideRegister, offeredView, offerForms } from "../../guides/index.ts";
import { material } from "../domain/decider.ts";

const ofForm = {
  material: lineOf(100),
  kind: z.enum(formKinds),
  reason: lineOf(500, 2),
};

/**
 * Copies a file that may be a form to where guides look for it, under its hash: the same again changes nothing, and every
 * version of a guide keeps its own. The file that was sent can go.
 */
async function keepForm(id: string, actor: Actor, { store, files, town }: Runtime): Promise<boolean> {
  const file = (await store.load(material, id))?.state;
  if (file === undefined || cannotBeForm(file, actor, town) !== undefined) return false;
  return keepFile(files, materialKey(id), formKey(file.sha256), file.type);
}

/** Blank and filled-in forms of the guides (XK-30): files that staff sent themselves. */
export const formRoutes: readonly Route[] = [
  guideRegister.step("give-form", {
    summary: {
      zh: "为一种材料公布空白表格或示例样表（本人已上传的文件）",
      en: "Publish a blank or a filled-in form of a material: a file that one has sent oneself",
    },
    allow: guideChangers,
    body: z.strictObject({ ...ofForm, file: lineOf(60) }),
    learn: ({ body, actor, runtime }) => keepForm(body.file, actor, runtime),
    facts: ({ body }) => ({ file: factReference(material, body.file) }),
    run: ({ body: { file: _id, ...body }, facts, learnt }) => ({
      type: "give-form",
      ...body,
      file: facts.file,
      kept: learnt === true,
    }),
    answers: { returns: offeredView, view: offerForms },
  }),
  guideRegister.step("drop-form", {
    summary: { zh: "撤下一种材料的空白表格或示例样表", en: "Take a form of a material out of the guide" },
    allow: guideChangers,
    body: z.strictObject(ofForm),
    tries: ({ state }) =>
      (state?.content.formFiles ?? []).flatMap((one) =>
        formKinds.flatMap((kind) =>
          one[kind] === undefined ? [] : [{ material: one.material, kind, reason: "示例" }],
        ),
      ),
    run: ({ body }) => ({ type: "drop-form", ...body }),
    answers: { returns: offeredView, view: offerForms },
  }),
];
