import type { Answer } from "../../../../shared/http/index.ts";
import { sha256 } from "../../../../shared/store/index.ts";
import type { GridEventRules } from "../../../../shared/town/grid-events.ts";
import type { Format } from "../domain/formats.ts";
import type { Posted } from "../domain/posted.ts";
import { refused } from "./answers.ts";
import { parameterOf } from "./asked.ts";

const missing = { code: 403, description: "缺少api_key或者不正确 / api_key is missing or wrong" } as const;
export const noHolder = (format: Format): Answer => refused(403, [missing], format);

/** The digest of the key that a form, or its query, names; undefined: none that the town gave. */
export function holderIn(
  given: Readonly<Record<string, string>>,
  { open311 }: Pick<GridEventRules, "open311">,
): string | undefined {
  const digest = sha256(parameterOf(given, "api_key") ?? "");
  return open311.keys.some((one) => one.sha256 === digest) ? digest : undefined;
}

/** What a form says goes before the query. */
export const givenIn = ({ fields }: Posted, query: Readonly<Record<string, string>>): Record<string, string> => ({
  ...query,
  ...Object.fromEntries(fields),
});
