import { createHash } from "node:crypto";
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { savedAs } from "./disposition.ts";
import { fileKey } from "./file-key.ts";
import { type FileFacts, type Files, lifetimes } from "./files.ts";

export interface S3Spec {
  readonly bucket: string;
  readonly clock: () => string;
  /** Of the SDK's client; the environment's where nothing is said. */
  readonly config?: ConstructorParameters<typeof S3Client>[0];
}

const inBase64 = (sha256: string) => Buffer.from(sha256, "hex").toString("base64");

/** Files in a bucket. Loads the SDK's S3 client: import it when a file is first needed, see `s3Files`. */
export function bucketFiles({ bucket: Bucket, clock, config = {} }: S3Spec): Files {
  const s3 = new S3Client(config);
  const at = (key: string) => ({ Bucket, Key: fileKey(key) });
  const given = ({ bytes, sha256, type }: FileFacts) => ({
    ContentLength: bytes,
    ContentType: type,
    ChecksumSHA256: inBase64(sha256),
    IfNoneMatch: "*",
  });
  const times = (seconds: number) => {
    const now = new Date(clock());
    return { signingDate: now, expiresIn: seconds, expires: new Date(now.getTime() + seconds * 1000).toISOString() };
  };
  return {
    async put(key, content, type) {
      const sha256 = createHash("sha256").update(content).digest("hex");
      const facts = { bytes: content.length, sha256, type };
      try {
        await s3.send(new PutObjectCommand({ ...at(key), ...given(facts), Body: content }));
      } catch (error) {
        if (!(error instanceof S3ServiceException && error.$metadata.httpStatusCode === 412)) throw error;
      }
    },
    async get(key) {
      try {
        const { Body } = await s3.send(new GetObjectCommand(at(key)));
        return await Body?.transformToByteArray();
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
    async facts(key) {
      try {
        const found = await s3.send(new HeadObjectCommand({ ...at(key), ChecksumMode: "ENABLED" }));
        const { ContentLength: bytes, ContentType: type, ChecksumSHA256: checksum } = found;
        if (bytes === undefined || type === undefined || checksum === undefined)
          throw new Error("an object without size, type or SHA-256 is not the town's");
        return { bytes, type, sha256: Buffer.from(checksum, "base64").toString("hex") };
      } catch (error) {
        if (error instanceof NotFound) return undefined;
        throw error;
      }
    },
    async uploadUrl(key, facts) {
      const { expires, ...signing } = times(lifetimes.uploadSeconds);
      const headers = {
        "content-type": facts.type,
        "if-none-match": "*",
        "x-amz-checksum-sha256": inBase64(facts.sha256),
      };
      const url = await getSignedUrl(s3, new PutObjectCommand({ ...at(key), ...given(facts) }), {
        ...signing,
        // Unless told so, the presigner would bind neither the type nor, as a header, the checksum
        signableHeaders: new Set(["host", "content-length", ...Object.keys(headers)]),
        unhoistableHeaders: new Set(Object.keys(headers)),
      });
      return { url, headers, expires };
    },
    async downloadUrl(key, name) {
      const { expires, ...signing } = times(lifetimes.downloadSeconds);
      const ask = new GetObjectCommand({ ...at(key), ResponseContentDisposition: savedAs(name) });
      return { url: await getSignedUrl(s3, ask, signing), expires };
    },
    async remove(key) {
      await s3.send(new DeleteObjectCommand(at(key)));
    },
  };
}
