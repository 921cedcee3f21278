import * as z from "zod";
import { present } from "../../../../shared/decider/index.ts";
import { create, hasRole, list, type Route, read, resource, severalOf } from "../../../../shared/http/index.ts";
import { partyKey } from "../../../../shared/parties/index.ts";
import { factReference, factReferences } from "../../../../shared/store/index.ts";
import { lineOf, personOrBodyName, titled } from "../../../../shared/text/index.ts";
import { authorisation } from "../../authorisations/domain/authorisation.ts";
import { application } from "../../cases/domain/application/decider.ts";
import { applicant, caseRegister, materials, place, staff } from "../../cases/index.ts";
import { authority, text } from "../../common/api/schemas.ts";
import { material } from "../../files/domain/decider.ts";
import { guide } from "../../guides/domain/guide.ts";
import { type Bundle, type BundleCommand, bundleMoves } from "../domain/bundle.ts";
import { bundle } from "../domain/decider.ts";
import { formOf } from "../domain/form.ts";
import { partOf } from "../domain/ids.ts";
import { bundleRow, bundleView, jointView, viewBundle, viewJointly } from "./bundle-views.ts";

/** Staff know of each bundle, anybody else of those they filed. */
const bundleRegister = resource({
  of: bundle,
  at: "/permits/bundles",
  staff,
  own: ({ state }, actor) => state.owner === actor.sub,
  moves: bundleMoves,
  statusOf: ({ status }) => status,
  returns: jointView,
  view: viewJointly,
  links: ({ state: { parts } }) =>
    parts.map((part) => caseRegister.link("application", { zh: "申请", en: "Application" }, part.application)),
});

caseRegister.linked(({ id }) => [bundleRegister.link("bundle", { zh: "一件事", en: "Bundle" }, partOf(id)?.bundle)]);
const authorityOfBundle = (of: Bundle | undefined) =>
  of?.authorisation === undefined ? undefined : factReference(authorisation, of.authorisation);

const formView = z.object({
  code: z.string(),
  name: text,
  items: titled(z.array(z.string()), { zh: "事项", en: "Permit items" }),
  materials: z.array(
    z.object({
      name: z.string(),
      required: z.boolean(),
      shared: z.boolean(),
      items: titled(z.array(z.object({ item: z.string(), material: z.string() })), { zh: "事项", en: "Permit items" }),
    }),
  ),
});

/** Themed bundles (一件事, L12). */
export const bundleRoutes: readonly Route[] = [
  read("GET /permits/bundle-forms", {
    summary: {
      zh: "一件事及其合并后的申请材料（任何人）",
      en: "The bundles and what each asks for, each thing once (anybody)",
    },
    allow: "public",
    returns: z.object({ items: z.array(formView) }),
    async run(_request, { store, town }) {
      const forms = town.bundles.map(async (definition) => {
        const guides = await Promise.all(definition.items.map((code) => store.load(guide, code)));
        const known = guides.flatMap((one) => (one === undefined ? [] : [one.state.content]));
        const asked = formOf(definition, known);
        return { code: definition.code, name: definition.name, items: definition.items, materials: asked };
      });
      return { items: await Promise.all(forms) };
    },
  }),
  create("POST /permits/bundles", {
    summary: { zh: "一件事：一表申请多个事项", en: "File a bundle: one form, several applications" },
    allow: ["clerk", "resident", "agent"],
    of: bundle,
    body: z.strictObject({
      bundle: z.string().regex(/^YJS\d{2}$/),
      applicant,
      materials,
      channel: z.enum(["window", "online", "agent"]).default("window"),
      authorisation: authority.optional(),
      place: place.optional(),
    }),
    returns: bundleRegister.returns,
    id: ({ body, unique }) => `${body.bundle}.${unique}`,
    facts: ({ body, runtime: { town } }) => ({
      authorisation: body.authorisation === undefined ? undefined : factReference(authorisation, body.authorisation),
      guides: factReferences(guide, town.bundles.find(({ code }) => code === body.bundle)?.items ?? []),
    }),
    run: ({ id, body, facts, runtime: { town, keyed } }): BundleCommand => ({
      type: "file",
      id,
      definition: town.bundles.find(({ code }) => code === body.bundle),
      applicant: body.applicant,
      party: partyKey(keyed, body.applicant),
      materials: body.materials,
      channel: body.channel,
      ...present({ place: body.place }),
      guides: facts.guides,
      ...(body.authorisation === undefined
        ? {}
        : { authorisation: { id: body.authorisation, state: facts.authorisation } }),
    }),
    view: bundleRegister.view,
  }),
  list("GET /permits/bundles", {
    summary: { zh: "一件事列表；群众、代办员只见本人递交的", en: "Bundles; residents and agents see those they filed" },
    allow: [...staff, "resident", "agent"],
    of: bundle,
    query: { status: severalOf(bundleView.shape.status.options).default(["open"]) },
    sorts: ["filedOn"],
    returns: bundleRow,
    find: ({ query, actor }) =>
      hasRole(actor, staff)
        ? query.status.map((status) => ({ index: "byStatus", partition: `bundle:${status}` }))
        : { index: "byOwner", partition: `bundle:${actor?.sub ?? ""}` },
    keep: ({ state }, { query }) => query.status.includes(state.status),
    view: (loaded) => {
      const { applicant, ...view } = viewBundle(loaded);
      return bundleRow.parse({ ...view, applicant: applicant.name });
    },
  }),
  bundleRegister.read(
    {
      zh: "一件事的联合进度、合并后的所缺材料、可当场决定的事项",
      en: "One bundle: how far each of its parts has got, what is missing, each thing once, what can be decided on the spot",
    },
    [...staff, "resident", "agent"],
  ),
  bundleRegister.history({ zh: "一件事的经过", en: "All that happened to a bundle" }, [...staff, "resident", "agent"]),
  bundleRegister.step("bring", {
    summary: {
      zh: "一次补交，分发给所有需要此材料的事项（可附已上传的文件）",
      en: "Bring something once, as a paper or an uploaded file, for every part that asks for it",
    },
    allow: ["clerk", "resident", "agent"],
    body: z.strictObject({
      materials: z
        .array(z.strictObject({ name: personOrBodyName, file: lineOf(60).optional() }))
        .min(1)
        .max(20),
    }),
    blames: { "/authorisation": "filed" },
    facts: async ({ id, body, runtime: { store } }) => {
      const of = (await store.load(bundle, id))?.state;
      return {
        authorisation: authorityOfBundle(of),
        files: factReferences(
          material,
          body.materials.map(({ file = "-" }) => file),
        ),
        applications: factReferences(
          application,
          (of?.parts ?? []).map((part) => part.application),
        ),
      };
    },
    run: ({ body: { materials: brought }, facts }) => ({
      type: "bring",
      materials: brought.map(({ name, file }) => ({ name, ...present({ file }) })),
      ...facts,
    }),
  }),
  bundleRegister.step("withdraw", {
    summary: { zh: "整体撤回（尚未决定的各事项）", en: "Take the whole bundle back, all that is not decided yet" },
    allow: ["clerk", "resident", "agent"],
    body: z.strictObject({ statement: lineOf(100).optional() }),
    blames: { "/authorisation": "filed" },
    facts: async ({ id, runtime: { store } }) => ({
      authorisation: authorityOfBundle((await store.load(bundle, id))?.state),
    }),
    run: ({ body, facts }) => ({ type: "withdraw", authorisation: facts.authorisation, ...present(body) }),
  }),
];
