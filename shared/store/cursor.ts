import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from "node:crypto";
import type { Position } from "./table.ts";

const lengths = { nonce: 12, tag: 16 };

/**
 * Opaque cursors: encrypted with AES-256-GCM, so that nobody reads the keys in them, alters them or carries them elsewhere.
 * `scope` must name everything that decides what the list shows (table, index, partition, filters, person).
 */
export function cursors(secret: string) {
  const keyFor = (use: string) => Buffer.from(hkdfSync("sha256", secret, "", `qiangzhen cursors: ${use}`, 32));
  const key = keyFor("encryption");
  const nonceKey = keyFor("nonce");

  return {
    /** The same position of the same list has the same cursor: the nonce follows from both, and is used for nothing else. */
    issue(position: Position, scope: string): string {
      const plain = JSON.stringify(["1", position]);
      const nonce = createHmac("sha256", nonceKey)
        .update(JSON.stringify([scope, plain]))
        .digest();
      const iv = nonce.subarray(0, lengths.nonce);
      const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(scope));
      const encrypted = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), encrypted]).toString("base64url");
    },
    /** @returns undefined for a cursor that was altered, or issued for another list. */
    open(cursor: string, scope: string): Position | undefined {
      const bytes = Buffer.from(cursor, "base64url");
      const start = lengths.nonce + lengths.tag;
      if (bytes.toString("base64url") !== cursor || bytes.length <= start) return undefined;
      const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, lengths.nonce), {
        authTagLength: lengths.tag,
      })
        .setAAD(Buffer.from(scope))
        .setAuthTag(bytes.subarray(lengths.nonce, start));
      try {
        const plain = Buffer.concat([decipher.update(bytes.subarray(start)), decipher.final()]);
        return positionIn(JSON.parse(plain.toString("utf8")));
      } catch {
        return undefined;
      }
    },
  };
}

export type Cursors = ReturnType<typeof cursors>;

/** A position of this form; another one is as if it had been altered. */
function positionIn(content: unknown): Position | undefined {
  const [form, position]: readonly unknown[] = Array.isArray(content) ? content : [];
  return form === "1" && isPosition(position) ? position : undefined;
}

const isPosition = (value: unknown): value is Position =>
  typeof value === "object" && value !== null && Object.values(value).every((one) => typeof one === "string");
