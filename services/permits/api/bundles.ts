import * as z from "zod";
import type { Actor } from "../../../shared/decider/index.ts";
import { command, create, historyOf, list, type Route, read, readById } from "../../../shared/http/index.ts";
import { factOf, type Loaded } from "../../../shared/store/index.ts";
import { authorisation } from "../domain/authorisation/authorisation.ts";
import { type Bundle, type BundleCommand, isOver } from "../domain/bundle/bundle.ts";
import { bundle } from "../domain/bundle/decider.ts";
import { formOf } from "../domain/bundle/form.ts";
import { guide } from "../domain/guide/guide.ts";
import { present } from "../domain/present.ts";
import { partyId } from "../party.ts";
import { applicant, authority, materials, place, staff } from "./applications.ts";
import { maskParty, party, text } from "./views.ts";

const date = z.iso.date();
const partView = z.object({
  item: z.string(),
  /** The application; absent where it could not be received. */
  application: z.string().optional(),
  status: z.string(),
  refusal: z.object({ code: z.string(), details: z.record(z.string(), z.unknown()) }).optional(),
});
const bundleView = z.object({
  id: z.string(),
  version: z.number(),
  status: z.enum(["open", "withdrawn", "done"]),
  bundle: z.string(),
  name: text,
  channel: z.string(),
  applicant: party,
  filedOn: date,
  parts: z.array(partView),
  progress: z.object({ parts: z.number(), over: z.number(), notReceived: z.number() }),
  withdrawnOn: date.optional(),
  doneOn: date.optional(),
});

function view({ id, version, state }: Loaded<Bundle>): z.input<typeof bundleView> {
  const { status, bundle: code, name, channel, filedOn, withdrawnOn, doneOn, parts } = state;
  const notReceived = parts.filter((part) => part.status === "not-received").length;
  return {
    id,
    version,
    status,
    bundle: code,
    name,
    channel,
    applicant: maskParty(state.applicant),
    filedOn,
    parts: parts.map(({ item, application, status: at, refusal }) => ({
      item,
      status: at,
      ...(at === "filed" || at === "not-received" ? {} : { application }),
      ...(refusal === undefined ? {} : { refusal: { code: refusal.code, details: { ...refusal.details } } }),
    })),
    progress: { parts: parts.length, over: parts.filter(isOver).length, notReceived },
    ...(withdrawnOn === undefined ? {} : { withdrawnOn }),
    ...(doneOn === undefined ? {} : { doneOn }),
  };
}

const works = (actor: Actor) => actor.roles.some((role) => staff.some((one) => one === role));
const mayRead = ({ state }: Loaded<Bundle>, actor: Actor | undefined) =>
  actor !== undefined && (works(actor) || state.owner === actor.sub);
const codeOf = (code: string) => ({ aggregate: guide.aggregate, id: code });

const formView = z.object({
  code: z.string(),
  name: text,
  items: z.array(z.string()),
  materials: z.array(
    z.object({
      name: z.string(),
      required: z.boolean(),
      shared: z.boolean(),
      items: z.array(z.object({ item: z.string(), material: z.string() })),
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
        const asked = formOf(definition, known).map((one) => ({ ...one, items: [...one.items] }));
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
    returns: bundleView,
    id: ({ body, unique }) => `${body.bundle}.${unique}`,
    facts: ({ body, runtime: { town } }) => [
      { aggregate: authorisation.aggregate, id: body.authorisation ?? "-" },
      ...(town.bundles.find(({ code }) => code === body.bundle)?.items ?? []).map(codeOf),
    ],
    run: ({ id, body, facts, runtime: { town } }): BundleCommand => ({
      type: "file",
      id,
      definition: town.bundles.find(({ code }) => code === body.bundle),
      applicant: body.applicant,
      party: partyId(body.applicant.idNumber),
      materials: body.materials,
      channel: body.channel,
      ...present({ place: body.place }),
      guides: facts.slice(1).map((_fact, at) => factOf(guide, facts, at + 1)),
      ...(body.authorisation === undefined
        ? {}
        : { authorisation: { id: body.authorisation, state: factOf(authorisation, facts, 0) } }),
    }),
    view,
  }),
  list("GET /permits/bundles", {
    summary: { zh: "一件事列表；群众、代办员只见本人递交的", en: "Bundles; residents and agents see those they filed" },
    allow: [...staff, "resident", "agent"],
    of: bundle,
    query: { status: bundleView.shape.status.default("open") },
    returns: bundleView,
    find: ({ query, actor }) =>
      actor !== undefined && works(actor)
        ? { index: "byStatus", partition: `bundle:${query.status}` }
        : { index: "byOwner", partition: `bundle:${actor?.sub ?? ""}` },
    keep: ({ state }, { query }) => state.status === query.status,
    view,
  }),
  readById("GET /permits/bundles/{id}", {
    summary: { zh: "一件事的联合进度", en: "One bundle and how far each of its parts has got" },
    allow: [...staff, "resident", "agent"],
    of: bundle,
    mayRead,
    returns: bundleView,
    view,
  }),
  historyOf("GET /permits/bundles/{id}/history", {
    summary: { zh: "一件事的经过", en: "All that happened to a bundle" },
    allow: [...staff, "resident", "agent"],
    of: bundle,
    mayRead,
  }),
  command("POST /permits/bundles/{id}/withdraw", {
    summary: { zh: "整体撤回（尚未决定的各事项）", en: "Take the whole bundle back, all that is not decided yet" },
    allow: ["clerk", "resident", "agent"],
    of: bundle,
    body: z.strictObject({}),
    returns: bundleView,
    facts: async ({ id, runtime: { store } }) => {
      const of = await store.load(bundle, id);
      return [{ aggregate: authorisation.aggregate, id: of?.state.authorisation ?? "-" }];
    },
    run: ({ facts }): BundleCommand => ({ type: "withdraw", authorisation: factOf(authorisation, facts, 0) }),
    view,
  }),
];
