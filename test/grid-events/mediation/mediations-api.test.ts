import { describe, expect, test } from "vitest";
import * as z from "zod";
import { gridEvents } from "../../../services/grid-events/service.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { aGridTown, theDispatcher, worker } from "../grid-town.ts";

const zhang: Actor = { sub: "resident-1", name: "张三", roles: ["resident"] };
const stranger: Actor = { sub: "resident-2", name: "别人", roles: ["resident"] };
const made = z.object({ id: z.string() });
const stepped = z.object({
  steps: z.array(z.object({ verb: z.string(), until: z.string().exactOptional() })).optional(),
});
const parties = [
  { name: "张三丰", mine: true },
  { name: "李四光", phone: "13812345678" },
];

describe("G7: the number and the next steps of a mediation", () => {
  test("numbered when it is asked for, found by the number in any state, by who reads it", async () => {
    const { post, get } = aGridTown();
    const { id } = made.parse((await post("/mediations", { subject: "宅基地边界之争", parties }, zhang)).body);
    const number = "广通调〔2026〕1号";
    expect((await get(`/mediations/${id}`, {}, zhang)).body).toMatchObject({ number });
    expect((await get("/mediations", { number }, theDispatcher)).body).toMatchObject({
      items: [{ id, number, status: "proposed" }],
    });
    expect((await get("/mediations", { number: "广通调 [2026] 1号" }, theDispatcher)).body).toMatchObject({
      items: [{ id }],
    });
    expect((await get("/mediations", { number }, worker(2))).body).toMatchObject({ items: [] });
    expect((await get("/mediations", {}, theDispatcher)).body).toMatchObject({ items: [] });
    // Who asked for it finds it in any state; a stranger finds nothing.
    expect((await get("/mediations", {}, zhang)).body).toMatchObject({ items: [{ id, status: "proposed" }] });
    expect((await get("/mediations", { status: "open" }, zhang)).body).toMatchObject({ items: [] });
    for (const query of [{}, { number }])
      expect((await get("/mediations", query, stranger)).body).toMatchObject({ items: [] });
  });

  test("the house sees each step with its roles and its last day; a party only his own steps", async () => {
    const { post, get } = aGridTown();
    const { id } = made.parse((await post("/mediations", { subject: "宅基地边界之争", parties }, zhang)).body);
    const act = (verb: string, body: object, by: Actor) => post(`/mediations/${id}/${verb}`, body, by);
    const stepsOf = async (by: Actor) => stepped.parse((await get(`/mediations/${id}`, {}, by)).body).steps;
    const untilOf = async (verb: string) => (await stepsOf(theDispatcher))?.find((one) => one.verb === verb)?.until;
    await act("appoint", { mediator: "grid-worker-1" }, theDispatcher);
    await act("consent", { party: "p2" }, theDispatcher);
    expect(await untilOf("agree")).toBe("2026-04-02");
    expect(await stepsOf(zhang)).toBeUndefined();
    await act("agree", { form: "oral", text: "以老墙为界", agreedBy: ["p1", "p2"] }, worker(1));
    expect(await untilOf("record-confirmation")).toBe("2026-04-01");
    expect(await untilOf("follow-up")).toBe("2026-03-09");
  });
});

describe("G7: a dispute mediated, end to end", () => {
  test("asked for, wanted by both, agreed, visited twice, closed; nobody outside reads who or what", async () => {
    const { post, get, runtime, heard } = aGridTown();
    const { id } = made.parse((await post("/mediations", { subject: "宅基地边界之争", parties }, zhang)).body);
    const act = (verb: string, body: object, by: Actor) => post(`/mediations/${id}/${verb}`, body, by);
    expect((await act("appoint", { mediator: "grid-worker-1" }, theDispatcher)).status).toBe(200);
    expect((await act("consent", { party: "p2" }, theDispatcher)).body).toMatchObject({ status: "open" });
    await act("hold-session", { on: "2026-03-02", present: ["p1", "p2"], notes: "各述其理" }, worker(1));
    await act("report-danger", { what: "李四光情绪激动" }, worker(1));
    const agreement = { form: "written", text: "以老墙为界，互不追究", agreedBy: ["p1", "p2"] };
    expect((await act("agree", agreement, worker(1))).body).toMatchObject({
      status: "agreed",
      agreement: { form: "written" },
    });
    for (const by of [zhang, worker(1)])
      expect((await get(`/mediations/${id}`, {}, by)).body).toMatchObject({
        subject: "宅基地边界之争",
        parties: [{ name: "张三丰" }, { name: "李四光" }],
        agreement: { text: agreement.text },
      });
    for (const by of [stranger, worker(2)]) expect((await get(`/mediations/${id}`, {}, by)).status).toBe(404);
    const outside = [
      await get(`/mediations/${id}`, {}, theDispatcher),
      await get("/mediations", { status: "agreed" }, theDispatcher),
      await get("/mediations", { status: "agreed" }, worker(1)),
    ];
    const published = heard.filter(({ type }) => Object.hasOwn(gridEvents.publishes, type)).map(({ data }) => data);
    expect(published).toEqual([{ on: "2026-03-02" }]);
    expect(JSON.stringify([outside, published])).not.toMatch(/张三丰|李四光|宅基地|老墙|13812345678|resident-1/);
    expect(JSON.stringify(outside[2]?.body)).toContain(id);
    runtime.setClock("2026-03-09T02:00:00.000Z");
    await act("follow-up", { kept: true, notes: "已砌墙" }, worker(1));
    runtime.setClock("2026-04-01T02:00:00.000Z");
    expect((await act("follow-up", { kept: true, notes: "已履行" }, worker(1))).body).toMatchObject({
      status: "closed",
    });
  });
});
