import * as z from "zod";
import { type Route, read } from "../../../../shared/http/index.ts";
import { parsedBy } from "../../../../shared/http/validation.ts";
import { partyKey, partyNumber } from "../../../../shared/parties/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import type { Bounds, Loaded } from "../../../../shared/store/index.ts";
import { lineOf, personOrBodyName } from "../../../../shared/text/index.ts";
import { document, numberedAs } from "../../documents/domain/document.ts";
import { namesIn } from "../../dossiers/domain/name-key.ts";
import { nameRecord } from "../../dossiers/domain/name-record.ts";
import type { Application } from "../domain/application/application.ts";
import { application } from "../domain/application/decider.ts";
import { receiptsOf, viewApplicationRow } from "./application-row.ts";
import { applicationRow } from "./application-schema.ts";
import { staff } from "./register.ts";

/** Cases that one search shows, and people whose cases it looks for. */
const most = { cases: 100, people: 50 } as const;

const byNumber = z.strictObject({
  number: lineOf(60).meta({
    description: "收件、受理、许可或证件编号 / The number of a receipt, an acceptance, a permit or a certificate",
  }),
});
const byName = z.strictObject({
  name: personOrBodyName,
  match: z
    .enum(["exact", "prefix"])
    .default("exact")
    .meta({ description: "姓名全同，或者以此开头 / The whole name, or its beginning" }),
});
const asked = z.union([byNumber, byName, partyNumber]);

interface Found {
  readonly items: readonly Loaded<Application>[];
  readonly complete: boolean;
}

/** The cases of some people, the latest first. */
async function ofParties(parties: readonly string[], { store }: Runtime): Promise<Found> {
  if (parties.length === 0) return { items: [], complete: true };
  const lists = parties.map((party): Bounds => ({ index: "byDomain", partition: `party:${party}` }));
  const { items, last } = await store.listAcross(application, lists, { limit: most.cases, descending: true });
  return { items: items.map(({ place: _place, ...one }) => one), complete: last === undefined };
}

/** By a number that stands on one of its papers, with any brackets and blanks. */
async function withNumber(number: string, { store }: Runtime): Promise<Found> {
  const papers = { index: "byCode", partition: numberedAs(number), limit: most.cases };
  const { items, last } = await store.list(document, papers);
  const cases = new Set(items.map(({ state }) => state.application));
  return { items: await store.loadAll(application, [...cases]), complete: last === undefined };
}

/** By keyed digests of names: the table holds no name to search in. */
async function withName({ name, match }: z.output<typeof byName>, runtime: Runtime): Promise<Found> {
  const where = { ...namesIn(runtime.keyed, name, match), limit: most.people };
  const { items, last } = await runtime.store.list(nameRecord, where);
  const found = await ofParties([...new Set(items.flatMap(({ state }) => state.party ?? []))], runtime);
  return { ...found, complete: found.complete && last === undefined };
}

const search = (given: z.output<typeof asked>, runtime: Runtime): Promise<Found> => {
  if ("number" in given) return withNumber(given.number, runtime);
  if ("name" in given) return withName(given, runtime);
  return ofParties([partyKey(runtime.keyed, given)], runtime);
};

/** What is searched for stands in the body, for no address may hold it; the answer is masked like any other. */
export const searchApplications: Route = {
  ...read("POST /permits/applications/search", {
    summary: {
      zh: "查找办件：按申请人证件号码、按姓名（全名或开头）、按文书或证件编号（不入网址，结果脱敏）",
      en: "Applications by the applicant's number, by his name or its beginning, or by the number of a paper; masked, the latest first",
    },
    allow: staff,
    returns: z.object({ items: z.array(applicationRow), complete: z.boolean() }),
    async run({ body }, runtime) {
      const { items, complete } = await search(parsedBy(asked, body), runtime);
      const beside = await receiptsOf(items, { runtime });
      return { items: items.map((one) => viewApplicationRow(one, { runtime, beside })), complete };
    },
  }),
  body: asked,
};
