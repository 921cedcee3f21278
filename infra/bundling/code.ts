import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Code } from "aws-cdk-lib/aws-lambda";

/** Where the code of functions and layers comes from. */
export interface Codes {
  /** Of the function with this bundle. */
  readonly bundled: (bundle: string) => Code;
  /** Of the layer with these files (name → text). */
  readonly layered: (files: Readonly<Record<string, string>>) => Code;
}

/** Code of the bundles in a directory. No town changes them: each is copied and sent once. */
export const codesFrom = (bundles: string): Codes => ({
  bundled: (bundle) => Code.fromAsset(join(bundles, bundle)),
  layered: layerCodes(),
});

export function layerCodes(): Codes["layered"] {
  const directory = mkdtempSync(join(tmpdir(), "qiangzhen-"));
  // The CDK copies an asset into its output; what it was copied from goes when the process does
  process.once("exit", () => rmSync(directory, { recursive: true, force: true }));
  let made = 0;
  return (files) => {
    made += 1;
    const place = join(directory, String(made));
    mkdirSync(place);
    for (const [name, text] of Object.entries(files)) writeFileSync(join(place, name), text);
    return Code.fromAsset(place);
  };
}
