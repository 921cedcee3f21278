import { createConfig, lintFromString } from "@redocly/openapi-core";
import spectral, { type RulesetDefinition } from "@stoplight/spectral-core";
import rulesets from "@stoplight/spectral-rulesets";

/** The errors of an OpenAPI document by redocly's recommended rules, one line each. */
export async function redoclyErrors(document: object): Promise<readonly string[]> {
  const config = await createConfig({ extends: ["recommended"] });
  const source = JSON.stringify(document);
  const found = await lintFromString({ source, config, absoluteRef: "/openapi.json" });
  return found
    .filter(({ severity }) => severity === "error")
    .map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer ?? ""}`);
}

const isRuleset = (value: unknown): value is RulesetDefinition =>
  typeof value === "object" && value !== null && "rules" in value;

const error = 0;

/** The errors of a document by spectral's rules for its kind, one line each. */
export async function spectralErrors(document: object, kind: "oas" | "asyncapi"): Promise<readonly string[]> {
  const linter = new spectral.Spectral();
  const rules: unknown = rulesets[kind];
  if (!isRuleset(rules)) throw new TypeError(`spectral has no rules for ${kind}`);
  linter.setRuleset({ extends: [[rules, "recommended"]] });
  const found = await linter.run(JSON.parse(JSON.stringify(document)));
  return found
    .filter(({ severity }) => severity === error)
    .map(({ code, message, path }) => `${code}: ${message} #/${path.join("/")}`);
}
