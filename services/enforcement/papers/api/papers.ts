import * as z from "zod";
import type { Actor } from "../../../../shared/decider/index.ts";
import { fileDigest } from "../../../../shared/files/digest.ts";
import { leadsTo, problem, type Route, read, readContent, resource, type Text } from "../../../../shared/http/index.ts";
import type { Leads, Link } from "../../../../shared/http/links.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { everythingIn } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import type { Role } from "../../../../shared/town/roles.ts";
import { caseHouse, caseRegister } from "../../cases/index.ts";
import { text } from "../../common/api/schemas.ts";
import { siteInspections } from "../../inspections/index.ts";
import { guidances, orders } from "../../rectification/index.ts";
import type { Delivery } from "../../service-of-papers/domain/delivery.ts";
import { deliveryRegister } from "../../service-of-papers/index.ts";
import { kinds, paperKinds } from "../domain/kinds.ts";
import { inOrder, type PaperFile, paperMoves, papersOf, printedPaper } from "../domain/paper.ts";
import { mayKnow, readerOf } from "./access.ts";
import { hashesOf, organ, paperView, viewPaper } from "./paper-view.ts";
import { fullCopy, maskedPage } from "./reading.ts";

/** Those who work on a case, and the party whose paper it is. */
const readers = [...caseHouse, "resident"] as const satisfies readonly Role[];

/** Who may know of a paper, as the case or the penalty on the spot tells. */
const papers = resource({
  of: printedPaper,
  at: "/enforcement/papers",
  staff: [],
  own: async ({ state }, actor, runtime) => mayKnow(state, await readerOf(state.of, actor, runtime)),
  moves: paperMoves,
  statusOf: ({ status }) => status,
  returns: paperView,
  view: viewPaper,
  links: ({ state: { of } }) => [
    caseRegister.link("case", { zh: "案件", en: "Case" }, of.kind === "case" ? of.id : undefined),
  ],
});

/** Where the papers of a file are listed. */
const pathOf: Readonly<Record<PaperFile["kind"], string>> = {
  case: "/enforcement/cases",
  "on-spot": "/enforcement/on-spot-penalties",
  inspection: "/enforcement/inspections",
  order: "/enforcement/rectifications",
  guidance: "/enforcement/guidances",
};

/** A link to papers of a file, for who may read any of them. */
const toPapers =
  (link: Pick<Link, "rel" | "title">, of: PaperFile, query = ""): Leads =>
  async (viewing) => {
    const reader = await readerOf(of, viewing.actor, viewing.runtime);
    const path = `${pathOf[of.kind]}/${of.id}/papers${query}`;
    return reader.knows || reader.party !== undefined ? leadsTo({ ...link, path }, readers)(viewing) : undefined;
  };
const allPapers = { rel: "papers", title: { zh: "文书", en: "Papers" } };

caseRegister.linked(({ id }) => [toPapers(allPapers, { kind: "case", id })]);
siteInspections.linked(({ id }) => [toPapers(allPapers, { kind: "inspection", id })]);
orders.linked(({ id, state }) => [
  state.of === undefined
    ? toPapers(allPapers, { kind: "order", id })
    : toPapers(
        allPapers,
        { kind: "case", id: state.of.case },
        `?number=${encodeURIComponent(state.number?.text.zh ?? "")}`,
      ),
]);
guidances.linked(({ id }) => [toPapers(allPapers, { kind: "guidance", id })]);

/** The file in which a delivery is kept: of its case, or of its order before any case. */
const fileOf = ({ case: of, order }: Delivery): PaperFile | undefined =>
  of !== undefined ? { kind: "case", id: of } : order === undefined ? undefined : { kind: "order", id: order };

// CF-61: a paper on its way leads to what is printed under its number, and once it is served to its own record (送达回证).
deliveryRegister.linked(({ id, state }) => {
  const of = fileOf(state);
  if (of === undefined) return [];
  const served = { rel: "paper", title: { zh: "所送达的文书", en: "The paper that is served" } };
  const record = { rel: "record", title: { zh: "送达回证", en: "Record of the delivery" } };
  return [
    toPapers(served, of, `?number=${encodeURIComponent(state.paper.number)}`),
    ...(state.status === "served" ? [toPapers(record, of, `?kind=delivery-record&delivery=${id}`)] : []),
  ];
});

const listed = z.object({ items: z.array(paperView) });
const query = z.strictObject({
  kind: z.enum(paperKinds).optional(),
  number: lineOf(100).optional(),
  party: lineOf(20).optional(),
  delivery: lineOf(80).optional(),
});

/** The papers of a file that this person may know of, in the order of their events. */
async function listOf(of: PaperFile, asked: z.output<typeof query>, actor: Actor | undefined, runtime: Runtime) {
  const reader = await readerOf(of, actor, runtime);
  if (!reader.knows && reader.party === undefined) return problem(404, "resource.not-found");
  const all = await everythingIn(runtime.store, printedPaper, { index: "byCase", partition: papersOf(of) });
  const found = all.filter(
    ({ state }) =>
      mayKnow(state, reader) &&
      (asked.kind === undefined || state.kind === asked.kind) &&
      (asked.number === undefined || state.number === asked.number) &&
      (asked.party === undefined || state.party === asked.party) &&
      (asked.delivery === undefined || (state.told.aggregate === "delivery" && state.told.id === asked.delivery)),
  );
  return { items: inOrder(found).map(viewPaper) };
}

/** The list of papers below each thing that is a file of its own. */
const papersOfEach = (resources: string, kind: PaperFile["kind"], allow: readonly Role[], summary: Text): Route =>
  read(`GET /enforcement/${resources}/{id}/papers`, {
    ...{ summary, allow, query, returns: listed },
    run: ({ params: { id = "" }, query: asked, actor }, runtime) => listOf({ kind, id }, asked, actor, runtime),
  });

/** What anybody may know who holds the paper, the party or the archive that took the file over: that it is genuine and unchanged; nothing of whom it concerns. */
const verification = z.object({
  genuine: z.literal(true),
  kind: z.enum(paperKinds),
  title: text,
  number: z.string(),
  on: z.iso.date(),
  organ,
  sha256: z.object({ pdf: fileDigest.optional(), html: fileDigest }),
  /** Whether the file whose hash was asked with is this very one. */
  matches: z.boolean().optional(),
});

/** The statutory papers of enforcement: lists, pages, PDFs, and their verification by anybody. */
export const paperRoutes: readonly Route[] = [
  papersOfEach("cases", "case", readers, {
    zh: "一个案件的文书：按种类、文号、当事人；当事人只见送给本人的",
    en: "Papers of a case by kind, number, party; a party sees those that go to him",
  }),
  papersOfEach("on-spot-penalties", "on-spot", readers, {
    zh: "一件当场处罚的文书",
    en: "Papers of a penalty on the spot",
  }),
  papersOfEach("inspections", "inspection", readers, {
    zh: "一次检查的文书：企业知悉检查后只见送给本企业的",
    en: "Papers of an inspection; the enterprise sees those that go to it, once it knows of the inspection",
  }),
  papersOfEach("rectifications", "order", readers, {
    zh: "一份责令改正的文书（案件中的责令改正见案件文书）",
    en: "Papers of an order to correct (those of an order in a case are with the case)",
  }),
  papersOfEach("guidances", "guidance", caseHouse, {
    zh: "一次口头劝导的记录",
    en: "The record of oral guidance",
  }),
  papers.read({ zh: "一份执法文书的文号、状态与散列值", en: "A paper's number, state and hashes" }, readers),
  papers.history(
    {
      zh: "一份执法文书的经过，包括工作人员的每次查看",
      en: "All that happened to a paper, each reading by staff included",
    },
    ["supervisor", "leader", "archivist", "resident"],
  ),
  readContent("GET /enforcement/papers/{id}/html", {
    summary: { zh: "执法文书网页（可打印）", en: "The paper as a page to be printed" },
    allow: readers,
    produces: "text/html; charset=utf-8",
    elsewhere: true,
    run: (request, runtime) => fullCopy(request, runtime, "html"),
  }),
  readContent("GET /enforcement/papers/{id}/pdf", {
    summary: { zh: "执法文书 PDF", en: "The paper as PDF" },
    allow: readers,
    produces: "application/pdf",
    elsewhere: true,
    run: (request, runtime) => fullCopy(request, runtime, "pdf"),
  }),
  readContent("GET /enforcement/papers/{id}/masked", {
    summary: { zh: "执法文书网页，个人信息已隐去", en: "The paper as a page, its people masked" },
    allow: caseHouse,
    produces: "text/html; charset=utf-8",
    run: (request, runtime) => maskedPage(request, runtime),
  }),
  read("GET /enforcement/papers/{id}/verify", {
    summary: {
      zh: "核验执法文书真伪（任何人，二维码指向此处）",
      en: "Verify a paper (anybody; its QR code leads here)",
    },
    allow: "public",
    maxAge: 0,
    query: z.strictObject({ sha256: fileDigest.optional() }),
    returns: verification,
    async run({ params: { id = "" }, query: asked }, { store }) {
      const state = (await store.load(printedPaper, id))?.state;
      if (state?.status !== "drawn-up") return problem(404, "resource.not-found");
      const { kind, number, on, organ: by } = state;
      const { zh, en } = kinds[kind];
      const hashes = hashesOf(state);
      return {
        genuine: true as const,
        ...{ kind, title: { zh, en }, number, on, organ: by, sha256: hashes },
        ...(asked.sha256 === undefined ? {} : { matches: Object.values(hashes).some((one) => one === asked.sha256) }),
      };
    },
  }),
];
