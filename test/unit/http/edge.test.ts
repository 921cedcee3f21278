import { brotliCompressSync, brotliDecompressSync, deflateSync, gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { compressed } from "../../../shared/http/compression.ts";
import { apiFor, read, readContent } from "../../../shared/http/index.ts";
import { bodyLimit } from "../../../shared/http/reading.ts";
import { anEvent, talkTo } from "../../support/http.ts";
import { tallyService } from "../../support/tally.ts";
import { type Asked, aRuntime, claimsOf } from "../../support/tally-town.ts";

const aTown = () => {
  const runtime = aRuntime();
  const talk = talkTo(tallyService, runtime);
  const ask = (asked: Asked) => talk({ claims: claimsOf("clerk"), ...asked });
  const open = (more: Partial<Asked> = {}) =>
    ask({ method: "POST", path: "/tally/tallies", body: '{"book":"rice"}', ...more });
  return { runtime, ask, open };
};

const title = { zh: "试", en: "Test" };
/** A service of one public route that answers so. */
const answering = (returns: z.ZodType, body: unknown, strictAnswers = false) => {
  const runtime = { ...aRuntime(), strictAnswers };
  const route = read("GET /tally/shown", { summary: title, allow: "public", returns, run: async () => body });
  const service = { ...tallyService, routes: [route] };
  const ask = (headers = {}, method = "GET") => talkTo(service, runtime)({ path: "/tally/shown", headers, method });
  const raw = (headers = {}) =>
    apiFor(service, runtime)(anEvent({ path: "/tally/shown", headers }), Object.create(null));
  return { runtime, ask, raw };
};

describe("HEAD (RFC 9110 9.3.2)", () => {
  it("is answered as GET is, with the size of its body and without it", async () => {
    const { ask, open } = aTown();
    const { id } = (await open()).body;
    const path = `/tally/tallies/${id}`;
    const got = await ask({ path });
    const head = await ask({ path, method: "HEAD" });
    expect([head.status, head.headers.etag, head.body]).toEqual([200, expect.stringMatching(/^"1\./), { text: "" }]);
    expect(head.headers["content-length"]).toBe(String(JSON.stringify(got.body).length));
  });

  it("is refused as GET is, and finds no route that takes POST alone", async () => {
    const { ask } = aTown();
    expect((await ask({ path: "/tally/tallies/x", method: "HEAD" })).status).toBe(404);
    expect((await ask({ path: "/tally/tallies/x", method: "HEAD", claims: undefined })).status).toBe(401);
    expect((await ask({ path: "/tally/tallies/x/close", method: "HEAD" })).status).toBe(404);
  });
});

describe("the language of a problem follows the weights of Accept-Language", () => {
  it.each([
    ["zh;q=0.5, en;q=0.9", "en"],
    ["en;q=0.4, zh;q=0.6", "zh-CN"],
    ["en;q=0, zh", "zh-CN"],
    ["zh;q=0, en;q=0.1", "en"],
    ["fr, en;q=0.3", "en"],
    ["zh-TW, en;q=0.5", "zh-CN"],
    ["zh-Hans-CN, en;q=0.5", "zh-CN"],
    ["*", "zh-CN"],
  ])("%j → %s", async (asked, given) => {
    const { headers } = await aTown().ask({ path: "/nowhere", headers: { "accept-language": asked } });
    expect(headers["content-language"]).toBe(given);
  });
});

describe("a path", () => {
  it("is taken as the gateway decoded it, and not decoded again", async () => {
    const asked: string[] = [];
    const route = read("GET /tally/echo/{id}", {
      summary: title,
      allow: "public",
      returns: z.object({ id: z.string() }),
      run: async ({ params }) => {
        asked.push(params.id ?? "");
        return { id: params.id ?? "" };
      },
    });
    const talk = talkTo({ ...tallyService, routes: [route] }, aRuntime());
    for (const path of ["/tally/echo/a%41", "/tally/echo/100%", "/tally/echo/镇"]) await talk({ path });
    expect(asked).toEqual(["a%41", "100%", "镇"]);
  });

  it("is encoded in a problem's instance, which is a URI reference (RFC 9457)", async () => {
    expect((await aTown().ask({ path: "/tally/镇 x" })).body.instance).toBe("/tally/%E9%95%87%20x");
  });
});

describe("an encoded body", () => {
  const plain = '{"book":"米"}';
  it.each([
    ["gzip", gzipSync(plain)],
    ["x-gzip", gzipSync(plain)],
    ["deflate", deflateSync(plain)],
    ["br", brotliCompressSync(plain)],
    ["identity", Buffer.from(plain)],
  ])("is decoded: %s", async (coding, body) => {
    const { status, body: view } = await aTown().open({ body, headers: { "content-encoding": coding } });
    expect([status, view.book]).toEqual([201, "米"]);
  });

  it("of another coding is refused 415 with those that are taken", async () => {
    const { status, headers, body } = await aTown().open({
      body: Buffer.from("x"),
      headers: { "Content-Encoding": "zstd" },
    });
    expect([status, body.code, headers["accept-encoding"]]).toEqual([
      415,
      "request.unsupported-encoding",
      "br, gzip, deflate",
    ]);
  });

  it("that is not what it claims is refused 400, not taken for bad JSON", async () => {
    const { status, body } = await aTown().open({ body: Buffer.from(plain), headers: { "content-encoding": "gzip" } });
    expect([status, body.code]).toEqual([400, "request.bad-encoding"]);
  });

  it("is refused 413 one byte beyond the limit once decoded, however small it travelled", async () => {
    const padded = (bytes: number) => gzipSync(`{"book":"rice"}${" ".repeat(bytes - 15)}`);
    const open = (bytes: number) => aTown().open({ body: padded(bytes), headers: { "content-encoding": "gzip" } });
    expect((await open(bodyLimit)).status).toBe(201);
    expect(await open(bodyLimit + 1)).toMatchObject({ status: 413, body: { code: "request.too-large" } });
  });
});

describe("X1: a body is UTF-8", () => {
  /** 张三 in GBK. */
  const gbk = Buffer.concat([Buffer.from('{"book":"'), Buffer.from([0xd5, 0xc5, 0xc8, 0xfd]), Buffer.from('"}')]);

  it("bytes in GBK are refused 400, with a word for it", async () => {
    expect(await aTown().open({ body: gbk })).toMatchObject({
      status: 400,
      body: { code: "request.not-utf-8", detail: "请求体不是UTF-8编码的文字（如为GBK，请先转换为UTF-8）" },
    });
  });

  it("text in which the gateway could not read a byte is refused too", async () => {
    expect(await aTown().open({ body: gbk.toString("utf8") })).toMatchObject({ body: { code: "request.not-utf-8" } });
    const exact = await aTown().open({ body: Buffer.from('{"book":"\ufffd"}') });
    expect([exact.status, exact.body.book]).toEqual([201, "\ufffd"]);
  });

  it.each(["gbk", "GB18030", '"iso-8859-1"', "utf-16"])("charset=%s is refused 415", async (charset) => {
    const headers = { "content-type": `application/json; charset=${charset}` };
    expect(await aTown().open({ headers })).toMatchObject({
      status: 415,
      body: { code: "request.unsupported-charset" },
    });
  });

  it.each(["utf-8", "UTF8", '"utf-8"', "us-ascii"])("charset=%s is taken", async (charset) => {
    expect((await aTown().open({ headers: { "content-type": `application/json;charset=${charset}` } })).status).toBe(
      201,
    );
  });

  it("a byte order mark is not content", async () => {
    const body = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from('{"book":"rice"}')]);
    expect((await aTown().open({ body })).body.book).toBe("rice");
  });
});

describe("a condition", () => {
  const close = (ifMatch: string) => {
    const town = aTown();
    return town
      .open()
      .then(({ body }) =>
        town.ask({ method: "POST", path: `/tally/tallies/${body.id}/close`, headers: { "if-match": ifMatch } }),
      );
  };

  it("If-Match takes a list: any of its versions may be the present one", async () => {
    for (const list of ['"1"', '"7", "1"', 'W/"3" , W/"1"', '"other", "1"', '"1","2"'])
      expect([list, (await close(list)).status]).toEqual([list, 200]);
    expect(await close('"2", "3"')).toMatchObject({ status: 412, body: { details: { version: 1 } } });
  });

  it.each(["1", '"1', '"1" "2"', '"1",', '"a", "b"'])("If-Match: %s is no list of versions: 400", async (list) => {
    expect(await close(list)).toMatchObject({ status: 400, body: { code: "request.bad-if-match" } });
  });

  it("If-None-Match answers 304 without a body while all that is told is what is known", async () => {
    const { ask, open } = aTown();
    const { id } = (await open()).body;
    const get = (tag: string) => ask({ path: `/tally/tallies/${id}`, headers: { "if-none-match": tag } });
    const told = String((await get('"none"')).headers.etag);
    expect(told).toMatch(/^"1\.[\w-]{22}"$/);
    for (const known of [told, `W/${told}`, `"9", ${told}`, "*"])
      expect([known, await get(known)]).toMatchObject([
        known,
        { status: 304, headers: { etag: told }, body: { text: "" } },
      ]);
    expect((await get(told)).headers).not.toHaveProperty("content-type");
    // The version alone does not say that lights and steps are the same.
    for (const unknown of ['"1"', '"2"', '"1.AAAAAAAAAAAAAAAAAAAAAA"']) expect((await get(unknown)).status).toBe(200);
    const closing = { method: "POST", path: `/tally/tallies/${id}/close`, headers: { "if-match": told } };
    expect((await ask(closing)).status).toBe(200);
    expect((await get(told)).status).toBe(200);
  });

  it("If-None-Match hides no refusal", async () => {
    const { ask } = aTown();
    expect((await ask({ path: "/tally/tallies/none", headers: { "if-none-match": "*" } })).status).toBe(404);
  });
});

describe("every answer", () => {
  it("bears the id of its request, a refusal too", async () => {
    const { ask } = aTown();
    for (const path of ["/tally/about", "/tally/tallies/none", "/nowhere"])
      expect((await ask({ path })).headers["x-request-id"]).toBe("1");
  });

  it("says who may keep it: a public one anybody for a minute, any other nobody", async () => {
    const { ask } = aTown();
    const { headers } = await ask({ path: "/tally/about", claims: undefined });
    expect(headers["cache-control"]).toBe("public, max-age=60");
    expect((await ask({ path: "/tally/about", headers: { "if-none-match": String(headers.etag) } })).status).toBe(304);
    expect((await ask({ path: "/tally/tallies", query: { book: "x" } })).headers["cache-control"]).toBe("no-store");
    expect((await ask({ path: "/tally/tallies/none" })).headers["cache-control"]).toBe("no-store");
  });

  it.each([
    [0, "public, no-cache"],
    [3600, "public, max-age=3600"],
  ])("of a public route is kept as long as the route says: %i", async (maxAge, said) => {
    const route = read("GET /tally/shown", {
      ...{ summary: title, allow: "public", returns: z.object({}) },
      run: async () => ({}),
    });
    const talk = talkTo({ ...tallyService, routes: [{ ...route, maxAge }] }, aRuntime());
    expect((await talk({ path: "/tally/shown" })).headers["cache-control"]).toBe(said);
  });

  it("of a page or a picture runs no script", async () => {
    for (const produces of ["image/svg+xml; charset=utf-8", "text/html; charset=utf-8"]) {
      const route = readContent("GET /tally/drawn", {
        ...{ summary: title, allow: "public", produces },
        run: async () => ({ content: "<svg/>" }),
      });
      const { headers } = await talkTo({ ...tallyService, routes: [route] }, aRuntime())({ path: "/tally/drawn" });
      expect(headers["content-security-policy"]).toMatch(/^default-src 'none'; style-src 'unsafe-inline'/);
    }
  });
});

describe("a large answer is encoded as Accept-Encoding asks", () => {
  const long = { text: "镇".repeat(1000) };
  const shown = answering(z.object({ text: z.string() }), long);

  it.each([
    ["gzip", "gzip", gunzipSync],
    ["gzip, br", "br", brotliDecompressSync],
    ["br;q=0.5, gzip", "gzip", gunzipSync],
    ["*", "br", brotliDecompressSync],
  ])("%s → %s", async (asked, coding, decode) => {
    const { headers, body = "", isBase64Encoded } = await shown.raw({ "accept-encoding": asked });
    expect(headers).toMatchObject({ "content-encoding": coding, vary: "accept-encoding" });
    expect(isBase64Encoded).toBe(true);
    expect(JSON.parse(decode(Buffer.from(body, "base64")).toString("utf8"))).toEqual(long);
  });

  it.each([undefined, "", "identity", "gzip;q=0", "zstd", "identity, gzip;q=0.5"])("%s → as it is", async (asked) => {
    const { headers, body } = await shown.raw(asked === undefined ? {} : { "accept-encoding": asked });
    expect(headers).not.toHaveProperty("content-encoding");
    expect(headers).toMatchObject({ vary: "accept-encoding" });
    expect(JSON.parse(body ?? "")).toEqual(long);
  });

  it("a small one is not", async () => {
    const { headers } = await answering(z.object({}), {}).raw({ "accept-encoding": "gzip" });
    expect(headers).not.toHaveProperty("content-encoding");
  });

  it.each([
    [14 * 1024 - 1, undefined],
    [14 * 1024, "gzip"],
  ])("a command's answer of %i bytes → %s: up to ten packets arrive at once as they are", async (bytes, coding) => {
    const result = { statusCode: 200, headers: { "content-type": "application/json" }, body: "1".repeat(bytes) };
    const { headers } = await compressed(result, { method: "POST", acceptEncoding: "gzip" });
    expect(headers?.["content-encoding"]).toBe(coding);
  });
});

describe("H3: an answer is held against what its route promises", () => {
  const promised = z.object({ name: z.string(), parts: z.array(z.object({ a: z.int() })).optional() });

  it("a field that is not declared is struck and counted, and not named with its value", async () => {
    const { ask, runtime } = answering(promised, {
      name: "x",
      parts: [{ a: 1, secret: "s3cret" }],
      undeclared: undefined,
    });
    expect(await ask()).toMatchObject({ status: 200, body: { name: "x", parts: [{ a: 1 }] } });
    expect(JSON.stringify((await ask()).body)).not.toContain("s3cret");
    expect(runtime.observability.counted.AnswerDrift).toBe(2);
    expect(runtime.observability.said).toContainEqual(
      expect.objectContaining({ level: "error", facts: { route: "GET /tally/shown", at: "/parts/0/secret" } }),
    );
    expect(JSON.stringify(runtime.observability.said)).not.toContain("s3cret");
  });

  it("where answers are strict it is refused", async () => {
    const { ask } = answering(promised, { name: "x", secret: "s3cret" }, true);
    expect(await ask()).toMatchObject({ status: 500, body: { code: "answer.off-schema" } });
  });

  it("a value of another kind is refused 500 everywhere, and nothing of it is told", async () => {
    const { ask, runtime } = answering(promised, { name: 5, secret: "s3cret" });
    const answer = await ask();
    expect(answer).toMatchObject({ status: 500, body: { code: "answer.off-schema" } });
    expect(JSON.stringify(answer)).not.toContain("s3cret");
    expect(runtime.observability.counted).toEqual({ AnswerDrift: 1 });
  });
});

describe("a query parameter that a route does not know is refused 400", () => {
  it.each([
    ["GET", "/tally/about"],
    ["GET", "/tally/tallies/x"],
    ["GET", "/tally/tallies"],
    ["POST", "/tally/tallies/x/close"],
  ])("%s %s", async (method, path) => {
    const { body } = await aTown().ask({ method, path, query: { colour: "red" } });
    expect(body.errors).toContainEqual({
      pointer: "?colour",
      code: "value.unknown-parameter",
      detail: "没有这个查询参数",
    });
  });
});

describe("D3: a cursor", () => {
  it("tells nothing of the keys it stands for", async () => {
    const { ask, open } = aTown();
    const { id } = (await open()).body;
    await open();
    const { body } = await ask({ path: "/tally/tallies", query: { book: "rice", limit: "1" } });
    const bytes = Buffer.from(String(body.next), "base64url").toString("latin1");
    expect(String(body.next)).toMatch(/^[\w-]+$/);
    for (const known of [String(id), "tally#", "book#", "byBook"]) expect(bytes).not.toContain(known);
  });
});
