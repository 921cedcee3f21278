import * as z from "zod";
import { resident, reviewer } from "../people.ts";
import { line } from "../show.ts";
import { broughtFor, type Case, type Week } from "../week.ts";

const prefilled = z.object({
  application: z.looseObject({ itemCode: z.string() }),
  bring: z.array(z.object({ name: z.string(), required: z.boolean() })),
});
const consultation = z.object({ id: z.string(), status: z.string(), limit: z.object({ due: z.string().nullable() }) });

/** A question is answered, and becomes an application that is filled in already (L15). */
export async function askedThenFiled(week: Week, who: number): Promise<Case> {
  const by = resident(who);
  const person = week.person();
  const code = "PL-019";
  const guide = week.guideOf(code);
  const asked = await week.town.post(
    "/permits/consultations",
    { item: code, question: "自留山上砍几棵树盖房，要办什么手续？", contact: person },
    consultation,
    by,
  );
  await week.town.act(
    `/permits/consultations/${asked.id}/answer`,
    { text: "需办林木采伐许可，带采伐申请表和伐区说明即可。" },
    reviewer(guide.office),
  );
  const { application, bring } = await week.town.post(
    `/permits/consultations/${asked.id}/prefill`,
    { reason: "代填申请表" },
    prefilled,
    by,
  );
  const id = await week.town.made("/permits/applications", { ...application, materials: broughtFor(guide) }, by);
  const turned = await week.town.post(`/permits/consultations/${asked.id}/turn`, { application: id }, consultation, by);
  const one = { id, guide, person, filer: by };
  week.cases.push(one);
  line(
    `咨询 ${guide.name.zh}：${asked.limit.due} 前答复，当日已答；转为预填申请（${turned.status}），需带 ${bring.filter(({ required }) => required).length} 样`,
    "a question, answered, turned into an application (L15)",
  );
  return one;
}
