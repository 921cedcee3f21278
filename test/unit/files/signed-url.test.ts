import { GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { savedAs } from "../../../shared/files/disposition.ts";
import { bucketFiles } from "../../../shared/files/s3-client.ts";
import { judge, type Signable, type Signer, signedQuery } from "../../../shared/files/signed-url.ts";
import { factsOf, s3Access } from "../../support/files.ts";

const { accessKeyId, secretAccessKey: secret } = s3Access.credentials;
const signer: Signer = { accessKeyId, secret, region: s3Access.region };
const now = "2026-03-02T02:00:00.000Z";
const facts = factsOf(new TextEncoder().encode("a"));

const asked = (url: string, method: string, headers: Record<string, string>): Signable => {
  const { host, pathname, search } = new URL(url);
  return { method, path: pathname, query: search.slice(1), headers: { host, ...headers } };
};

describe("our signatures are those of AWS", () => {
  test("what the SDK's presigner signs, we find allowed; and sign the same", async () => {
    const s3 = new S3Client(s3Access);
    const get = new GetObjectCommand({ Bucket: "b", Key: "a/1.pdf", ResponseContentDisposition: "attachment; x='甲'" });
    const url = await getSignedUrl(s3, get, { signingDate: new Date(now), expiresIn: 300 });
    const request = asked(url, "GET", {});
    expect(judge(signer, request, now)).toBe("allowed");
    const query = Object.fromEntries(
      [...new URL(url).searchParams].filter(([name]) => !/^X-Amz-[A-BD-Z]|^X-Amz-Cre/.test(name)),
    );
    expect(
      signedQuery(signer, { ...request, query }, now, 300)
        .split("&")
        .toSorted(),
    ).toEqual(request.query.split("&").toSorted());
  });

  test("an upload to S3 binds type, length, SHA-256 and that nothing is there yet", async () => {
    const files = bucketFiles({ bucket: "b", clock: () => now, config: s3Access });
    const { url, headers, expires } = await files.uploadUrl("material/A", facts);
    const bound: Record<string, string> = { ...headers, "content-length": "1" };
    expect(headers).toEqual({
      "content-type": "application/pdf",
      "if-none-match": "*",
      "x-amz-checksum-sha256": "ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs=",
    });
    expect(expires).toBe("2026-03-02T02:15:00.000Z");
    expect(new URL(url).searchParams.get("X-Amz-SignedHeaders")).toBe(
      "content-length;content-type;host;if-none-match;x-amz-checksum-sha256",
    );
    expect(judge(signer, asked(url, "PUT", bound), now)).toBe("allowed");
    for (const name of Object.keys(bound)) {
      expect(judge(signer, asked(url, "PUT", { ...bound, [name]: "2" }), now), name).toBe("forged");
      const { [name]: _gone, ...without } = { ...bound };
      expect(judge(signer, asked(url, "PUT", without), now), name).toBe("forged");
    }
  });
});

describe("a signed URL", () => {
  const request = { method: "GET", path: "/_files/permits/material/A", headers: { host: "127.0.0.1:3000" } };
  const query = signedQuery(signer, { ...request, query: { "response-content-disposition": "attachment" } }, now, 300);
  const given: Signable = { ...request, query };

  test("lasts to its last second", () => {
    expect(judge(signer, given, now)).toBe("allowed");
    expect(judge(signer, given, "2026-03-02T02:05:00.000Z")).toBe("allowed");
    expect(judge(signer, given, "2026-03-02T02:05:00.001Z")).toBe("late");
  });

  test("lasts no longer than seven days, whatever it says, as with AWS", () => {
    const long = { ...request, query: signedQuery(signer, { ...request, query: {} }, now, 8 * 86_400) };
    expect(judge(signer, long, "2026-03-09T02:00:00.000Z")).toBe("allowed");
    expect(judge(signer, long, "2026-03-09T02:00:01.000Z")).toBe("late");
  });

  test("a name to be saved under is no path, and hides nothing", () => {
    expect(savedAs("../a\\b\u0000\u202Efdp.exe*'")).toBe(
      `attachment; filename=".._a_b__fdp.exe*'"; filename*=UTF-8''.._a_b__fdp.exe%2A%27`,
    );
  });

  test.each([
    ["another method", { ...given, method: "PUT" }],
    ["another key", { ...given, path: "/_files/permits/material/B" }],
    ["another service", { ...given, path: "/_files/powers/material/A" }],
    ["another host", { ...given, headers: { host: "elsewhere" } }],
    ["another name to be saved under", { ...given, query: query.replace("=attachment", "=inline") }],
    ["a longer life", { ...given, query: query.replace("Expires=300", "Expires=600") }],
    ["a later beginning", { ...given, query: query.replace("T020000Z", "T030000Z") }],
    ["another region", { ...given, query: query.replace("cn-north-1", "cn-north-2") }],
    ["a parameter more", { ...given, query: `${query}&a=1` }],
    ["a parameter twice", { ...given, query: `${query}&X-Amz-Expires=300` }],
    ["no signature", { ...given, query: query.replace(/&X-Amz-Signature=\w+/, "") }],
    ["half a signature", { ...given, query: query.slice(0, -8) }],
    ["a header it names itself", { ...given, query: query.replace("Headers=host", "Headers=constructor") }],
    ["no query", { ...given, query: "" }],
    ["a broken escape", { ...given, query: "%" }],
  ])("is nothing with %s", (_what, changed) => {
    expect(judge(signer, changed, now)).toBe("forged");
  });

  test("of another secret is nothing", () => {
    expect(judge({ ...signer, secret: "guessed" }, given, now)).toBe("forged");
  });

  test("is allowed for any path and parameters it was made for, and for no other signature", () => {
    const text = fc.string({ unit: "binary", maxLength: 12 }).filter((one) => one.isWellFormed());
    fc.assert(
      fc.property(text, text, fc.integer({ min: 0, max: 63 }), (name, value, at) => {
        const made = signedQuery(signer, { ...request, query: { [`x${name}`]: value } }, now, 60);
        expect(judge(signer, { ...request, query: made }, now)).toBe("allowed");
        const digit = made.at(-64 + at) === "0" ? "1" : "0";
        const forged = `${made.slice(0, made.length - 64 + at)}${digit}${made.slice(made.length - 63 + at)}`;
        expect(judge(signer, { ...request, query: forged }, now)).toBe("forged");
      }),
      { numRuns: 50 },
    );
  });
});
