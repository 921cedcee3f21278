import { once } from "node:events";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FileDirectory } from "../../../shared/files/file-directory.ts";
import { factsOf, onOneMachine } from "../../support/files.ts";

const content = new TextEncoder().encode("%PDF-1.7 一份材料");
const facts = factsOf(content);

test("a directory knows what lies in it from before, and what was put there since", async () => {
  const path = await mkdtemp(join(tmpdir(), "qiangzhen-files-"));
  async function* bytes() {
    yield content;
  }
  const before = new FileDirectory(path);
  expect(before.has("papers/a")).toBe(false);
  expect(await before.write("papers/a", facts, bytes())).toBe("written");
  expect(await before.write("alone", facts, bytes())).toBe("written");
  for (const directory of [before, new FileDirectory(path)])
    expect(["papers/a", "papers/b", "paper/a", "alone", "alon"].map((key) => directory.has(key))).toEqual([
      ...[true, false, false, true, false],
    ]);
  await before.remove("papers/a");
  expect(before.has("papers/a")).toBe(false);
  await rm(path, { recursive: true });
});

describe("the door to the files of one machine", () => {
  let place: Awaited<ReturnType<typeof onOneMachine>>;
  beforeAll(async () => {
    place = await onOneMachine();
    await place.files.put("material/A", content, "application/pdf");
  });
  afterAll(() => place.close());

  const codeOf = async (answer: Response) => {
    const { code }: { code?: string } = JSON.parse((await answer.text()) || "{}");
    return [answer.status, code];
  };

  test("refuses a URL past its time, on the town's clock", async () => {
    const { url } = await place.files.downloadUrl("material/A", "a.pdf");
    place.setClock("2026-03-02T02:05:00.000Z");
    expect((await fetch(url)).status).toBe(200);
    place.setClock("2026-03-02T02:05:01.000Z");
    expect(await codeOf(await fetch(url))).toEqual([403, "files.url-expired"]);
    place.setClock("2026-03-02T02:00:00.000Z");
  });

  test("refuses a URL for another key, however it is written", async () => {
    const { url } = await place.files.downloadUrl("material/A", "a.pdf");
    for (const path of ["material/B", "..%2f..%2ftown.db", "material%2fA", "material/A/", ""]) {
      const answer = await fetch(url.replace("material/A", path));
      expect(await codeOf(answer), path).toEqual([403, "files.url-invalid"]);
    }
    expect(await codeOf(await fetch(`${place.origin}/_files/permits/material/A`))).toEqual([403, "files.url-invalid"]);
    expect(await codeOf(await fetch(`${place.origin}/_files/`))).toEqual([403, "files.url-invalid"]);
    const { search } = new URL(url);
    for (const path of ["material/../material/A", "../../url-secret", "../powers/a"]) {
      const asked = request(`${place.origin}`, { path: `/_files/permits/${path}${search}` }).end();
      const [answer] = await once(asked, "response");
      expect(answer.statusCode, path).toBe(403);
      answer.resume();
    }
  });

  test("a file that was removed since is not found", async () => {
    await place.files.put("material/gone", content, "application/pdf");
    const { url } = await place.files.downloadUrl("material/gone", "a.pdf");
    await place.files.remove("material/gone");
    expect(await codeOf(await fetch(url))).toEqual([404, "resource.not-found"]);
  });

  test("a small file of the town's own lies in the town's file, a large one in the directory; both are fetched alike", async () => {
    const large = new Uint8Array(300 * 1024).fill(5);
    await place.files.put("document/small", content, "text/html");
    await place.files.put("document/large", large, "application/pdf");
    const kept = await readdir(join(place.directory, "permits", "kept"));
    expect(kept.includes("document~small")).toBe(false);
    expect(kept.includes("document~large")).toBe(true);
    for (const [key, bytes] of [["document/small", content] as const, ["document/large", large] as const]) {
      const answer = await fetch((await place.files.downloadUrl(key, "a")).url);
      expect(answer.headers.get("content-length"), key).toBe(String(bytes.length));
      expect(new Uint8Array(await answer.arrayBuffer()), key).toEqual(bytes);
    }
  });

  test("takes GET and PUT, nothing else", async () => {
    const { url } = await place.files.downloadUrl("material/A", "a.pdf");
    for (const method of ["POST", "DELETE", "HEAD"]) expect((await fetch(url, { method })).status).toBe(405);
  });

  test("shows nothing that was sent in as a page of the town", async () => {
    const { url } = await place.files.downloadUrl("material/A", "张三.pdf");
    const { headers } = await fetch(url);
    expect(headers.get("content-disposition")).toBe(
      `attachment; filename="__.pdf"; filename*=UTF-8''%E5%BC%A0%E4%B8%89.pdf`,
    );
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
    expect(headers.get("cache-control")).toBe("private, no-store");
  });

  test("lets front ends on this machine bring a file from a browser", async () => {
    const { url } = await place.files.uploadUrl("material/C", facts);
    const asked = { "access-control-request-method": "PUT", "access-control-request-headers": "x-amz-checksum-sha256" };
    const answer = await fetch(url, { method: "OPTIONS", headers: { origin: "http://localhost:5173", ...asked } });
    expect(answer.status).toBe(204);
    expect(answer.headers.get("access-control-allow-methods")).toContain("PUT");
    expect(answer.headers.get("access-control-allow-headers")).toMatch(/if-none-match.*x-amz-checksum-sha256/);
  });

  test("a file larger than any body of the API streams through", async () => {
    const large = new Uint8Array(12 * 1024 * 1024).fill(7);
    const { url, headers } = await place.files.uploadUrl("material/large", factsOf(large));
    expect((await fetch(url, { method: "PUT", headers, body: large })).status).toBe(200);
    expect(await place.files.facts("material/large")).toEqual(factsOf(large));
  });

  test("what is longer or shorter than announced is refused before it is read", async () => {
    for (const body of [content.slice(1), new Uint8Array(1_000_000)]) {
      const { url, headers } = await place.files.uploadUrl("material/D", facts);
      const answer = await fetch(url, { method: "PUT", headers, body }).catch(() => undefined);
      expect(answer === undefined ? 403 : answer.status).toBe(403);
    }
    expect(await place.files.facts("material/D")).toBeUndefined();
  });

  test("who stops in the midst leaves nothing, and may begin again", async () => {
    const large = new Uint8Array(2_000_000).fill(9);
    const { url, headers } = await place.files.uploadUrl("material/E", factsOf(large));
    const { host, port, pathname, search } = new URL(url);
    const socket = connect(Number(port), "127.0.0.1");
    await once(socket, "connect");
    const lines = Object.entries({ host, "content-length": String(large.length), ...headers });
    socket.write(`PUT ${pathname}${search} HTTP/1.1\r\n${lines.map((line) => line.join(": ")).join("\r\n")}\r\n\r\n`);
    socket.write(large.subarray(0, 1_000_000));
    const incoming = join(place.directory, "permits", ".incoming");
    await expect.poll(async () => (await readdir(incoming)).length).toBe(1);
    socket.destroy();
    await expect.poll(async () => (await readdir(incoming)).length).toBe(0);
    expect(await place.files.facts("material/E")).toBeUndefined();
    expect((await fetch(url, { method: "PUT", headers, body: large })).status).toBe(200);
  });

  test("of many who bring one key at once, one does", async () => {
    const { url, headers } = await place.files.uploadUrl("material/F", facts);
    const all = await Promise.all(
      Array.from({ length: 12 }, () => fetch(url, { method: "PUT", headers, body: content })),
    );
    expect(all.map(({ status }) => status).toSorted()).toEqual([200, ...Array<number>(11).fill(412)]);
    expect(await readdir(join(place.directory, "permits", ".incoming"))).toEqual([]);
  });
});

describe("the directory", () => {
  test("an end in the midst leaves no half file: what was coming in is swept at the next start", async () => {
    const path = await mkdtemp(join(tmpdir(), "qiangzhen-directory-"));
    const before = new FileDirectory(path);
    async function* ending() {
      yield content.slice(0, 4);
      throw new Error("killed");
    }
    await expect(before.write("material/A", facts, ending())).rejects.toThrow("killed");
    const half = join(path, ".incoming", "left-by-kill-9");
    await mkdir(half);
    await writeFile(join(half, "content"), content.slice(0, 4));
    const again = new FileDirectory(path);
    expect(await readdir(join(path, ".incoming"))).toEqual([]);
    expect(await again.find("material/A")).toBeUndefined();
    async function* whole() {
      yield content;
    }
    expect(await again.write("material/A", facts, whole())).toBe("written");
    expect(await new FileDirectory(path).read("material/A")).toEqual(
      await readFile(join(path, "kept/material~A/content")),
    );
    await rm(path, { recursive: true });
  });

  test("reads no more than was announced", async () => {
    const path = await mkdtemp(join(tmpdir(), "qiangzhen-directory-"));
    let parts = 0;
    async function* endless() {
      for (;;) {
        parts += 1;
        yield new Uint8Array(1000);
      }
    }
    const announced = { ...facts, bytes: 5000 };
    expect(await new FileDirectory(path).write("a", announced, endless())).toBe("wrong-content");
    expect(parts).toBe(6);
    await rm(path, { recursive: true });
  });
});
