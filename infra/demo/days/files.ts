import { createHash } from "node:crypto";
import * as z from "zod";
import { file } from "../desk.ts";
import { resident, reviewer } from "../people.ts";
import { line } from "../show.ts";
import type { Case, Week } from "../week.ts";

const announced = z.object({
  id: z.string(),
  upload: z.object({ url: z.string(), method: z.string(), headers: z.record(z.string(), z.string()) }),
});
const known = z.object({
  status: z.string(),
  bytes: z.number(),
  attachments: z.array(z.object({ application: z.string() })),
});
const allowed = z.object({ download: z.object({ url: z.string() }) });

/** A resident sends one scan from his phone; two of his cases take it, and the office fetches the very same bytes. */
export async function oneFileForTwo(week: Week, who: number): Promise<readonly Case[]> {
  const by = resident(who);
  const person = week.person();
  const content = Buffer.from(`%PDF-1.7\n${"居民身份证复印件 a scan ".repeat(2_000)}\n%%EOF\n`);
  const sha256 = createHash("sha256").update(content).digest("hex");
  const said = { name: "申请表扫描件", type: "application/pdf", bytes: content.length, sha256 };
  const { id, upload } = await week.town.post("/permits/materials", said, announced, by);
  const sent = await fetch(upload.url, {
    method: upload.method,
    headers: upload.headers,
    body: Uint8Array.from(content),
  });
  if (!sent.ok) throw new Error(`the file was not taken: ${sent.status}`);
  await week.town.act(`/permits/materials/${id}/complete`, {}, by);
  const cases = [];
  for (const code of ["PS-058", "PS-060"]) {
    const one = await file(week, code, { by, person, incomplete: true });
    const [material] = one.guide.materials
      .filter(({ required, shared }) => required && !shared)
      .map(({ name }) => name)
      .reverse();
    await week.town.act(`/permits/materials/${id}/attach`, { application: one.id, material }, by);
    cases.push(one);
  }
  await week.town.settle();
  const { bytes, attachments } = await week.town.get(`/permits/materials/${id}`, known, by);
  const office = cases[0]?.guide.office ?? "";
  const { download } = await week.town.post(`/permits/materials/${id}/download`, {}, allowed, reviewer(office));
  const fetched = Buffer.from(await (await fetch(download.url)).arrayBuffer());
  const same = createHash("sha256").update(fetched).digest("hex") === sha256;
  if (!same) throw new Error("another file came back");
  line(
    `网上上传 ${bytes} 字节，供 ${attachments.length} 件使用，科室取回散列一致`,
    "one upload serves two cases; fetched unchanged",
  );
  return cases;
}
