import type { Files } from "./files.ts";
import type { S3Spec } from "./s3-client.ts";

/** Files in a bucket of S3. The SDK's client is loaded by the first file, so that what needs none starts without it. */
export function s3Files(spec: S3Spec): Files {
  let loading: Promise<Files> | undefined;
  const files = () => {
    loading ??= import("./s3-client.ts").then(({ bucketFiles }) => bucketFiles(spec));
    return loading;
  };
  return {
    put: async (key, content, type) => (await files()).put(key, content, type),
    get: async (key) => (await files()).get(key),
    facts: async (key) => (await files()).facts(key),
    uploadUrl: async (key, facts) => (await files()).uploadUrl(key, facts),
    downloadUrl: async (key, name) => (await files()).downloadUrl(key, name),
    remove: async (key) => (await files()).remove(key),
  };
}

/** For a service whose manifest asks for no files. */
export const noFiles: Files = {
  put: refuse,
  get: refuse,
  facts: refuse,
  uploadUrl: refuse,
  downloadUrl: refuse,
  remove: refuse,
};

async function refuse(): Promise<never> {
  throw new Error("the service's manifest asks for no files");
}
