import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { possibleIn, present } from "../../../../shared/decider/index.ts";
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
  hasRole,
  leadsTo,
  list,
  type Route,
  readById,
  resource,
} from "../../../../shared/http/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { factReference, type Loaded, member } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { caseMoves } from "../../cases/domain/case/moves.ts";
import { isOfTheHouse } from "../../cases/domain/case/visibility.ts";
import { caseRegister, casesHolding, penaltyCase } from "../../cases/index.ts";
import { caseHouse, caseOfficers } from "../../common/api/roles.ts";
import { there } from "../../common/api/there.ts";
import { evidenceFile } from "../domain/decider.ts";
import { type EvidenceFile, evidenceFileKey, evidenceFileMoves } from "../domain/evidence-file.ts";
import { filesHeldBy } from "../held-by.ts";

const date = z.iso.date();
const fileView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(["announced", "kept", "infected", "unfinished"]),
  case: z.string(),
  ...fileSaid,
  title: z.string().optional(),
  announcedOn: date,
  keptOn: date.optional(),
  scannedOn: date.optional(),
  /** The instant by which it has to be sent. */
  due: z.iso.datetime().optional(),
});

function viewFile({ id, version, state }: Loaded<EvidenceFile>, isScanner = false) {
  const { status, case: of, type, bytes, sha256, title, announcedOn } = state;
  return {
    ...{ id, version, status, case: of, type, bytes, sha256, announcedOn },
    ...(isScanner ? {} : { title }),
    ...(state.status === "announced" ? { due: state.due } : {}),
    ...(state.status === "kept" ? { keptOn: state.keptOn } : {}),
    ...("scannedOn" in state ? present({ scannedOn: state.scannedOn }) : {}),
  };
}

/** CF-46a: known to those who work on its case, and to the scanner while it has not judged. */
export const evidenceFiles = resource({
  of: evidenceFile,
  at: "/enforcement/evidence-files",
  staff: [],
  own: async ({ state }, actor, runtime) => {
    if (actor.roles.includes("device")) return state.status === "kept" && state.scannedOn === undefined;
    const known = { town: runtime.town, today: todayIn(runtime.clock()) };
    return (await casesHolding(state.case, runtime)).some((one) => isOfTheHouse(one.state, actor, known));
  },
  moves: evidenceFileMoves,
  statusOf: ({ status }) => status,
  returns: fileView,
  view: (loaded, { actor }) => viewFile(loaded, actor?.roles.includes("device") === true),
  links: ({ state }) => [caseRegister.link("case", { zh: "案件", en: "Case" }, state.case)],
});

const caseOf = async (id: string, { store }: Pick<Runtime, "store">) => ({
  case: factReference(penaltyCase, (await store.load(evidenceFile, id))?.state.case ?? id),
});

/** The cases whose register takes what comes in: not those that are over. */
const openHoldersOf = async (id: string, runtime: Runtime) =>
  (await casesHolding(id, runtime))
    .filter(({ state: { status } }) => possibleIn(caseMoves, status).includes("note-file"))
    .map((one) => one.id);

/** The cases that hold a file, as facts. */
async function holding(id: string, runtime: Runtime) {
  const of = (await runtime.store.load(evidenceFile, id))?.state.case;
  const holders = of === undefined ? [] : await casesHolding(of, runtime);
  return Object.fromEntries(holders.map((one) => [one.id, factReference(penaltyCase, one.id)]));
}

const filesOf = readById("GET /enforcement/cases/{id}/evidence-files", {
  summary: { zh: "一个案件的证据文件", en: "The files of evidence of a case" },
  allow: caseHouse,
  of: penaltyCase,
  returns: z.object({ id: z.string(), version: z.int(), files: z.array(fileView) }),
  mayRead: ({ state }, actor, { town, clock }) =>
    actor !== undefined && isOfTheHouse(state, actor, { town, today: todayIn(clock()) }),
  view: async (loaded, { runtime: { store } }) => {
    const files = await filesHeldBy(loaded, store);
    return { id: loaded.id, version: loaded.version, files: files.map((one) => viewFile(one)) };
  },
});

caseRegister.linked(({ id, state }, { actor, runtime: { town, clock } }) =>
  actor !== undefined && hasRole(actor, caseHouse) && isOfTheHouse(state, actor, { town, today: todayIn(clock()) })
    ? [
        leadsTo({
          ...{ rel: "evidence-files", title: { zh: "证据文件", en: "Files of evidence" } },
          path: `/enforcement/cases/${id}/evidence-files`,
        }),
      ]
    : [],
);

/** Files of evidence: announced, sent by a URL of minutes, checked, kept, fetched on record. */
export const evidenceFileRoutes: readonly Route[] = [
  create("POST /enforcement/evidence-files", {
    summary: {
      zh: "申报一份证据文件（类型、大小、SHA-256），取得限时上传地址",
      en: "Announce a file of evidence by type, size and SHA-256, and be given leave to send it",
    },
    allow: caseOfficers,
    of: evidenceFile,
    body: z.strictObject({ case: lineOf(80), ...fileSaid, title: lineOf(100) }),
    returns: fileView.extend({ upload: uploadLeave }),
    id: ({ unique }) => unique,
    facts: ({ body }) => ({ case: factReference(penaltyCase, body.case) }),
    run: ({ body: { case: id, ...file }, facts }) => ({ type: "announce" as const, case: id, file, of: facts.case }),
    view: async (loaded, { runtime: { files } }) => ({
      ...viewFile(loaded),
      upload: await leaveToSend(files, evidenceFileKey(loaded.id), loaded.state),
    }),
  }),
  evidenceFiles.step("complete", {
    summary: { zh: "上传完毕：核对大小、校验值和内容类型", en: "The file was sent: check its size, hash and content" },
    allow: caseOfficers,
    body: z.strictObject({}),
    facts: ({ id, runtime }) => caseOf(id, runtime),
    async learn({ id, runtime }) {
      const { state } = (await runtime.store.load(evidenceFile, id)) ?? {};
      if (state?.status !== "announced") return undefined;
      const holders = await openHoldersOf(state.case, runtime);
      return { found: await fileFound(runtime.files, evidenceFileKey(id)), holders, sha256: state.sha256 };
    },
    run: ({ learnt, facts }) => ({ type: "complete", found: learnt?.found, of: facts.case }),
    // CF-46a: each case that holds the evidence knows in the same commit that its file is there.
    others: {
      members: ({ learnt }) => ({ cases: (learnt?.holders ?? []).map((one) => member(penaltyCase, one)) }),
      commands: ({ learnt }) => ({
        cases: (learnt?.holders ?? []).map(() => ({ type: "note-file" as const, sha256: learnt?.sha256 ?? "" })),
      }),
    },
  }),
  evidenceFiles.step("scan", {
    summary: { zh: "证据文件的病毒扫描结论", en: "What the virus scanner found in a file of evidence" },
    allow: ["device"],
    body: scanVerdict,
    run: ({ body }) => ({ type: "scan", ...body }),
  }),
  evidenceFiles.step("download", {
    summary: { zh: "取得证据文件的限时下载地址（留痕）", en: "Be given leave to fetch a file of evidence, on record" },
    allow: [...caseHouse, "device"],
    body: forReason.partial(),
    facts: ({ id, runtime }) => holding(id, runtime),
    run: ({ body, facts }) => ({ type: "download", holders: there(Object.values(facts)), ...present(body) }),
    answers: {
      returns: fileView.extend({ download: downloadLeave }),
      view: async (loaded, { actor, runtime }) => ({
        ...viewFile(loaded, actor?.roles.includes("device") === true),
        download: await runtime.files.downloadUrl(
          evidenceFileKey(loaded.id),
          savedName(`证据-${loaded.id.slice(0, 6)}`, loaded.state.type),
        ),
      }),
    },
  }),
  list("GET /enforcement/evidence-files", {
    summary: { zh: "待扫描的证据文件（扫描设备）", en: "Files of evidence that wait for the scanner" },
    allow: ["device"],
    of: evidenceFile,
    sorts: ["announcedOn"],
    returns: fileView,
    find: () => ({ index: "byStatus", partition: "evidence-file:kept" }),
    keep: ({ state }) => state.status === "kept" && state.scannedOn === undefined,
    view: (loaded) => viewFile(loaded, true),
  }),
  filesOf,
  evidenceFiles.read({ zh: "一份证据文件的状态", en: "What is known of a file of evidence" }, [...caseHouse, "device"]),
  evidenceFiles.history(
    { zh: "一份证据文件的全部经过，包括每次调阅", en: "All that happened to a file of evidence" },
    caseHouse,
  ),
];
