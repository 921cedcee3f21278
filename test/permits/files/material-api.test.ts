import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { materialKey } from "../../../services/permits/common/domain/uploaded-file.ts";
import { dossier, onFileOn } from "../../../services/permits/dossiers/domain/dossier.ts";
import { material } from "../../../services/permits/files/domain/decider.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { day } from "../../support/deciding.ts";
import { partyId } from "../../support/keyed.ts";
import { aGivingBody } from "../authorisations/builders.ts";
import {
  anAgent,
  aResident,
  theApplicant,
  theClerk,
  theForm,
  theHead,
  thePlan,
  theReviewer,
} from "../cases/builders.ts";
import { aPeopleTown } from "../people-town.ts";
import { aForm, aHall, deliverAll } from "../permits-hall.ts";

type Hall = Awaited<ReturnType<typeof aHall>>;
type Sending = Pick<Hall, "post" | "runtime">;
const scanner: Actor = { sub: "scanner-1", name: "", roles: ["device"] };
const neighbour: Actor = { ...aResident, sub: "resident-2" };
const pdf = new TextEncoder().encode("%PDF-1.7\n一份材料");
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const said = (content: Uint8Array, type = "application/pdf") => ({
  type,
  bytes: content.length,
  sha256: createHash("sha256").update(content).digest("hex"),
});
const created = z.looseObject({ id: z.string() });

/** Announces and sends a file as this person; what is sent may differ from what is said. */
async function sent(
  hall: Sending,
  who: Actor,
  content: Uint8Array = pdf,
  type = "application/pdf",
  name = "张三的申请表",
) {
  const { status, body } = await hall.post(who, "/permits/materials", { name, ...said(content, type) });
  if (status !== 201) throw new Error(JSON.stringify(body));
  const { id } = created.parse(body);
  await hall.runtime.files.put(materialKey(id), content, type);
  return id;
}

async function whole(hall: Sending, who: Actor, content: Uint8Array = pdf) {
  const id = await sent(hall, who, content);
  const { status, body } = await hall.post(who, `/permits/materials/${id}/complete`);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return id;
}

/** Delivers the events of a file to the service's own reactions. */
const settle = (hall: Hall, id: string) => deliverAll(hall, material, id);

describe("sending a file", () => {
  test("is announced, sent by a URL of minutes, and complete when it is what it says", async () => {
    const hall = await aHall();
    const { status, headers, body } = await hall.post(aResident, "/permits/materials", {
      name: "申请表",
      ...said(pdf),
    });
    expect(status).toBe(201);
    expect(headers.location).toBe(`/permits/materials/${body.id}`);
    expect(body).toMatchObject({ status: "announced", usable: false, upload: { method: "PUT", headers: {} } });
    const id = String(body.id);
    expect((await hall.post(aResident, `/permits/materials/${id}/complete`)).body.code).toBe(
      "permits.material-not-there",
    );
    await hall.runtime.files.put(materialKey(id), pdf, "application/pdf");
    expect((await hall.post(aResident, `/permits/materials/${id}/complete`)).body).toMatchObject({
      status: "uploaded",
      usable: true,
      name: "申请表",
    });
  });

  test.each([
    ["a picture", png, "image/png"],
    ["nothing that is known", new TextEncoder().encode("<script>"), "unknown-content"],
  ])("%s that calls itself a PDF is told by its content", async (_what, content, told) => {
    const hall = await aHall();
    const id = await sent(hall, aResident, content);
    expect(await hall.post(aResident, `/permits/materials/${id}/complete`)).toMatchObject({
      status: 422,
      body: { code: "permits.material-not-what-it-says", details: { type: "application/pdf", content: told } },
    });
  });

  test("a picture is a picture", async () => {
    const hall = await aHall();
    const id = await sent(hall, aResident, png, "image/png");
    expect((await hall.post(aResident, `/permits/materials/${id}/complete`)).body.status).toBe("uploaded");
  });

  test("who repeats his announcement gets leave for the same file", async () => {
    const hall = await aHall();
    const again = () =>
      hall.post(aResident, "/permits/materials", { name: "a", ...said(pdf) }, { "idempotency-key": "k" });
    expect((await again()).body.id).toBe((await again()).body.id);
  });

  test.each([
    [{ sha256: "A".repeat(64) }, "/sha256"],
    [{ bytes: 0 }, "/bytes"],
    [{ name: " " }, "/name"],
  ])("%j is no announcement", async (wrong, pointer) => {
    const hall = await aHall();
    expect(await hall.post(aResident, "/permits/materials", { name: "a", ...said(pdf), ...wrong })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer }] },
    });
  });
});

describe("one file, two cases", () => {
  test("counts as brought in each, is listed with each, and is saved under what it serves as", async () => {
    const hall = await aHall();
    const cases = [
      await hall.file(aResident, { ...aForm, materials: [thePlan] }),
      await hall.file(aResident, { ...aForm, materials: [thePlan] }),
    ];
    const file = await whole(hall, aResident);
    for (const application of cases)
      expect(
        (await hall.post(aResident, `/permits/materials/${file}/attach`, { application, material: theForm })).status,
      ).toBe(200);
    await settle(hall, file);
    await settle(hall, file);
    for (const application of cases) {
      expect((await hall.get(theClerk, `/permits/applications/${application}`)).body.missing).toEqual([]);
      expect((await hall.get(aResident, `/permits/applications/${application}/materials`)).body).toMatchObject({
        items: [{ material: theForm, file: { id: file, status: "uploaded" } }],
      });
      expect((await hall.get(neighbour, `/permits/applications/${application}/materials`)).status).toBe(404);
    }
    const { body } = await hall.post(theReviewer, `/permits/materials/${file}/download`);
    expect(body).toMatchObject({
      download: { url: expect.stringContaining(encodeURIComponent(`${theForm}-${file.slice(0, 6)}.pdf`)) },
    });
    expect(JSON.stringify(body.download)).not.toContain(encodeURIComponent("张三"));
    expect((await hall.get(theClerk, `/permits/materials/${file}/history`)).body).toMatchObject({
      events: expect.arrayContaining([
        expect.objectContaining({ type: "permits.material.disclosed", actor: "reviewer-1" }),
      ]),
    });
    const why = { reason: "核对图纸" };
    expect((await hall.post(theReviewer, `/permits/materials/${file}/download`, why)).status).toBe(200);
    const [byDuty, said] = (await hall.runtime.store.history(material, file)).filter(
      ({ type }) => type === "permits.material.disclosed",
    );
    expect([byDuty?.personal, said?.personal]).toEqual([{ reason: "依职责办理本件" }, why]);
  });

  test("what was attached when the case no longer takes corrections does not stop the queue", async () => {
    const hall = await aHall();
    const application = await hall.file(aResident, aForm);
    await hall.post(theClerk, `/permits/applications/${application}/accept`);
    const file = await whole(hall, aResident);
    await hall.post(aResident, `/permits/materials/${file}/attach`, { application, material: "补充说明" });
    await settle(hall, file);
    expect((await hall.get(theClerk, `/permits/applications/${application}/materials`)).body).toMatchObject({
      items: [{ material: "补充说明" }],
    });
  });
});

test("a file attached to a case that is declined before it counts there stops no queue", async () => {
  const hall = await aHall();
  const application = await hall.file(aResident, { ...aForm, materials: [thePlan] });
  const file = await whole(hall, aResident);
  await hall.post(aResident, `/permits/materials/${file}/attach`, { application, material: theForm });
  await hall.post(theClerk, `/permits/applications/${application}/decline`, {
    ground: "no-permit-needed",
    reasons: "自用",
    facts: "仅供自家使用",
  });
  await settle(hall, file);
  expect((await hall.get(theClerk, `/permits/applications/${application}`)).body).toMatchObject({
    status: "declined",
    given: [thePlan],
  });
});

describe("nobody else", () => {
  test("learns that a file is there, by itself, by its history or by a list", async () => {
    const hall = await aHall();
    const file = await whole(hall, aResident);
    for (const path of [`/permits/materials/${file}`, `/permits/materials/${file}/history`])
      for (const stranger of [neighbour, theReviewer]) expect((await hall.get(stranger, path)).status).toBe(404);
    expect((await hall.get(neighbour, "/permits/materials")).body).toEqual({ items: [] });
    expect((await hall.get(aResident, "/permits/materials")).body).toMatchObject({ items: [{ id: file }] });
    for (const stranger of [neighbour, theReviewer])
      expect(await hall.post(stranger, `/permits/materials/${file}/download`)).toMatchObject({ status: 404 });
  });

  test("but the owner of a case that took it, who works on cases, and the scanner", async () => {
    const hall = await aHall();
    const application = await hall.file(aResident, aForm);
    const file = await whole(hall, theClerk);
    const seen = async (who: Actor) => (await hall.get(who, `/permits/materials/${file}`)).status;
    expect([await seen(aResident), await seen(theReviewer), await seen(scanner)]).toEqual([404, 404, 200]);
    await hall.post(theClerk, `/permits/materials/${file}/attach`, { application, material: theForm });
    expect([await seen(aResident), await seen(theReviewer), await seen(neighbour)]).toEqual([200, 200, 404]);
  });

  test("and a scanner never what it is called", async () => {
    const hall = await aHall();
    const file = await whole(hall, aResident);
    const { body } = await hall.get(scanner, "/permits/materials");
    expect(body).toMatchObject({ items: [{ id: file, status: "uploaded" }] });
    expect(JSON.stringify(body)).not.toContain("张三");
  });
});

describe("who may read a case may read its files, as the case stands now", () => {
  /** A case that the agent filed for a villager with a login, until 3 March; one file is the counter's, one the agent's. */
  async function brought() {
    const town = await aPeopleTown();
    const giving = { ...aGivingBody, until: "2026-03-03" };
    const authorisation = await town.create(theClerk, "/permits/authorisations", giving);
    const application = await town.create(anAgent, "/permits/applications", { ...aForm, authorisation });
    const [counters, agents] = [await whole(town, theClerk), await whole(town, anAgent)];
    for (const [file, who] of [[counters, theClerk] as const, [agents, anAgent] as const])
      await town.post(who, `/permits/materials/${file}/attach`, { application, material: theForm });
    await town.settle();
    const read = async (who: Actor, file = counters) => [
      (await town.get(who, `/permits/materials/${file}`)).status,
      (await town.get(who, `/permits/materials/${file}/history`)).status,
      (await town.post(who, `/permits/materials/${file}/download`)).status,
    ];
    return { town, authorisation, counters, agents, read };
  }
  const may = [200, 200, 200];
  const none = [404, 404, 404];

  test("L9 the agent until the last day of his authorisation, what the counter brought no more the day after", async () => {
    const { town, agents, read } = await brought();
    await town.morning("2026-03-03");
    expect([await read(anAgent), await read(neighbour)]).toEqual([may, none]);
    await town.morning("2026-03-04");
    expect([await read(anAgent), await read(neighbour)]).toEqual([none, none]);
    expect(await read(anAgent, agents)).toEqual(may);
  });

  test("L9 and from its revocation; the villager by his own login all the time, also what the agent brought", async () => {
    const { town, authorisation, agents, read } = await brought();
    expect([await read(aResident), await read(aResident, agents)]).toEqual([may, may]);
    await town.post(theClerk, `/permits/authorisations/${authorisation}/revoke`);
    await town.settle();
    expect(await read(anAgent)).toEqual(none);
    expect([await read(aResident), await read(aResident, agents)]).toEqual([may, may]);
  });

  test("staff of another office know of the file as of the case, and are not given it", async () => {
    const { read } = await brought();
    expect(await read(theReviewer)).toEqual(may);
    expect(await read({ ...theReviewer, office: "social-affairs" })).toEqual([200, 200, 403]);
  });

  test("one file of two cases: each party reads it, and is told of his own case alone, until that gives it back", async () => {
    const hall = await aHall();
    const cases = [await hall.file(aResident), await hall.file(neighbour)];
    const file = await whole(hall, theClerk);
    for (const application of cases)
      await hall.post(theClerk, `/permits/materials/${file}/attach`, { application, material: "补充说明" });
    const shown = async (who: Actor) => [
      (await hall.get(who, `/permits/materials/${file}`)).body.attachments,
      (await hall.post(who, `/permits/materials/${file}/download`)).body.attachments,
    ];
    const [one, two] = cases.map((application) => expect.objectContaining({ application }));
    expect(await shown(aResident)).toEqual([[one], [one]]);
    expect(await shown(neighbour)).toEqual([[two], [two]]);
    expect(await shown(theReviewer)).toEqual([
      [one, two],
      [one, two],
    ]);
    await hall.post(theClerk, `/permits/materials/${file}/detach`, { application: cases[1], material: "补充说明" });
    expect((await hall.post(neighbour, `/permits/materials/${file}/download`)).status).toBe(404);
    expect(await shown(aResident)).toEqual([[one], [one]]);
  });
});

describe("an infected file", () => {
  test("is given to nobody and kept nowhere", async () => {
    const hall = await aHall();
    const file = await whole(hall, aResident);
    expect(
      (await hall.post(scanner, `/permits/materials/${file}/scan`, { verdict: "infected", engine: "x" })).status,
    ).toBe(200);
    await settle(hall, file);
    expect(await hall.runtime.files.facts(materialKey(file))).toBeUndefined();
    for (const actor of [aResident, theClerk])
      expect((await hall.post(actor, `/permits/materials/${file}/download`)).status).toBe(409);
    expect(
      (await hall.post(theClerk, `/permits/materials/${file}/scan`, { verdict: "clean", engine: "x" })).status,
    ).toBe(403);
  });
});

test("a file that is taken away leaves nothing behind", async () => {
  const hall = await aHall();
  const file = await whole(hall, aResident);
  expect((await hall.post(aResident, `/permits/materials/${file}/remove`)).body).toMatchObject({
    status: "removed",
    ground: "by-owner",
  });
  await settle(hall, file);
  await settle(hall, file);
  expect(await hall.runtime.files.facts(materialKey(file))).toBeUndefined();
});

test("S-4: what came as a file with an accepted case is on file, if the profile says so; a form is not", async () => {
  const hall = await aHall();
  const application = await hall.file(aResident, aForm);
  for (const as of ["居民身份证", theForm]) {
    const file = await whole(hall, aResident, new TextEncoder().encode(`%PDF-1.7 ${as}`));
    await hall.post(aResident, `/permits/materials/${file}/attach`, { application, material: as });
    await settle(hall, file);
  }
  await hall.post(theClerk, `/permits/applications/${application}/accept`);
  await hall.settle(application);
  await hall.settle(application);
  const kept = await hall.runtime.store.load(dossier, partyId(theApplicant.idNumber));
  expect(kept?.state.entries).toMatchObject([{ name: "居民身份证", since: "2026-03-02", validUntil: "2028-03-02" }]);
  expect(onFileOn(kept?.state, day("2026-03-02"))).toEqual(["居民身份证"]);
});

test("L3 a file attached after acceptance counts as what was to come later", async () => {
  const hall = await aHall();
  const application = await hall.file(aResident, aForm);
  await hall.post(theClerk, `/permits/applications/${application}/accept`);
  const file = await whole(hall, aResident);
  await hall.post(aResident, `/permits/materials/${file}/attach`, { application, material: "补充说明" });
  await settle(hall, file);
  expect((await hall.get(theClerk, `/permits/applications/${application}`)).body).toMatchObject({
    status: "accepted",
    given: [theForm, thePlan, "补充说明"],
  });
});

describe("XK-30: forms of a guide as files", () => {
  const give = { material: theForm, kind: "blank", reason: "启用新表" };
  const at = "/permits/guides/PL-018";
  const offered = z.looseObject({
    formFiles: z.array(
      z.looseObject({
        blank: z.looseObject({ sha256: z.string(), download: z.looseObject({ url: z.string() }) }).optional(),
      }),
    ),
    guideVersion: z.number(),
  });
  const guideOf = async (hall: Hall, query = {}) => offered.parse((await hall.get(undefined, at, query)).body);

  test("XK-30 anybody fetches it by the guide, in its version, whatever becomes of the file that was sent", async () => {
    const hall = await aHall();
    const file = await whole(hall, theHead);
    const { status, body } = await hall.post(theHead, `${at}/give-form`, { ...give, file });
    expect([status, offered.parse(body).guideVersion]).toEqual([200, 2]);
    expect((await hall.post(theHead, `/permits/materials/${file}/remove`)).status).toBe(200);
    await settle(hall, file);
    const newer = new TextEncoder().encode("%PDF-1.7 2026年新表");
    await hall.post(theHead, `${at}/give-form`, { ...give, file: await whole(hall, theHead, newer) });
    for (const [version, content] of [
      ["2", pdf],
      ["3", newer],
    ] as const) {
      const [form] = (await guideOf(hall, { version })).formFiles;
      const sha256 = createHash("sha256").update(content).digest("hex");
      expect(form?.blank?.sha256).toBe(sha256);
      expect(form?.blank?.download.url).toMatch(
        `form/${sha256}?name=${encodeURIComponent(`农药经营许可证核发-${theForm}-空白表.pdf`)}`,
      );
      expect(await hall.runtime.files.get(`form/${sha256}`)).toEqual(content);
    }
    expect((await hall.get(undefined, `${at}/diff`, { from: "2", to: "3" })).body).toMatchObject({
      changes: expect.arrayContaining([expect.objectContaining({ path: `/formFiles/${theForm}/blank/sha256` })]),
    });
    const dropped = await hall.post(theHead, `${at}/drop-form`, give);
    expect([dropped.status, dropped.body.formFiles]).toEqual([200, []]);
  });

  test("P-1 what somebody brought is not copied for the public, whoever asks", async () => {
    const hall = await aHall();
    const file = await whole(hall, aResident);
    expect((await hall.post(theHead, `${at}/give-form`, { ...give, file })).body.code).toBe("permits.unknown-file");
    const sha256 = createHash("sha256").update(pdf).digest("hex");
    expect(await hall.runtime.files.facts(`form/${sha256}`)).toBeUndefined();
    expect((await hall.post(theHead, `${at}/revise`, { changes: { formFiles: [] }, reason: "改" })).status).toBe(400);
  });

  test("one that is found infected afterwards is kept nowhere", async () => {
    const hall = await aHall();
    const file = await whole(hall, theHead);
    await hall.post(theHead, `${at}/give-form`, { ...give, file });
    await hall.post(scanner, `/permits/materials/${file}/scan`, { verdict: "infected", engine: "x" });
    await settle(hall, file);
    for (const key of [materialKey(file), `form/${createHash("sha256").update(pdf).digest("hex")}`])
      expect(await hall.runtime.files.facts(key)).toBeUndefined();
  });

  test("a form whose content is gone is none", async () => {
    const hall = await aHall();
    const file = await whole(hall, theHead);
    await hall.runtime.files.remove(materialKey(file));
    expect((await hall.post(theHead, `${at}/give-form`, { ...give, file })).body.code).toBe(
      "permits.material-not-there",
    );
  });
});
