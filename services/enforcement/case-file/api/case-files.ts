import { randomUUID } from "node:crypto";
import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { type Actor, present } from "../../../../shared/decider/index.ts";
import {
  create,
  type Problem,
  problem,
  type Request,
  type Route,
  read,
  readContent,
  resource,
} from "../../../../shared/http/index.ts";
import { type HandedOut, handOut } from "../../../../shared/printing/hand-out.ts";
import { contextFor, type Runtime } from "../../../../shared/service/index.ts";
import { factReference, type Loaded } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import type { Role } from "../../../../shared/town/roles.ts";
import { casePapers } from "../../cases/domain/case/papers.ts";
import { caseRegister, penaltyCase } from "../../cases/index.ts";
import { caseOfficers } from "../../common/api/roles.ts";
import { type CaseFile, caseFile, caseFileMoves, exportsOf, mayExport } from "../domain/case-file.ts";

/** Who may ask for a whole file: the officers of the case, who keeps files, who supervises and leads. */
const askers = [...caseOfficers, "archivist", "supervisor", "leader"] as const satisfies readonly Role[];
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const date = z.iso.date();

const caseFileView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(["asked", "made"]),
  case: z.string(),
  number: z.string(),
  on: date,
  complete: z.boolean(),
  missing: z.array(z.object({ kind: z.enum(casePapers), party: z.string().optional() })),
  madeOn: date.optional(),
  sha256: hash.optional(),
  chain: hash.optional(),
  entries: z.int().optional(),
  bytes: z.int().optional(),
});

function viewCaseFile({ id, version, state }: Loaded<CaseFile>) {
  const { status, case: of, number, on, complete, missing } = state;
  return {
    ...{ id, version, status, case: of, number, on, complete },
    missing: missing.map(({ kind, party }) => ({ kind, ...present({ party }) })),
    ...(state.status === "asked"
      ? {}
      : {
          ...{ madeOn: state.madeOn, sha256: state.file.sha256, chain: state.chain },
          ...{ entries: state.entries, bytes: state.bytes },
        }),
  };
}

async function mayHave({ state }: Loaded<CaseFile>, actor: Actor | undefined, runtime: Runtime): Promise<boolean> {
  if (actor === undefined) return false;
  const of = (await runtime.store.load(penaltyCase, state.case))?.state;
  const { town, clock } = runtime;
  return of !== undefined && mayExport(of, { actor, town, today: todayIn(clock()) });
}

const caseFiles = resource({
  of: caseFile,
  at: "/enforcement/case-files",
  staff: [],
  own: mayHave,
  moves: caseFileMoves,
  statusOf: ({ status }) => status,
  returns: caseFileView,
  view: viewCaseFile,
  links: ({ state }) => [caseRegister.link("case", { zh: "案件", en: "Case" }, state.case)],
});
caseRegister.linked(({ id }) => [
  caseFiles.linkIn("case-file", { zh: "案卷", en: "Case file" }, { index: "byCase", partition: exportsOf(id) }),
]);

const asking = create("POST /enforcement/case-files", {
  summary: {
    zh: "导出一个案件的案卷（办案人员、档案员、督查、领导；在后台制作）",
    en: "Ask for the file of a case; it is made in the background",
  },
  allow: askers,
  of: caseFile,
  id: ({ unique }) => unique,
  body: z.strictObject({ case: lineOf(120), incomplete: z.boolean().exactOptional() }),
  facts: ({ body }) => ({ of: factReference(penaltyCase, body.case) }),
  run: ({ body, facts }) => ({
    ...{ type: "ask" as const, case: body.case, incomplete: body.incomplete === true },
    of: facts.of,
  }),
  returns: caseFiles.returns,
  view: caseFiles.view,
});

/** What is asked for is made by a reaction: 202, and its state is read where `Location` leads. */
const askingLater: Route = {
  ...asking,
  later: true,
  async handle(request, runtime, texts) {
    const answer = await asking.handle(request, runtime, texts);
    return "status" in answer && answer.status === 201 ? { ...answer, status: 202 } : answer;
  },
};

/** The file itself; each time somebody takes it is on record. */
async function fileOf(
  { params: { id = "" }, actor }: Pick<Request, "params" | "actor">,
  runtime: Runtime,
): Promise<HandedOut | Problem> {
  const loaded = await runtime.store.load(caseFile, id);
  if (loaded === undefined || actor === undefined || !(await mayHave(loaded, actor, runtime)))
    return problem(404, "resource.not-found");
  const { state, retained } = loaded;
  if (state.status === "asked") return problem(404, "resource.not-found");
  if (retained?.erased?.includes("paper") === true) return problem(410, "record.erased");
  const answer = await handOut(runtime.files, state.file, `case-file-${id}.tar`);
  if (answer === undefined) {
    runtime.observability.count("DocumentsDamaged");
    throw new Error("a case file is not the one that was made");
  }
  const outcome = await runtime.store.execute({
    ...{ decider: caseFile, id, expects: "existing" as const },
    ...{ commandId: randomUUID(), bodyDigest: "fetch", command: { type: "fetch" as const } },
    context: contextFor(runtime, actor),
  });
  if (outcome.kind !== "done") throw new Error("a fetching could not be put on record");
  return answer;
}

/** Exports of case files: ask, read, fetch, verify (E10, CF-57a). */
export const caseFileRoutes: readonly Route[] = [
  askingLater,
  caseFiles.read(
    { zh: "一份案卷导出的状态、散列值和缺少的材料", en: "An export: its state, hashes and what it lacks" },
    askers,
  ),
  caseFiles.history(
    { zh: "一份案卷导出的经过，包括每次取走", en: "All that happened to an export, each fetching included" },
    askers,
  ),
  readContent("GET /enforcement/case-files/{id}/file", {
    summary: {
      zh: "案卷（tar：目录、文书、办案经过、证据摘要）",
      en: "The case file as tar: index, papers, histories, digests",
    },
    allow: askers,
    produces: "application/x-tar",
    elsewhere: true,
    run: fileOf,
  }),
  read("GET /enforcement/case-files/{id}/verify", {
    summary: {
      zh: "核验案卷（任何人；以文件或者链尾的散列值）",
      en: "Verify a case file (anybody), by the hash of the file or of its chain",
    },
    allow: "public",
    maxAge: 0,
    query: z.strictObject({ sha256: hash.optional() }),
    returns: z.object({
      genuine: z.literal(true),
      complete: z.boolean(),
      madeOn: date.optional(),
      sha256: hash.optional(),
      chain: hash.optional(),
      entries: z.int().optional(),
      matches: z.boolean().optional(),
    }),
    async run({ params: { id = "" }, query }, { store }) {
      const state = (await store.load(caseFile, id))?.state;
      if (state === undefined) return problem(404, "resource.not-found");
      const { complete } = state;
      if (state.status === "asked") return { genuine: true as const, complete };
      const { file, chain, entries, madeOn } = state;
      return {
        ...{ genuine: true as const, complete, madeOn, sha256: file.sha256, chain, entries },
        ...(query.sha256 === undefined ? {} : { matches: query.sha256 === file.sha256 || query.sha256 === chain }),
      };
    },
  }),
];
