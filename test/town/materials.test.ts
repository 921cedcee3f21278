import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import * as z from "zod";
import { Hall } from "./hall.ts";

let hall: Hall;
beforeAll(async () => {
  hall = await Hall.open();
}, 120_000);
afterAll(() => hall.close());

const announced = z.object({
  id: z.string(),
  upload: z.object({ url: z.string(), headers: z.record(z.string(), z.string()) }),
});
const opened = z.object({ download: z.object({ url: z.string() }) });

it("a file goes from a resident's phone to the reviewer's desk: sent, checked, taken by a case, fetched", async () => {
  const content = Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(11 * 1024 * 1024, "材料")]);
  const sha256 = createHash("sha256").update(content).digest("hex");
  const said = { name: "我的申请表", type: "application/pdf", bytes: content.length, sha256 };
  const { id, upload } = announced.parse((await hall.post("resident", "/permits/materials", said)).body);
  const send = (body: Buffer) =>
    fetch(upload.url, { method: "PUT", headers: upload.headers, body: Uint8Array.from(body) });
  expect((await send(Buffer.alloc(content.length))).status).toBe(400);
  expect((await send(content)).status).toBe(200);
  expect((await send(content)).status).toBe(412);
  expect((await hall.post("resident", `/permits/materials/${id}/complete`)).body).toMatchObject({ status: "uploaded" });

  const application = await hall.receive("PL-015", "resident");
  const { body: guide } = await hall.get(undefined, "/permits/guides/PL-015");
  const [material] = z
    .array(z.object({ name: z.string() }))
    .parse(guide.materials)
    .map(({ name }) => name);
  expect(await hall.post("neighbour", `/permits/materials/${id}/attach`, { application, material })).toMatchObject({
    status: 404,
  });
  expect((await hall.post("resident", `/permits/materials/${id}/attach`, { application, material })).status).toBe(200);
  await hall.town.settle(60_000);
  expect((await hall.get("clerk", `/permits/applications/${application}/materials`)).body).toMatchObject({
    items: [{ material, file: { id } }],
  });

  expect((await hall.post("neighbour", `/permits/materials/${id}/download`)).status).toBe(404);
  const { download } = opened.parse((await hall.post("reviewer", `/permits/materials/${id}/download`)).body);
  const fetched = await fetch(download.url);
  expect(Buffer.from(await fetched.arrayBuffer()).equals(content)).toBe(true);
  expect(fetched.headers.get("content-disposition")).toContain(encodeURIComponent(material ?? ""));

  await hall.call(undefined, "PUT", "/_embedded/clock", { advance: "PT6M" });
  expect((await fetch(download.url)).status).toBe(403);
});
