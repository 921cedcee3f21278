import { describe, expect, test } from "vitest";
import * as z from "zod";
import { written } from "../../../services/grid-events/open311/api/written.ts";
import { formFault, readForm } from "../../../services/grid-events/open311/domain/posted.ts";
import { lastSecondOf, readInstant, spanOf } from "../../../services/grid-events/open311/domain/times.ts";
import { theDispatcher } from "../grid-town.ts";
import { aClient } from "./client.ts";
import { anOpenTown, api_key, base, pit, villager } from "./open-town.ts";

describe.each(["xml", "json"] as const)("G14: a client that knows only the standard, in %s", (format) => {
  test("discovery, service, definition, post with every datatype, poll to closed", async () => {
    const { ask, solve, act, runtime } = await anOpenTown();
    const found = await aClient(ask, format, base).discovery();
    const [endpoint] = found.endpoints;
    expect(endpoint).toMatchObject({ specification: "http://wiki.open311.org/GeoReport_v2", type: "test" });
    expect(endpoint?.formats).toEqual(["text/xml", "application/json"]);
    const client = aClient(ask, format, new URL(endpoint?.url ?? "", "http://town").pathname);
    const services = await client.services();
    const asking = services.find(({ metadata }) => metadata === "true");
    if (asking === undefined) throw new Error("no service asks more");
    const { attributes } = await client.definition(asking.service_code);
    expect(attributes.map(({ order }) => Number(order))).toEqual(attributes.map((_one, at) => at + 1));
    const answers: Record<string, string> = {
      ...{ string: "左侧", number: "12.5", datetime: "2026-03-01T08:00:00+08:00", text: "第一行\n第二行 <&>" },
    };
    const datatypes = new Set(attributes.map(({ datatype }) => datatype));
    expect([...datatypes].toSorted()).toEqual(
      ["datetime", "multivaluelist", "number", "singlevaluelist", "string", "text"].toSorted(),
    );
    const form = attributes
      .filter(({ variable }) => variable === "true")
      .flatMap(({ code, datatype, values = [] }): (readonly [string, string])[] =>
        datatype === "multivaluelist"
          ? values.map(({ key }) => [`attribute[${code}][]`, key])
          : [
              [
                `attribute[${code}]`,
                datatype === "singlevaluelist" ? (values[0]?.key ?? "") : (answers[datatype] ?? ""),
              ],
            ],
      );
    const posted = await client.post([
      ...Object.entries({ api_key, service_code: asking.service_code, lat: "25.125", long: "101.97" }),
      ...Object.entries({ description: "路面坑 <b>&", first_name: "欧阳", phone: "13812345678", email: "a@b.example" }),
      ...form,
    ]);
    const id = posted?.service_request_id ?? "";
    expect(posted?.token ?? "").toBe("");
    expect(await client.request(id)).toMatchObject({ status: "open", service_code: "road-pit", description: "" });
    expect((await client.token(id))[0]).toMatchObject({ service_request_id: id });
    await act(id, theDispatcher, "release", { text: "路面坑 <b>& 电话13812345678" });
    expect((await client.request(id))?.description).toBe("路面坑 <b>& 电话***");
    runtime.setClock("2026-03-02T03:00:00.000Z");
    await solve(id);
    const done = await client.request(id);
    expect(done).toMatchObject({ status: "closed", updated_datetime: "2026-03-02T11:00:00+08:00", lat: "25.125" });
    expect(done?.expected_datetime).toBe("2026-03-05T23:59:59+08:00");
    expect(await client.requests({ status: "open" })).toEqual([]);
    expect(await client.requests({ service_request_id: id, status: "open" })).toHaveLength(1);
  });

  test("each error is a list of code and description, never RFC 9457, 401, 422 or HTML", async () => {
    const { ask } = await anOpenTown();
    const client = aClient(ask, format, base);
    const got = async (path: string, query?: Record<string, string>) =>
      (await client.faults("get", path, query)).status;
    for (const path of ["services/none", "requests/none", "tokens/none", "nothing"])
      for (const { description } of (await client.faults("get", path)).faults)
        expect(description).toMatch(/^没有[^/]+ \/ There is no [ -~]+$/);
    expect(await got("services/none")).toBe(404);
    expect(await got("requests/none")).toBe(404);
    expect(await got("tokens/none")).toBe(404);
    expect(await got("nothing")).toBe(404);
    expect(await got(`requests/${"x".repeat(300)}`)).toBe(404);
    expect(await got("services", { jurisdiction_id: "elsewhere" })).toBe(404);
    expect(await got("requests", { status: "done" })).toBe(400);
    expect(await got("requests", { start_date: "2026-01-01T00:00:00" })).toBe(400);
    expect(await got("requests", { start_date: "2025-01-01T00:00:00Z", end_date: "2025-06-01T00:00:00Z" })).toBe(400);
    const sent = async (form: Record<string, string>) => client.faults("post", "", form);
    expect((await sent({ ...pit, api_key: "" })).status).toBe(403);
    expect((await sent({ ...pit, api_key: "wrong" })).status).toBe(403);
    expect((await sent({ ...pit, service_code: "minor-alone" })).status).toBe(404);
    expect((await sent({ ...pit, service_code: "" })).status).toBe(400);
    expect((await sent({ ...pit, lat: "" })).status).toBe(400);
    expect((await sent({ ...pit, lat: "30", long: "120" })).status).toBe(400);
    expect((await sent({ ...pit, description: "长".repeat(4_001) })).status).toBe(400);
    expect((await sent({ ...pit, description: "𠮷".repeat(4_001) })).status).toBe(400);
    expect(
      (await client.post(Object.entries({ ...pit, description: "𠮷".repeat(4_000) })))?.service_request_id,
    ).toBeTruthy();
    const wrong = { ...pit, "attribute[size]": "huge", "attribute[depth]": "deep", "attribute[seen]": "yesterday" };
    const { status, faults } = await sent(wrong);
    expect(status).toBe(400);
    expect(faults).toHaveLength(3);
    expect(faults.every(({ code, description }) => code === "400" && description !== "")).toBe(true);
  });

  test("the same words from the same key within ten minutes are one report, a minute later another", async () => {
    const { ask, runtime } = await anOpenTown();
    const client = aClient(ask, format, base);
    const post = async () => (await client.post(Object.entries(pit)))?.service_request_id;
    runtime.setClock("2026-03-02T02:09:59.000Z");
    const first = await post();
    runtime.setClock("2026-03-02T02:19:59.000Z");
    expect(await post()).toBe(first);
    runtime.setClock("2026-03-02T02:20:00.000Z");
    const second = await post();
    expect(second).not.toBe(first);
    expect((await client.requests()).map(({ service_request_id: id }) => id)).toEqual([second, first]);
  });

  test("a repetition is the first report also where another map of grids came in between", async () => {
    const { ask, adopt } = await anOpenTown({ mapped: false });
    const client = aClient(ask, format, base);
    const post = async () => (await client.post(Object.entries(pit)))?.service_request_id;
    const first = await post();
    expect(first).toBeTruthy();
    expect((await adopt("2026-03-02")).status).toBe(201);
    expect(await post()).toBe(first);
  });

  test("no answer holds a reporter's data, and no request of a category that is not public", async () => {
    const { ask, post } = await anOpenTown();
    const client = aClient(ask, format, base);
    const id = (await client.post([...Object.entries(pit), ["phone", "13812345678"], ["first_name", "欧阳娜娜"]]))
      ?.service_request_id;
    const matter = { category: "street-light", urgency: "ordinary", text: "我家门口路灯不亮", address: "东街1号" };
    await post("/events", { ...matter, place: { lng: 101.97, lat: 25.125 } }, villager);
    const child = { ...matter, category: "minor-alone", text: "孩子无人照护" };
    const secret = z.object({ id: z.string() }).parse((await post("/events", child, theDispatcher)).body).id;
    const all = await client.requests({ extensions: "true" });
    expect(all).toHaveLength(2);
    expect(JSON.stringify([all, await client.request(id ?? "")])).not.toMatch(
      /13812345678|欧阳|resident-1|我家门口|东街1号|grid-worker|dispatcher/,
    );
    expect((await client.faults("get", `requests/${secret}`)).status).toBe(404);
    expect(await client.requests({ service_request_id: secret })).toEqual([]);
  });
});

describe("what stands outside of a format", () => {
  test("no or another suffix is 404 in XML; a form of another type is 400", async () => {
    const { ask } = await anOpenTown();
    for (const file of ["services", "services.html", "requests.XML"]) {
      const answer = await ask({ path: `${base}/${file}` });
      expect(answer).toMatchObject({ status: 404, type: "text/xml; charset=utf-8" });
      expect(answer.text).toContain("<errors><error><code>404</code>");
    }
    const headers = { "content-type": "application/json" };
    const wrong = await ask({ method: "POST", path: `${base}/requests.json`, body: "{}", headers });
    expect(wrong).toMatchObject({ status: 400, type: "application/json; charset=utf-8" });
    expect(JSON.parse(wrong.text)).toMatchObject([{ code: 400 }]);
  });

  test("another method is 400 with what the path takes, an unknown path 404, whatever stands below the base", async () => {
    const { ask } = await anOpenTown();
    const seen = async (method: string, path: string) => {
      const { status, type, text, headers } = await ask({ method, path: `${base}${path}` });
      expect(type).toBe(path.endsWith(".json") ? "application/json; charset=utf-8" : "text/xml; charset=utf-8");
      expect(text).toContain(String(status));
      return [status, headers.allow];
    };
    expect(await seen("PUT", "/requests.json")).toEqual([400, "GET, POST"]);
    expect(await seen("DELETE", "/requests/x.xml")).toEqual([400, "GET"]);
    expect(await seen("POST", "/tokens/x.json")).toEqual([400, "GET"]);
    expect(await seen("PATCH", "/a/b/c.json")).toEqual([404, undefined]);
    expect(await seen("GET", "/services/x/y.xml")).toEqual([404, undefined]);
    expect(await seen("GET", "")).toEqual([404, undefined]);
    expect(await seen("POST", "/requests.xml")).toEqual([403, undefined]);
  });

  test.each([
    [{ host: "town.example" }, "https://town.example"],
    [{ host: "192.168.1.5:3000", "x-forwarded-proto": "http" }, "http://192.168.1.5:3000"],
    [{ host: "localhost:3000" }, "http://localhost:3000"],
    [{ host: "town.example", "x-forwarded-proto": "https" }, "https://town.example"],
  ])("discovery names the host by which it was asked: %j", async (headers, origin) => {
    const { ask } = await anOpenTown();
    const { text } = await ask({ path: `${base}/discovery.json`, headers });
    expect(JSON.parse(text)).toMatchObject({ endpoints: [{ url: `${origin}${base}` }] });
  });

  test("unknown parameters are ignored, also long or repeated ones; a repeated known one means several", async () => {
    const { ask } = await anOpenTown();
    // As the gateway hands on what stands twice: joined by a comma
    const got = async (rawQuery: string) => {
      const said = new URLSearchParams(rawQuery);
      const query = Object.fromEntries([...said.keys()].map((name) => [name, said.getAll(name).join(",")]));
      return (await ask({ path: `${base}/requests.json`, rawQuery, query })).status;
    };
    expect(await got("a=1&a=2")).toBe(200);
    expect(await got(`b=${"x".repeat(5_000)}&${"c".repeat(200)}=1`)).toBe(200);
    expect(await got("status=open&status=closed")).toBe(200);
    expect(await got("status=open&status=done")).toBe(400);
    const ids = Array.from({ length: 1_000 }, (_none, at) => `${at}`.padStart(16, "0")).join(",");
    expect(await got(`service_request_id=${ids}`)).toBe(200);
  });

  test("too many of a key on a day are 429 with Retry-After", async () => {
    const { ask, runtime } = await anOpenTown();
    const most = runtime.town.gridEvents.reportsPerDay.open311;
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const post = (at: number) =>
      ask({
        ...{ method: "POST", path: `${base}/requests.json`, headers },
        body: new URLSearchParams({ ...pit, description: `坑${at}` }).toString(),
      });
    for (let at = 0; at < most; at += 1) expect((await post(at)).status).toBe(200);
    const refused = await post(most);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
    expect(JSON.parse(refused.text)).toMatchObject([{ code: 429 }]);
  });
});

describe("forms and times of Open311", () => {
  test("X1, X2: a form in GBK, or with characters that nobody sees, is refused and changes no letter", () => {
    const faultOf = (form: string) => formFault(form, readForm(form))?.code;
    expect(faultOf("description=%D6%D0%CE%C4")).toBe(400);
    expect(faultOf("description=%E4%B8%AD%E6%96%87&x=100%+%zz")).toBeUndefined();
    expect(faultOf("description=%E7%AC%AC1%E8%A1%8C%0D%0A%E7%AC%AC2%E8%A1%8C")).toBeUndefined();
    for (const hidden of ["\u202e", "\u200b", "\u2066"]) {
      expect(faultOf(`description=${encodeURIComponent(`坑${hidden}洞`)}`)).toBe(400);
      expect(faultOf(`attribute[a]=${encodeURIComponent(`坑${hidden}洞`)}`)).toBe(400);
      expect(faultOf(`media_url=${encodeURIComponent(`https://a.cn/${hidden}`)}`)).toBe(400);
    }
  });
  test("brackets, encoded or not, and repeated ones; an empty field is an absent one", () => {
    const { attributes, fields } = readForm(
      "attribute%5Ba%5D=1&attribute[b][]=x&attribute[b][]=y&attribute[b]=z&lat=&q=%00v",
    );
    expect([...attributes]).toEqual([
      ["a", ["1"]],
      ["b", ["x", "y", "z"]],
    ]);
    expect([...fields]).toEqual([["q", "v"]]);
  });
  test.each([
    ["2026-03-01T08:00:00Z", "2026-03-01T08:00:00.000Z"],
    ["2026-03-01T08:00:00.5+08:00", "2026-03-01T00:00:00.500Z"],
    ["2026-03-01T08:00 08:00", "2026-03-01T00:00:00.000Z"],
    ["2026-03-01T08:00:00", undefined],
    ["2026-02-30T08:00:00Z", undefined],
    ["yesterday", undefined],
  ])("%s is %s", (given, instant) => expect(readInstant(given)).toBe(instant));
  test("90 days and no more; one end alone; start after end is no span", () => {
    const now = "2026-03-02T02:00:00.000Z";
    expect(spanOf(now, undefined, undefined)).toEqual({ from: "2025-12-02T02:00:00.000Z", to: now });
    expect(spanOf(now, "2025-01-01T00:00:00.000Z", undefined)?.to).toBe("2025-04-01T00:00:00.000Z");
    expect(spanOf(now, "2026-03-01T00:00:00.000Z", undefined)?.to).toBe(now);
    expect(spanOf(now, "2025-01-01T00:00:00.000Z", "2025-04-01T00:00:00.000Z")).toBeDefined();
    expect(spanOf(now, "2025-01-01T00:00:00.000Z", "2025-04-01T00:00:00.001Z")).toBeUndefined();
    expect(spanOf(now, "2026-03-01T00:00:00.000Z", "2026-02-01T00:00:00.000Z")).toBeUndefined();
    expect(lastSecondOf("2026-03-05T10:00:00.000Z")).toBe("2026-03-05T15:59:59.000Z");
  });
  test("an empty wrapper is an empty list, an absent value an empty element", () => {
    const none = { root: "service_requests", content: { each: "request", items: [] } };
    expect(written(none, "json")).toBe("[]");
    expect(written(none, "xml")).toContain("<service_requests");
    const one = { root: "a", content: { b: null, c: "<&\u0001>" } };
    expect(written(one, "json")).toBe('{"b":null,"c":"<&>"}');
    expect(written(one, "xml")).toBe('<?xml version="1.0" encoding="UTF-8"?>\n<a><b/><c>&lt;&amp;&gt;</c></a>');
  });
});
