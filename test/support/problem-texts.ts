import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Rejection } from "../../shared/decider/index.ts";
import type { ProblemTexts } from "../../shared/http/index.ts";

const root = join(import.meta.dirname, "../..");

/** Every code that a service's sources refuse with, as they spell it or as a shared rule that they take spells it. */
export function codesUsedBy(service: string): string[] {
  const sources = sourcesIn("services", service);
  const refusals =
    /\b(?:(?:refuse|notNow|notYou|badInput|problem|checkMove)\(\s*(?:\w+,\s*)?|impossible: )"([a-z-]+\.[a-z-]+)"/g;
  const own = sources.flatMap((source) => [...source.matchAll(refusals)].map(([, code = ""]) => code));
  const taken = sources.flatMap((source) => [...source.matchAll(/\b(\w+In)\("([a-z-]+)"/g)]);
  const shared = sourcesIn("shared", "case-rules");
  const ofRules = taken
    .filter(([, , named]) => named === service)
    .flatMap(([, rule = ""]) => shared.filter((source) => source.includes(`export const ${rule} =`)))
    .flatMap((source) => [...source.matchAll(/\b(?:notYou|badInput)\(`\$\{service\}\.([a-z-]+)`/g)])
    .map(([, code = ""]) => `${service}.${code}`);
  return [...new Set([...own, ...ofRules])].sort();
}

function sourcesIn(...path: readonly string[]): readonly string[] {
  const folder = join(root, ...path);
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => readFileSync(join(folder, name), "utf8"));
}

/** Codes a service has texts for, without its words. */
export const codesTold = (texts: ProblemTexts) =>
  Object.keys(texts)
    .filter((code) => !code.startsWith("word.") && !code.startsWith("field."))
    .sort();

/** Places in the texts of a refusal that its details do not fill. */
export function unfilled({ code, details }: Rejection, texts: ProblemTexts): string[] {
  const { zh = "", en = "" } = texts[code] ?? {};
  const places = [...`${zh} ${en}`.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  return places.filter((name) => details[name] === undefined || details[name] === null);
}
