import { createHash } from "node:crypto";
import * as z from "zod";
import { clerk } from "../people.ts";
import { line } from "../show.ts";
import type { Case, Week } from "../week.ts";

const document = z.object({
  id: z.string(),
  status: z.string(),
  title: z.object({ zh: z.string() }),
  number: z.string(),
});
const verified = z.object({ genuine: z.boolean(), matches: z.boolean().optional() });

/** Every paper of a case, and one of them fetched, as its holder checks it. */
export async function papersOf(week: Week, { id, guide }: Case): Promise<void> {
  const by = clerk(1);
  const { items } = await week.town.get(
    `/permits/applications/${id}/documents`,
    z.object({ items: z.array(document) }),
    by,
  );
  const paper = items.findLast(({ status }) => status === "drawn-up");
  if (paper === undefined) throw new Error(`no paper was drawn up for ${id}`);
  const pdf = await week.town.bytes(`/permits/documents/${paper.id}/pdf`, by);
  const sha256 = createHash("sha256").update(pdf).digest("hex");
  const { matches } = await week.town.get(`/permits/documents/${paper.id}/verify?sha256=${sha256}`, verified);
  if (matches !== true) throw new Error("another file than was drawn up");
  line(`${guide.name.zh} 文书 ${items.length} 份：${items.map(({ title }) => title.zh).join("、")}`, "its papers");
  line(
    `《${paper.title.zh}》${paper.number}，PDF ${Math.round(pdf.length / 1024)} KB，散列值一致`,
    "one as PDF; its hash is the one on record",
  );
}
