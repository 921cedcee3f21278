import * as z from "zod";
import { type Actor, present } from "../../../../shared/decider/index.ts";
import {
  downloadLeave,
  fileFound,
  fileSaid,
  leaveToSend,
  savedName,
  scanVerdict,
  uploadLeave,
} from "../../../../shared/files/index.ts";
import {
  create,
  forReason,
  leadsTo,
  list,
  problem,
  type Route,
  read,
  resource,
} from "../../../../shared/http/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { factReference, type Loaded } from "../../../../shared/store/index.ts";
import { lineOf, personOrBodyName } from "../../../../shared/text/index.ts";
import type { Application } from "../../cases/domain/application/application.ts";
import { application } from "../../cases/domain/application/decider.ts";
import { authorityOf, caseRegister, mayRead, staff } from "../../cases/index.ts";
import { type Material, materialKey, materialMoves, waitsForVerdict } from "../../common/domain/uploaded-file.ts";
import { knowsAnyway, takenBy } from "../domain/access.ts";
import { caseFile } from "../domain/case-file.ts";
import { material } from "../domain/decider.ts";
import type { Cases, MaterialCommand } from "../domain/material.ts";

const date = z.iso.date();
const attachment = z.object({ application: z.string(), material: z.string(), on: date });
const view = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(["announced", "uploaded", "clean", "infected", "removed"]),
  ...fileSaid,
  /** As the person calls it; absent once the file is gone, and for scanners. */
  name: z.string().optional(),
  announcedOn: date,
  scannedOn: date.optional(),
  /** Whether a case may take it today. */
  usable: z.boolean(),
  attachments: z.array(attachment),
  /** The instant by which it goes, as things stand. */
  due: z.iso.datetime().optional(),
  ground: z.enum(["unfinished", "unused", "by-owner"]).optional(),
});
const upload = view.extend({ upload: uploadLeave });
const fetchable = view.extend({ download: downloadLeave });

interface Looking {
  readonly actor: Actor | undefined;
  readonly runtime: Runtime;
}

function viewOf({ id, version, state }: Loaded<Material>, { actor, runtime }: Looking) {
  const { status, type, bytes, sha256, announcedOn } = state;
  const named = "name" in state && actor?.roles.includes("device") !== true ? { name: state.name } : {};
  const attachments = "attachments" in state ? state.attachments : [];
  return {
    ...{ id, version, status, type, bytes, sha256, ...named, announcedOn },
    usable: (status === "uploaded" || status === "clean") && !waitsForVerdict(state, runtime.town),
    attachments: attachments.map(({ application: of, material: as, on }) => ({ application: of, material: as, on })),
    ...("scannedOn" in state ? { scannedOn: state.scannedOn } : {}),
    ...("due" in state && state.due !== undefined ? { due: state.due } : {}),
    ...(state.status === "removed" ? { ground: state.ground } : {}),
  };
}

const senders = ["clerk", "resident", "agent"] as const;
/** Besides, those who look after guides send their forms. */
const uploaders = [...senders, "approver", "leader", "ops"] as const;
const readers = [...staff, "resident", "agent", "device", "ops"] as const;

/** Who may read a file follows who may read a case that has it, as both stand now. */
async function readableCases(state: Material, actor: Actor, { store }: Runtime): Promise<readonly string[]> {
  const cases = await Promise.all(takenBy(state).map((id) => store.load(application, id)));
  return cases.flatMap((of) => (of !== undefined && mayRead(of, actor) ? [of.id] : []));
}

/** Of the cases that have the file, who knows of it by a case is shown those they may read. */
async function viewTo(loaded: Loaded<Material>, looking: Looking) {
  const { actor, runtime } = looking;
  const shown = viewOf(loaded, looking);
  if (actor === undefined || knowsAnyway(loaded.state, actor)) return shown;
  const readable = await readableCases(loaded.state, actor, runtime);
  return { ...shown, attachments: shown.attachments.filter((one) => readable.includes(one.application)) };
}

/** D6: a person who may not know of a file is told nothing about it, by any route. */
const materials = resource({
  of: material,
  at: "/permits/materials",
  staff: [],
  own: async ({ state }, actor, runtime) =>
    knowsAnyway(state, actor) || (await readableCases(state, actor, runtime)).length > 0,
  moves: materialMoves,
  statusOf: ({ status }) => status,
  returns: view,
  view: viewTo,
  links: ({ state }) =>
    takenBy(state).map((of) => caseRegister.link("application", { zh: "申请", en: "Application" }, of)),
});

caseRegister.linked(({ id }) => [
  leadsTo({
    ...{ rel: "materials", title: { zh: "材料文件", en: "Files" } },
    path: `/permits/applications/${id}/materials`,
  }),
]);

const casesOf = (byId: Readonly<Record<string, Application | undefined>>): Cases =>
  Object.fromEntries(Object.entries(byId).flatMap(([id, of]) => (of === undefined ? [] : [[id, of] as const])));

/** A URL names nobody: a file is saved under the material it serves as, not under what the person called it. */
function nameOf({ id, state }: Loaded<Material>): string {
  const as = "attachments" in state ? state.attachments[0]?.material : undefined;
  return savedName(`${as ?? "材料"}-${id.slice(0, 6)}`, state.type);
}

const announce = create("POST /permits/materials", {
  summary: {
    zh: "申报一份材料文件（类型、大小、SHA-256），取得限时上传地址",
    en: "Announce a file by type, size and SHA-256, and be given leave to send it",
  },
  allow: uploaders,
  of: material,
  body: z.strictObject({ ...fileSaid, name: personOrBodyName }),
  returns: upload,
  id: ({ unique }) => unique,
  run: ({ body }): MaterialCommand => ({ type: "announce", file: body }),
  async view(loaded, looking) {
    const given = await leaveToSend(looking.runtime.files, materialKey(loaded.id), loaded.state);
    return { ...viewOf(loaded, looking), upload: given };
  },
});

const complete = materials.step("complete", {
  summary: { zh: "上传完毕：核对大小、校验值和内容类型", en: "The file was sent: check its size, hash and content" },
  allow: uploaders,
  body: z.strictObject({}),
  async learn({ id, runtime: { store, files } }) {
    const loaded = await store.load(material, id);
    return loaded?.state.status === "announced" ? fileFound(files, materialKey(id)) : undefined;
  },
  run: ({ learnt: found }) => ({ type: "complete", found }),
});

const scan = materials.step("scan", {
  summary: { zh: "病毒扫描结论", en: "What the virus scanner found" },
  allow: ["device"],
  body: scanVerdict,
  run: ({ body }) => ({ type: "scan", ...body }),
});

const place = z.strictObject({ application: lineOf(200), material: lineOf(100) });

const attaching = (verb: "attach" | "detach", zh: string, en: string): Route =>
  materials.step(verb, {
    summary: { zh, en },
    allow: senders,
    body: place,
    blames: { "/authorisation": "filed" },
    facts: async ({ body, actor, runtime }) => ({
      case: factReference(application, body.application),
      caseFile: factReference(caseFile, body.application),
      authorisation: authorityOf((await runtime.store.load(application, body.application))?.state, actor),
    }),
    run({ id, body, facts }): MaterialCommand {
      const asked = { ...body, case: facts.case, authorisation: facts.authorisation };
      if (verb === "attach") return { type: verb, ...asked };
      const files = facts.caseFile?.files ?? [];
      const another = files.some(({ file, material: as }) => as === body.material && file !== id);
      return { type: verb, ...asked, another };
    },
  });

const removal = materials.bare("remove", {
  summary: { zh: "撤下未被任何办件使用的文件", en: "Take away a file that no case has taken" },
  allow: uploaders,
  command: { type: "remove" },
});

const download = materials.step("download", {
  summary: { zh: "取得限时下载地址（留痕）", en: "Be given leave to fetch the file, on record" },
  allow: ["clerk", "reviewer", "approver", "issuer", "resident", "agent", "device"],
  body: forReason.partial(),
  facts: async ({ id, actor, runtime: { store } }) => {
    const loaded = await store.load(material, id);
    const asked = loaded === undefined || knowsAnyway(loaded.state, actor) ? [] : takenBy(loaded.state);
    return Object.fromEntries(asked.map((of) => [of, factReference(application, of)]));
  },
  run: ({ body, facts }) => ({ type: "disclose", cases: casesOf(facts), ...present(body) }),
  answers: {
    returns: fetchable,
    view: async (loaded, looking) => ({
      ...(await viewTo(loaded, looking)),
      download: await looking.runtime.files.downloadUrl(materialKey(loaded.id), nameOf(loaded)),
    }),
  },
});

const ofCase = read("GET /permits/applications/{id}/materials", {
  summary: { zh: "办件所收的材料文件", en: "The files a case has taken" },
  allow: [...staff, "resident", "agent"],
  returns: z.object({
    items: z.array(z.object({ material: z.string(), on: date, file: view.omit({ attachments: true }) })),
  }),
  async run({ params, actor }, runtime) {
    const { store } = runtime;
    const id = params.id ?? "";
    const [of, files] = await Promise.all([store.load(application, id), store.load(caseFile, id)]);
    if (of === undefined || !mayRead(of, actor)) return problem(404, "resource.not-found");
    const found = await Promise.all(
      (files?.state.files ?? []).map(async ({ file, material: as, on }) => {
        const loaded = await store.load(material, file);
        if (loaded === undefined) return [];
        const { attachments: _others, ...shown } = viewOf(loaded, { actor, runtime });
        return [{ material: as, on, file: shown }];
      }),
    );
    return { items: found.flat() };
  },
});

/** Files that people bring to their cases. */
export const materialRoutes: readonly Route[] = [
  announce,
  complete,
  scan,
  attaching("attach", "把文件作为指南所列材料交给一个办件", "Give the file to a case as a material of its guide"),
  attaching("detach", "从办件撤回文件", "Take the file back from a case"),
  removal,
  download,
  ofCase,
  list("GET /permits/materials", {
    summary: {
      zh: "本人上传的文件；扫描设备：待扫描的文件",
      en: "One's own files; for a scanner, those that wait for it",
    },
    allow: [...uploaders, "device"],
    of: material,
    sorts: ["announcedOn"],
    returns: view,
    find: ({ actor }) => {
      const scanner = actor?.roles.includes("device") === true;
      if (scanner) return { index: "byStatus", partition: "material:uploaded" };
      return { index: "byOwner", partition: `material:${actor?.sub ?? ""}`, descending: true };
    },
    view: viewOf,
  }),
  materials.read({ zh: "一份材料文件的状态", en: "What is known of a file" }, readers),
  materials.history(
    { zh: "一份文件的全部经过，包括每次调阅", en: "All that happened to a file, each disclosure included" },
    readers,
  ),
];
