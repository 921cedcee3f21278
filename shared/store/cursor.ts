import { createHmac, timingSafeEqual } from "node:crypto";
import * as z from "zod";
import type { Position } from "./table.ts";

const content = z.tuple([z.string(), z.record(z.string(), z.string())]);

/**
 * Opaque cursors that cannot be forged or carried elsewhere: the signature covers the list they belong to.
 * `scope` must name everything that decides what the list shows (table, index, partition, filters, person).
 */
export function cursors(secret: string) {
  const sign = (body: string, scope: string) =>
    `${body}.${createHmac("sha256", secret).update(`${scope}\n${body}`).digest("base64url")}`;

  return {
    issue(position: Position, scope: string): string {
      return sign(Buffer.from(JSON.stringify(["1", position])).toString("base64url"), scope);
    },
    /** @returns undefined for a cursor that was altered, or issued for another list. */
    open(cursor: string, scope: string): Position | undefined {
      const [body = ""] = cursor.split(".");
      const given = Buffer.from(cursor);
      const right = Buffer.from(sign(body, scope));
      if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
      return content.parse(JSON.parse(Buffer.from(body, "base64url").toString("utf8")))[1];
    },
  };
}

export type Cursors = ReturnType<typeof cursors>;
