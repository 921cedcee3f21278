import { createCipheriv, createDecipheriv } from "node:crypto";
import type { Runtime } from "../../../shared/service/index.ts";

const keyOf = ({ keyed }: Pick<Runtime, "keyed">): Buffer => Buffer.from(keyed("open311-token", "", 64), "hex");
/** One block: an id of the house has the sixteen characters of it. */
const cipher = "aes-256-ecb";

/** G14: the token of a request that has no id for its sender yet. It holds the id, and only the town reads it. */
export function tokenOf(id: string, runtime: Pick<Runtime, "keyed">): string {
  const one = createCipheriv(cipher, keyOf(runtime), null).setAutoPadding(false);
  return Buffer.concat([one.update(id, "latin1"), one.final()]).toString("hex");
}

/** The id within a token; undefined: the town never gave it. */
export function idInToken(token: string, runtime: Pick<Runtime, "keyed">): string | undefined {
  if (!/^[0-9a-f]{32}$/.test(token)) return undefined;
  const one = createDecipheriv(cipher, keyOf(runtime), null).setAutoPadding(false);
  const id = Buffer.concat([one.update(token, "hex"), one.final()]).toString("latin1");
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(id) ? id : undefined;
}
