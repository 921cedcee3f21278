/** What is known of a stored file without reading it. */
export interface FileFacts {
  /** Size in bytes. */
  readonly bytes: number;
  /** SHA-256 of the content, 64 hexadecimal digits in lower case. */
  readonly sha256: string;
  /** Media type, e.g. `application/pdf`. */
  readonly type: string;
}

/**
 * Leave to send one file: to be used as `PUT url` with exactly these headers, before it expires. The length of the body is
 * bound too; every HTTP client sends it by itself.
 */
export interface Upload {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** ISO 8601 in UTC. */
  readonly expires: string;
}

/** Leave to read one file: to be used as `GET url`, before it expires. */
export interface Download {
  readonly url: string;
  /** ISO 8601 in UTC. */
  readonly expires: string;
}

/** How long somebody outside may begin to send a file, or to fetch one. */
export const lifetimes = { uploadSeconds: 900, downloadSeconds: 300 } as const;

/**
 * Where a service keeps files: S3 in the cloud, a directory on one machine. A key is written once and never again; keys
 * hold no personal data. @throws TypeError for what is no key, see `file-key.ts`
 */
export interface Files {
  /** Writes a file made by the service itself; the same key again changes nothing, with any content. */
  put(key: string, content: Uint8Array, type: string): Promise<void>;
  get(key: string): Promise<Uint8Array | undefined>;
  facts(key: string): Promise<FileFacts | undefined>;
  /** A short-lived URL by which somebody outside may write this key once: this size, hash and type, nothing else. */
  uploadUrl(key: string, facts: FileFacts): Promise<Upload>;
  /** A short-lived URL by which somebody outside may read this key, saved under `name`. */
  downloadUrl(key: string, name: string): Promise<Download>;
  /** Takes away what nobody needs any more; removing what is not there changes nothing. */
  remove(key: string): Promise<void>;
}
