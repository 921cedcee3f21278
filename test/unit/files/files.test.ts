import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Files, Upload } from "../../../shared/files/index.ts";
import { factsOf, inMemory, inS3, onOneMachine, type Place } from "../../support/files.ts";

const content = new TextEncoder().encode("%PDF-1.7 一份材料");
const other = new TextEncoder().encode("%PDF-1.7 另一份料");
const facts = factsOf(content);

const put = ({ url, headers }: Upload, body: Uint8Array, more: Record<string, string> = {}) =>
  fetch(url, { method: "PUT", headers: { ...headers, ...more }, body: Buffer.from(body) });

describe.each([
  ["memory", inMemory],
  ["one machine", onOneMachine],
  ["S3", inS3],
] as const)("files in %s", (_where, open) => {
  let place: Place;
  let files: Files;
  beforeAll(async () => {
    place = await open();
    files = place.files;
  });
  afterAll(() => place.close());

  test("what is put in is there whole, with its facts", async () => {
    await files.put("document/A1.pdf", content, "application/pdf");
    expect(Buffer.from((await files.get("document/A1.pdf")) ?? []).equals(content)).toBe(true);
    expect(await files.facts("document/A1.pdf")).toEqual(facts);
  });

  test("a key is written once: the same key again changes nothing", async () => {
    await files.put("document/A2", content, "application/pdf");
    await files.put("document/A2", other, "image/png");
    expect(await files.facts("document/A2")).toEqual(facts);
  });

  test("a large file comes back byte for byte", async () => {
    const large = new Uint8Array(3_000_000).map((_, at) => at % 251);
    await files.put("document/large", large, "image/png");
    expect(await files.facts("document/large")).toEqual(factsOf(large, "image/png"));
    expect(Buffer.from((await files.get("document/large")) ?? []).equals(large)).toBe(true);
  });

  test("what is not there is not there", async () => {
    expect(await files.get("document/none")).toBeUndefined();
    expect(await files.facts("document/none")).toBeUndefined();
  });

  test("what is removed is gone; removing what is not there changes nothing", async () => {
    await files.put("document/A3", content, "application/pdf");
    await files.remove("document/A3");
    await files.remove("document/A3");
    expect(await files.facts("document/A3")).toBeUndefined();
    expect(await files.get("document/A3")).toBeUndefined();
  });

  test.each([
    "",
    "/a",
    "a/",
    "..",
    "a/../b",
    "a//b",
    "a~b",
    ".a",
    "a/.b",
    "a/b/c/d/e",
    "a b",
    "甲",
    "a.b.c",
    `${"a".repeat(90)}`,
  ])("%j is no key, to nothing", async (key) => {
    await expect(async () => files.put(key, content, "application/pdf")).rejects.toThrow(TypeError);
    await expect(async () => files.get(key)).rejects.toThrow(TypeError);
    await expect(async () => files.facts(key)).rejects.toThrow(TypeError);
    await expect(async () => files.uploadUrl(key, facts)).rejects.toThrow(TypeError);
    await expect(async () => files.downloadUrl(key, "a")).rejects.toThrow(TypeError);
    await expect(async () => files.remove(key)).rejects.toThrow(TypeError);
  });
});

describe.each([
  ["one machine", onOneMachine],
  ["S3", inS3],
] as const)("somebody outside, with files in %s", (_where, open) => {
  let place: Place;
  let files: Files;
  beforeAll(async () => {
    place = await open();
    files = place.files;
  });
  afterAll(() => place.close());

  test("an upload URL takes the announced file once", async () => {
    const upload = await files.uploadUrl("material/B1", facts);
    expect(upload.headers).toMatchObject({ "if-none-match": "*" });
    expect((await put(upload, content)).status).toBe(200);
    expect(await files.facts("material/B1")).toEqual(facts);
    expect((await put(upload, content)).status).toBe(412);
  });

  test("and no other content, though it be as long", async () => {
    const upload = await files.uploadUrl("material/B2", facts);
    expect(other.length).toBe(content.length);
    expect((await put(upload, other)).status).toBe(400);
    expect(await files.facts("material/B2")).toBeUndefined();
    expect((await put(upload, content)).status).toBe(200);
  });

  test("a download URL gives the file, to be saved under its name in any script", async () => {
    await files.put("material/B3", content, "application/pdf");
    const { url } = await files.downloadUrl("material/B3", '张三 "身份证".pdf');
    const answer = await fetch(url);
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer()).equals(content)).toBe(true);
    expect(answer.headers.get("content-type")).toBe("application/pdf");
    expect(new URL(url).searchParams.get("response-content-disposition")).toBe(
      `attachment; filename="__ _____.pdf"; filename*=UTF-8''%E5%BC%A0%E4%B8%89%20%22%E8%BA%AB%E4%BB%BD%E8%AF%81%22.pdf`,
    );
  });

  test("URLs say when they end, and live for minutes", async () => {
    const upload = await files.uploadUrl("material/B4", facts);
    const download = await files.downloadUrl("material/B4", "a.pdf");
    for (const [{ url, expires }, seconds] of [[upload, 900] as const, [download, 300] as const]) {
      const query = new URL(url).searchParams;
      expect(query.get("X-Amz-Expires")).toBe(String(seconds));
      const began = (query.get("X-Amz-Date") ?? "").replace(/^(....)(..)(..T..)(..)(..)Z/, "$1-$2-$3:$4:$5Z");
      expect(Math.floor(Date.parse(expires) / 1000)).toBe(Date.parse(began) / 1000 + seconds);
    }
  });
});
