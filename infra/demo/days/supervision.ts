import * as z from "zod";
import type { Certificate } from "../desk.ts";
import { head, officer, resident } from "../people.ts";
import { line } from "../show.ts";
import type { Week } from "../week.ts";

const inspection = z.object({
  id: z.string(),
  status: z.string(),
  points: z.array(z.object({ id: z.string() })),
  number: z.object({ text: z.object({ zh: z.string() }) }).optional(),
});
const report = z.object({ id: z.string(), status: z.string() });
const published = z.object({ result: z.string() });
const place = "沿河村码头〔示例〕";

/** Reported without a name, looked into by two who did not grant it, signed by all three, open to anybody (XK-61, XK-65). */
export async function supervise(week: Week, { certificate, office }: { certificate: Certificate; office: string }) {
  const { town } = week;
  const item = "PL-015";
  const said = { item, text: "有人用禁用渔具捕捞", place, anonymous: true };
  const told = await town.post("/permits/reports", said, report, resident(8));
  const by = week.today.toString();
  const inspectors = [officer(1), officer(2)].map(({ sub, name }) => ({ sub, name }));
  const visit = { certificate: certificate.id, by, place, brief: "核查渔具" };
  const path = `/permits/reports/${told.id}/look-into`;
  const refusal = await town.refuses(
    "permits.two-inspect",
    path,
    { ...visit, inspectors: inspectors.slice(1) },
    head(office),
  );
  await town.act(path, { ...visit, inspectors }, head(office));
  await town.settle();
  const [sent] = await town.all("/permits/inspections?mine=true", z.object({ id: z.string() }), officer(1));
  if (sent === undefined) throw new Error("nobody was sent");
  const planned = await town.get(`/permits/inspections/${sent.id}`, inspection, officer(1));
  const at = (verb: string) => `/permits/inspections/${planned.id}/${verb}`;
  const findings = planned.points.map(({ id }) => ({ point: id, result: "conforms" }));
  await town.act(at("record"), { heldOn: by, findings, result: "conforming", summary: "渔具合规" }, officer(1));
  const conduct = { hindered: false, demanded: false };
  const acknowledgement = { how: "refused", reasons: "不在现场签字", witness: "沿河村村委会主任" };
  await town.act(at("acknowledge"), { acknowledgement, conduct }, officer(1));
  await town.act(at("sign"), {}, officer(1));
  const { status, number } = await town.post(at("sign"), {}, inspection, officer(2));
  const records = await town.all(`/permits/inspections/published?item=${item}`, published);
  line(
    `匿名举报 → 一人检查不行（${refusal.code}），两人检查，签字（${status}）${number?.text.zh ?? ""}；任何人可查 ${records.length} 条`,
    "reported, inspected by two, signed, open to anybody (XK-61)",
  );
}
