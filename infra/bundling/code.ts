import { createHash } from "node:crypto";
import { existsSync, linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Code } from "aws-cdk-lib/aws-lambda";
import type { KeptBundles } from "./kept.ts";

/** Where the code of functions and layers comes from. */
export interface Codes {
  /** Of the function with this bundle. */
  readonly bundled: (bundle: string) => Code;
  /** Of the layer with these files (name → text). */
  readonly layered: (files: Readonly<Record<string, string>>) => Code;
}

/**
 * Code of the bundles that are kept. The CDK would read each file for its hash, and copy it: nine thousand files of 300 MB. The hash
 * is known since the bundle was built, and its files are linked into the output. The CDK finds them there, and copies nothing.
 * @param output the directory of the CDK app's output
 */
export function codesFrom({ place, hashes }: KeptBundles, output: string): Codes {
  return {
    bundled(bundle) {
      const assetHash = hashes[bundle];
      if (assetHash === undefined) throw new Error(`no bundle ${bundle} was kept`);
      link(join(place, bundle), join(output, `asset.${hashInOutput(assetHash)}`));
      return Code.fromAsset(join(place, bundle), { assetHash });
    },
    layered: layerCodes(),
  };
}

/** Under this hash the CDK looks for an asset whose hash it was told. */
const hashInOutput = (told: string) => createHash("sha256").update(told).digest("hex");

/** Where files cannot be linked, as on another disk, the CDK copies them. */
function link(from: string, to: string): void {
  if (existsSync(to)) return;
  mkdirSync(to, { recursive: true });
  try {
    for (const name of readdirSync(from)) linkSync(join(from, name), join(to, name));
  } catch {
    rmSync(to, { recursive: true, force: true });
  }
}

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
