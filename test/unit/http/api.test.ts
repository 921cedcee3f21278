import { describe, expect, it } from "vitest";
import { apiFor, readContent } from "../../../shared/http/index.ts";
import { problem, renderProblem, textOf } from "../../../shared/http/problem.ts";
import { bodyLimit } from "../../../shared/http/reading.ts";
import { memoryTable, StoreBusy, type Table } from "../../../shared/store/index.ts";
import { anEvent, talkTo } from "../../support/http.ts";
import { tallyService } from "../../support/tally.ts";
import { type Asked, aRuntime, claimsOf, untouched } from "../../support/tally-town.ts";

const aTown = () => {
  const runtime = aRuntime();
  const talk = talkTo(tallyService, runtime);
  const ask = (asked: Asked) => talk({ claims: claimsOf("clerk"), ...asked });
  const post = (path: string, body: unknown, more: Partial<Asked> = {}) =>
    ask({ method: "POST", path, body: JSON.stringify(body), ...more });
  const open = async (body: object = { book: "rice" }, more: Partial<Asked> = {}) => post("/tally/tallies", body, more);
  return { runtime, ask, post, open };
};

/** An API whose table fails the test when it is touched. */
const sealed = () =>
  talkTo(tallyService, aRuntime({ table: untouched("the table", { ...memoryTable("t"), name: "t" }) }));

describe("a new resource", () => {
  it("is answered 201 with its view, its version as ETag and where it is", async () => {
    const { open, ask } = aTown();
    const { status, headers, body } = await open();
    expect(status).toBe(201);
    expect(headers).toMatchObject({ etag: '"1"', "content-type": "application/json", "cache-control": "no-store" });
    expect(body).toEqual({ id: body.id, version: 1, book: "rice", total: 0, status: "open" });
    expect(headers.location).toBe(`/tally/tallies/${body.id}`);
    expect(await ask({ path: String(headers.location) })).toMatchObject({
      status: 200,
      headers: { etag: expect.stringMatching(/^"1\./) },
      body,
    });
  });

  it("has an id of sixteen unmistakable characters behind its prefix", async () => {
    expect((await aTown().open()).body.id).toMatch(/^4\.[0-9A-HJKMNP-TV-Z]{16}$/);
  });

  it("is created at a path with a trailing slash too, and found where the answer says", async () => {
    const { post, ask } = aTown();
    const { headers } = await post("/tally/tallies/", { book: "tea" });
    expect(await ask({ path: String(headers.location) })).toMatchObject({ status: 200 });
  });
});

describe("a command", () => {
  it("is answered 200 with the new view and version", async () => {
    const { open, post } = aTown();
    const { id } = (await open()).body;
    expect(await post(`/tally/tallies/${id}/add`, { amounts: [1, 2] })).toMatchObject({
      status: 200,
      headers: { etag: '"3"' },
      body: { version: 3, total: 3 },
    });
  });

  it("needs no body where it takes nothing", async () => {
    const { open, ask } = aTown();
    const { id } = (await open()).body;
    expect(await ask({ method: "POST", path: `/tally/tallies/${id}/close` })).toMatchObject({
      status: 200,
      body: { status: "closed" },
    });
  });

  it("with the version last seen is carried out; with another it is refused 412 and told the present one", async () => {
    const { open, post } = aTown();
    const { id } = (await open()).body;
    const add = (ifMatch: string) =>
      post(`/tally/tallies/${id}/add`, { amounts: [1] }, { headers: { "If-Match": ifMatch } });
    expect(await add('"1"')).toMatchObject({ status: 200 });
    expect(await add('W/"2"')).toMatchObject({ status: 200 });
    expect(await add("*")).toMatchObject({ status: 200 });
    expect(await add('"1"')).toMatchObject({
      status: 412,
      headers: { etag: '"4"' },
      body: { code: "resource.stale", details: { version: 4 }, detail: "记录已被他人更改，现为第4版，请重新读取" },
    });
  });

  it.each(["2", '"x"', '"1", 2', "", '"-1"'])("with the unreadable version %j is refused 400", async (ifMatch) => {
    const { open, post } = aTown();
    const { id } = (await open()).body;
    expect(
      await post(`/tally/tallies/${id}/add`, { amounts: [1] }, { headers: { "if-match": ifMatch } }),
    ).toMatchObject({
      status: 400,
      body: { code: "request.bad-if-match" },
    });
  });

  it("that is repeated with its Idempotency-Key is answered as the first time and carried out once", async () => {
    const { open, post, ask } = aTown();
    const key = { headers: { "Idempotency-Key": "k1" } };
    const first = await open({ book: "rice", holder: "李四" }, key);
    const { id } = first.body;
    const add = () =>
      post(`/tally/tallies/${id}/add`, { amounts: [1] }, { headers: { "idempotency-key": "k2", "if-match": '"1"' } });
    const added = await add();
    await post(`/tally/tallies/${id}/close`, {});
    expect(await add()).toEqual(added);
    expect(await open({ holder: "李四", book: "rice" }, key)).toEqual(first);
    expect(await ask({ path: `/tally/tallies/${id}` })).toMatchObject({ body: { version: 3, total: 1 } });
  });

  it("with a used Idempotency-Key and another body, or to another resource, is refused 422", async () => {
    const { open, post } = aTown();
    const key = { headers: { "idempotency-key": "k" } };
    const { id } = (await open({ book: "rice" }, key)).body;
    expect(await open({ book: "tea!" }, key)).toMatchObject({
      status: 422,
      body: { code: "request.command-id-reused" },
    });
    expect(await post(`/tally/tallies/${id}/add`, { amounts: [1] }, key)).toMatchObject({
      status: 422,
      body: { code: "request.command-id-reused" },
    });
  });

  it("of another person with the same Idempotency-Key is another command", async () => {
    const { open } = aTown();
    const key = { headers: { "idempotency-key": "k" } };
    const other = { ...key, claims: { ...claimsOf("clerk"), sub: "clerk-2" } };
    expect((await open({ book: "rice" }, key)).body.id).not.toBe((await open({ book: "rice" }, other)).body.id);
  });

  it("keeps apart persons and keys however they are spelt", async () => {
    const { open } = aTown();
    const as = (sub: string, key: string) =>
      open({ book: "rice" }, { claims: { ...claimsOf("clerk"), sub }, headers: { "idempotency-key": key } });
    expect((await as("a", "b|c")).body.id).not.toBe((await as("a|b", "c")).body.id);
  });

  it("with an empty Idempotency-Key is one without", async () => {
    const { open } = aTown();
    const empty = { headers: { "idempotency-key": "" } };
    expect((await open({ book: "rice" }, empty)).body.id).not.toBe((await open({ book: "rice" }, empty)).body.id);
  });
});

describe("a refusal is a problem document", () => {
  it("a field that a refusal names is called by its title", () => {
    const texts = {
      "t.x": { zh: "只能由县级调整{fields}", en: "The county changes {fields}" },
      "field.townRole": { zh: "镇职责", en: "role of the town" },
    };
    const { zh, en } = textOf("t.x", { fields: ["townRole", "letter"] }, texts);
    expect([zh, en]).toEqual(["只能由县级调整镇职责、letter", "The county changes role of the town, letter"]);
  });

  it("with type, title, status, detail, instance and a stable code", async () => {
    const { open } = aTown();
    const { headers, body } = await open({ book: "rice", limit: -1 });
    expect(headers).toMatchObject({ "content-type": "application/problem+json", "content-language": "zh-CN" });
    expect(body).toEqual({
      type: "urn:qiangzhen:problem:tally.limit-below-zero",
      title: "上限不得为负",
      status: 422,
      detail: "上限不得为负（计数办法1）",
      instance: "/tally/tallies",
      code: "tally.limit-below-zero",
      details: { article: "计数办法1" },
    });
  });

  it.each([
    ["办件处于{status}，不能{command}；现在可以：{possible}", "办件处于…，不能…"],
    ["The application is {status}; {command} is not possible, only: {possible}", "The application is …"],
    ["听证于{heldOn}举行（{article}）", "听证于…举行"],
    ["材料不齐，不能受理；所缺：{missing}", "材料不齐"],
  ])("whose title %j is the same whatever the details: %j", (zh, title) => {
    const { body } = renderProblem(problem(409, "t.x"), "zh", "/t", { "t.x": { zh, en: "" } });
    expect(JSON.parse(body)).toMatchObject({ title });
  });

  it.each([
    ["en", "en"],
    ["en-GB,en;q=0.9,zh;q=0.8", "en"],
    ["EN", "en"],
    ["zh-CN,en;q=0.9", "zh-CN"],
    ["fr", "zh-CN"],
    ["ens", "zh-CN"],
    ["", "zh-CN"],
  ])("in the language first asked for: %j", async (asked, given) => {
    const { ask } = aTown();
    const { headers, body } = await ask({ path: "/nowhere", headers: { "Accept-Language": asked } });
    expect(headers["content-language"]).toBe(given);
    expect(body.detail).toBe(given === "en" ? "There is no such path" : "没有这个地址");
  });

  it("409 when the state does not allow it", async () => {
    const { open, post } = aTown();
    const { id } = (await open()).body;
    await post(`/tally/tallies/${id}/close`, {});
    expect(await post(`/tally/tallies/${id}/add`, { amounts: [1] })).toMatchObject({
      status: 409,
      body: { code: "tally.closed" },
    });
  });

  it("422 with the pointer of the value when a rule forbids it", async () => {
    const { open, post } = aTown();
    const { id } = (await open()).body;
    expect(await post(`/tally/tallies/${id}/add`, { amounts: [999_999, 2] })).toMatchObject({
      status: 422,
      body: {
        code: "tally.too-much",
        errors: [{ pointer: "/amounts", code: "tally.too-much", detail: "合计超过上限，现为0" }],
      },
    });
  });

  it.each([
    ["GET", "/tally/nothing"],
    ["GET", "/"],
    ["DELETE", "/tally/tallies"],
    ["PUT", "/tally/tallies/x"],
    ["POST", "/tally/tallies/x/unknown"],
    ["GET", "/tally/tallies/x/y/z"],
    ["GET", "//tally/tallies"],
  ])("404 for the unknown route %s %s, with the security headers of every answer", async (method, path) => {
    expect(await sealed()({ method, path, claims: claimsOf("clerk") })).toMatchObject({
      status: 404,
      headers: { "X-Content-Type-Options": "nosniff" },
      body: { code: "request.unknown-route", instance: path },
    });
  });

  it("404 for an unknown id, read or commanded, and for one that this reader may not know of", async () => {
    const { ask, post, open } = aTown();
    const notFound = { status: 404, body: { code: "resource.not-found" } };
    expect(await ask({ path: "/tally/tallies/4.NOBODY" })).toMatchObject(notFound);
    expect(await ask({ path: "/tally/tallies/%E9%95%87%2F%23%00" })).toMatchObject(notFound);
    expect(await post("/tally/tallies/4.NOBODY/add", { amounts: [1] })).toMatchObject(notFound);
    expect(await ask({ path: "/tally/tallies/x/history", claims: claimsOf("supervisor") })).toMatchObject(notFound);
    const { id } = (await open({ book: "secret" })).body;
    expect(await ask({ path: `/tally/tallies/${id}` })).toMatchObject(notFound);
  });

  it("404 for an id longer than any key, which is not even asked for", async () => {
    const path = `/tally/tallies/${"x".repeat(3000)}`;
    expect(await sealed()({ path, claims: claimsOf("clerk") })).toMatchObject({
      status: 404,
      body: { code: "resource.not-found" },
    });
    expect(await sealed()({ method: "POST", path: `${path}/close`, claims: claimsOf("clerk") })).toMatchObject({
      status: 404,
    });
  });

  it("503 with Retry-After when too many are at one record, or the table is down, and nothing of it is told", async () => {
    const failing = (error: Error): Table => ({ ...memoryTable("t"), write: () => Promise.reject(error) });
    const open = (error: Error) =>
      talkTo(
        tallyService,
        aRuntime({ table: failing(error) }),
      )({ method: "POST", path: "/tally/tallies", body: '{"book":"rice"}', claims: claimsOf("clerk") });
    expect(await open(new StoreBusy("tally"))).toMatchObject({
      status: 503,
      headers: { "retry-after": "1" },
      body: { code: "service.busy" },
    });
    const down = await open(new Error("password=secret"));
    expect(down).toMatchObject({ status: 503, headers: { "retry-after": "5" }, body: { code: "service.unavailable" } });
    expect(JSON.stringify(down)).not.toContain("secret");
  });
});

describe("a bad request is refused whole, before anything is touched", () => {
  const post = (body: string, more: Partial<Asked> = {}) =>
    sealed()({ method: "POST", path: "/tally/tallies", body, claims: claimsOf("clerk"), ...more });

  it.each(["{", "", " ", '{"book":}', "\u0000", "{'book':'x'}", '{"__proto__":{"book":"x"}}'])(
    "400 for the body %j",
    async (body) => {
      const { status, body: answer } = await post(body);
      expect(status).toBe(400);
      expect(answer.code).toBe(body === "" ? "request.invalid" : "request.malformed-json");
    },
  );

  it("names every bad value by pointer, in both kinds: unknown, missing, wrong", async () => {
    const { body } = await post('{"holder":5,"a/b~c":1,"closesAt":"tomorrow","limit":1.5}');
    expect(body).toMatchObject({ status: 400, code: "request.invalid" });
    expect(body.errors).toEqual(
      expect.arrayContaining([
        { pointer: "/book", code: "value.missing", detail: "缺少此项" },
        { pointer: "/holder", code: "value.wrong-type", detail: "类型不对，应为string" },
        { pointer: "/a~1b~0c", code: "value.unknown-field", detail: "没有这个字段" },
        { pointer: "/closesAt", code: "value.bad-format", detail: "格式不对" },
        expect.objectContaining({ pointer: "/limit" }),
      ]),
    );
    expect(body.errors).toHaveLength(5);
  });

  it.each([
    ["null", "", "value.wrong-type"],
    ["[]", "", "value.wrong-type"],
    ['"x"', "", "value.wrong-type"],
    ['{"book":""}', "/book", "value.too-short"],
    [`{"book":"${"x".repeat(41)}"}`, "/book", "value.too-long"],
  ])("400 for %s at %j", async (body, pointer, code) => {
    expect(await post(body)).toMatchObject({ status: 400, body: { errors: [{ pointer, code }] } });
  });

  it("points into lists, and takes a schema's own code as the code", async () => {
    const add = (body: unknown) => post(JSON.stringify(body), { path: "/tally/tallies/x/add" });
    expect((await add({ amounts: [1, "2", -1] })).body.errors).toMatchObject([
      { pointer: "/amounts/1", code: "value.wrong-type" },
      { pointer: "/amounts/2", code: "value.too-short" },
    ]);
    expect((await add({ amounts: [1], note: "x".repeat(101) })).body.errors).toEqual([
      { pointer: "/note", code: "tally.note-too-long", field: "备注", detail: "备注最多一百字" },
    ]);
  });

  it("400 for a text that is no Unicode, also beside one that is", async () => {
    expect(await post('{"book":"\\ud800"}')).toMatchObject({ status: 400 });
    expect(await post('{"book":"\\u7c73","\\udfff":1}')).toMatchObject({ status: 400 });
    expect(await post('{"book":"\ud800"}')).toMatchObject({ status: 400, body: { code: "request.not-utf-8" } });
  });

  it.each([false, true])(
    "passes over the mark that a text of UTF-8 may begin with, base64 or not (%s)",
    async (base64) => {
      expect(await aTown().open({ book: "rice" }, { body: '\ufeff{"book":"rice"}', base64 })).toMatchObject({
        status: 201,
      });
    },
  );

  it.each([false, true])("413 one byte above the limit, base64 or not (%s)", async (base64) => {
    const padded = (bytes: number) => `{"book":"rice"}${" ".repeat(bytes - 15)}`;
    expect(await post(padded(bodyLimit + 1), { base64 })).toMatchObject({
      status: 413,
      body: { code: "request.too-large", details: { limit: bodyLimit } },
    });
    const { open } = aTown();
    expect(await open({ book: "rice" }, { body: padded(bodyLimit), base64 })).toMatchObject({ status: 201 });
  });

  it("413 by bytes, not by characters", async () => {
    expect(await post(`{"book":"${"镇".repeat(bodyLimit / 3)}"}`)).toMatchObject({ status: 413 });
  });

  it.each(["text/plain", "application/xml", "multipart/form-data; boundary=x", ""])("415 for %j", async (type) => {
    expect(await post('{"book":"rice"}', { headers: { "Content-Type": type } })).toMatchObject({
      status: 415,
      body: { code: "request.unsupported-media-type" },
    });
  });

  it("takes JSON with a charset and of a derived type", async () => {
    const { open } = aTown();
    for (const type of ["application/json; charset=utf-8", "application/merge-patch+json"])
      expect(await open({ book: "rice" }, { headers: { "Content-Type": type } })).toMatchObject({ status: 201 });
  });

  it.each([
    [{ book: "rice", limit: "0" }, "?limit", "value.too-short"],
    [{ book: "rice", limit: "101" }, "?limit", "value.too-long"],
    [{ book: "rice", limit: "x" }, "?limit", "value.wrong-type"],
    [{ book: "rice", limit: "1e1" }, "?limit", "value.wrong-type"],
    [{ book: "rice", limit: "0x10" }, "?limit", "value.wrong-type"],
    [{ book: "rice", limit: "" }, "?limit", "value.wrong-type"],
    [{ book: "rice", limit: "2.5" }, "?limit", "value.wrong-type"],
    [{ book: "rice", colour: "red" }, "?colour", "value.unknown-parameter"],
    [{}, "?book", "value.missing"],
    [{ book: "rice", even: "perhaps" }, "?even", "value.not-allowed"],
    // A gateway joins what is named twice by a comma: another text than any that was sent.
    [{ book: "rice,wheat" }, "?book", "value.repeated", "book=rice&book=wheat"],
  ])("400 for the query %j, naming the parameter", async (query, pointer, code, rawQuery = "") => {
    expect(await sealed()({ path: "/tally/tallies", query, rawQuery, claims: claimsOf("clerk") })).toMatchObject({
      status: 400,
      body: { code: "request.invalid", errors: [{ pointer, code }] },
    });
  });
});

describe("who may", () => {
  const add: Asked = { method: "POST", path: "/tally/tallies/x/add", body: '{"amounts":[1]}' };

  it("needs a token: 401 without one or with one of another system", async () => {
    for (const claims of [undefined, {}, { sub: "x" }, { sub: "", town: "guangtong" }])
      expect(await sealed()({ ...add, claims })).toMatchObject({
        status: 401,
        headers: { "www-authenticate": "Bearer" },
        body: { code: "auth.missing" },
      });
  });

  it("needs one of the route's roles: 403 names them", async () => {
    expect(await sealed()({ ...add, claims: claimsOf("ops", "leader") })).toMatchObject({
      status: 403,
      body: {
        code: "auth.role",
        details: { allow: ["clerk", "reviewer"] },
        detail: "您的角色不能进行此操作，需要：窗口人员、审查人员",
      },
    });
    expect(await sealed()({ ...add, claims: { ...claimsOf("clerk"), roles: "[]" } })).toMatchObject({ status: 403 });
    expect(await sealed()({ ...add, claims: { ...claimsOf("clerk"), roles: "[clerks]" } })).toMatchObject({
      status: 403,
    });
  });

  it("belongs to this town: 403 with the token of another, whatever its roles", async () => {
    expect(await sealed()({ ...add, claims: { ...claimsOf("clerk"), town: "yipinglang" } })).toMatchObject({
      status: 403,
      body: { code: "auth.other-town" },
    });
  });

  it.each([["[clerk ops]"], [["ops", "clerk"]], ["ops,clerk"], ["clerk"]])(
    "reads roles however the gateway hands them on: %j",
    async (roles) => {
      expect(await aTown().ask({ ...add, claims: { ...claimsOf(), roles } })).toMatchObject({ status: 404 });
    },
  );

  it("may be anybody on a public route, and a view may have a field called problem", async () => {
    expect(await sealed()({ path: "/tally/about" })).toMatchObject({ status: 200, body: { problem: "none" } });
  });
});

describe("a list", () => {
  const aBook = async (...totals: readonly number[]) => {
    const town = aTown();
    for (const n of totals) {
      const { id } = (await town.open()).body;
      await town.post(`/tally/tallies/${id}/add`, { amounts: [n] });
    }
    const page = (query: Record<string, string>, more: Partial<Asked> = {}) =>
      town.ask({ path: "/tally/tallies", query: { book: "rice", ...query }, ...more });
    return { ...town, page };
  };
  const totals = (body: Readonly<Record<string, unknown>>) =>
    JSON.stringify(body.items)
      .matchAll(/"total":(\d+)/g)
      .map(([, total]) => Number(total))
      .toArray();

  it("is paged to its end without gap or repetition, `next` absent on the last page", async () => {
    const { page } = await aBook(0, 1, 2, 3, 4);
    const first = await page({ limit: "2" });
    expect(totals(first.body)).toEqual([0, 1]);
    const second = await page({ limit: "2", cursor: String(first.body.next) });
    expect(totals(second.body)).toEqual([2, 3]);
    const third = await page({ limit: "2", cursor: String(second.body.next) });
    expect(third.body).toEqual({ items: [expect.objectContaining({ total: 4 })] });
  });

  it("fills a page, and never beyond, although the filter leaves out what the index holds", async () => {
    const { page } = await aBook(0, 1, 2, 4, 6, 8, 10);
    const first = await page({ limit: "3", even: "true" });
    expect(totals(first.body)).toEqual([0, 2, 4]);
    const second = await page({ limit: "5", even: "true", cursor: String(first.body.next) });
    expect(totals(second.body)).toEqual([6, 8, 10]);
    expect(second.body).not.toHaveProperty("next");
  });

  it("takes filters that a schema turns into something else", async () => {
    const { page } = await aBook(0, 1, 2, 3);
    expect(totals((await page({ above: "1" })).body)).toEqual([2, 3]);
  });

  it("refuses a cursor that was forged, altered, or issued for another list, filter or town", async () => {
    const { page } = await aBook(0, 1, 2);
    const cursor = String((await page({ limit: "1" })).body.next);
    const refused = { status: 422, body: { code: "request.bad-cursor" } };
    for (const bad of ["x", "", `${cursor}x`, cursor.slice(1), `${cursor}.`, "e30.e30"])
      expect(await page({ limit: "1", cursor: bad })).toMatchObject(refused);
    expect(await page({ book: "tea", cursor })).toMatchObject(refused);
    expect(await page({ above: "0", cursor })).toMatchObject(refused);
    const elsewhere = talkTo(tallyService, aRuntime({ table: memoryTable("other-tally") }));
    expect(
      await elsewhere({ path: "/tally/tallies", query: { book: "rice", cursor }, claims: claimsOf("clerk") }),
    ).toMatchObject(refused);
    expect(await page({ limit: "3", cursor })).toMatchObject({ status: 200 });
  });
});

describe("the history of a resource", () => {
  it("tells all events without personal data, and that their chain is intact", async () => {
    const { open, post, ask } = aTown();
    const { id } = (await open({ book: "rice", holder: "李四" })).body;
    await post(`/tally/tallies/${id}/add`, { amounts: [4] });
    const { status, body } = await ask({ path: `/tally/tallies/${id}/history`, claims: claimsOf("supervisor") });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      events: [
        {
          sequence: 1,
          type: "tally.tally.opened",
          data: { book: "rice" },
          actor: "clerk-1",
          time: "2026-10-12T02:00:00.000Z",
        },
        { sequence: 2, type: "tally.tally.added", data: { amount: 4 } },
      ],
      chain: { intact: true },
    });
    expect(JSON.stringify(body)).not.toContain("李四");
  });
});

describe("what is logged", () => {
  it("is route, status and code of each request, never what a person wrote or who they are", async () => {
    const { runtime, open, post, ask } = aTown();
    const secret = "53230219900101001X";
    const { id } = (await open({ book: secret, holder: secret })).body;
    await post(`/tally/tallies/${id}/add`, { amounts: [1], note: secret });
    await open({ book: 5, [secret]: secret });
    await ask({ path: "/tally/tallies", query: { book: secret, cursor: secret } });
    await ask({ method: "POST", path: "/tally/tallies", body: `{"${secret}` });
    const broken = aRuntime({ table: { ...memoryTable("t"), write: () => Promise.reject(new Error(secret)) } });
    await talkTo(
      tallyService,
      broken,
    )({ method: "POST", path: "/tally/tallies", body: `{"book":"${secret}"}`, claims: claimsOf("clerk") });
    const said = JSON.stringify([
      runtime.observability.said,
      broken.observability.said.map(({ error: _error, ...open }) => open),
    ]);
    expect(said).toContain("POST /tally/tallies/{id}/add");
    expect(said).toContain("request.invalid");
    expect(said).not.toContain(secret);
    expect(said).not.toContain("张三丰");
    expect(broken.observability.said).toMatchObject([
      { level: "error", message: "request failed", facts: { code: "service.unavailable" } },
      { level: "info", message: "request", facts: { route: "POST /tally/tallies", status: 503 } },
    ]);
  });

  it("P-13: tells who asked what, by route, roles and key, with the request and its trace; D7: never by name or login", async () => {
    const { runtime, ask } = aTown();
    const claims = { sub: "clerk-77", name: "张三丰", town: runtime.town.slug, roles: ["clerk"] };
    const traceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    await ask({ method: "POST", path: "/tally/tallies", body: "{}", claims, headers: { traceparent } });
    const said = runtime.observability.said.filter(({ message }) => message === "request");
    expect(said).toMatchObject([
      {
        facts: {
          route: "POST /tally/tallies",
          status: 400,
          code: "request.invalid",
          trace: "4bf92f3577b34da6a3ce929d0e0e4736",
          roles: "clerk",
          person: runtime.keyed("actor", "clerk-77", 16),
        },
      },
    ]);
    expect(said[0]?.facts).toHaveProperty("request");
    expect(JSON.stringify(said)).not.toMatch(/clerk-77|张三丰/);
  });

  it("counts nothing for a request that went as it should: a metric costs as much as three alarms", async () => {
    const { runtime, open } = aTown();
    await open();
    await open({});
    expect(runtime.observability.counted).toEqual({});
  });
});

it("a handler is made from a manifest and a runtime, without a Lambda context", async () => {
  const answer = await apiFor(tallyService, aRuntime())(anEvent({ path: "/tally/about" }), Object.create(null));
  expect(answer).toMatchObject({ statusCode: 200 });
});

describe("an answer larger than a Lambda may give", () => {
  /** Half of it is quotes, each of which JSON escapes: two characters travel as three. */
  const answering = (letters: number) => {
    const table = readContent("GET /tally/table", {
      ...{ summary: { zh: "表", en: "Table" }, allow: "public", produces: "text/csv" },
      run: async () => ({ content: '"a'.repeat(letters / 2) }),
    });
    return talkTo({ ...tallyService, routes: [table] }, aRuntime())({ path: "/tally/table" });
  };

  it("is a problem with a code; what just fits is given", async () => {
    const limit = 6 * 1024 * 1024 - 64 * 1024;
    const most = 2 * Math.floor((limit - 2) / 3);
    expect((await answering(most)).status).toBe(200);
    expect(await answering(most + 2)).toMatchObject({ status: 413, body: { code: "answer.too-large" } });
  });
});
