import { beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { application } from "../../../services/permits/cases/domain/application/decider.ts";
import { certificate } from "../../../services/permits/certificates/domain/certificate.ts";
import { document, type NumberIt } from "../../../services/permits/documents/domain/document.ts";
import { permits } from "../../../services/permits/service.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { apiFor } from "../../../shared/http/index.ts";
import { type DrawPaper, drawHere } from "../../../shared/printing/index.ts";
import { instruct } from "../../../shared/service/index.ts";
import { sha256 } from "../../../shared/store/index.ts";
import { claimsFor } from "../../support/claims.ts";
import { aLambdaContext, anEvent } from "../../support/http.ts";
import {
  aResident,
  theApplicant,
  theApprover,
  theClerk,
  theHead,
  theIssuer,
  theReviewer,
  theSecond,
} from "../cases/builders.ts";
import { aHall } from "../permits-hall.ts";
import { deliver, type Hall, papersOf } from "./permits-papers.ts";
import { codeInHtml, codeInPdf } from "./qr-codes.ts";

const answered = z.object({ statusCode: z.number(), body: z.string(), isBase64Encoded: z.boolean().optional() });

/** The bytes of a document as the gateway hands them out. */
async function fetchFile({ runtime }: Hall, actor: Actor, path: string) {
  const handler = apiFor(permits, runtime);
  const { statusCode, body, isBase64Encoded } = answered.parse(
    await handler(anEvent({ path, claims: claimsFor(actor) }), aLambdaContext),
  );
  return { status: statusCode, content: Buffer.from(body, isBase64Encoded === true ? "base64" : "utf8") };
}

let hall: Hall;
let id: string;
const listed = (actor: Actor = theClerk) => papersOf(hall, actor, id);
const kind = async (wanted: string) => {
  const one = (await listed()).find((each) => each.kind === wanted);
  if (one === undefined) throw new Error(`no ${wanted}`);
  return one;
};

beforeAll(async () => {
  hall = await aHall();
  id = await hall.file(aResident);
  const step = (actor: Actor, verb: string, body: object = {}) =>
    hall.post(actor, `/permits/applications/${id}/${verb}`, body);
  await step(theClerk, "accept");
  await step(theReviewer, "review", {
    opinion: "agree",
    inspectors: ["reviewer-1", "reviewer-2"],
    affectsThirdParties: false,
  });
  await step(theSecond, "confirm-survey");
  await step(theReviewer, "review", { opinion: "agree" });
  await step(theApprover, "decide", { outcome: "granted" });
  const paperId = await hall.settle(id);
  await hall.post(theIssuer, `/permits/certificates/${paperId}/issue`);
  await deliver(hall, certificate, paperId);
  await deliver(hall, application, id, 2);
});

describe("the papers of a case", () => {
  test("follow from what happened: receipt, acceptance, grant, certificate, record of delivery", async () => {
    expect((await listed()).map(({ kind: one }) => one).sort()).toEqual([
      "acceptance-notice",
      "certificate",
      "delivery-record",
      "grant",
      "receipt",
    ]);
  });

  test("are drawn up once, however often the event is delivered: the same number, the same bytes", async () => {
    const before = await listed();
    await deliver(hall, application, id, 3);
    expect(await listed()).toEqual(before);
    expect((await kind("receipt")).number).toBe("禄丰市农业农村局（广通）收〔2026〕1号");
  });

  test("a rendering begun and not finished is finished with the same number", async () => {
    const other = await aHall();
    const case2 = await other.file(theClerk);
    const { put } = other.runtime.files;
    let broken = true;
    other.runtime.files.put = async (...given) => {
      if (broken) throw new Error("the disk is full");
      return put(...given);
    };
    await expect(deliver(other, application, case2)).rejects.toThrow("the disk is full");
    broken = false;
    await deliver(other, application, case2);
    const items = await papersOf(other, theClerk, case2);
    expect(items).toMatchObject([
      { kind: "receipt", number: "禄丰市农业农村局（广通）收〔2026〕1号", status: "drawn-up" },
    ]);
  });

  test("the grant and its certificate bear the permit's number, in the entrusting organ's name (XK-24)", async () => {
    for (const one of ["grant", "certificate"])
      expect(await kind(one)).toMatchObject({
        number: "禄丰市农业农村局（广通）许〔2026〕1号",
        organ: { name: { zh: "禄丰市农业农村局" } },
      });
  });

  test("the event holds the hash of the file that is handed out", async () => {
    const { id: receipt } = await kind("receipt");
    const pdf = await fetchFile(hall, theClerk, `/permits/documents/${receipt}/pdf`);
    const html = await fetchFile(hall, theClerk, `/permits/documents/${receipt}/html`);
    const { sha256: hashes } = await kind("receipt");
    expect([sha256(pdf.content), sha256(html.content)]).toEqual([hashes.pdf, hashes.html]);
    const [, drawn, printed] = await hall.runtime.store.history(document, receipt);
    expect([drawn?.data, printed?.data]).toMatchObject([
      { sha256: { html: hashes.html } },
      { sha256: { pdf: hashes.pdf } },
    ]);
    expect(pdf.content.subarray(0, 5).toString()).toBe("%PDF-");
    expect(html.content.toString()).toContain(theApplicant.name);
  });

  test("P-15: each reading by staff is on record with the person and the reason, that of its own party is not", async () => {
    const { id: paper } = await kind("acceptance-notice");
    const readings = async () =>
      (await hall.runtime.store.history(document, paper)).filter(({ type }) => type === "permits.document.disclosed");
    expect((await fetchFile(hall, aResident, `/permits/documents/${paper}/html`)).status).toBe(200);
    expect(await readings()).toEqual([]);
    for (const ending of ["html", "html", "pdf"])
      expect((await fetchFile(hall, theReviewer, `/permits/documents/${paper}/${ending}`)).status).toBe(200);
    expect(await readings()).toMatchObject(
      ["html", "html", "pdf"].map((as) => ({
        ...{ actor: theReviewer.sub, data: { as } },
        personal: { reason: expect.stringMatching(/职责/u) },
      })),
    );
    const supervisor: Actor = { sub: "supervisor-1", name: "督查", roles: ["supervisor"] };
    const { status, body } = await hall.get(supervisor, `/permits/documents/${paper}/history`);
    expect(status).toBe(200);
    expect(JSON.stringify(body)).toMatch(/reviewer-1.*职责/u);
  });
});

describe("the PDF", () => {
  /** A hall whose papers are drawn up, with a count of the PDFs that are drawn. */
  async function aPrinter() {
    const other = await aHall();
    const case2 = await other.file(theClerk);
    let drawn = 0;
    const draw: DrawPaper = (...asked) => {
      drawn += 1;
      return drawHere(...asked);
    };
    const printing: Hall = { ...other, runtime: { ...other.runtime, drawing: draw } };
    await deliver(printing, application, case2);
    const [receipt] = await papersOf(printing, theClerk, case2);
    if (receipt === undefined) throw new Error("no receipt");
    const fetched = (ending: "pdf" | "html") =>
      fetchFile(printing, theClerk, `/permits/documents/${receipt.id}/${ending}`);
    return { printing, receipt, fetched, count: () => drawn };
  }

  test("is drawn by nobody's step: content and HTML are there, and no PDF", async () => {
    const { receipt, fetched, count } = await aPrinter();
    expect(receipt).toMatchObject({ status: "drawn-up", sha256: { html: expect.stringMatching(/^[0-9a-f]{64}$/) } });
    expect(receipt.sha256.pdf).toBeUndefined();
    expect((await fetched("html")).status).toBe(200);
    expect(count()).toBe(0);
  });

  test("is drawn for the first who asks, and is the same bytes for all later ones", async () => {
    const { fetched, count } = await aPrinter();
    const [first, second] = [await fetched("pdf"), await fetched("pdf")];
    expect(first.content.toString("latin1", 0, 5)).toBe("%PDF-");
    expect(second.content.equals(first.content)).toBe(true);
    expect(count()).toBe(1);
  });

  test("of two who ask first at once, both get the bytes on record", async () => {
    const { printing, receipt, fetched } = await aPrinter();
    const both = await Promise.all([fetched("pdf"), fetched("pdf")]);
    const events = (await printing.runtime.store.history(document, receipt.id)).map(({ type }) => type);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(new Set(both.map(({ content }) => sha256(content))).size).toBe(1);
    expect(events.filter((type) => type === "permits.document.printed").length).toBe(1);
  });

  test("is not drawn from a content that was altered", async () => {
    const { printing, fetched, count } = await aPrinter();
    printing.runtime.files.get = async () => new TextEncoder().encode("{}");
    expect((await fetched("pdf")).status).toBe(503);
    expect(count()).toBe(0);
  });

  test("of a superseded paper is still drawn for who asks", async () => {
    const { printing, receipt, fetched } = await aPrinter();
    await printing.post(theClerk, `/permits/documents/${receipt.id}/replace`, { reason: "姓名有误" });
    expect((await fetched("pdf")).status).toBe(200);
  });
});

describe("who sees them", () => {
  test("whose case it is, and who works on it; to anybody else there is nothing", async () => {
    const { id: receipt } = await kind("receipt");
    const stranger: Actor = { ...aResident, sub: "resident-9" };
    const elsewhere: Actor = { ...theReviewer, office: "social-affairs" };
    const leader: Actor = { ...theHead, roles: ["leader"] };
    const status = async (actor: Actor) => (await fetchFile(hall, actor, `/permits/documents/${receipt}/pdf`)).status;
    expect(await status(aResident)).toBe(200);
    expect(await status(theReviewer)).toBe(200);
    expect(await status(stranger)).toBe(404);
    expect(await status(elsewhere)).toBe(404);
    expect(await status(leader)).toBe(403);
    expect((await hall.get(stranger, `/permits/documents/${receipt}`)).status).toBe(404);
    expect((await hall.get(stranger, `/permits/applications/${id}/documents`)).status).toBe(404);
    expect((await hall.get(leader, `/permits/documents/${receipt}`)).status).toBe(200);
  });

  test("no list, event or verification names the applicant", async () => {
    const { id: receipt } = await kind("receipt");
    const events = (await hall.runtime.store.history(document, receipt)).map(({ data }) => data);
    const told = JSON.stringify([await listed(), events, (await hall.get(undefined, verify(receipt))).body]);
    expect(told).not.toContain(theApplicant.name);
    expect(told).not.toContain(theApplicant.idNumber);
  });
});

const verify = (paperId: string) => `/permits/documents/${paperId}/verify`;

describe("verification", () => {
  test("tells anybody kind, number, day, organ and hash, and whether a file is this one", async () => {
    const { id: receipt } = await kind("receipt");
    await fetchFile(hall, theClerk, `/permits/documents/${receipt}/pdf`);
    const { sha256: hashes } = await kind("receipt");
    const asked = (hash: string) => hall.get(undefined, verify(receipt), { sha256: hash });
    expect((await asked(hashes.pdf ?? "")).body).toMatchObject({
      ...{
        genuine: true,
        status: "drawn-up",
        kind: "receipt",
        number: "禄丰市农业农村局（广通）收〔2026〕1号",
        on: "2026-03-02",
      },
      matches: true,
    });
    expect((await asked("0".repeat(64))).body).toMatchObject({ matches: false });
    expect((await asked("not a hash")).status).toBe(400);
  });

  test("of a certificate's paper tells whether the certificate is still valid", async () => {
    const { id: face } = await kind("certificate");
    const { body, headers } = await hall.get(undefined, verify(face));
    expect(body).toMatchObject({ certificate: { status: "valid" } });
    expect(headers["cache-control"]).toBe("public, no-cache");
  });

  test("of what was never drawn up there is none", async () => {
    expect((await hall.get(undefined, verify("0".repeat(26)))).status).toBe(404);
  });
});

describe("the QR code", () => {
  /** The public route of the manifest at which a URL arrives. */
  const publicRoute = (path: string) =>
    permits.routes.find(
      (route) =>
        route.allow === "public" &&
        route.method === "GET" &&
        new RegExp(`^${route.path.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(path),
    );

  test.each(["receipt", "grant", "certificate", "delivery-record"])(
    "of a %s, scanned from paper or screen, leads anybody to its verification, and to no more than it needs",
    async (wanted) => {
      const { id: paper } = await kind(wanted);
      const [pdf, html] = await Promise.all(
        ["pdf", "html"].map(async (ending) => fetchFile(hall, theClerk, `/permits/documents/${paper}/${ending}`)),
      );
      const said = codeInPdf(pdf?.content ?? new Uint8Array());
      expect(codeInHtml(html?.content.toString() ?? "")).toBe(said);
      const url = new URL(said);
      expect([url.protocol, url.search, url.hash]).toEqual(["https:", "", ""]);
      expect(publicRoute(url.pathname)?.path).toBe("/permits/documents/{id}/verify");
      const { status, body } = await hall.get(undefined, url.pathname);
      expect([status, body.genuine]).toEqual([200, true]);
      const asked = ["genuine", "status", "kind", "title", "number", "on", "organ", "sha256"];
      const more = wanted === "certificate" ? ["certificate"] : [];
      expect(Object.keys(body).sort()).toEqual([...asked, ...more].sort());
      const told = JSON.stringify(body);
      for (const secret of [theApplicant.name, theApplicant.idNumber, theApplicant.phone, id, "农药"])
        expect(told).not.toContain(secret);
    },
  );

  test("is not to be guessed: an id of 104 bits, and a number alone leads nowhere", async () => {
    const { id: paper, number } = await kind("receipt");
    expect(paper).toMatch(/^[0-9A-F]{26}$/);
    expect((await hall.get(undefined, verify(number))).status).toBe(404);
  });
});

describe("a file as large as a Lambda may answer", () => {
  const largest = 4_669_437;

  /** A paper whose PDF has so many bytes, as the gateway answers it. */
  async function answered(bytes: number) {
    const content = new Uint8Array(bytes).fill(65);
    const key = `documents/LARGE/${bytes}.pdf`;
    await hall.runtime.files.put(key, content, "application/pdf");
    const file = { key, sha256: sha256(content) };
    const paper = `LARGE${bytes}`;
    const number: NumberIt = {
      type: "number",
      kind: "receipt",
      ...{ application: id, sequence: 1, at: "2026-03-02T02:00:00.000Z", on: "2026-03-02", power: undefined },
    };
    const drawUp = { type: "draw-up", content: file, html: file, template: 1, missingGlyphs: 0 } as const;
    for (const command of [number, drawUp, { type: "print", pdf: file } as const])
      await instruct({ of: document, id: paper, expects: "either", command }).carryOut(hall.runtime, {
        id: `${paper}|${command.type}`,
      });
    const handler = apiFor(permits, hall.runtime);
    const event = anEvent({ path: `/permits/documents/${paper}/pdf`, claims: claimsFor(theClerk) });
    return z
      .looseObject({ statusCode: z.number(), headers: z.record(z.string(), z.unknown()), body: z.string() })
      .parse(await handler(event, aLambdaContext));
  }

  test("is answered whole, within six megabytes, base64 and all", async () => {
    const answer = await answered(largest);
    expect([answer.statusCode, Buffer.from(answer.body, "base64").length]).toEqual([200, largest]);
    expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThan(6 * 1024 * 1024);
  });

  test("one byte more, and the answer is a signed URL where to fetch it", async () => {
    const { statusCode, headers, body } = await answered(largest + 1);
    expect([statusCode, body]).toEqual([307, ""]);
    expect(headers.location).toContain(`documents/LARGE/${largest + 1}.pdf`);
    expect(headers["cache-control"]).toBe("no-store");
  });
});

describe("a mistake", () => {
  test("a file that is not the one drawn up is not handed out, and is counted", async () => {
    const other = await aHall();
    const case2 = await other.file(theClerk);
    await deliver(other, application, case2);
    const items = await papersOf(other, theClerk, case2);
    other.runtime.files.get = async () => new Uint8Array([1, 2, 3]);
    const { status } = await fetchFile(other, theClerk, `/permits/documents/${items[0]?.id}/pdf`);
    expect([status, other.runtime.observability.counted.DocumentsDamaged]).toEqual([503, 1]);
  });

  test("is put right by another document with another number; the old one is superseded and kept", async () => {
    const { id: notice, sha256: hashes } = await kind("acceptance-notice");
    const path = `/permits/documents/${notice}/replace`;
    expect((await hall.post(theApprover, path, { reason: "承办机构有误" })).body.code).toBe(
      "permits.document-not-yours-to-replace",
    );
    const { body } = await hall.post(theClerk, path, { reason: "承办机构有误" });
    expect(body).toMatchObject({ status: "superseded", sha256: hashes });
    await deliver(hall, document, notice, 2);
    const by = z.string().parse(body.supersededBy);
    expect((await hall.get(theClerk, `/permits/documents/${by}`)).body).toMatchObject({
      ...{
        status: "drawn-up",
        kind: "acceptance-notice",
        number: "禄丰市农业农村局（广通）受〔2026〕2号",
        replaces: "禄丰市农业农村局（广通）受〔2026〕1号",
      },
    });
    expect((await fetchFile(hall, theClerk, `/permits/documents/${notice}/pdf`)).status).toBe(200);
    expect((await hall.get(undefined, verify(notice))).body).toMatchObject({ status: "superseded" });
    expect((await hall.post(theClerk, path, { reason: "承办机构有误" })).body.code).toBe(
      "permits.document-not-in-this-state",
    );
  });

  test("a name with a character that no font has is drawn up, and counted", async () => {
    const other = await aHall();
    const applicant = { ...theApplicant, name: "欧阳𰻝" };
    const case2 = await other.file(theClerk, { itemCode: "PL-018", applicant, materials: [] });
    await deliver(other, application, case2);
    expect(other.runtime.observability.counted.GlyphsMissing).toBe(1);
    const items = await papersOf(other, theClerk, case2);
    expect(items[0]).toMatchObject({ missingGlyphs: 1 });
  });
});
