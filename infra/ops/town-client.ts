import * as z from "zod";
import { textOf } from "../../shared/http/problem.ts";
import { gatewayTexts } from "../embedded/answer.ts";
import { filesOf } from "../embedded/data-directory.ts";
import { readIfThere } from "../embedded/files.ts";

/** Said to the operator in one line. */
export class OpsProblem extends Error {
  override readonly name = "OpsProblem";
}

/** Asks the running town on this machine by its operators' door. */
export interface TownClient {
  get(path: string): Promise<unknown>;
  post(path: string, body: object): Promise<unknown>;
}

/** @throws OpsProblem where no town runs on this data directory */
export function townClient(dataDir: string): TownClient {
  const files = filesOf(dataDir);
  const address = readIfThere(files.address);
  const key = readIfThere(files.opsKey);
  if (address === undefined || key === undefined)
    throw new OpsProblem(`no town runs on ${dataDir}; set DATA_DIR / 该数据目录没有运行中的系统`);
  const ask = async (path: string, init: RequestInit): Promise<unknown> => {
    const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
    const answer = await fetch(`${address}/_ops${path}`, { ...init, headers }).catch(() => undefined);
    if (answer === undefined) throw new OpsProblem(`${address} does not answer / 系统没有回应`);
    const body: unknown = await answer.json();
    if (answer.ok) return body;
    throw new OpsProblem(detailIn(body) ?? `${path}: ${answer.status}`);
  };
  return {
    get: (path) => ask(path, {}),
    post: (path, body) => ask(path, { method: "POST", body: JSON.stringify(body) }),
  };
}

const refused = z.object({
  code: z.string(),
  details: z.looseObject({ reason: z.string().optional() }).default({}),
});

/** In both languages, as everything that these commands say. */
function detailIn(body: unknown): string | undefined {
  const { code, details } = refused.safeParse(body).data ?? {};
  if (code === undefined) return undefined;
  const { zh, en } = textOf(code, details ?? {}, gatewayTexts);
  return details?.reason ?? `${en} / ${zh}`;
}
