import { beforeAll, describe, expect, test } from "vitest";
import { services } from "../../infra/services.ts";
import { roles } from "../../shared/town/roles.ts";
import type { LivedTown } from "../support/lived-town.ts";
import { type Answered, Persons, strangerWith } from "../support/persons.ts";

/** Answers only who holds the paper: its number with its code. */
const ofHolder = "/permits/verification";

/** What every route that is read without an id has in common. */
const reads = services
  .flatMap(({ routes }) => routes)
  .filter(({ method, path }) => method === "GET" && !path.includes("{") && path !== ofHolder)
  .filter(({ produces }) => !isStream(produces))
  .map(({ path, allow, produces }) => ({ path, isPublic: allow === "public", isJson: produces === undefined }));

function isStream(produces: string | undefined): boolean {
  return produces?.startsWith("text/event-stream") === true;
}

/** Queries without which a route answers nothing. */
const needed: Readonly<Record<string, string>> = {
  "/enforcement/rosters": "month=2026-12",
  "/enforcement/statistics": "year=2025",
  "/enforcement/studies": "year=2026",
  "/grid-events/figures/matters": "month=2026-03&counted=reported",
  "/grid-events/hint-counts": "month=2026-03",
  "/grid-events/similar": "lng=101.9&lat=25.1&category=street-light",
  "/grid-events/grid-of-place": "lng=101.9&lat=25.1",
  "/grid-events/permits-here": "number=示例1号",
  "/grid-events/client-updates": "event=none",
  "/finance/fund-shares": "fund=none",
  "/finance/beneficiaries": "village=532302105001",
  "/finance/budget-lines": "year=2026",
  "/grid-events/sample-seed": "on=2026-03-02",
  "/finance/entries": "book=town-government",
  "/finance/statements": "bankAccount=nongxin-basic",
  "/finance/bank-lines": "bankAccount=nongxin-basic",
  "/powers/check": "code=PL-001",
  "/powers/diff": "from=2026-01-01&to=2026-03-01",
  "/permits/inspections/published": "item=PL-001",
};

/** Each route that is read without an id, with the query that it needs. */
export const readings: readonly string[] = reads.map(({ path }) =>
  needed[path] === undefined ? path : `${path}?${needed[path]}`,
);

/** Asks each list and each public read as a front end or a cache would (RFC 9110). */
export function readsIn(townOf: () => LivedTown): void {
  let persons: Persons;
  beforeAll(() => {
    persons = new Persons(townOf().town.url);
  });
  const anybody = { ...strangerWith([...roles]), office: "service-centre" };
  const ask = (path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Answered> =>
    persons.ask(anybody, method, needed[path] === undefined ? path : `${path}?${needed[path]}`, { headers });

  describe("A5: what is read is told again cheaply, and kept by those who may", () => {
    test.each(reads)("$path", async ({ path, isPublic, isJson }) => {
      const plain = await ask(path, { "accept-encoding": "identity" });
      expect([path, plain.status]).toEqual([path, 200]);
      const etag = plain.headers.get("etag") ?? "";
      const kept = plain.headers.get("cache-control");
      expect(etag).toMatch(/^(W\/)?"[^"]+"$/);
      expect(kept).toMatch(isPublic ? /^public, (max-age=\d+|no-cache)$/ : /^no-store$/);
      expect(plain.headers.get("content-encoding")).toBeNull();

      const same = await ask(path, { "if-none-match": `"other", ${etag}` });
      expect([same.status, same.text, same.headers.get("etag")]).toEqual([304, "", etag]);
      expect(same.headers.get("cache-control")).toBe(kept);
      expect((await ask(path, { "if-none-match": '"other"' })).status).toBe(200);

      // Where to go on from moves with the clock alone.
      const said = (text: string) => (path === "/grid-events/changes" ? text.replace(/"next":"[^"]*"/, "") : text);
      const head = await ask(path, { "accept-encoding": "identity" }, "HEAD");
      expect([head.status, head.text, head.headers.get("etag")]).toEqual([200, "", etag]);
      // A byte order mark is lost where bytes become text.
      if (isJson) expect(head.headers.get("content-length")).toBe(String(Buffer.byteLength(plain.text)));

      const isLarge = Buffer.byteLength(plain.text) >= 1024;
      expect(plain.headers.get("vary")?.toLowerCase().includes("accept-encoding") ?? false).toBe(isLarge);
      for (const coding of ["gzip", "br"]) {
        const coded = await ask(path, { "accept-encoding": coding });
        expect(coded.headers.get("content-encoding")).toBe(isLarge ? coding : null);
        expect(said(coded.text)).toBe(said(plain.text));
      }
      const neither = await ask(path, { "accept-encoding": "gzip;q=0, br;q=0" });
      expect(neither.headers.get("content-encoding")).toBeNull();
      if (isJson) expect(plain.headers.get("content-type")).toBe("application/json");
    });
  });
}
