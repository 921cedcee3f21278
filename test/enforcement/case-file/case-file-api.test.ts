import { beforeEach, describe, expect, test } from "vitest";
import * as z from "zod";
import { firstLink, linkAfter } from "../../../services/enforcement/case-file/bundle.ts";
import { penaltyCase } from "../../../services/enforcement/cases/domain/case/decider.ts";
import type { CaseCommand } from "../../../services/enforcement/cases/domain/case/messages.ts";
import { evidenceFileKey } from "../../../services/enforcement/files/domain/evidence-file.ts";
import { enforcement } from "../../../services/enforcement/service.ts";
import { startOfDay } from "../../../shared/calendar/index.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { contextFor } from "../../../shared/service/index.ts";
import { type StoredEvent, sha256 } from "../../../shared/store/index.ts";
import { claimsFor } from "../../support/claims.ts";
import { talkTo } from "../../support/http.ts";
import { deliverAllOf, overheard } from "../../support/reacting.ts";
import { aRuntime, type TestRuntime } from "../../support/tally-town.ts";
import { approving, filedOn, officer1, officer3, proposing, theHead } from "../cases/case-builders.ts";

const archivist: Actor = { sub: "archivist-1", name: "档案员", roles: ["archivist"], office: "party-government" };
let runtime: TestRuntime;
let heard: StoredEvent[];
let ask: ReturnType<typeof talkTo>;
let serial = 0;

async function toCase(command: CaseCommand, actor: Actor) {
  serial += 1;
  const outcome = await runtime.store.execute({
    ...{ decider: penaltyCase, id: "CASE1", command, expects: "either" as const },
    ...{ commandId: `lay-${serial}`, bodyDigest: "x", context: contextFor(runtime, actor) },
  });
  if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome));
}
const post = (body: object, actor: Actor) =>
  ask({
    ...{ method: "POST", path: "/enforcement/case-files", body: JSON.stringify(body), claims: claimsFor(actor) },
  });
const get = (path: string, actor?: Actor, query: Record<string, string> = {}) =>
  ask({ path: `/enforcement${path}`, query, ...(actor === undefined ? {} : { claims: claimsFor(actor) }) });
const settle = () => deliverAllOf(heard, enforcement, enforcement.subscriptions, runtime, { times: 2 });

beforeEach(async () => {
  heard = [];
  runtime = aRuntime({ table: overheard("town-enforcement", heard) });
  ask = talkTo(enforcement, runtime);
  runtime.setClock(startOfDay(filedOn));
  await toCase(proposing(), officer1);
  await toCase(approving(), theHead);
});

/** Files of a tar, by their paths. */
function unpacked(tar: Buffer): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer>();
  for (let at = 0; tar[at] !== 0; ) {
    const [path = ""] = tar.toString("latin1", at, at + 100).split("\0");
    const size = Number.parseInt(tar.toString("latin1", at + 124, at + 135), 8);
    files.set(path, tar.subarray(at + 512, at + 512 + size));
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}
const manifest = z.object({
  complete: z.boolean(),
  missing: z.array(z.object({ kind: z.string() })),
  entries: z.array(z.looseObject({ path: z.string(), sha256: z.string(), chain: z.string() })),
  chain: z.string(),
});
async function fetched(id: string) {
  const { status, body } = await get(`/case-files/${id}/file`, archivist);
  expect(status).toBe(200);
  const tar = Buffer.from(String(body.text), "base64");
  const files = unpacked(tar);
  return { tar, files, index: manifest.parse(JSON.parse(String(files.get("manifest.json")))) };
}

describe("a case file over HTTP", () => {
  test("CF-57a: an open case is refused with what it lacks; wanted incomplete, it says so", async () => {
    expect(await post({ case: "CASE1" }, archivist)).toMatchObject({
      status: 422,
      body: { code: "enforcement.case-file-incomplete", details: { papers: ["investigation-report"] } },
    });
    expect(await post({ case: "CASE1", incomplete: true }, archivist)).toMatchObject({
      status: 202,
      body: { status: "asked", complete: false, missing: [{ kind: "investigation-report" }] },
    });
  });

  test("CF-S1, E10: a closed case: papers, histories and digests in one file, whose index, sums and chain hold", async () => {
    await toCase({ type: "withdraw", ground: "filed-wrongly", reasons: "重复立案" }, theHead);
    await toCase({ type: "close", report: "a".repeat(64), lying: [] }, theHead);
    await settle();
    const asked = await post({ case: "CASE1" }, archivist);
    expect(asked).toMatchObject({ status: 202, body: { status: "asked", complete: true } });
    const id = String(asked.body.id);
    expect(String(asked.headers.location)).toBe(`/enforcement/case-files/${id}`);
    expect(await get(`/case-files/${id}/file`, archivist)).toMatchObject({ status: 404 });
    expect(await settle()).toEqual([]);
    const made = await get(`/case-files/${id}`, archivist);
    expect(made.body).toMatchObject({ status: "made", complete: true, missing: [] });

    const { tar, files, index } = await fetched(id);
    expect(made.body.sha256).toBe(sha256(tar));
    expect(index.entries.map(({ path }) => path)).toEqual([
      ...["filing-approval", "withdrawal-approval", "closing-report"].flatMap((kind) => [
        expect.stringMatching(new RegExp(`^papers/00\\d-${kind}\\.html$`)),
        expect.stringMatching(new RegExp(`^papers/00\\d-${kind}\\.pdf$`)),
      ]),
      "evidence.json",
      "histories/case-001.json",
    ]);
    let link = firstLink;
    for (const { path, sha256: hash, chain } of index.entries) {
      expect(sha256(files.get(path) ?? "")).toBe(hash);
      link = linkAfter(link, path, hash);
      expect(chain).toBe(link);
    }
    expect(index.chain).toBe(link);
    const sums = String(files.get("SHA256SUMS")).trimEnd().split("\n");
    expect(sums.map((line) => line.split("  ")[1])).toEqual([
      ...index.entries.map(({ path }) => path),
      "manifest.json",
    ]);
    for (const line of sums) {
      const [hash = "", path = ""] = line.split("  ");
      expect(sha256(files.get(path) ?? "")).toBe(hash);
    }
    const page = [...files].find(([path]) => path.endsWith("filing-approval.html"))?.[1];
    expect(String(page)).toContain("11010519491231002X");
  });

  test("CF-46a: a file of evidence is in it as it was sent; one that never came is not; a lost one is told", async () => {
    const pdf = new TextEncoder().encode("%PDF-1.7\n笔录");
    const said = { case: "CASE1", type: "application/pdf", bytes: pdf.length, sha256: sha256(pdf), title: "笔录" };
    const asOfficer = (path: string, body: object) =>
      ask({ method: "POST", path: `/enforcement${path}`, body: JSON.stringify(body), claims: claimsFor(officer1) });
    const sent = String((await asOfficer("/evidence-files", said)).body.id);
    await asOfficer("/evidence-files", said);
    await runtime.files.put(evidenceFileKey(sent), pdf, "application/pdf");
    expect(await asOfficer(`/evidence-files/${sent}/complete`, {})).toMatchObject({ status: 200 });
    const id = String((await post({ case: "CASE1", incomplete: true }, officer1)).body.id);
    await settle();
    const { files, index } = await fetched(id);
    expect(index.entries.filter(({ path }) => path.startsWith("evidence/"))).toEqual([
      expect.objectContaining({ path: "evidence/001.pdf", title: "笔录", sha256: sha256(pdf) }),
    ]);
    expect(Buffer.from(files.get("evidence/001.pdf") ?? "")).toEqual(Buffer.from(pdf));
    await runtime.files.remove(evidenceFileKey(sent));
    runtime.setClock(startOfDay("2026-12-01"));
    const again = String((await post({ case: "CASE1", incomplete: true }, officer1)).body.id);
    await settle();
    const later = await fetched(again);
    const left = JSON.parse(String(later.files.get("evidence/001.json")));
    expect(left).toMatchObject({ left: "lost-or-altered", sent: sha256(pdf) });
  });

  test("anybody verifies it by the hash of the file or of its chain, and learns no name; another hash does not match", async () => {
    const id = String((await post({ case: "CASE1", incomplete: true }, officer1)).body.id);
    await settle();
    const { tar, index } = await fetched(id);
    for (const hash of [sha256(tar), index.chain])
      expect((await get(`/case-files/${id}/verify`, undefined, { sha256: hash })).body).toMatchObject({
        ...{ genuine: true, matches: true, complete: false },
      });
    const other = await get(`/case-files/${id}/verify`, undefined, { sha256: "0".repeat(64) });
    expect(other.body).toMatchObject({ matches: false });
    expect(JSON.stringify(other.body)).not.toContain("欧阳娜娜");
  });

  test("P-15: each fetching is on record; who has no part in the case finds nothing", async () => {
    const id = String((await post({ case: "CASE1", incomplete: true }, officer1)).body.id);
    await settle();
    await fetched(id);
    const { body } = await get(`/case-files/${id}/history`, archivist);
    const events = z.array(z.looseObject({ type: z.string(), actor: z.string() })).parse(body.events);
    expect(events.at(-1)).toMatchObject({ type: "enforcement.case-file.fetched", actor: "archivist-1" });
    for (const path of ["", "/file", "/history"])
      expect(await get(`/case-files/${id}${path}`, officer3)).toMatchObject({ status: 404 });
    expect(await post({ case: "CASE1", incomplete: true }, officer3)).toMatchObject({
      status: 422,
      body: { code: "enforcement.no-case-to-export" },
    });
    expect(await post({ case: "CASE9", incomplete: true }, officer3)).toMatchObject({
      status: 422,
      body: { code: "enforcement.no-case-to-export" },
    });
  });

  test("a file that was altered is not handed out", async () => {
    const id = String((await post({ case: "CASE1", incomplete: true }, officer1)).body.id);
    await settle();
    runtime.files.get = async () => new Uint8Array([1]);
    expect(await get(`/case-files/${id}/file`, archivist)).toMatchObject({ status: 503 });
  });
});
