import * as z from "zod";
import type { Actor } from "../../../../shared/decider/index.ts";
import { fileDigest } from "../../../../shared/files/digest.ts";
import { leadsTo, problem, type Route, read, readContent, resource } from "../../../../shared/http/index.ts";
import type { Leads, Link } from "../../../../shared/http/links.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { everythingIn } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import type { Role } from "../../../../shared/town/roles.ts";
import { caseHouse, caseRegister } from "../../cases/index.ts";
import { text } from "../../common/api/schemas.ts";
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

/** A link to papers of a case, for who may read any of them. */
const toPapers =
  (link: Pick<Link, "rel" | "title" | "path">, id: string): Leads =>
  async (viewing) => {
    const reader = await readerOf({ kind: "case", id }, viewing.actor, viewing.runtime);
    return reader.knows || reader.party !== undefined ? leadsTo(link, readers)(viewing) : undefined;
  };

caseRegister.linked(({ id }) => [
  toPapers({ rel: "papers", title: { zh: "文书", en: "Papers" }, path: `/enforcement/cases/${id}/papers` }, id),
]);
// CF-61: a paper on its way leads to what is printed under its number.
deliveryRegister.linked(({ state: { case: of, paper } }) =>
  of === undefined
    ? []
    : [
        toPapers(
          {
            ...{ rel: "paper", title: { zh: "所送达的文书", en: "The paper that is served" } },
            path: `/enforcement/cases/${of}/papers?number=${encodeURIComponent(paper.number)}`,
          },
          of,
        ),
      ],
);

const listed = z.object({ items: z.array(paperView) });
const query = z.strictObject({
  kind: z.enum(paperKinds).optional(),
  number: lineOf(100).optional(),
  party: lineOf(20).optional(),
});

/** The papers of a case or of a penalty on the spot that this person may know of, in the order of their events. */
async function listOf(of: PaperFile, asked: z.output<typeof query>, actor: Actor | undefined, runtime: Runtime) {
  const reader = await readerOf(of, actor, runtime);
  if (!reader.knows && reader.party === undefined) return problem(404, "resource.not-found");
  const all = await everythingIn(runtime.store, printedPaper, { index: "byCase", partition: papersOf(of) });
  const found = all.filter(
    ({ state }) =>
      mayKnow(state, reader) &&
      (asked.kind === undefined || state.kind === asked.kind) &&
      (asked.number === undefined || state.number === asked.number) &&
      (asked.party === undefined || state.party === asked.party),
  );
  return { items: inOrder(found).map(viewPaper) };
}

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
  read("GET /enforcement/cases/{id}/papers", {
    summary: {
      zh: "一个案件的文书：按种类、文号、当事人；当事人只见送给本人的",
      en: "Papers of a case by kind, number, party; a party sees those that go to him",
    },
    allow: readers,
    query,
    returns: listed,
    run: ({ params: { id = "" }, query: asked, actor }, runtime) => listOf({ kind: "case", id }, asked, actor, runtime),
  }),
  read("GET /enforcement/on-spot-penalties/{id}/papers", {
    summary: { zh: "一件当场处罚的文书", en: "Papers of a penalty on the spot" },
    allow: readers,
    query,
    returns: listed,
    run: ({ params: { id = "" }, query: asked, actor }, runtime) =>
      listOf({ kind: "on-spot", id }, asked, actor, runtime),
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
