import * as z from "zod";
import { type Actor, present } from "../../../../shared/decider/index.ts";
import { fileDigest } from "../../../../shared/files/digest.ts";
import {
  forReason,
  hasRole,
  leadsTo,
  type Problem,
  problem,
  type Request,
  type Route,
  read,
  readContent,
  resource,
} from "../../../../shared/http/index.ts";
import type { HandedOut } from "../../../../shared/printing/hand-out.ts";
import { readPaper } from "../../../../shared/printing/reading.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { everythingIn, type Loaded } from "../../../../shared/store/index.ts";
import type { Role } from "../../../../shared/town/roles.ts";
import { isOwn } from "../../cases/domain/application/agent.ts";
import type { Application } from "../../cases/domain/application/application.ts";
import { application } from "../../cases/domain/application/decider.ts";
import { caseRegister, mayRead, staff } from "../../cases/index.ts";
import { certificate } from "../../certificates/domain/certificate.ts";
import { certificateRegister } from "../../certificates/index.ts";
import { text } from "../../common/api/schemas.ts";
import { type Document, document, type Files, moves } from "../../documents/domain/document.ts";
import { documentKinds, kindNames } from "../../documents/domain/kinds.ts";
import { printedPdf } from "../printing.ts";
import { replacementOf } from "../replacement.ts";

const date = z.iso.date();
const organ = z.object({ name: text, uscc: z.string() });

const documentView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(["numbered", "drawn-up", "superseded"]),
  kind: z.enum(documentKinds),
  title: text,
  number: z.string(),
  application: z.string(),
  certificate: z.string().optional(),
  on: date,
  organ,
  /** Of the PDF once it was asked for. */
  sha256: z.object({ pdf: fileDigest.optional(), html: fileDigest }).optional(),
  template: z.int().optional(),
  missingGlyphs: z.int().optional(),
  /** Addressed to the how manieth of those whose interests it touches, from 0, and not to the applicant. */
  party: z.int().optional(),
  replaces: z.string().optional(),
  supersededBy: z.string().optional(),
});

const hashesOf = ({ pdf, html }: Files) => ({ ...present({ pdf: pdf?.sha256 }), html: html.sha256 });

function view({ id, version, state }: Loaded<Document>) {
  const { status, kind, number, application: of, certificate: paper, on, standing, replaces, party } = state;
  return {
    ...{ id, version, status, kind, title: kindNames[kind], number, application: of, on, organ: standing.organ },
    ...(paper === undefined ? {} : { certificate: paper }),
    ...present({ party, replaces }),
    ...(state.status === "numbered"
      ? {}
      : {
          sha256: hashesOf(state),
          ...{ template: state.template, missingGlyphs: state.missingGlyphs },
        }),
    ...(state.status === "superseded" ? { supersededBy: state.by } : {}),
  };
}

/** Those who work on the case, and the person whose it is. */
const readers: readonly Role[] = [...staff, "resident", "agent"];
/** A paper names its applicant in full: only who hands it out, decides on it, keeps it, or whose it is, sees it (P-1). */
const holders: readonly Role[] = ["clerk", "issuer", "reviewer", "approver", "archivist", "resident", "agent"];

function mayHold(of: Loaded<Application>, actor: Actor): boolean {
  if (!mayRead(of, actor)) return false;
  if (isOwn(of.state, actor)) return true;
  if (hasRole(actor, ["clerk", "issuer", "archivist"])) return true;
  return actor.office === of.state.office;
}

/** What is addressed to somebody else than the applicant is for him and for who works on the case: the applicant has his own. */
const isMeantFor = ({ party }: Document, actor: Actor) => party === undefined || hasRole(actor, staff);

type May = (of: Loaded<Application>, actor: Actor) => boolean;

/** Whether this person may see a document, as its case tells. */
async function maySee({ state }: Loaded<Document>, actor: Actor, { store }: Runtime, may: May): Promise<boolean> {
  const of = await store.load(application, state.application);
  return of !== undefined && may(of, actor) && isMeantFor(state, actor);
}

/** Who may read a case may read its papers. */
const documents = resource({
  of: document,
  at: "/permits/documents",
  staff: [],
  own: (loaded, actor, runtime) => maySee(loaded, actor, runtime, mayRead),
  moves,
  statusOf: ({ status }) => status,
  returns: documentView,
  view,
  links: ({ state: { application: of, certificate: paper } }) => [
    caseRegister.link("application", { zh: "申请", en: "Application" }, of),
    certificateRegister.link("certificate", { zh: "证件", en: "Certificate" }, paper),
  ],
});

documents.linked(({ state }) => [
  documents.link("replaces", { zh: "被替换的文书", en: "The document it replaces" }, state.replaces),
  documents.link(
    "superseded-by",
    { zh: "替换后的文书", en: "The document that supersedes it" },
    state.status === "superseded" ? state.by : undefined,
  ),
]);

caseRegister.linked(({ id }) => [
  leadsTo({
    ...{ rel: "documents", title: { zh: "文书", en: "Documents" } },
    path: `/permits/applications/${id}/documents`,
  }),
]);

/**
 * The kept file itself, or where to fetch one too large for an answer. It is compared with the hash in the document's
 * history: a file that differs is not handed out. The first request for a PDF draws it.
 */
async function fileOf(
  { params: { id = "" }, actor }: Pick<Request, "params" | "actor">,
  runtime: Runtime,
  kind: "pdf" | "html",
): Promise<HandedOut | Problem> {
  const loaded = await runtime.store.load(document, id);
  if (loaded === undefined || loaded.state.status === "numbered") return problem(404, "resource.not-found");
  if (actor === undefined || !(await maySee(loaded, actor, runtime, mayHold)))
    return problem(404, "resource.not-found");
  const { state } = loaded;
  const file = async () => (kind === "html" ? state.html : printedPdf(id, state, runtime));
  const of = await runtime.store.load(application, state.application);
  const own = of !== undefined && isOwn(of.state, actor);
  return readPaper({ of: document, paper: loaded, as: kind, file, name: state.kind, actor, own }, runtime);
}

/** What anybody may know who holds the paper: that it is genuine and unchanged; nothing of whom it concerns. */
const verification = z.object({
  genuine: z.literal(true),
  status: z.enum(["drawn-up", "superseded"]),
  kind: z.enum(documentKinds),
  title: text,
  number: z.string(),
  on: date,
  organ,
  sha256: z.object({ pdf: fileDigest.optional(), html: fileDigest }),
  /** Whether the file whose hash was asked with is this very one. */
  matches: z.boolean().optional(),
  /** A certificate's paper may be genuine and the certificate no longer valid. */
  certificate: z.object({ id: z.string(), status: z.string() }).optional(),
});

export const documentRoutes: readonly Route[] = [
  read("GET /permits/applications/{id}/documents", {
    summary: { zh: "一件申请的全部文书", en: "All documents of an application" },
    allow: readers,
    returns: z.object({ items: z.array(documentView) }),
    async run({ params: { id = "" }, actor }, { store }) {
      const of = await store.load(application, id);
      if (of === undefined || actor === undefined || !mayRead(of, actor)) return problem(404, "resource.not-found");
      const all = { index: "byOwner", partition: `documents:${id}` };
      const papers = await everythingIn(store, document, all);
      return { items: papers.filter(({ state }) => isMeantFor(state, actor)).map(view) };
    },
  }),
  documents.read({ zh: "一份文书的文号、状态与散列值", en: "A document's number, state and hashes" }, readers),
  documents.history(
    {
      zh: "一份文书的经过，包括工作人员的每次查看",
      en: "All that happened to a document, each reading by staff included",
    },
    ["supervisor", "leader", "archivist", "resident", "agent"],
  ),
  readContent("GET /permits/documents/{id}/pdf", {
    summary: { zh: "文书 PDF", en: "The document as PDF" },
    allow: holders,
    produces: "application/pdf",
    elsewhere: true,
    run: (request, runtime) => fileOf(request, runtime, "pdf"),
  }),
  readContent("GET /permits/documents/{id}/html", {
    summary: { zh: "文书网页（可打印）", en: "The document as a page to be printed" },
    allow: holders,
    produces: "text/html; charset=utf-8",
    elsewhere: true,
    run: (request, runtime) => fileOf(request, runtime, "html"),
  }),
  read("GET /permits/documents/{id}/verify", {
    summary: {
      zh: "核验文书真伪（任何人，二维码指向此处）",
      en: "Verify a document (anybody; its QR code leads here)",
    },
    allow: "public",
    maxAge: 0,
    query: z.strictObject({ sha256: fileDigest.optional() }),
    returns: verification,
    async run({ params: { id = "" }, query }, { store }) {
      const loaded = await store.load(document, id);
      if (loaded === undefined || loaded.state.status === "numbered") return problem(404, "resource.not-found");
      const { status, kind, number, on, standing, certificate: paper } = loaded.state;
      const hashes = hashesOf(loaded.state);
      const held = paper === undefined ? undefined : await store.load(certificate, paper);
      return {
        genuine: true as const,
        ...{ status, kind, title: kindNames[kind], number, on, organ: standing.organ, sha256: hashes },
        ...(query.sha256 === undefined ? {} : { matches: Object.values(hashes).some((one) => one === query.sha256) }),
        ...(held === undefined ? {} : { certificate: { id: held.id, status: held.state.status } }),
      };
    },
  }),
  documents.step("replace", {
    summary: {
      zh: "更正替换：按今日模板重新制作，原文书作废但保留",
      en: "Replace a mistaken document: drawn up anew; the old one is superseded and kept",
    },
    allow: ["clerk", "issuer", "approver"],
    body: forReason,
    run: ({ id, body: { reason } }) => ({ type: "replace", by: replacementOf(id), reason }),
  }),
];
